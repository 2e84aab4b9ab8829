"""Sentences of the home page that are a bare link to a claim which does not stand."""

import pytest

from tests.editing.pieces import codes
from tests.specimens import edited

MARKER = "<!-- factcheck: verdict-counts -->\n"


@pytest.mark.parametrize(
    "text",
    [
        "- [The bridge is closed](claims/bridge-closed.md).",
        "- [That it is to be torn down](claims/to-be-torn-down.md) is a headline.",
        "- [That it is to be torn down](claims/to-be-torn-down.md),\n  by a headline.",
        "- One headline has it [torn down](claims/to-be-torn-down.md).",
        "- [To be torn down](claims/to-be-torn-down.md)",
        "[It is to be torn down](claims/to-be-torn-down.md).",
        "- [The verdicts](verdicts.md).",
    ],
)
def test_sentences_that_may_stand(text: str) -> None:
    """What stands, what says more than its link, and what is no sentence of a list may stand."""
    assert codes(edited("docs/index.md", MARKER, f"{text}\n\n{MARKER}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "- [It is to be torn down](claims/to-be-torn-down.md).",
        "- [It is to be\n  torn down](claims/to-be-torn-down.md#limits).",
        "* [Closed](claims/bridge-closed.md), [torn down](claims/to-be-torn-down.md).",
    ],
)
def test_bare_links(text: str) -> None:
    """A sentence of a list that is nothing but links is found where one of them is in doubt."""
    assert "W726" in codes(edited("docs/index.md", MARKER, f"{text}\n\n{MARKER}"))


def test_a_site_without_a_home_page() -> None:
    """Without `docs/index.md` there is nothing to find."""
    assert codes({"docs/index.md": None}) == []  # type: ignore[dict-item]
