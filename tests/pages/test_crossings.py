"""Two columns are ordered so that no line crosses another that need not."""

import time
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages import Settings
from generator.pages.charts import origingraph
from generator.pages.charts.crossings import components, count, order
from generator.pages.charts.origingraph import Graph, Strip
from generator.pages.view import View
from tests.pages.sites import ROOT, SMALL, archive

Ties = list[tuple[str, str]]

TIES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), min_size=1, max_size=12
).map(lambda ties: list(dict.fromkeys(ties)))


def fewest(ties: Ties) -> int:
    """Return the fewest crossings of all orders there are."""
    lefts, rights = (sorted(set(column)) for column in zip(*ties, strict=True))
    return min(count(ties, a, b) for a in permutations(lefts) for b in permutations(rights))


def surely(ties: Ties) -> int:
    """Return what no order can go below: for each left column, every two on the right at best."""
    lefts, rights = (sorted(set(column)) for column in zip(*ties, strict=True))

    def at_best(place: dict[str, int], one: str, other: str) -> int:
        ends = [[place[a] for a, b in ties if b == name] for name in (one, other)]
        above = sum(a > b for a in ends[0] for b in ends[1])
        return min(above, sum(a < b for a in ends[0] for b in ends[1]))

    return min(
        sum(
            at_best({name: at for at, name in enumerate(column)}, *pair)
            for pair in combinations(rights, 2)
        )
        for column in permutations(lefts)
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(TIES)
def test_small_graphs_have_as_few_crossings_as_there_can_be(ties: Ties) -> None:
    """No order of either column has fewer, and nothing is lost or doubled."""
    lefts, rights = order(ties)
    assert sorted(lefts) == sorted({left for left, _ in ties})
    assert sorted(rights) == sorted({right for _, right in ties})
    assert count(ties, lefts, rights) == fewest(ties)
    assert order(ties) == (lefts, rights)


@settings(max_examples=60, deadline=None)
@given(TIES)
def test_parts_that_no_tie_joins_stand_one_below_the_other(ties: Ties) -> None:
    """The columns are those of the parts, one after the other, and every tie is in one part."""
    parts = components(ties)
    assert sorted(tie for part in parts for tie in part) == sorted(ties)
    columns = [order(part) for part in parts]
    lefts = [name for left, _ in columns for name in left]
    rights = [name for _, right in columns for name in right]
    assert order(ties) == (lefts, rights)
    for one, other in combinations(parts, 2):
        assert not {left for left, _ in one} & {left for left, _ in other}
        assert not {right for _, right in one} & {right for _, right in other}


def test_a_tree_has_no_crossing() -> None:
    """What can be drawn without a crossing is, however it is told."""
    ties = [("a", "z"), ("b", "y"), ("a", "x"), ("c", "z"), ("b", "w"), ("c", "y")]
    assert count(ties, "abc", "wxyz") > 0
    assert count(ties, *order(ties)) == 0


def test_a_large_graph_is_ordered_quickly_and_better_than_told() -> None:
    """Where no exact search is tried, the order by neighbours is never worse than the first."""
    ties = [(f"l{a}", f"r{a * b % 23}") for a in range(20) for b in range(1, 6)]
    told = (list(dict.fromkeys(a for a, _ in ties)), list(dict.fromkeys(b for _, b in ties)))
    started = time.perf_counter()
    found = order(ties)
    assert time.perf_counter() - started < 5
    assert [sorted(column) for column in found] == [sorted(column) for column in told]
    assert count(ties, *found) < count(ties, *told)


def ties_of(strip: Strip) -> Ties:
    """Return the ties of a part of a graph, by the names of their ends."""
    return [(knot.named, to) for knot, ports in strip.left for _, to in ports]


def graphs() -> list[Graph]:
    """Return the pictures of ties of the real and of the small archive."""
    views = [View(archive(root), Settings(), "../") for root in (ROOT, SMALL)]
    made = [
        make(v) for v in views for make in (origingraph.documents_graph, origingraph.acts_graph)
    ]
    return [graph for graph in made if graph]


def test_the_pictures_of_the_site_have_no_crossing_that_can_be_avoided() -> None:
    """Each part of each real picture has as few as there can be, tried out or reckoned."""
    strips = [strip for graph in graphs() for strip in graph.strips]
    for strip in strips:
        ties = ties_of(strip)
        columns = ([knot.named for knot, _ in strip.left], [knot.named for knot in strip.right])
        small = len(strip.left) <= 6 and len(strip.right) <= 4
        assert count(ties, *columns) == (fewest(ties) if small else surely(ties))
    assert max(len(strip.lines) for strip in strips) > 10
