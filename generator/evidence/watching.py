"""Compares a live page with what is quoted from it: the same, moved, changed or gone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal
from urllib.parse import urlsplit

from generator.evidence.seal import Proof, SealIndex, cut, hashes, prove
from generator.evidence.sentences import fold, split
from generator.records.quotation import Quotation
from generator.records.reading import Records
from generator.records.source import Source, Watched

Status = Literal["same", "moved", "changed", "gone", "unread"]

_LEFT_OUT = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
_ANCHOR_DIGITS = 8
_MOST_TRIES = 20
"""Sentences that are tried as joined ones: a page may repeat the words for ever."""

_PERHAPS = "see whether the page asks for a log-in, consent or scripts"
"""What can keep sentences from us that readers see."""

_SAYING = frozenset(".!?,;:\"'()[]")


@dataclass(frozen=True, slots=True)
class Cited:
    """One sentence that is quoted from a source, in its own characters, with its anchor.

    Of an excerpt that was cut, it may begin or end inside a sentence of the source.
    """

    anchor: str
    words: str
    begins_inside: bool = False
    ends_inside: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at a source's address now.

    `address` is where the redirects end; `moved` where the permanent ones lead, empty for
    nowhere; `texts` are the ways to read the page, the best first; `gone` says that its server
    says so.
    """

    address: str
    moved: str = ""
    texts: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison found: with `moved` whereto, with `changed` what was not found of how much.

    That a sentence was not found does not say that it ever stood there, nor why it does not.

    `unread` says by its reason why there was none, and never stands in a record.
    """

    status: Status
    to: str = ""
    missing: tuple[Cited, ...] = ()
    quoted: int = 0
    reason: str = ""

    @property
    def hint(self) -> str:
        """What to look for where none of the quoted sentences was found; else empty."""
        return _PERHAPS if self.missing and len(self.missing) == self.quoted else ""

    def agrees(self, watched: Watched | None) -> bool:
        """Whether a record says this already, on whatever day."""
        if watched is None:
            return False
        there = (watched.status, watched.to or "", frozenset(watched.missing))
        return there == (self.status, self.to, frozenset(one.anchor for one in self.missing))


def quotations(records: Records) -> dict[str, tuple[Quotation, ...]]:
    """What claims and variants, published or drafts, quote from each source, by its id."""
    found: dict[str, list[Quotation]] = {}
    for record in (*records.claims.values(), *records.variants.values()):
        for piece in record.quoting().pieces:
            found.setdefault(piece.source, []).append(piece)
    return {source: tuple(pieces) for source, pieces in found.items()}


def cited(source: Source, pieces: Sequence[Quotation]) -> tuple[Cited, ...]:
    """The sentences that these quotations take from a source, each once.

    Those of a proved passage are the seal's. An excerpt falls into pieces at `[…]`, and these
    into sentences; one that a cut runs through may begin or end inside.

    Args:
        source: the source.
        pieces: quotations from it.
    """
    index = SealIndex(source.seal.sentences, source.seal.skip) if source.seal else None
    found: dict[str, Cited] = {}
    for piece in pieces:
        for one in _sentences(source, piece.words, index):
            found.setdefault(one.anchor, one)
    return tuple(found.values())


def anchors(source: Source, piece: Quotation, proof: Proof | None) -> frozenset[str]:
    """The anchors of the sentences that one quotation takes from a source.

    Args:
        source: the source.
        piece: a quotation from it.
        proof: what proved it, which spares proving it again; None for an excerpt.
    """
    if proof is None or source.seal is None:
        return frozenset(one.anchor for one in cited(source, [piece]))
    return frozenset(source.seal.sentences[n - 1][:_ANCHOR_DIGITS] for n in proof.numbers)


def compare(source: Source, pieces: Sequence[Quotation], seen: Seen) -> Outcome:
    """What has become of a source's page, judged by the sentences that are quoted from it.

    Nothing else on the page counts. A sentence stands there when it is one or more whole
    sentences of the page, or a page's sentence is nothing but it and its sealed neighbours; not
    when it is part of any other. A line of its own before it, such as "It is false that", is not
    seen to deny it: advertisements and headings stand there too, and end without a full stop.

    Only its server says that a page is gone. Who is led elsewhere, to none of the sentences, may
    have been asked for consent or to log in; if that were `gone`, readers would lose a good link.

    Args:
        source: the source.
        pieces: every quotation from it.
        seen: what stands at its address.
    """
    wanted = cited(source, pieces)
    if seen.gone:
        return Outcome("gone", quoted=len(wanted))
    lives = [_Live(source, text) for text in seen.texts]
    missing = tuple(one for one in wanted if not any(live.holds(one) for live in lives))
    elsewhere = _place(source.url) != _place(seen.address)
    if not wanted:
        known = any(live.holds_sealed() for live in lives)
        if not known and (elsewhere or source.seal):
            return Outcome("unread", reason="nothing is quoted from it by which to know it again")
    elif len(missing) == len(wanted) and elsewhere:
        reason = f"none of the quoted sentences was found where it leads ({_PERHAPS})"
        return Outcome("unread", reason=f"{reason}: {seen.address}")
    if missing:
        return Outcome("changed", missing=missing, quoted=len(wanted))
    if seen.moved and seen.moved != source.url:
        return Outcome("moved", seen.moved, quoted=len(wanted))
    return Outcome("same", quoted=len(wanted))


def _sentences(source: Source, words: str, index: SealIndex | None) -> Iterator[Cited]:
    if index is not None and source.seal is not None:
        proof = prove(source.id, words, index)
        if isinstance(proof, Proof):
            sealed = [source.seal.sentences[number - 1] for number in proof.numbers]
            for digits, own in zip(sealed, cut(source.id, words, sealed), strict=True):
                yield Cited(digits[:_ANCHOR_DIGITS], " ".join(own.split()))
            return
    pieces = [" ".join(piece.split()) for piece in _LEFT_OUT.split(words)]
    for number, piece in enumerate(pieces):
        parts = list(zip(split(piece), hashes(source.id, piece), strict=True))
        for place, (sentence, digits) in enumerate(parts):
            begins_inside = number > 0 and place == 0
            ends_inside = number < len(pieces) - 1 and place == len(parts) - 1
            yield Cited(digits[:_ANCHOR_DIGITS], sentence.own, begins_inside, ends_inside)


class _Live:
    """One reading of a live page, as its sentences in a row."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._sentences = [sentence.text for sentence in split(text)]
        bare = [_bare(sentence) for sentence in self._sentences]
        self._text = " ".join(bare)
        self._starts = [0, *accumulate(len(sentence) + 1 for sentence in bare)]
        self._edges = frozenset(self._starts)

    def holds(self, one: Cited) -> bool:
        """Whether the sentence stands there whole, or, where it was cut, from its edge on."""
        wanted = _bare(fold(one.words))
        for number, start in enumerate(_places(wanted, self._text)):
            end = start + len(wanted)
            begins = one.begins_inside or start in self._edges
            ends = one.ends_inside or end + 1 in self._edges
            if begins and ends and not (_joined(self._text, start) or _joined(self._text, end)):
                return True
            if number < _MOST_TRIES and self._is_run_of_sealed(start, one.anchor):
                return True
        return False

    def holds_sealed(self) -> bool:
        """Whether any citable sentence of the source's seal stands there."""
        seal = self._source.seal
        if seal is None:
            return False
        citable = {digits for n, digits in enumerate(seal.sentences, 1) if n not in seal.skip}
        return not citable.isdisjoint(hashes(self._source.id, "\n".join(self._sentences)))

    def _is_run_of_sealed(self, start: int, anchor: str) -> bool:
        """Whether the page's sentence there is sealed ones joined, that with the anchor too."""
        seal = self._source.seal
        if seal is None:
            return False
        number = bisect_right(self._starts, start) - 1
        proof = prove(self._source.id, self._sentences[number], SealIndex(seal.sentences))
        return isinstance(proof, Proof) and any(
            seal.sentences[n - 1].startswith(anchor) for n in proof.numbers
        )


def _bare(sentence: str) -> str:
    """The sentence without the ornaments around it: a row of stars, a bullet, a square at the end.

    The splitter leaves a piece without letters with the sentence before it.
    """
    words = sentence.split(" ")
    first, last = 0, len(words) - 1
    while first < last and _is_ornament(words[last]):
        last -= 1
    while first < last and _is_ornament(words[first]):
        first += 1
    return " ".join(words[first : last + 1])


def _is_ornament(word: str) -> bool:
    return not any(char.isalnum() or char in _SAYING for char in word)


def _places(wanted: str, text: str) -> Iterator[int]:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _joined(text: str, place: int) -> bool:
    """Whether a word goes on over that place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _place(address: str) -> tuple[str, str, str]:
    """What makes an address another page: not its scheme, `www.`, or a slash at its end."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def counts(outcomes: Sequence[Outcome]) -> Mapping[Status, int]:
    """How many outcomes there are of each status, in the order in which they are told."""
    order: tuple[Status, ...] = ("same", "moved", "changed", "gone", "unread")
    return {status: sum(one.status == status for one in outcomes) for status in order}
