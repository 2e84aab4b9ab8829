"""The list of claims carries filters whose options and counts are those of the records."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.evidence.archive import Archive
from generator.pages import Asset, Settings, build, claimslist, dates, words
from generator.pages.assets import FILTERS
from generator.pages.facets import Facet, facets, source_names
from generator.pages.view import View
from generator.records.scalars import parse_date
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import ROOT, SMALL, archive, changed, edited, made, published, verdicts

KEYS = ["family", "verdict", "claimant", "topic", "source", "origin", "date"]
Choices = dict[str, dict[str, set[str]]]


def claims_page(of: Archive | None = None, drafts: bool = False) -> Element:
    """Return the list of claims as a tree."""
    return parse(claimslist.claims_page(of or archive(), Settings(drafts=drafts)).body)


def listed(page: Element) -> dict[str, Element]:
    """Return the rows of the list by claim."""
    rows = [one for one in page.all("li") if "data-options" in one.attributes]
    return {next(row.all("a")).attributes["href"].split("/")[-2]: row for row in rows}


def offered(page: Element) -> list[tuple[str, str, str]]:
    """Return facet, value and shown text of every option but "Any", in order."""
    return [
        (select.attributes["name"], option.attributes["value"], squeezed(option.text))
        for select in page.all("select")
        for option in select.all("option")
        if option.attributes["value"]
    ]


def chosen_of(page: Element) -> Choices:
    """Return, for each facet and value, the claims whose rows name that option."""
    options = offered(page)
    found: Choices = {key: {} for key in KEYS}
    for claim, row in listed(page).items():
        for number in row.attributes["data-options"].split(" "):
            key, value, _ = options[int(number)]
            found[key].setdefault(value, set()).add(claim)
    return found


@cache
def expected(root: Path) -> Choices:
    """Return the same from the records as PyYAML reads them, dates apart."""
    found: Choices = {key: defaultdict(set) for key in KEYS}
    for id_, claim in published(root).items():
        for key, value in said_of(root, claim):
            found[key][value].add(id_)
    return {key: dict(values) for key, values in found.items()}


def said_of(root: Path, claim: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield facet and value of everything that a record says of a claim, dates apart."""
    yield "verdict", claim["verdict"]
    yield "family", verdicts(root)[claim["verdict"]]["family"]
    who = claim["claimant"]
    if isinstance(who, str):
        yield "claimant", who
    elif "anonymous" in who:
        yield "claimant", "unnamed." + re.sub(r"[\W_]+", "-", who["anonymous"].lower()).strip("-")
    else:
        [[kind, of]] = who.items()
        yield "claimant", f"{kind}.{of}"
    for topic in claim.get("topics", []):
        yield "topic", topic
    for e in claim["evidence"]:
        yield "source", e["source"]
        for name in ("origin", "credits"):
            if name in e:
                yield "origin", e[name]


@pytest.mark.parametrize("root", [ROOT, SMALL])
def test_rows_name_the_options_that_their_records_give(root: Path) -> None:
    """Every claim carries its family, verdict, claimant, topics, sources and origins; no other."""
    found = chosen_of(claims_page(archive(root)))
    for key in KEYS[:-1]:
        assert found[key] == expected(root)[key], key
    assert set().union(*found["date"].values()) == published(root).keys()


@pytest.mark.parametrize("root", [ROOT, SMALL])
def test_every_option_shows_its_count(root: Path) -> None:
    """The facets stand in one order, each option with the number of claims that have it."""
    page = claims_page(archive(root))
    assert [one.attributes["name"] for one in page.all("select")] == KEYS
    claims = chosen_of(page)
    for key, value, shown in offered(page):
        assert shown.endswith(f" ({len(claims[key][value])})"), (key, value)


def facet(key: str, of: Archive | None = None) -> Facet:
    """Return one facet of an archive."""
    found = facets(View(of or archive(), Settings(), "../"))
    return next(one for one in found if one.key == key)


def test_names_come_from_the_records() -> None:
    """Options are named as their records are, under headings where kinds differ."""
    claimants = {head: [o.name for o in own] for head, own in facet("claimant").headed()}
    assert claimants["People"] == ["Ada Thorn", "Jory Pell"]
    assert claimants["Newsrooms"] == ["Quillbeck Courier"]
    assert claimants["Documents"] == ["Bridge Digest", "Quillbeck Today", "Valley Post"]
    assert claimants["Not named"] == ["<b>clerks</b> {{ 9 }} *k* {: .k }"]
    assert [o.name for o in facet("family").options] == [
        "Stands, or was said",
        "Open",
        "Fails as worded",
    ]
    assert {o.heading for o in facet("origin").options} >= {"Newsrooms", "Public acts"}
    assert "Counting" in [o.name for o in facet("topic").options]


