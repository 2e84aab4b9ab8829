"""The evidence of a claim in the groups that its page shows, each under a heading that fits it."""

from dataclasses import dataclass

from generator.evidence.archive import Archive
from generator.records.claim import Claim, Evidence

# In the order of the page: key to heading, name in the line of jumps, and a remark.
HEADINGS = {
    "states": (
        "Where it was said",
        "Where it was said",
        "The claim as it was made. Repeating it is no evidence for it, so nothing here counts.",
    ),
    "wording": (
        "The same report in other words",
        "Other words",
        "They show how the wording has changed.",
    ),
    "supports": ("What supports it", "For", ""),
    "limits": (
        "What limits it",
        "Limits",
        "Narrower, conditional, less firm, or less well credited.",
    ),
    "refutes": ("What speaks against it", "Against", ""),
    "differs": (
        "What differs and is not counted",
        "Not counted",
        "It says otherwise, but rests on an origin that supports the claim, or names no source.",
    ),
    "damaged": (
        "Damaged, and counted for nothing",
        "Damaged",
        "Not to be read as anyone’s words.",
    ),
}


@dataclass(frozen=True)
class Group:
    """Evidence under one heading: its key, heading, short name, a remark, and pieces by number."""

    key: str
    heading: str
    short: str
    remark: str
    numbers: tuple[int, ...]


def rows(archive: Archive, claim: Claim) -> list[list[Group]]:
    """Return the groups of a claim's evidence in the order of the page, without empty ones.

    Each row is one group, but for what counts for a claim and what counts against it: where there
    is both, the two stand in one row, side by side and of equal weight.
    """
    keys = [_key(archive, claim, e) for e in claim.evidence]
    found = {}
    for key, (heading, short, remark) in HEADINGS.items():
        if numbers := tuple(number for number, own in enumerate(keys) if own == key):
            found[key] = Group(key, heading, short, remark, numbers)
    figures = archive.figures[claim.id]
    if not (figures.for_ and figures.against and {"supports", "refutes"} <= found.keys()):
        return [[group] for group in found.values()]
    against = found.pop("refutes")
    return [[group, against] if key == "supports" else [group] for key, group in found.items()]


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
