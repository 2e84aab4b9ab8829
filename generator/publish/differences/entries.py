"""What changed of one record, or of one seal, in lines: what it comes to, then each detail."""

from collections.abc import Iterator, Sequence

from generator.changes.change import RecordChange
from generator.changes.fields import FieldChange
from generator.changes.quotations import QuotationChange
from generator.changes.seals import SealChange
from generator.changes.titles import Named
from generator.changes.weighing import FigureChange, Judged
from generator.pages.words import small
from generator.publish.differences.lines import (
    FAMILIES,
    Line,
    Part,
    Parts,
    Theirs,
    field_lines,
    figure_name,
    joined,
    keys,
    more,
    name,
    names,
    number,
    quotation_lines,
)

KINDS = {
    "claims": "claim",
    "variants": "variant",
    "sources": "source",
    "origins": "origin",
    "people": "person",
    "topics": "topic",
    "verdicts": "verdict",
}
_CAUSES = {
    "evidence": "it follows from the evidence",
    "scale": "it follows from the changed scale",
    "both": "it follows from the evidence and the changed scale together",
    "editors": "set by editors, not by rule",
    "unknown": "whether its evidence carries it is not known",
}
_WHEN = {"before": "as they were", "now": "as they are now"}
_COUNTED = ("for", "against", "documents")
_MOST = 10
_SHOWN_OF_NEW = ("claim", "title", "bottom_line", "changed")

SEALS = {
    "added": "new",
    "removed": "gone",
    "changed": "changed",
    "renumbered": "the same text, marked otherwise",
    "unknown": "perhaps changed: the seal before cannot be read",
}


def entry(change: RecordChange) -> list[Line]:
    """Return what changed of a record: a line that sums it up, and a line for each detail."""
    told: list[Part] = [KINDS[change.record.kind], " ", *name(change.record)]
    lines = [Line(0, (*told, *joined(": ", list(_summed(change)))))]
    if "removed" in change.events:
        return [*lines, *_bearing(change)]
    new = "added" in change.events
    sentence = [] if new else [one for one in change.fields if one.field == "claim"]
    lines += [line for field in sentence for line in field_lines(1, field)]
    lines += _verdict(change)
    lines += _figures(change)
    for quotation in change.quotations:
        lines += quotation_lines(quotation)
    for field in change.fields:
        if field not in sentence and (not new or _told_of_new(change, field)):
            lines += field_lines(1, field, new)
    return [*lines, *_history(change), *_bearing(change)]


def _summed(change: RecordChange) -> Iterator[Parts]:
    """Yield what happened to a record, each thing in a few words, the most consequential first."""
    verdict = change.verdict
    if verdict and verdict.new:
        if verdict.old:
            yield ["verdict ", Theirs(verdict.old.label), " → ", Theirs(verdict.new.label)]
        else:
            yield ["verdict ", Theirs(verdict.new.label)]
    stays = not {"added", "removed"} & {*change.events}
    changed = [one.field for one in change.fields if not one.field.startswith("withdrawn.")]
    if stays and "claim" in changed:
        yield [f"{keys(['claim'])} changed"]
        changed.remove("claim")
    if stays:
        yield from ([part] for part in _summed_quotations(change))
        yield from ([_figure(one)] for one in _counted(change))
    yield from _summed_events(change)
    if changed and stays:
        yield [f"{keys(changed)} changed"]
    if change.carries and not change.own:
        yield ["its evidence now carries ", *_judged(change.carries)]
    if change.rewritten:
        yield ["its history is not what it was"]
    if change.silent:
        yield ["no revision says so"]


def _summed_quotations(change: RecordChange) -> Iterator[str]:
    yield from _quotes_changed(change.quotations)
    for what, sources in (("added", change.quoted), ("removed", change.unquoted)):
        quotes = sum(one.what == what for one in change.quotations)
        if sources:
            yield f"{number(len(sources), 'source')} {what}"
        if quotes > len(sources):
            yield f"{number(quotes, 'quote')} {what}"


def quotes_told(quotations: Sequence[QuotationChange]) -> Iterator[str]:
    """Yield how many quotes went, changed and came, the most consequential first."""
    gone, come = (sum(one.what == what for one in quotations) for what in ("removed", "added"))
    if gone:
        yield f"{number(gone, 'quote')} removed"
    yield from _quotes_changed(quotations)
    if come:
        yield f"{number(come, 'quote')} added"


def _quotes_changed(quotations: Sequence[QuotationChange]) -> Iterator[str]:
    """Yield how many quotes changed their stance, by how many words, and in what is said of them.

    A quote that changed in several ways is counted in the first two, else in the last.
    """
    changed = [one for one in quotations if one.what == "changed"]
    turned = [one for one in changed if any(field.field == "stance" for field in one.fields)]
    worded = [one for one in changed if one.is_reworded]
    if turned:
        yield f"{number(len(turned), 'stance')} changed"
    if worded:
        words = sum(one.words for one in worded)
        by = f"by {number(words, 'word')}" if words else "in punctuation"
        yield f"{number(len(worded), 'quote')} changed {by}"
    if read := sum(one not in turned and one not in worded for one in changed):
        yield f"what is said of {number(read, 'quote')} changed"


