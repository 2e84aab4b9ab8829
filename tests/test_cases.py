"""Every case under tests/cases: one slip, one finding, in the words that stand in the file."""

import os
import re

import pytest

import generator.pipeline  # noqa: F401  registers every rule
from generator.findings import RULES
from tests.specimens import Case, cases, check, report

CASES = cases()
OURS = ("generator.records.", "generator.evidence.", "generator.editing.", "generator.changes.")

OTHER_BASE = {"E607"}  # tests/changes has it, with a base that cannot be read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_one_slip_is_one_finding(case: Case) -> None:
    """A case has one finding, of the code in its name, and its report is the one in its file."""
    found = case.check()
    if os.environ.get("UPDATE_CASES"):
        case.rewrite(found)
    else:
        assert report(found) == case.expected
    assert [finding.code for finding in found.findings] == [case.code]


def test_a_case_is_one_sentence() -> None:
    """Each case says in one sentence what its slip is."""
    for case in CASES:
        assert case.sentence.endswith("."), case.path.name
        assert "\n" not in case.sentence, case.path.name


def test_every_code_has_a_case() -> None:
    """Each rule of a record has at least one case, but for those whose base is another archive."""
    codes = {code for code, rule in RULES.items() if rule.check.__module__.startswith(OURS)}
    assert {case.code for case in CASES} == codes - OTHER_BASE


def test_reports_are_in_plain_words() -> None:
    """No case's report is without a hint, and none has a word that only programmers know."""
    for case in CASES:
        assert "    hint: " in case.expected, case.path.name
        found = re.findall(r"\b(scalar|token|mapping|sequence|parse|None|dict)\b", case.expected)
        assert found == [], case.path.name


def test_the_archive_behind_the_cases_is_clean() -> None:
    """Without its slip, the tiny archive has no finding, not even a warning, and an archive."""
    checked = check({})
    assert checked.findings == []
    assert checked.skipped == []
    assert checked.archive is not None
    assert checked.claims == len(checked.archive.claims)
