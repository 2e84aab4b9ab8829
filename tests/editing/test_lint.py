"""The lint as a whole: waivers, other languages, records at fault, and what it costs."""

import time
from pathlib import Path

import pytest

from generator.editing import lint
from generator.evidence.archive import verify
from generator.findings import RULES
from generator.records.reading import read
from generator.records.tree import WorkTree
from tests.bench import thousand
from tests.editing.pieces import SITE, SOLD, TORN, changed, codes, found
from tests.specimens import ROOT, check, edited

TWO = changed(TORN, "claim", "It is to be torn down, but not today.")
ROOM = sorted(
    code for code, one in RULES.items() if one.check.__module__.startswith("generator.editing.")
)


def waiving(text: str, *codes: str) -> dict[str, str]:
    """Return the change of a claim with its warnings of these codes waived."""
    listed = ", ".join(f"{{code: {code}, because: So it was said.}}" for code in codes)
    return {TORN: text.replace("published:", f"waives: [{listed}]\npublished:")}


def test_a_waiver_silences_its_code_in_its_record() -> None:
    """A waived warning is gone, in that record alone."""
    assert codes(TWO) == ["W715"]
    assert codes(waiving(TWO[TORN], "W715")) == []
    other = edited(SOLD, "is to be sold to a circus.\nclaimant", "is sold, but cheaply.\nclaimant")
    assert codes(waiving(TWO[TORN], "W715"), other) == ["W715"]


def test_a_waiver_silences_nothing_else() -> None:
    """Other warnings stay, and a waiver that nothing needs is one itself."""
    both = TWO[TORN].replace("It is", "Zanzini’s bridge, so Frost, is")
    assert codes({TORN: both}) == ["W715", "W716"]
    assert codes(waiving(both, "W715")) == ["W716"]
    assert codes(waiving(both, "W715", "W716")) == []
    assert codes(waiving(both, "W715", "W716", "W717")) == ["W727"]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("W712", "W712 does not stand here, so there is nothing to waive"),
        ("W702", "W702 cannot be waived"),
        ("W727", "W727 cannot be waived"),
        ("W703", "W703 cannot be waived"),
        ("W799", "there is no warning W799"),
    ],
)
def test_waivers_that_silence_nothing(code: str, why: str) -> None:
    """A waiver says why it silences nothing."""
    text = edited(TORN, "verdict: overstated", "verdict: overstated")[TORN]
    assert found(waiving(text, code)) == [("W727", why)]


def test_a_loaded_word_may_be_waived() -> None:
    """Rules that look at all records together are waived like the others."""
    loaded = edited(SITE, "as_of:", "loaded_words: [alone]\nas_of:")
    text = edited(TORN, "verdict: overstated", "verdict: overstated")[TORN]
    assert codes(loaded) == ["W724"]
    assert codes(loaded, waiving(text, "W724")) == []


def test_a_claim_at_fault_is_not_asked_for_its_waivers() -> None:
    """Where a claim could not be verified, a waiver may yet be needed."""
    text = edited(TORN, "passage: Quillbeck bridge", "passage: Quilbeck bridge")[TORN]
    assert codes(waiving(text, "W719")) == ["E301"]


def test_another_language() -> None:
    """On a site in another language only what needs no English is looked at."""
    german = edited(SITE, "language: en", "language: de")
    assert codes(german, TWO) == []
    line = "Eins; zwei; drei."
    assert codes(german, changed(TORN, "bottom_line", line)) == ["W710"]


def test_a_site_record_at_fault_is_one_finding() -> None:
    """Without the glossary no name is unknown, and without the language no word is English."""
    assert codes(edited(SITE, "language: en", "language: English"), TWO) == ["E214"]


def test_warnings_are_in_nobodys_way() -> None:
    """A record that an editor would mend has its page all the same."""
    assert check(TWO).archive is not None


def test_every_rule_of_the_room_is_a_warning() -> None:
    """The room warns; what is hard and needs no editor is an error of evidence."""
    assert [code for code in ROOM if not code.startswith("W7")] == []
    assert len(ROOM) == 21


@pytest.mark.slow
def test_a_thousand_claims_are_quick(tmp_path: Path) -> None:
    """The lint of a thousand claims takes a fraction of what reading and verifying them takes."""
    thousand.write(tmp_path / "many", 1_000, ROOT)
    start = time.perf_counter()
    records = read(WorkTree(tmp_path / "many"))
    verified = verify(records)
    read_and_verified = time.perf_counter() - start
    start = time.perf_counter()
    assert list(lint.findings(records, verified)) == []
    assert time.perf_counter() - start < read_and_verified / 2
