"""The fields of records, and values that stand or once stood in them, in words and never as markup.

A value of a revision's `was` is what somebody typed: text, lists and mappings, of a shape that a
model no longer checks. Whatever it is, it is shown, as the words for it or as it was typed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from generator.pages import rulewords, words
from generator.pages.view import FAMILIES, View
from generator.records.model import Who
from generator.records.publication import ABSENT
from generator.records.scalars import parse_date
from generator.records.verdict import parse_bound

_LABELS = {
    "said_by": "who said it",
    "content": "where what was said is checked",
    "claimant": "who put it into the world",
    "made": "date",
    "made_basis": "how the date is known",
    "bottom_line": "bottom line",
    "looked_in": "documents read and found silent",
    "unknowns": "what we do not know",
    "inferred": "what we inferred",
    "later": "what happened later",
    "waives": "exceptions to our rules of writing",
    "nearest": "wording nearest to the origin, by number",
    "why": "how the nearest is known",
    "changed": "what changed on the way",
    "url": "address",
    "url_basis": "how the address is known",
    "relays": "origins that it passes on",
    "archived": "archived copies",
    "seal": "seal, by the SHA-256 of the text",
    "may_be": "origins that are perhaps the same",
    "when": "rule",
    "of": "passage that it answers",
    "reads_as": "our reading",
    "sic": "written so in the document",
    "who": "whose act it is",
    "by": "by what, or by whom",
    "for": rulewords.FIGURES["for_"][0],
    "any": "one of these",
}
_OF = {
    "source": "sources",
    "document": "sources",
    "looked_in": "sources",
    "origin": "origins",
    "newsroom": "origins",
    "via": "origins",
    "credits": "origins",
    "may_be": "origins",
    "content": "claims",
    "claims": "claims",
    "verdict": "verdicts",
}
_WHO = {"claimant", "speaker", "said_by", "who", "by"}
_DATES = {"date", "made", "on", "published"}
_WORDS: dict[str, Mapping[str, str]] = {"stance": words.STANCES, "family": FAMILIES}
_QUOTED = ("quote", "passage", "excerpt")


def label(key: str) -> str:
    """Return the name of a field as readers know it."""
    figure = rulewords.FIGURES.get(key, ("",))[0]
    return _LABELS.get(key) or figure or key.replace("_", " ")


def shown(view: View, key: str, value: Any) -> tuple[str, ...]:
    """Return a value of a field in words, item by item; nothing at all for one that is absent."""
    if value is None or value == ABSENT:
        return ()
    if isinstance(value, list | tuple):
        return tuple(item(view, key, one) for one in value)
    if isinstance(value, dict) and not is_who(key, value):
        return tuple(_pairs(view, value))
    said = item(view, key, value)
    return tuple(" ".join(part.split()) for part in said.split("\n\n") if part.strip())


def item(view: View, key: str, value: Any) -> str:
    """Return one value, or one item of a list, as one text."""
    if isinstance(value, dict):
        if is_who(key, value):
            return _who(view, value)
        quoted = next((str(value[one]) for one in _QUOTED if one in value), "")
        if quoted and "source" in value:
            return _quotation(view, value, quoted)
        return "; ".join(_pairs(view, value))
    if isinstance(value, list | tuple):
        return ", ".join(item(view, key, one) for one in value)
    return _said(view, key, "nothing" if value is None or value == ABSENT else str(value))


def _pairs(view: View, value: Mapping[Any, Any]) -> Iterator[str]:
    """Yield each entry of a mapping with the name of its field."""
    for key, one in value.items():
        yield f"{label(str(key))}: {item(view, str(key), one)}"


def _quotation(view: View, value: Mapping[str, Any], quoted: str) -> str:
    """Return evidence or a wording as its quote, with its source and its stance."""
    named = [item(view, "source", value["source"])]
    if "stance" in value:
        named.append(item(view, "stance", value["stance"]).lower())
    return f"“{' '.join(quoted.split())}” ({': '.join(named)})"


def _said(view: View, key: str, text: str) -> str:
    if key in _WHO:
        return _who(view, text)
    if key in _OF:
        return _named(view, _OF[key], text)
    if key in _DATES:
        return _day(text)
    if key in rulewords.FIGURES or key == "for":
        return _bound(text)
    return _WORDS.get(key, {}).get(text, text)


def _named(view: View, kind: str, id_: str) -> str:
    """Return the name of what an id names, behind its verdict where it is a claim; or the id.

    A draft is not named: what it says is not published.
    """
    archive = view.archive
    if kind == "claims" and id_ in archive.claims:
        claim = archive.claims[id_]
        told = f"{view.verdict(claim).label}: {claim.title}"
        return told if view.has_page(id_) else "a claim that is not published"
    if kind == "verdicts" and id_ in archive.verdicts:
        return archive.verdicts[id_].label
    if kind == "sources" and id_ in archive.sources:
        return view.source_name(archive.sources[id_])
    return archive.origins[id_].name if kind == "origins" and id_ in archive.origins else id_


def is_who(key: str, value: Mapping[Any, Any]) -> bool:
    """Say whether a mapping in a field says who spoke."""
    return key in _WHO and not {"anonymous", "newsroom", "document"}.isdisjoint(value)


def _who(view: View, value: Any) -> str:
    """Return who spoke; a reason, or the document that `by` names, stands as it is."""
    if isinstance(value, str) and value in view.archive.sources:
        return view.source_name(view.archive.sources[value])
    try:
        return words.who(view.archive, Who.model_validate(value))
    except (ValidationError, KeyError):
        return value if isinstance(value, str) else "; ".join(_pairs(view, value))


def _day(text: str) -> str:
    try:
        return words.day(parse_date(text))
    except PydanticCustomError:
        return text


def _bound(text: str) -> str:
    try:
        return rulewords.bound(parse_bound(text))
    except PydanticCustomError:
        return text
