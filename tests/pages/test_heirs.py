"""What became of an item of a list is told as far as it can be known, and no further."""

from typing import Any

import pytest

from generator.pages.heirs import Stood
from generator.pages.history import Change
from tests.pages.revisions import only, revised
from tests.pages.sites import archive

COURIER = {
    "source": "courier-report",
    "stance": "supports",
    "origin": "courier",
    "passage": "The barrier was painted red.",
}
CLOSED = (
    "The footbridge over the Sedge was closed on Monday evening, a reporter of the Courier saw."
)
ADDED = "Only added to, or put in another order."


def told(records: str, id_: str, *was: dict[str, Any]) -> list[list[tuple[str, ...]]]:
    """What each revision says, oldest first: of each change its label and its sides, or remark."""
    return [[_read(change) for change in entry.changes] for entry in revised(records, id_, *was)]


def _read(change: Change) -> tuple[str, ...]:
    if change.remark:
        return (change.label, change.remark)
    sides = [
        (head, " / ".join("".join(text for text, _ in one) for one in items))
        for head, items in change.sides
    ]
    return (change.label, *(f"{head}: {items or 'nothing'}" for head, items in sides))


def test_what_went_is_not_followed_by_what_stood_there_all_along() -> None:
    """Another item alike in some ways is no heir: not of another source, origin, day or passage."""
    other = {**COURIER, "source": "hill-radio-notes", "passage": CLOSED}
    assert told("claims", "bridge-closed", {"evidence": [COURIER, other]}) == [
        [
            (
                "Evidence",
                "taken out: “The barrier was painted red.” (Quillbeck Courier: supports it)",
            ),
            ("Evidence", f"taken out: “{CLOSED}” (Hill Radio: supports it)"),
        ]
    ]
    relay = {"origin": "mayor-on-monday", "tie": "matched", "by": "courier-report"}
    assert told("sources", "valley-post", {"relays": [relay]}) == [
        [
            (
                "Origins that it passes on",
                (
                    "taken out: origin: Words of the mayor on a Monday, in a document that does "
                    "not say where; tie: matched; by what, or by whom: Quillbeck Courier"
                ),
            )
        ]
    ]
    copy = {"url": "https://archive.example.org/notes/8", "date": "2024-03-09"}
    assert told("sources", "hill-radio-notes", {"archived": [copy]}) == [
        [
            (
                "Archived copies",
                "taken out: address: https://archive.example.org/notes/8; date: 9 March 2024",
            )
        ]
    ]
    painted = {"date": "2024-05", "text": "Half of the barrier fell into the river."}
    assert told("claims", "bridge-closed", {"later": [painted]}) == [
        [
            (
                "What happened later",
                "taken out: date: May 2024; text: Half of the barrier fell into the river.",
            )
        ]
    ]


def test_ids_are_never_put_in_the_place_of_others() -> None:
    """However alike two ids are, the one that went was taken out."""
    assert told("claims", "bridge-closed", {"looked_in": ["hostile-heralds"]}) == [
        [("Documents read and found silent", "taken out: hostile-heralds")]
    ]
    assert told("variants", "closed-or-shut", {"claims": ["bridge-closes"]})[0] == [
        ("Claims", "taken out: bridge-closes")
    ]


@pytest.mark.parametrize(
    ("records", "id_", "was", "expected"),
    [
        (
            "sources",
            "quillbeck-today",
            {"relays": [{"origin": "hill-radio", "tie": "matched", "by": "hill-radio-notes"}]},
            [
                (
                    "Origins that it passes on, Hill Radio, tie",
                    "before: matched",
                    "after: inferred",
                ),
                (
                    "Origins that it passes on, Hill Radio, by what, or by whom",
                    "before: Hill Radio",
                    "after: It mentions listeners and a barrier.",
                ),
            ],
        ),
        (
            "sources",
            "hill-radio-notes",
            {"archived": [{"url": "https://archive.example.org/notes/7"}]},
            [
                (
                    "Archived copies, https://archive.example.org/notes/7, date",
                    "before: nothing",
                    "after: 9 March 2024",
                )
            ],
        ),
        (
            "claims",
            "bridge-closed",
            {"evidence": [{**COURIER, "passage": CLOSED, "stance": "limits"}]},
            [
                (
                    "Evidence, Quillbeck Courier, quote",
                    "before: nothing",
                    "after: was closed on Monday evening",
                ),
                ("Evidence, Quillbeck Courier, stance", "before: Limits it", "after: Supports it"),
                (
                    "Evidence, Quillbeck Courier, speaker",
                    "before: nothing",
                    "after: Quillbeck Courier",
                ),
            ],
        ),
        (
            "claims",
            "bridge-closed",
            {
                "later": [
                    {"date": "2024-05", "text": "The barrier was paint.", "source": "tal-bote"}
                ]
            },
            [
                (
                    "What happened later, Tal-Bote, text",
                    "before: The barrier was paint.",
                    "after: The barrier was painted.",
                )
            ],
        ),
        (
            "claims",
            "bridge-closed",
            {"later": [{"date": "2024-04-01", "text": "The council met *again*."}]},
            [
                (
                    "What happened later, 2 April 2024, date",
                    "before: 1 April 2024",
                    "after: 2 April 2024",
                )
            ],
        ),
        (
            "claims",
            "bridge-closed",
            {"unknowns": ["Nobody says on what side the barrier stands."]},
            [
                (
                    "What we do not know",
                    "before: Nobody says on what side the barrier stands.",
                    "after: Nobody says on which side the barrier stands.",
                )
            ],
        ),
    ],
)
def test_what_identifies_an_item_leads_to_what_it_became(
    records: str, id_: str, was: dict[str, Any], expected: list[tuple[str, ...]]
) -> None:
    """The same origin, address, passage of a source, or words: the two would be one item twice."""
    assert told(records, id_, was) == [expected]


