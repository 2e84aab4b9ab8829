"""Seals the sentences of a document and proves that a passage stands among them word for word.

A seal is a list of hashes, one a sentence. It proves a quotation of whole sentences to anybody
and gives nobody the text. What it proves: these sentences stood, in this order, in the text that
the sealer had.
"""

import hashlib
import re
from collections.abc import Callable, Container, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from generator.evidence.sentences import fold, split

ALGORITHM = 1
LONGEST_PASSAGE = 400
"""Words that a passage may have; a proof by search needs a bound."""

_HASH_BYTES = 16
_ANCHOR_DIGITS = 8
_SPACE = re.compile(b" ")
_LIKELY = re.compile(b"[.!?\"')\\]}\xbb\xba] ")  # the last two end » and › in UTF-8

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
    folded = fold(passage)
    if not folded:
        return Unproved("empty")
    if folded.count(" ") >= LONGEST_PASSAGE:
        return Unproved("too-long")
    text, places = folded.encode("utf-8", "surrogatepass"), index.places
    anywhere = (1 << len(index.numbers)) - 1
    for likely in (True, False):  # any cut that is found is a proof: the likely ones come first
        search = _Search(source_id, text, likely)
        cuts = search.run(anywhere, lambda at, piece: (at & places.get(piece, 0)) << 1)
        if cuts.whole:
            numbers = cuts.trace(index.numbers)
            return Proof(numbers, index.sentences[numbers[0] - 1][:_ANCHOR_DIGITS])
    own = [word for word in passage.split() if fold(word)]
    return _unproved(_Search(source_id, text, likely=False), own, index)


def cut(source_id: str, passage: str, sentences: Sequence[str]) -> list[str]:
    """A proved passage stands as its sentences, each in its own characters.

    Args:
        source_id: the source that is quoted.
        passage: the quoted text.
        sentences: the hashes of its proof's sentences, in order.

    Raises:
        ValueError: when the passage is not these sentences.
    """
    words = list(re.finditer(r"\S+", passage))
    parts, first = [], 0
    for sentence in sentences:
        for last in range(first, len(words)):
            own = passage[words[first].start() : words[last].end()]
            if _hash(source_id, fold(own)).hex() == sentence:
                parts.append(own)
                first = last + 1
                break
        else:
            raise ValueError("the passage is not these sentences")
    return parts


def _unproved(search: "_Search", own: list[str], index: SealIndex) -> Unproved:
    """Why the passage is not proved; `own` are its words in its own characters."""
    citable, skipped, places = index.places, index.skipped, index.places
    anywhere = search.run(1, lambda _, piece: piece in citable or piece in skipped)
    if not anywhere.whole:
        rest = " ".join(own[search.words_before(anywhere.furthest) :])
        return Unproved("not-in-seal", next((s.own for s in split(rest)), rest))
    in_any_order = search.run(1, lambda _, piece: piece in citable)
    if in_any_order.whole:
        every = (1 << len(index.numbers)) - 1
        in_order = search.run(every, lambda at, piece: (at & places.get(piece, 0)) << 1)
        return Unproved("not-consecutive", search.known(own, in_order.furthest, citable))
    return Unproved("boilerplate", search.known(own, in_any_order.furthest, skipped))


@dataclass(frozen=True, slots=True)
class _Cuts:
    """What is reached before each piece and at the end, and how: (its start, reached by it)."""

    reached: dict[int, int]
    arrivals: dict[int, list[tuple[int, int]]]
    end: int

    @property
    def whole(self) -> bool:
        """Whether some way leads from the start to the end."""
        return self.end in self.reached

    @property
    def furthest(self) -> int:
        """The last start of a piece, before the end, that a way from the start leads to."""
        return max(start for start in self.reached if start != self.end)

    def trace(self, citable: tuple[int, ...]) -> tuple[int, ...]:
        """The numbers of the sentences on the way to the end that comes first in the document."""
        at = self.reached[self.end]
        last = place = (at & -at).bit_length() - 1
        start = self.end
        while start:
            start = next(first for first, after in self.arrivals[start] if after >> place & 1)
            place -= 1
        return citable[place:last]


class _Search:
    """The pieces of one passage, as hashes, and all ways to put them together."""

    def __init__(self, source_id: str, text: bytes, likely: bool) -> None:
        """Cut the folded text at spaces; where `likely`, only at those behind a closing mark."""
        self._text = text
        self._ends = [cut.end() - 1 for cut in (_LIKELY if likely else _SPACE).finditer(text)]
        self._ends.append(len(text))
        self._start = _started(source_id)

    def run(self, start: int, step: Callable[[int, bytes], int]) -> _Cuts:
        """All that can be reached by pieces that follow one another from the first word on.

        Args:
            start: what holds before the first word; from 0 nothing is reached.
            step: (what holds before a piece, the piece) to what holds after it, 0 for no way.
        """
        reached = {0: start}
        arrivals: dict[int, list[tuple[int, int]]] = {}
        for number, first in enumerate((0, *(end + 1 for end in self._ends[:-1]))):
            if at := reached.get(first):
                for end, piece in self._pieces(first, number):
                    if after := step(at, piece):
                        reached[end + 1] = reached.get(end + 1, 0) | after
                        arrivals.setdefault(end + 1, []).append((first, after))
        return _Cuts(reached, arrivals, len(self._text) + 1)

    def words_before(self, start: int) -> int:
        """How many words stand before a start."""
        return self._text.count(b" ", 0, start)

    def known(self, own: list[str], start: int, pieces: Container[bytes]) -> str:
        """The words of the shortest known piece from there on, or all when there is none."""
        first = self.words_before(start)
        found = (end for end, piece in self._pieces(start, first) if piece in pieces)
        last = next(found, len(self._text))
        return " ".join(own[first : self.words_before(last) + 1])

    def _pieces(self, start: int, number: int) -> Iterator[tuple[int, bytes]]:
        """Every piece from a start on, which is the `number`th, with where it ends."""
        hasher = self._start.copy()
        for end in self._ends[number:]:
            hasher.update(self._text[start:end])
            start = end
            yield end, hasher.digest()[:_HASH_BYTES]


def _started(source_id: str) -> "hashlib._Hash":
    return hashlib.sha256(f"{source_id}\n".encode())


def _hash(source_id: str, sentence: str) -> bytes:
    hasher = _started(source_id)
    hasher.update(sentence.encode())
    return hasher.digest()[:_HASH_BYTES]
