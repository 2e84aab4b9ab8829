"""Hand-written pages get their computed parts, and a verdict before every link to a claim."""

import pytest

from generator import pipeline
from generator.findings import Finding
from generator.pages import Settings, handwritten
from tests.pages.dom import parse, squeezed
from tests.pages.sites import SMALL, archive
from tests.specimens import Overlay

SOLD = "[sold](claims/sold-to-a-circus.md)"
SAID = "(said; whether it is so"


def filled(markdown: str, path: str = "index.md", settings: Settings | None = None) -> str:
    """Return a hand-written page of the small archive as a site builder gets it."""
    return handwritten.fill(archive(), path, markdown, settings or Settings())


def docs(tree: Overlay) -> list[Finding]:
    """Return what is found in the hand-written pages of a tree."""
    findings = pipeline.check_tree(tree, lambda document: None).findings
    return [finding for finding in findings if finding.place.path.startswith("docs/")]


def found(markdown: str) -> list[Finding]:
    """Return what is found in the small archive with this text as its home page."""
    return docs(Overlay(SMALL, {"docs/index.md": markdown.encode()}))


def test_a_link_to_a_claim_gets_its_verdict() -> None:
    """The verdict's sign and word stand right before the link, which stays as it was written."""
    assert filled(f"It was {SOLD}.") == (
        'It was <span class="fc-verdict fc-open"><span class="fc-icon" aria-hidden="true">&#63;'
        f"</span> Unsupported</span> {SOLD}."
    )


def test_every_link_of_a_line_gets_its_own_verdict() -> None:
    """Two links of one line, fragments and folders among them, get a verdict each."""
    line = "[a](claims/built-in-1950.md#states), [b](../claims/bridge-closed.md)"
    text = squeezed(parse(filled(line)).text)
    assert text == (
        "✗ Contradicted [a](claims/built-in-1950.md#states), "
        "✓ Corroborated [b](../claims/bridge-closed.md)"
    )


def test_what_was_only_said_is_said_after_the_link() -> None:
    """A claim on record is followed by where its content is checked, with that claim's verdict."""
    text = squeezed(parse(filled("[x](claims/mayor-said-1950.md).")).text)
    assert text == (
        f"❝ On record [x](claims/mayor-said-1950.md) {SAID}: "
        "✗ Contradicted The footbridge was built in 1950)."
    )
    text = squeezed(parse(filled("[x](claims/mayor-found-rotten-boards.md)")).text)
    assert text.endswith(f"{SAID} is not checked)")


@pytest.mark.parametrize(
    "line",
    [
        "[All claims](claims/index.md) and [sources](sources/tal-bote.md)",
        "![sold](claims/sold-to-a-circus.md)",
        "[gone](claims/nobody-knows.md)",
        "<!-- factcheck: nonsense -->",
        "text <!-- factcheck: verdict-counts -->",
    ],
)
def test_everything_else_stays_as_it_is(line: str) -> None:
    """Other links, pictures and what a check reports are left to the site builder as written."""
    assert filled(line) == line


@pytest.mark.parametrize("fence", ["```", "~~~", "```` md", "``` { .md title=x }"])
def test_code_stays_as_it_is(fence: str) -> None:
    """In a fenced block links and markers are examples; after it they count again."""
    end = fence.split()[0]
    code = f"{fence}\n{SOLD}\n\n<!-- factcheck: verdict-counts -->\n{end}\n"
    assert filled(code) == code
    assert found(code.replace("sold-to", "sent-to")) == []
    assert "Unsupported" in filled(code + SOLD)


@pytest.mark.parametrize(
    "start",
    ["```", "```inline``` and\n", "  ```\n", "> ```\n", "``` ` ```\n", "``\n", "~~~~\n~~~\n"],
)
def test_what_only_looks_like_code_hides_no_link(start: str) -> None:
    """After a fence that is indented, unclosed or inline a link still gets its verdict."""
    text = f"{start}\n{SOLD}\n"
    assert "Unsupported" in filled(text)
    assert [one.code for one in found(text.replace("sold-to", "sent-to"))] == ["E216"]


