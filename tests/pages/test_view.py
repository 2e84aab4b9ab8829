"""What a template can ask: prose, anchors, order, and what stands for the saying alone."""

import re
from html import unescape

import pytest

from generator.pages import Settings
from generator.pages.view import View
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive, changed, edited

NOT_CHECKED = "(said; whether it is so is not checked)"


def view(drafts: bool = False, repo_url: str = "") -> View:
    """Return the small archive as a claim's page sees it."""
    return View(archive(), Settings(repo_url=repo_url, drafts=drafts), "../../")


def shown(markdown: str, drafts: bool = False) -> str:
    """Return a contributor's Markdown as readers see it."""
    return squeezed(parse(view(drafts).prose(markdown)).text)


PROSE = [
    ("[so](claims/built-in-1950/)", "✗ Contradicted so"),
    ("a [so](/claims/built-in-1950#states), b", "a ✗ Contradicted so, b"),
    (
        "[one](claims/built-in-1950/) and *[two](claims/bridge-closed/)*",
        "✗ Contradicted one and ✓ Corroborated two",
    ),
    ("[x](claims/mayor-found-rotten-boards/).", f"❝ On record x {NOT_CHECKED}."),
    ("[*x* `y`](claims/built-in-1950/)", "✗ Contradicted x y"),
    ("[draft](claims/two-boards-rotten/)", "draft"),
    ("[a](people/nobody-known/) [b](topics/none/) [c](variants/none/)", "a b c"),
    ("[a](origins/courier/) [b](timeline/2024/)", "a b"),
    ("[none](claims/nobody-knows/) [gone](sources/nothing/)", "none gone"),
]


@pytest.mark.parametrize(("markdown", "text"), PROSE)
def test_prose_sets_the_verdict_before_a_claim(markdown: str, text: str) -> None:
    """In a contributor's prose each link to a claim gets its verdict; one to nothing is words."""
    assert shown(markdown) == text
    assert view().prose(markdown).count("<a ") == sum(map(text.count, "✗✓❝"))


def test_prose_links_to_a_draft_in_a_preview_only() -> None:
    """A preview has a page of the draft, so there the link leads to it, behind its verdict."""
    assert shown("[so](claims/two-boards-rotten/)", drafts=True) == "? Single origin so"


def test_prose_links_other_pages_without_a_verdict() -> None:
    """Sources, the scale, the list of claims and other sites are linked as they are."""
    ours = ["sources/tal-bote/", "people/ada-thorn/", "topics/counting/", "verdicts/", "claims/"]
    ours += ["variants/boards-became-boars/", "origins/#courier", "timeline/", "some/page/"]
    links = [*ours, "https://a.org/"]
    html = view().prose(" ".join(f"[x]({link})" for link in links))
    hrefs = [unescape(href) for href in re.findall(r'href="(.*?)"', html)]
    assert hrefs == [*(f"../../{link}" for link in ours), "https://a.org/"]
    assert "fc-verdict" not in html
    assert view().prose(None) == ""


def test_anchors_of_a_page_are_never_alike() -> None:
    """A passage that is quoted twice in one claim gets an anchor each time, the first the short."""
    path = "data/claims/forty-cross-it.yml"
    text = edited(path, "    quote: Some 40 people\n", "")[path] or ""
    again = re.search(r"  - source: courier-report\n(?:    .*\n)+", text)
    assert again
    twice = changed({path: text.replace(again[0], again[0] * 2)})
    found = View(twice, Settings(), "").anchors(twice.claims["forty-cross-it"])
    assert [found[0], found[1]] == ["01758b82", "01758b82-2"]
    assert len(set(found.values())) == len(found) == 3


def test_excerpts_have_no_anchor() -> None:
    """What is not proved cannot be linked to as a passage."""
    claim = archive().claims["built-in-1950"]
    assert list(view().anchors(claim)) == [0]


def test_claims_stand_in_the_order_of_the_scale() -> None:
    """Claims are listed by verdict, those only said last, then by title; drafts in a preview."""
    order = [id_ for id_ in archive().verdicts if id_ != "on-record"] + ["on-record"]
    listed = view().visible()
    keys = [(order.index(claim.verdict), claim.title.casefold()) for claim in listed]
    assert keys == sorted(keys)
    assert [c.id for c in view(True).visible() if c not in listed] == ["two-boards-rotten"]


def test_only_sayings_that_stand_are_only_said() -> None:
    """A saying is "only said" when its verdict stands; one that fails or is open is not."""
    said = {c.id for c in archive().claims.values() if view().only_said(c)}
    assert said == {"hostile-words", "mayor-found-rotten-boards", "mayor-said-1950"}
    assert archive().claims["mayor-blamed-goats"].kind == "said"


def test_a_quote_is_lit_where_typography_differs() -> None:
    """A quote with other quotation marks lights the document's own characters, not the quote's."""
    path = "data/claims/forty-cross-it.yml"
    other = changed(edited(path, "quote: Some 40 people\n", "quote: Some  40 people\n"))
    pieces = View(other, Settings(), "").pieces(other.claims["forty-cross-it"].evidence[0])
    assert pieces[1] == "Some 40 people"
    assert "".join(pieces) == other.claims["forty-cross-it"].evidence[0].words


def test_the_record_is_linked_where_there_is_a_repository() -> None:
    """With a repository's address the record of a claim has an address, and none without."""
    claim = archive().claims["built-in-1950"]
    address = "https://example.org/us/bridge/blob/main/data/claims/built-in-1950.yml"
    assert view(repo_url="https://example.org/us/bridge/").record_url(claim) == address
    assert view().record_url(claim) is None
