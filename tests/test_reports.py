"""Findings as text, as annotations and a table for GitHub, as JSON: complete, exact, inert."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline  # noqa: F401  it brings all rules
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


def many(code: str, count: int, path: str = "data/x{}.yml") -> list[Finding]:
    """Return findings of one code, each in a file of its own."""
    return [Finding(code, Place(path.format(n)), f"number {n}") for n in range(count)]


def test_ten_annotations_of_a_kind() -> None:
    """Of each kind ten are told, and the tenth says how many more there are and where."""
    findings = many("E201", 12) + many("W701", 11, "data/y{}.yml") + many("E202", 1, "data/z.yml")
    *told, count = reports.github(findings, 7).splitlines()
    assert count == "13 errors, 11 warnings in 24 files; 7 claims checked"
    assert told == [
        *(
            f"::error file=data/x{n}.yml,line=1,col=1,title=E201::number {n}{rest}"
            for n, rest in zip(range(10), [""] * 9 + [MORE.format("3 more errors")], strict=True)
        ),
        *(
            f"::warning file=data/y{n}.yml,line=1,col=1,title=W701::number {n}{rest}"
            for n, rest in zip(range(10), [""] * 9 + [MORE.format("1 more warning")], strict=True)
        ),
    ]


MORE = "%0AThere are {}: the table in the summary of this run has all."


@pytest.mark.parametrize("count", [9, 10])
def test_ten_need_no_more(count: int) -> None:
    """Up to ten of a kind are told without a word on more."""
    report = reports.github(many("E201", count), 7)
    assert report.count("::error ") == count
    assert "more" not in report


def test_what_changed_comes_first_for_github() -> None:
    """Annotations and table begin with changed files, errors first; text and JSON stay by place."""
    findings = [
        Finding("W701", Place("data/a.yml"), "a"),
        Finding("E201", Place("data/b.yml"), "b"),
        Finding("W701", Place("data/c.yml"), "c"),
        Finding("E201", Place("data/d.yml"), "d"),
    ]
    for form, order in (
        (reports.github, "dcba"),
        (reports.markdown, "dcba"),
        (reports.text, "abcd"),
        (reports.as_json, "abcd"),
    ):
        report = form(findings, 1, (), {"data/c.yml", "data/d.yml"})
        assert re.findall(r"data/(\w)\.yml", report) == list(order)
    assert re.findall(r"data/(\w)\.yml", reports.markdown(findings, 1)) == list("bdac")


def test_the_table() -> None:
    """The table has the count, and place, code, what and hint of every finding."""
    assert reports.markdown([WARNING, ERROR, WHOLE], 7) == (
        "**2 errors, 1 warning in 3 files; 7 claims checked**\n"
        "\n"
        "| place | code | what | hint |\n"
        "|---|---|---|---|\n"
        "| `data/x.yml:3:5` | E201 | `unknown key 'qoute'` | `quote?` |\n"
        "| `data/z.yml:1:1` | E113 | `the file is empty` |  |\n"
        "| `data/y.yml:1:1` | W701 | `no schema` | `begin with it` |\n"
    )


def test_no_table_without_findings() -> None:
    """Where nothing is found the summary is one line."""
    assert reports.markdown([], 7) == "**7 claims checked, nothing found**\n"


def test_the_table_names_what_waits() -> None:
    """Records that were not checked to the end stand below the table, the first ten of them."""
    waiting = [f"data/claims/claim-{number}.yml" for number in range(12)]
    report = reports.markdown([WHOLE], 12, waiting)
    assert report.endswith(
        "\n\nNot checked to the end, until the above is mended:\n\n"
        + "".join(f"- `{path}`\n" for path in waiting[:10])
        + "- and 2 more\n"
    )


def test_the_table_fits_into_a_summary() -> None:
    """A table is cut at whole rows below GitHub's limit of 1 MiB, and says how many are missing."""
    long = "щ" * 3000
    findings = [Finding("E201", Place(f"data/{n}.yml"), long, long) for n in range(200)]
    waiting = [f"data/{'щ' * 200}/{number}.yml" * 5 for number in range(20)]
    report = reports.markdown(findings, 1, waiting)
    assert 900_000 < len(report.encode()) < 2**20
    rows = report.count("| E201 |")
    left = "{} more findings did not fit in here: `factcheck check` prints all."
    assert f" |\n\n{left.format(200 - rows)}\n" in report
    assert f"{'щ' * 2000} […and 1,000 more characters]` |" in report
    assert "щ" * 2001 not in report


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("plain", "`plain`"),
        ("a | b", "`a \\| b`"),
        ("a \\| b", "`a \\\\u007c b`"),
        ("a \\\\| b", "`a \\\\\\u007c b`"),
        ("| | |", "`\\| \\| \\|`"),
        ("say `x`", "`` say `x` ``"),
        ("``", "``` `` ```"),
        ("a\n\n# b", "`a # b`"),
        ("@octocat #1 <b> https://x.example", "`@octocat #1 <b> https://x.example`"),
        ("\u202e##[error]", "`\\u202e##\\u005berror]`"),
    ],
)
def test_a_cell_is_one_code_span(text: str, cell: str) -> None:
    """A text in a table is one code span on one line, from which it cannot get out."""
    assert reports.cell(text) == cell


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


