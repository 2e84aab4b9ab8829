"""What a change means, as values: every case both ways, and nothing where nothing changed."""

from dataclasses import fields, replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes.change import Meaning, RecordChange, Told
from generator.changes.fields import FieldChange, field_change
from generator.changes.meaning import meaning
from generator.changes.quotations import QuotationChange
from generator.changes.weighing import (
    Cause,
    Judged,
    VerdictChange,
    Weighed,
    figure_changes,
)
from generator.changes.wording import Rewording, Sign, matches, reword
from generator.evidence.figures import Figures
from tests.changes.differing import Case, cases, meant, states
from tests.specimens import tiny

CLOSED = "data/claims/bridge-closed.yml"
TURNED = {
    "added": "removed",
    "removed": "added",
    "published": "unpublished",
    "unpublished": "published",
    "withdrawn": "restored",
    "restored": "withdrawn",
}
SIGNS: dict[Sign, Sign] = {"same": "same", "out": "in", "in": "out"}
What = Literal["added", "removed", "changed"]
ONE_WAY = {"renamed", "went-into-another"}  # the way back has no `formerly`
TEXTS = st.lists(st.sampled_from(["a", "b", "not", "Sedge", "1950", ",", "."]), max_size=9).map(
    " ".join
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_equal_states_mean_nothing(case: Case) -> None:
    """Two readings of the same files differ in nothing, whatever is wrong with them."""
    before, now = states(case.now, case.now)
    found = meaning(before, now)
    assert replace(found, unread=()) == Meaning()
    assert len(found.unread) == 2 * len(now.records.unread)


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case.path.stem not in ONE_WAY],
    ids=lambda case: case.path.stem,
)
def test_the_way_back_is_the_way_turned_round(case: Case) -> None:
    """With before and now exchanged, what was added is removed, and the other way round."""
    forth, back = meant(case.now, case.before), meant(case.before, case.now)
    turned = sorted((turn(change) for change in forth.records if is_told(change)), key=place)
    assert turned == sorted(
        (shorn(change) for change in back.records if is_told(change)), key=place
    )
    assert [turn_field(field) for field in forth.site] == list(back.site)
    pages = [(p.path, TURNED.get(p.what, p.what), turn_field(p.text)) for p in forth.pages]
    assert pages == [(p.path, p.what, p.text) for p in back.pages]


def is_told(change: RecordChange) -> bool:
    """Say whether a change is more than the verdict that evidence carries or figures unknown."""
    return change.own or bool(change.figures)


def place(change: RecordChange) -> tuple[str, str]:
    """Return what orders changes: the kind and the id of the record."""
    return change.record.kind, change.record.id


def shorn(change: RecordChange) -> RecordChange:
    """Return a change without what has a direction of its own, its lists in one order."""
    return replace(
        change,
        record=replace(change.record, title=""),
        events=tuple(sorted(change.events)),
        verdict=change.verdict and replace(change.verdict, cause=""),
        carries=None,
        unknown=(),
        revisions=(),
        silent=(),
        rewritten=False,
        because=(),
        bears_on=(),
        quotations=tuple(sorted(map(shorn_quotation, change.quotations), key=repr)),
        fields=tuple(sorted(change.fields, key=repr)),
        origins=tuple(sorted(change.origins, key=repr)),
    )


def shorn_quotation(quotation: QuotationChange) -> QuotationChange:
    """Return a change of a quotation without its words and stance of now."""
    fields = tuple(sorted(quotation.fields, key=repr))
    return replace(quotation, stance="", quotation="", form="passage", fields=fields)


def turn(change: RecordChange) -> RecordChange:
    """Return a change as it would be the other way round."""
    bare = shorn(change)
    verdict = bare.verdict and replace(bare.verdict, old=bare.verdict.new, new=bare.verdict.old)
    return shorn(
        replace(
            bare,
            events=tuple(TURNED.get(event, event) for event in bare.events),
            verdict=verdict,
            figures=tuple(replace(f, old=f.new, new=f.old) for f in bare.figures),
            origins=tuple(replace(o, added=o.removed, removed=o.added) for o in bare.origins),
            quotations=tuple(map(turn_quotation, bare.quotations)),
            quoted=bare.unquoted,
            unquoted=bare.quoted,
            fields=tuple(map(turn_field, bare.fields)),
        )
    )


def turn_quotation(quotation: QuotationChange) -> QuotationChange:
    """Return a change of a quotation as it would be the other way round."""
    turned: dict[What, What] = {"added": "removed", "removed": "added", "changed": "changed"}
    what = turned[quotation.what]
    return replace(
        quotation,
        what=what,
        reworded=quotation.reworded and turn_wording(quotation.reworded),
        fields=tuple(map(turn_field, quotation.fields)),
    )


