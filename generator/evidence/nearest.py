"""Finds the passage of a document that was probably meant and shows how the words differ."""

import unicodedata
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from generator.evidence.seal import LONGEST_PASSAGE
from generator.evidence.sentences import Sentence, fold, split

_CONTEXT = 3
_LONGEST_SHOWN = 12
_MOST_CHANGES = 5
_LOWEST_SCORE = 55.0
_PART = 0.9
"""What it counts when the passage is like a part of a sentence, and not like the whole."""

Op = Literal["equal", "delete", "insert", "replace"]


@dataclass(frozen=True, slots=True)
class Step:
    """Words that the passage and the document share, or have each for themselves.

    `equal` has both, each in its own characters, `delete` only words of the passage, `insert`
    only words of the document, `replace` both.
    """

    op: Op
    passage: tuple[str, ...]
    document: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The run of whole sentences most like a passage, in the document's own characters.

    `score` runs from 0 to 100; `steps` lead from the passage to `text`, word by word, and
    typographic variants are no difference.
    """

    numbers: tuple[int, ...]
    text: str
    score: float
    steps: tuple[Step, ...]

    def render(self) -> str:
        """The differences in one line: `… it [-was-]{+is+} not ready …`, at most five of them.

        It is empty when the words are the same.
        """
        shown: list[str] = []
        changes = sum(step.op != "equal" for step in self.steps)
        seen = 0
        for place, step in enumerate(self.steps):
            if step.op != "equal":
                if seen == _MOST_CHANGES:
                    break
                seen += 1
                shown.append(_marked(step))
            elif changes:
                shown.append(_around(step.document, place > 0, place < len(self.steps) - 1))
        rest = f" (and {changes - seen} more)" if changes > seen else ""
        return " ".join(shown) + rest


def nearest(passage: str, text: str, skip: Set[int] = frozenset()) -> Nearest | None:
    """The run of whole citable sentences most like the passage, or none when nothing is like it.

    Args:
        passage: a passage that was not proved; its first 400 words are looked at.
        text: the decoded document.
        skip: the numbers of its boilerplate.
    """
    words = [word for word in passage.split() if fold(word)][:LONGEST_PASSAGE]
    folded = " ".join(map(fold, words))
    best: tuple[Sentence, ...] = ()
    score = 0.0
    for run in _runs([s for s in split(text) if s.number not in skip], len(folded)):
        likeness = _likeness(folded, run, score)
        if likeness > score or (likeness == score > 0 and len(run) < len(best)):
            best, score = run, likeness
    if score < _LOWEST_SCORE:
        return None
    document = " ".join(" ".join(sentence.own.split()) for sentence in best)
    steps = tuple(_steps(words, [word for word in document.split() if fold(word)]))
    return Nearest(tuple(s.number for s in best), document, score, steps)


def _runs(sentences: list[Sentence], length: int) -> Iterator[tuple[Sentence, ...]]:
    """All runs not much longer than the passage, at the least each sentence and each pair."""
    for first in range(len(sentences)):
        total = 0
        for last in range(first, len(sentences)):
            total += len(sentences[last].text) + 1
            if last > first + 1 and total > 2 * length + 20:
                break
            yield tuple(sentences[first : last + 1])


def _likeness(folded: str, run: tuple[Sentence, ...], least: float) -> float:
    """How much the passage is like the run, or like a part of it, from 0 to 100."""
    text = " ".join(sentence.text for sentence in run)
    whole = fuzz.ratio(folded, text, score_cutoff=least)
    if folded and folded in text:
        return max(whole, 100 * _PART)
    if len(run) > 1 or len(text) < 1.3 * len(folded):
        return whole
    return max(whole, fuzz.partial_ratio(folded, text, score_cutoff=least / _PART) * _PART)


def _steps(passage: list[str], document: list[str]) -> Iterator[Step]:
    """The way from one list of words to the other, neighbouring changes taken as one."""
    left: list[str] = []
    right: list[str] = []
    found = Levenshtein.opcodes([*map(fold, passage)], [*map(fold, document)])
    for op in found:
        mine = passage[op.src_start : op.src_end]
        theirs = document[op.dest_start : op.dest_end]
        if op.tag != "equal":
            left += mine
            right += theirs
            continue
        yield from _change(left, right)
        left, right = [], []
        yield Step("equal", tuple(mine), tuple(theirs))
    yield from _change(left, right)


def _change(left: list[str], right: list[str]) -> Iterator[Step]:
    if left or right:
        op: Op = "replace" if left and right else "delete" if left else "insert"
        yield Step(op, tuple(left), tuple(right))


def _around(words: tuple[str, ...], after_change: bool, before_change: bool) -> str:
    """A few words on each side of the changes around, the rest as an ellipsis."""
    head = words[:_CONTEXT] if after_change else ()
    tail = words[-_CONTEXT:] if before_change else ()
    if len(head) + len(tail) >= len(words):
        return _seen(words)
    return " ".join(filter(None, (_seen(head), "…", _seen(tail))))


def _marked(step: Step) -> str:
    old = f"[-{_clipped(step.passage)}-]" if step.passage else ""
    new = f"{{+{_clipped(step.document)}+}}" if step.document else ""
    return old + new + _lookalike(step)


def _lookalike(step: Step) -> str:
    """The first letter of the passage that stands in another alphabet than the document's."""
    for mine, theirs in zip("".join(step.passage), "".join(step.document), strict=False):
        if mine.isalpha() and theirs.isalpha() and _alphabet(mine) != _alphabet(theirs):
            return f" ({mine} is {unicodedata.name(mine, 'unnamed')})"
    return ""


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _clipped(words: tuple[str, ...]) -> str:
    if len(words) <= _LONGEST_SHOWN:
        return _seen(words)
    half = _LONGEST_SHOWN // 2
    return f"{_seen(words[:half])} … {_seen(words[-half:])}"


def _seen(words: tuple[str, ...]) -> str:
    """The words without what folding drops, other invisible characters as their numbers."""
    return "".join(
        char if char.isprintable() else f"<U+{ord(char):04X}>"
        for char in " ".join(words)
        if fold(char) or char == " "
    )
