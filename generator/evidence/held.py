"""The sentences of a source that the archive holds itself: those of its proved passages."""

from collections.abc import Iterator
from itertools import groupby

from generator.evidence.quoting import Run, locate_among
from generator.evidence.seal import Proof, SealIndex, cut, prove
from generator.evidence.sentences import Sentence, fold
from generator.records.reading import Records
from generator.records.source import Source


def locate_held(words: str, records: Records, source: Source) -> list[Run]:
    """The runs of a source's sentences that hold the words, as `locate` gives them for a text.

    Only sentences are searched that a claim or a variant quotes and the seal proves.

    Args:
        words: what to look for.
        records: the microsite's.
        source: a sealed source.
    """
    if source.seal is None:
        return []
    index = SealIndex(source.seal.sentences, source.seal.skip)
    held: dict[int, Sentence] = {}
    for passage in _passages(records, source):
        proof = prove(source.id, passage, index)
        if isinstance(proof, Proof):
            held |= _sentences(source.id, passage, proof, source.seal.sentences)
    places = {number: place for place, number in enumerate(index.numbers)}
    known = sorted(held)
    stretches = groupby(enumerate(known), lambda pair: places[pair[1]] - pair[0])
    return locate_among(words, [[held[n] for _, n in stretch] for _, stretch in stretches])


def _passages(records: Records, source: Source) -> Iterator[str]:
    """Every passage that is quoted from the source, once."""
    quoting = [record.quoting() for record in records.claims.values()]
    quoting += [record.quoting() for record in records.variants.values()]
    pieces = (piece for record in quoting for piece in record.pieces)
    yield from dict.fromkeys(p.passage for p in pieces if p.source == source.id and p.passage)


def _sentences(
    source_id: str, passage: str, proof: Proof, sealed: tuple[str, ...]
) -> dict[int, Sentence]:
    """The sentences of a proved passage, in its own characters, by their numbers in the seal."""
    parts = cut(source_id, passage, [sealed[number - 1] for number in proof.numbers])
    numbered = zip(proof.numbers, parts, strict=True)
    return {number: Sentence(number, 1, own, fold(own)) for number, own in numbered}
