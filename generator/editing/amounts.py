"""Numbers, shares, sums and dates in English text, in whatever way they are written."""

import re
from typing import Literal, NamedTuple

from generator.editing.words import listed

Kind = Literal["number", "share", "money", "many", "day", "month", "weekday"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_FULL_MONTHS = frozenset(_MONTHS)
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_TO_NINETEEN)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES["trillion"] = 10**12
_MANY = {f"{scale}s": value for scale, value in _SCALES.items()}
_SHORT = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}
_GLUED = {"k": 10**3, "m": 10**6, "b": 10**9, **_SHORT}
_PARTS = {"third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_PARTS |= {f"{part}s": share for part, share in _PARTS.items()}
_ARTICLES = ("a", "an")
_SIGNS = ("$", "€", "£", "¥")
_CURRENCIES = listed(
    "dollar dollars euro euros pound pounds hryvnia hryvnias ruble rubles rouble roubles yen yuan",
    "usd eur gbp",
)
_TIMES = listed("hour hours minute day week month year decade century mile past")
_NOT_A_HALF = listed("first second latter former other better")
_ORDINAL = listed("st nd rd th")
_BETWEEN = listed("- – — to and or")
_BEFORE_SENTENCE = frozenset('.?!:;"“”(—–-')
_BEGINS = frozenset({"half", *_ARTICLES, *_SMALL, *_SCALES, *_MANY, *_MONTHS, *_DAYS})
_SPELLED = frozenset({"half", *_PARTS, *_SMALL, *_SCALES, *_MANY, *_MONTHS, *_DAYS})
_DIGIT = re.compile(r"\d")

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:,\d{3})*(?:\.\d+)?|[^\w\s]")


class Amount(NamedTuple):
    """A number or a part of a date: of what kind, its value, and where it stands in its text.

    Shares are in per cent; weekdays count from Monday, 0; a day is 100 times its month and itself,
    so that 12 February is 212.
    """

    kind: Kind
    value: float
    start: int
    end: int


def may_have_amounts(text: str, words: frozenset[str]) -> bool:
    """Say, much quicker than `amounts`, whether a text with these words can have a number or date.

    The words are in lower case, those apart that a hyphen joins.
    """
    return not _SPELLED.isdisjoint(words) or _DIGIT.search(text) is not None


def amounts(text: str) -> list[Amount]:
    """Return what numbers and dates a text has, in order; ordinals and parts of names are none."""
    return _Reader(text).read()


