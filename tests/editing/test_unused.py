"""Records that nothing uses, and the many ways to use one."""

import pytest

from tests.editing.pieces import CLOSED, SOLD, codes
from tests.specimens import edited, tiny

HEAD = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
FROST = {"data/people/una-frost.yml": HEAD.format("person") + "name: Una Frost\n"}
PAGE = {
    "data/sources/fair-page.yml": HEAD.format("source")
    + "outlet: The fair\ntitle: unknown\nurl: unknown\npublished: {date: unknown}\nkind: relay\n"
    + "relays: [{origin: courier, tie: credited}]\n"
}


def test_what_nothing_uses() -> None:
    """Each of two records that nothing uses is a finding."""
    assert codes(FROST, PAGE) == ["W725", "W725"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claimant: {newsroom: courier}", "claimant: una-frost"),
        ("analysis: |\n", "analysis: |\n  Una Frost was there.\n"),
        ("analysis: |\n", "analysis: |\n  As Frost, who was there, said.\n"),
        ("related: [", "replies: [{by: una-frost, date: 2024-03, text: No.}]\nrelated: ["),
    ],
)
def test_a_person_may_be_named(old: str, new: str) -> None:
    """A person is used by id, by the full name or by the last name, in a claim."""
    assert "W725" not in codes(FROST, edited(CLOSED, old, new))


def test_a_person_may_act() -> None:
    """Whose act an origin is, that person is used."""
    origin = HEAD.format("origin") + "kind: act\nname: A remark\nwho: una-frost\n"
    relay = "relays:\n  - {origin: frost-remark, tie: credited}\n"
    source = edited("data/sources/valley-post.yml", "relays:\n", relay)
    assert codes(FROST, {"data/origins/frost-remark.yml": origin}, source) == []


def test_later_events_use_their_source() -> None:
    """A page that only tells what happened later is used."""
    later = edited(CLOSED, "text: The council met again.}", "text: It met., source: fair-page}")
    assert codes(PAGE, later) == []


def test_a_variant_uses_its_source() -> None:
    """A page that only a variant quotes is used."""
    wording = "  - {source: fair-page, excerpt: the boar}\nnearest: 1"
    assert codes(PAGE, edited("data/variants/boards-became-boars.yml", "nearest: 1", wording)) == []


def test_a_draft_uses_its_topic() -> None:
    """The topic of a draft is used."""
    topic = {"data/topics/fair.yml": HEAD.format("topic") + "title: Fair\nintroduction: It.\n"}
    assert "published" not in tiny(SOLD)
    assert codes(topic) == ["W725"]
    assert codes(topic, edited(SOLD, "topics: [footbridge]", "topics: [fair]")) == []


def test_nothing_is_unused_while_a_record_is_unread() -> None:
    """A record that cannot be read, or an id that is misspelt, may be the one that uses it."""
    assert codes(FROST, edited(SOLD, "made: 2024-03-06", "made: yesterday")) == ["E206"]
    topic = {"data/topics/fair.yml": HEAD.format("topic") + "title: Fair\nintroduction: It.\n"}
    assert codes(topic, edited(SOLD, "topics: [footbridge]", "topics: [fare]")) == ["E205"]
