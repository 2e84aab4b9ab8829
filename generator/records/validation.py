"""Pydantic's errors become findings, one a slip, each at its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, did_you_mean, suggest
from generator.records import fieldfaults as faults
from generator.records.mentions import Of, kind_at, mended
from generator.records.model import Keys, model_at
from generator.records.yamldoc import YamlDoc
from generator.records.yamlfaults import colon_in_sentence

_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "model_type": "fields",
    "model_attributes_type": "fields",
    "dict_type": "fields",
}
_PATTERNS = {"language": "language code", "of": "anchor", "code": "code of a warning"}
_FORMS = {
    "date_form": faults.date_form,
    "link_form": faults.link_form,
    "bound_form": faults.rule_form,
}


@dataclass(frozen=True, slots=True)
class Invalid:
    """A mapping of a document that does not make the record of its model, and every reason.

    `under` are the keys that lead to it from the document's root.
    """

    doc: YamlDoc
    model: type[BaseModel]
    error: ValidationError
    under: Keys = ()


def from_validation(invalid: Invalid, of: Of) -> Iterator[Finding]:
    """Yield one finding a slip: a mistyped key that was meant to be a missing one is one finding.

    Args:
        invalid: what was validated.
        of: all records that could be read, for those meant by a text that is no id.
    """
    doc, model, under = invalid.doc, invalid.model, invalid.under
    details = invalid.error.errors(include_url=False)
    missing = {e["loc"] for e in details if e["type"] == "missing"}
    for detail in details:
        if detail["type"] != "extra_forbidden":
            continue
        *parent, key = detail["loc"]
        options = _options(model, tuple(parent))
        lacking = [str(loc[-1]) for loc in missing if list(loc[:-1]) == parent]
        meant = suggest(str(key), lacking)
        if meant:
            missing.discard((*parent, meant))
        place = doc.place(*under, *detail["loc"], key=True)
        hint = f"did you mean {meant!r}?" if meant else ""
        yield from faults.unknown_key(place, str(key), options, hint)
    for detail in details:
        if detail["type"] == "extra_forbidden" or detail["input"] is None:
            continue  # what has no value is a finding of its own
        if detail["type"] == "together" and _has_a_blank(detail["input"]):
            continue  # and until it has one, nobody knows whether it goes with the rest
        if detail["type"] != "missing" or detail["loc"] in missing:
            yield from _one(invalid, detail, of)


def _has_a_blank(value: Any) -> bool:
    return isinstance(value, dict) and None in value.values()


def _options(model: type[BaseModel], keys: Keys) -> list[str]:
    """Return the keys that a mapping may have, those that only its own model has first."""
    if (at := model_at(model, keys)) is None:
        return []
    own, fields = at.__annotations__, at.model_fields
    named = sorted(fields.items(), key=lambda item: item[0] not in own)
    return [field.alias or name for name, field in named if name != "id"]


def _one(invalid: Invalid, detail: ErrorDetails, of: Of) -> Iterator[Finding]:
    doc, under = invalid.doc, invalid.under
    kind, loc = detail["type"], detail["loc"]
    # `person` is never typed: a person's id stands in the place of the whole.
    names = [step for step in (*under, *loc) if isinstance(step, str) and step != "person"]
    key, context, got = (names or ["record"])[-1], detail.get("ctx", {}), detail["input"]
    place, message = doc.place(*under, *loc), detail["msg"]
    if kind == "missing":
        yield from faults.missing_key(doc.place(*under, *loc[:-1]), key)
    elif kind in _WANTED:
        yield from _shape(doc, (*under, *loc), key, _WANTED[kind], got)
    elif kind == "who_form":
        yield from faults.who_form(place, key)
    elif kind in _FORMS:
        yield from _FORMS[kind](place, key, message)
    elif kind == "literal_error":
        options = re.findall(r"'([^']*)'", str(context["expected"]))
        yield from faults.word_not_in_list(place, key, str(got), options, "one of its words")
    elif kind in ("count_form", "numbers_form"):
        otherwise = "unknown" if key == "nearest" else "unstated"
        hint = f"write a number from 1, or {otherwise}"
        hint = hint if kind == "count_form" else "write 1, 29-32"
        yield from faults.number_form(place, key, message, hint)
    elif kind == "together":
        at = doc.place(*under, *loc, str(context["at"]), key=True)
        yield from faults.fields_together(at, message, str(context["hint"]))
    elif kind in ("string_too_long", "empty_text"):
        yield from faults.length(place, key, _length_message(kind, context, got))
    elif kind == "id_form":
        hint = _id_hint(invalid.model, loc, str(got), context.get("also", ""), of)
        yield from faults.id_form(place, key, str(got), hint)
    elif kind == "seal_form":
        yield from faults.pattern(doc.place(*under, *loc, *context.get("at", ())), key, message)
    else:
        what = _PATTERNS.get(key, "hash")
        yield from faults.pattern(place, key, f"{got!r} is no {what}")


def _id_hint(model: type[BaseModel], keys: Keys, word: str, also: str, of: Of) -> str:
    """Return what to write instead of a text that is no id; `also` is a word that is allowed."""
    last = next(str(key) for key in reversed(keys) if isinstance(key, str))
    if also:
        return did_you_mean(word, [also], f"write an id, or: {also}")
    return mended(of, kind_at(model, keys), last, word)


def _shape(doc: YamlDoc, keys: Keys, key: str, wanted: str, got: Any) -> Iterator[Finding]:
    """Yield that a value has another shape than wanted, or the colon that gave it that shape."""
    sentence = _sentence_key(got) if wanted == "a text" else ""
    if sentence:
        at = doc.place(*keys, sentence, key=True)
        in_braces = at.text[: at.column - 1].rstrip().endswith(("[", "{", ","))
        yield from colon_in_sentence(doc, at.line, at.column + len(sentence), in_braces)
    else:
        item = f"item {keys[-1] + 1} of " if keys and isinstance(keys[-1], int) else ""
        yield from faults.wrong_shape(doc.place(*keys), f"{item}{key!r}", wanted, got)


def _sentence_key(value: Any) -> str:
    """Return the first key of a mapping if it is no field's name but the start of a sentence."""
    first = next(iter(value), "") if isinstance(value, dict) else ""
    return "" if re.fullmatch(r"[a-z_]*", first) else first


def _length_message(kind: str, context: dict[str, Any], got: Any) -> str:
    if kind == "string_too_long":
        most = context["max_length"]
        return f"is longer than {most} characters ({len(got)})"
    return "is empty"
