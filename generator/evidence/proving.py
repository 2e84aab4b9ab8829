"""Every quotation of a record is tried: its words against the seal, its marks against its words."""

from collections.abc import Callable, Iterator

from generator.evidence import passages
from generator.evidence.held import Held, nearest_held
from generator.evidence.nearest import nearest
from generator.evidence.seal import Proof, SealIndex, Unproved, prove
from generator.findings import Finding
from generator.records.quotation import Quoting
from generator.records.reading import Records

Texts = Callable[[str], str | None]
"""Gives the text of the document with this sha256 where it is at hand."""

Quoted = tuple[str, str, int]
"""Which quotation: the kind and the id of its record, and its number there, from 0."""

_MOST_COMPARED = 100
"""For how many failing passages of a check the nearest quoted sentence is looked for."""


class Prover:
    """Tries the quotations of one record after another and keeps the proofs."""

    def __init__(self, records: Records, texts: Texts) -> None:
        self.records, self.texts = records, texts
        self.indexes: dict[str, SealIndex] = {}
        self.proofs: dict[Quoted, Proof] = {}
        self.held: Held | None = None
        self.compared = 0

    def check(self, record: Quoting) -> Iterator[Finding]:
        """Yield what is wrong with the quotations of a record whose sources are there and sound."""
        yield from passages.sealed_means_passage(self.records, record)
        lengths: dict[int, int] = {}
        for number, outcome in proofs_of(self.records, record, self.indexes).items():
            if isinstance(outcome, Unproved):
                yield from self._unproved(record, number, outcome)
            else:
                self.proofs[record.kind, record.id, number] = outcome
                lengths[number] = len(outcome.numbers)
                yield from passages.part_is_right(self.records, record, number, outcome)
        yield from passages.quotes_too_much(self.records, record, lengths)
        yield from passages.quote_in_passage(self.records, record)
        yield from passages.sic_in_passage(self.records, record)

    def proved(self, record: Quoting) -> dict[int, Proof]:
        """Return the proofs of a record's quotations by their numbers."""
        key = (record.kind, record.id)
        numbers = range(len(record.pieces))
        return {n: self.proofs[*key, n] for n in numbers if (*key, n) in self.proofs}

    def _unproved(self, record: Quoting, number: int, why: Unproved) -> Iterator[Finding]:
        if why.kind == "boilerplate":
            return passages.boilerplate_quoted(self.records, record, number, why)
        if why.kind == "not-consecutive":
            return passages.not_consecutive(self.records, record, number, why)
        near = self._nearest(record, number) or self._quoted(record, number, why)
        return passages.passage_not_sealed(self.records, record, number, why, near)

    def _nearest(self, record: Quoting, number: int) -> str:
        """Return how the nearest citable passage differs, as a hint; empty without a text."""
        piece = record.pieces[number]
        seal = self.records.sources[piece.source].seal
        text = self.texts(seal.document) if seal else None
        if seal is None or text is None or piece.passage is None:
            return ""
        found = nearest(piece.passage, text, seal.skip)
        return f"the nearest passage: {found.render()}" if found else ""

    def _quoted(self, record: Quoting, number: int, why: Unproved) -> str:
        """Return the nearest sentences that the archive quotes already, as a hint; or nothing."""
        self.compared += 1
        if why.kind != "not-in-seal" or self.compared > _MOST_COMPARED:
            return ""
        self.held = self.held or Held(self.records)
        source = self.records.sources[record.pieces[number].source]
        found = nearest_held(why.sentence, self.held, source)
        return f"did you mean: {found}" if found else ""


def proofs_of(
    records: Records, record: Quoting, indexes: dict[str, SealIndex]
) -> dict[int, Proof | Unproved]:
    """Return, for each passage of a record by its number, its proof or why it has none."""
    found: dict[int, Proof | Unproved] = {}
    for number, piece in enumerate(record.pieces):
        seal = records.sources[piece.source].seal
        if piece.passage is None or seal is None:
            continue
        if piece.source not in indexes:
            indexes[piece.source] = SealIndex(seal.sentences, seal.skip)
        found[number] = prove(piece.source, piece.passage, indexes[piece.source])
    return found
