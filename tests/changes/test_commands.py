"""`check --base`, `check --changed` and `revise`, as somebody types them."""

import datetime
from pathlib import Path

import pytest

from generator.commands import check, revise
from tests.changes.repositories import commit, edit, git, repository
from tests.commandline import Ended, Run

CLAIM = "claims/forty-cross-it"
PATH = f"data/{CLAIM}.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of one commit."""
    return repository(tmp_path)


def reworded(root: Path) -> None:
    """Give a published claim another bottom line."""
    edit(root, CLAIM, lambda value: value.update(bottom_line="One counted 40, another 12."))


def test_without_a_base_nothing_is_compared(run: Run, root: Path) -> None:
    """A plain check knows of no earlier state; with --base it does."""
    reworded(root)
    assert run("check", "--strict", "--root", root).code == 0
    ended = run("check", "--base", "HEAD", "--root", root)
    assert ended.code == 1
    assert f"{PATH}:" in ended.out
    assert "error E601: 'bottom_line' changed since it was published" in ended.out


def test_no_such_base(run: Run, root: Path) -> None:
    """A base that is not there is a mistake of use, told in one sentence."""
    ended = run("check", "--base", "origin/main", "--root", root)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("Error: there is no commit 'origin/main'; `git fetch` may bring it\n")


def test_only_what_changed(run: Run, root: Path) -> None:
    """--changed shows the findings of files changed since the last commit, and counts the rest."""
    edit(root, "topics/counting", lambda value: value.update(titel="Counting"))
    commit(root)
    edit(root, CLAIM, lambda value: value.update(verdict="garbeld"))
    ended = run("check", "--changed", "--root", root)
    assert ended.code == 1
    assert [line.split(":")[0] for line in ended.out.splitlines() if ": error " in line] == [PATH]
    assert ended.err == (
        "factcheck: 1 more finding stands in files that did not change: leave --changed out\n"
    )
    git(root, "checkout", "--quiet", "HEAD", PATH)
    ended = run("check", "--changed", "--root", root)
    assert (ended.code, ended.out.splitlines()[-1]) == (1, "9 claims checked, nothing found")


def test_annotations_of_changed_files_come_first(run: Run, root: Path) -> None:
    """For GitHub a change in the last file stands before an older fault in the first."""
    edit(root, "claims/bridge-closed", lambda value: value.update(verdict="garbeld"))
    commit(root)
    reworded(root)
    ended = run("check", "--base", "HEAD", "--format", "github", "--root", root)
    files = [line.split("file=")[1].split(",")[0] for line in ended.out.splitlines()[:-1]]
    assert files == [PATH, "data/claims/bridge-closed.yml"]


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 30 November 2026."""

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Clock":
            return cls(2026, 11, 30, tzinfo=tz)

    monkeypatch.setattr(revise, "datetime", Clock)
    monkeypatch.setattr(check, "datetime", Clock)


ENTRY = """\
  - date: 2026-11-30
    kind: wording
    reason: It is shorter.
    was:
      bottom_line: >-
        One newsroom counted 40 people, another 12; neither says how.
"""


@pytest.mark.usefixtures("today")
def test_an_entry_to_paste(run: Run, root: Path) -> None:
    """What `revise` prints, pasted below `revisions:`, is all that the check asks for."""
    reworded(root)
    asked = ["revise", PATH, "--kind", "wording", "--reason", "It is shorter.", "--root", root]
    assert run(*asked) == Ended(0, ENTRY, "")
    path = root / PATH
    path.write_text(f"{path.read_text(encoding='utf-8')}revisions:\n{ENTRY}", encoding="utf-8")
    assert run("check", "--strict", "--base", "HEAD", "--root", root).code == 0
    assert run(*asked) == Ended(0, "", "nothing changed that readers must be told of\n")


@pytest.mark.usefixtures("today")
def test_an_entry_without_a_reason(run: Run, root: Path) -> None:
    """Kind and reason that nobody gave are blanks, which a check finds, so none is forgotten."""
    edit(root, CLAIM, lambda value: value["evidence"][1].update(quote="12 people"))
    ended = run("revise", CLAIM, "--root", root)
    assert ended.out.splitlines()[:6] == [
        "  - date: 2026-11-30",
        "    kind:  # correction · update · wording",
        "    reason:  # why, for readers",
        "    was:",
        "      evidence:",
        "      - source: hill-radio-notes",
    ]
    path = root / PATH
    path.write_text(f"{path.read_text(encoding='utf-8')}revisions:\n{ended.out}", encoding="utf-8")
    told = run("check", "--base", "HEAD", "--root", root).out
    assert "error E203: 'kind' has no value" in told
    assert "error E203: 'reason' has no value" in told
    assert told.count(" error ") == 2


@pytest.mark.usefixtures("today")
def test_all_that_changed_is_told_at_once(run: Run, root: Path) -> None:
    """Without a name every untold change gets its entry; with --write each stands in its record."""
    reworded(root)
    edit(root, "origins/hill-radio", lambda value: value.update(kind="record"))
    edit(root, "verdicts/garbled", lambda value: value.update(label="Spoilt"))
    ended = run("revise", "--root", root)
    heads = [line for line in ended.out.splitlines() if line.startswith("#")]
    assert heads == [f"# {PATH}", "# data/origins/hill-radio.yml", "# data/verdicts.yml"]
    words = ["--write", "--kind", "update", "--reason", "More is known.", "--root", root]
    ended = run("revise", *words)
    paths = [head.removeprefix("# ") for head in heads]
    assert ended == Ended(0, "".join(f"{path}: told\n" for path in paths), "")
    assert "E6" not in run("check", "--base", "HEAD", "--root", root).out
    assert run("revise", *words).err == "nothing changed that readers must be told of\n"


def test_nobody_else_knows_the_reason(run: Run, root: Path) -> None:
    """--write asks for kind and reason and writes nothing without them."""
    reworded(root)
    before = (root / PATH).read_bytes()
    ended = run("revise", "--write", "--kind", "update", "--root", root)
    assert ended.code == 2
    assert "--write needs --kind and --reason" in ended.err
    assert (root / PATH).read_bytes() == before


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("data/claims/to-be-torn-down.yml", "has errors; `factcheck check` says which"),
        ("claims/new-one", "is new, so there is nothing to tell; if it had another id, add"),
        ("claims/built-in-1950", "is gone; bring it back, or name it in `formerly`"),
    ],
)
def test_why_there_is_nothing_to_compare(run: Run, root: Path, record: str, said: str) -> None:
    """A record that stands in one state only, or has errors, is not said to be missing."""
    edit(root, "claims/to-be-torn-down", lambda value: value.update(kind="x"))
    (root / "data/claims/built-in-1950.yml").rename(root / "data/claims/new-one.yml")
    ended = run("revise", record, "--root", root)
    assert ended.code == 2
    assert f"{record} {said}" in ended.err


def test_a_record_that_is_not_there(run: Run, root: Path) -> None:
    """A name that is no record's gets the nearest one."""
    ended = run("revise", "claims/forty-cros-it", "--root", root)
    assert ended.code == 2
    assert "did you mean 'claims/forty-cross-it'?" in ended.err
