"""GraphQL over HTTP: one document a request, an answer in time or an error with a code, never a stack trace.

In: `POST /graphql` with `{"query", "variables", "operationName"}`, or `GET /graphql?query=…`.  Out: JSON with `data`
and `errors`.  Every refusal, also of a body that is no JSON, has the shape of a GraphQL error.
"""

from __future__ import annotations

import asyncio
import json

from cross_web import HTTPException
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.http.async_base_view import AsyncHTTPRequestAdapter  # type: ignore[attr-defined]
from strawberry.http.base import BaseRequestProtocol
from strawberry.schema import BaseSchema
from strawberry.types import ExecutionResult

from graph_api.context import Context
from graph_api.errors import ApiError, BadUserInput, LimitExceeded, tell
from graph_api.library import Library
from graph_api.settings import ApiSettings
from search.query import readable


class GraphQLEndpoint(GraphQL[Context, None]):
    """The `/graphql` endpoint; call `answer` with the request."""

    def __init__(self, schema: BaseSchema, library: Library, settings: ApiSettings) -> None:
        super().__init__(schema, graphql_ide=None, subscription_protocols=())
        self.library = library
        self.settings = settings

    async def answer(self, request: Request) -> Response:
        """The answer to one request; what HTTP itself refuses comes back as a GraphQL error too.

        A browser that opens the endpoint without a question is led to the explorer.
        """
        if request.method == "GET" and not request.query_params and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse("/explorer", status_code=303)
        try:
            async with asyncio.timeout(self.settings.timeout), self.library.reading() as holdings:
                return await self.run(request, context=Context.of(holdings, self.settings))
        except TimeoutError:
            return refusal(LimitExceeded(f"time: no answer within {self.settings.timeout:g} s, ask for less"))
        except HTTPException as error:
            return refusal(BadUserInput(error.reason), error.status_code)
        except ApiError as error:
            return refusal(error)

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:  # noqa: ARG002
        """Never: the explorer is a page of its own."""
        return False

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:  # noqa: ARG002
        """Data and errors as they are sent."""
        answer: GraphQLHTTPResponse = {"data": result.data}
        if result.errors:
            answer["errors"] = [dict(tell(error)) for error in result.errors]
        return answer

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]:
        """What is asked; raises LimitExceeded for a document that would take long to read: variables may be longer."""
        data = await super().parse_http_body(request)
        found = len(data.query or "") if isinstance(data, GraphQLRequestData) else 0
        if found > (most := self.settings.max_document):
            raise LimitExceeded(f"document: found {found} characters, expected at most {most}: use variables")
        return data

    def decode_json(self, data: str | bytes) -> object:
        """The object that a body or a parameter holds, null as an empty one; raises BadUserInput.

        A sign of damage stands for half a character, which no store takes.
        """
        try:
            value = json.loads(readable(json.dumps(json.loads(data), ensure_ascii=False)))
        except (ValueError, RecursionError) as error:
            raise BadUserInput("body: found no JSON that can be read, expected an object in UTF-8") from error
        if not isinstance(value, dict | list | None):
            raise BadUserInput(f"body: found {type(value).__name__}, expected a JSON object")
        return {} if value is None else value

    def encode_json(self, data: object) -> str:
        """JSON in UTF-8: Chinese stays readable, and half the size."""
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def refusal(error: ApiError, status: int | None = None) -> Response:
    """An error of the whole request, in the shape of a GraphQL answer."""
    told = tell(GraphQLError(str(error), original_error=error))
    return JSONResponse({"errors": [told]}, status_code=status or error.status)
