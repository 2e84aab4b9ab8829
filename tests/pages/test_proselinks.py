"""Links in the prose of records lead to pages that are there."""

import pytest

from tests.specimens import check, edited, report, tiny

CLAIM = "data/claims/built-in-1950.yml"


def with_unknown(markdown: str) -> dict[str, str]:
    """Return the change that gives a claim of the tiny archive this unknown."""
    return {CLAIM: f"{tiny(CLAIM)}unknowns:\n  - {markdown!r}\n"}


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("claims/bridge-closde/", "did you mean 'bridge-closed'?"),
        ("/sources/valley-poste", "did you mean 'valley-post'?"),
        ("sources/nothing-like-it/", "name one that is there"),
        ("claims/bridge-closed.md", "write https://…, or claims/<id>/ for a page of this site"),
        ("claims/sold-to-a-circus/", "it is a draft; give it `published` first"),
        ("javascript:alert(1)", "write https://…, or claims/<id>/ for a page of this site"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, hint: str) -> None:
    """A link to no page of ours and to no web address is one finding, with what to write."""
    checked = check(with_unknown(f"See [this]({link})."))
    assert [(f.code, f.hint) for f in checked.findings] == [("W703", hint)]
    assert checked.archive is not None, "the words stay, without the link"


@pytest.mark.parametrize(
    "link", ["claims/bridge-closed/", "/claims/bridge-closed#states", "https://example.org/"]
)
def test_a_link_that_leads_somewhere_is_fine(link: str) -> None:
    """A page that is there, with a fragment or not, and any web address are fine."""
    assert report(check(with_unknown(f"See [this]({link})."))).count("W703") == 0


def test_a_link_in_a_note_of_a_source_is_read_too() -> None:
    """The note of a source is prose as well."""
    change = edited(
        "data/sources/valley-post.yml", "kind: relay", "kind: relay\nnote: '[x](claims/y/)'"
    )
    assert [f.code for f in check(change).findings] == ["W703"]
