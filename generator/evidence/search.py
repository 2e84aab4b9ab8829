"""Where the archive quotes some words, whether or not the rest of it is in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.passages import proofs_of
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
    for claim in records.claims.values():
        hits = [
            (number, e)
            for number, e in enumerate(claim.evidence)
            if sought in fold(e.words).casefold()
        ]
        known = all(e.source in records.sources for e in claim.evidence)
        proofs = proofs_of(records, claim, indexes) if hits and known else {}
        for number, e in hits:
            proof = proofs.get(number)
            field = "passage" if e.passage else "excerpt"
            place = records.place("claims", claim.id, "evidence", number, field)
            anchor = proof.anchor if isinstance(proof, Proof) else ""
            yield Hit(place, e.source, e.stance, anchor, e.words)
