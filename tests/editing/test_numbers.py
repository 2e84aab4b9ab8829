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
        ("Six of them have no number.", "“Six” stands"),
        ("Six of the documents have it.", "“Six” is more than there are: 5 documents"),
        ("Three newsrooms counted.", "“Three” is more than there are: 2 newsrooms"),
        ("Eleven relays have it.", "“Eleven” is more than there are: 5 sources"),
        ("The Courier counted on Monday 5 March.", "5 March 2024 was a Tuesday"),
        ("That was Friday’s count.", "“Friday” stands"),
        ("The paper has ‘nine goats’ there.", "“nine” stands"),
    ],
)
def test_numbers_from_nowhere(line: str, shown: str) -> None:
    """A number that no passage has is shown as it is written, once a line."""
    ((code, message),) = found(changed(FORTY, "bottom_line", line))
    assert (code, message[: len(shown)]) == ("W712", shown)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It was in April.", []),
        ("It was on 7 April.", []),
        ("It was on 8 April.", ["W712"]),
        ("It was in May 2022.", []),
        ("It was on 1 May.", ["W712"]),
        ("Thousands of goats crossed.", []),
        ("Millions of goats crossed.", ["W712"]),
        ("Some 33 per cent crossed.", []),
        ("Some 34 per cent crossed.", ["W712"]),
        ("It had 2,500 goats.", []),
        ("It cost 2,500 dollars.", []),
        ("Some 2,500 per cent crossed.", ["W712"]),
        ("It was so on Friday 7 April 2023.", []),
        ("It was so on Thursday 7 April 2022.", []),
        ("It was so on Friday 7 April 2022.", ["W712"]),
        ("It was so on a Friday, or 7 April.", ["W712"]),
    ],
)
def test_what_follows_from_other_words(line: str, expected: list[str]) -> None:
    """A day has its month, a number its thousands, a share its half per cent; none the reverse."""
    told = "On 7 April 2023 and in May 2022 two and a half thousand goats, a third of all, crossed."
    inferred = edited(FORTY, "[We read “some 40” as about 40.]", f"['{told}']")[FORTY]
    bottom = "One newsroom counted 40 people, another 12; neither says how."
    assert codes({FORTY: inferred.replace(bottom, line)}) == expected


@pytest.mark.parametrize(
    ("number", "vouched"),
    [
        *(("2024", True), ("3", True), ("40", True), ("6", True)),
        *(("5", False), ("9", False), ("16", False), ("18", False)),
        *(("8.5", False), ("30", False), ("7", False), ("850", False), ("50", False)),
    ],
)
def test_digits_alone_vouch_for_nothing(number: str, vouched: bool) -> None:
    """A day, a share, or a part of a longer number in the evidence is not the number itself."""
    told = (
        "In 2024 it was counted for 3 days; on 9 March, from 16 to 18 March, on March 5 and on "
        "28.50 days; of the 40 some 30% had 7 thousand goats, or 6, or 1,850, or 50 per cent."
    )
    inferred = edited(FORTY, "[We read “some 40” as about 40.]", f"['{told}']")
    line = "bottom_line: One newsroom counted 40 people, another 12; neither says how."
    told = inferred[FORTY].replace(line, f"bottom_line: The Courier counted {number} goats.")
    assert codes({FORTY: told}) == ([] if vouched else ["W712"])


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
    ("day", "expected"),
    [("30 December", []), ("2 January", []), ("29 December", ["W712"]), ("4 January", ["W712"])],
)
def test_an_event_over_new_year(day: str, expected: list[str]) -> None:
    """A short range of days vouches for each of them, on both sides of the new year."""
    dated = "event: {date: 2023-12-30/2024-01-03}\nverdict: overstated"
    event = edited(TORN, "verdict: overstated", dated)[TORN]
    bottom = "The headline decides what the text below it leaves open."
    assert codes({TORN: event.replace(bottom, f"On {day} it was left open.")}) == expected


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


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("walkers, count: 1", ["W713"]),
        ("people, count: 40", []),
        ("people, count: 41", ["W713"]),
    ],
)
def test_one_of_the_unnamed(speaker: str, expected: list[str]) -> None:
    """A passage that has neither the number nor a singular does not say that it is one."""
    old = "    speaker: {newsroom: courier}\n"
    assert codes(edited(FORTY, old, f"    speaker: {{anonymous: {speaker}}}\n")) == expected


def test_the_unnamed_in_another_language() -> None:
    """Of a passage in another language its translation is read, and nothing where it has none."""
    old = "    speaker: {newsroom: courier}\n"
    new = "    speaker: {anonymous: walkers, count: 3}\n    language: de\n"
    translated = new + "    translation: {by: us, text: Some WALKERS cross it.}\n"
    assert codes(edited(FORTY, old, new)) == []
    assert codes(edited(FORTY, old, translated)) == ["W713"]
    assert codes(edited(FORTY, old, translated.replace("WALKERS", "three walkers"))) == []


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
