"""The sentences of a source that the archive holds itself: those of its proved passages."""

from collections import Counter
from itertools import groupby

from generator.evidence.quoting import Run, locate_among
from generator.evidence.seal import Proof, SealIndex, cut, prove
from generator.evidence.sentences import Sentence, fold
from generator.records.reading import Records
from generator.records.source import Source


class Held:
    """The sentences that a claim or a variant quotes and the seal of their source proves.

    Args:
        records: the microsite's.
    """

    def __init__(self, records: Records) -> None:
        self._passages: dict[str, dict[str, None]] = {}
        self._stretches: dict[str, list[list[Sentence]]] = {}
        for record in (*records.claims.values(), *records.variants.values()):
            for piece in record.quoting().pieces:
                if piece.passage:
                    self._passages.setdefault(piece.source, {})[piece.passage] = None

    def stretches(self, source: Source) -> list[list[Sentence]]:
        """The sentences held of a source, those together that follow one another in it."""
        if source.id not in self._stretches:
            self._stretches[source.id] = self._proved(source)
        return self._stretches[source.id]

    def _proved(self, source: Source) -> list[list[Sentence]]:
        if source.seal is None:
            return []
        index = SealIndex(source.seal.sentences, source.seal.skip)
        held: dict[int, Sentence] = {}
        for passage in self._passages.get(source.id, {}):
            proof = prove(source.id, passage, index)
            if isinstance(proof, Proof):
                held |= _sentences(source.id, passage, proof, source.seal.sentences)
        places = {number: place for place, number in enumerate(index.numbers)}
        known = sorted(held)
        grouped = groupby(enumerate(known), lambda pair: places[pair[1]] - pair[0])
        return [[held[number] for _, number in stretch] for _, stretch in grouped]


def locate_held(words: str, records: Records, source: Source) -> list[Run]:
    """The runs of a source's sentences that hold the words, as `locate` gives them for a text.

    Only sentences are searched that a claim or a variant quotes and the seal proves.

    Args:
        words: what to look for.
        records: the microsite's.
        source: a sealed source.
    """
    return locate_among(words, Held(records).stretches(source))


def nearest_held(words: str, held: Held, source: Source) -> str:
    """The whole sentences held of a source that have the words, or most of them; else nothing.

    Args:
        words: a sentence, or what somebody took for one.
        held: what the archive quotes.
        source: a sealed source.

    Three quarters of the words are most: with fewer it is rather another sentence.
    """
    sought = Counter(fold(words).casefold().split())
    for run in locate_among(words, held.stretches(source)):
        shared = (sought & Counter(fold(run.passage).casefold().split())).total()
        if run.exact or 4 * shared >= 3 * sought.total():
            return run.passage
    return ""


def _sentences(
    source_id: str, passage: str, proof: Proof, sealed: tuple[str, ...]
) -> dict[int, Sentence]:
    """The sentences of a proved passage, in its own characters, by their numbers in the seal."""
    parts = cut(source_id, passage, [sealed[number - 1] for number in proof.numbers])
    numbered = zip(proof.numbers, parts, strict=True)
    return {number: Sentence(number, 1, own, fold(own)) for number, own in numbered}
