"""Records as the text, lists and mappings that a file holds: what two states are compared by."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.records.model import Who, ids_in
from generator.records.numbers import format_numbers
from generator.records.scalars import Date
from generator.records.verdict import Bound

_LINK = re.compile(r"\]\(([a-z]+)/([a-z0-9-]+)(?=[/#)])")

Names = Mapping[tuple[str, str], str]
"""The new id of each renamed record, by its kind and the id it had."""


def plain(value: Any, names: Names | None = None) -> Any:
    """Return a record, or a value in one, as the text, lists and mappings that a file would hold.

    What is the default is left out; ids are written as `names` has them.
    """
    if isinstance(value, Who):
        return _who(value, names or {})
    if isinstance(value, BaseModel):
        return _mapping(value, names or {})
    if isinstance(value, tuple | list):
        return [plain(one, names) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one, names) for key, one in value.items()}
    if isinstance(value, frozenset):
        return format_numbers(value)
    if isinstance(value, Date | Bound):
        return value.text
    return "unknown" if value is None else _linked(str(value), names or {})


def _linked(text: str, names: Names) -> str:
    """Return a text whose Markdown links to renamed records lead to where those are now."""

    def now(link: re.Match[str]) -> str:
        kind, id_ = link[1], link[2]
        return f"]({kind}/{names.get((kind, id_), id_)}"

    return _LINK.sub(now, text) if names and "](" in text else text


def _mapping(value: BaseModel, names: Names) -> dict[str, Any]:
    found, ids = {}, ids_in(type(value))
    for name, field in type(value).model_fields.items():
        one = getattr(value, name)
        if name == "id" or (not field.is_required() and one == field.default):
            continue
        written = plain(one, names)
        if kind := ids.get(name):
            written = (
                [names.get((kind, id_), id_) for id_ in written]
                if isinstance(written, list)
                else names.get((kind, written), written)
            )
        found[field.alias or name] = written
    return found


def _who(value: Who, names: Names) -> Any:
    """Return who speaks as a record says it: an id, `none`, or a mapping."""
    if value.nobody:
        return "none"
    if value.anonymous is not None:
        count = "unstated" if value.count is None else str(value.count)
        return {"anonymous": value.anonymous, "count": count}
    found = _mapping(value, names)
    return found.get("person", found)
