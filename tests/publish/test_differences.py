"""What is said of a change: every case under tests/differences, word for word, and inert."""

import json
import os
import re
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes.change import Meaning, PageChange, RecordChange, Told, Unread
from generator.changes.fields import FieldChange, field_change
from generator.changes.quotations import QuotationChange
from generator.changes.seals import SealChange
from generator.changes.titles import Named
from generator.changes.weighing import FigureChange, Judged, OriginsChange, VerdictChange
from generator.changes.wording import Rewording, reword
from generator.publish import differences
from generator.publish.differences.entries import KINDS
from generator.publish.differences.sections import _ORDER, sections
from tests.changes.differing import Case, cases
from tests.test_reports import HOSTILE as REPORTED
from tests.test_reports import lines, obeyed, sent

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_what_a_change_means(case: Case) -> None:
    """The text report of a change is the one in its file."""
    report = differences.text(case.meaning())
    if os.environ.get("UPDATE_CASES"):
        case.rewrite(report)
    else:
        assert report == case.expected


def test_there_is_a_case_for_every_section() -> None:
    """Among the cases every section has an entry, and each stands in the one order."""
    order = [*_ORDER]
    found = [[section.heading for section in sections(case.meaning())] for case in CASES]
    assert {heading for headings in found for heading in headings} == set(order)
    for headings in found:
        assert headings == sorted(headings, key=order.index)


def test_markdown() -> None:
    """Markdown has a heading a section, nested lists, words of theirs as code, changes marked."""
    [case] = [case for case in CASES if case.path.stem == "person-and-topic"]
    assert differences.markdown(case.meaning()) == (
        "**For readers: two records changed.**\n"
        "\n"
        "#### Other words and facts\n"
        "\n"
        "- person `Ada Thorn` (`ada-thorn`): office changed; no revision says so\n"
        "  - office: `Mayor of Quillbeck` → `Mayor of Quillbeck and ferrywoman`\n"
        "  - no revision tells readers of: office\n"
        "- topic `Counting` (`counting`): introduction changed\n"
        "  - introduction changed by four words:\n"
        "    - `How many people cross the bridge` **`on a school day`**`, and who counted them.`\n"
    )
    assert differences.markdown(Meaning()) == "**Nothing changes for readers.**\n"


def test_json() -> None:
    """JSON has the sentence for readers and every value, by the names of the classes."""
    [case] = [case for case in CASES if case.path.stem == "words-of-ours"]
    assert json.loads(differences.as_json(Meaning())) == {
        "summary": "Nothing changes for readers.",
        "records": [],
        "seals": [],
        "site": [],
        "scale": None,
        "pages": [],
        "unread": [],
    }
    value = json.loads(differences.as_json(case.meaning()))
    [record] = value["records"]
    assert record["record"] == {
        "kind": "claims",
        "id": "bridge-closed",
        "title": "The footbridge was closed",
    }
    assert record["fields"][0] == {
        "field": "bottom_line",
        "removed": [],
        "added": [],
        "reworded": [
            {
                "words": 1,
                "steps": [
                    ["same", "Two newsrooms saw it for themselves; "],
                    ["out", "three "],
                    ["in", "two "],
                    ["same", "more documents repeat what one of them wrote."],
                ],
            }
        ],
        "reordered": False,
    }


def test_json_names_figures_for_readers() -> None:
    """A figure has its name in the scale and the one that the pages give it."""
    [case] = [case for case in CASES if case.path.stem == "tie-inferred"]
    records = json.loads(differences.as_json(case.meaning()))["records"]
    [closed] = [one for one in records if one["record"]["id"] == "bridge-closed"]
    assert closed["figures"][0] == {
        "figure": "for",
        "old": 2,
        "new": 1,
        "words": "independent origins in support",
    }


def test_json_has_the_keys_it_documents() -> None:
    """Every key of a change, a seal and a field is named in the docstring of the report."""
    told = differences.as_json.__doc__ or ""
    for kind in (RecordChange, SealChange, FieldChange, PageChange, Unread, Rewording, Meaning):
        for field in fields(kind):
            assert re.search(rf"\b{field.name}\b", told), (kind.__name__, field.name)


