"""What a revision says in `was` of each changed field, and whether an entry says it rightly."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.changes.compare import Pair, changed
from generator.records.plain import Names, plain
from generator.records.publication import ABSENT, Revision
from generator.records.reading import Records
from generator.records.source import Source


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
        return pair.old.seal.document if pair.old.seal else ABSENT
    before, after = plain(pair.old, names).get(key), plain(pair.new).get(key)
    written = old.get(key, ABSENT if before is None else before)
    if isinstance(before, list) and isinstance(written, list):
        return [written[number] for number in without(before, after or [])]
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(written, dict):
        keys = [k for k in {**before, **after} if before.get(k) != after.get(k)]
        return {k: written.get(k, before.get(k, ABSENT)) for k in keys}
    return [] if before is None and isinstance(after, list) else written


def unsaid(before: Records, pair: Pair, names: Names) -> dict[str, Any]:
    """Return the shortest `was` of each field that changed and that no new revision names."""
    if pair.old is None:
        return {}
    old = typed(before, pair.kind, pair.old.id)
    return {key: was(pair, key, old, names) for key in silent(pair, names)}


def silent(pair: Pair, names: Names) -> tuple[str, ...]:
    """Return the protected fields that changed and that no new revision names."""
    said = {key for entry in fresh(pair) for key in entry.was}
    return tuple(key for key in changed(pair, names) if key not in said)


def entries_kept(pair: Pair) -> bool:
    """Say whether the old revisions of a record are there as they were, the new ones after them."""
    if pair.old is None or pair.new is None:
        return True
    old, new = pair.old.revisions, pair.new.revisions
    return [plain(one) for one in new[: len(old)]] == [plain(one) for one in old]


def ids_lost(pair: Pair) -> list[str]:
    """Return the former ids of a record that it no longer names, in order."""
    if pair.old is None or pair.new is None:
        return []
    return sorted({*pair.old.formerly} - {*pair.new.formerly})


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
        right += [ABSENT if before is None else before, old.get(key, ABSENT)]
    if len(said) > 1 and isinstance(before, list) and all(isinstance(one, list) for one in said):
        return _tell_together(said, before, right[:2], old.get(key, []))
    return any(flat(said[0]) == flat(one) for one in right)


def had(said: Any, pair: Pair, key: str) -> bool:
    """Say whether the first of several entries tells what a field was that ended as it began."""
    before = plain(pair.old).get(key, ABSENT)
    if isinstance(before, list) and isinstance(said, list):
        items = [flat(one) for one in before]
        return all(flat(one) in items for one in said)
    if isinstance(before, dict) and isinstance(said, dict):
        return all(flat(before.get(k, ABSENT)) == flat(one) for k, one in said.items())
    return bool(flat(said) == flat(before))


def _tell_together(said: Sequence[Any], before: list[Any], gone: list[Any], typed: Any) -> bool:
    had = [flat(one) for one in (*before, *(typed if isinstance(typed, list) else ()))]
    together = [flat(one) for entry in said for one in entry]
    told = any(all(flat(item) in together for item in items) for items in gone)
    return told and all(flat(item) in had for item in said[0])


def without(one: Iterable[Any], other: Iterable[Any]) -> list[int]:
    """Return the numbers of the items of one list that are not in the other, each counted once."""
    left, gone = list(other), []
    for number, item in enumerate(one):
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