def shown_outside_code(table: str) -> str:
    """Return what a table for GitHub holds outside its code spans, but for what is always there.

    Sources: CommonMark on code spans, which end at as many backticks as they began with; GFM on
    tables, in which a bar ends a cell even there, unless it stands behind a backslash.
    """
    assert "\\\\|" not in table  # readers differ over it
    found = ""
    for line in table.splitlines()[4:]:
        if line.startswith("| "):
            cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
            assert len(cells) == 4, line
            assert cells[1] == " E201 "
            spans = [cell.strip() for cell in (cells[0], *cells[2:])]
        else:
            spans = [line.removeprefix("- ")]
            if line in ("", "Not checked to the end, until the above is mended:"):
                continue
        for span in filter(None, spans):
            fence = re.match("`*", span)[0]  # type: ignore[index]
            inner = span.removeprefix(fence)
            closed = re.search(rf"(?<!`){fence}(?!`)", inner)
            found += inner[closed.end() :] if fence and closed else span
    return found


def sent(report: str) -> set[str]:
    """Return the characters of a report that a terminal does not show but obeys."""
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return {c for c in report if unicodedata.category(c) in unseen and c != "\n"}


@pytest.mark.parametrize("text", HOSTILE)
def test_reports_are_inert(text: str) -> None:
    """Whatever a record holds, no report steers a terminal or gives a command but its own."""
    waiting = [f"data/{text}.yml"]
    for form in reports.FORMATS.values():
        report = form([finding(text)], 1, waiting)
        assert sent(report) == set()
        own = ["error"] if form is reports.github else []
        assert [name for line in lines(report) if (name := obeyed(line))] == own
        report.encode()


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="a:#[]% ,\n\r\x1b\u2028\ud800=|<`\\@", max_size=30))
def test_reports_are_inert_for_any_text(text: str) -> None:
    """No text makes a report give commands, and JSON gives back what went in."""
    for form in (reports.text, reports.github, reports.markdown):
        report = form([finding(text)], 1, [f"data/{text}.yml"])
        report.encode()
        assert sent(report) == set()
        own = ["error"] if form is reports.github else []
        assert [name for line in lines(report) if (name := obeyed(line))] == own
    table = reports.markdown([finding(text)], 1, [f"data/{text}.yml"])
    assert shown_outside_code(table) == ""
    (back,) = json.loads(reports.as_json([finding(text)], 1))["findings"]
    assert back["message"] == text


def test_an_explanation_has_rule_and_examples() -> None:
    """What `explain` prints begins with the code and holds both examples."""
    report = reports.explanation("E102")
    assert report.startswith("E102: Indentation is made of plain spaces")
    assert "\nBad:\n" in report
    assert "\nGood:\n" in report
    with pytest.raises(KeyError):
        reports.explanation("E000")
