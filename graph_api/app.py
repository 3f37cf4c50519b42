"""The application: GraphQL, the pages, the addresses of ids, and whether the service is alive and ready.

In: the settings and the library of data.  Out: a Starlette application, whole and without global state; two of them
may live in one process.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.errors import StoreTimeout, StoreUnavailable, StoreVersionMismatch
from graph_api.addresses import Addresses
from graph_api.endpoint import GraphQLEndpoint
from graph_api.errors import ApiError, Unavailable
from graph_api.guard import BodyLimit, SecurityHeaders
from graph_api.library import Library
from graph_api.pages import Pages
from graph_api.schema import build_schema
from graph_api.settings import ApiSettings

_HERE = Path(__file__).parent
REFUSALS = (StoreTimeout, StoreUnavailable, StoreVersionMismatch)  # of the store, which a visitor is told of


def create_app(settings: ApiSettings, library: Library) -> Starlette:
    """The application; the library is closed when it stops."""
    schema = build_schema(settings)
    endpoint = GraphQLEndpoint(schema, library, settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await library.close()

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(_: Request) -> Response:
        try:
            return JSONResponse({"status": "ready", "version": await library.ready()})
        except Unavailable as error:
            return JSONResponse({"status": "waiting", "for": str(error)}, status_code=error.status)

    pages = Pages(settings, library, schema.as_str())
    return Starlette(
        routes=[
            *pages.routes(),
            Addresses(settings, pages).route(),
            Route("/graphql", endpoint.answer, methods=["GET", "POST"]),
            Route("/health", health),
            Route("/ready", ready),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            *_cross_origin(settings),
            Middleware(BodyLimit, max_body=settings.max_body),
            Middleware(GZipMiddleware, minimum_size=2048, compresslevel=5),
        ],
        exception_handlers={
            **dict.fromkeys((ApiError, *REFUSALS, HTTPException), pages.refusal),
            Exception: pages.failure,
        },
        lifespan=lifespan,
    )


def _cross_origin(settings: ApiSettings) -> list[Middleware]:
    if not settings.allow_origins:
        return []
    methods, headers = ("GET", "POST"), ("content-type",)
    origins = settings.allow_origins
    return [Middleware(CORSMiddleware, allow_origins=origins, allow_methods=methods, allow_headers=headers)]
