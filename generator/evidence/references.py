"""Every id that a record mentions is a record of its kind."""

from collections.abc import Container, Iterator

from generator.findings import Facts, Finding, Place, rule
from generator.records.fieldfaults import word_not_in_list
from generator.records.mentions import missing
from generator.records.model import Mention, Record, references, references_typed
from generator.records.reading import FOLDERS, Records

KINDS = ("claims", "sources", "origins", "people", "topics", "variants")


@rule("E205")
def unknown_reference(place: Place, kind: str, word: str, hint: str) -> Facts:
    """An id that a record mentions is the file name of a record of that kind.

    Bad:
        claimant: zelensky
    Good:
        claimant: zelenskyy
    """
    yield place, f"there is no {word!r} in data/{kind}", hint


def leading_nowhere(records: Records, record: Record) -> list[Mention]:
    """Return the mentions of ids that are no record, or whose record could not be read."""
    return [found for found in references(record) if found[2] not in records.of(found[1].kind)]


def typed_nowhere(records: Records, kind: str, id_: str, told: Container[Place]) -> list[Mention]:
    """Return the same of a record that could not be read, as far as its file holds fields.

    A field that is told of already, at one of the places `told`, is left out.
    """
    value = records.documents[kind, id_].value
    return [
        found
        for found in references_typed(FOLDERS[kind], value)
        if found[2] not in records.of(found[1].kind)
        and records.place(kind, id_, *found[0]) not in told
    ]


def unresolved(records: Records, kind: str, id_: str, nowhere: list[Mention]) -> Iterator[Finding]:
    """Yield a finding for each of a record's mentions that lead nowhere.

    An id whose file is there but could not be read is passed over: that file has its own finding.
    """
    for keys, ref, word in nowhere:
        if (ref.kind, word) in records.unread:
            continue
        known = list(records.of(ref.kind))
        place = records.place(kind, id_, *keys)
        if ref.kind != "verdicts":
            last = next(str(key) for key in reversed(keys) if isinstance(key, str))
            hint = missing(records.of, ref.kind, last, word)
            yield from unknown_reference(place, ref.kind, word, hint)
        elif ("verdicts", "") not in records.unread and known:
            yield from word_not_in_list(place, "verdict", word, known, "on the scale")
