"""Records of the base that today's rules cannot read: compared as they were typed."""

from collections.abc import Iterator

from generator.changes.fields import FieldChange, field_change
from generator.changes.telling import flat, typed
from generator.findings import Facts, Finding, Place, rule
from generator.records.model import Record, protected
from generator.records.reading import FOLDERS, Records
from generator.records.verdict import Verdict


def findings(before: Records, after: Records) -> Iterator[Finding]:
    """Yield what changed in silence of the records that were once published and cannot be read."""
    for kind, id_ in sorted(before.unread):
        if kind == "verdicts":
            scale = before.documents[kind, id_].value or {}
            for name in sorted(set(scale) - set(before.verdicts)):
                yield from as_typed(before, after, kind, name)
        elif kind in FOLDERS:
            yield from as_typed(before, after, kind, id_)


@rule("E607")
def as_typed(before: Records, after: Records, kind: str, id_: str) -> Facts:
    """A published record that today's rules cannot read is compared field by field, as typed.

    That is so when the form of the records itself has changed since the base. What differs is
    told in a new revision, as anywhere; a field that is protected no more need not be.

    Bad:
        said_by: kestrel    # `speaker: kestrel` until the form changed, and nothing said
    Good:
        said_by: kestrel
        revisions: [{date: 2026-11-30, kind: wording, reason: …, was: {said_by: absent}}]
    """
    old = typed(before, kind, id_)
    if not old or (kind in ("claims", "variants") and "published" not in old):
        return
    if id_ not in after.of(kind):
        unread = (kind, "" if kind == "verdicts" else id_) in after.unread
        if not unread and not any(id_ in one.formerly for one in after.of(kind).values()):
            path = "data/verdicts.yml" if kind == "verdicts" else f"data/{kind}/{id_}.yml"
            hint = "bring it back and add `withdrawn: {date: …, reason: …}`"
            yield Place(path), f"{id_!r} was published and is gone", hint
        return
    new, model = typed(after, kind, id_), _model(kind)
    seen = [flat(entry) for entry in old.get("revisions") or ()]
    fresh = [entry for entry in new.get("revisions") or () if flat(entry) not in seen]
    told = {key for entry in fresh for key in entry["was"]}
    for key in protected(model):
        if key not in told and flat(old.get(key, "")) != flat(new.get(key, "")):
            message = f"{key!r} is not as it was typed at the base, and no revision says so"
            hint = "add an entry to `revisions` with what stood there in `was`"
            yield after.place(kind, id_, key, key=True), message, hint


def typed_changes(
    before: Records, after: Records, kind: str, id_: str
) -> tuple[FieldChange, ...] | None:
    """Return the keys of a file that differ as typed, in the order of now, each with its values.

    None where one state does not hold it as keys and values. Of seals of two documents the
    sentences are left out.
    """
    docs = (state.documents.get((kind, id_)) for state in (before, after))
    old, new = (flat(doc.value) if doc and doc.value else None for doc in docs)
    if old is None or new is None:
        return None
    seals = [side["seal"] for side in (old, new) if isinstance(side.get("seal"), dict)]
    if len({seal.get("document") for seal in seals}) == 2:
        for seal in seals:
            seal.pop("sentences", None)
    return tuple(
        field_change(key, old.get(key), new.get(key))
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    )


def _model(kind: str) -> type[Record]:
    return Verdict if kind == "verdicts" else FOLDERS[kind]
