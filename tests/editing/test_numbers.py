"""Which numbers and dates of a claim's first lines are vouched for, and which are not."""

import pytest

from tests.editing.pieces import BOARDS, CLOSED, FORTY, SITE, TORN, changed, codes, found
from tests.specimens import edited


@pytest.mark.parametrize(
    "line",
    [
        "Some 40 people, as one newsroom counted, or 12.",
        "Forty people, or a dozen; two newsrooms counted.",
        "Of the five documents two have a number.",
        "Of the five two have a number; in two of the five it differs.",
        "Three of them have no number, and no one says why.",
        "None of the five has a second count, a third or a fourth.",
        "One paper and one station counted, each by one person.",
        "Two reports of two newsrooms, in two other copies, differ.",
        "The Courier counted in March 2024, on Tuesday 5 March.",
        "In 2024 the Courier counted “some 40 people”.",
        "Known by 10 March 2024, the day up to which we read.",
    ],
)
def test_numbers_that_are_vouched_for(line: str) -> None:
    """Digits for words, counts of ours, dates of the record and of its origins are no findings."""
    assert codes(changed(FORTY, "bottom_line", line)) == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Some 41 people, as one newsroom counted.", "“41” stands"),
        ("Forty-one people.", "“Forty-one” stands"),
        ("About 40% of the people.", "“40%” stands"),
        ("It cost $40.50 a day.", "“$40.50” stands"),
        ("Half of the people.", "“Half” stands"),
        ("Thousands of people.", "“Thousands” stands"),
        ("The Courier counted on 7 March.", "“7 March” stands"),
        ("The Courier counted in April.", "“April” stands"),
        ("The Courier counted on a Friday.", "“Friday” stands"),
        ("The Courier counted in 2023.", "“2023” stands"),
        ("Two of the five people crossed.", "“Two”, “five” stand"),
        ("Six people and seven goats.", "“Six”, “seven” stand"),
        ("Six of the documents have it.", "“Six” is more than there are: 5 documents"),
        ("Three newsrooms counted.", "“Three” is more than there are: 2 newsrooms"),
        ("Eleven relays have it.", "“Eleven” is more than there are: 5 sources"),
        ("The Courier counted on Monday 5 March.", "5 March 2024 was a Tuesday"),
    ],
)
def test_numbers_from_nowhere(line: str, shown: str) -> None:
    """A number that no passage has is shown as it is written, once a line."""
    ((code, message),) = found(changed(FORTY, "bottom_line", line))
    assert (code, message[: len(shown)]) == ("W712", shown)


def test_what_we_infer_is_vouched_for() -> None:
    """A number that `inferred` explains may stand in the claim."""
    line = "About 200 people cross the footbridge in a school week."
    reason = "[200 is five times the Courier’s 40.]"
    inferred = edited(FORTY, "inferred: [We read “some 40” as about 40.]", f"inferred: {reason}")
    assert codes(changed(FORTY, "claim", line)) == ["W712"]
    told = {
        path: text.replace("About 40 people cross the footbridge on a school day", line[:-1])
        for path, text in inferred.items()
    }
    assert codes(told) == []


def test_an_event_vouches_for_its_day() -> None:
    """The date of the event is known, and with it the day, the month, the year and the weekday."""
    line = "It was to be decided on Saturday 9 March 2024."
    event = edited(TORN, "verdict: overstated", "event: {date: 2024-03-09}\nverdict: overstated")
    change = {
        TORN: event[TORN].replace("The headline decides what the text below it leaves open.", line)
    }
    assert codes(change) == []
    assert codes(changed(TORN, "bottom_line", line)) == ["W712"]


@pytest.mark.parametrize(
    ("speaker", "passage", "expected"),
    [
        ("a reporter, count: 1", "a reporter of the Courier saw", []),
        ("reporters, count: 1", "a reporter of the Courier saw", []),
        ("the Courier's people, count: 2", "a reporter of the Courier saw", ["W713"]),
        ("reporters, count: unstated", "a reporter of the Courier saw", []),
    ],
)
def test_how_many_are_unnamed(speaker: str, passage: str, expected: list[str]) -> None:
    """One is told by the singular, more by their number, and what is unstated needs no words."""
    old = (
        "    speaker: {newsroom: courier}\n    passage: >-\n"
        f"      The footbridge over the Sedge was closed on Monday evening, {passage}.\n"
    )
    anonymous = f"{{anonymous: {speaker}}}"
    assert codes(edited(CLOSED, old, old.replace("{newsroom: courier}", anonymous))) == expected


def test_a_number_of_the_unnamed_may_be_a_word() -> None:
    """The passage may spell the number that the record has in digits."""
    old = "    origin: courier\n    speaker: ada-thorn\n"
    boars = "data/claims/mayor-found-rotten-boars.yml"
    for count, expected in ((2, []), (3, ["W713"])):
        new = f"    origin: courier\n    speaker: {{anonymous: boards, count: {count}}}\n"
        assert codes(edited(boars, old, new)) == expected


def test_another_language_is_left_alone() -> None:
    """On a site that is not in English no English is looked for."""
    german = edited(SITE, "language: en", "language: de")
    assert codes(changed(BOARDS, "bottom_line", "Neunzig Ziegen, 99 von 100."), german) == []
