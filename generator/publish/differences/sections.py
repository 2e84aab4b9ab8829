"""A change in sections, the most consequential first, and the sentence that sums it up."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from generator.changes.change import Meaning, RecordChange, Unread
from generator.changes.fields import FieldChange
from generator.changes.quotations import QuotationChange
from generator.publish.differences.entries import (
    KINDS,
    entry,
    quotes_told,
    seal_entry,
    unknown_entry,
)
from generator.publish.differences.lines import (
    Line,
    Theirs,
    field_lines,
    joined,
    number,
    typed_lines,
)

EFFECTS = "Changed though its own record did not"
UNKNOWN = "Not known"
VERDICTS = "Verdicts"
CLAIMS = "The sentences that are checked"
QUOTES = "Quotes"
ORIGINS = "Origins and what they add up to"
SEALS = "Seals, for an editor to repeat"
PAGES = "Added or renamed"
REST = "Other words and facts"
SITE = "The whole site"
DRAFTS = "Drafts, which readers do not see"
_ORDER = (EFFECTS, UNKNOWN, VERDICTS, CLAIMS, QUOTES, ORIGINS, SEALS, PAGES, REST, SITE, DRAFTS)
_PLURALS = {"sources": "sources", "origins": "origins", "people": "people", "topics": "topics"}
_LINEAGE = {"relays", "origin", "condition", "kind"}

_Kind = tuple[str, str, str, Callable[[RecordChange], bool]]


def _has(*events: str) -> Callable[[RecordChange], bool]:
    return lambda change: not {*events}.isdisjoint(change.events)


def _new(kind: str) -> Callable[[RecordChange], bool]:
    return lambda change: change.record.kind == kind and "added" in change.events


def _is_judged_anew(change: RecordChange) -> bool:
    return bool(change.verdict and change.verdict.old and change.verdict.new)


def _is_restated(change: RecordChange) -> bool:
    """Say whether the sentence that a page checks is another than readers knew."""
    said = (one for one in change.fields if one.field == "claim")
    reworded = any(one.words or any(r.in_words_or_marks for r in one.reworded) for one in said)
    return reworded and _stays(change) and change.record.kind == "claims"


def _stays(change: RecordChange) -> bool:
    """Say whether readers knew the record before and still do."""
    return {"added", "removed", "published", "unpublished"}.isdisjoint(change.events)


_GRAVE: tuple[_Kind, ...] = (
    ("verdict", "verdicts", "changed", _is_judged_anew),
    ("word of the scale", "words of the scale", "changed", lambda c: c.record.kind == "verdicts"),
    ("page", "pages", "gone", _has("unpublished")),
    ("page", "pages", "withdrawn", _has("withdrawn")),
    ("claim", "claims", "reworded", _is_restated),
    ("history", "histories", "rewritten", lambda change: change.rewritten),
)
_NEW: tuple[_Kind, ...] = (
    ("page", "pages", "added", _has("published")),
    ("record", "records", "renamed", _has("renamed")),
    ("record", "records", "taken over by another", _has("merged")),
    *((KINDS[kind], plural, "added", _new(kind)) for kind, plural in _PLURALS.items()),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and under it an entry a record, a seal or a file: its first line sums it up."""

    heading: str
    entries: tuple[list[Line], ...]


def sections(meaning: Meaning) -> list[Section]:
    """Return all that changed, in sections, none of them empty.

    In each section claims whose evidence carries another verdict than they declare come first.
    """
    found: dict[str, list[list[Line]]] = {heading: [] for heading in _ORDER}
    sealed, alone = _sealed(meaning), dict[str, RecordChange]()
    for change in sorted(meaning.records, key=lambda change: change.carries is None):
        if _is_sealed_alone(change, sealed):
            alone[change.record.id] = change
        elif not _is_unknown(change):
            found[_heading(change)].append(entry(change))
    for seal in meaning.seals:
        found[SEALS].append(seal_entry(seal, alone.get(seal.source.id)))
    found[UNKNOWN] += [_unread(one) for one in meaning.unread]
    for when in ("before", "now"):
        unknown = [one for one in meaning.records if _is_unknown(one) and when in one.unknown]
        found[UNKNOWN] += [unknown_entry(when, [one.record for one in unknown])] if unknown else []
    found[VERDICTS] += [_order(meaning.scale)] if meaning.scale else []
    found[SITE] += _site(meaning)
    return [Section(heading, tuple(entries)) for heading, entries in found.items() if entries]


def _heading(change: RecordChange) -> str:
    """Return the section that the most consequential thing about a change belongs in."""
    events, verdict = {*change.events}, change.verdict
    if not change.public:
        return DRAFTS
    if not change.own:
        return EFFECTS
    if {"added", "published", "merged"} & events and change.record.kind != "verdicts":
        return PAGES
    if verdict or change.record.kind == "verdicts" or {"withdrawn", "restored"} & events:
        return VERDICTS
    if {"removed", "unpublished"} & events:
        return VERDICTS
    if _is_restated(change):
        return CLAIMS
    if change.quotations:
        return QUOTES
    lineage = change.record.kind == "sources" and any(f.field in _LINEAGE for f in change.fields)
    if change.record.kind == "origins" or change.figures or lineage:
        return ORIGINS
    return PAGES if "renamed" in events else REST