@pytest.mark.parametrize(
    "name", ["verdict-counts", "documents", "findings", "topics", "variants", "glossary"]
)
@pytest.mark.parametrize(
    "marker", ["<!-- factcheck: {} -->", "  <!--factcheck:{}-->  ", "<!--factcheck: {} -->\r"]
)
def test_a_marker_becomes_its_part(name: str, marker: str) -> None:
    """A marker on a line of its own, however spaced and ended, becomes one block of HTML."""
    before, made, after = filled(f"one\n{marker.format(name)}\ntwo").partition("<div")
    assert (before, made) == ("one\n", "<div")
    assert after.endswith("</div>\ntwo")
    assert "\n\n" not in after


def test_addresses_fit_the_depth_of_the_page() -> None:
    """The links of a computed part start from the address of the page that asked for it."""
    marker = "<!-- factcheck: documents -->"
    for path, base in (("index.md", "./"), ("method.md", "../"), ("a/index.md", "../")):
        assert f'href="{base}sources/courier-report/"' in filled(marker, path)
    assert 'href="../../sources/courier-report/"' in filled(marker, "a/b.md")


def test_a_draft_counts_in_a_preview_only() -> None:
    """Drafts are in the counts of a preview, and in none of a build."""
    marker = "<!-- factcheck: verdict-counts -->"
    assert "Of the 12 claims" in filled(marker)
    assert "Of the 13 claims" in filled(marker, settings=Settings(drafts=True))


FAULTS = [
    ("<!-- factcheck: verdict-count -->", "E215", 17, "did you mean 'verdict-counts'?"),
    ("Yes, [gone](claims/sold-to-circus.md).", "E216", 13, "did you mean 'sold-to-a-circus'?"),
    ("[a draft](claims/two-boards-rotten.md)", "E216", 11, "a draft; give it `published` first"),
    ("[x](claims/nothing-like-it.md)", "E216", 5, "add its record"),
    (
        "[x](claims/goats-did-it.md)",
        "E216",
        5,
        "it has a new id: write claims/carpenter-blamed-goats.md",
    ),
    ('<a href="claims/sold-to-a-circus/">so</a>', "E217", 10, "write it as [words](claims/"),
]


@pytest.mark.parametrize(("line", "code", "column", "hint"), FAULTS)
def test_what_is_wrong_is_found(line: str, code: str, column: int, hint: str) -> None:
    """An unknown marker, a link to no published claim and a link without room are findings."""
    [finding] = found(f"one\n{line}")
    assert (finding.code, finding.place.path) == (code, "docs/index.md")
    assert (finding.place.line, finding.place.column, finding.place.text) == (2, column, line)
    assert hint in finding.hint


HIDING = [
    '<a href="claims/sold-to-a-circus">so</a>',
    '<a href="claims/sold-to-a-circus/#states">so</a>',
    '<a href="../claims/sold-to-a-circus/index.html">so</a>',
    '<a href="/claims/sold-to-a-circus.html">so</a>',
    "[so](/claims/sold-to-a-circus/)",
    '[so](claims/sold-to-a-circus.md "a title")',
    "[so](<claims/sold-to-a-circus.md>)",
    "[so](claims/sold-to-a-circus.md?x)",
    "[![so](a.png)](claims/sold-to-a-circus.md)",
    "[so][1]\n\n[1]: claims/sold-to-a-circus.md",
    "[broken\nover two lines](claims/sold-to-a-circus.md)",
]


@pytest.mark.parametrize("text", HIDING)
def test_a_link_that_hides_its_verdict_is_reported(text: str) -> None:
    """Whatever way of linking a claim leaves no place for its verdict is a finding."""
    assert [one.code for one in found(text)] == ["E217"]


@pytest.mark.parametrize(
    "line", ["[Elsewhere](https://example.org/claims/some-thing/)", "see reclaims/land/ there"]
)
def test_other_peoples_claims_are_no_concern(line: str) -> None:
    """An address of another site, or a word that only ends alike, is no link to a claim."""
    assert found(line) == []


def test_every_page_that_a_builder_renders_is_read() -> None:
    """A page by another ending is checked as well, and one too large to be read whole is found."""
    link = '<a href="../claims/bridge-closed/">closed</a>'
    tree = Overlay(SMALL, {"docs/other.markdown": link.encode()})
    assert [f.code for f in docs(tree)] == ["E217"]
    tree = Overlay(SMALL, {"docs/large.md": b"x" * 300_000})
    assert [f.code for f in docs(tree)] == ["E101"]


def test_a_readme_stands_for_its_folder() -> None:
    """A README is served as its folder's first page, so its links start from there."""
    assert 'href="../verdicts/' in filled("<!-- factcheck: verdict-counts -->", "a/README.md")