def _counted(change: RecordChange) -> Sequence[FigureChange]:
    """Return the figures that sum a change up: those that readers see first, else all."""
    return [one for one in change.figures if one.figure in _COUNTED] or change.figures


def _figure(one: FigureChange) -> str:
    return f"{figure_name(one.figure)} {one.old} → {one.new}"


def _summed_events(change: RecordChange) -> Iterator[Parts]:
    events = change.events
    if "added" in events and change.quotations:
        yield [f"quotes {number(len(change.quoted), 'source')}"]
    if "merged" in events:
        yield ["took over ", Theirs(change.formerly)]
    if "renamed" in events:
        yield ["renamed from ", Theirs(change.formerly), ", from where a redirect stays"]
    if "published" in events and "removed" not in events:
        yield ["page added"]
    elif "added" in events:
        yield ["added"]
    if "unpublished" in events and "added" not in events:
        yield ["page gone"]
    elif "removed" in events:
        yield ["gone"]
    for event, words in (("withdrawn", "withdrawn"), ("restored", "no longer withdrawn")):
        if event in events:
            yield [words]


def _told_of_new(change: RecordChange, field: FieldChange) -> bool:
    """Say whether a field of a new record is shown: not its name, of claims and variants a few."""
    if change.record.title in field.added:
        return False
    return change.record.kind not in ("claims", "variants") or field.field in _SHOWN_OF_NEW


def _verdict(change: RecordChange) -> Iterator[Line]:
    verdict = change.verdict
    if verdict and verdict.new and verdict.old:
        told = ["verdict: ", *_judged(verdict.old), " → ", *_judged(verdict.new)]
        yield Line(1, (*told, f"; {_CAUSES[verdict.cause]}" if verdict.cause in _CAUSES else ""))
    elif verdict and verdict.new:
        yield Line(1, ("verdict: ", *_judged(verdict.new)))
    if change.carries and change.own:
        yield Line(1, ("its evidence carries another: ", *_judged(change.carries)))


def _judged(judged: Judged) -> list[Part]:
    return [Theirs(judged.label), f" ({FAMILIES[judged.family]})" if judged.family else ""]


def _figures(change: RecordChange) -> Iterator[Line]:
    new, summed = "added" in change.events, _counted(change)
    if new and summed:
        told = "; ".join(f"{figure_name(one.figure)} {one.new}" for one in summed)
        yield Line(1, (f"counted: {told}",))
    elif rest := [one for one in change.figures if one not in summed]:
        told = "; ".join(map(_figure, rest))
        yield Line(1, (f"also counted: {told}",))
    for one in change.origins if not new else ():
        for what, origins in (("now", one.added), ("no longer", one.removed)):
            if origins:
                yield Line(1, (f"counts {what} {one.side} it: ", *names(origins)))
    if change.unknown and change.own:
        when = " and ".join(_WHEN[one] for one in change.unknown)
        why = "it, or a record that it names, is at fault"
        yield Line(1, (f"not known: its figures {when}, since {why}",))


def _few(count: int) -> str:
    return small(count) if count else "none"


def unknown_entry(when: str, claims: Sequence[Named]) -> list[Line]:
    """Return which claims, unchanged themselves, have no figures in a state."""
    of = f"the figures of {number(len(claims), 'claim')} {_WHEN[when]}"
    why = "they, or records that they name, are at fault"
    return [Line(0, (f"{of}, since {why}: ", *names(claims)))]


def _history(change: RecordChange) -> Iterator[Line]:
    for told in change.revisions:
        what = f"revision of {keys(told.fields)} ({told.kind}): "
        yield Line(1, (what, Theirs(told.reason, "quoted")))
    if change.silent:
        yield Line(1, (f"no revision tells readers of: {keys(change.silent)}",))
    if change.rewritten:
        yield Line(1, ("an entry of its history, or an id it had, is changed or gone",))


def _bearing(change: RecordChange) -> Iterator[Line]:
    if change.bears_on:
        count = number(len(change.bears_on), "claim")
        yield Line(1, (f"bears on {count}: ", *names(change.bears_on)))
    if change.because:
        parts: list[Parts] = [[KINDS[one.kind], " ", *name(one)] for one in change.because[:_MOST]]
        yield Line(1, ("because of ", *joined("", parts, ", "), more(change.because)))


def seal_entry(change: SealChange, record: RecordChange | None) -> list[Line]:
    """Return what changed of a seal, and the command by which an editor repeats it.

    `record` is the change of its source where nothing else changed of that.
    """
    lines = [Line(0, ("seal of ", *name(change.source), f": {SEALS[change.what]}"))]
    if change.repeat:
        held = number(change.sentences, "sentence")
        known = change.what not in ("added", "unknown")
        kept = f", {_few(change.kept)} of them sealed before" if known else ""
        lines += [Line(1, (f"{held}{kept}",)), Line(1, ("repeat it: ", Theirs(change.repeat)))]
    if change.what != "removed":
        for field in change.fields:
            lines += field_lines(1, field, new=change.what == "added")
    return [*lines, *_history(record), *_bearing(record)] if record else lines
