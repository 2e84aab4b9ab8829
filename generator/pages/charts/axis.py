"""The axis of a timeline: the stretch of days, months or years in which most things lie."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.pages import words
from generator.records.scalars import Date, parse_date

MOST_UNITS = 16  # so that the narrowest phone has 12 pixels for each, and two figures fit
_ENOUGH = 0.75  # of all that is dated
_GUTTER = 3  # units of room for what lies outside the stretch
_NARROWEST = 288  # pixels: a phone of 320 without its margins
_LETTER = 6.7  # pixels, of a label


@dataclass(frozen=True)
class Unit:
    """Days, months or years, counted through so that neighbours are one apart.

    `number` counts a day's unit, `name` says one in full; `label` is short and stands under its
    place, `above` is what several labels have in common.
    """

    number: Callable[[date], int]
    name: Callable[[int], str]
    label: Callable[[int], str]
    above: Callable[[int], str]

    def is_one(self, when: Date) -> bool:
        """Say whether a date lies within one unit."""
        open_ = when.earliest == date.min or when.latest == date.max
        return not open_ and self.number(when.earliest) == self.number(when.latest)


def _month(number: int) -> str:
    return words.day(parse_date(f"{number // 12:04}-{number % 12 + 1:02}"))


def _day(number: int) -> str:
    return words.day(parse_date(date.fromordinal(number).isoformat()))


DAY = Unit(
    lambda day: day.toordinal(),
    _day,
    lambda number: str(date.fromordinal(number).day),
    lambda number: _day(number).partition(" ")[2],
)
MONTH = Unit(
    lambda day: day.year * 12 + day.month - 1,
    _month,
    lambda number: _month(number)[:3],
    lambda number: str(number // 12),
)
YEAR = Unit(lambda day: day.year, str, str, lambda number: "")


@dataclass(frozen=True)
class Label:
    """A short text under the axis and where; `tight` where a phone has no room for it."""

    at: Markup
    text: str
    tight: bool = False


@dataclass(frozen=True)
class Axis:
    """A stretch of units, from `first` to `last`, with gutters before and behind.

    `gutters` are the units of room for what lies earlier, for what lies behind the stretch and yet
    before the day by which we check, and for what lies after that day. `used` are the units in
    which something is.
    """

    unit: Unit
    first: int
    last: int
    gutters: tuple[int, int, int]
    used: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many units wide the picture is."""
        return sum(self.gutters) + self.last - self.first + 1

    @property
    def start(self) -> int:
        """Where the stretch begins."""
        return self.gutters[0]

    @property
    def end(self) -> int:
        """Where the stretch ends."""
        return self.start + self.last - self.first + 1

    def gutter(self, which: int) -> float:
        """Return the middle of a gutter."""
        begins = (0, self.end, self.columns - self.gutters[2])[which]
        return begins + self.gutters[which] / 2

    def middle(self, number: int) -> float:
        """Return where the middle of a unit is."""
        return self.start + number - self.first + 0.5

    def percent(self, place: float) -> Markup:
        """Return a place in percent of the whole width."""
        return Markup(f"{100 * place / self.columns:.4g}%")  # noqa: S704  digits

    def side(self, when: Date) -> int:
        """Return -1 for a date wholly before the stretch, 1 for one wholly behind it, else 0."""
        if when.latest != date.max and self.unit.number(when.latest) < self.first:
            return -1
        return int(when.earliest != date.min and self.unit.number(when.earliest) > self.last)

    def line(self, as_of: Date) -> float | None:
        """Return where the day by which we check ends; None where it is not known."""
        if not as_of.known:
            return None
        behind = self.columns - self.gutters[2]
        day = self.unit.number(as_of.latest)
        return max(0, self.middle(day) + 0.5) if day <= self.last else behind

    def labels(self) -> list[Label]:
        """Return the labels of the units in which something is."""
        found: list[Label] = []
        free = float(self.first)
        for number in self.used:
            text = self.unit.label(number)
            found.append(Label(self.percent(self.middle(number)), text, tight=number < free))
            free = free if number < free else number + self._units(text)
        return found

    def above(self) -> list[Label]:
        """Return what labels have in common, each where it begins, as far as there is room."""
        begins: dict[str, int] = {}
        for number in range(self.first, self.last + 1):
            begins.setdefault(self.unit.above(number), number)
        ends = [*begins.values(), self.first + self.columns - self.start]
        found = []
        for (text, number), end in zip(begins.items(), ends[1:], strict=True):
            forms = (text,) if text.isdecimal() else (text, text[:3])
            fitting = [form for form in forms if self._units(form) <= end - number]
            if fitting and text:
                found.append(Label(self.percent(self.middle(number) - 0.5), fitting[0]))
        return found

    def _units(self, text: str) -> float:
        return _LETTER * (len(text) + 0.5) * self.columns / _NARROWEST


def axis(dates: Sequence[Date], as_of: Date, is_more: bool) -> Axis:
    """Return the axis of the finest units of which 16 hold most of these dates.

    It reaches to the day by which we check where that is near enough. `is_more` says whether
    something lies after that day.
    """
    unit, first, ends = _stretch(dates)
    last = max(ends)
    near = unit.number(as_of.latest) if as_of.known else first
    last = max(last, near) if near < first + MOST_UNITS else last
    bare = Axis(unit, first, last, (0, 0, 0), ())
    sides = {bare.side(when) for when in dates}
    gutters = (
        _GUTTER if -1 in sides else 0,
        _GUTTER if 1 in sides else 0,
        _GUTTER if is_more else 0,
    )
    shown = {*ends, near} if first <= near <= last and as_of.known else ends
    return Axis(unit, first, last, gutters, tuple(sorted(shown)))


def _stretch(dates: Sequence[Date]) -> tuple[Unit, int, set[int]]:
    """Return the finest unit of which 16 hold enough dates, the first of them, and those used.

    Of equally good stretches it is the earliest. A span is held where one of its ends is.
    """
    found = []
    for unit in (DAY, MONTH, YEAR):
        ends = Counter(_ends(unit, when) for when in dates)
        held: Counter[int] = Counter()
        for own, times in ends.items():
            for first in {end - back for end in own for back in range(MOST_UNITS)}:
                held[first] += times
        starts = sorted(set().union(*ends))
        best = max(starts, key=lambda first: held[first])
        used = {end for own in ends for end in own if best <= end < best + MOST_UNITS}
        found.append((unit, best, used))
        if held[best] >= _ENOUGH * len(dates):
            break
    return found[-1]


def _ends(unit: Unit, when: Date) -> frozenset[int]:
    closed = (day for day in (when.earliest, when.latest) if date.min < day < date.max)
    return frozenset(unit.number(day) for day in closed) or frozenset({unit.number(when.earliest)})