@pytest.mark.parametrize("root", [ROOT, SMALL])
def test_no_two_options_of_a_facet_are_alike(root: Path) -> None:
    """Within a facet every value is one option, and every name under its heading one, too."""
    for one in facets(View(archive(root), Settings(), "../")):
        assert len({o.value for o in one.options}) == len(one.options), one.key
        assert len({(o.heading, o.name) for o in one.options}) == len(one.options), one.key


def test_sources_of_one_name_are_told_apart() -> None:
    """Documents of one name are given their dates, and their ids where those are one, too."""
    sources = dict(archive().sources)
    for id_, of in (("bridge-digest", "2024-03"), ("quillbeck-today", "2024-03")):
        published_ = sources[id_].published.model_copy(update={"date": parse_date(of)})
        sources[id_] = sources[id_].model_copy(update={"published": published_})
    for id_ in ("bridge-digest", "quillbeck-today", "valley-post"):
        sources[id_] = sources[id_].model_copy(update={"outlet": "Echo", "relays": ()})
    names = source_names(View(replace(archive(), sources=sources), Settings(), "../"))
    assert names["valley-post"] == "Echo, 6 March 2024"
    assert names["bridge-digest"] == "Echo, March 2024 (bridge-digest)"
    assert names["quillbeck-today"] == "Echo, March 2024 (quillbeck-today)"
    assert names["courier-report"] == "Quillbeck Courier"


def test_verdicts_stand_in_the_order_of_the_scale() -> None:
    """The verdicts stand under their families as on the page, those of a saying last in theirs."""
    page = claims_page()
    heads = [squeezed(one.text) for one in page.all("h2")]
    verdict = facet("verdict")
    assert [head for head, _ in verdict.headed()] == heads
    order = [archive().claims[id_].verdict for id_ in listed(page)]
    assert list(dict.fromkeys(order)) == [o.value for o in verdict.options]


def test_drafts_are_offered_in_a_preview_only() -> None:
    """A draft is a row and counts in a preview, and is neither in a build."""
    assert "two-boards-rotten" not in listed(claims_page())
    preview = claims_page(drafts=True)
    assert "two-boards-rotten" in chosen_of(preview)["topic"]["counting"]


def test_hostile_names_are_inert() -> None:
    """Names that look like markup are the text of an option, and make no element."""
    shown = [text for _, _, text in offered(claims_page())]
    assert "<b>clerks</b> {{ 9 }} *k* {: .k } (1)" in shown
    assert any(text.startswith(archive().topics["hostile-topic"].title) for text in shown)


def test_controls_wait_for_the_script() -> None:
    """Every control is off as it is served, and the list whole; the script switches them on."""
    page = claims_page()
    [filters] = page.all("div", "fc-filters")
    controls = [one for one in filters.all() if one.tag in ("select", "button", "input")]
    assert len(controls) == len(KEYS) + 1
    assert all("disabled" in one.attributes for one in controls)
    assert not any("hidden" in one.attributes for one in listed(page).values())
    for select in filters.all("select"):
        [label] = [
            o for o in filters.all("label") if o.attributes["for"] == select.attributes["id"]
        ]
        assert label.text


def test_families_are_counted_at_the_top() -> None:
    """A link leads to each family that has claims, with their number beside it."""
    page = claims_page()
    [families] = page.all("ul", "fc-families")
    shown = [squeezed(one.text) for one in families.all("li")]
    count = {o.name: len(o.claims) for o in facet("family").options}
    assert shown == [f"{name} {number}" for name, number in count.items()]
    sections = [f"#{one.attributes['id']}" for one in page.all("section")]
    assert [one.attributes["href"] for one in families.all("a")] == sections


def test_only_the_list_of_claims_loads_the_script() -> None:
    """The script is an asset that this page alone asks for, between the filters and the list."""
    built = build(archive(), Settings())
    assert [one.path for one in built if isinstance(one, Asset) and ".js" in one.path] == [FILTERS]
    pages = made(archive())
    assert [path for path, page in pages.items() if "<script" in page.body] == ["claims/index.md"]
    body = pages["claims/index.md"].body
    script = f'<script src="../{FILTERS}"></script>'
    assert body.index("fc-filters") < body.index(script) < body.index("data-options")


def test_a_search_does_not_read_the_filters() -> None:
    """The list is found by its heading and first sentence, not by every name in it."""
    indexed = squeezed(parse(claimslist.claims_page(archive(), Settings()).indexed).text)
    assert re.fullmatch(r"Claims \d+ claims checked\. Each .* carries\.", indexed)


def test_without_claims_there_is_nothing_to_filter() -> None:
    """A site that has only begun shows no controls and loads no script."""
    gone = {f"data/claims/{id_}.yml": None for id_ in archive().claims}
    gone |= {f"data/variants/{id_}.yml": None for id_ in archive().variants}
    bare = changed({**gone, "docs/index.md": "# Soon"})
    body = claimslist.claims_page(bare, Settings()).body
    assert "<select" not in body
    assert "<script" not in body


