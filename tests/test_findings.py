"""Findings are values; each rule explains itself by an example it finds and one it lets be."""

import re

import pytest

import generator.pipeline  # noqa: F401  registers every rule
from generator.findings import RULES, Facts, Finding, Place, did_you_mean, rule, suggest
from generator.records.yamldoc import parse
from tests.specimens import tiny

READING = sorted(
    code
    for code, made in RULES.items()
    if re.search(r"\.(yaml|file)faults$", made.check.__module__)
)


def examples(code: str) -> tuple[str, str]:
    """Return the bad and the good example of a rule, as they would stand in a file."""
    _, bad, good = re.split(r"\n(?:Bad|Good):\n", RULES[code].explanation)
    typed = {"<tab>": "\t", "<byte-order mark>": "\ufeff", "<right-to-left override>": "\u202e"}
    found = []
    for text in (bad, good):
        text = re.sub(r"(?m)^ {4}", "", text)
        for name, character in typed.items():
            text = text.replace(name, character)
        found.append(f"{text}\n")
    return found[0], found[1]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explains_itself(code: str) -> None:
    """A rule's explanation is one sentence or two, then a bad example, then a good one."""
    head, bad, good = re.split(r"\n(?:Bad|Good):\n", RULES[code].explanation)
    assert head.strip().endswith(".")
    assert bad.strip()
    assert good.strip()
    assert bad != good
    assert all(len(line) <= 100 for line in RULES[code].explanation.splitlines())


@pytest.mark.parametrize("code", READING)
def test_the_examples_of_reading_are_true(code: str) -> None:
    """What a rule of reading calls bad it finds, and what it calls good has no finding."""
    bad, good = examples(code)
    if code in ("E109", "E112"):  # an encoding and a size are told, not shown
        assert bad.startswith("a file ")
        return
    assert [finding.code for finding in parse("x", bad.encode()).findings] == [code]
    assert parse("x", good.encode()).findings == [] or good.startswith("# ")


def test_a_good_case_passes() -> None:
    """A record without a slip has no finding at all."""
    doc = parse("data/claims/bridge-closed.yml", tiny("data/claims/bridge-closed.yml").encode())
    assert doc.findings == []
    assert doc.value is not None


def test_codes_are_in_their_groups() -> None:
    """Errors have codes of six groups, by the room that finds them, and warnings begin with W7."""
    rooms = {"1": "records", "2": "records", "3": "evidence", "4": "evidence", "5": "evidence"}
    for code, made in RULES.items():
        room = made.check.__module__.split(".")[1]
        assert code[0] in "EW"
        if code[1] in rooms and room in ("records", "evidence") and code != "E205":
            assert room == rooms[code[1]], code


def test_a_finding_is_an_error_or_a_warning() -> None:
    """The first letter of a code says how grave it is."""
    assert Finding("E101", Place("x"), "").severity == "error"
    assert Finding("W701", Place("x"), "").severity == "warning"


def test_places_are_in_order_of_the_text() -> None:
    """Places come by path, line and column; the line's text plays no part."""
    places = [Place("a", 2, 1), Place("a", 1, 9, "z"), Place("b"), Place("a", 1, 9, "a")]
    assert [(p.path, p.line, p.column) for p in sorted(places)] == [
        ("a", 1, 9),
        ("a", 1, 9),
        ("a", 2, 1),
        ("b", 1, 1),
    ]
    assert Place("a", 1, 1, "x") == Place("a", 1, 1, "y")


@pytest.mark.parametrize("code", ["E701", "W101", "E1", "e101", "E1011", "E101"])
def test_a_code_is_free_and_of_its_form(code: str) -> None:
    """A rule cannot be registered under a code of another form, or one that is taken."""

    def check() -> Facts:
        """Something is as it should be.

        Bad:
            this
        Good:
            that
        """
        yield Place("x"), "this", "that"

    before = dict(RULES)
    with pytest.raises(ValueError, match="is no free code"):
        rule(code)(check)
    assert before == RULES


@pytest.mark.parametrize("doc", [None, "A rule.", "A rule.\n\n    Bad:\n        this\n    "])
def test_a_rule_without_examples_is_refused(doc: str | None) -> None:
    """A rule that does not explain itself cannot be registered."""

    def check() -> Facts:
        yield Place("x"), "this", "that"

    check.__doc__ = doc
    with pytest.raises(ValueError, match="examples"):
        rule("E699")(check)
    assert "E699" not in RULES


@pytest.mark.parametrize(
    ("word", "options", "expected"),
    [
        ("claimnt", ["claim", "claimant", "kind"], "claimant"),
        ("Said", ["said", "fact"], "said"),
        ("bottom-line", ["bottom_line", "topics"], "bottom_line"),
        ("zelensky", ["zelenskyy", "trump"], "zelenskyy"),
        ("mostly true", ["unsupported", "contested"], None),
        ("x", ["kind"], None),
        ("", ["kind"], None),
        ("kind", [], None),
    ],
)
def test_a_near_word_is_suggested(word: str, options: list[str], expected: str | None) -> None:
    """What was probably meant is suggested, and nothing where nothing is near."""
    assert suggest(word, options) == expected


def test_a_hint_asks_or_says_otherwise() -> None:
    """The hint asks whether a near word was meant, and else says what to do."""
    assert did_you_mean("kimd", ["kind"]) == "did you mean 'kind'?"
    assert did_you_mean("other", ["kind"], "write kind") == "write kind"
    assert did_you_mean("other", ["kind"]) == ""