def turn_field(field: FieldChange) -> FieldChange:
    """Return a change of a field as it would be the other way round."""
    return replace(
        field,
        added=field.removed,
        removed=field.added,
        reworded=tuple(map(turn_wording, field.reworded)),
    )


def turn_wording(text: Rewording) -> Rewording:
    """Return a reworded text as it would be the other way round: what went stands before."""
    steps = [(SIGNS[sign], words) for sign, words in text.steps]
    for at in range(len(steps) - 1):
        if (steps[at][0], steps[at + 1][0]) == ("in", "out"):
            steps[at], steps[at + 1] = steps[at + 1], steps[at]
    return replace(text, steps=tuple(steps))


@settings(derandomize=True, deadline=None)
@given(TEXTS, TEXTS)
def test_words_lose_nothing(old: str, new: str) -> None:
    """What is not new in a reworded text is the old one, what is not old the new one."""
    found = reword(old, new)
    for text, other in ((old, "in"), (new, "out")):
        written = "".join(words for sign, words in found.steps if sign != other)
        assert written.replace(" ", "") == text.replace(" ", "")
    assert found.in_words_or_marks == (old.split() != new.split())


@settings(derandomize=True, deadline=None)
@given(TEXTS, TEXTS)
def test_words_go_back_as_they_came(old: str, new: str) -> None:
    """The way back changes as many words, and each the other way."""
    forth, back = reword(old, new), reword(new, old)
    assert turn_wording(forth) == back


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_items_go_back_as_they_came(old: list[str], new: list[str]) -> None:
    """Of a list the same items are added that the way back removes."""
    forth, back = field_change("x", old, new), field_change("x", new, old)
    assert sorted(forth.added) == sorted(back.removed)
    assert sorted(forth.removed) == sorted(back.added)
    assert sorted(map(turn_wording, forth.reworded), key=repr) == sorted(back.reworded, key=repr)
    assert forth.reordered == (sorted(old) == sorted(new))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("It is to be sold.", "It is to be sold.", 0),
        ("It is to be sold.", "It is\n to be sold!", 0),
        ("It is to be sold.", "It is not to be sold.", 1),
        ("It is to be sold to a circus.", "It was sold.", 6),
        ("Some 40 people", "Some 400 people", 1),
        ("well known", "well-known", 2),
        ("", "two words", 2),
    ],
)
def test_words_are_counted(old: str, new: str, words: int) -> None:
    """Of words in whose place others stand the more are counted; punctuation is none."""
    assert reword(old, new).words == words


def test_long_hostile_texts_take_no_time() -> None:
    """Texts of ten thousand words that all look alike, and lists of thousands, are compared."""
    found = reword("a b " * 5_000, "b c a " * 3_300)
    assert found.words > 0
    assert matches(["a b c d"] * 2_000, ["a b c e"] * 2_000) == []


VERDICT = (CLOSED, "verdict: corroborated", "verdict: single-origin")
TIE = (
    "data/sources/hill-radio-notes.yml",
    "origin: hill-radio\n",
    "relays:\n  - {origin: hill-radio, tie: inferred, by: Its words.}\n",
)
SCALE = "data/verdicts.yml"
STRICTER = (SCALE, 'when: {for: ">=2", against: 0}', 'when: {for: ">=3", against: 0}')
WIDER = (SCALE, "when: {for: 1, against: 0}", 'when: {for: "<=2", against: 0}')
FALSE = (CLOSED, "a reporter of the Courier saw.", "a reporter saw.")


def edits(*each: tuple[str, str, str]) -> dict[str, str]:
    """Return the change that makes these replacements, each of the one place of a text."""
    changes: dict[str, str] = {}
    for path, old, new in each:
        text = changes.get(path, tiny(path))
        assert text.count(old) == 1, old
        changes[path] = text.replace(old, new)
    return changes


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ((VERDICT, TIE), "evidence"),
        ((VERDICT, STRICTER, WIDER), "scale"),
        ((VERDICT, STRICTER), "no rule"),
        ((VERDICT,), "no rule"),
        ((VERDICT, FALSE), "unknown"),
    ],
)
def test_the_cause_of_a_verdict(changes: tuple[tuple[str, str, str], ...], cause: Cause) -> None:
    """A verdict that changed says whether the evidence or the scale made it so."""
    [found] = [c for c in meant(edits(*changes)).records if c.record.id == "bridge-closed"]
    assert found.verdict == VerdictChange(
        Judged("corroborated", "Corroborated", "stands"),
        Judged("single-origin", "Single origin", "open"),
        cause,
    )