def test_a_facet_without_options_is_left_out() -> None:
    """Where no claim has a topic, nothing is asked about topics."""
    claims: dict[str, str | None] = {
        f"data/claims/{id_}.yml": re.sub(
            r"(?m)^topics:.*\n", "", (SMALL / f"data/claims/{id_}.yml").read_text("utf-8")
        )
        for id_ in archive().claims
    }
    names = [one.attributes["name"] for one in claims_page(changed(claims)).all("select")]
    assert names == [key for key in KEYS if key != "topic"]


def test_unnamed_people_of_the_same_words_are_one_option() -> None:
    """How many were not named makes no second option of the same words."""
    path = "data/claims/{}.yml"
    clerks = "claimant: {anonymous: '<b>Clerks</b> {{ 9 }} k {: .k }', count: unstated}"
    also = edited(path.format("forty-cross-it"), "claimant: {newsroom: courier}", clerks)
    [unnamed] = [o for o in facet("claimant", changed(also)).options if o.heading == "Not named"]
    assert unnamed.claims == {"forty-cross-it", "hostile-words"}


def units(*texts: str) -> dict[str, list[str]]:
    """Return the dates that each unit is offered for."""
    given = {f"{number} {text}": parse_date(text) for number, text in enumerate(texts)}
    return {
        value: sorted(id_.partition(" ")[2] for id_ in ids)
        for value, _, ids in dates.options(given)
    }


def test_days_are_offered_where_they_are_few() -> None:
    """Single days are the units; a range stands under each of them that it covers."""
    assert units("2025-02-14", "2025-02-12", "2025-02-13/2025-02-14", "2025-02-15/..") == {
        "2025-02-12": ["2025-02-12"],
        "2025-02-14": ["2025-02-13/2025-02-14", "2025-02-14"],
        "2025-02-15": ["2025-02-15/.."],
    }


def test_a_range_that_covers_no_other_date_stands_under_its_ends() -> None:
    """Its ends are offered as they were typed, an open one not."""
    assert list(units("2025-02-12", "2025-03-01/2025-03-09")) == [
        "2025-02-12",
        "2025-03-01",
        "2025-03-09",
    ]
    assert list(units("2025-02-12", "2024")) == ["2024", "2025-02-12"]
    assert list(units("../2024-05")) == ["2024-05"]


def test_an_unknown_date_is_an_option_of_its_own() -> None:
    """It stands last and under nothing else."""
    assert units("unknown", "2025-02-12") == {"2025-02-12": ["2025-02-12"], "unknown": ["unknown"]}
    assert units("unknown") == {"unknown": ["unknown"]}
    assert units() == {}


def test_many_days_become_months_and_many_months_years() -> None:
    """The finest unit of which there are at most 31 is taken, the year whatever their number."""
    january = [f"2025-01-{day:02}" for day in range(1, 32)]
    assert list(units(*january)) == january
    assert list(units(*january, "2025-03-02", "2025")) == ["2025-01", "2025-03"]
    months = [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]
    assert list(units(*months, "2024-12-31/2025-01-01")) == ["2022", "2023", "2024"]
    years = [str(year) for year in range(1900, 1940)]
    assert list(units(*years)) == years


def test_a_huge_range_is_two_options_at_most() -> None:
    """A range of centuries, or one without an end, neither takes long nor fills the list."""
    assert list(units("0001/9999")) == ["0001", "9999"]
    assert list(units("1000-01-01/..")) == ["1000-01-01"]
    assert units("1000-01-01/..", "2025-02-12")["2025-02-12"] == ["1000-01-01/..", "2025-02-12"]


def test_units_are_named_in_words() -> None:
    """A unit is shown as dates are elsewhere."""
    given = {"a": parse_date("2025-02-12"), "b": parse_date("2024"), "c": parse_date("unknown")}
    assert [name for _, name, _ in dates.options(given)] == ["2024", "12 February 2025", "Unknown"]


def test_every_date_stands_under_some_option() -> None:
    """No known date is lost, whatever else is known."""
    typed = ["2024/2024-06", "2024-03-01/2024-03-31", "2024-03", "../2023", "2024-03-31", "2026/.."]
    found = units(*typed)
    assert set().union(*found.values()) == set(typed)


def test_a_row_counts_in_brief() -> None:
    """A row says who, when, how many origins and documents, and how many are against it."""
    rows = {id_: squeezed(row.text) for id_, row in listed(claims_page()).items()}
    for id_, row in rows.items():
        brief = words.tally(archive().figures[id_])
        assert row.endswith(f" · {brief}")
        assert (" against" in brief) == (archive().figures[id_].against > 0)
        assert archive().verdicts[archive().claims[id_].verdict].label in row[:20]
