"""Seals the sentences of a document and proves that a passage stands among them word for word.

A seal is a list of hashes, one a sentence. It proves a quotation of whole sentences to anybody
and gives nobody the text. What it proves: these sentences stood, in this order, in the text that
the sealer had.
"""

import hashlib
from collections.abc import Callable, Container, Iterator, Set
from dataclasses import dataclass
from typing import Literal

from generator.evidence.sentences import fold, split

ALGORITHM = 1
LONGEST_PASSAGE = 400
"""Words that a passage may have; a proof by search needs a bound."""

_HASH_BYTES = 16
_ANCHOR_DIGITS = 8

Fault = Literal["empty", "too-long", "not-in-seal", "boilerplate", "not-consecutive"]


@dataclass(frozen=True, slots=True)
class Proof:
    """The passage is these sentences of the document (from 1), whole and in this order.

    `anchor` is the first 8 hex digits of the first sentence's hash.
    """

    numbers: tuple[int, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Unproved:
    """The passage is not proved: why, and the first sentence at fault, in its own characters.

    `empty` and `too-long` (more than 400 words) name no sentence; `not-in-seal` names the first
    that does not stand in the seal as it is written, `boilerplate` the first that stands there
    only as boilerplate, `not-consecutive` the first that does not follow the one before it.
    """

    kind: Fault
    sentence: str = ""


class SealIndex:
    """The hashes of one seal, ready for proofs: `numbers` holds those that can be cited.

    Args:
        sentences: the hashes in the order of the document, 32 hex digits each.
        skip: the numbers (from 1) of boilerplate, which is sealed and never citable.
    """

    __slots__ = ("numbers", "places", "sentences", "skipped")

    def __init__(self, sentences: tuple[str, ...], skip: Set[int] = frozenset()) -> None:
        self.sentences = sentences
        self.numbers = tuple(n for n in range(1, len(sentences) + 1) if n not in skip)
        # Every place of a hash among the citable sentences is one bit, for it may have several.
        self.places: dict[bytes, int] = {}
        for place, number in enumerate(self.numbers):
            digest = bytes.fromhex(sentences[number - 1])
            self.places[digest] = self.places.get(digest, 0) | 1 << place
        self.skipped = frozenset(
            bytes.fromhex(sentence)
            for number, sentence in enumerate(sentences, start=1)
            if number in skip
        )


def decode(raw: bytes) -> str:
    """The text of a document, without its byte-order mark.

    Raises:
        ValueError: in one sentence, when the bytes are not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(
            f"the text is not UTF-8 (byte {error.start + 1}, in line {line}); save it as UTF-8"
        ) from None


def document_hash(raw: bytes) -> str:
    """The SHA-256 of a document's bytes as they are, in hex digits."""
    return hashlib.sha256(raw).hexdigest()


def hashes(source_id: str, text: str) -> tuple[str, ...]:
    """One hash of 32 hex digits for each sentence of the document, in order.

    Rule: "The seal": the first 16 bytes of sha256(source id, line feed, folded sentence).
    """
    return tuple(_hash(source_id, sentence.text).hex() for sentence in split(text))


def prove(source_id: str, passage: str, index: SealIndex) -> Proof | Unproved:
    """Whether the passage is a run of whole citable sentences, however it is wrapped.

    It is proved when it can be cut at spaces into pieces whose hashes stand one after another
    among the citable sentences. The cut is found by search, so no proof depends on the splitter.
    Of several places where the passage stands, the first is given.

    Args:
        source_id: the source that is quoted; the same words sealed for another prove nothing.
        passage: the quoted text, with any white space and any typographic variants.
        index: the seal of that source.
    """
    words = fold(passage).split()
    if not words:
        return Unproved("empty")
    if len(words) > LONGEST_PASSAGE:
        return Unproved("too-long")
    search = _Search(source_id, words)
    places = index.places
    every = (1 << len(index.numbers)) - 1
    cuts = search.run(every, lambda at, piece: (at & places.get(piece, 0)) << 1)
    if not cuts.reached[-1]:
        own = [word for word in passage.split() if fold(word)]
        return _unproved(search, own, index, cuts.furthest)
    numbers = cuts.trace(index.numbers)
    return Proof(numbers, index.sentences[numbers[0] - 1][:_ANCHOR_DIGITS])


def _unproved(search: "_Search", own: list[str], index: SealIndex, furthest: int) -> Unproved:
    """Why the passage is not proved, when its proof came as far as the word `furthest`."""
    citable, skipped = index.places, index.skipped
    anywhere = search.run(1, lambda _, piece: piece in citable or piece in skipped)
    if not anywhere.reached[-1]:
        rest = " ".join(own[anywhere.furthest :])
        return Unproved("not-in-seal", next((s.own for s in split(rest)), rest))
    in_any_order = search.run(1, lambda _, piece: piece in citable)
    if in_any_order.reached[-1]:
        return Unproved("not-consecutive", " ".join(search.known(own, furthest, citable)))
    fault = " ".join(search.known(own, in_any_order.furthest, skipped))
    return Unproved("boilerplate", fault)


@dataclass(frozen=True, slots=True)
class _Cuts:
    """What is reached before each word and at the end, and how: (first word, reached by it)."""

    reached: list[int]
    arrivals: list[list[tuple[int, int]]]

    @property
    def furthest(self) -> int:
        """The last word before the end that a way from the start leads to."""
        return max((word for word, at in enumerate(self.reached[:-1]) if at), default=0)

    def trace(self, citable: tuple[int, ...]) -> tuple[int, ...]:
        """The numbers of the sentences on the way to the end that comes first in the document."""
        last = place = (self.reached[-1] & -self.reached[-1]).bit_length() - 1
        word = len(self.reached) - 1
        while word:
            word = next(first for first, after in self.arrivals[word] if after >> place & 1)
            place -= 1
        return citable[place:last]


class _Search:
    """The pieces of one passage, as hashes, and all ways to put them together."""

    def __init__(self, source_id: str, words: list[str]) -> None:
        self._words = [word.encode("utf-8", "surrogatepass") for word in words]
        self._start = _started(source_id)

    def run(self, start: int, step: Callable[[int, bytes], int]) -> _Cuts:
        """All that can be reached by pieces that follow one another from the first word on.

        Args:
            start: what holds before the first word, not 0.
            step: (what holds before a piece, the piece) to what holds after it, 0 for no way.
        """
        reached = [start, *[0] * len(self._words)]
        arrivals: list[list[tuple[int, int]]] = [[] for _ in reached]
        for first in range(len(self._words)):
            if at := reached[first]:
                for last, piece in self._pieces(first):
                    if after := step(at, piece):
                        reached[last] |= after
                        arrivals[last].append((first, after))
        return _Cuts(reached, arrivals)

    def known(self, own: list[str], first: int, pieces: Container[bytes]) -> list[str]:
        """The words of the shortest known piece from there on, or all when there is none."""
        last = next((last for last, piece in self._pieces(first) if piece in pieces), None)
        return own[first:last]

    def _pieces(self, first: int) -> Iterator[tuple[int, bytes]]:
        hasher = self._start.copy()
        hasher.update(self._words[first])
        for last in range(first + 1, len(self._words)):
            yield last, hasher.digest()[:_HASH_BYTES]
            hasher.update(b" " + self._words[last])
        yield len(self._words), hasher.digest()[:_HASH_BYTES]


def _started(source_id: str) -> "hashlib._Hash":
    return hashlib.sha256(f"{source_id}\n".encode())


def _hash(source_id: str, sentence: str) -> bytes:
    hasher = _started(source_id)
    hasher.update(sentence.encode())
    return hasher.digest()[:_HASH_BYTES]
