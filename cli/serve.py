"""`crossplan serve`: the GraphQL API and the web page on one port."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from typing import Annotated

import typer

from cli.errors import CommandError
from cli.output import say
from cli.stored import search_settings, store_settings
from graph_api.settings import ApiSettings


def serve(
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="CROSSPLAN_PORT or 8000; 0 takes a free one.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="The address; CROSSPLAN_HOST or 127.0.0.1.")] = None,
) -> None:
    """Serves the API, the explorer and the page until it is stopped.

    Examples:

    * `crossplan serve`

    * `crossplan serve --port 9000`
    """
    settings = ApiSettings.from_environment(os.environ)
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    listener = _listen(settings.host, settings.port)

    import uvicorn  # the web stack takes a while to import: a port in use is told before

    from graph_api.app import create_app
    from graph_api.library import Library

    app = create_app(settings, Library(store_settings(), search_settings()))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=5))
    root = f"http://{_shown(settings.host)}:{listener.getsockname()[1]}"
    say(f"page {root}/   GraphQL {root}/graphql   health {root}/health   (Ctrl-C stops)")
    server.run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; raises CommandError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise CommandError(f"{host} port {port}: {reason}; expected a free port: crossplan serve --port N") from error
    return listener


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
