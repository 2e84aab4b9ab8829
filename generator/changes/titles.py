"""What a record is called where people read of it, and its fields with names in place of ids."""

from dataclasses import dataclass
from typing import Any

from generator.records.claim import Claim
from generator.records.model import Keys, Record, references
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.plain import Names, plain
from generator.records.reading import Records
from generator.records.source import Source
from generator.records.topic import Topic
from generator.records.variant import Variant
from generator.records.verdict import Verdict


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A record by its kind (the folder's name) and id, with the name that it goes by."""

    kind: str
    id: str
    title: str


class Titles:
    """Gives the records of two states their names: the present ones where there are any."""

    def __init__(self, before: Records, now: Records, names: Names) -> None:
        self._states = (now, before)
        self._new_ids = names

    def named(self, kind: str, id_: str) -> Named:
        """Return a record by name; the name of one that cannot be read is its id."""
        id_ = self._new_ids.get((kind, id_), id_)
        found = (state.of(kind).get(id_) for state in self._states)
        record = next((record for record in found if record is not None), None)
        return Named(kind, id_, title(record) or id_)

    def shown(self, record: Record | None) -> dict[str, Any]:
        """Return a record as a file would hold it, each id in it with the name before it."""
        if record is None:
            return {}
        written: dict[str, Any] = plain(record)
        for keys, ref, id_ in references(record):
            named = self.named(ref.kind, id_)
            _put(written, keys, f"{named.title} ({named.id})")
        return written


def title(record: Record | None) -> str:
    """Return the name that a record goes by; empty for none."""
    match record:
        case Claim() | Variant() | Topic():
            return record.title
        case Source():
            told = "" if record.title == "unknown" else f": {record.title}"
            return record.outlet + told
        case Origin() | Person():
            return record.name
        case Verdict():
            return record.label
    return ""


def _put(written: Any, keys: Keys, said: str) -> None:
    """Write a name where an id stands; a person who speaks stands without the key `person`."""
    *above, last = keys
    for step in above:
        if isinstance(written[step], str):
            written[step] = said
            return
        written = written[step]
    written[last] = said
