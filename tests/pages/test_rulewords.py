"""Rules and figures in words that a reader can follow."""

import pytest

from generator.evidence.figures import Figures
from generator.pages import rulewords
from generator.records.verdict import When, parse_bound
from tests.pages.sites import archive

BOUNDS = {
    "0": "none",
    "1": "exactly 1",
    ">=1": "at least 1",
    "<=2": "at most 2",
    "<=0": "none",
}


@pytest.mark.parametrize(("typed", "said"), BOUNDS.items())
def test_a_bound_is_said_in_words(typed: str, said: str) -> None:
    """None, exactly, at least and at most are told apart."""
    assert rulewords.bound(parse_bound(typed)) == said


def test_every_figure_has_words() -> None:
    """Whatever a rule may compare has a name that readers see and an explanation."""
    figures = set(When.model_fields) - {"kind", "any"}
    assert set(rulewords.FIGURES) == figures
    assert all(what and how for what, how in rulewords.FIGURES.values())


def test_of_several_ways_only_those_that_hold_are_shown() -> None:
    """A claim's page shows which way its rule holds; the scale's page shows all ways."""
    when = archive().verdicts["contradicted"].when
    assert when
    settled = Figures(stated=1, settled=1, for_=1)
    [_, ways] = rulewords.conditions(when, settled)
    assert ways == {
        "options": [[{"what": "sources that settle it", "bound": "at least 1", "figure": 1}]]
    }
    [_, ways] = rulewords.conditions(when)
    assert isinstance(ways["options"], list)
    assert len(ways["options"]) == 2


def test_the_kind_of_a_claim_is_said_first() -> None:
    """A rule for sayings begins by saying that it is one."""
    when = archive().verdicts["on-record"].when
    assert when
    assert rulewords.conditions(when)[0] == {"what": "we check that it was said"}
