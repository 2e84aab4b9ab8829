"""All files of a microsite's data become records, or findings that say why not."""

import os
from pathlib import Path

import pytest

from generator.records.reading import Records, read
from generator.records.tree import WorkTree
from tests.specimens import TINY, Overlay, edited, microsite, tiny

PERSON = "# yaml-language-server: $schema=../schemas/person.schema.json\n"


def records(changes: dict[str, str] | None = None) -> Records:
    """Return the records of the tiny archive with some files replaced."""
    return read(Overlay(TINY, {path: text.encode() for path, text in (changes or {}).items()}))


def codes(found: Records) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding."""
    return [(f.code, f.place.line, f.place.column) for f in found.findings]


def test_every_file_becomes_a_record() -> None:
    """Each file is a record of its folder's kind, known by its file's stem."""
    found = records()
    assert found.findings == []
    assert found.unread == set()
    for kind in ("claims", "sources", "origins", "people", "topics"):
        stems = {path.stem for path in (TINY / "data" / kind).glob("*.yml")}
        assert set(found.of(kind)) == stems
        assert all(record.id == id_ for id_, record in found.of(kind).items())
    assert found.site is not None
    assert found.site.as_of.text == "2024-03-10"
    assert list(found.verdicts)[:2] == ["garbled", "misattributed"]


TYPED = """\
no yes on true null ~ 1.10 1.0 007 0x1F 0o17 1_000 1e3 -1 +1 .5 .inf .nan 12:30:45 = <<
2025-02-12 2025-02-12T10:00:00Z"""


@pytest.mark.parametrize("typed", TYPED.split())
def test_a_text_is_what_was_typed(typed: str) -> None:
    """What other readers of YAML take for a truth, a number or a date stays the text it is."""
    found = records(
        {"data/people/ada-thorn.yml": f"{PERSON}name: {typed}\nother_spellings: [{typed}, x]\n"}
    )
    assert found.findings == []
    person = found.people["ada-thorn"]
    assert (person.name, person.other_spellings) == (typed, (typed, "x"))


def test_dates_are_what_was_typed() -> None:
    """A date keeps the form that was typed: a year stays a year, with and without quotes."""
    path = "data/origins/bridge-register.yml"
    for typed in ("1998", '"1998"', "'1998'"):
        found = records(edited(path, "date: 1998", f"date: {typed}"))
        assert str(found.origins["bridge-register"].date) == "1998"


def test_places_lead_to_the_file() -> None:
    """A record's fields, and those of a verdict in the scale, know where they stand."""
    found = records()
    place = found.place("claims", "built-in-1950", "evidence", 1, "settles")
    assert (place.path, place.line) == ("data/claims/built-in-1950.yml", 18)
    assert place.text.startswith("    settles: ")
    place = found.place("verdicts", "garbled", "family")
    assert (place.path, place.line, place.column) == ("data/verdicts.yml", 5, 11)
    assert found.place("site", "", "as_of").path == "data/site.yml"


def test_all_findings_of_all_files_come_at_once() -> None:
    """One run tells every slip of every file, and the sound records are there all the same."""
    found = records(
        {
            **edited("data/people/ada-thorn.yml", "office:", "offise:"),
            **edited("data/topics/counting.yml", "title: Counting", 'title: "Counting'),
            **edited(
                "data/claims/built-in-1950.yml",
                "made: 2024-03-06\nverdict: contradicted",
                "made: last week\nverdikt: contradicted",
            ),
        }
    )
    told = [("E103", 2, 8), ("E201", 3, 1), ("E201", 5, 1), ("E206", 4, 7)]
    assert sorted(codes(found)) == told
    assert found.unread == {
        ("people", "ada-thorn"),
        ("topics", "counting"),
        ("claims", "built-in-1950"),
    }
    assert len(found.claims) == len(records().claims) - 1


def test_several_slips_of_one_record_come_at_once() -> None:
    """Each slip of a record is a finding; a misspelt key is not also a missing one."""
    path = "data/claims/sold-to-a-circus.yml"
    text = tiny(path)
    for old, new in (
        ("claimant: {document: valley-post}", "claiment: {document: valley-post}"),
        ("verdict: unsupported", "verdict: Not Supported"),
        ("topics: [footbridge]", "topics: footbridge"),
        ("stance: states", "stance: state"),
        ("bottom_line: ", "bottom_line: ''  # "),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = records({path: text})
    assert sorted(codes(found)) == [
        ("E201", 3, 1),
        ("E203", 8, 9),
        ("E204", 11, 13),
        ("E209", 5, 10),
        ("E210", 6, 14),
    ]


def test_an_unknown_key_without_a_value_is_one_finding() -> None:
    """A stray key with nothing behind it is unknown, and that is all that is said of it."""
    found = records(edited("data/topics/counting.yml", "title: Counting", "title: Counting\nnew:"))
    assert codes(found) == [("E201", 3, 1)]


def test_a_verdict_at_fault_leaves_the_scale_unread() -> None:
    """While one verdict cannot be read, nothing is concluded from the others."""
    found = records(
        edited("data/verdicts.yml", "family: fails\n  definition: >-\n    What", "f: >-\n    What")
    )
    assert ("verdicts", "") in found.unread


def test_schemas_and_backup_files_are_passed_over(tmp_path: Path) -> None:
    """The folder of schemas, and what an editor leaves behind, hold no records."""
    root = microsite(
        tmp_path,
        {
            "data/schemas/claim.schema.json": "{}",
            "data/claims/.built.yml.swp": "x",
            "data/claims/built-in-1950.yml~": "x",
        },
    )
    assert read(WorkTree(root)).findings == []


def test_a_link_is_no_record(tmp_path: Path) -> None:
    """A record that is a link is not followed, and whatever mentions it waits."""
    root = microsite(tmp_path, {"data/people/ada-thorn.yml": None})
    (root / "data/people/ada-thorn.yml").symlink_to("jory-pell.yml")
    found = read(WorkTree(root))
    assert [(f.code, f.message) for f in found.findings] == [
        ("E101", "cannot be read: it is a link")
    ]
    assert found.unread == {("people", "ada-thorn")}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A record that may not be read is a finding with the system's reason."""
    root = microsite(tmp_path)
    (root / "data/people/ada-thorn.yml").chmod(0)
    assert [f.code for f in read(WorkTree(root)).findings] == ["E101"]


def test_no_data_is_an_error_of_the_system(tmp_path: Path) -> None:
    """A microsite without its data raises what the system says."""
    with pytest.raises(FileNotFoundError):
        read(WorkTree(tmp_path))
