"""The stages together: one specimen with a fault of each kind, and all findings of it at once."""

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.findings import RULES
from generator.records.yamldoc import MAX_BYTES
from tests.specimens import ARCHIVES, TINY, TINY_TEXTS, check, edited, microsite

WRONG = ARCHIVES / "everything-wrong"
OURS = ("generator.records.", "generator.evidence.", "generator.editing.")
EXPECTED = """\
claims/carpenter-blamed-goats.yml:9:10 E504
claims/credits.yml:12:14 E401
claims/credits.yml:14:5 E407
claims/credits.yml:21:14 E403
claims/credits.yml:22:14 E402
claims/credits.yml:25:13 E408
claims/credits.yml:27:5 E409
claims/credits.yml:29:13 W722
claims/credits.yml:31:14 E410
claims/credits.yml:33:31 E411
claims/edited.yml:2:8 W711
claims/edited.yml:2:8 W715
claims/edited.yml:3:41 W713
claims/edited.yml:6:14 W710
claims/edited.yml:6:14 W712
claims/edited.yml:6:14 W714
claims/edited.yml:6:14 W719
claims/edited.yml:7:14 W724
claims/edited.yml:9:17 W727
claims/edited.yml:16:14 W721
claims/edited.yml:28:14 W720
claims/fields.yml:3:11 E211
claims/fields.yml:8:10 E209
claims/hard-rules.yml:4:7 E414
claims/hard-rules.yml:12:14 E313
claims/hard-rules.yml:19:14 E415
claims/nowhere.yml:15:11 E205
claims/passages.yml:12:14 E301
claims/passages.yml:16:14 E302
claims/passages.yml:19:14 E303
claims/passages.yml:25:5 E304
claims/passages.yml:29:12 E305
claims/passages.yml:30:11 E308
claims/passages.yml:31:9 E309
claims/passages.yml:34:14 E306
claims/together.yml:12:5 E212
claims/verdict.yml:1:1 W702
claims/verdict.yml:5:10 E501
claims/weightless.yml:9:1 E502
sources/fields.yml:1:1 E202
sources/fields.yml:2:8 E203
sources/fields.yml:3:9 E210
sources/fields.yml:4:6 E208
sources/fields.yml:5:11 E214
sources/fields.yml:6:1 E201
sources/fields.yml:7:19 E206
sources/fields.yml:8:7 E204
sources/fields.yml:13:9 E207
sources/lineage.yml:9:51 E404
sources/lineage.yml:10:5 E405
sources/lineage.yml:11:14 E406
sources/quillbeck-today.yml:10:1 E307
topics/Two Words.yml:1:1 E120
topics/anchor.yml:2:8 E110
topics/backslash.yml:2:15 E122
topics/byte-order-mark.yml:1:1 E108
topics/closed-too-soon.yml:2:23 E115
topics/colon.yml:3:37 E104
topics/column.yml:3:3 E117
topics/control.yml:3:20 E114
topics/deep.yml:3:34 E111
topics/empty.yml:1:1 E113
topics/encoding.yml:3:15 E109
topics/glued.yml:2:6 E105
topics/hash.yml:2:13 E121
topics/key.yml:3:1 E118
topics/large.yml:1:1 E112
topics/linked.yml:1:1 E101
topics/merge.yml:2:1 E124
topics/no-colon.yml:2:1 E123
topics/no-schema.yml:1:1 W701
topics/notes.txt:1:1 E119
topics/second.yml:4:1 E107
topics/sign.yml:2:8 E116
topics/tab.yml:4:1 E102
topics/twice.yml:4:1 E106
topics/unclosed.yml:2:8 E103
variants/no-proof.yml:4:1 E311
variants/same-words.yml:2:8 W718
variants/same-words.yml:4:1 E312
variants/same-words.yml:9:10 W723
docs/index.md:3:1 W726
"""
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


def everything_wrong(folder: Path) -> Path:
    """Return the tiny archive with every fault laid over it; two of them no repository can hold."""
    root = microsite(folder)
    shutil.copytree(WRONG, root, dirs_exist_ok=True)
    (root / "data/topics/large.yml").write_bytes(b"#" * (MAX_BYTES + 1))
    (root / "data/topics/linked.yml").symlink_to("counting.yml")
    return root


def test_everything_wrong(tmp_path: Path) -> None:
    """Of one fault of each kind, each is found, once, at its place, in one run and in order."""
    checked = pipeline.check(everything_wrong(tmp_path))
    found = [
        f"{f.place.path.removeprefix('data/')}:{f.place.line}:{f.place.column} {f.code}\n"
        for f in checked.findings
    ]
    assert "".join(found) == EXPECTED
    assert checked.archive is None


def test_everything_wrong_is_everything() -> None:
    """The specimen has one fault of every code of reading and evidence but those left out."""
    codes = sorted(line.split()[-1] for line in EXPECTED.splitlines())
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


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    """A check leaves every file as it was and adds none."""
    root = everything_wrong(tmp_path)
    before = {path: path.lstat() for path in root.rglob("*")}
    pipeline.check(root, TINY_TEXTS)
    after = {path: path.lstat() for path in root.rglob("*")}
    assert {p: (s.st_mtime_ns, s.st_size) for p, s in before.items()} == {
        p: (s.st_mtime_ns, s.st_size) for p, s in after.items()
    }


def test_a_check_is_the_same_every_time(tmp_path: Path) -> None:
    """Two checks of the same files find the same, word for word."""
    root = everything_wrong(tmp_path)
    assert pipeline.check(root).findings == pipeline.check(root).findings


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
