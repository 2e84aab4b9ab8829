"""Nothing published changes in silence: the rules that compare the records with those of a base."""

import shlex
from collections.abc import Iterable, Iterator

from generator.changes import telling, unreadable
from generator.changes.compare import Pair, changed, pairs, renamed, was_public
from generator.evidence.bearing import Bearing
from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.records.model import protected
from generator.records.plain import Names, plain
from generator.records.publication import Publication
from generator.records.reading import Records

_MOST = 5


def findings(before: Records, after: Records, base: str) -> Iterator[Finding]:
    """Yield what of the published records changed since the base without being told.

    `base` is the name by which its commit was asked for.
    """
    yield from unreadable.findings(before, after)
    names = renamed(before, after)
    bearing = Bearing(before), Bearing(after)
    for pair in pairs(before, after):
        if pair.old is None or pair.old is pair.new or not was_public(pair.old):
            continue
        if pair.new is None or not was_public(pair.new) or pair.into:
            if pair.new or not any(kind == pair.kind for kind, _ in after.unread):
                yield from gone(before, after, pair, bearing[0])
            continue
        kept = list(history_rewritten(after, pair))
        yield from kept
        if not kept:
            ask = f"`factcheck revise {pair.kind}/{pair.id} --base {shlex.quote(base)}` prints"
            yield from silent_change(after, pair, names, bearing, ask)
            yield from what_was(before, after, pair, names, ask)


@rule("E601")
def silent_change(
    after: Records, pair: Pair, names: Names, bearing: Iterable[Bearing], ask: str
) -> Facts:
    """A published record changes with a dated reason that readers see, or not at all.

    Compared are the records at the base commit of `check --base` and those of now. Every protected
    field that differs is named in the `was` of an entry that is new in `revisions`. Of a claim or a
    variant all fields are protected but `topics`, `related` and `short`; of a source all that is
    shown; of an origin `who`, `kind`, `date` and `may_be`; of a verdict all; of a person name,
    office, kind and note.

    Bad:
        verdict: single-origin    # corroborated until now, and nothing said
    Good:
        verdict: single-origin
        revisions:
          - date: 2026-11-30
            kind: correction
            reason: One of the two newsrooms turned out to have copied the other.
            was: {verdict: corroborated}
    """
    for key in telling.silent(pair, names):
        place = after.place(pair.kind, pair.id, key, key=True)
        message = f"{key!r} changed since it was published, and no revision says so"
        yield place, message + _bearing_on(pair, *bearing), f"{ask} the entry to add"


@rule("E602")
def gone(before: Records, after: Records, pair: Pair, bearing: Bearing) -> Facts:
    """What was published stays: withdrawn it keeps its page, renamed it keeps its old address.

    A claim or variant is never merged into another. A record of another kind that took others over
    says so in a revision of its own, and so does every record that named those.

    Bad:
        data/claims/first-sketch.yml, deleted
    Good:
        withdrawn: {date: 2026-11-30, reason: Nobody said it; the sentence was our own.}
    """
    if pair.old is None:
        return
    id_, kind = pair.old.id, pair.kind
    if pair.new is None:
        file = "verdicts" if kind == "verdicts" else f"{kind}/{id_}"
        message = f"{id_!r} was published and is gone"
        yield (
            Place(f"data/{file}.yml"),
            message + _bearing_on(pair, bearing),
            _how_to_keep(before, after, pair),
        )
    elif not was_public(pair.new):
        place = after.place(pair.kind, pair.id)
        message = "it was published and is now a draft, so its page would be gone"
        yield place, message, "keep `published`, and add `withdrawn: {date: …, reason: …}`"
    elif isinstance(pair.old, Publication):
        place = after.place(pair.kind, pair.id, "formerly", key=True)
        message = f"{id_!r} was published and went into another record, so its page would be gone"
        yield place, message, "bring it back and add `withdrawn: {date: …, reason: …}`"
    elif not _new_entries(before, pair):
        place = after.place(pair.kind, pair.id, "formerly", key=True)
        message = f"{id_!r} went into this record, and no revision says so"
        yield place, message, "add an entry to `revisions` that says what readers find here now"


