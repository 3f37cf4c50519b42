"""What can go wrong in an answer, each with the code a client reads, and how an error is told without internals.

In: the errors of one execution.  Out: the `errors` of a GraphQL response, each with `extensions.code`.  An error this
service did not foresee is told as INTERNAL with a number to quote; what it was stands in the log under that number.
Example: `{"message": "plan: no plan 'beijing'", "path": ["plan"], "extensions": {"code": "NOT_FOUND"}}`.
"""

from __future__ import annotations

import logging
import secrets
from typing import ClassVar

from graphql import GraphQLError, GraphQLFormattedError, GraphQLSyntaxError

from graph.errors import StoreTimeout, StoreUnavailable, StoreVersionMismatch
from search.errors import IndexDamaged

log = logging.getLogger("crossplan.api")


class ApiError(Exception):
    """What the service refuses or cannot do; its message is fit to be shown to whoever asked."""

    code: ClassVar[str] = "INTERNAL"
    status: ClassVar[int] = 500  # of a plain HTTP answer


class BadUserInput(ApiError):
    """A question that makes no sense as it stands."""

    code = "BAD_USER_INPUT"
    status = 400


class NotFound(ApiError):
    """An id that nothing has."""

    code = "NOT_FOUND"
    status = 404


class LimitExceeded(ApiError):
    """A question larger than one request may be."""

    code = "LIMIT_EXCEEDED"
    status = 413


class Unavailable(ApiError):
    """A part of the service that is not there yet, or not now."""

    code = "UNAVAILABLE"
    status = 503


OTHER_VERSION = "the data is of another version than this program; whoever runs it calls `crossplan ingest`"
INDEX_DAMAGED = "the search index is damaged; whoever runs it calls `crossplan ingest`"
CODES = (BadUserInput.code, NotFound.code, LimitExceeded.code, Unavailable.code, ApiError.code)


def known(error: Exception) -> ApiError | None:
    """The error as one that may be told, or None for one that was not foreseen; a store's own message names paths."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, StoreTimeout):
        return LimitExceeded("time: the store took longer than it may, ask for less")
    if isinstance(error, StoreVersionMismatch):
        log.warning("store: %s", error)
        return Unavailable(OTHER_VERSION)
    if isinstance(error, StoreUnavailable):
        log.warning("store: %s", error)
        return Unavailable("the store does not answer now, ask again later")
    if isinstance(error, IndexDamaged):
        log.warning("search: %s", error)
        return Unavailable(INDEX_DAMAGED)
    return None


def tell(error: GraphQLError) -> GraphQLFormattedError:
    """The error as a client gets it: message, locations, path, and `extensions.code`, one of CODES."""
    cause = _cause(error)
    told = known(cause) if cause else None
    if cause is None:
        message, code = error.message, _code(error)
    elif told is not None:
        message, code = str(told), told.code
    else:
        number = secrets.token_hex(4)
        log.error("error %s at %s", number, error.path, exc_info=cause)
        message, code = f"internal error {number}: see the server's log", ApiError.code
    return _formatted(error, message, code)


def _cause(error: GraphQLError) -> Exception | None:
    """What was raised underneath, or None where the GraphQL engine itself refused the document or its variables."""
    cause: Exception | None = error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def _code(error: GraphQLError) -> str:
    if isinstance(error, GraphQLSyntaxError) and "tokens" in error.message:
        return LimitExceeded.code
    code = (error.extensions or {}).get("code")
    return code if isinstance(code, str) else BadUserInput.code


def _formatted(error: GraphQLError, message: str, code: str) -> GraphQLFormattedError:
    told: GraphQLFormattedError = {"message": message, "extensions": {"code": code}}
    if error.locations:
        told["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        told["path"] = error.path
    return told
