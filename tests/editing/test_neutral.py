"""The words that a site calls loaded, wherever it speaks for itself."""

import pytest

from tests.editing.pieces import CLOSED, SITE, codes, found
from tests.specimens import edited

LOADED = edited(SITE, "as_of:", "loaded_words: [blunder, hush money, so-called]\nas_of:")
WHO = "data/variants/who-blamed-goats.yml"
WITHDRAWN = "withdrawn: {date: 2024-03-13, reason: It was a blunder.}"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CLOSED, "why_checked: Everything", "why_checked: A blunder. Everything"),
        (CLOSED, "note: The Courier is credited.", "note: A so-called credit."),
        (CLOSED, "The Courier was there", "The Courier, for hush\n  money, was there"),
        (CLOSED, "text: The council met again.", "text: The Blunder."),
        (CLOSED, "unknowns: [Nobody", "unknowns: [A blunder. Nobody"),
        ("data/claims/built-in-1950.yml", "settles: The register", "settles: No blunder. It"),
        (
            "data/claims/to-be-torn-down.yml",
            "reason: A shorter",
            "reason: It was a blunder. A shorter",
        ),
        ("data/claims/forty-cross-it.yml", "inferred: [We", "inferred: [A blunder. We"),
        (CLOSED, "note: The Courier is credited.", "note: The blunder’s cause."),
        (CLOSED, "note: The Courier is credited.", "note: A half-blunder."),
        (CLOSED, "note: The Courier is credited.", "note: A blunder/mistake."),
        (CLOSED, "note: The Courier is credited.", "note: A blunder… or so."),
        (CLOSED, "note: The Courier is credited.", "note: „So“, a blunder."),
        (CLOSED, "published: 2", f"{WITHDRAWN}\npublished:  2"),
        (WHO, "published: 2", f"{WITHDRAWN}\npublished:  2"),
        (WHO, "changed: The carpenter’s words", "changed: The carpenter’s (blunder) words"),
        (WHO, "why: The Courier’s own", "why: The blunder—the Courier’s own"),
        (WHO, "title: Who blamed", "title: The blunder, or who blamed"),
        ("data/sources/bridge-digest.yml", "note: The text", "note: A blunder. The text"),
        ("data/sources/quillbeck-today.yml", "by: It mentions", "by: A blunder. It mentions"),
        ("data/origins/mayor-on-monday.yml", "name: Words", "name: Blunder. Words"),
        ("data/people/jory-pell.yml", "note: He", "note: A blunder. He"),
        ("data/topics/counting.yml", "introduction: How", "introduction: A blunder. How"),
        (SITE, "  Everything here is", "  Everything here is a blunder, is"),
    ],
)
def test_our_own_fields(path: str, old: str, new: str) -> None:
    """A loaded word is found in every field that is in our own words, in any case, across lines."""
    text = LOADED[SITE] if path == SITE else edited(path, old, new)[path]
    ((code, _),) = found(LOADED, {path: text.replace(old, new)})
    assert code == "W724"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            CLOSED,
            "note: The Courier is credited.",
            "note: The Courier is credited for “a blunder”.",
        ),
        (CLOSED, "note: The Courier is credited.", "note: 'The Courier has \"a blunder\".'"),
        (CLOSED, "note: The Courier is credited.", "note: The word *blunder* is the Courier’s."),
        (CLOSED, "note: The Courier is credited.", "note: The Courier blundered with money."),
        (CLOSED, "note: The Courier is credited.", "note: „A blunder“ and ‚a blunder‘ it is."),
        (CLOSED, "note: The Courier is credited.", "note: «A blunder» and »a blunder« it is."),
        (CLOSED, "note: The Courier is credited.", "note: It was hushed. Money was paid."),
        ("data/people/jory-pell.yml", "[Jorey Pell]", "[Jorey Blunder]"),
        ("data/sources/valley-post.yml", "outlet: Valley Post", "outlet: Valley Blunder"),
        ("data/claims/mayor-found-rotten-boars.yml", "reads_as: The", "reads_as: No blunder. The"),
    ],
)
def test_others_words(path: str, old: str, new: str) -> None:
    """What is quoted or set apart is others', and so are titles, names and our reading of them."""
    change = edited(path, old, new)
    assert "W724" not in codes(LOADED, change)


def test_a_site_without_a_list() -> None:
    """Without `loaded_words` no word is loaded."""
    assert codes(edited(CLOSED, "note: The Courier is credited.", "note: A blunder.")) == []
