"""One item of a claim's `evidence:`, written as YAML, with its gaps as blanks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.records.blanks import blank
from generator.records.claim import Evidence
from generator.records.yamltext import comment, folded, scalar

_INDENT = 4


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of one piece of evidence; what is empty becomes a blank, or is not needed.

    `origins` are those that the source holds or relays, to choose from; `said` holds, for keys that
    stay blank, what somebody wrote in their place.
    """

    source: str = ""
    stance: str = ""
    passage: str = ""
    excerpt: str = ""
    quote: str = ""
    headline: bool = False
    garbled: bool = False
    origins: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)


def written(item: Item) -> str:
    """The item as YAML, from its dash on, for a list under `evidence:`.

    Read back, its texts are exactly those that were given.

    Args:
        item: what is known.
    """
    lines = [_line(item, "source", item.source)]
    if item.headline:
        lines.append("    part: headline\n")
    lines.append(_line(item, "stance", item.stance))
    if item.stance != "states":
        choice = f"{item.source} has: {', '.join(item.origins)}" if item.origins else ""
        lines.append(blank(Evidence, "origin", _INDENT, also=choice))
        lines.append(_line(item, "speaker", ""))
    if item.garbled:
        lines.append(_line(item, "damage", ""))
    words = "excerpt" if item.excerpt or "excerpt" in item.said else "passage"
    text = item.excerpt or item.passage
    lines.append(f"    {words}: {folded(text, _INDENT)}\n" if text else _line(item, words, ""))
    if item.quote:
        lines.append(f"    quote: {scalar(item.quote, 'quote', _INDENT)}\n")
    return "  - " + "".join(lines)[_INDENT:]


def _line(item: Item, key: str, value: str) -> str:
    """The key with its value, an id or a word of a list, or as a blank."""
    said = item.said.get(key, "")
    if not value:
        return blank(Evidence, key, _INDENT, said)
    return f"    {key}: {value}\n" + (comment(said, _INDENT + 2) if said else "")
