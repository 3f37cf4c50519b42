"""Every statement stays within the Cypher that both engines read alike, and within the words of the ontology."""

from __future__ import annotations

import re

import pytest

from ontology.schema import GraphSchema
from queries.query import Query, all_queries, load
from tests.queries.portable import RULES, Rule, departures
from tests.queries.statement import Step, uses

EVERY = [pytest.param(query, id=query.name) for query in all_queries().values()]
GOOD = "MATCH (p:Plan)\nRETURN\n  p.id AS id\nORDER BY id\n"


@pytest.mark.parametrize("query", EVERY)
def test_a_question_stays_within_the_portable_subset(query: Query) -> None:
    assert departures(query.text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.why)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    assert re.search(rule.pattern, rule.example)
    assert not re.search(rule.pattern, GOOD)


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (GOOD.replace("p.id AS id", "p AS id"), "p: a node is returned whole"),
        (GOOD.replace("p.id AS id", "p.id AS p"), "p: a column is named as a variable is"),
        (GOOD.replace("BY id", "BY p.title"), "ORDER BY … p.title: the order ends in the id of a column"),
        (GOOD.replace("\nORDER BY id", ""), "ORDER BY … : the order ends in the id of a column"),
        (
            GOOD.replace("p.id", "properties(p).id"),
            "properties(): not one of the functions that both engines have alike",
        ),
        (GOOD.replace("p.id", "round(p.id)"), "round(): not one of the functions that both engines have alike"),
        (
            GOOD.replace("RETURN", "WITH collect(p) AS all\nUNWIND all AS p\nRETURN"),
            "p: a list of nodes is copied with every row; collect their ids",
        ),
        (
            GOOD.replace("RETURN", "OPTIONAL MATCH (a)-[:IN_PLAN]->(p)\nOPTIONAL MATCH (a)-[:HELD_BY]->(d)\nRETURN"),
            "a: an optional match from a node that may be null",
        ),
    ],
)
def test_a_statement_outside_the_subset_is_found(statement: str, finding: str) -> None:
    assert finding in departures(statement)


def test_words_in_texts_and_comments_are_not_read_as_cypher() -> None:
    assert departures(GOOD.replace("RETURN", "WHERE p.level = 'SET (规划) round()' // CREATE\nRETURN")) == []


@pytest.mark.parametrize("query", EVERY)
def test_a_question_speaks_in_the_words_of_the_ontology(query: Query, schema: GraphSchema) -> None:
    used = uses(query.text)
    assert used.labels <= schema.labels.keys()
    assert not [each for each in used.properties if not _known(each.name, each.labels, each.guarded, schema)]
    assert not [step for step in used.steps if not _fits(step, schema)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(t:Task {", "(t:Tasks {"),
        ("t.title AS title", "t.titel AS title"),
        ("t.title AS title", "t.name AS title"),
        ("-[:IN_GROUP]->", "-[:IN_GROUPS]->"),
        ("(t)-[:IN_GROUP]->(g:TaskGroup)", "(t)<-[:IN_GROUP]-(g:TaskGroup)"),
        ("(t)-[:IN_GROUP]->(g:TaskGroup)", "(t)-[:IN_GROUP]->(g:Section)"),
    ],
)
def test_a_word_that_the_ontology_does_not_have_is_found(old: str, new: str, schema: GraphSchema) -> None:
    text = load("task").text
    assert old in text
    used = uses(text.replace(old, new))
    assert (
        not used.labels <= schema.labels.keys()
        or any(not _known(each.name, each.labels, each.guarded, schema) for each in used.properties)
        or any(not _fits(step, schema) for step in used.steps)
    )


def test_node_tells_every_property_of_every_label(schema: GraphSchema) -> None:
    branches = dict(re.findall(r"MATCH \(n:(\w+) \{id: \$id\}\)\n(.*?)AS facts", load("node").text, re.DOTALL))
    told = {label: set(re.findall(r"(\w+): n\.`?(\w+)", branch)) for label, branch in branches.items()}
    assert told == {
        name: {(each, each) for each in label.properties if each != label.key} for name, label in schema.labels.items()
    }


@pytest.mark.parametrize("name", ["relations_from", "relations_to"])
def test_relations_are_sought_under_every_label(name: str, schema: GraphSchema) -> None:
    match = re.search(r"\(n:([\w|\s]+) \{", load(name).text)
    assert match
    assert set(re.findall(r"\w+", match[1])) == schema.labels.keys()


@pytest.mark.parametrize("name", ["relations_from", "relations_to"])
def test_the_other_end_is_named_by_what_its_label_has(name: str, schema: GraphSchema) -> None:
    lists = re.findall(r"IN \[([^\]]*)\] THEN o\.(\w+)", load(name).text)
    assert {key for _, key in lists} == {"title", "name"}
    for labels, key in lists:
        having = {label.name for label in schema.labels.values() if key in label.properties}
        assert set(re.findall(r"'(\w+)'", labels)) == having, key


def test_statistics_count_every_label(schema: GraphSchema) -> None:
    counted = re.findall(r"COUNT \{ MATCH \(n:(\w+)\) \}", load("statistics").text)
    assert sorted(counted) == sorted(schema.labels)


def _known(name: str, labels: frozenset[str], guarded: bool, schema: GraphSchema) -> bool:
    """Whether the labels have the property; each of them has to where it is a name, which engines show differently."""
    having = {label for label in labels or schema.labels if name in schema.labels[label].properties}
    everywhere = name in {"name", "title"} and not guarded
    return bool(having) and (not everywhere or having == (labels or set(schema.labels)))


def _fits(step: Step, schema: GraphSchema) -> bool:
    """Whether the ontology lets every type of the step run between labels of its ends."""

    def runs(type_: str, start: frozenset[str], end: frozenset[str]) -> bool:
        relation = schema.relations[type_]
        return bool((not start or start & relation.domain) and (not end or end & relation.range))

    if not step.types <= schema.relations.keys():
        return False
    if step.hops:  # the ends of several steps: the first leaves from one end, the last arrives at the other
        leaves = any(runs(each, step.start, frozenset()) for each in step.types)
        return leaves and any(runs(each, frozenset(), step.end) for each in step.types)
    both = [(step.start, step.end)] if step.directed else [(step.start, step.end), (step.end, step.start)]
    return all(any(runs(each, *ends) for ends in both) for each in step.types)
