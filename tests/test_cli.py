"""The command line: one sentence and one exit code for every way to end."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__, cli, pipeline
from generator.findings import RULES
from generator.records.schema import schemas
from tests.commandline import Ended, Run
from tests.specimens import ROOT, TINY, TINY_TEXTS, microsite, tiny

SOLD = "data/claims/sold-to-a-circus.yml"
NO_DRAFT = tiny(SOLD)
WRONG = {SOLD: NO_DRAFT.replace("unsupported", "corroborated")}
WARNED = {SOLD: NO_DRAFT.replace(", quillbeck-today]", "]")}


def test_a_clean_check(run: Run) -> None:
    """Without findings the exit code is 0 and one line says how many claims there are."""
    ended = run("check", "--root", TINY)
    assert ended == Ended(0, "9 claims checked, nothing found\n", "")


def test_findings_end_with_one(run: Run, tmp_path: Path) -> None:
    """With an error the exit code is 1 and the report goes to the standard output."""
    ended = run("check", "--root", microsite(tmp_path, WRONG))
    assert ended.code == 1
    assert ended.out.startswith(f"{SOLD}:5:10: error E501: ")
    assert ended.err == ""


def test_warnings_fail_when_they_should(run: Run, tmp_path: Path) -> None:
    """A warning is printed and fails only with `--strict`."""
    root = microsite(tmp_path, WARNED)
    for args, code in (([], 0), (["--strict"], 1)):
        ended = run("check", "--root", root, *args)
        assert ended.code == code
        assert "0 errors, 1 warning in 1 file" in ended.out


def test_strict_is_content_with_nothing(run: Run) -> None:
    """`--strict` makes no findings where there are none."""
    assert run("check", "--strict", "--root", TINY).code == 0


def test_json_for_programs(run: Run, tmp_path: Path) -> None:
    """`--format json` prints the number of claims and the findings, and keeps the exit codes."""
    ended = run("check", "--format", "json", "--root", microsite(tmp_path, WRONG))
    assert ended.code == 1
    told = json.loads(ended.out)
    assert list(told) == ["claims", "findings"]
    assert told["claims"] == 9
    (found,) = told["findings"]
    assert list(found) == ["code", "severity", "path", "line", "column", "message", "hint"]
    assert (found["code"], found["path"], found["line"], found["column"]) == ("E501", SOLD, 5, 10)
    assert json.loads(run("check", "--format", "json", "--root", TINY).out)["findings"] == []


def test_a_hostile_record_gives_no_command(run: Run, tmp_path: Path) -> None:
    """A record of hostile text is reported for GitHub as one inert command."""
    title = 'title: "x%0A::error::y\\e[31m\\n::add-mask::z"\n'
    changes = {
        "data/topics/counting.yml": tiny("data/topics/counting.yml").replace(
            "title: Counting\n", title
        )
    }
    changes["data/topics/::error::\n::error::x.txt"] = ""
    root = microsite(tmp_path, changes)
    ended = run("check", "--format", "github", "--root", root)
    assert ended.code == 1
    assert [line[:14] for line in ended.out.splitlines()] == ["::error file=d"] * 2 + [
        "2 errors, 0 war"[:14]
    ]
    for form in ("text", "github", "json"):
        out = run("check", "--format", form, "--root", root).out
        assert "\x1b" not in out
        assert not any(line.lstrip().startswith("::add") for line in out.splitlines())


def test_a_file_name_that_is_no_text(run: Run, tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is a finding like any other stray file."""
    root = microsite(tmp_path)
    try:
        Path(os.fsdecode(os.fsencode(root / "data/claims") + b"/\xff.yml")).touch()
    except OSError:
        pytest.skip("this file system takes no such name")
    for form in ("text", "github", "json"):
        ended = run("check", "--format", form, "--root", root)
        assert ended.code == 1
        assert "E120" in ended.out


def test_texts_show_the_difference(run: Run, tmp_path: Path) -> None:
    """`--texts DIR` shows how a failing passage differs from the sealed text."""
    root = microsite(
        tmp_path, {SOLD: NO_DRAFT.replace("sold to a circus.\n", "sold to a zoo.\n", 2)}
    )
    assert "[-zoo.-]{+circus.+}" in run("check", "--root", root, "--texts", TINY_TEXTS).out
    ended = run("check", "--root", root, "--texts", tmp_path / "nowhere")
    assert (ended.code, ended.out) == (2, "")


