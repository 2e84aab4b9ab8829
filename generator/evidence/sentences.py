"""Folds typographic variants together and cuts a document into sentences."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLDED: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    ord("\u2026"): "...",
}

_TITLES = re.compile(
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|Messrs|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Brig|Sgt|Cpl|Pvt|"
    "Sen|Rep|Gov|Pres|Sec|Amb|Insp|Supt|Jr|Sr|St|Ste|Mt|Ft|Ave|Blvd|Rd|"
    "Inc|Corp|Co|Ltd|Bros|Dept|Univ|Assn|vs"
)
_BEFORE_NUMBERS = re.compile(
    "[Nn]os?|Vol|Art|Fig|Ch|Sect|pp|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_OPENING = "\"'([{«‹¿¡"
_END = re.compile(r"""(?<![.!?])([.!?]++)(["')\]}»›]*+)(?:\[\d+\])*+(?=\s++(\S))""")
_INITIALS = re.compile(r"(?:.*[-/])?(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]|[^\W\d_]")
_LONGEST_ABBREVIATION = 24


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document: its number and paragraph (from 1), its own and folded text."""

    number: int
    paragraph: int
    own: str
    text: str


def fold(text: str) -> str:
    """Typographic variants of one text come out equal, and nothing else does.

    Composes accents (NFC), drops soft hyphens, zero-width and byte-order marks, makes quotes
    and apostrophes straight, every dash a hyphen, an ellipsis three full stops and every run of
    white space one space. The case of letters never changes. Rule: "The seal", folding.
    """
    if not text.isascii():
        # Dropping comes first, so that an accent behind a dropped mark still finds its letter.
        text = unicodedata.normalize("NFC", text.translate(_DROPPED)).translate(_FOLDED)
    return " ".join(text.split())


def split(text: str) -> list[Sentence]:
    """The document stands as its sentences, in order; every line is a paragraph and ends one.

    A piece without a letter or a digit belongs to the sentence before it, or to the one after
    when it is the first. Rule: "The seal", sentences.
    """
    spans: list[tuple[int, int, int]] = []
    waiting: int | None = None
    for start, end, paragraph in _pieces(text):
        folded = fold(text[start:end])
        if any(map(str.isalnum, folded)):
            spans.append((start if waiting is None else waiting, end, paragraph))
            waiting = None
        elif folded and spans:
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        elif folded and waiting is None:
            waiting = start
    return [
        Sentence(number, paragraph, text[start:end], fold(text[start:end]))
        for number, (start, end, paragraph) in enumerate(spans, start=1)
    ]


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph of every piece, without the white space around it."""
    line_start = paragraph = 0
    for line in text.splitlines(keepends=True):
        paragraph += bool(line.strip())
        cuts = [0, *_cuts(line), len(line)]
        for start, end in pairwise(cuts):
            piece = line[start:end]
            if piece.strip():
                first = line_start + end - len(piece.lstrip())
                yield first, first + len(piece.strip()), paragraph
        line_start += len(line)


def _cuts(line: str) -> Iterator[int]:
    """The places in a line where white space parts one sentence from the next."""
    shadow, places = _shadow(line)
    begin = 0
    for end in _END.finditer(shadow):
        if _opens(shadow, end.start(3)) and not _goes_on(shadow, begin, end):
            begin = end.end()
            yield places[begin]


def _shadow(line: str) -> tuple[str, list[int] | range]:
    """The line without typographic variants and accents, and where each character came from.

    The splitter sees only this, so that it cuts every typographic variant at the same words.
    """
    if line.isascii():
        return line, range(len(line) + 1)
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(line):
        if not unicodedata.combining(char):
            folded = char.translate(_DROPPED).translate(_FOLDED)
            plain.append(folded)
            places.extend([place] * len(folded))
    return "".join(plain), [*places, len(line)]


def _opens(shadow: str, place: int) -> bool:
    """Whether the character there can open a sentence."""
    char = shadow[place]
    if char in _OPENING:
        return not shadow[place + 1 : place + 2].isspace()
    # Not "is upper case": many scripts have no case, and Georgian opens with small letters.
    return (char.isalnum() and char == char.title()) or unicodedata.category(char) == "Sc"


def _goes_on(shadow: str, begin: int, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial, a list number or `[…]`."""
    mark, closing = end.start(), end[2]
    if shadow[mark - 1 : mark] in ("(", "["):
        return True
    if end[1] != "." or '"' in closing or "'" in closing:
        return False
    tail = shadow[max(begin, mark - _LONGEST_ABBREVIATION) : mark]
    word = "" if tail[-1:].isspace() else "".join(tail.split()[-1:]).lstrip(_OPENING)
    if _TITLES.fullmatch(word) or _INITIALS.fullmatch(word):
        return True
    if _BEFORE_NUMBERS.fullmatch(word):
        return shadow[end.start(3)].isdigit()
    return word.isdigit() and len(word) <= 3 and not shadow[begin : mark - len(word)].strip()
