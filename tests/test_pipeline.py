"""The stages together: one specimen with a fault of each kind, and all findings of it at once."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.findings import RULES
from tests import knownbad
from tests.specimens import TINY, TINY_TEXTS, check, edited, tiny

OURS = ("generator.records.", "generator.evidence.", "generator.editing.", "generator.changes.")
LEFT_OUT = {
    "E213": "a scale at fault keeps every verdict waiting, so it has a case of its own",
    "E503": "likewise",
    "E310": "a source at fault sets its claims aside, so it has a case of its own",
    "E413": "likewise",
    "E416": "an origin at fault keeps every verdict waiting, so it has a case of its own",
    "E412": "an origin at fault keeps every verdict waiting, so it has a case of its own",
    "W716": "a name may be known to one of the records that cannot be read",
    "W717": "an office likewise",
    "W725": "one of them may use what nothing else does",
}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """The tiny archive with every fault laid over it."""
    return knownbad.made("everything-wrong", tmp_path / "microsite")


def test_everything_wrong(wrong: Path) -> None:
    """Of one fault of each kind, each is found, once, at its place, in one run and in order."""
    checked = pipeline.check(wrong)
    places = [(f.place.path, f.place.line, f.place.column, f.code) for f in checked.findings]
    assert knownbad.listed(places) == knownbad.expected("everything-wrong")
    assert checked.archive is None


def test_the_corpus_has_everything() -> None:
    """The corpus has one fault of every code but those left out."""
    lists = "".join(knownbad.expected(part) for part in knownbad.PARTS)
    codes = sorted(line.split()[-1] for line in lists.splitlines())
    ours = {code for code, rule in RULES.items() if rule.check.__module__.startswith(OURS)}
    assert codes == sorted(ours - set(LEFT_OUT))


def test_a_clean_archive_comes_with_its_records() -> None:
    """A clean check gives the archive, no findings, nothing skipped, and the number of claims."""
    checked = pipeline.check(TINY)
    assert checked.archive is not None
    assert (checked.findings, checked.skipped, checked.errors, checked.claims) == ([], [], 0, 9)


def test_findings_come_by_place() -> None:
    """Findings are sorted by path, line, column and code, whatever found them first."""
    checked = check(
        {
            **edited("data/topics/counting.yml", "title:", "titel:"),
            **edited("data/claims/sold-to-a-circus.yml", "unsupported", "corroborated"),
            "data/people/x.txt": "",
        }
    )
    places = [(f.place.path, f.place.line, f.place.column, f.code) for f in checked.findings]
    assert places == sorted(places)
    assert len(places) == 3


def test_a_claim_that_cannot_be_read_is_counted() -> None:
    """The number of claims is that of the files, readable or not."""
    checked = check(edited("data/claims/sold-to-a-circus.yml", "claim:", "claim"))
    assert checked.claims == 9
    assert checked.errors == 1


def test_a_check_writes_nothing(wrong: Path) -> None:
    """A check leaves every file as it was and adds none."""
    before = {path: path.lstat() for path in wrong.rglob("*")}
    pipeline.check(wrong, TINY_TEXTS)
    after = {path: path.lstat() for path in wrong.rglob("*")}
    assert {p: (s.st_mtime_ns, s.st_size) for p, s in before.items()} == {
        p: (s.st_mtime_ns, s.st_size) for p, s in after.items()
    }


def test_a_check_is_the_same_every_time(wrong: Path) -> None:
    """Two checks of the same files find the same, word for word."""
    assert pipeline.check(wrong).findings == pipeline.check(wrong).findings


def test_no_data_raises_what_the_system_says(tmp_path: Path) -> None:
    """A folder without data is an error of the system, for one sentence on the terminal."""
    with pytest.raises(FileNotFoundError):
        pipeline.check(tmp_path)


def test_texts_are_found_by_what_they_are(tmp_path: Path) -> None:
    """The text of a source is found by its hash, under any name, beside files of any kind."""
    (tmp_path / "any name").write_bytes((TINY_TEXTS / "valley-post.txt").read_bytes())
    (tmp_path / "picture").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder").mkdir()
    changes = edited("data/claims/sold-to-a-circus.yml", "passage: It is to", "passage: It was to")
    (found,) = check(changes, tmp_path).findings
    assert "[-was-]{+is+}" in found.hint


def test_three_mistakes_in_one_record_are_told_in_one_run() -> None:
    """A wrong date hides neither a person nor a source nor a topic that no record knows."""
    path = "data/claims/forty-cross-it.yml"
    text = tiny(path).replace("made: 2024-03-05", "made: 5 March 2024")
    text = text.replace("source: courier-report", "source: courier-reprot")
    text = text.replace("claimant: {newsroom: courier}", "claimant: ada-thron")
    text = text.replace("topics: [footbridge, counting]", "topics: [footbridge, count]")
    found = [(f.place.line, f.code, f.hint) for f in check({path: text}).findings]
    assert found == [
        (3, "E205", "did you mean 'ada-thorn'?"),
        (4, "E206", found[1][2]),
        (8, "E205", "did you mean 'counting'?"),
        (10, "E205", "did you mean 'courier-report'?"),
    ]
