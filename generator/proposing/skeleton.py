"""The beginning of a record: what is known is written, what is not stands there as a blank."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.records.blanks import blank, example, required
from generator.records.reading import FOLDERS, SCHEMA_NAMES, Records
from generator.records.scalars import ID_PATTERN
from generator.records.yamltext import comment

_MOST = 10
_ARTICLES = {"a", "an", "the", "that"}
_LONGEST_ID = 40


@dataclass
class Skeleton:
    """A record of a kind as far as it is known.

    `known` holds values as YAML, by key; `said` what somebody wrote who could not fill a field;
    `asked` keys that are blank although a record can do without them, each with a remark;
    `shown` keys that are comments, each with an example of a value.
    """

    kind: str
    known: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Return the record: its schema line, then every key in the order of its model."""
        model, schema = FOLDERS[self.kind], SCHEMA_NAMES[self.kind]
        wanted = {*required(model), *self.known, *self.said, *self.asked, *self.shown}
        lines = [f"# yaml-language-server: $schema=../schemas/{schema}.schema.json\n"]
        for key in filter(wanted.__contains__, model.model_fields):
            said = self.said.get(key, "")
            if value := self.known.get(key, ""):
                space = "" if value.startswith("\n") else " "
                lines.append(f"{key}:{space}{value.rstrip()}\n")
                lines.append(comment(said, 2) if said else "")
            elif key in self.shown:
                lines.append(example(model, key, self.shown[key]))
            else:
                lines.append(blank(model, key, said=said, also=self.asked.get(key, "")))
        return "".join(lines)


def id_of(sentence: str) -> str:
    """Return an id made of a sentence's first words; empty where it has none for an id."""
    spaced = " ".join(sentence.split())
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    made = ""
    for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")):
        longer = f"{made}-{word}".strip("-")
        if word not in _ARTICLES and len(longer) <= _LONGEST_ID:
            made = longer
        elif len(longer) > _LONGEST_ID:
            break
    return made if re.fullmatch(ID_PATTERN, made) else ""


def refusal(records: Records, kind: str, id_: str) -> str:
    """Return, in one sentence, why a new record cannot have this id; empty when it can."""
    if not re.fullmatch(ID_PATTERN, id_):
        made = id_of(id_) or "bridge-closed"
        form = "lower-case words joined by hyphens, 3 to 64 characters in all"
        return f"{id_!r} is no id; write {form}, such as {made}"
    if (kind, id_) in records.documents:
        again = f"; what was published changes with `factcheck revise {kind}/{id_}`"
        return f"data/{kind}/{id_}.yml is there already{again if kind == 'claims' else ''}"
    for other in records.of(kind).values():
        if id_ in other.formerly:
            return f"{id_!r} was once the id of {other.id}, and an id is never another's"
    return ""


def listed(ids: Sequence[str]) -> str:
    """Return ids with commas between them, at most ten."""
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return ", ".join(ids[:_MOST]) + more
