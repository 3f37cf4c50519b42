"""The `crossplan` command: one file a command, gathered here; exit code 0 done, 2 bad usage or bad input, 1 a defect.

In: the arguments.  Out: records on standard output, and for each mistake of a user one line on standard error.
Commands import what is heavy when they run, so that help, completion and refusals answer at once.
"""

from __future__ import annotations

import os
import sys

import typer

from align.errors import AlignError
from cli.align import align
from cli.ask import ask
from cli.check import check
from cli.errors import CommandError
from cli.evaluate import evaluate
from cli.export import export
from cli.facts import facts
from cli.ingest import ingest
from cli.reuse import reuse
from cli.search import search
from cli.serve import serve
from cli.status import status
from cli.text import text
from graph.errors import StoreError
from graph_api.errors import ApiError
from ingest.errors import IngestError
from ontology.errors import OntologyError
from queries.header import QueryError
from search.errors import SearchError

MISTAKES = (CommandError, OntologyError, StoreError, QueryError, SearchError, AlignError, IngestError, ApiError)

app = typer.Typer(
    name="crossplan",
    help="A knowledge graph over Chinese government plans: plan text in, answers with citations out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for command in (facts, align, reuse, text, search, ask, ingest, serve, status, check, export):
    app.command()(command)
app.add_typer(evaluate)


def main() -> None:
    """Runs the command line; the exit code is the contract's."""
    try:
        app()
    except MISTAKES as error:
        for mistake in getattr(error, "mistakes", (error,)):
            print(f"crossplan: {' '.join(str(mistake).split())}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has seen enough (`crossplan facts … | head`): that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