HOSTILE = [
    *REPORTED,
    "<script>alert(1)</script>",
    "<!-- not here",
    "::error file=x::XX",
    "a\n\n## A heading\n\n- ::error::XX",
    "a | b |\n|---|---|",
    "`XX` ``XX`` ```XX",
    "```\n</details>",
    "@somebody and org/repository#77 and #77 and GH-77",
    "0ecb781ba1944caf60d7fc2de6df52760e27bbbb",
    "[x](javascript:alert(1)) ![x](https://x.example) <https://x.example>",
    "https://x.example www.x.example",
    "\u202eevil\u202c \u2066x\u2069",
    "~~XX~~ **XX** [-XX-] {+XX+} “XX” → XX",
    "x" * 20_000,
    "\\` \\",
    "$`XX`$ &lt;b&gt; &#64;XX",
]


def everywhere(text: str) -> Meaning:
    """Return a change that has a text everywhere where a contributor's could be."""
    named = Named("claims", text, text)
    texts = FieldChange("why", (text,), (text, f"x {text}"), (reword(f"a {text}", f"{text} b c"),))
    alone = FieldChange("why", (text,), (f"{text} x",))
    quotation = QuotationChange("changed", named, "states", "passage", text, texts.reworded[0])
    quotes = tuple(
        replace(quotation, what=what, fields=(texts,)) for what in ("added", "removed", "changed")
    )
    judged = Judged(text, text, "")
    change = RecordChange(
        named,
        ("renamed", "published"),
        text,
        verdict=VerdictChange(judged, judged, "no rule"),
        carries=judged,
        origins=(OriginsChange("for", (named,), (named,)),),
        quotations=quotes,
        quoted=(named,),
        fields=(texts, alone),
        revisions=(Told("update", text, ("why",)),),
        bears_on=(named,) * 12,
        because=(named,) * 12,
    )
    short = replace(change, bears_on=(), because=(), quotations=())
    return Meaning(
        (
            change,
            replace(change, own=False, figures=(FigureChange("documents", 1, 2),)),
            replace(change, own=False, unknown=("now",)),
            replace(change, events=("merged",)),
            *(replace(short, record=replace(named, kind=kind)) for kind in KINDS),
        ),
        (SealChange("changed", named, 2, 1, (alone,), f"factcheck seal --verify {text} FILE"),),
        (texts, alone),
        alone,
        tuple(
            PageChange(f"docs/{text}.md", what, replace(one, field="text"))
            for what, one in (("added", alone), ("changed", texts))
        ),
        (
            Unread(f"data/{text}.yml", "now"),
            Unread(
                f"data/{text}.yml",
                "before",
                (
                    *(replace(one, field=text) for one in (texts, alone)),
                    *(replace(alone, field=key) for key in ("stance", "family", "document")),
                ),
            ),
        ),
    )


def outside(line: str) -> str:
    """Return a line of Markdown without its code spans, as CommonMark finds them.

    Source: CommonMark 0.31, 6.1: a run of backticks ends at the next run of the same length.
    """
    return re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", line)


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_reports_are_inert(text: str) -> None:
    """Whatever contributors wrote, no report steers a terminal or gives a command."""
    for form in differences.FORMATS.values():
        report = form(everywhere(text))
        assert sent(report) == set()
        assert [line for line in lines(report) if obeyed(line)] == []
        report.encode()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_keeps_its_lines(text: str) -> None:
    """In the text report every line of an entry is indented and begins with a word of ours."""
    first, *rest = lines(differences.text(everywhere(text)))
    assert first.startswith("For readers: ")
    for line in rest:
        own = re.fullmatch(r"(?:  )+(?:\| .+|[a-z‑-]+\b.+)", line)
        assert not line or line in _ORDER or own, line


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_markdown_is_code_all_through(text: str) -> None:
    """Outside of code spans Markdown holds words of ours alone, without any other mark."""
    for line in lines(differences.markdown(everywhere(text))):
        left = outside(line).replace("[…]", "")
        assert re.fullmatch(r"(?:(?:  ){0,2}- )?(?:[*~]{2}|#### )?[\w ,;:.()→…’*~-]*", left), left
        assert not re.search(r"XX|evil|alert|xxx|example|77", left), left


