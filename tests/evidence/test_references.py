"""Every id that a record mentions is a record of its kind."""

import pytest

from generator.evidence.references import KINDS, leading_nowhere
from generator.records.reading import read
from tests.specimens import TINY, Overlay, check, edited


def test_every_id_of_the_tiny_archive_leads_somewhere() -> None:
    """In a sound archive no record of any kind mentions what is not there."""
    records = read(Overlay(TINY))
    for kind in KINDS:
        for record in records.of(kind).values():
            assert leading_nowhere(records, record) == []


GOATS, BOARDS = "claims/carpenter-blamed-goats.yml", "claims/mayor-found-rotten-boards.yml"
BUILT, FORTY = "claims/built-in-1950.yml", "claims/forty-cross-it.yml"
CLOSED, COURIER = "claims/bridge-closed.yml", "sources/courier-report.yml"
ACT = "origins/mayor-to-council.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "column", "folder"),
    [
        (GOATS, "said_by: jory-pell", "said_by: nobody", 4, 10, "people"),
        (BOARDS, "content: not checked", "content: nowhere", 5, 10, "claims"),
        (BUILT, "document: valley-post", "document: nothing", 3, 22, "sources"),
        (FORTY, "[footbridge, counting]", "[footbridge, x-y]", 8, 22, "topics"),
        (CLOSED, "looked_in: [bridge-digest]", "looked_in: [b-d]", 36, 13, "sources"),
        (COURIER, "via: courier", "via: currier", 11, 52, "origins"),
        (ACT, "who: ada-thorn", "who: ada", 4, 6, "people"),
        (ACT, "[mayor-on-monday]", "[mayor-on-sunday]", 7, 10, "origins"),
    ],
)
def test_an_id_that_leads_nowhere(
    path: str, old: str, new: str, line: int, column: int, folder: str
) -> None:
    """Wherever an id that leads nowhere stands, it is one finding, at its place."""
    (found,) = check(edited(f"data/{path}", old, new)).findings
    assert (found.code, found.place.line, found.place.column) == ("E205", line, column)
    assert found.message.endswith(f"in data/{folder}")


def test_what_could_not_be_read_is_not_missing() -> None:
    """An id whose file is there and broken has one finding: that of its file."""
    for path in ("people/jory-pell.yml", "topics/footbridge.yml", "origins/courier.yml"):
        old, new = ("title:", "titel:") if "topics" in path else ("name:", "nam:")
        found = check(edited(f"data/{path}", old, new)).findings
        assert [finding.code for finding in found] == ["E201"], path
