"""Finds words in a document and gives whole sentences back, ready to paste as evidence."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import fuzz

from generator.evidence.sentences import Sentence, fold, split

_WIDTH = 96
_SUGGESTIONS = 3
_LOWEST_SCORE = 60.0
_BREAKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile("[^ -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"(?!.*(?:: | #))[^\W\d_].* .*[^\s:]")

_BLOCK = """\
  - source: {source}
{part}\
    stance:  # states · supports · limits · refutes
    origin:  # whose reporting or act it is; leave the line out with `states`
    speaker:  # a person, {{anonymous: …}}, {{newsroom: …}}, {{document: …}} or none
{damage}\
    passage: {passage}
    quote: {quote}
"""


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
    sought = fold(words)
    sentences = [sentence for sentence in split(text) if sentence.number not in skip]
    if not sought or not sentences:
        return []
    held = " ".join(sentence.text for sentence in sentences)
    for found in (_found(sought, held), _found(_lower(sought), _lower(held))):
        runs = _runs(sentences, found)
        if runs:
            return runs
    return _suggestions(_lower(sought), sentences)


def evidence_block(
    source_id: str,
    run: Run,
    quote: str,
    headline_numbers: Set[int] = frozenset(),
    skip: Set[int] = frozenset(),
    garbled: bool = False,
) -> str:
    """The run as one item of `evidence:`, as YAML with its gaps commented, for a claim record.

    Read back, passage and quote are exactly the document's own characters, white space apart.

    Args:
        source_id: the source's id.
        run: what `locate` gave.
        quote: the part that matters, in the run's own characters; empty for none.
        headline_numbers: the sentences that are the headline.
        skip: the sentences that are boilerplate.
        garbled: whether the source is, so that `damage` must be said.

    Raises:
        ValueError: in one sentence, when the run holds boilerplate or does not hold the quote.
    """
    quote = _one_line(quote)
    if boilerplate := sorted(set(run.numbers) & skip):
        raise ValueError(f"sentence {boilerplate[0]} is boilerplate and cannot be cited")
    if quote not in run.passage:
        raise ValueError(f"the quote does not stand in the passage as it is written: {quote}")
    block = _BLOCK.format(
        source=source_id,
        part="    part: headline\n" if set(run.numbers) <= headline_numbers else "",
        damage="    damage:  # none · words · sense\n" if garbled else "",
        passage=_wrapped(run.passage),
        quote=_scalar(quote),
    )
    return block if quote else block.rpartition("    quote:")[0]


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


def _wrapped(text: str) -> str:
    """The text as a folded block scalar, wrapped at plain spaces only."""
    if _UNSEEN.search(text):
        return _scalar(text)
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 7 > _WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return ">-\n" + "\n".join(f"      {line}" for line in lines)


def _scalar(text: str) -> str:
    """The text as a YAML scalar on the line of its key, as plain as it can be."""
    if _UNSEEN.search(text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + _UNSEEN.sub(lambda char: f"\\U{ord(char[0]):08x}", escaped) + '"'
    if len(text) > _WIDTH - len("    quote: "):
        return _wrapped(text)
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
