"""The pictures of origins say what the records say, and where each line begins and ends."""

import re
from dataclasses import replace

import pytest

from generator.evidence.archive import Archive
from generator.pages import Settings
from generator.pages.charts import origingraph
from generator.pages.charts.origingraph import Graph, Strip
from generator.pages.view import View
from generator.records.source import Relay
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import ROOT, archive, made

DESK = "<em>Desk</em> {{ 5 }} *d* {: .d } & co"
OATH = '<em>Oath</em> {{ 6 }} *a* {: .a } of "J."'
HERALD = '<b onclick="x">Herald</b> {{ 1 }} *o* {: .o } &amp;'
MONDAY = "Words of the mayor on a Monday, in a document that does not say where"
COUNCIL = "The mayor's report to the council"


def view(of: Archive | None = None) -> View:
    """Return the small archive, or another, as its page of origins sees it."""
    return View(of or archive(), Settings(), "../")


def told(graph: Graph | None) -> list[tuple[str, str, str]]:
    """Return the ties of a picture: from, tie, to."""
    assert graph is not None
    return [
        (knot.named, word, to)
        for strip in graph.strips
        for knot, ports in strip.left
        for word, to in ports
    ]


def test_documents_rest_on_newsrooms() -> None:
    """Each held document has a line to each newsroom that it has words of, with the tie's word."""
    graph = origingraph.documents_graph(view())
    assert told(graph) == [
        (HERALD, "own", DESK),
        (HERALD, "inferred", "Quillbeck Courier"),
        ("Bridge Digest", "credited", "Quillbeck Courier"),
        ("Quillbeck Courier", "own", "Quillbeck Courier"),
        ("Valley Post", "credited", "Quillbeck Courier"),
        ("Quillbeck Today", "matched", "Quillbeck Courier"),
        ("Quillbeck Today", "inferred", "Hill Radio"),
        ("Hill Radio", "own", "Hill Radio"),
    ]
    assert graph is not None
    assert graph.said == "6 documents, 3 newsrooms."
    assert [(knot.named, knot.note) for knot in graph.strips[0].right] == [
        (DESK, "1 document"),
        ("Quillbeck Courier", "5 documents"),
        ("Hill Radio", "2 documents"),
    ]


def test_the_real_documents_rest_on_four_newsrooms_and_one_inferred() -> None:
    """The picture agrees with the records of the site, and says what is inferred."""
    graph = origingraph.documents_graph(view(archive(ROOT)))
    assert graph is not None
    assert graph.said == "5 documents, 4 newsrooms and one that we infer."
    rights = [knot for strip in graph.strips for knot in strip.right]
    assert [knot.named for knot in rights if knot.weak] == ["Reuters"]
    assert [knot.note for knot in rights if knot.weak] == ["1 document, inferred"]
    expected = {
        (source.outlet, archive(ROOT).origins[id_].name)
        for source in archive(ROOT).sources.values()
        if source.seal
        for id_ in [source.origin, *(r.origin for r in source.relays if r.via is None)]
        if id_ and archive(ROOT).origins[id_].kind == "newsroom"
    }
    assert {(name, to) for name, _, to in told(graph)} == expected


def test_newsrooms_have_public_acts_and_what_may_be_one_is_one() -> None:
    """An act hangs on the newsroom through which it came; two that may be the same are one box."""
    graph = origingraph.acts_graph(view())
    one = f"{MONDAY} or {COUNCIL}"
    assert told(graph) == [(DESK, "credited", OATH), ("Quillbeck Courier", "credited", one)]
    assert graph is not None
    [joined] = graph.strips[1].right
    assert [name for name, _ in joined.names] == [MONDAY, COUNCIL]
    assert joined.note == "counted once"


def test_a_newsroom_that_is_only_passed_on_says_through_whom() -> None:
    """A newsroom that every document has through another names that other."""
    graph = origingraph.acts_graph(view(archive(ROOT)))
    assert graph is not None
    notes = {knot.named: knot.note for strip in graph.strips for knot, _ in strip.left}
    assert notes["The Associated Press"] == "through NBC News"
    assert notes["NBC News"] == ""


def test_without_documents_there_is_no_picture() -> None:
    """Where no source is held there is nothing to draw."""
    nobody = replace(archive(), sources={})
    assert origingraph.documents_graph(view(nobody)) is None
    assert origingraph.acts_graph(view(nobody)) is None


@pytest.mark.parametrize("strips", [1, 2, 3])
def test_lines_run_from_the_middle_of_a_port_to_the_middle_of_a_box(strips: int) -> None:
    """Rows share the height evenly: on the left the name's and one a tie, on the right one each."""
    graphs = [origingraph.documents_graph(view(a)) for a in (archive(), archive(ROOT))]
    graphs.append(origingraph.acts_graph(view(archive(ROOT))))
    graph = graphs[strips - 1]
    assert graph is not None
    for strip in graph.strips:
        assert ends(strip) == expected_ends(strip)


def ends(strip: Strip) -> list[tuple[int, int]]:
    """Return the heights at which the lines of a part begin and end."""
    found = [re.fullmatch(r"M0 (\d+)C1 \1 1 (\d+) 2 \2", path) for _, path in strip.lines]
    return [(int(one[1]), int(one[2])) for one in found if one]


