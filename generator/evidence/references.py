"""Every id that a record mentions is a record of its kind."""

from collections.abc import Iterator

from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.records.fieldfaults import word_not_in_list
from generator.records.model import Record, references
from generator.records.reading import Records

KINDS = ("claims", "sources", "origins", "people", "topics")


@rule("E205")
def unknown_reference(place: Place, kind: str, word: str, options: list[str]) -> Facts:
    """An id that a record mentions is the file name of a record of that kind.

    Bad:
        claimant: zelensky
    Good:
        claimant: zelenskyy
    """
    hint = did_you_mean(word, options, f"add data/{kind}/{word}.yml, or name one that is there")
    yield place, f"there is no {word!r} in data/{kind}", hint


def unresolved(records: Records, kind: str, record: Record) -> Iterator[Finding]:
    """Yield a finding for each id of a record that leads nowhere.

    An id whose file is there but could not be read is passed over: that file has its own finding.
    """
    for keys, ref, word in references(record):
        known = records.of(ref.kind)
        if word in known or (ref.kind, word) in records.unread:
            continue
        place = records.place(kind, record.id, *keys)
        if ref.kind == "verdicts":
            if ("verdicts", "") not in records.unread and known:
                yield from word_not_in_list(place, "verdict", word, list(known), "on the scale")
        else:
            yield from unknown_reference(place, ref.kind, word, list(known))


def waits_for_unread(records: Records, record: Record) -> bool:
    """Say whether a record mentions one that could not be read, so that later rules must wait."""
    return any((ref.kind, word) in records.unread for _, ref, word in references(record))
