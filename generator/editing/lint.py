"""The one entry of the room: every rule of editing on every record, and what editors waive."""

from collections.abc import Iterator

from generator.editing import (
    balance,
    names,
    neutral,
    numbers,
    quotes,
    quoting,
    sentences,
    unquoted,
    unused,
)
from generator.editing.context import Context, lines
from generator.evidence.archive import Verified
from generator.findings import RULES, Facts, Finding, Place, rule
from generator.records.reading import Records

# A slip that would hide something from readers has no exception.
_NOT_WAIVED = ("W702", "W718", "W719", "W721", "W722", "W723", "W727")


@rule("W727")
def waives_nothing(place: Place, message: str) -> Facts:
    """An exception in `waives` silences a warning of the editing rules that would stand there.

    One that silences nothing is left over from another wording, and would hide the next slip.

    Bad:
        waives: [{code: W715, because: One saying of hers.}]    # the claim is one proposition
    Good:
        (no `waives`)
    """
    yield place, message, "remove this exception"


def findings(records: Records, verified: Verified) -> Iterator[Finding]:
    """Yield what an editor would say of the records, as far as they could be read and verified."""
    context = Context(records, verified)
    waived = {
        (records.documents["claims", claim.id].path, waiver.code): (claim, number)
        for claim in records.claims.values()
        for number, waiver in enumerate(claim.waives)
    }
    silenced = set()
    for finding in _everything(context):
        key = (finding.place.path, finding.code)
        if key in waived and finding.code not in _NOT_WAIVED:
            silenced.add(key)
        else:
            yield finding
    for key, (claim, number) in waived.items():
        if key not in silenced and claim.id in verified.figures:
            place = records.place("claims", claim.id, "waives", number, "code")
            yield from waives_nothing(place, _why_nothing(key[1]))


def _everything(context: Context) -> Iterator[Finding]:
    for claim in context.records.claims.values():
        first = lines(claim)
        yield from sentences.findings(context, claim, first)
        yield from numbers.findings(context, claim, first)
        yield from names.findings(context, claim, first)
        yield from balance.findings(context, claim, first)
        yield from quoting.findings(context, claim.quoting())
        yield from quotes.findings(context, claim)
    for variant in context.records.variants.values():
        yield from quoting.findings(context, variant.quoting())
        yield from quotes.findings(context, variant)
    yield from neutral.findings(context)
    yield from unused.findings(context)
    yield from unquoted.findings(context)


def _why_nothing(code: str) -> str:
    """Return why a waiver of this code silences nothing."""
    known = RULES.get(code)
    if known is None:
        return f"there is no warning {code}"
    if code in _NOT_WAIVED or not known.check.__module__.startswith("generator.editing."):
        return f"{code} cannot be waived"
    return f"{code} does not stand here, so there is nothing to waive"
