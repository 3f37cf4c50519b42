"""The pages for people: plans and indicator matrix, one indicator compared, search, a plan's text, the explorer.

In: a request.  Out: HTML from the templates, made of the same answers that the API gives.  Every figure leads to the
words of the plan that state it; a plan that states nothing says so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from graph_api.ask_page import ask_values
from graph_api.commitments_page import commitments_values
from graph_api.compare import compare_indicator
from graph_api.context import Context
from graph_api.coverage_page import coverage_values
from graph_api.departments_page import departments_values
from graph_api.downloads import download
from graph_api.errors import BadUserInput, NotFound, known, log
from graph_api.figures import figure
from graph_api.library import Library
from graph_api.matrix import MatrixPage, indicator_matrix_of
from graph_api.reuse_page import reuse_values
from graph_api.search_page import search_values, whole
from graph_api.settings import ApiSettings
from graph_api.shown_plans import ShownPlan, all_plans
from graph_api.source_text import Heading, lay_out
from graph_api.words import chinese
from queries.query import load

_HERE = Path(__file__).parent
_HEADINGS = {404: "没有这一页", 500: "服务出错了", 503: "现在还不能回答"}
Page = Callable[[Request, Context], Awaitable[Response]]
Values = Callable[[QueryParams, Context, Sequence[ShownPlan]], Awaitable[dict[str, Any]]]
# Pages that are a template and what it shows, by the name of both.
_COMPARISONS: Mapping[str, Values] = {
    "ask": ask_values,
    "commitments": commitments_values,
    "coverage": coverage_values,
    "departments": departments_values,
    "reuse": reuse_values,
}


@dataclass(frozen=True, slots=True)
class Example:
    """A question to start from in the explorer; its first line says in Chinese what it asks."""

    title: str
    text: str

    @classmethod
    def read(cls, path: Path) -> Example:
        """The example in a `.graphql` file."""
        text = path.read_text(encoding="utf-8")
        return cls(text.partition("\n")[0].removeprefix("#").strip(), text)


class Pages:
    """The pages, over one library."""

    def __init__(self, settings: ApiSettings, library: Library, schema_text: str) -> None:
        self._settings = settings
        self._library = library
        self._schema_text = schema_text
        self._examples = [Example.read(path) for path in sorted((_HERE / "examples").glob("*.graphql"))]
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(figure=figure, chinese=chinese)

    def routes(self) -> list[Route]:
        """The routes of all pages."""
        pages: dict[str, Page] = {
            "/": self.front,
            "/compare": self.compare,
            "/search": self.search,
            "/plans/{plan}/source": self.source,
            "/explorer": self.explorer,
            "/download/{table}.{form}": download,
            **{f"/{name}": self.comparison(name, values) for name, values in _COMPARISONS.items()},
        }
        return [Route(path, self.answering(page)) for path, page in pages.items()] + [
            Route("/schema.graphql", self.schema)
        ]

    def answering(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """The page with one version of the data lent to it for as long as it takes."""

        async def answer(request: Request) -> Response:
            async with self._library.reading() as holdings:
                return await page(request, Context.of(holdings, self._settings))

        return answer

    def render(self, template: str, context: Context | None, status: int = 200, **values: object) -> Response:
        """A template as an answer."""
        version = context.holdings.version if context else ""
        html = self._templates.get_template(template).render(version=version, **values)
        return HTMLResponse(html, status_code=status)

    async def refusal(self, request: Request, error: Exception) -> Response:
        """The page for what was refused or is not there."""
        told = known(error)
        status = told.status if told else getattr(error, "status_code", 500)
        message = str(told or request.url.path)
        return self.render("error.html", None, status, heading=_HEADINGS.get(status, "请求有误"), message=message)

    async def failure(self, request: Request, error: Exception) -> Response:
        """The page for what this service did not foresee; what it was stands in the log."""
        log.error("error at %s", request.url.path, exc_info=error)
        return self.render("error.html", None, 500, heading=_HEADINGS[500], message="问题已记入服务器日志。")

    async def front(self, request: Request, context: Context) -> Response:
        """The plans with their counts, and the indicator matrix."""
        plans = await all_plans(context)
        wanted = MatrixPage(offset=whole(request.query_params.get("offset", "0"), "offset"))
        matrix = await indicator_matrix_of(context, {}, wanted)
        citations = [await row.citations_of() for row in matrix.rows]
        by_id = {plan.id: plan for plan in plans}
        columns = [by_id[column.plan_id] for column in matrix.columns]
        rows = list(zip(matrix.rows, citations, strict=True))
        following = wanted.offset + wanted.size
        further = following if following < matrix.concept_count else None
        return self.render("front.html", context, plans=plans, rows=rows, columns=columns, next_page=further)

    async def compare(self, request: Request, context: Context) -> Response:
        """One indicator across regions; the front page, where they are to choose from, where none is named."""
        concept, name = request.query_params.get("indicator"), request.query_params.get("name")
        if not concept and not name:
            return RedirectResponse("/", status_code=303)
        comparison = await compare_indicator(context, concept, name, {})
        names = {plan.id: plan.region_name for plan in await all_plans(context)}
        by_plan = [(names[plan], list(rows)) for plan, rows in groupby(comparison.rows, key=lambda row: row.plan_id)]
        return self.render("compare.html", context, comparison=comparison, by_plan=by_plan)

    async def search(self, request: Request, context: Context) -> Response:
        """What the search finds, why, and in which plans and on which themes."""
        plans = await all_plans(context)
        names = {plan.id: plan.region_name for plan in plans}
        return self.render("search.html", context, **await search_values(request.query_params, context, names))

    def comparison(self, name: str, values: Values) -> Page:
        """The page of one comparison."""

        async def answer(request: Request, context: Context) -> Response:
            shown = await values(request.query_params, context, await all_plans(context))
            return self.render(f"{name}.html", context, **shown)

        return answer

    async def source(self, request: Request, context: Context) -> Response:
        """A plan's own text, with the stretch `start` to `end` marked."""
        plan = await context.load(load("plan"), request.path_params["plan"])
        text = context.holdings.sources.get(request.path_params["plan"])
        if plan is None or text is None:
            raise NotFound(f"plans: found no plan {request.path_params['plan'][:80]!r}")
        start, end = (whole(request.query_params.get(name, "0"), name) for name in ("start", "end"))
        if not (start <= end <= len(text)):
            raise BadUserInput(f"start and end: found {start} and {end}, expected a place in {len(text)} characters")
        headings = await _headings(context, plan.id)
        around = [heading for heading in headings if heading.start <= start and end]
        return self.render(
            "source.html",
            context,
            plan=plan,
            headings=headings,
            blocks=list(lay_out(text, headings, start, end)),
            quote=text[start:end],
            section=around[-1].title if around else None,
            start=start,
            end=end,
        )

    async def explorer(self, _: Request, context: Context) -> Response:
        """Where a GraphQL document is written and run."""
        return self.render("explorer.html", context, examples=self._examples)

    async def schema(self, _: Request) -> Response:
        """The schema as text."""
        return PlainTextResponse(self._schema_text)


async def _headings(context: Context, plan: str) -> list[Heading]:
    entries = await context.rows(load("outline"), {"plan": plan})
    return [
        Heading(entry.section_id, entry.level, entry.number, entry.title, entry.citation.start, entry.citation.end)
        for entry in sorted(entries, key=lambda entry: entry.citation.start)
    ]
