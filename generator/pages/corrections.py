"""Every change of what was published, of all records: for the page of corrections and its feed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.evidence.bearing import Bearing
from generator.pages import variants, words
from generator.pages.history import Entry, history
from generator.pages.view import View
from generator.records.claim import Claim
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.publication import Lasting
from generator.records.source import Source
from generator.records.topic import Topic
from generator.records.variant import Variant
from generator.records.verdict import Verdict


@dataclass(frozen=True)
class Told:
    """A change with the record that changed, its kind, and on how many claims it bears.

    `bears` is empty for a kind of record that bears on no claim but itself.
    """

    kind: str
    record: Lasting
    entry: Entry
    bears: str


def told(view: View) -> list[Told]:
    """Return every change of a published record, the newest first."""
    bearing = Bearing(view.archive)
    found = [
        Told(kind, record, entry, bears)
        for kind, record in _lasting(view)
        if record.revisions or record.withdrawn
        for bears in [_bearing(kind, record.id, bearing)]
        for entry in history(view, record).entries
    ]
    return sorted(found, key=lambda one: one.entry.when.latest, reverse=True)


def _lasting(view: View) -> Iterator[tuple[str, Lasting]]:
    """Yield every record that readers can meet, with its kind."""
    archive = view.archive
    kinds: Mapping[str, Mapping[str, Lasting]] = {
        "claims": {claim.id: claim for claim in view.visible()},
        "variants": {variant.id: variant for variant in variants.visible(view)},
        "sources": archive.sources,
        "origins": archive.origins,
        "people": archive.people,
        "topics": archive.topics,
        "verdicts": archive.verdicts,
    }
    for kind, records in kinds.items():
        for id_ in sorted(records):
            yield kind, records[id_]


def _bearing(kind: str, id_: str, bearing: Bearing) -> str:
    """Return in words on how many claims a source, an origin or a verdict bears."""
    if kind not in ("sources", "origins", "verdicts"):
        return ""
    return f"It bears on {words.number(len(bearing.on(kind, id_)), 'claim')}."


def name(view: View, record: Lasting) -> str:
    """Return what a record is called: a claim behind its verdict, others with what they are.

    A claim and a variant have their own words for titles. It is the page on a person that was
    corrected, not the person.
    """
    match record:
        case Claim():
            return f"{view.verdict(record).label}: {record.title}"
        case Variant():
            return record.title
        case Topic():
            return f"the topic {record.title}"
        case Source():
            return f"the source {view.source_name(record)}"
        case Origin():
            return f"the origin {record.name}"
        case Person():
            return f"the page on {record.name}"
        case Verdict():
            return f"the verdict {record.label}"
    return record.id