def test_evidence_and_scale_together() -> None:
    """A verdict that neither the new evidence nor the new scale carries alone has both as cause."""
    now = edits(
        (SCALE, 'when: {for: ">=1", against: ">=1"}', 'when: {for: ">=2"}'),
        (CLOSED, "verdict: corroborated", "verdict: contested"),
    )
    [found] = [c for c in meant(now, edits(TIE, VERDICT)).records if c.record.id == "bridge-closed"]
    assert found.verdict is not None
    assert found.verdict.cause == "both"


def test_a_scale_of_editors_is_no_cause() -> None:
    """Where the scale has no rules, editors set the verdict, and nothing carries another."""
    lines = tiny(SCALE).splitlines(keepends=True)
    bare = {SCALE: "".join(line for line in lines if not line.startswith("  when:"))}
    [change] = meant(bare | edits(VERDICT), bare).records
    assert change.verdict is not None
    assert (change.verdict.cause, change.carries) == ("editors", None)


def test_what_a_claim_rests_on_is_named() -> None:
    """A claim whose record did not change names the record that changed its figures."""
    source, *effects = sorted(meant(edits(TIE)).records, key=lambda change: not change.own)
    assert [(change.record.id, change.own) for change in (source, *effects)] == [
        ("hill-radio-notes", True),
        ("bridge-closed", False),
        ("forty-cross-it", False),
    ]
    assert [named.id for named in source.bears_on] == ["bridge-closed", "forty-cross-it"]
    assert {change.because for change in effects} == {(source.record,)}


def test_every_figure_is_compared() -> None:
    """Whatever the figures of a claim count, a change of it is told, once."""
    state, _ = states({}, {})
    claim = state.records.claims["bridge-closed"]
    names = [one.name for one in fields(Figures) if not one.name.endswith("_origins")]
    counts: list[dict[str, Any]] = [dict.fromkeys(names, n) for n in (1, 2)]
    old, new = (Weighed(claim, Figures(**each), state.records, {}) for each in counts)
    found = [(one.figure, one.old, one.new) for one in figure_changes(old, new)]
    assert sorted(found) == sorted((name.rstrip("_"), 1, 2) for name in names)


def test_a_revision_breaks_the_silence() -> None:
    """A protected field that a new revision names is not silent; one that may change is not."""
    shorter = (CLOSED, "bottom_line: Two newsrooms saw", "bottom_line: Both newsrooms saw")
    [quiet] = meant(edits(shorter)).records
    assert (quiet.silent, quiet.revisions) == (("bottom_line",), ())
    entry = "{date: 2024-03-20, kind: wording, reason: Said better., was: {bottom_line: x}}"
    [told] = meant({CLOSED: f"{edits(shorter)[CLOSED]}revisions:\n  - {entry}\n"}).records
    assert (told.silent, told.revisions) == (
        (),
        (Told("wording", "Said better.", ("bottom_line",)),),
    )
    [free] = meant(edits((CLOSED, "short: The footbridge was closed", "short: Closed"))).records
    assert (free.silent, [field.field for field in free.fields]) == ((), ["short"])


def test_a_source_unread_before_is_still_to_be_repeated() -> None:
    """Where the record of a source could not be read before, its seal counts as perhaps changed."""
    torn = edits(("data/sources/bridge-digest.yml", "kind: copy", "kind: copied"))
    [seal] = meant({}, torn).seals
    assert (seal.what, seal.source.id) == ("unknown", "bridge-digest")
    assert seal.repeat == "factcheck seal --verify bridge-digest FILE"
    assert meant(torn, {}).seals == ()


def test_a_file_unread_in_both_states_is_compared_as_typed() -> None:
    """Of a file that neither state reads the keys that differ are known; of a torn one none."""
    path = "data/people/ada-thorn.yml"
    was = edits((path, "name: Ada Thorn", "called: Ada Thorn"))
    now = {path: was[path].replace("Mayor of", "Mayoress of")}
    office = FieldChange("office", ("Mayor of Quillbeck",), ("Mayoress of Quillbeck",))
    assert {(one.when, one.typed) for one in meant(now, was).unread} == {
        ("before", (office,)),
        ("now", (office,)),
    }
    assert [one.typed for one in meant(was, was).unread] == [(), ()]
    assert [one.typed for one in meant({path: 'name: "Ada'}, was).unread] == [None, None]


def test_a_page_that_is_no_text_is_compared_all_the_same() -> None:
    """Bytes of a hand-written page that are no UTF-8 stand in it by their numbers."""
    [page] = meant({"docs/index.md": b"caf\xe9"}, {"docs/index.md": b"caf\xc3\xa9"}).pages
    assert (page.what, page.text) == ("changed", FieldChange("text", ("café",), ("caf\\xe9",)))
