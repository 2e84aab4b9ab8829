"""Our own counts: of documents and newsrooms, of the five that are held, of two of them."""

import re

from generator.editing.amounts import Amount, amounts
from generator.editing.context import Context
from generator.editing.vouching import Known

_KINDS = "document|newsroom|origin|report|relay|outlet|account|page|text|wording|version|excerpt"
_AROUND = (
    "more|other|further|such|independent|separate|different|later|earlier|held|damaged|clean|"
    "cleaner|outside|news"
)
_OURS = re.compile(
    rf"\s+(?:(?:{_AROUND})\s+){{0,2}}(?:of\s+(?:the|these|our)\s+(?:(?:{_AROUND}|\w+)\s+)?)?"
    rf"(?:(?P<kind>{_KINDS})s?|copy|copies|story|stories)\b"
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which)\b")
_OF_THE = re.compile(r"\b(?:of|all)\s+(?:the|these|our)\s+$|\ball\s+$", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\bof\s+(?:the|these|our)\s+(\w+)(?:\s+documents)?,?\s+(?:only\s+|just\s+)?$", re.IGNORECASE
)
_OF_THE_FIVE = re.compile(r"\s+of\s+(?:the|these|our)\s+(\w+)\b")
_PEOPLE = re.compile(
    r"\s+(?:of\s+the\s+\w+\s+)?(?:[\w’'-]+\s+)?(?:people|officials|sources|ministers|aides|men|women)\b"
)


def counted(text: str, amount: Amount) -> str:
    """Return what of ours a number counts, in the singular; nothing where it counts no such thing.

    Ours are documents, newsrooms and origins, and what we call the documents otherwise.
    """
    ours = _OURS.match(text, amount.end) if amount.kind == "number" else None
    return (ours["kind"] or "copy") if ours else ""


def most(context: Context, known: Known, ours: str) -> tuple[int, str]:
    """Return how many of these there are, and what they are called."""
    if ours in context.counts:
        return context.counts[ours], f"{ours}s"
    return len(known.named), "sources that this record names"


def of_the_held(context: Context, text: str, amount: Amount) -> bool:
    """Say whether a number counts some or all of the held documents, without naming them.

    That is the five of “of the five”, the two of “two of the five” and of “of the five two”, and
    the two of “two of them”.
    """
    if amount.kind != "number" or _PEOPLE.match(text, amount.end):
        return False
    held, before = len(context.held), text[: amount.start]
    if amount.value <= held and _OF_THEM.match(text, amount.end):
        return True
    if amount.value == held and _OF_THE.search(before):
        return True
    whole = _OF_THE_FIVE.match(text, amount.end) or _OF_ALL.search(before)
    return whole is not None and [one.value for one in amounts(whole[1])] == [held]