def test_the_microsite_is_found_upward(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command works from any folder inside a microsite, and says so where there is none."""
    root = microsite(tmp_path)
    monkeypatch.chdir(root / "data" / "claims")
    assert run("check").out == "9 claims checked, nothing found\n"
    monkeypatch.chdir(tmp_path)
    ended = run("check")
    assert (ended.code, ended.out) == (2, "")
    said = "no mkdocs.yml with a data/ folder here or above; use --root DIR"
    assert ended.err == f"factcheck: {said}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek"], "did you mean 'check'?"),
        (["frobnicate"], "see `factcheck --help`"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "xml"], "'text', 'github', 'json'"),
        (["explain", "E20"], "did you mean"),
        (["explain", "nonsense"], "see `factcheck explain`"),
    ],
)
def test_wrong_usage_ends_with_two(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    """What cannot be understood ends with 2, says what to do, and prints no traceback."""
    monkeypatch.chdir(tmp_path)
    ended = run(*args)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("root", "said"),
    [
        ("nowhere", "nowhere: there is no such folder"),
        (".", ".: no folder data/ in it, so it is no microsite"),
    ],
)
def test_a_missing_folder_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str, said: str
) -> None:
    """A folder that is not there, or holds no records, is one sentence and exit code 2."""
    monkeypatch.chdir(tmp_path)
    for command in ("check", "schema"):
        assert run(command, "--root", root) == Ended(2, "", f"factcheck: {said}\n")


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "\nfactcheck: interrupted; nothing was left half-written\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "site/x"),
            2,
            "factcheck: site/x: No space left on device\n",
        ),
        (PermissionError(errno.EACCES, "Permission denied"), 2, "factcheck: Permission denied\n"),
        (OSError("odd"), 2, "factcheck: odd\n"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, said: str
) -> None:
    """Ctrl-C, a full disk and a lack of permission are one sentence each, and no traceback."""

    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(pipeline, "check", fail)
    assert run("check", "--root", TINY) == Ended(code, "", said)


def test_our_own_fault_ends_with_three(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program says that it is one and shows where, with exit code 3."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a slip of ours")

    monkeypatch.setattr(pipeline, "check", fail)
    ended = run("check", "--root", TINY)
    assert ended.code == 3
    assert "ZeroDivisionError: a slip of ours" in ended.err
    assert ended.err.rstrip().endswith("please report the above")


def test_a_broken_pipe_is_no_fault() -> None:
    """When whoever reads the report goes away, the command ends in silence."""
    command = [sys.executable, "-m", "generator.cli", "explain"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        ended = subprocess.run(command, cwd=ROOT, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_explain_prints_a_rule(run: Run) -> None:
    """`explain CODE` prints the rule with its examples, whatever the case of the letters."""
    for code in ("E402", "e402"):
        ended = run("explain", code)
        assert ended.code == 0
        assert ended.out.startswith("E402: In one claim a sentence has one part")
        assert "\nGood:\n" in ended.out


def test_explain_prints_several_rules(run: Run) -> None:
    """`explain` with several codes prints each rule, and none where one is no code."""
    ended = run("explain", "E402", "w701")
    one, other = run("explain", "E402").out, run("explain", "W701").out
    assert ended == Ended(0, f"{one}\n{other}", "")
    ended = run("explain", "E402", "E20")
    assert (ended.code, ended.out) == (2, "")
    assert "no code 'E20'; did you mean" in ended.err


def test_find_takes_several_words(run: Run) -> None:
    """`find` takes words with and without quotation marks around them as one run of words."""
    apart = run("find", "--root", TINY, "to", "a", "circus")
    assert apart == run("find", "--root", TINY, "to a circus")
    assert apart.out.splitlines()[1] == "    It is to be sold to a circus."
    assert run("find", "--root", TINY, "circus", "a") == Ended(0, "quoted nowhere\n", "")
    assert run("find", "--root", TINY).code == 2


def test_explain_lists_all_codes(run: Run) -> None:
    """`explain` alone lists every code with the first line of its rule, in order."""
    listed = [line.split("  ")[0] for line in run("explain").out.splitlines()]
    assert listed == sorted(RULES)


def test_schemas_are_written(run: Run, tmp_path: Path) -> None:
    """`schema` writes every schema once, and `--check` says which are stale and writes nothing."""
    root = microsite(tmp_path)
    folder = root / "data" / "schemas"
    ended = run("schema", "--check", "--root", root)
    assert ended.code == 1
    assert "data/schemas/claim.schema.json: stale\n" in ended.out
    assert not folder.exists()
    ended = run("schema", "--root", root)
    assert ended.code == 0
    assert len(ended.out.splitlines()) == len(schemas())
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas()
    assert run("schema", "--check", "--root", root) == Ended(0, "", "")
    (folder / "claim.schema.json").write_text("{}", encoding="utf-8")
    assert run("schema", "--root", root).out == "data/schemas/claim.schema.json: written\n"


def test_help_and_version(run: Run) -> None:
    """Help lists every command with a sentence, and the version is the package's."""
    ended = run("--help")
    assert ended.code == 0
    for name, sentence in cli.COMMANDS.items():
        assert f"  {name}" in ended.out
        assert sentence in ended.out
    assert run("--version").out == f"factcheck, version {__version__}\n"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_is_there(run: Run, name: str) -> None:
    """Each command that the help lists can be called for help."""
    ended = run(name, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: factcheck {name}") or "Usage: " in ended.out
