"""Our own words: sentences without what they quote, and the words that they are made of."""

import re
from dataclasses import dataclass

from generator.evidence.sentences import split

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"|‘[^’]*(?:’(?!\w)|$)")
_STARRED = re.compile(r"(?<![*\w])\*(?![*\s])[^*]+\*(?!\w)")
_END = re.compile(r"[.!?][”\"’')\]]*\s")
_MARKS = ",.;:()?!"


def listed(*lines: str) -> frozenset[str]:
    """Return the words of these lines."""
    return frozenset(" ".join(lines).split())


def outside_quotation(text: str) -> str:
    """Return the text with every quotation blanked; each other character keeps its place."""
    if "“" in text or '"' in text or "‘" in text:
        return _QUOTED.sub(lambda found: " " * len(found[0]), text)
    return text


def outside_mention(text: str) -> str:
    """Return the text without its quotations and without words that asterisks set apart."""
    text = outside_quotation(text)
    return _STARRED.sub(lambda found: " " * len(found[0]), text) if "*" in text else text


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a record: its text, the text outside its quotations, and the words of that."""

    key: str
    text: str
    own: str
    words: frozenset[str]

    @property
    def parts(self) -> frozenset[str]:
        """The words, and those that hyphens join to one."""
        if "-" not in self.own:
            return self.words
        return self.words.union(*(word.split("-") for word in self.words))

    @property
    def sentences(self) -> int:
        """How many sentences the text has, those inside its quotations not counted."""
        return len(split(self.own)) if _END.search(self.own) else 1


def line(key: str, text: str) -> Line:
    """Return a field as a line, its words in lower case and without punctuation."""
    own = outside_quotation(text)
    words = own.lower()
    for mark in _MARKS:
        words = words.replace(mark, " ")
    return Line(key, text, own, frozenset(words.split()))
