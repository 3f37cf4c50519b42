"""How large a question may be: depth, aliases, tokens and the number of values an answer may hold.

In: a parsed document, and its variables for the cost.  Out: errors coded LIMIT_EXCEEDED that name the limit and what
was found.  Fragments are measured once each and their measure is reused, so that a document that spreads fragments
within fragments takes no longer to refuse than to read.  The rule is a class built once for a schema: Strawberry's
ValidationCache has the rules in its key, so a rule built for each request would never be found there again.
Example: ten thousand aliases of `plans` are refused by the tokens before anything else looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    VariableNode,
    get_named_type,
)
from graphql.language import DocumentNode
from strawberry.extensions import SchemaExtension

from graph_api.errors import LimitExceeded
from graph_api.settings import ApiSettings

_ENOUGH = 10**9  # where a measure stops growing
DEFAULT_PAGE = 50  # `first` where a document does not say


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


class CostLimiter(SchemaExtension):
    """Refuses an operation whose pages within pages could hold more values than `max_cost`."""

    def __init__(self, max_cost: int) -> None:
        self.max_cost = max_cost

    def on_execute(self) -> Iterator[None]:
        """Refuses before anything runs."""
        context = self.execution_context
        document, name = context.graphql_document, context.operation_name
        if document is not None:
            schema: GraphQLSchema = context.schema._schema
            for operation in _operations(document):
                if name is None or (operation.name and operation.name.value == name):
                    cost = _Cost(schema, _fragments(document), _variables(operation, context.variables or {}))
                    found = cost.of(operation.selection_set, schema.query_type)
                    if found > self.max_cost:
                        raise LimitExceeded(f"cost: found about {found} values, expected at most {self.max_cost}")
        yield


def _variables(operation: OperationDefinitionNode, given: Mapping[str, Any]) -> dict[str, int]:
    """The whole numbers among the variables, those left out at their defaults."""
    numbers = {name: value for name, value in given.items() if isinstance(value, int)}
    for definition in operation.variable_definitions or ():
        if isinstance(default := definition.default_value, IntValueNode):
            numbers.setdefault(definition.variable.name.value, int(default.value))
    return numbers


@dataclass(slots=True)
class _Cost:
    """How many values a selection may give: one a field, times `first` of each connection around it."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, int]
    known: dict[str, int] = field(default_factory=dict)

    def of(self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None) -> int:
        total = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                total += self._field(node, parent)
            elif isinstance(node, InlineFragmentNode):
                total += self.of(node.selection_set, self._type(node) or parent)
            elif isinstance(node, FragmentSpreadNode):
                total += self._fragment(node.name.value)
        return min(total, _ENOUGH)

    def _fragment(self, name: str) -> int:
        if name not in self.known:
            fragment = self.fragments[name]
            self.known[name] = self.of(fragment.selection_set, self._type(fragment))
        return self.known[name]

    def _type(self, node: InlineFragmentNode | FragmentDefinitionNode) -> GraphQLNamedType | None:
        return self.schema.type_map.get(node.type_condition.name.value) if node.type_condition else None

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> int:
        composite = isinstance(parent, GraphQLObjectType | GraphQLInterfaceType)
        definition = parent.fields.get(node.name.value) if composite else None  # type: ignore[union-attr]
        if definition is None:  # of the schema itself, which the engine bounds
            return 1
        times = self._first(node) if "first" in definition.args else 1
        return 1 + times * self.of(node.selection_set, get_named_type(definition.type))

    def _first(self, node: FieldNode) -> int:
        value = next((argument.value for argument in node.arguments or () if argument.name.value == "first"), None)
        if isinstance(value, IntValueNode):
            return max(int(value.value), 1)
        said = self.variables.get(value.name.value, DEFAULT_PAGE) if isinstance(value, VariableNode) else DEFAULT_PAGE
        return max(said, 1)
