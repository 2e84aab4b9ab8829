"""The lines of a report on changes: our words and those of contributors, kept apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.changes.fields import FieldChange
from generator.changes.quotations import QuotationChange
from generator.changes.titles import Named
from generator.changes.wording import Rewording
from generator.pages import view, words
from generator.pages.fieldwords import label
from generator.pages.words import listing, small

# In the words of the pages, within a sentence.
STANCES, FAMILIES = (
    {key: said.lower() for key, said in named.items()} for named in (words.STANCES, view.FAMILIES)
)
# What the pages have no name for, or no short one.
_FIELDS = {
    "claim": "checked sentence",
    "on": "sealed on",
    "quote": "the part that is marked",
    "seal": "seal",
    "watched.missing": "quoted sentences that are there no more",
    "watched.on": "compared on",
    "watched.to": "moved to",
}
_FIGURES = {
    "excerpts": "documents seen in part",
    "inferred": "origins not counted, as their ties are inferred",
    "uncounted": "origins not counted for another reason",
}
_VALUES = {"stance": STANCES, "family": FAMILIES}
_MOST_NAMED = 10
_AROUND = 6
"""Words that are shown on each side of a change."""


class Theirs(NamedTuple):
    """Words that a contributor wrote, and how they are set apart from ours."""

    text: str
    mark: Literal["", "quoted", "out", "in"] = ""


Part = str | Theirs
Parts = Sequence[Part]


@dataclass(frozen=True, slots=True)
class Line:
    """One line at a depth (0: the entry itself); `words`: it shows a text as it changed."""

    depth: int
    parts: tuple[Part, ...]
    words: bool = False


def number(count: int, noun: str, plural: str = "") -> str:
    """Return a count in words with its noun: `one verdict`, `two verdicts`."""
    return f"{small(count)} {noun if count == 1 else plural or noun + 's'}"


def name(named: Named) -> list[Part]:
    """Return a record's name with its id."""
    return [Theirs(named.title, "quoted"), " (", Theirs(named.id), ")"]


def names(records: Sequence[Named]) -> Iterator[Part]:
    """Yield the names of the first ten records with their ids, and how many more there are."""
    yield from joined("", [name(one) for one in records[:_MOST_NAMED]], ", ")
    yield more(records)


def more(records: Sequence[Named]) -> str:
    """Return how many records are not among the first ten; empty for none."""
    rest = len(records) - _MOST_NAMED
    return f" and {rest:,} more" if rest > 0 else ""


def keys(fields: Iterable[str]) -> str:
    """Return the names of fields as a sentence lists them, a mapping once."""
    return listing([*dict.fromkeys(field_name(field.partition(".")[0]) for field in fields)])


def field_name(key: str) -> str:
    """Return the name of a field in plain words, that of a mapping before its key.

    A key of a mapping has the name that it has there, never that of another field.
    """
    first, *below = key.split(".")
    named = [_FIELDS.get(first) or label(first)]
    for one in below:
        own = _FIELDS.get(f"{first}.{one}") or one.replace("_", " ")
        named.append(label(one) if first == "when" else own)
    return ", ".join(named)


def figure_name(figure: str) -> str:
    """Return the name of a figure of a claim, by the scale's name for it."""
    return _FIGURES.get(figure) or label(figure)


def joined(before: str, parts: Iterable[Parts], between: str = "; ") -> Iterator[Part]:
    """Yield the parts one after another, with what stands before all and between two of them."""
    for count, part in enumerate(parts):
        yield between if count else before
        yield from part


def quotation_lines(one: QuotationChange) -> Iterator[Line]:
    """Yield what changed of a quotation: its source and stance, its words, what is said of it."""
    by = f" by {number(one.words, 'word')}" if one.what == "changed" and one.words else ""
    if one.what == "changed" and not one.is_reworded:
        by = " in what is said of it"
    stance = f", {STANCES[one.stance]}" if one.stance else ""
    seen = ", an excerpt" if one.form == "excerpt" else ""
    yield Line(1, (f"quote {one.what}{by}: ", *name(one.source), stance, seen))
    if one.what != "changed":
        yield Line(2, (Theirs(one.quotation),), words=True)
    elif one.reworded:
        yield Line(2, tuple(_reworded(one.reworded)), words=True)
    for field in one.fields:
        yield from field_lines(2, field)


def typed_lines(depth: int, change: FieldChange) -> Iterator[Line]:
    """Yield the same of a key as it was typed, which may be any words of a contributor's."""
    yield from _lines(depth, ("field ", Theirs(change.field, "quoted")), change)


def field_lines(depth: int, change: FieldChange, new: bool = False) -> Iterator[Line]:
    """Yield what changed in a field: the value, the items that came and went, texts reworded.

    Of a record that is `new` itself, no value is called added.
    """
    yield from _lines(depth, (field_name(change.field),), change, new)


def _lines(
    depth: int, what: tuple[Part, ...], change: FieldChange, new: bool = False
) -> Iterator[Line]:
    removed, added = (
        [_value(change.field, one) for one in side] for side in (change.removed, change.added)
    )
    if change.reordered:
        yield Line(depth, (*what, ": the same, in another order"))
    elif len(removed) == len(added) == 1:
        yield Line(depth, (*what, ": ", removed[0], " → ", added[0]))
    else:
        yield from (Line(depth, (*what, ": removed ", value)) for value in removed)
        yield from (Line(depth, (*what, f": {'' if new else 'added '}", one)) for one in added)
    for text in change.reworded:
        if not text.in_words_or_marks:
            yield Line(depth, (*what, ": only spaces or line breaks changed"))
            continue
        by = f"by {number(text.words, 'word')}" if text.words else "in its punctuation"
        yield Line(depth, (*what, f" changed {by}:"))
        yield Line(depth + 1, tuple(_reworded(text)), words=True)


def _value(field: str, value: str) -> Part:
    """Return a value in our words where we have words for it, and only the start of a hash."""
    said = _VALUES.get(field, {}).get(value)
    return said or Theirs(f"{value[:12]}…" if field == "document" else value, "quoted")


def _reworded(text: Rewording) -> Iterator[Part]:
    """Yield a text as it changed, with a few words around each change."""
    last = len(text.steps) - 1
    for count, (sign, said) in enumerate(text.steps):
        if sign == "same":
            yield from _around(said.split(), count > 0, count < last)
        else:
            yield Theirs(said.strip(), sign)
        if said.endswith(" ") and count < last:
            yield " "


def _around(said: list[str], after_change: bool, before_change: bool) -> Iterator[Part]:
    """Yield unchanged words, in long runs only those nearest to a change."""
    head = said[:_AROUND] if after_change else []
    tail = said[-_AROUND:] if before_change else []
    if len(head) + len(tail) >= len(said):
        yield Theirs(" ".join(said))
        return
    if head:
        yield from (Theirs(" ".join(head)), " ")
    yield "…"
    if tail:
        yield from (" ", Theirs(" ".join(tail)))
