"""Where the archive quotes some words, whether or not the rest of it is in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.proving import proofs_of
from generator.evidence.seal import Proof, SealIndex
from generator.evidence.sentences import fold
from generator.findings import Place
from generator.records.reading import Records


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage or excerpt that holds the words; `anchor` is empty where it is not proved."""

    place: Place
    source: str
    stance: str
    anchor: str
    words: str


def quoted(records: Records, words: str) -> Iterator[Hit]:
    """Yield every passage and excerpt that holds the words, whatever their case and typography."""
    sought = fold(words).casefold()
    indexes: dict[str, SealIndex] = {}
    for record in (*records.claims.values(), *records.variants.values()):
        quoting = record.quoting()
        hits = [
            (number, piece)
            for number, piece in enumerate(quoting.pieces)
            if sought in fold(piece.words).casefold()
        ]
        known = all(piece.source in records.sources for piece in quoting.pieces)
        proofs = proofs_of(records, quoting, indexes) if hits and known else {}
        for number, piece in hits:
            proof = proofs.get(number)
            field = "passage" if piece.passage else "excerpt"
            place = records.quoted(quoting, number, field)
            anchor = proof.anchor if isinstance(proof, Proof) else ""
            stance = getattr(piece, "stance", "a wording")
            yield Hit(place, piece.source, stance, anchor, piece.words)
