"""A text in two states: which of its words went and came, and which text became which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

Sign = Literal["same", "out", "in"]

ALIKE = 0.4
"""How much of two texts, from 0 to 1, must be the same words for one to be the other reworded."""

_MOST_PAIRS = 10_000


_TOKEN = re.compile(r"\w+(?:[-‐‑'’.,:/]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text in two states: its runs of words that stand in both, only before or only now.

    One after another, those that are not `in` are the old text, and those that are not `out` the
    new one, but for white space. `words` counts what changed: of a run in whose place another
    stands, the longer of the two. It is 0 where only punctuation or white space did.
    """

    words: int
    steps: tuple[tuple[Sign, str], ...]

    @property
    def in_words_or_marks(self) -> bool:
        """Whether more than white space changed."""
        return any(sign != "same" for sign, _ in self.steps)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a mark, and whether white space stands behind it."""

    text: str
    spaced: bool


def reword(old: str, new: str) -> Rewording:
    """Return how one text became another, word by word; the way back is the same way."""
    before, after = _tokens(old), _tokens(new)
    keys = [[token.text for token in side] for side in (before, after)]
    turned = keys[0] > keys[1]
    steps: list[tuple[Sign, str]] = []
    out: list[_Token] = []
    come: list[_Token] = []
    words = 0
    for code in LCSseq.opcodes(*(keys[::-1] if turned else keys)):
        spans = ((code.src_start, code.src_end), (code.dest_start, code.dest_end))
        was, now = (slice(*span) for span in (spans[::-1] if turned else spans))
        if code.tag != "equal":
            out += before[was]
            come += after[now]
            continue
        words += _end(steps, out, come)
        out, come = [], []
        both = zip(before[was], after[now], strict=True)
        same = [_Token(one.text, one.spaced or other.spaced) for one, other in both]
        steps.append(("same", _written(same)))
    words += _end(steps, out, come)
    return Rewording(words, tuple(steps))


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(found[0], text[found.end() : found.end() + 1].isspace())
        for found in _TOKEN.finditer(text)
    ]


def _end(steps: list[tuple[Sign, str]], out: list[_Token], come: list[_Token]) -> int:
    """Add the runs that differ to the steps, and return how many words changed."""
    runs: tuple[tuple[Sign, list[_Token]], ...] = (("out", out), ("in", come))
    steps += [(sign, _written(run)) for sign, run in runs if run]
    return max(sum(any(map(str.isalnum, one.text)) for one in run) for _, run in runs)


def _written(run: list[_Token]) -> str:
    return "".join(one.text + " " * one.spaced for one in run)


def likeness(old: str, new: str) -> float:
    """Return how much of two texts are the same words in the same order, from 0 to 1."""
    return Indel.normalized_similarity(_TOKEN.findall(old), _TOKEN.findall(new))


def matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the numbers of those texts of two lists that are likely one text reworded.

    The most alike come together first; of lists too long to compare none do.
    """
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    likely = [
        (-score, sorted((one, other)), i + k, i, k)
        for i, one in enumerate(old)
        for k, other in enumerate(new)
        if (score := likeness(one, other)) >= ALIKE
    ]
    found: dict[int, int] = {}
    for _, _, _, i, k in sorted(likely):
        if i not in found and k not in found.values():
            found[i] = k
    return sorted(found.items())
