"""What somebody meant whose text stands in the place of an id and is the id of nothing there."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from generator.findings import suggest
from generator.records.model import Keys, Record, ids_in, model_at
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.scalars import ID_PATTERN
from generator.records.topic import Topic
from generator.records.verdict import Verdict

Of = Callable[[str], Mapping[str, Any]]
"""Gives the records of a kind, the name of their folder, by id."""

NEW = {
    "claims": "claim",
    "sources": "source",
    "origins": "origin",
    "people": "person",
    "topics": "topic",
}
"""What `factcheck new` calls the kinds that it begins."""

_SPEAKERS = {"person": "people", "newsroom": "origins", "document": "sources"}
_FORM = "use lower-case letters, digits and hyphens; an id has 3 to 64 characters"


def mended(of: Of, kind: str, key: str, word: str) -> str:
    """Return the hint for a text in the place of an id that has not the form of one.

    Args:
        of: the records.
        kind: the kind of record whose id is wanted; empty where that is not known.
        key: the key it stands under; `person`, `newsroom` and `document` are those of who speaks.
        word: the text.
    """
    if kind and (near := _meant(of, kind, key, word)):
        return f"did you mean {near}?"
    if kind == "verdicts" and of(kind):
        return f"one of: {', '.join(of(kind))}"
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word) and not 3 <= len(word) <= 64:
        return f"an id has 3 to 64 characters, and this has {len(word)}"
    made = as_id(word)
    if not re.fullmatch(ID_PATTERN, made):
        return _FORM
    begun = f"; if there is none, `factcheck new {NEW[kind]} {made}`" if kind in NEW else ""
    return f"perhaps {made!r}{begun}"


def missing(of: Of, kind: str, key: str, word: str) -> str:
    """Return the hint for an id that no record of its kind has; the arguments are the same."""
    if near := _meant(of, kind, key, word):
        return f"did you mean {near}?"
    newsroom = "; a newsroom is written {newsroom: …}" if key == "person" else ""
    return f"`factcheck new {NEW[kind]} {word}` begins it; or name one that is there{newsroom}"


def kind_at(model: type[BaseModel], keys: Keys) -> str:
    """Return of which kind the id is that stands at `keys` in a record; empty where none does."""
    names = [place for place, key in enumerate(keys) if isinstance(key, str)]
    above = model_at(model, keys[: names[-1]]) if names else None
    return ids_in(above).get(str(keys[names[-1]]), "") if above else ""


def as_id(text: str) -> str:
    """Return the text in the letters of an id; not each is one."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:64].strip("-")


def spelling_key(name: str) -> str:
    """Return what the spellings of one name have in common."""
    plain = unicodedata.normalize("NFKC", name).casefold().removeprefix("the ")
    return "".join(character for character in plain if character.isalnum())


def _meant(of: Of, kind: str, key: str, word: str) -> str:
    """Return what to write instead, as it is written; empty where nothing is near.

    The same spelling goes before one that is near, and the kind that is wanted before others; of
    those, one that is very near.
    """
    own = _written(of, kind, key)
    others: dict[str, str] = {}
    if key in _SPEAKERS:
        for other in ("people", "origins", "sources"):
            others |= _written(of, other, key) if other != kind else {}
    wanted = spelling_key(word)
    for spellings in (own, others):
        for spelling, written in spellings.items():
            if wanted and spelling_key(spelling) == wanted:
                return written
    for spellings, least in ((own, 70), (others, 85)):
        if near := suggest(word, spellings, least):
            return spellings[near]
    return ""


def _written(of: Of, kind: str, key: str) -> dict[str, str]:
    """Return, by every spelling of a record of this kind, how it is written under this key."""
    found: dict[str, str] = {}
    for id_, record in of(kind).items():
        written = _speaker(kind, key, record) if key in _SPEAKERS else repr(id_)
        for spelling in (id_, *_spellings(record)) if written else ():
            found.setdefault(spelling, written)
    return found


def _spellings(record: Record) -> tuple[str, ...]:
    match record:
        case Person():
            return record.name, *record.other_spellings, *record.wrong_spellings
        case Origin():
            return (record.name,)
        case Topic():
            return (record.title,)
        case Verdict():
            return (record.label,)
    return ()


def _speaker(kind: str, key: str, record: Record) -> str:
    """Return how a record is named as who speaks; empty where it is no speaker."""
    id_ = record.id
    if isinstance(record, Origin) and record.kind != "newsroom":
        if record.who is None:
            return ""
        kind, id_ = "people", record.who
    if _SPEAKERS[key] == kind:
        return repr(id_)
    braces = {"origins": f"{{newsroom: {id_}}}", "sources": f"{{document: {id_}}}"}
    return braces.get(kind, f"{id_!r} without the braces")
