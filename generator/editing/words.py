"""Our own words: sentences without what they quote, and the words that they are made of."""

import re
from typing import NamedTuple

from generator.evidence.sentences import split

_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*(?:’|$)"
    r"|„[^“”]*(?:[“”]|$)|‚[^‘’]*(?:[‘’]|$)|«[^»]*(?:»|$)|»[^«]*(?:«|$)"
)
_STARRED = re.compile(r"(?<![*\w])\*(?![*\s])[^*]+\*(?!\w)")
_END = re.compile(r"[.!?][”\"’')\]]*\s")
_MARKS = ".,;:!?…()[]/*—–\"'“”„‘’‚«»"


def listed(*lines: str) -> frozenset[str]:
    """Return the words of these lines."""
    return frozenset(" ".join(lines).split())


def is_english(language: str) -> bool:
    """Say whether a language such as `en` or `en-GB` is English, which our rules of words know."""
    return language.partition("-")[0] == "en"


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case and without marks; a hyphen joins two to one."""
    text = text.lower()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.split()


def outside_quotation(text: str) -> str:
    """Return the text with every quotation blanked; each other character keeps its place."""
    return _QUOTED.sub(_blank, text)


def outside_mention(text: str) -> str:
    """Return the text without its quotations and without words that asterisks set apart."""
    return _STARRED.sub(_blank, outside_quotation(text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


class Line(NamedTuple):
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
    """Return a field as a line."""
    own = outside_quotation(text)
    return Line(key, text, own, frozenset(words_in(own)))