def test_our_marks_make_no_command_of_their_words() -> None:
    """Where a word that changed stands right behind `##`, our bracket makes no command of both."""
    site = (field_change("policies", "one two three ##error", "one two three ##warning"),)
    report = differences.text(Meaning(site=site))
    assert "    | one two three ##\\u005b-error-]{+warning+}\n" in report


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.text(alphabet="a`\n\r:#[]|<>@*_~\\\u2028\u202e\ud800", min_size=1, max_size=12))
def test_reports_are_inert_for_any_text(text: str) -> None:
    """No text breaks out of a report, and JSON gives back what went in."""
    meaning = everywhere(text)
    for form in differences.FORMATS.values():
        report = form(meaning)
        assert sent(report) == set()
        assert [line for line in lines(report) if obeyed(line)] == []
        report.encode()
    for line in lines(differences.markdown(meaning)):
        assert re.fullmatch(r"[\w ,;:.()→…’*~#-]*", outside(line)), line
    assert json.loads(differences.as_json(meaning))["records"][0]["record"]["id"] == text


@pytest.mark.slow
def test_markdown_fits_a_summary() -> None:
    """What does not fit into a summary of GitHub's is counted, section by section."""
    [one, *_] = everywhere("word " * 1_000).records
    last = replace(one, record=Named("topics", "last", "Last"), events=(), verdict=None)
    seal = SealChange("added", one.record, 2, 0, (), "factcheck seal --verify x FILE")
    effect, other = replace(one, own=False), replace(last, quotations=())
    report = differences.markdown(Meaning((*(one, effect) * 300, other), (seal,)))
    assert len(report.encode()) < 950_000
    _, sealed, renamed, rest = report.split("\n#### ")[1:]
    assert "`factcheck seal --verify x FILE`" in sealed
    assert rest.startswith("Other words and facts\n\n- topic `Last`")
    assert renamed.endswith(
        f"\n- {300 - renamed.count('- claim `word')} more changes left out for want of room; "
        "`factcheck diff --format text` shows them.\n"
    )


def test_long_words_are_cut_and_counted() -> None:
    """Of a very long text the beginning is shown, and how much more there is; JSON has it all."""
    site = (FieldChange("licence", ("x" * 20_000,), ("y",)),)
    for form in (differences.text, differences.markdown):
        assert f"{'x' * 1200} […and 18,800 more characters]" in form(Meaning(site=site))
        assert "x" * 1201 not in form(Meaning(site=site))
    assert "x" * 20_000 in differences.as_json(Meaning(site=site))


@pytest.mark.slow
def test_a_long_page_is_cut_and_counted() -> None:
    """Of a long page the beginning is shown, or as much of its changes, and JSON has it all."""
    was, now = ("".join(f"{word} {n} same " for n in range(9_000)) for word in ("was", "now"))
    added = PageChange("docs/new.md", "added", field_change("text", None, now))
    edited = PageChange("docs/old.md", "changed", field_change("text", was, now))
    report = differences.text(Meaning(pages=(added, edited)))
    lengths = [len(line) for line in lines(report)]
    assert max(lengths) < 9_000
    assert f"    text: “{now[:1200]} […and {len(now.strip()) - 1200:,} more characters]”" in report
    assert "| [-was-] {+now+} 0 same [-was-] {+now+} 1 same " in report
    assert now in differences.as_json(Meaning(pages=(added,)))


def test_a_text_of_several_lines_is_one_line() -> None:
    """Line breaks of a contributor's are spaces where a change is shown, and stay in JSON."""
    meaning = Meaning(site=(FieldChange("policies", (), ("One.\n\nTwo.\n",)),))
    assert "  policies: added “One. Two.”\n" in differences.text(meaning)
    assert "- policies: added `One. Two.`\n" in differences.markdown(meaning)
    assert json.loads(differences.as_json(meaning))["site"][0]["added"] == ["One.\n\nTwo.\n"]