CIRCUS = {"source": "valley-post", "stance": "states", "passage": "It is to be sold to a circus."}
RADIO = {"source": "tal-bote", "stance": "limits", "origin": "hill-radio", "excerpt": "Verkauft?"}


def test_where_all_of_an_old_list_is_known_one_source_is_enough() -> None:
    """It names what stands there still, so that whatever else stands there is new."""
    labels = [one[0] for one in only("claims", "sold-to-a-circus", evidence=[CIRCUS, RADIO])]
    assert labels == [
        "Evidence, Tal-Bote, excerpt",
        "Evidence, Tal-Bote, language",
        "Evidence, Tal-Bote, translation",
        "Evidence, Tal-Bote, stance",
        "Evidence, Tal-Bote, speaker",
    ]
    assert told("claims", "sold-to-a-circus", {"evidence": [RADIO]}) == [
        [("Evidence", "taken out: “Verkauft?” (Tal-Bote: limits it)")]
    ]


def test_what_goes_without_saying_is_no_change() -> None:
    """An old list with its defaults written out, or broken into other lines, stands as it did."""
    typed = {**CIRCUS, "part": "body", "sic": [], "passage": "It is to be sold\nto a circus.\n"}
    assert told("claims", "sold-to-a-circus", {"evidence": [typed]}) == [[("Evidence", ADDED)]]
    part = {**typed, "part": "caption"}
    assert told("claims", "sold-to-a-circus", {"evidence": [part]}) == [
        [("Evidence, Valley Post, part", "before: caption", "after: body")]
    ]


def test_of_texts_that_are_alike_none_is_chosen() -> None:
    """Where two could be what an item became, or two became one, each was taken out."""
    was = ["Nobody says on what side the barrier stands.", "Nobody says on that side it stands."]
    assert told("claims", "bridge-closed", {"unknowns": [was[0], was[0] + "."]}) == [
        [
            ("What we do not know", f"taken out: {was[0]}"),
            ("What we do not know", f"taken out: {was[0]}."),
        ]
    ]
    stood = Stood(["Nobody counted the goats here.", "Nobody counted the boats here."])
    [fate] = stood.fates("unknowns", ["Nobody counted the coats here."])
    assert (fate.new, fate.heads) == (None, ("taken out",))


def test_what_stood_after_an_older_change_of_a_list_is_found() -> None:
    """An item that changed twice is followed through both changes."""
    side = "Nobody says on {} side the barrier stands."
    was = [{"unknowns": [side.format(one)]} for one in ("what", "whose")]
    assert told("claims", "bridge-closed", *was) == [
        [
            (
                "What we do not know",
                f"before: {side.format('what')}",
                f"after: {side.format('whose')}",
            )
        ],
        [
            (
                "What we do not know",
                f"before: {side.format('whose')}",
                f"after: {side.format('which')}",
            )
        ],
    ]


def test_a_list_that_only_grew_says_that_nothing_was_taken_away() -> None:
    """Which items are new is not known, so it is not said."""
    assert told("claims", "bridge-closed", {"unknowns": []}) == [[("What we do not know", ADDED)]]


def test_what_may_have_been_added_later_is_not_said_to_have_stood_there() -> None:
    """Before a list was added to, of no item now there is it known whether it was there."""
    relay = {"origin": "hill-radio", "tie": "matched", "by": "hill-radio-notes"}
    first, second = told("sources", "quillbeck-today", {"relays": [relay]}, {"relays": []})
    assert second == [("Origins that it passes on", ADDED)]
    assert [one[1:] for one in first] == [
        ("before: matched", "later: inferred"),
        ("before: Hill Radio", "later: It mentions listeners and a barrier."),
    ]
    back = "Nobody says on which side the barrier stands."
    first, second = told("claims", "bridge-closed", {"unknowns": [back]}, {"unknowns": []})
    assert first == [("What we do not know", f"before: {back}")]
    first, second = told("claims", "bridge-closed", {"unknowns": "absent"}, {"unknowns": []})
    assert first == second == [("What we do not know", ADDED)]


def test_an_emptied_list_has_nothing_after_it() -> None:
    """Its items were taken out, in a list of a record and in one inside an item of it."""
    assert told("claims", "built-in-1950", {"replies": [{"date": "2024", "text": "No."}]}) == [
        [("Replies", "taken out: date: 2024; text: No.")]
    ]
    [valley] = [e for e in archive().claims["sold-to-a-circus"].evidence if e.stance == "states"]
    assert valley.sic == ()
    assert told("claims", "sold-to-a-circus", {"evidence": [{**CIRCUS, "sic": ["soled"]}]}) == [
        [("Evidence, Valley Post, written so in the document", "taken out: soled")]
    ]
    rule = {"when": {"any": [{"settled": ">=2"}]}}
    [[(label, before, after)]] = told("verdicts", "contradicted", rule)
    assert label == "Rule, one of these"
    assert before.startswith("before: ")
    assert after.startswith("after: ")
    assert " / " in after
