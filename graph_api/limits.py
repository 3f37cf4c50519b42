"""How large a question may be: depth, aliases and tokens of the document, rows read for the answer.

In: a parsed document.  Out: errors coded LIMIT_EXCEEDED that name the limit and what was found.  Fragments are measured
once each and their measure is reused, so that a document that spreads fragments within fragments takes no longer to
refuse than to read.  The rule is a class built once for a schema: Strawberry's ValidationCache has the rules in its
key, so a rule built for each request would never be found there again.  How much pages within pages come to depends on
the data, so rows are counted as they are read (`Budget`) and not guessed from the document.
Example: ten thousand aliases of `plans` are refused by the tokens before anything else looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
)
from graphql.language import DocumentNode

from graph_api.errors import LimitExceeded
from graph_api.settings import ApiSettings

_ENOUGH = 10**9  # where a measure stops growing


@dataclass(slots=True)
class _Measure:
    """Depth and number of aliases of selections, fragments spread out."""

    fragments: Mapping[str, FragmentDefinitionNode]
    known: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, selections: SelectionSetNode | None) -> tuple[int, int]:
        depth = aliases = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                below, within = self.of(node.selection_set)
                below, within = below + 1, within + (node.alias is not None)
            elif isinstance(node, InlineFragmentNode):
                below, within = self.of(node.selection_set)
            else:
                below, within = self._fragment(node)
            depth, aliases = max(depth, below), min(aliases + within, _ENOUGH)
        return depth, aliases

    def _fragment(self, node: object) -> tuple[int, int]:
        name = node.name.value if isinstance(node, FragmentSpreadNode) else ""
        if name not in self.known:
            self.known[name] = (0, 0)  # a fragment within itself adds nothing here: another rule refuses it
            fragment = self.fragments.get(name)
            self.known[name] = self.of(fragment.selection_set) if fragment else (0, 0)
        return self.known[name]


def limit_rule(settings: ApiSettings) -> type[ValidationRule]:
    """The validation rule for depth and aliases under `settings`; build it once for a schema."""

    class LimitRule(ValidationRule):
        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)
            measure = _Measure(_fragments(context.document))
            for operation in _operations(context.document):
                depth, aliases = measure.of(operation.selection_set)
                if depth > settings.max_depth and not _introspects(operation):
                    self.report_error(_exceeded("depth", depth, settings.max_depth))
                if aliases > settings.max_aliases:
                    self.report_error(_exceeded("aliases", aliases, settings.max_aliases))

    return LimitRule


def _exceeded(what: str, found: int, limit: int) -> GraphQLError:
    message = f"{what}: found {found if found < _ENOUGH else 'far more'}, expected at most {limit}"
    return GraphQLError(message, extensions={"code": LimitExceeded.code})


def _introspects(operation: OperationDefinitionNode) -> bool:
    """Whether only the schema is asked for; the engine's own rule bounds how deep that may go."""
    return all(
        isinstance(node, FieldNode) and node.name.value.startswith("__") for node in operation.selection_set.selections
    )


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}


def _operations(document: DocumentNode) -> Iterator[OperationDefinitionNode]:
    return (node for node in document.definitions if isinstance(node, OperationDefinitionNode))


@dataclass(slots=True)
class Budget:
    """How many rows one answer may still read."""

    limit: int
    spent: int = 0

    def spend(self, rows: int) -> None:
        """Counts a query and its rows; raises LimitExceeded once the answer has read too many."""
        self.spent += 1 + rows
        if self.spent > self.limit:
            raise LimitExceeded(f"rows: the answer would read more than {self.limit}, ask for smaller pages")
