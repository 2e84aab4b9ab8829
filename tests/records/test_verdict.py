"""The published scale and its bounds."""

import pytest
from pydantic_core import PydanticCustomError

from generator.records.verdict import Verdict, When, parse_bound


@pytest.mark.parametrize(
    ("text", "holds", "fails"),
    [("0", [0], [1]), ("2", [2], [1, 3]), (">=1", [1, 9], [0]), ("<=2", [0, 2], [3])],
)
def test_a_bound_holds_or_not(text: str, holds: list[int], fails: list[int]) -> None:
    """A bound is an exact number, a least or a most."""
    bound = parse_bound(text)
    assert all(bound.holds(figure) for figure in holds)
    assert not any(bound.holds(figure) for figure in fails)


@pytest.mark.parametrize(
    "text", ["", "one", ">1", "=1", ">= 1", "-1", "1.0", "1_000", "１", 1, None]
)
def test_nothing_else_is_a_bound(text: object) -> None:
    """Any other text is refused."""
    with pytest.raises(PydanticCustomError):
        parse_bound(text)


def test_a_rule_knows_its_bounds() -> None:
    """A rule lists the bounds it sets itself, by figure; `for` is `for_` in Python."""
    when = When.model_validate({"for": ">=1", "against": "0", "any": [{"settled": "1"}]})
    assert [name for name, _ in when.bounds] == ["for_", "against"]
    assert [name for name, _ in when.any[0].bounds] == ["settled"]


def test_a_verdict_may_have_no_rule() -> None:
    """A scale that editors set by hand leaves `when` out."""
    given = {"label": "True", "family": "stands", "definition": "It is so."}
    assert Verdict.model_validate(given).when is None
