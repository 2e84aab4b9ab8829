"""What is told of the sources' pages, to people, to GitHub and to programs."""

import json
import re

import markdown
import pytest

from generator.evidence.watching import Cited, Outcome
from generator.publish.watched import MOST_CHARACTERS, Watch, as_json, line, summary
from generator.publish.watched import markdown as body

DAY = "2031-05-06"
CHANGED = Outcome(
    "changed",
    missing=(
        Cited("92e595e2", "“It was the goats that did it,” Mayor Thorn told the Courier."),
        Cited("ca7baeb6", "The bridge was built in 1950 by volunteers."),
    ),
    quoted=5,
)
FOUND = [
    Watch("bridge-digest", "https://digest.example.org/1", Outcome("same", quoted=2)),
    Watch("courier-report", "https://courier.example.org/footbridge", Outcome("gone", quoted=6)),
    Watch(
        "hill-radio-notes",
        "https://radio.example.org/notes/7",
        Outcome("moved", "https://radio.example.org/7", quoted=2),
    ),
    Watch(
        "quillbeck-today",
        "https://today.example.org/bridge-closed",
        Outcome("unread", reason="the server answers 503"),
    ),
    Watch("valley-post", "https://post.example.org/2024/bridge", CHANGED),
]
HOSTILE = (
    "@ada-thorn closes #7, GH-7 and 92e595e2 `` ` ```\n\n# <img src=x onerror=alert(1)>\r"
    "<!-- --> [a](https://b.example.org) www.b.example.org ::error::x ##[error]y \x1b[31m\u202e|"
)


def test_for_people() -> None:
    """Every source has a line, missing sentences stand below it, and the summary counts."""
    assert "".join(map(line, FOUND)) == (
        "bridge-digest: same\n"
        "courier-report: gone\n"
        "hill-radio-notes: moved to https://radio.example.org/7\n"
        "quillbeck-today: not read: the server answers 503\n"
        "valley-post: changed: 2 of 5 quoted sentences were not found there\n"
        "    92e595e2 “It was the goats that did it,” Mayor Thorn told the Courier.\n"
        "    ca7baeb6 The bridge was built in 1950 by volunteers.\n"
    )
    assert summary(FOUND, 2) == (
        "4 sources read: 1 same, 1 moved, 1 changed, 1 gone; 1 not read; 2 without an address"
    )


def test_nothing_to_read() -> None:
    """Without sources the summary says so."""
    assert summary([]) == "0 sources read: 0 same, 0 moved, 0 changed, 0 gone; 0 not read"


PERHAPS = "see whether the page asks for a log-in, consent or scripts"


@pytest.mark.parametrize(
    ("lost", "quoted", "told"),
    [
        (1, 3, "1 of 3 quoted sentences was not found there"),
        (3, 3, f"of 3 quoted sentences none was found there: {PERHAPS}"),
        (1, 1, f"the 1 quoted sentence was not found there: {PERHAPS}"),
    ],
)
def test_how_many_are_missing(lost: int, quoted: int, told: str) -> None:
    """It is told how many sentences were not found, and what it may mean when none was."""
    missing = tuple(Cited(f"{n:08}", "x") for n in range(lost))
    outcome = Outcome("changed", missing=missing, quoted=quoted)
    first, *_ = line(Watch("leaf", "https://x.example.org/", outcome)).splitlines()
    assert first == f"leaf: changed: {told}"


def test_for_an_issue() -> None:
    """The issue lists what people should look at, what matters most first."""
    assert (
        body(FOUND, DAY)
        == """\
Read on 2031-05-06. 4 sources read: 1 same, 1 moved, 1 changed, 1 gone; 1 not read.

## Changed: these quoted sentences were not found there

- `valley-post` `https://post.example.org/2024/bridge`: 2 of 5 quoted sentences were not found there
  - `92e595e2` `“It was the goats that did it,” Mayor Thorn told the Courier.`
  - `ca7baeb6` `The bridge was built in 1950 by volunteers.`

## Gone: the server has no page there, and the link should turn to an archived copy

- `courier-report` `https://courier.example.org/footbridge`

## Moved: the quoted sentences were found at a new address

- `hill-radio-notes` `https://radio.example.org/notes/7` → `https://radio.example.org/7`

## Not read, or not known again: nobody can say

- `quillbeck-today` `https://today.example.org/bridge-closed`: `the server answers 503`

Look at each page yourself. `factcheck watch --write` with the names of sources notes in their \
records what was found.
"""
    )


def test_an_issue_without_anything() -> None:
    """Where every page is the same the issue is one line."""
    told = "Read on 2031-05-06. 1 source read: 1 same, 0 moved, 0 changed, 0 gone; 0 not read.\n"
    assert body(FOUND[:1], DAY) == told


def hostile() -> list[Watch]:
    """Return one source of each status with hostile words wherever words can stand."""
    missing = (Cited("92e595e2", HOSTILE),)
    outcomes = [
        Outcome("changed", missing=missing, quoted=2),
        Outcome("gone"),
        Outcome("moved", HOSTILE),
        Outcome("unread", reason=HOSTILE),
    ]
    return [Watch(HOSTILE, HOSTILE, outcome) for outcome in outcomes]


def test_hostile_words_in_an_issue() -> None:
    """Words of records and of the web stand in code spans alone, each on its line."""
    made = body(hostile(), DAY)
    assert made.isprintable() or set(filter(lambda c: not c.isprintable(), made)) == {"\n"}
    assert "##[" not in made
    lines = made.splitlines()
    assert sum(line.startswith("- ") for line in lines) == 4
    html = markdown.markdown(made)
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    for word in ("ada-thorn", "#7", "92e5", "<img", "example.org", "error", "u001b", "<!--"):
        assert word in made
        assert word not in outside


def test_hostile_words_in_lines_and_json() -> None:
    """No line can steer a terminal or a build log."""
    for made in ("".join(map(line, hostile())), as_json(hostile(), DAY)):
        assert {char for char in made if not char.isprintable()} == {"\n"}
        assert "##[" not in made
        assert not any(line.lstrip().startswith("::") for line in made.splitlines())


def test_an_issue_fits() -> None:
    """However much was found, an issue stays below the limit and says how much it leaves out."""
    long = "The bridge is closed. " * 100
    outcome = Outcome("changed", missing=(Cited("92e595e2", long),) * 10, quoted=10)
    found = [Watch(f"leaf-{n}", "https://x.example.org/", outcome) for n in range(500)]
    made = body(found, DAY)
    assert MOST_CHARACTERS - 5_000 < len(made) < MOST_CHARACTERS
    listed = made.count("\n- `leaf-")
    assert f"\n{500 - listed} more sources did not fit: `factcheck watch` lists all.\n" in made


def test_for_programs() -> None:
    """JSON holds the day and a mapping for every source."""
    told = json.loads(as_json(FOUND[2:], DAY, 1))
    assert (told["on"], told["unaddressed"]) == (DAY, 1)
    moved, unread, changed = told["sources"]
    assert moved == {
        "source": "hill-radio-notes",
        "address": "https://radio.example.org/notes/7",
        "status": "moved",
        "to": "https://radio.example.org/7",
        "missing": [],
        "quoted": 2,
        "reason": None,
    }
    assert (unread["status"], unread["reason"]) == ("unread", "the server answers 503")
    assert [one["anchor"] for one in changed["missing"]] == ["92e595e2", "ca7baeb6"]
    assert changed["missing"][1]["words"] == "The bridge was built in 1950 by volunteers."
