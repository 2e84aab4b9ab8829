"""`factcheck diff`, on repositories of its own."""

import json
from pathlib import Path

import pytest

from tests.changes.repositories import commit, edit, repository
from tests.commandline import Ended, Run

MOVED = """\
For readers: one record changed.

Other words and facts
  person “Ada Thorn” (ada-thorn): office changed; no revision says so
    office: “Mayor of Quillbeck” → “Ferrywoman”
    no revision tells readers of: office
"""


NOTHING = Ended(0, "Nothing changes for readers.\n", "")


def test_a_change_is_told_against_the_last_commit(run: Run, tmp_path: Path) -> None:
    """What is not committed is compared with the last commit, and the command ends with 0."""
    root = repository(tmp_path)
    assert run("diff", "--root", root) == NOTHING
    edit(root, "people/ada-thorn", lambda record: record.update(office="Ferrywoman"))
    assert run("diff", "--root", root) == Ended(0, MOVED, "")
    commit(root)
    assert run("diff", "--root", root) == NOTHING
    assert run("diff", "--root", root, "--base", "HEAD~1") == Ended(0, MOVED, "")


def test_the_other_formats(run: Run, tmp_path: Path) -> None:
    """Markdown begins with the same sentence, and JSON holds it."""
    root = repository(tmp_path)
    (root / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    sentence = "For readers: one hand-written page changed."
    markdown = run("diff", "--root", root, "--format", "markdown").out
    assert markdown.startswith(f"**{sentence}**\n")
    value = json.loads(run("diff", "--root", root, "--format", "json").out)
    assert value["summary"] == sentence
    text = {
        "field": "text",
        "removed": [],
        "added": ["# About\n"],
        "reworded": [],
        "reordered": False,
    }
    assert value["pages"] == [{"path": "docs/about.md", "what": "added", "text": text}]


def test_a_file_git_does_not_know_is_new(run: Run, tmp_path: Path) -> None:
    """A record that nobody added to git is compared as it lies there."""
    root = repository(tmp_path)
    line = "# yaml-language-server: $schema=../schemas/topic.schema.json\n"
    text = f"{line}title: The ferry\nintroduction: Whether there is one.\n"
    (root / "data" / "topics" / "ferry.yml").write_text(text, encoding="utf-8")
    assert run("diff", "--root", root).out.startswith("For readers: one topic added.\n")


@pytest.mark.parametrize("words", [("--base", "nowhere"), ("--format", "yaml"), ("more",)])
def test_wrong_usage_ends_with_two(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A commit that is not there, a format or a word too many is wrong usage."""
    ended = run("diff", "--root", repository(tmp_path), *words)
    assert (ended.code, ended.out) == (2, "")


def test_without_git_it_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    """Where there is no git checkout there is nothing to compare with."""
    (tmp_path / "data").mkdir()
    ended = run("diff", "--root", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "no git checkout" in ended.err
