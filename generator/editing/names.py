"""Names in a claim's first lines are known to the records, and so are the offices before them."""

from collections.abc import Iterator, Sequence

from generator.editing.context import Context
from generator.editing.naming import TITLES
from generator.editing.words import Line
from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.records.claim import Claim


@rule("W716")
def unknown_name(place: Place, message: str, hint: str) -> Facts:
    """A capitalised name in claim, short form or bottom line is one that the records know.

    Known are people, origins, outlets, places, topics and the glossary of the site record. A name
    that none of them has is misspelt, or a reader meets it unexplained. Words in quotation marks
    are others' and keep their spelling; ours follow the site's own.

    Bad:
        bottom_line: Only the Couriel has it.
    Good:
        bottom_line: Only the Courier has it.
    """
    yield place, message, hint


@rule("W717")
def office_differs(place: Place, shown: str, name: str, office: str) -> Facts:
    """An office directly before a person's name is the one that the person's record has.

    Offices change and are translated in more than one way. A wrong one makes readers doubt the
    rest, and the person object with reason.

    Bad:
        claim: Finance Minister Bessent brought the draft.    # office: Secretary of the Treasury
    Good:
        claim: Treasury Secretary Bessent brought the draft.
    """
    message = f"“{shown}” is not the office of {name}"
    yield place, message, f"the person's record says: {office}; write that, or mend the record"


def findings(context: Context, claim: Claim, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield the unknown names and the wrong offices in a claim's first lines."""
    if not context.english or not context.complete:
        return
    naming = context.naming
    for line in lines:
        for name in naming.strange(line.own, claim):
            place = context.records.place("claims", claim.id, line.key)
            if ours := naming.spelled.get(name):
                message = f"the site writes “{ours}”, not “{name}”"
                yield from unknown_name(place, message, "use the site's own spelling")
                continue
            otherwise = "add the person to data/people, or the name to `glossary` in data/site.yml"
            hint = did_you_mean(name, sorted(naming.known), otherwise)
            yield from unknown_name(place, f"no record knows the name “{name}”", hint)
        if not TITLES.isdisjoint(line.words):
            for shown, person in naming.wrong_offices(line.own):
                place = context.records.place("claims", claim.id, line.key)
                yield from office_differs(place, shown, person.name, person.office or "")
