"""The graph of origins: what documents, newsrooms and acts rest on, as two columns and lines."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, chain

from markupsafe import Markup

from generator.pages import words
from generator.pages.charts import crossings
from generator.pages.view import View
from generator.records.source import Source

# The ties from the firmest to the weakest, and what each means.
TIES = {
    "own": "its own words",
    "credited": "the document says so",
    "matched": "its sentences follow another document’s",
    "inferred": "our judgement, not counted in support",
}
MOST_TIES = 30
MOST_PORTS = 12
_HEIGHT = 1000
_LETTERS = 22  # of a name in one row of a narrow column
_MOST_HEAD = 4


@dataclass(frozen=True)
class Knot:
    """What stands in a column: names with their addresses, several where perhaps they are one.

    `weak` says whether all that is known of it here is inferred.
    """

    names: tuple[tuple[str, Markup], ...]
    note: str = ""
    weak: bool = False

    @property
    def named(self) -> str:
        """Its names, as words alone."""
        return " or ".join(name for name, _ in self.names)

    @property
    def head(self) -> int:
        """How many rows its name takes on the left: a long one is not to make every row high."""
        return min(1 + len(f"{self.named} {self.note}") // _LETTERS, _MOST_HEAD)


@dataclass(frozen=True)
class Strip:
    """A part of a graph that no tie joins to another; every row of a column is equally high.

    A knot on the left takes a row or more for its name and one for each of its ties (a port: the
    tie's word and where it leads), a knot on the right one for each of its names. Lines are (tie,
    path) from the middle of a port's row to the middle of a knot, 2 wide, in a height of 1000.
    """

    left: tuple[tuple[Knot, tuple[tuple[str, str], ...]], ...]
    right: tuple[Knot, ...]
    lines: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True)
class Graph:
    """A picture of ties: what it says in a sentence, the two columns, the ties in it explained.

    Without strips it is only the sentence, for what would not be readable as a picture. `acts`
    says whether public acts stand on the right, whose names are long.
    """

    said: str
    heads: tuple[str, str]
    strips: tuple[Strip, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()
    acts: bool = False


@dataclass(frozen=True)
class _Tie:
    left: str
    right: str
    word: str


def documents_graph(view: View) -> Graph | None:
    """Return the documents that we hold and the newsrooms whose reporting each passes on."""
    held = _held(view)
    ties = [
        _Tie(source.id, id_, view.tie(source, id_))
        for source in held
        for id_ in _newsrooms(view, source)
    ]
    said = summary(view)
    resting = {tie.left for tie in ties}
    silent = [view.source_name(source) for source in held if source.id not in resting]
    if silent:
        said += f" No newsroom is known behind {words.listing(silent[:MOST_PORTS])}"
        left_out = len(silent) - MOST_PORTS
        said += f" and {left_out} more." if left_out > 0 else "."

    def newsroom(id_: str) -> Knot:
        count = words.number(sum(tie.right == id_ for tie in ties), "document")
        return _origins(view, [id_], count, ties, id_)

    heads = ("Documents that we hold", "Newsrooms they rest on")
    return _graph(said, heads, ties, partial(_document, view), newsroom)


def acts_graph(view: View) -> Graph | None:
    """Return the newsrooms and documents, and the public acts and records that they pass on.

    Only what the documents that we hold say counts; of several ties the firmest is shown.
    """
    members: dict[str, list[str]] = {}
    found: dict[tuple[str, str], str] = {}
    for source in _held(view):
        for id_ in carried(source):
            if view.archive.origins[id_].kind == "newsroom":
                continue
            relay = source.relay_of(id_)
            via = relay.via if relay and source.origin != id_ else None
            left = f"origins/{via}" if via else f"sources/{source.id}"
            group = view.archive.groups[id_]
            members[group] = list(dict.fromkeys([*members.get(group, []), id_]))
            both = [view.tie(source, id_), found.get((left, group), "inferred")]
            found[left, group] = min(both, key=list(TIES).index)
    ties = [_Tie(left, right, word) for (left, right), word in found.items()]

    def carrier(left: str) -> Knot:
        kind, _, id_ = left.partition("/")
        return _newsroom(view, id_) if kind == "origins" else _document(view, id_)

    def act(group: str) -> Knot:
        ids = members[group]
        return _origins(view, ids, "counted once" if len(ids) > 1 else "", ties, group)

    said = (
        "The public acts and records behind the newsrooms and documents, as far as what we hold "
        "shows. Where it shows several ties, the firmest is drawn."
    )
    heads = ("Newsrooms and documents", "Public acts and records")
    graph = _graph(said, heads, ties, carrier, act)
    return replace(graph, acts=True) if graph else None


def summary(view: View) -> str:
    """Return how many documents we hold and how many newsrooms they rest on, the inferred apart."""
    held = _held(view)
    ties = [tie for source in held for tie in view.newsroom_ties(source)]
    sure = {id_ for id_, tie in ties if tie != "inferred"}
    inferred = {id_ for id_, _ in ties} - sure
    more = f" and {words.small(len(inferred))} that we infer" if inferred else ""
    return f"{words.number(len(held), 'document')}, {words.number(len(sure), 'newsroom')}{more}."


def _held(view: View) -> list[Source]:
    sealed = (source for source in view.archive.sources.values() if source.seal)
    return sorted(sealed, key=lambda source: (source.outlet.casefold(), source.id))


def carried(source: Source) -> list[str]:
    """Return the origins of a document, its own first."""
    own = [source.origin] if source.origin else []
    return list(dict.fromkeys([*own, *(relay.origin for relay in source.relays)]))


def _newsrooms(view: View, source: Source) -> list[str]:
    """Return the newsrooms that a document has its words from, with none between."""
    between = {relay.origin for relay in source.relays if relay.via}
    return [
        id_
        for id_ in carried(source)
        if id_ not in between and view.archive.origins[id_].kind == "newsroom"
    ]


def _document(view: View, id_: str) -> Knot:
    """Return a document that we hold, told apart from others of its outlet."""
    name = view.source_name(view.archive.sources[id_])
    return Knot(((name, view.to("sources", id_)),))


def _newsroom(view: View, id_: str) -> Knot:
    """Return a newsroom or an act that is passed on, and through whom where that is always so."""
    held = _held(view)
    relays = [relay for source in held if (relay := source.relay_of(id_))]
    through = dict.fromkeys(relay.via for relay in relays)
    own = any(source.origin == id_ for source in held)
    names = [view.origin_name(via) for via in through if via]
    note = f"through {words.listing(names)}" if names and None not in through and not own else ""
    return Knot(((view.origin_name(id_), _entry(view, id_)),), note)


def _origins(view: View, ids: Sequence[str], note: str, ties: Sequence[_Tie], group: str) -> Knot:
    names = tuple((view.origin_name(id_), _entry(view, id_)) for id_ in ids)
    weak = all(tie.word == "inferred" for tie in ties if tie.right == group)
    return Knot(names, ", ".join(filter(None, [note, "inferred" if weak else ""])), weak)


def _entry(view: View, id_: str) -> Markup:
    return view.to("origins") + Markup(f"#{id_}")  # noqa: S704  ids are letters and hyphens


def _graph(
    said: str,
    heads: tuple[str, str],
    ties: Sequence[_Tie],
    left: Callable[[str], Knot],
    right: Callable[[str], Knot],
) -> Graph | None:
    """Return the picture of these ties, a sentence where they are too many, None without any.

    `left` and `right` make the knots, which takes long where there are many, so only here.
    """
    if not ties:
        return None
    if len(ties) > MOST_TIES or max(Counter(tie.left for tie in ties).values()) > MOST_PORTS:
        much = f"{words.number(len(ties), 'tie')} between them are too many for one picture."
        return Graph(f"{said} {much}", heads)
    lefts = {tie.left: left(tie.left) for tie in ties}
    rights = {tie.right: right(tie.right) for tie in ties}
    pairs = {(tie.left, tie.right): tie.word for tie in ties}
    groups = crossings.components(list(pairs))
    strips = tuple(_strip(lefts, rights, {pair: pairs[pair] for pair in own}) for own in groups)
    used = {tie.word for tie in ties}
    meanings = tuple((word, meaning) for word, meaning in TIES.items() if word in used)
    return Graph(said, heads, strips, meanings)


def _strip(
    lefts: Mapping[str, Knot], rights: Mapping[str, Knot], ties: Mapping[tuple[str, str], str]
) -> Strip:
    left, right = crossings.order(list(ties))
    ends = dict(zip(right, _middles([len(rights[one].names) for one in right]), strict=True))
    rows = ([lefts[one].head] + [1] * sum(tie[0] == one for tie in ties) for one in left)
    starts = iter(_middles(list(chain.from_iterable(rows))))
    column, lines = [], []
    for one in left:
        next(starts)  # the row of its name
        own = [(ties[one, other], other) for other in right if (one, other) in ties]
        lines += [(word, _path(next(starts), ends[other])) for word, other in own]
        column.append((lefts[one], tuple((word, rights[other].named) for word, other in own)))
    return Strip(tuple(column), tuple(rights[other] for other in right), tuple(lines))


def _middles(rows: Sequence[int]) -> list[int]:
    """Return the heights of the middles of knots that take so many equal rows of the height."""
    ends = list(accumulate(rows))
    return [
        (2 * end - own) * _HEIGHT // (2 * ends[-1]) for own, end in zip(rows, ends, strict=True)
    ]


def _path(start: int, end: int) -> Markup:
    """Return a line across; two of them cross once where their ends change places, or not at all.

    Every line bends at the same places, so that its height is the same mean of its ends' heights.
    """
    return Markup(f"M0 {start}C1 {start} 1 {end} 2 {end}")  # noqa: S704  digits and letters