def expected_ends(strip: Strip) -> list[tuple[int, int]]:
    """Return the heights that follow from rows of equal height, counted here one by one."""
    rows = [(number, at) for number, (knot, ports) in enumerate(strip.left)
            for at in [*[-1] * knot.head, *range(len(ports))]]  # fmt: skip
    boxes = [number for number, knot in enumerate(strip.right) for _ in knot.names]
    found = []
    for number, (_, ports) in enumerate(strip.left):
        for at, (_, to) in enumerate(ports):
            start = (rows.index((number, at)) + 0.5) / len(rows)
            box = [knot.named for knot in strip.right].index(to)
            end = (boxes.index(box) + boxes.count(box) / 2) / len(boxes)
            found.append((int(start * 1000 + 1e-9), int(end * 1000 + 1e-9)))
    return found


def figures(of: Archive | None = None) -> list[Element]:
    """Return the pictures on the page of origins."""
    return list(parse(made(of or archive())["origins.md"].body).all("figure", "fc-graph"))


def test_the_picture_is_a_list_for_those_who_do_not_see_it() -> None:
    """Each document is an item that names its ties and where they lead; the lines say nothing."""
    documents = figures()[0]
    items = [squeezed(one.text) for one in documents.all("li")]
    assert items[4] == "Quillbeck Today matched: Quillbeck Courier; inferred: Hill Radio"
    assert items[-1] == "Hill Radio 2 documents"
    [lines] = documents.all("svg")
    assert lines.attributes["aria-hidden"] == "true"
    assert [path.classes for path in lines.all("path")][:2] == [["fc-own"], ["fc-inferred"]]
    explained = squeezed(next(documents.all("p", "fc-remark")).text)
    assert explained.startswith("own: its own words · credited: the document says so · matched:")


def test_hostile_names_are_inert() -> None:
    """Names that look like markup stand in the picture as typed, hidden text included."""
    documents, acts = figures()
    assert f"{HERALD} own: {DESK}; inferred: Quillbeck Courier" in squeezed(documents.text)
    assert f"{DESK} credited: {OATH}" in squeezed(acts.text)
    for figure in (documents, acts):
        assert {one.tag for one in figure.all()} <= {
            *("figcaption", "p", "span", "b", "div", "ul", "li", "a", "svg", "path"),
        }


def test_the_exact_markup_of_a_small_picture() -> None:
    """One document with one newsroom is this, to the letter."""
    one = {"hill-radio-notes": archive().sources["hill-radio-notes"]}
    body = made(replace(archive(), sources=one, claims={}, variants={}))["origins.md"].body
    strip = body[body.index('<div class="fc-strip">') : body.index("</div>")]
    assert (
        strip
        == """\
<div class="fc-strip">
<ul>
<li><span><a href="../sources/hill-radio-notes/">Hill Radio</a></span> \
<span>own<span>: Hill Radio</span></span></li>
</ul>
<svg viewBox="0 0 2 1000" preserveAspectRatio="none" aria-hidden="true">\
<path class="fc-own" d="M0 750C1 750 1 500 2 500"/></svg>
<ul>
<li><a href="../origins/#hill-radio">Hill Radio</a> <span>1 document</span></li>
</ul>
"""
    )


def many(documents: int, ties: int) -> Archive:
    """Return an archive of so many documents, each with so many newsrooms."""
    courier, held = archive().origins["courier"], archive().sources["valley-post"]
    origins = {f"desk-{n}": courier.model_copy(update={"id": f"desk-{n}"}) for n in range(ties)}
    relays = tuple(Relay(origin=id_, tie="credited") for id_ in origins)
    sources = {
        f"page-{n}": held.model_copy(update={"id": f"page-{n}", "relays": relays})
        for n in range(documents)
    }
    groups = {id_: id_ for id_ in origins}
    return replace(
        archive(), claims={}, variants={}, sources=sources, origins=origins, groups=groups
    )


@pytest.mark.parametrize(("documents", "ties"), [(1, 13), (31, 1), (400, 3)])
def test_what_is_too_much_for_a_picture_is_a_sentence(documents: int, ties: int) -> None:
    """Beyond what can be read there is no picture, and the sentence says so and how many."""
    graph = origingraph.documents_graph(view(many(documents, ties)))
    assert graph is not None
    assert graph.strips == ()
    assert graph.said.endswith(
        f"{documents * ties} ties between them are too many for one picture."
    )


def test_the_largest_picture_is_small() -> None:
    """The largest picture there can be has a few kilobytes, and its rows have their class."""
    of = many(3, 10)
    graph = origingraph.documents_graph(view(of))
    assert graph is not None
    assert len(graph.strips) == 1
    style = (ROOT / "generator/pages/theme/style/charts.css").read_text("utf-8")
    [figure] = figures(of)
    rows = {c for one in figure.all() for c in one.classes if c.startswith("fc-rows-")}
    assert "fc-rows-14" in rows
    most = origingraph.MOST_PORTS + origingraph._MOST_HEAD
    assert all(f".fc-rows-{n} {{ grid-row: span {n}; }}" in style for n in range(3, most + 1))
    body = made(of)["origins.md"].body
    assert len(body[body.index("<figure") : body.index("</figure>")]) < 10_000


def test_documents_without_a_newsroom_are_named() -> None:
    """A held document behind which no newsroom is known is named below the picture's figures."""
    silent = archive().sources["valley-post"].model_copy(update={"relays": ()})
    graph = origingraph.documents_graph(view(replace(archive(), sources={
        **archive().sources, "valley-post": silent,
    })))  # fmt: skip
    assert graph is not None
    assert graph.said.endswith("No newsroom is known behind Valley Post.")
