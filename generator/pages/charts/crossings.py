"""Two columns joined by lines, ordered so that as few lines as possible cross."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import factorial

Ties = Sequence[tuple[str, str]]
Columns = tuple[list[str], list[str]]

_MOST_STEPS = 200_000  # of an exact search; what would take more is ordered by its neighbours
_MOST_SWEEPS = 12


def components(ties: Ties) -> list[list[tuple[str, str]]]:
    """Return the ties in groups that no tie joins, each in the order given, by its first tie.

    A name on the left and the same name on the right are two.
    """
    leader: dict[tuple[int, str], tuple[int, str]] = {}

    def find(end: tuple[int, str]) -> tuple[int, str]:
        while leader.setdefault(end, end) != end:
            end = leader[end]
        return end

    for left, right in ties:
        leader[find((1, right))] = find((0, left))
    found: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for left, right in ties:
        found.setdefault(find((0, left)), []).append((left, right))
    return list(found.values())


def count(ties: Ties, lefts: Sequence[str], rights: Sequence[str]) -> int:
    """Return how many pairs of lines cross when the columns stand in this order."""
    left = {name: at for at, name in enumerate(lefts)}
    right = {name: at for at, name in enumerate(rights)}
    ends = [(left[one], right[other]) for one, other in ties]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))


def order(ties: Ties) -> Columns:
    """Return both columns in an order with few crossings, the fewest where that can be searched.

    What no tie joins is ordered apart and stands one below the other. Of orders that are equally
    good, the one nearest to the order of the ties as given is likely, and always the same.
    """
    lefts: list[str] = []
    rights: list[str] = []
    for own in components(ties):
        left, right = _order(list(dict.fromkeys(own)))
        lefts += left
        rights += right
    return lefts, rights


def _order(ties: Ties) -> Columns:
    found = _swept(ties)
    fewest = count(ties, *found)
    if not fewest:
        return found
    sizes = sorted(len(column) for column in found)
    if factorial(min(sizes[0], 9)) * 2 ** min(sizes[1], 20) > _MOST_STEPS:
        return found
    turned = len(found[0]) > len(found[1])
    seen = [(right, left) for left, right in ties] if turned else list(ties)
    for fixed, free in _searched(seen, fewest):
        found = (free, fixed) if turned else (fixed, free)
    return found


def _searched(ties: Ties, fewest: int) -> Iterator[Columns]:
    """Yield columns with ever fewer crossings than `fewest`, down to as few as there can be."""
    lefts = list(dict.fromkeys(left for left, _ in ties))
    rights = list(dict.fromkeys(right for _, right in ties))
    for fixed in permutations(lefts):
        if fixed[0] > fixed[-1]:
            continue  # its mirror image is as good
        cost = _costs(ties, fixed, rights)
        if sum(min(cost[a, b], cost[b, a]) for a, b in combinations(rights, 2)) >= fewest:
            continue
        crossings, free = _cheapest(cost, rights)
        if crossings < fewest:
            fewest = crossings
            yield list(fixed), free


def _costs(ties: Ties, fixed: Sequence[str], free: Sequence[str]) -> Mapping[tuple[str, str], int]:
    """Return for two of a column how many of their lines cross when the first stands above."""
    place = {name: at for at, name in enumerate(fixed)}
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for left, right in ties:
        ends[right].append(place[left])
    return {
        (above, below): sum(a > b for a in ends[above] for b in ends[below])
        for above, below in permutations(free, 2)
    }


def _cheapest(cost: Mapping[tuple[str, str], int], names: Sequence[str]) -> tuple[int, list[str]]:
    """Return the fewest crossings of a column before one that is fixed, and its best order.

    The best order of every set of names is the best order of one name fewer, and that name below.
    """
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for chosen in range(1, 1 << len(names)):
        members = [at for at in range(len(names)) if chosen >> at & 1]
        options = []
        for last in members:
            before, column = best[chosen ^ 1 << last]
            added = sum(cost[names[at], names[last]] for at in members if at != last)
            options.append((before + added, (*column, last)))
        best[chosen] = min(options)
    crossings, column = best[(1 << len(names)) - 1]
    return crossings, [names[at] for at in column]


def _swept(ties: Ties) -> Columns:
    """Return columns each put in the order of its neighbours' middles, and then neighbours swapped.

    The sweeps go to and fro and the best of them is kept.
    """
    lefts = list(dict.fromkeys(left for left, _ in ties))
    rights = list(dict.fromkeys(right for _, right in ties))
    turned = [(right, left) for left, right in ties]
    best = (lefts, rights)
    fewest = count(ties, *best)
    for _ in range(_MOST_SWEEPS):
        if not fewest:
            break
        rights = _exchanged(ties, lefts, _by_middle(ties, lefts, rights))
        lefts = _exchanged(turned, rights, _by_middle(turned, rights, lefts))
        crossings = count(ties, lefts, rights)
        if crossings >= fewest:
            break
        best, fewest = (lefts, rights), crossings
    return best


def _by_middle(ties: Ties, fixed: Sequence[str], free: Sequence[str]) -> list[str]:
    place = {name: at for at, name in enumerate(fixed)}
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for left, right in ties:
        ends[right].append(place[left])
    return sorted(free, key=lambda name: sum(ends[name]) / len(ends[name]))


def _exchanged(ties: Ties, fixed: Sequence[str], free: list[str]) -> list[str]:
    """Return a column in which no two neighbours would cross less the other way round."""
    cost = _costs(ties, fixed, free)
    column, changed = list(free), True
    while changed:
        changed = False
        for at in range(len(column) - 1):
            above, below = column[at : at + 2]
            if cost[below, above] < cost[above, below]:
                column[at : at + 2] = below, above
                changed = True
    return column
