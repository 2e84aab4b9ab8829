"""What is wrong with a record's own history by itself: its days, its kinds, its former ids."""

from collections.abc import Iterator
from datetime import date

from generator.changes.compare import KINDS
from generator.findings import Facts, Finding, rule
from generator.records.model import Keys
from generator.records.publication import Lasting, Publication
from generator.records.reading import Records
from generator.records.scalars import Date

_WORDS = {
    "claims": ("bottom_line", "why_checked", "analysis", "unknowns", "inferred", "later", "waives"),
    "variants": ("title", "why", "changed"),
}


def findings(records: Records, latest: date | None = None) -> Iterator[Finding]:
    """Yield what is wrong with revisions and former ids by themselves, without a base.

    `latest` is the last day that anywhere on earth can have begun, where somebody knows it.
    """
    for kind in KINDS:
        owners: dict[str, str] = {}
        for id_, record in sorted(records.of(kind).items()):
            yield from in_order(records, kind, record, latest)
            if record.revisions:
                yield from only_wording(records, kind, record)
            for number, former in enumerate(record.formerly):
                other = former if former in records.of(kind) else owners.setdefault(former, id_)
                if other != id_ or former == id_:
                    yield from former_id_is_free(records, kind, record, number, other)


@rule("E605")
def in_order(records: Records, kind: str, record: Lasting, latest: date | None = None) -> Facts:
    """Revisions stand in the order of their days, none before publication, none in the future.

    Bad:
        revisions: [{date: 2026-12-02, …}, {date: 2026-11-30, …}]
    Good:
        revisions: [{date: 2026-11-30, …}, {date: 2026-12-02, …}]
    """
    last: Date | None = None
    for keys, day in _days(record):
        message = hint = ""
        if latest and day.earliest > latest:
            message, hint = f"{day} has not come yet", "write the day on which it goes in"
        elif last and keys[0] == "revisions" and day.earliest < last.earliest:
            message = f"{day} lies before {last}, the day of what stood there until then"
            hint = "write the day of the change, newest last"
        if message:  # only then: a place is dear
            yield records.place(kind, record.id, *keys), message, hint
        last = day


def _days(record: Lasting) -> Iterator[tuple[Keys, Date]]:
    """Yield the days that a record names of itself, in the order that they should have."""
    if isinstance(record, Publication) and record.published:
        yield ("published",), record.published
    for number, entry in enumerate(record.revisions):
        yield ("revisions", number, "date"), entry.date
    if record.withdrawn:
        yield ("withdrawn", "date"), record.withdrawn.date


@rule("E608")
def only_wording(records: Records, kind: str, record: Lasting) -> Facts:
    """A revision of kind `wording` makes our own sentences clearer and changes nothing else.

    What was wrong is a `correction`, which the page tells at its top; what came to light is an
    `update`. Of a claim `wording` may name bottom line, reason, analysis, unknowns, what is
    inferred and what came later; of a variant title, reason and what changed; of others the note.

    Bad:
        kind: wording
        was: {verdict: corroborated}
    Good:
        kind: correction
        was: {verdict: corroborated}
    """
    for number, entry in enumerate(record.revisions):
        if entry.kind != "wording":
            continue
        if facts := [key for key in entry.was if key not in _WORDS.get(kind, ("note",))]:
            place = records.place(kind, record.id, "revisions", number, "kind")
            message = f"a change of wording does not change {facts[0]!r}"
            yield place, message, "write `correction` where it was wrong, `update` where it grew"


@rule("E606")
def former_id_is_free(
    records: Records, kind: str, record: Lasting, number: int, other: str
) -> Facts:
    """An id that a record had is nobody else's: its old address can lead to one page only.

    Bad:
        formerly: [security-shield]    # a claim of that id is there
    Good:
        formerly: [shield-of-security]    # the id that this record had
    """
    place = records.place(kind, record.id, "formerly", number)
    former = record.formerly[number]
    owner = "its own id" if former == record.id else "the id of a record that is there"
    if other != former:
        owner = f"claimed by {other!r} too"
    yield place, f"{former!r} is {owner}", "an id is never used again; remove it here"
