"""Findings as text, as annotations for GitHub and as JSON: complete, exact, and inert."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Finding, Place
from generator.publish import reports

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "::error file=x::y",
    "  ::add-mask::x",
    "##[error]x",
    "a ##[add-matcher]x",
    "a%0A::error::x",
    "a\r\n::stop-commands::x",
    "a\n  ::error::x",
    "\u202eevil",
    "\x9b31m",
    "a\u2028::error::x",
    "a\x08\x08b",
]
ERROR = Finding("E201", Place("data/x.yml", 3, 5, "    qoute: a"), "unknown key 'qoute'", "quote?")
WARNING = Finding("W701", Place("data/y.yml", 1, 1, "title: a"), "no schema", "begin with it")
WHOLE = Finding("E113", Place("data/z.yml"), "the file is empty")


def finding(text: str) -> Finding:
    """Return a finding that has a text everywhere where a contributor's could be."""
    return Finding("E201", Place(f"data/{text}.yml", 2, 3, text), text, text)


def lines(report: str) -> list[str]:
    """Return the lines of a report as a terminal or a build log cuts them."""
    return re.split(r"\r\n|[\n\r]", report)


def test_the_text_report() -> None:
    """Each finding has its place, its line with a caret and its hint; then it is counted."""
    assert reports.text([ERROR, WARNING, WHOLE], 7) == (
        "data/x.yml:3:5: error E201: unknown key 'qoute'\n"
        "    |     qoute: a\n"
        "    |     ^\n"
        "    hint: quote?\n"
        "data/y.yml:1:1: warning W701: no schema\n"
        "    | title: a\n"
        "    | ^\n"
        "    hint: begin with it\n"
        "data/z.yml:1:1: error E113: the file is empty\n"
        "2 errors, 1 warning in 3 files; 7 claims checked\n"
    )


@pytest.mark.parametrize(
    ("findings", "claims", "last"),
    [
        ([], 0, "0 claims checked, nothing found"),
        ([], 1, "1 claim checked, nothing found"),
        ([ERROR], 2, "1 error, 0 warnings in 1 file; 2 claims checked"),
        ([ERROR, ERROR], 2, "2 errors, 0 warnings in 1 file; 2 claims checked"),
        ([WARNING], 2, "0 errors, 1 warning in 1 file; 2 claims checked"),
    ],
)
def test_the_count(findings: list[Finding], claims: int, last: str) -> None:
    """The last line counts in words that fit the numbers, in text and for GitHub."""
    for form in (reports.text, reports.github):
        assert form(findings, claims).splitlines()[-1] == last


def test_what_waits_is_listed_and_not_without_end() -> None:
    """Records that were not checked to the end are named, the first ten of them."""
    paths = [f"data/claims/claim-{number}.yml" for number in range(12)]
    report = reports.text([WHOLE], 12, paths[:2])
    assert "mended:\n  data/claims/claim-0.yml\n  data/claims/claim-1.yml\n1 error" in report
    report = reports.text([WHOLE], 12, paths)
    assert "  data/claims/claim-9.yml\n  and 2 more\n1 error" in report
    assert "claim-10" not in report


