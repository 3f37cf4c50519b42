"""The GraphQL schema: the root, the limits, the caches, and what Strawberry is told.

In: the settings.  Out: a `strawberry.Schema`; its text stands in `schema.graphql`, which a test compares.
Write it anew with `python -m graph_api.schema > graph_api/schema.graphql`.
"""

from __future__ import annotations

import sys

import strawberry
from graphql import GraphQLError
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types.execution import ExecutionContext

from graph_api.executor import ColumnExecutor
from graph_api.limits import limit_rule
from graph_api.query import Query
from graph_api.settings import ApiSettings

DOCUMENTS = 256  # how many different documents the caches keep


class Schema(strawberry.Schema):
    """The schema; errors are logged where they are told to a client, not here."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Nothing: see `graph_api.errors.tell`."""


def build_schema(settings: ApiSettings) -> Schema:
    """The schema under these limits; build it once a process."""
    rule = limit_rule(settings)
    return Schema(
        Query,
        config=StrawberryConfig(disable_field_suggestions=False),
        execution_context_class=ColumnExecutor,
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=settings.max_tokens),
            lambda: AddValidationRules([rule]),
            lambda: ParserCache(maxsize=DOCUMENTS),
            lambda: ValidationCache(maxsize=DOCUMENTS),
        ],
    )


if __name__ == "__main__":
    sys.stdout.write(build_schema(ApiSettings()).as_str() + "\n")
