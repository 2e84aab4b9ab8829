"""The picture of verdicts: bars as long as their numbers, with words, links and the caveat."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.evidence.archive import Archive
from generator.pages import Settings
from generator.pages.charts.shares import LONGEST, shares
from generator.pages.view import View
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import ROOT, SMALL, archive, made, published


def figure(of: Archive | None = None) -> Element:
    """Return the picture at the top of the page of verdicts."""
    [found] = parse(made(of or archive())["verdicts.md"].body).all("figure", "fc-shares")
    return found


def test_every_verdict_in_use_has_its_bar_and_number() -> None:
    """Under its family each verdict stands with the number of its claims, leading to both."""
    rows = [one for one in figure().all("li") if not list(one.all("ul"))]
    told = {}
    for row in rows:
        label, number = row.all("a")
        [bar] = row.all("svg")
        id_ = label.attributes["href"].removeprefix("#")
        assert number.attributes["href"] == f"../claims/?verdict={id_}"
        assert squeezed(label.text).endswith(archive().verdicts[id_].label)
        assert bar.attributes["aria-hidden"] == "true"
        told[id_] = (int(number.text.split()[0]), int(bar.attributes["width"].rstrip("%")))
    claims = [claim["verdict"] for claim in published(SMALL).values()]
    assert {id_: count for id_, (count, _) in told.items()} == {
        id_: claims.count(id_) for id_ in set(claims)
    }
    most = max(count for count, _ in told.values())
    assert all(width == round(LONGEST * count / most) for count, width in told.values())


@pytest.mark.slow
@pytest.mark.parametrize("root", [SMALL, ROOT])
def test_the_choice_is_said_to_be_ours(root: Path) -> None:
    """The caption says of how many claims, that we chose them, and what that means."""
    caption = squeezed(next(figure(archive(root)).all("figcaption")).text)
    count = len(published(root))
    assert caption == (
        f"Of the {count} claims that we chose to check. The choice was ours, so the shares say "
        "nothing about anybody."
    )


def test_families_stand_in_order_and_what_was_only_said_apart() -> None:
    """What stands comes first, what was only said next, each with its sum."""
    view = View(archive(), Settings(), "../")
    assert [(name, tone) for name, tone, _ in shares(view).families] == [
        ("Stands", "stands"),
        ("It was said", "said"),
        ("Open", "open"),
        ("Fails as worded", "fails"),
    ]
    sums = [squeezed(str(one.inside[0])) for one in figure().all("li") if list(one.all("ul"))]
    assert sums == ["Stands: 1", "It was said: 3", "Open: 4", "Fails as worded: 4"]


def test_verdicts_without_claims_are_named() -> None:
    """A word of the scale that no claim has is said, not left out."""
    none = squeezed(figure(archive(ROOT)).text)
    assert none.endswith("No claim has the verdict Misattributed or Contradicted.")


def test_a_site_without_claims_has_no_bar() -> None:
    """With nothing checked the caption stands alone with the words of the scale."""
    empty = replace(archive(), claims={}, variants={}, sources={})
    picture = figure(empty)
    assert list(picture.all("svg")) == []
    assert "No claim is published yet." in picture.text


def test_the_picture_does_not_grow_with_the_archive() -> None:
    """Twenty thousand claims make longer numbers, and no more bars."""
    claim = archive().claims["forty-cross-it"]
    many = {f"claim-{n}": claim.model_copy(update={"id": f"claim-{n}"}) for n in range(20_000)}
    made_ = shares(View(replace(archive(), claims=many), Settings(), "../"))
    [(_, _, [bar])] = made_.families
    assert (bar.claims, bar.length) == ("20000 claims", LONGEST)