@rule("E603")
def history_rewritten(after: Records, pair: Pair) -> Facts:
    """The history of a published record only grows: old entries and old addresses stay as they are.

    Bad:
        revisions: []    # there was one
    Good:
        the old entries, unchanged, and new ones after them
    """
    if not telling.entries_kept(pair):
        place = after.place(pair.kind, pair.id, "revisions", key=True)
        message = "an entry of `revisions` that was published is changed or gone"
        yield place, message, "leave the old entries as they were, in their order, and add behind"
    if lost := telling.ids_lost(pair):
        place = after.place(pair.kind, pair.id, "formerly", key=True)
        message = f"`formerly` lost {lost[0]!r}, so its old address would lead nowhere"
        yield place, message, "put it back"


@rule("E604")
def what_was(before: Records, after: Records, pair: Pair, names: Names, ask: str) -> Facts:
    """In a revision `was` says what truly stood there, and only of fields that changed.

    It holds the old value as it was typed: of a list the items that no longer stand as they did
    (`[]` where some were only added), of a mapping the keys that changed, of a seal the `document`
    that was sealed before, and `absent` where there was nothing.

    Bad:
        was: {made: 2025-02-14}    # 2025-02-15 until now
    Good:
        was: {made: 2025-02-15}
    """
    if pair.old is None or pair.new is None:
        return
    entries, typed = telling.fresh(pair), telling.typed(before, pair.kind, pair.old.id)
    differing = changed(pair, names)
    for key in dict.fromkeys(key for entry in entries for key in entry.was):
        saying = [number for number, entry in enumerate(entries) if key in entry.was]
        said = [entries[number].was[key] for number in saying]
        steps = ("revisions", len(pair.old.revisions) + saying[0], "was", key)
        place = after.place(pair.kind, pair.id, *steps, key=True)
        if key in differing and not telling.tells(said, pair, key, typed, names):
            yield place, f"this is not what {key!r} was", f"{ask} what stood there"
        elif key not in differing and (len(saying) == 1 or not telling.had(said[0], pair, key)):
            hint = did_you_mean(key, [one for one in differing if one not in entries[-1].was])
            yield (
                place,
                f"`was` names {key!r}, which has not changed",
                hint or f"remove {key!r} from `was`",
            )


def _new_entries(before: Records, pair: Pair) -> bool:
    """Say whether a record that took another over has a revision it did not have before."""
    own = before.of(pair.kind).get(pair.id)
    return pair.new is not None and len(pair.new.revisions) > len(own.revisions if own else ())


def _bearing_on(pair: Pair, *states: Bearing) -> str:
    ids = {pair.id, pair.old.id if pair.old else pair.id}
    claims = sorted({one for state in states for id_ in ids for one in state.on(pair.kind, id_)})
    if not claims:
        return ""
    named = ", ".join(claims[:_MOST])
    rest = f" and {len(claims) - _MOST} more" if len(claims) > _MOST else ""
    return f"; it bears on {len(claims)} claim{'s' * (len(claims) > 1)}: {named}{rest}"


def _how_to_keep(before: Records, after: Records, pair: Pair) -> str:
    heir, former = (
        _likeness(before, after, pair),
        f"`formerly: [{pair.old.id if pair.old else ''}]`",
    )
    if heir:
        return f"if {heir!r} is the same record under a new id, add {former} there"
    other = (
        "" if isinstance(pair.old, Publication) else f", or add {former} to the one in its place"
    )
    return "bring it back and add `withdrawn: {date: …, reason: …}`" + other


def _likeness(before: Records, after: Records, pair: Pair) -> str:
    """Return the new record that has most fields of one that is gone, if they are half of them."""
    if pair.old is None:
        return ""
    old, keys = plain(pair.old), protected(type(pair.old))
    fields = type(pair.old).model_fields.items()
    told = [name for name, field in fields if (key := field.alias or name) in keys and key in old]
    values = [(name, getattr(pair.old, name)) for name in told]
    alike = {
        id_: sum(getattr(record, name) == value for name, value in values)
        for id_, record in after.of(pair.kind).items()
        if id_ not in before.of(pair.kind)
    }
    best = max(alike, key=lambda id_: (alike[id_], id_), default="")
    return best if best and 2 * alike[best] >= len(values) else ""
