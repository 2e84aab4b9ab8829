"""What was not found on a live page, and is not quoted from it any more either."""

import re
from collections.abc import Iterator

from generator.editing.context import Context
from generator.evidence.watching import anchors
from generator.findings import Facts, Finding, Place, rule


@rule("W729")
def missing_unquoted(place: Place, anchor: str, source: str) -> Facts:
    """A sentence that `watched` calls missing is one that is quoted from the source.

    No reader is told of a sentence that nobody quotes any more, and nobody has looked whether what
    is quoted instead stands there. A quotation in a draft counts.

    Bad:
        watched: {status: changed, on: 2024-05-30, missing: [deadbeef]}    # of no sentence quoted
    Good:
        watched: {status: changed, on: 2024-05-30, missing: [286bbe81]}    # of a sentence quoted
    """
    message = f"{anchor!r} is the anchor of no sentence that is quoted from this source"
    yield place, message, f"look again: `factcheck watch --write {source}`, or remove `watched:`"


def findings(context: Context) -> Iterator[Finding]:
    """Yield the missing sentences that are not quoted; none of what may be quoted unread."""
    records = context.records
    for id_, left in _unquoted(context).items():
        watched = records.sources[id_].watched
        for number, anchor in enumerate(watched.missing if watched else ()):
            if anchor in left:
                place = records.place("sources", id_, "watched", "missing", number)
                yield from missing_unquoted(place, anchor, id_)


def _unquoted(context: Context) -> dict[str, set[str]]:
    """Return by source the missing anchors that no quotation has.

    A source from which a passage is not proved is left out, for the passage may be misspelt.
    """
    records, proofs = context.records, context.verified.proofs
    watched = ((id_, one.watched) for id_, one in records.sources.items() if one.watched)
    found = {id_: set(one.missing) for id_, one in watched if one.missing}
    found = {id_: left for id_, left in found.items() if not _perhaps_unread(context, id_)}
    for record in (*records.claims.values(), *records.variants.values()) if found else ():
        quoting = record.quoting()
        for number, piece in enumerate(quoting.pieces):
            if not (left := found.get(piece.source)):
                continue
            proof = proofs.get((quoting.kind, quoting.id, number))
            if piece.passage and proof is None:
                left.clear()
            else:
                left -= anchors(records.sources[piece.source], piece, proof)
    return found


def _perhaps_unread(context: Context, source: str) -> bool:
    """Say whether a claim or a variant that could not be read may quote the source."""
    unread = (key for key in context.records.unread if key[0] in ("claims", "variants"))
    documents = [context.records.documents[key] for key in unread]
    name = re.compile(rf"(?<![\w-]){source}(?![\w-])")
    return any(one.value is None or name.search(one.text) for one in documents)