def _is_unknown(change: RecordChange) -> bool:
    """Say whether nothing is known to have changed of a claim, its figures being unknown."""
    return bool(change.unknown) and not change.own


def _sealed(meaning: Meaning) -> set[str]:
    """Return the ids of the sources whose seals are told in a section of their own."""
    return {seal.source.id for seal in meaning.seals}


def _is_sealed_alone(change: RecordChange, sealed: Set[str]) -> bool:
    """Say whether a change is that of a source of which nothing changed but the seal."""
    of_these = change.record.kind == "sources" and change.record.id in sealed
    return of_these and not (change.events or change.fields or change.rewritten)


def _unread(one: Unread) -> list[Line]:
    when = "cannot be read now" if one.when == "now" else "could not be read before"
    if one.typed is None:
        return [Line(0, ("file ", Theirs(one.path), f" {when}: what changed in it is not known"))]
    fields = number(len(one.typed), "field")
    told = f"compared as typed, {fields} {'differs' if len(one.typed) < 2 else 'differ'}"
    lines = [line for field in one.typed for line in typed_lines(1, field)]
    return [Line(0, ("file ", Theirs(one.path), f" {when}: {told}")), *lines]


def _site(meaning: Meaning) -> Iterator[list[Line]]:
    for field in meaning.site:
        yield list(field_lines(0, field))
    for page in meaning.pages:
        told = Line(0, (f"hand-written page {page.what}: ", Theirs(page.path)))
        yield [told, *field_lines(1, page.text, new=page.what == "added")]


def _order(scale: FieldChange) -> list[Line]:
    lines = [Line(0, ("the scale: its verdicts stand in another order, which is their priority",))]
    for when, verdicts in (("before", scale.removed), ("now", scale.added)):
        listed = joined(f"{when}: ", [[Theirs(one)] for one in verdicts], ", ")
        lines.append(Line(1, tuple(listed)))
    return lines


def summary(meaning: Meaning) -> str:
    """Return one sentence on what the change means for readers, in words of ours alone."""
    told = list(_told(meaning))
    known = " that is known" if meaning.unread else ""
    said = f"For readers: {'; '.join(told)}" if told else f"Nothing{known} changes for readers"
    if drafts := sum(not one.public and not _is_unknown(one) for one in meaning.records):
        said += f"; {number(drafts, 'draft')} changed"
    if meaning.unread:
        said += f"; {number(len(meaning.unread), 'file')} cannot be read on one side"
    return f"{said}."


def _told(meaning: Meaning) -> Iterator[str]:
    """Yield what readers will find changed, counted, the most consequential first."""
    records = [change for change in meaning.records if change.public]
    if weighed := sum(not one.own and not _is_unknown(one) for one in records):
        yield f"{number(weighed, 'claim')} changed though {_own(weighed)} did not"
    if unknown := sum(map(_is_unknown, records)):
        yield f"the figures of {number(unknown, 'claim')} not known on one side"
    if other := sum(change.carries is not None for change in records):
        than = "it has" if other == 1 else "they have"
        yield f"the evidence of {number(other, 'claim')} carries another verdict than {than}"
    left = [change for change in records if change.own]
    yield from _counted(left, _GRAVE)
    yield from quotes_told([one for change in left for one in _quotations(change)])
    yield from _counted(left, _NEW)
    gone = sum(seal.what == "removed" for seal in meaning.seals)
    if gone:
        yield f"{number(gone, 'seal')} gone"
    if come := len(meaning.seals) - gone:
        yield f"{number(come, 'seal')} new or changed"
    sealed = _sealed(meaning)
    if others := sum(_is_other(one) and not _is_sealed_alone(one, sealed) for one in left):
        yield f"{number(others, 'other record' if others < len(left) else 'record')} changed"
    if meaning.site:
        yield "the site’s own record changed"
    if meaning.scale:
        yield "the order of the scale changed"
    if meaning.pages:
        yield f"{number(len(meaning.pages), 'hand-written page')} changed"


def _counted(changes: Sequence[RecordChange], kinds: Iterable[_Kind]) -> Iterator[str]:
    for one, several, done, counts in kinds:
        if found := sum(map(counts, changes)):
            yield f"{number(found, one, several)} {done}"


def _is_other(change: RecordChange) -> bool:
    """Say whether a change is in nothing that the sentence counts by name."""
    quoted = any(_quotations(change))
    return not quoted and not any(counts(change) for *_, counts in (*_GRAVE, *_NEW))


def _quotations(change: RecordChange) -> Sequence[QuotationChange]:
    """Return what changed in the quotations of a page that readers knew and still know."""
    return change.quotations if _stays(change) else ()


def _own(count: int) -> str:
    return "its own record" if count == 1 else "their own records"
