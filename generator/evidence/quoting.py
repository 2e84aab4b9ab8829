"""Finds words in a document and gives whole sentences back, to be quoted as evidence."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import fuzz

from generator.evidence.sentences import Sentence, fold, split

_SUGGESTIONS = 3
_LOWEST_SCORE = 60.0
_BREAKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Whole citable sentences of a document, in its own characters, white space apart.

    `numbers` are theirs in the document; `quote` holds the words that were looked for, as the
    document has them. A suggestion is not `exact`, has no quote, and a `score` under 100.
    """

    numbers: tuple[int, ...]
    passage: str
    quote: str = ""
    exact: bool = True
    score: float = 100.0


def locate(words: str, text: str, skip: Set[int] = frozenset()) -> list[Run]:
    """The runs of citable sentences that hold the words; else up to three suggestions.

    Words are found across sentences and line ends, whole, whatever their typography; their case
    counts only when it helps. Suggestions are single sentences, the most similar first.

    Args:
        words: what to look for.
        text: the decoded document.
        skip: the numbers of its boilerplate, which is never offered.
    """
    citable = [sentence for sentence in split(text) if sentence.number not in skip]
    return locate_among(words, [citable])


def locate_among(words: str, stretches: Sequence[list[Sentence]]) -> list[Run]:
    """The same for stretches of sentences that follow one another in their document.

    Args:
        words: what to look for.
        stretches: the sentences; words that run over the end of a stretch are not found.
    """
    sought = fold(words)
    if not sought:
        return []
    held = [" ".join(sentence.text for sentence in stretch) for stretch in stretches]
    for wanted, texts in ((sought, held), (_lower(sought), list(map(_lower, held)))):
        runs = [
            run
            for stretch, text in zip(stretches, texts, strict=True)
            for run in _runs(stretch, _found(wanted, text))
        ]
        if runs:
            return runs
    return _suggestions(_lower(sought), [one for stretch in stretches for one in stretch])


def _found(sought: str, held: str) -> Iterator[tuple[int, int]]:
    """Start and end of every place where the words stand whole."""
    start = held.find(sought)
    while start >= 0:
        end = start + len(sought)
        if not (_joined(held, start) or _joined(held, end)):
            yield start, end
        start = held.find(sought, start + 1)


def _joined(text: str, place: int) -> bool:
    """Whether a word, or an ellipsis, goes on over that place."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before == after == ".":
        return True
    return all(unicodedata.category(char)[0] in "LMN" for char in (before, after))


def _lower(text: str) -> str:
    """The text in lower case, every letter in its place."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _runs(sentences: list[Sentence], found: Iterator[tuple[int, int]]) -> list[Run]:
    """One run for each place, or one for all places within the same sentences."""
    starts = [0, *accumulate(len(sentence.text) + 1 for sentence in sentences)]
    runs: dict[tuple[int, ...], Run] = {}
    for start, end in found:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
        run = sentences[first:last]
        numbers = tuple(sentence.number for sentence in run)
        if numbers not in runs:
            passage = " ".join(_one_line(sentence.own) for sentence in run)
            spans = list(_spans(passage))[start - starts[first] : end - starts[first]]
            runs[numbers] = Run(numbers, passage, passage[spans[0][0] : spans[-1][1]])
    return list(runs.values())


def _suggestions(sought: str, sentences: list[Sentence]) -> list[Run]:
    """The sentences that hold something like the words, the most similar first."""
    runs = []
    for sentence in sentences:
        held = _lower(sentence.text)
        score = (fuzz.ratio if len(held) < len(sought) else fuzz.partial_ratio)(sought, held)
        if score >= _LOWEST_SCORE:
            own = _one_line(sentence.own)
            runs.append(Run((sentence.number,), own, exact=False, score=min(score, 99.0)))
    return sorted(runs, key=lambda run: -run.score)[:_SUGGESTIONS]


def _one_line(own: str) -> str:
    """The same characters, every line break and run of plain white space as one space."""
    return _BREAKS.sub(" ", own).strip(" ")


def _spans(own: str) -> Iterator[tuple[int, int]]:
    """Where each character of the folded text comes from: start and end among its own."""
    before: int | None = None
    for word in re.finditer(r"\S+", own):
        if not fold(word[0]):
            continue
        if before is not None:
            yield before, word.start()
        before = start = word.start()
        for place in range(start + 1, word.end() + 1):
            if place == word.end() or _apart(own[start:place], own[place]):
                yield from [(start, place)] * len(fold(own[start:place]))
                start = place
        before = word.end()


def _apart(cluster: str, char: str) -> bool:
    """Whether the character is one of its own, and no accent or part of the one before."""
    if char.isascii():
        return True
    return bool(fold(char)) and fold(cluster + char) == fold(cluster) + fold(char)
