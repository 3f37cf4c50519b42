"""`crossplan export`: the whole graph as RDF."""

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
from ontology.skos import BASE


class Format(StrEnum):
    """The forms of RDF that are written."""

    TTL = "ttl"
    JSONLD = "jsonld"


def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    form: Annotated[Format, typer.Option("--format", help="Turtle or JSON-LD.")] = Format.TTL,
    base: Annotated[str, typer.Option(help="What the addresses of ids begin with.")] = BASE,
) -> None:
    """Writes the whole graph as RDF, each fact with its place in the source.

    Examples:

    * `crossplan export --format ttl -o plans.ttl`

    * `crossplan export --format jsonld -o plans.jsonld`
    """
    from ontology.rdf import to_rdf
    from ontology.serialisation import serialise

    triples = to_rdf(stored_graph(), base)
    write_whole(output, serialise(triples, "turtle" if form is Format.TTL else "json-ld"))
    say(f"{output}: {len(triples):,} triples")


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
