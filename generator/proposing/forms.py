"""What GitHub makes of a filled-in issue form is taken apart into the answers of its fields.

Everything in it was written by a stranger. The labels come from the form's own file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NOTHING = "_No response_"
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: its id and label, its options, whether its text comes as code."""

    id: str
    label: str
    options: tuple[str, ...] = ()
    code: bool = False

    @property
    def heading(self) -> str:
        """The line that stands before its answer."""
        return f"### {self.label}"


def fields(form: Mapping[str, Any]) -> list[Field]:
    """Return the fields of an issue form, in order, those with nothing to fill in left out.

    Source: GitHub's syntax for issue forms, `body`.
    """
    found = []
    for part in form["body"]:
        if part["type"] != "markdown":
            about = part["attributes"]
            options = about.get("options", []) if part["type"] == "dropdown" else []
            code = "render" in about
            found.append(Field(part["id"], about["label"], tuple(options), code))
    return found


def answers(form: Sequence[Field], text: str) -> dict[str, str]:
    """Return what was answered to each field, by its id; empty where nothing was.

    A field begins at the first line that is its heading, behind the field before it. Any other
    heading, and the same one again, is part of somebody's answer.

    Raises ValueError, in one sentence, when no field of the form stands in the text, or the first
    field in it is another form's.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    first = next((line.rstrip() for line in lines if line.startswith("### ")), "")
    if first and first not in {field.heading for field in form}:
        raise ValueError("this is another form; only *Suggest a claim* becomes a record")
    starts: dict[str, int] = {}
    at = 0
    for number, field in enumerate(form):
        found = next((n for n in range(at, len(lines)) if lines[n].rstrip() == field.heading), None)
        if found is not None:
            starts[field.id] = found
            at = found + 1
            if field.code:
                at = _behind_code(lines, at, form[number + 1 :])
    if not starts:
        raise ValueError(f"this is not the text of the form: it has no line {form[0].heading!r}")
    ends = [*list(starts.values())[1:], len(lines)]
    bounds = zip(starts.items(), ends, strict=True)
    given = {id_: lines[start + 1 : end] for (id_, start), end in bounds}
    return {field.id: _answer(given.get(field.id, []), field.code) for field in form}


def _behind_code(lines: list[str], at: int, later: Sequence[Field]) -> int:
    """Return the line behind the code that begins there; `at` itself where none does."""
    first = next((n for n in range(at, len(lines)) if lines[n].strip()), at)
    if first < len(lines) and lines[first].startswith(_FENCE):
        headings = {field.heading for field in later}
        for n in range(first + 1, len(lines)):
            if lines[n].rstrip() == _FENCE:
                after = next((line.rstrip() for line in lines[n + 1 :] if line.strip()), "")
                if not after or after in headings:
                    return n + 1
    return at


def _answer(lines: list[str], code: bool) -> str:
    text = "\n".join(lines).strip()
    if code and text.startswith(_FENCE):
        body = text.partition("\n")[2]
        text = body.removesuffix(_FENCE).strip("\n")
    return "" if text.strip() == _NOTHING else text.strip()
