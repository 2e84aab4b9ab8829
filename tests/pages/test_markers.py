"""The computed parts of hand-written pages."""

from dataclasses import replace

from generator.evidence.archive import Archive
from generator.findings import RULES
from generator.pages import Settings
from generator.pages.markers import MARKERS
from generator.pages.view import View
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive


def part(name: str, of: Archive | None = None) -> str:
    """Return a computed part of an archive, by default the small one."""
    return MARKERS[name](View(of or archive(), Settings(), "./"))


def test_verdict_counts_add_up() -> None:
    """The counts of all verdicts are those of the published claims, and their sum stands above."""
    page = parse(part("verdict-counts"))
    counts = [int(squeezed(one.text).split()[-1]) for one in page.all("li")]
    assert 0 not in counts
    assert f"Of the {sum(counts)} claims" in page.text
    assert sum(counts) == sum(claim.published is not None for claim in archive().claims.values())


def test_documents_are_those_that_we_hold() -> None:
    """Every sealed document is listed with the newsrooms behind it; excerpts are not."""
    page = parse(part("documents"))
    rows = [squeezed(one.text) for one in page.all("li")]
    assert len(rows) == 6
    assert "Quillbeck Today. Passes on Quillbeck Courier; Hill Radio (inferred)." in rows
    assert rows[1].endswith("Passes on Quillbeck Courier. Its words are damaged.")
    assert "Tal-Bote" not in page.text


def test_newsrooms_that_are_only_inferred_are_counted_apart() -> None:
    """A newsroom that no held document is sure of is not among those that are."""
    assert "6 documents, 3 newsrooms. Which" in parse(part("documents")).text
    two = {id_: archive().sources[id_] for id_ in ("courier-report", "quillbeck-today")}
    shown = parse(part("documents", replace(archive(), sources=two))).text
    assert "2 documents, 1 newsroom and one that we infer. Which" in shown


def test_findings_explains_every_code() -> None:
    """Each code of the registry stands once, under an anchor of its own, with both examples."""
    page = parse(part("findings"))
    assert [one.attributes["id"] for one in page.all("h2")] == sorted(RULES)
    for section in page.all("section"):
        assert "Bad:" in section.text
        assert "Good:" in section.text


def test_the_publisher_is_named_with_licence_and_policies() -> None:
    """Who answers for the site stands there, `unknown` where it is, with licence and policies."""
    shown = squeezed(parse(part("publisher")).text)
    site = archive().site
    assert f"Published by: {site.publisher.name}." in shown
    assert f"Contact: {site.publisher.contact}." in shown
    assert site.licence in shown
