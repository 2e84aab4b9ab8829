"""What a revision says in `was` of each changed field, and whether an entry says it rightly."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.changes.compare import Pair, changed
from generator.records.plain import Names, plain
from generator.records.publication import Revision
from generator.records.reading import Records
from generator.records.source import Source

NOTHING = "absent"
"""What `was` says of a field or a key that was not there."""


def typed(records: Records, kind: str, id_: str) -> dict[str, Any]:
    """Return a record as it was typed: text, lists and mappings; empty where it was not read."""
    if kind == "verdicts":
        scale = records.documents["verdicts", ""].value or {}
        return dict(scale.get(id_) or {})
    doc = records.documents.get((kind, id_))
    return doc.value or {} if doc else {}


def was(pair: Pair, key: str, old: dict[str, Any], names: Names | None = None) -> Any:
    """Return the shortest right `was` of a field that changed, of values as they were typed.

    Of a list these are the items that no longer stand as they did; of a mapping the keys that
    changed; of a seal the document sealed before. `old` is the old record as it was typed.
    """
    if key == "seal" and isinstance(pair.old, Source):
        return pair.old.seal.document if pair.old.seal else NOTHING
    before, after = plain(pair.old, names).get(key), plain(pair.new).get(key)
    written = old.get(key, NOTHING if before is None else before)
    if isinstance(before, list) and isinstance(written, list):
        return [written[number] for number in _gone(before, after or [])]
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(written, dict):
        keys = [k for k in {**before, **after} if before.get(k) != after.get(k)]
        return {k: written.get(k, before.get(k, NOTHING)) for k in keys}
    return [] if before is None and isinstance(after, list) else written


def unsaid(before: Records, pair: Pair, names: Names) -> dict[str, Any]:
    """Return the shortest `was` of each field that changed and that no new revision names."""
    if pair.old is None:
        return {}
    said = {key for entry in fresh(pair) for key in entry.was}
    old = typed(before, pair.kind, pair.old.id)
    return {key: was(pair, key, old, names) for key in changed(pair, names) if key not in said}


def fresh(pair: Pair) -> tuple[Revision, ...]:
    """Return the revisions that are new since the base."""
    if pair.new is None:
        return ()
    return pair.new.revisions[len(pair.old.revisions) if pair.old else 0 :]


def tells(
    said: Sequence[Any], pair: Pair, key: str, old: dict[str, Any], names: Names | None = None
) -> bool:
    """Say whether new entries tell what a field was; `said` is what their `was` holds, in order.

    One holds the whole old value or the shortest `was`, as it was typed or with the defaults left
    out. Of several the first does, or it lists some items of an old list and the others the rest.
    """
    before = plain(pair.old).get(key)
    right = [was(pair, key, old, names), was(pair, key, {}, names)]
    if key != "seal":
        right += [NOTHING if before is None else before, old.get(key, NOTHING)]
    if len(said) > 1 and isinstance(before, list) and all(isinstance(one, list) for one in said):
        return _tell_together(said, before, right[:2], old.get(key, []))
    return any(flat(said[0]) == flat(one) for one in right)


def _tell_together(said: Sequence[Any], before: list[Any], gone: list[Any], typed: Any) -> bool:
    had = [flat(one) for one in (*before, *(typed if isinstance(typed, list) else ()))]
    together = [flat(one) for entry in said for one in entry]
    told = any(all(flat(item) in together for item in items) for items in gone)
    return told and all(flat(item) in had for item in said[0])


def _gone(before: list[Any], after: Iterable[Any]) -> list[int]:
    """Return the numbers of the items that are not in the later list, each counted once."""
    left, gone = list(after), []
    for number, item in enumerate(before):
        if item in left:
            left.remove(item)
        else:
            gone.append(number)
    return gone


def flat(value: Any) -> Any:
    """Return a value with all white space in its texts as one space."""
    if isinstance(value, dict):
        return {str(key): flat(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [flat(one) for one in value]
    return " ".join(str(value).split())
