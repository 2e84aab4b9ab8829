"""The evidence of a claim in the groups that its page shows, each under a heading that fits it."""

from dataclasses import dataclass

from generator.evidence.archive import Archive
from generator.records.claim import Claim, Evidence

HEADINGS = {
    "states": (
        "Where it was said",
        "The claim as it was made. Repeating it is no evidence for it, so nothing here counts.",
    ),
    "supports": ("What supports it", ""),
    "limits": ("What makes it weaker", "Narrower, conditional, less firm, or less well credited."),
    "refutes": ("What speaks against it", ""),
    "wording": ("The same report in other words", "They show how the wording has changed."),
    "differs": (
        "What differs and is not counted",
        "It says otherwise, but rests on an origin that supports the claim, or names no source.",
    ),
    "damaged": ("Damaged, and counted for nothing", "Not to be read as anyone’s words."),
}


@dataclass(frozen=True)
class Group:
    """Evidence under one heading: its key, the heading, a remark, and the pieces by number."""

    key: str
    heading: str
    remark: str
    numbers: tuple[int, ...]


def groups(archive: Archive, claim: Claim) -> list[Group]:
    """Return the groups of a claim's evidence in the order of the page, without empty ones."""
    keys = [_key(archive, claim, e) for e in claim.evidence]
    found = []
    for key, (heading, remark) in HEADINGS.items():
        numbers = tuple(number for number, own in enumerate(keys) if own == key)
        if numbers:
            found.append(Group(key, heading, remark, numbers))
    return found


def _key(archive: Archive, claim: Claim, e: Evidence) -> str:
    if e.stance == "states":
        return "states"
    if e.damage == "sense":
        return "damaged"
    if e.stance != "refutes":
        return e.stance
    if e.aspect == "wording":
        return "wording"
    if e.aspect == "strength" or e.settles:
        return "refutes"
    counted = archive.figures[claim.id].against_origins
    return "refutes" if archive.groups[e.origin or ""] in counted else "differs"
