"""`crossplan export`: the whole graph as RDF, as a table for Excel or pandas, or for a network library."""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.errors import CommandError
from cli.output import say
from cli.stored import stored_graph
from ontology.elements import Graph
from ontology.skos import BASE


class Format(StrEnum):
    """The forms that are written."""

    TTL = "ttl"
    JSONLD = "jsonld"
    CSV = "csv"
    XLSX = "xlsx"
    GRAPHML = "graphml"


def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    form: Annotated[Format, typer.Option("--format", help="Turtle, JSON-LD, CSV, Excel or GraphML.")] = Format.TTL,
    base: Annotated[str, typer.Option(help="What the addresses of ids begin with.")] = BASE,
) -> None:
    """Writes the whole graph, each fact with its place in the source.

    Examples:

    * `crossplan export --format ttl -o plans.ttl`

    * `crossplan export --format xlsx -o plans.xlsx` (a sheet for each class; 说明 tells what the columns mean)

    * `crossplan export --format csv -o plans.csv` (one table, a fact a row: `pandas.read_csv("plans.csv")`)
    """
    graph = stored_graph()
    write_whole(output, _written(graph, form, base))
    say(f"{output}: {len(graph.nodes):,} nodes, {len(graph.relations):,} relations")


def _written(graph: Graph, form: Format, base: str) -> bytes:
    """The graph in one form; each writer is imported only when it is asked for, since they load slowly."""
    match form:
        case Format.CSV | Format.XLSX:
            from ontology import spreadsheet
            from ontology.schema import schema_of
            from ontology.terms import Terms

            terms = Terms()
            if form is Format.CSV:
                return spreadsheet.to_csv(graph, schema_of(terms), base)
            return spreadsheet.to_xlsx(graph, schema_of(terms), base, terms)
        case Format.GRAPHML:
            from ontology.graphml import to_graphml

            return to_graphml(graph)
        case Format.TTL | Format.JSONLD:
            from ontology.rdf import to_rdf
            from ontology.serialisation import serialise

            return serialise(to_rdf(graph, base), "turtle" if form is Format.TTL else "json-ld")


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file beside its place and moves it there, so that a reader never meets half of it."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).chmod(0o644)
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}; expected a folder that can be written") from error
