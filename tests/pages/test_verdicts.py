"""The page of the scale: every verdict, its rule and its claims; or no rule, and it says so."""

import re

import pytest

from tests.pages.dom import parse, squeezed
from tests.pages.sites import SMALL, archive, changed, made

SIX_STEPS = """# yaml-language-server: $schema=schemas/verdicts.schema.json
true: {label: True, family: stands, definition: It is so.}
mostly-true: {label: Mostly true, family: stands, definition: It is nearly so.}
half-true: {label: Half true, family: open, definition: It is half so.}
mostly-false: {label: Mostly false, family: fails, definition: It is hardly so.}
false: {label: False, family: fails, definition: It is not so.}
pants-on-fire: {label: Pants on fire, family: fails, definition: It is absurd.}
"""


def test_every_verdict_shows_meaning_rule_and_claims() -> None:
    """Each verdict stands under its own anchor, by family, with its rule's rank and its claims."""
    page = parse(made(archive())["verdicts.md"].body)
    headings = [one for one in page.all("h2") if "id" in one.attributes]
    shown = [one.attributes["id"] for one in headings]
    assert sorted(shown) == sorted(archive().verdicts)
    families = [archive().verdicts[id_].family for id_ in shown]
    assert families == sorted(families, key=["stands", "open", "fails"].index)
    assert shown[:2] == ["corroborated", "on-record"], "what was only said comes last of those"
    for id_, heading in zip(shown, headings, strict=True):
        section = squeezed(heading.parent.text if heading.parent else "")
        claims = [c for c in archive().claims.values() if c.verdict == id_ and c.published]
        assert archive().verdicts[id_].definition in section
        rank = list(archive().verdicts).index(id_) + 1
        assert f"Its rule, tried as number {rank} of 9:" in section
        assert re.search(rf"\b{len(claims)} claims? here\.", section)
        assert all(claim.title in section for claim in claims)


def test_every_figure_of_the_rules_is_explained() -> None:
    """Whatever a rule compares is explained below, in the same words."""
    page = parse(made(archive())["verdicts.md"].body)
    terms = {squeezed(one.text) for one in page.all("dt")}
    rules = [one for top in page.all("ul", "fc-rule") for one in top.all("li")]
    compared = {part.split(":")[0] for one in rules for part in squeezed(one.text).split("; ")}
    compared -= {"we check that it was said", "and one of these"}
    assert compared <= terms
    assert len(compared) > 8


def by_editors() -> dict[str, str | None]:
    """Return the small archive's claims under a scale of six steps without rules."""
    steps = {"stands": "mostly-true", "open": "half-true", "fails": "false"}
    changes: dict[str, str | None] = {"data/verdicts.yml": SIX_STEPS}
    for id_, claim in archive().claims.items():
        text = (SMALL / f"data/claims/{id_}.yml").read_text("utf-8")
        step = steps[archive().verdicts[claim.verdict].family]
        path = f"data/claims/{id_}.yml"
        changes[path] = re.sub(r"(?m)^verdict: .*$", f"verdict: {step}", text)
    return changes


@pytest.mark.parametrize("path", ["verdicts.md", "claims/built-in-1950.md"])
def test_a_scale_without_rules_says_so(path: str) -> None:
    """Under a scale of six steps that editors set, pages show no rule, no figure and say why."""
    text = squeezed(parse(made(changed(by_editors()))[path].body).text)
    assert "Verdicts on this site are set by editors, not by rule." in text
    for word in ("rule holds", "Its rule", "The figures", "(here"):
        assert word not in text


def test_a_scale_without_rules_still_puts_the_verdict_first() -> None:
    """Titles and lists carry the words of whatever scale the site has."""
    pages = made(changed(by_editors()))
    assert pages["claims/built-in-1950.md"].front_matter["title"] == (
        "False: The footbridge was built in 1950."
    )
    assert "✗ False The footbridge was built in 1950." in squeezed(
        parse(pages["claims/index.md"].body).text
    )