class _Reader:
    """Goes through a text word by word; each step reads what begins where `at` stands."""

    def __init__(self, text: str) -> None:
        self.found: list[Amount] = []
        self.tokens = list(_TOKEN.finditer(text))
        self.words = [token[0].lower() for token in self.tokens] + [""] * 6
        self.at = 0

    def read(self) -> list[Amount]:
        for at, word in enumerate(self.words):
            if word not in _BEGINS and not word[:1].isdecimal():
                continue
            if at < self.at:
                continue
            self.at = at
            if word[0].isdecimal():
                self._iso() or self._day_month() or self._number()
            elif word in _MONTHS:
                self._month()
            elif word in _DAYS:
                self._capital(at) and self._add("weekday", _DAYS[word], at, at + 1)
            elif word == "half":
                self._half()
            elif word in _MANY:
                self._add("many", _MANY[word], at, at + 1)
            else:
                self._part() or self._number()
        return self.found

    def _add(self, kind: Kind, value: float, first: int, after: int) -> bool:
        """Note an amount that the words from `first` to before `after` name, and go on there."""
        start, end = self.tokens[first].start(), self.tokens[after - 1].end()
        self.found.append(Amount(kind, value, start, end))
        self.at = after
        return True

    def _capital(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place][0][0].isupper()

    def _glued(self, place: int) -> bool:
        """Say whether no space parts the word there from the one before it."""
        tokens = self.tokens
        return 0 < place < len(tokens) and tokens[place - 1].end() == tokens[place].start()

    def _in_a_name(self) -> bool:
        """Say whether the word is part of a name: F-16, G7, the Group of Seven."""
        at, words = self.at, self.words
        if self._glued(at):
            back = at - 2 if words[at - 1] in "-–" and self._glued(at - 1) else at - 1
            if words[back].isalpha():
                return True
        return at > 0 and self._capital(at) and words[at - 1] not in _BEFORE_SENTENCE

    def _iso(self) -> bool:
        at = self.at
        year, dash, month, again, day = self.words[at : at + 5]
        if len(year) != 4 or (dash, again) != ("-", "-") or len(month) != 2:
            return False
        if not (month.isdecimal() and day.isdecimal()):
            return False
        self._add("number", int(year), at, at + 1)
        return self._add("day", 100 * int(month) + int(day), at + 2, at + 5)

    def _day(self, place: int) -> tuple[int, int]:
        """Return the day of a month that stands there, 0 for none, and the place behind it."""
        word = self.words[place]
        if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
            return 0, place
        ordinal = self.words[place + 1] in _ORDINAL and self._glued(place + 1)
        return int(word), place + 1 + ordinal

    def _day_month(self) -> bool:
        """Read `12 February`, `12th of February`, `14 or 15 February`, `14–17 February`."""
        start = self.at
        first, place = self._day(start)
        days = [first]
        if first and self.words[place] in _BETWEEN:
            second, after = self._day(place + 1)
            days, place = ([first, second], after) if second else (days, place)
        place += self.words[place] == "of"
        month = _MONTHS.get(self.words[place])
        if not first or month is None or not self._capital(place):
            return False
        for day in days:
            self._add("day", 100 * month + day, start, place + 1)
        return True

    def _month(self) -> None:
        """Read `February 12`, `Feb. 12th`, `February 14–17`, or a month alone."""
        first, words = self.at, self.words
        month = _MONTHS[words[first]]
        day, after = self._day(first + 1 + (words[first + 1] == "."))
        if not self._capital(first):
            return
        if day:
            self._add("day", 100 * month + day, first, after)
            second, end = self._day(after + 1) if words[after] in "-–" else (0, after)
            if second:
                self._add("day", 100 * month + second, first, end)
        elif words[first] in _FULL_MONTHS and not self._may_be_a_verb(first):
            self._add("month", month, first, first + 1)

    def _may_be_a_verb(self, place: int) -> bool:
        """Say whether `May` or `March` opens a sentence, where any word has a capital."""
        opens = not place or self.words[place - 1] in _BEFORE_SENTENCE
        dated = self.words[place + 1].isdecimal()
        return opens and not dated and self.words[place] in ("may", "march")

    def _half(self) -> None:
        """Read `half` as 50 per cent, and `half a million` as a number."""
        at, words = self.at, self.words
        compound = words[at + 1] == "-" and words[at + 2] not in ("share", "stake")
        if compound or (at and words[at - 1] in _NOT_A_HALF):
            return
        of = at + 2 if words[at + 1] in _ARTICLES else at + 1
        if words[of] in _SCALES:
            place, _, money = self._unit(of + 1)
            self._add("money" if money else "number", _SCALES[words[of]] / 2, at, place)
        elif words[of] not in _TIMES:
            self._add("share", 50.0, at, at + 1)

    def _part(self) -> bool:
        """Read `a fifth of`, `two thirds`, `three-quarters`."""
        at, words = self.at, self.words
        place = at + 2 if words[at + 1] == "-" else at + 1
        part, behind = words[place], words[place + 1]
        if part not in _PARTS:
            return False
        if not part.endswith("s") and behind.isalpha() and behind not in ("of", "share"):
            return False  # a third document
        return self._add("share", _SMALL.get(words[at], 1) * _PARTS[part], at, place + 1)

    def _number(self) -> bool:
        """Read a number in digits or words, with its scale and its unit."""
        first, words = self.at, self.words
        article = words[first] in _ARTICLES
        if (article and words[first + 1] not in _SCALES) or self._in_a_name():
            return False
        value, place = self._digits() if words[first][0].isdecimal() else self._worded()
        if words[place] in _ORDINAL and self._glued(place):
            return False
        place, share, money = self._unit(place)
        if first and words[first - 1] in _SIGNS:
            money, first = True, first - 1
        self._add("share" if share else "money" if money else "number", value, first, place)
        self._spread(first)
        return True

    def _digits(self) -> tuple[float, int]:
        value, place, words = float(self.words[self.at].replace(",", "")), self.at + 1, self.words
        behind = place + (words[place] == "-")
        if words[behind] in _SCALES:
            return value * _SCALES[words[behind]], behind + 1
        scales = _GLUED if self._glued(place) else _SHORT
        if words[place] in scales:
            return value * scales[words[place]], place + 1
        return value, place

    def _worded(self) -> tuple[float, int]:
        """Return the number of a run such as `two hundred and fifty thousand`, and its end."""
        total = current = 0.0
        place, words = self.at, self.words
        while (word := words[place]) in _SMALL or word in _SCALES or word in _ARTICLES:
            if word in _SCALES:
                current = max(current, 1.0) * _SCALES[word]
                if _SCALES[word] >= 1000:
                    total, current = total + current, 0.0
            current += _SMALL.get(word, 0)
            place += 1
            if words[place : place + 3] == ["and", "a", "half"]:
                current, place = current + 0.5, place + 3
            joined = words[place] == "-" or (words[place] == "and" and word in _SCALES)
            ahead = words[place + joined]
            if word in _SMALL and ahead in _SMALL and not (word in _TENS and _SMALL[ahead] < 10):
                break
            if ahead not in _SMALL and ahead not in _SCALES:
                break
            place += joined
        return total + current, place

    def _unit(self, place: int) -> tuple[int, bool, bool]:
        """Return the place behind a unit, and whether the unit is per cent or money."""
        words = self.words
        at = place + (words[place] == "-")
        if words[place] == "%" or words[at] == "percent":
            return at + 1, True, False
        if words[at] == "per" and words[at + 1] == "cent":
            return at + 2, True, False
        at += words[at] == "us"
        if words[at] in _CURRENCIES:
            return at + 1, False, True
        return place, False, False

    def _spread(self, first: int) -> None:
        """Give the unit of `40 to 50%` to both of its numbers."""
        if len(self.found) < 2 or first < 2 or self.words[first - 1] not in _BETWEEN:
            return
        before, last = self.found[-2:]
        unit = last.kind == "share" or (last.kind == "money" and last.value < 10 * before.value)
        if unit and before.kind == "number" and before.end == self.tokens[first - 2].end():
            self.found[-2] = Amount(last.kind, before.value, before.start, before.end)
