"""The names that the records know, how the site spells them, and the offices of its people."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.editing.amounts import MONTHS, WEEKDAYS
from generator.editing.words import listed
from generator.records.claim import Claim
from generator.records.person import Person
from generator.records.reading import Records

_NAME = re.compile(r"[^\W\d_][^\W_]*")
_CAPITAL = re.compile(r"[^\W\d_a-z](?<![^\W_].)[^\W_]*")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_START = re.compile(r"(?:^|[.!?:;][”\"’')\]]*\s+)[\s“\"‘'(\[*]*(?=\w)")
_PEOPLES = ("ian", "ean", "an", "n", "ish", "ese", "ians", "eans", "ans", "ns")
_LANDS = ("", "a", "e", "ia", "y", "o", "ain", "and", "any", "ey")
_QUARTERS = ("Eastern", "Northern", "Southern", "Western", "East", "North", "South", "West")
_SMALL_WORDS = listed(
    "A An And At But By For From He His I If In It Its Nobody No None Nor Not Of On One Or She So",
    "That The Their There These They This Those To Two We When Who With Mr Mrs Ms Dr St",
)

TITLES = listed(
    "president minister secretary chancellor mayor senator ambassador governor adviser advisor",
    "envoy speaker chairman chairwoman premier congressman congresswoman commissioner director",
    "spokesman spokeswoman",
)
_KINDS = listed(
    "prime vice deputy former ex acting foreign finance defense defence interior justice treasury",
    "energy economy trade state home health national security chief general",
)
_LINKS = frozenset(("of", "the", "for", "and", "then", "a"))
_BEFORE = r"((?:[\w.’'-]+\s+){1,7}?)"


def _names(text: str) -> Iterator[str]:
    """Yield the words of a text that begin with a capital, U.S. as US."""
    return (word for word in _NAME.findall(_undotted(text)) if word[0].isupper())


def _undotted(text: str) -> str:
    """Return the text with U.S. as US and two spaces, so that all else keeps its place."""
    if text.count(".") < 2:
        return text
    return _DOTTED.sub(lambda found: found[0].replace(".", "").ljust(len(found[0])), text)


class Naming:
    """The capitalised words of people, origins, outlets, places, topics, glossary and site."""

    def __init__(self, records: Records) -> None:
        self.people = records.people
        self.known: frozenset[str] = frozenset(
            word for text in _texts(records) for word in _names(text)
        ) | {*MONTHS, *(month[:3] for month in MONTHS), *WEEKDAYS, *_QUARTERS}

    @cached_property
    def spelled(self) -> dict[str, str]:
        """For each word of another spelling, which no known name has, the name as we spell it."""
        return {
            word: person.name
            for person in self.people.values()
            for spelling in (*person.other_spellings, *person.wrong_spellings)
            for word in _names(spelling)
            if word not in self.known and len(word) > 1
        }

    def strange(self, text: str, claim: Claim) -> Iterator[str]:
        """Yield the names of a text outside quotation marks that nothing vouches for.

        The first word of a sentence is a name only where it is one that the site spells otherwise.
        """
        text = _undotted(text)
        suspects = [
            found
            for found in _CAPITAL.finditer(text)
            if found[0] not in self.known
            and found[0][0].isupper()
            and (found.start() or found[0] in self.spelled)
        ]
        if not suspects:
            return
        local = frozenset(word for told in _local(claim) for word in _names(told))
        starts = {found.end() for found in _START.finditer(text)}
        together: list[str] = []
        end = -1
        for found in suspects:
            word = found[0]
            opens = found.start() in starts and word not in self.spelled
            if opens or len(word) == 1 or word in local or word in _SMALL_WORDS:
                continue
            if word.lower() in TITLES | _KINDS or self._of_a_people(word):
                continue
            if found.start() == end + 1 and text[end] in " -" and word not in self.spelled:
                together[-1] += text[end] + word
            else:
                together.append(word)
            end = found.end()
        yield from dict.fromkeys(together)

    def _of_a_people(self, word: str) -> bool:
        """Say whether a word is made from the name of a land that is known: Ukrainian, British."""
        if word.endswith("ns") and word[:-1] in self.known:
            return True
        stems = {word.removesuffix(ending) for ending in _PEOPLES if word.endswith(ending)}
        lands = (f"{stem}{end}" for stem in stems if len(stem) > 3 for end in _LANDS)
        return any(land in self.known for land in lands)

    @cached_property
    def _before_names(self) -> tuple[re.Pattern[str], dict[str, Person]]:
        """What finds a person's name or last name behind some words, and whose it is."""
        owners: dict[str, Person] = {}
        for person in self.people.values():
            if person.office and person.kind == "person":
                owners.setdefault(person.name.split()[-1], person)
                owners[person.name] = person
        ordered = sorted(owners, key=len, reverse=True)
        names = "|".join(map(re.escape, ordered)) or r"(?!)"
        return re.compile(rf"{_BEFORE}({names})(?!\w)"), owners

    @cached_property
    def _of_offices(self) -> frozenset[str]:
        """Every word that may stand in an office before a name."""
        offices = (person.office or "" for person in self.people.values())
        return TITLES | _KINDS | _LINKS | {word for office in offices for word in _words(office)}

    def wrong_offices(self, text: str) -> Iterator[tuple[str, Person]]:
        """Yield each office that stands before a person's name and is not that person's."""
        pattern, owners = self._before_names
        for found in pattern.finditer(text):
            person = owners[found[2]]
            before = found[1].replace("-", " ").split()
            shown: list[str] = []
            while before and (set(_words(before[-1])) or {before[-1]}) <= self._of_offices:
                shown.insert(0, before.pop())
            while shown and shown[0].lower() in _LINKS:
                shown.pop(0)
            said = set(_words(" ".join(shown))) - _LINKS
            if TITLES & said and not said <= set(_words(person.office or "")):
                yield " ".join(shown), person


def _words(office: str) -> list[str]:
    """Return the words of an office in lower case, without lands and peoples."""
    words = (word.strip(".,").lower() for word in _undotted(office).split())
    return ["defense" if word == "defence" else word for word in words if not _of_a_land(word)]


def _of_a_land(word: str) -> bool:
    return word in ("us", "uk", "eu") or word.endswith(("ian", "ish", "ean", "ican", "ese"))


def _texts(records: Records) -> Iterator[str]:
    """Yield every text whose names are known to readers of the site."""
    if site := records.site:
        yield from (site.title, site.description)
        yield from (text for term in site.glossary for text in (term.term, term.meaning))
    for person in records.people.values():
        yield from (person.name, person.office or "")
    for origin in records.origins.values():
        yield from (origin.name, origin.place or "")
    yield from (source.outlet for source in records.sources.values())
    yield from (text for t in records.topics.values() for text in (t.title, t.introduction))


def _local(claim: Claim) -> Iterable[str]:
    """Return what a record itself says of its places and of those whom it leaves unnamed."""
    found = [claim.claimant.anonymous, claim.place, claim.event.place if claim.event else None]
    found += [e.speaker.anonymous for e in claim.evidence if e.speaker]
    return filter(None, found)
