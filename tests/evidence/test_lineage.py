"""How a source came by an origin: ties, chains that end, origins that are perhaps one."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.lineage import chain, groups, tie
from generator.records.source import Source
from tests.evidence.pieces import SOURCES, origin, source

CREDITED, INFERRED = "credited", "inferred"


def via(origin: str, tie: str = CREDITED) -> dict[str, str]:
    """Return a relay that came through another origin."""
    return {"tie": tie, "via": origin}


def matched(by: str) -> dict[str, str]:
    """Return a relay known by the same sentences in another source."""
    return {"tie": "matched", "by": by}


def of(sources: list[Source], whose: str = "speech") -> str | None:
    """Return the tie of the first source to an origin."""
    return tie({made.id: made for made in sources}, sources[0], whose)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        pytest.param("own", {"origin": "speech"}, id="its own"),
        pytest.param(None, {"origin": "desk"}, id="not there"),
        pytest.param(CREDITED, {"relays": {"speech": CREDITED}}, id="credited"),
        pytest.param(INFERRED, {"relays": {"speech": INFERRED}}, id="inferred"),
        pytest.param(
            CREDITED, {"origin": "desk", "relays": {"speech": via("desk")}}, id="through its own"
        ),
        pytest.param(
            CREDITED, {"relays": {"desk": CREDITED, "speech": via("desk")}}, id="through a relay"
        ),
        pytest.param(
            INFERRED,
            {"relays": {"desk": INFERRED, "speech": via("desk")}},
            id="a chain with an inferred link",
        ),
        pytest.param(
            INFERRED,
            {"relays": {"wire": INFERRED, "desk": via("wire"), "speech": via("desk")}},
            id="an inferred link far up the chain",
        ),
        pytest.param(
            INFERRED,
            {"relays": {"desk": CREDITED, "speech": via("desk", INFERRED)}},
            id="an inferred end of a sure chain",
        ),
        pytest.param(INFERRED, {"relays": {"speech": via("desk")}}, id="a broken chain"),
        pytest.param(
            INFERRED,
            {"relays": {"desk": via("speech"), "speech": via("desk")}},
            id="a chain that loops",
        ),
    ],
)
def test_the_tie_of_a_source(expected: str | None, fields: dict[str, Any]) -> None:
    """A tie takes its doubt from every link of the chain."""
    assert of([source("post", **fields)]) == expected


@pytest.mark.parametrize(
    ("expected", "other"),
    [
        pytest.param("matched", {"origin": "speech"}, id="the other's own"),
        pytest.param("matched", {"relays": {"speech": CREDITED}}, id="credited there"),
        pytest.param(INFERRED, {"relays": {"speech": INFERRED}}, id="inferred there"),
        pytest.param(INFERRED, {"origin": "desk"}, id="not there"),
        pytest.param(INFERRED, {"relays": {"speech": via("desk")}}, id="broken there"),
        pytest.param(INFERRED, {"relays": {"speech": matched("post")}}, id="each by the other"),
        pytest.param(INFERRED, {"relays": {"speech": matched("report")}}, id="by itself"),
    ],
)
def test_a_match_is_as_sure_as_what_it_matches(expected: str, other: dict[str, Any]) -> None:
    """A matched tie to a source whose own tie is inferred is inferred."""
    post = source("post", relays={"speech": matched("report")})
    assert of([post, source("report", **other)]) == expected


def test_a_match_of_a_match() -> None:
    """Matches may follow one another, as long as the last is sure."""
    sources = [
        source("post", relays={"speech": matched("copy")}),
        source("copy", relays={"speech": matched("report")}),
        source("report", origin="speech"),
    ]
    assert of(sources) == "matched"


def test_a_chain_begins_at_the_source() -> None:
    """The relays from a source to an origin are listed, the nearest to the source first."""
    post = source(
        "post",
        relays={"wire": CREDITED, "desk": via("wire"), "speech": via("desk"), "x-y": CREDITED},
    )
    assert [link.origin for link in chain(post, "speech")] == ["wire", "desk", "speech"]
    assert [link.origin for link in chain(post, "wire")] == ["wire"]


def test_a_chain_of_its_own_report_is_empty() -> None:
    """Nothing lies between a source and what it reports itself, or does not have."""
    assert chain(SOURCES["paper"], "desk") == []
    assert chain(SOURCES["paper"], "radio") == []
    assert [link.origin for link in chain(SOURCES["paper"], "speech")] == ["speech"]


def test_a_chain_that_loops_ends() -> None:
    """A loop is listed once around."""
    post = source("post", relays={"desk": via("speech"), "speech": via("desk")})
    assert sorted(link.origin for link in chain(post, "speech")) == ["desk", "speech"]


def test_origins_that_may_be_one_are_one() -> None:
    """`may_be` joins both ways and passes on; the first id stands for its group."""
    made = groups(
        {
            "ddd": origin("ddd", "record", may_be=["ccc"]),
            "bbb": origin("bbb", "record", may_be=["ccc"]),
            "ccc": origin("ccc", "record"),
            "aaa": origin("aaa", "record", may_be=["zzz"]),
            "eee": origin("eee", "record", may_be=["eee"]),
        }
    )
    assert made == {"ddd": "bbb", "bbb": "bbb", "ccc": "bbb", "aaa": "aaa", "eee": "eee"}


IDS = ("aaa", "bbb", "ccc", "ddd", "eee")


@settings(derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=6))
def test_groups_are_the_joined(pairs: list[tuple[str, str]]) -> None:
    """Whatever joins what, two origins are one exactly when a way of joins leads between them."""
    made = groups(
        {
            id_: origin(id_, "record", may_be=[b for a, b in pairs if a == id_])
            for id_ in reversed(IDS)
        }
    )
    reached = {id_: {id_} for id_ in IDS}
    for _ in IDS:
        for a, b in pairs:
            reached[a] |= reached[b]
            reached[b] |= reached[a]
    for id_ in IDS:
        together = {other for other in IDS if made[other] == made[id_]}
        assert together == reached[id_]
        assert made[id_] == min(together)