@pytest.mark.parametrize(
    ("text", "column", "before"),
    [
        ("abc", 3, "  "),
        ("\tabc", 2, " "),
        ("中文字", 3, "    "),
        ("e\u0301e\u0301x", 5, "  "),
        ("a\u202eb", 3, " " * 7),
        ("abc", 4, "   "),
    ],
)
def test_the_caret_stands_below_its_character(text: str, column: int, before: str) -> None:
    """The caret stands below the character at fault, as wide as a terminal shows what precedes."""
    report = reports.text([Finding("E114", Place("x", 1, column, text), "here")], 1)
    assert report.splitlines()[2] == f"    | {before}^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    """Of a line of any length a screenful is shown, with the character at fault in it."""
    text = "a" * 5000 + "!" + "b" * 5000
    shown, caret = reports.text(
        [Finding("E114", Place("x", 1, 5001, text), "here")], 1
    ).splitlines()[1:3]
    assert len(shown) < 170
    assert shown[caret.index("^")] == "!"


def test_the_github_report() -> None:
    """Each finding is one workflow command with file, line, column and code; then the count."""
    assert reports.github([ERROR, WARNING], 7) == (
        "::error file=data/x.yml,line=3,col=5,title=E201::unknown key 'qoute' — quote?\n"
        "::warning file=data/y.yml,line=1,col=1,title=W701::no schema — begin with it\n"
        "1 error, 1 warning in 2 files; 7 claims checked\n"
    )


def test_github_gets_its_codes() -> None:
    """Per cent, line breaks, colons and commas are written as GitHub reads them back."""
    odd = Finding("E201", Place("data/a:b,c%.yml", 1, 1), "50% of\nit: a, b")
    assert reports.github([odd], 1).splitlines()[0] == (
        "::error file=data/a%3Ab%2Cc%25.yml,line=1,col=1,title=E201::50%25 of%0Ait: a, b"
    )


def test_the_json_report() -> None:
    """JSON has the number of claims, and seven fields a finding, and nothing else."""
    assert json.loads(reports.as_json([ERROR, WHOLE], 7, ["data/z.yml"])) == {
        "claims": 7,
        "findings": [
            {
                "code": "E201",
                "severity": "error",
                "path": "data/x.yml",
                "line": 3,
                "column": 5,
                "message": "unknown key 'qoute'",
                "hint": "quote?",
            },
            {
                "code": "E113",
                "severity": "error",
                "path": "data/z.yml",
                "line": 1,
                "column": 1,
                "message": "the file is empty",
                "hint": "",
            },
        ],
    }
    assert json.loads(reports.as_json([], 0)) == {"claims": 0, "findings": []}


def obeyed(line: str) -> str:
    """Return the workflow command that GitHub's runner would take a line for, if any.

    Source: ActionCommand.cs of the runner: `::` first, behind white space; else `##[` anywhere.
    """
    if line.lstrip().startswith("::"):
        found = re.match(r"::([^ :]+)[^:]*::", line.lstrip())
        return found.group(1) if found else ""
    found = re.search(r"##\[([^ \]]+)", line)
    return found.group(1) if found else ""


def sent(report: str) -> set[str]:
    """Return the characters of a report that a terminal does not show but obeys."""
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return {c for c in report if unicodedata.category(c) in unseen and c != "\n"}


@pytest.mark.parametrize("text", HOSTILE)
def test_reports_are_inert(text: str) -> None:
    """Whatever a record holds, no report steers a terminal or gives a command but its own."""
    waiting = [f"data/{text}.yml"]
    for form in (reports.text, reports.github, reports.as_json):
        report = form([finding(text)], 1, waiting)
        assert sent(report) == set()
        own = ["error"] if form is reports.github else []
        assert [name for line in lines(report) if (name := obeyed(line))] == own
        report.encode()


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="a:#[]% ,\n\r\x1b\u2028\ud800=|<", max_size=30))
def test_reports_are_inert_for_any_text(text: str) -> None:
    """No text makes a report give commands, and JSON gives back what went in."""
    for form in (reports.text, reports.github):
        report = form([finding(text)], 1, [f"data/{text}.yml"])
        report.encode()
        assert sent(report) == set()
        own = ["error"] if form is reports.github else []
        assert [name for line in lines(report) if (name := obeyed(line))] == own
    (back,) = json.loads(reports.as_json([finding(text)], 1))["findings"]
    assert back["message"] == text


def test_visible_leaves_plain_text_alone() -> None:
    """Text of any script passes, and what cannot be seen is shown by its number."""
    assert reports.visible("Міст “über” 😀") == "Міст “über” 😀"
    assert reports.visible("a\x1b[0m\nb") == "a\\u001b[0m\\u000ab"
    assert reports.visible("a\nb\x07", keep="\n") == "a\nb\\u0007"


def test_an_explanation_has_rule_and_examples() -> None:
    """What `explain` prints begins with the code and holds both examples."""
    report = reports.explanation("E102")
    assert report.startswith("E102: Indentation is made of plain spaces")
    assert "\nBad:\n" in report
    assert "\nGood:\n" in report
    with pytest.raises(KeyError):
        reports.explanation("E000")
