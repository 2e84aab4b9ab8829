"""The picture of a timeline: a lane for each sort of thing, a mark for each day, bars for spans."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from generator.pages import words
from generator.pages.charts.axis import Axis, axis
from generator.records.scalars import Date

MOST_BARS = 6


@dataclass(frozen=True)
class Dated:
    """Something dated, of a sort that has a lane."""

    when: Date
    sort: str


def _shown(count: int) -> str:
    return "" if count == 1 else str(count) if count < 100 else "99+"


@dataclass(frozen=True)
class Mark:
    """Where on the line a mark stands, how many things it stands for, and what it says."""

    at: Markup
    count: int
    said: str
    href: Markup | None

    @property
    def shown(self) -> str:
        """The number under the mark; none under one thing, for the mark says that."""
        return _shown(self.count)


@dataclass(frozen=True)
class Bar:
    """A span of days: where it begins and ends, whether it goes on beyond, and what lies in it."""

    at: Markup
    width: Markup
    middle: Markup
    end: Markup
    before: bool
    beyond: bool
    count: int
    said: str

    @property
    def shown(self) -> str:
        """The number in the bar; none in the bar of one thing."""
        return _shown(self.count)


@dataclass(frozen=True)
class Lane:
    """All things of one sort: what they are and how many, their marks, their bars, the rest."""

    sort: str
    name: str
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    left_out: str


@dataclass(frozen=True)
class Chart:
    """The picture: its lanes, the axis and its gutters, the line of the day by which we check."""

    lanes: tuple[Lane, ...]
    axis: Axis
    line: Markup | None
    line_is_left: bool
    gutters: tuple[tuple[Markup, str], ...]


def chart(
    dated: Sequence[Dated], later: Sequence[Dated], as_of: Date, nouns: Mapping[str, Sequence[str]]
) -> Chart | None:
    """Return the picture of what is dated, or None where nothing is.

    `nouns` are the sorts in order, with the words for one thing and for several. What is surely
    after the day by which we check, and `later`, stands right of its line.
    """
    is_after = [as_of.known and one.when.surely_after(as_of) for one in dated]
    after = [one for one, behind in zip(dated, is_after, strict=True) if behind]
    before = [one for one, behind in zip(dated, is_after, strict=True) if not behind]
    if not before:
        return None
    made = axis([one.when for one in before], as_of, bool(after or later))
    lanes = []
    for sort, (noun, plural) in nouns.items():
        named = _Named(made, partial(words.number, noun=noun, plural=plural))
        own = [one.when for one in before if one.sort == sort]
        behind = [one.when for one in after if one.sort == sort]
        told = [one.when for one in later if one.sort == sort]
        if own or behind or told:
            lanes.append(named.lane(sort, own, behind, told))
    line = made.line(as_of)
    return Chart(
        tuple(lanes),
        made,
        None if line is None else made.percent(line),
        line is not None and line < made.columns / 2,
        tuple(
            (made.percent(made.gutter(which)), name)
            for which, name in enumerate(("earlier", "more", "later"))
            if made.gutters[which]
        ),
    )


@dataclass(frozen=True)
class _Named:
    """An axis, and the words for a number of things of one sort."""

    axis: Axis
    number: Callable[[int], str]

    def lane(
        self, sort: str, own: Sequence[Date], after: Sequence[Date], later: Sequence[Date]
    ) -> Lane:
        by_side: dict[int, list[Date]] = {-1: [], 0: [], 1: []}
        for when in own:
            by_side[self.axis.side(when)].append(when)
        earlier, within, afterwards = by_side.values()
        points = [when for when in within if self.axis.unit.is_one(when)]
        marks = [
            *self._gutter("Earlier", 0, "before", earlier),
            *(self._mark(unit, points) for unit in sorted({self._unit(when) for when in points})),
            *self._gutter("Afterwards", 1, "before", afterwards),
            *self._gutter("After the day by which we check", 2, "after", after),
            *self._gutter("Later", 2, "later", later),
        ]
        seen = Counter(when for when in within if not self.axis.unit.is_one(when))
        drawn = sorted(seen, key=lambda when: (when.earliest, when.latest, when.text))
        rest = sum(seen[when] for when in drawn[MOST_BARS:])
        return Lane(
            sort,
            self.number(len(own) + len(after) + len(later)),
            tuple(marks),
            tuple(self._bar(when, seen[when]) for when in drawn[:MOST_BARS]),
            f"{rest} more over several days" if rest else "",
        )

    def _unit(self, when: Date) -> int:
        return self.axis.unit.number(when.earliest)

    def _mark(self, unit: int, dates: Iterable[Date]) -> Mark:
        those = [when for when in dates if self._unit(when) == unit]
        single = [when.earliest for when in those if when.earliest == when.latest]
        href = Markup(f"#day-{min(single).isoformat()}") if single else None  # noqa: S704  digits
        said = f"{self.axis.unit.name(unit)}: {self.number(len(those))}"
        return Mark(self.axis.percent(self.axis.middle(unit)), len(those), said, href)

    def _gutter(self, said: str, which: int, anchor: str, dates: Sequence[Date]) -> Iterator[Mark]:
        """Yield the mark of all that lies outside the stretch on one side, if anything does."""
        if dates:
            href = Markup(f"#{anchor}")  # noqa: S704  an id of ours
            text = f"{said}: {self.number(len(dates))}"
            yield Mark(self.axis.percent(self.axis.gutter(which)), len(dates), text, href)

    def _bar(self, when: Date, count: int) -> Bar:
        number = self.axis.unit.number
        before = when.earliest == date.min or number(when.earliest) < self.axis.first
        beyond = when.latest == date.max or number(when.latest) > self.axis.last
        start = self.axis.start if before else self.axis.middle(number(when.earliest)) - 0.5
        end = self.axis.end if beyond else self.axis.middle(number(when.latest)) + 0.5
        day = words.day(when)
        said = f"{day[0].upper()}{day[1:]}: {self.number(count)}"
        percent = self.axis.percent
        middle = percent((start + end) / 2)
        width = percent(end - start)
        return Bar(percent(start), width, middle, percent(end), before, beyond, count, said)
