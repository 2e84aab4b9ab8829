"""A revision goes behind those that stand in a record, and no other line changes."""

from pathlib import Path
from typing import Any

import pytest

from generator.changes.writing import entry_lines, with_revision
from tests.specimens import ROOT, TINY

ENTRY: dict[str, Any] = {
    "date": "2026-11-30",
    "kind": "update",
    "reason": "Another document was read.",
    "was": {"made": "2024-03", "looked_in": []},
}
WRITTEN = """\
  - date: 2026-11-30
    kind: update
    reason: Another document was read.
    was:
      made: 2024-03
      looked_in: []  # only added to
"""
OLD = "  - {date: 2026-11-29, kind: wording, reason: Shorter., was: {place: x}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claim: A.\n", f"claim: A.\nrevisions:\n{WRITTEN}"),
        ("claim: A.", f"claim: A.\nrevisions:\n{WRITTEN}"),
        ("claim: A.\n\n# the end\n", f"claim: A.\nrevisions:\n{WRITTEN}\n# the end\n"),
        (f"revisions:\n{OLD}claim: A.\n", f"revisions:\n{OLD}{WRITTEN}claim: A.\n"),
        ("revisions: []\nclaim: A.\n", f"revisions:\n{WRITTEN}claim: A.\n"),
        ("url: x\nseal:\n  on: y\n", f"url: x\nrevisions:\n{WRITTEN}seal:\n  on: y\n"),
        ("note: |\n  revisions: no\n", f"note: |\n  revisions: no\nrevisions:\n{WRITTEN}"),
        (
            f"revisions:\n{OLD.replace('  - ', '- ')}\nclaim: A.\n",
            f"revisions:\n{OLD.replace('  - ', '- ')}{WRITTEN.replace('  ', '', 1)}\nclaim: A.\n",
        ),
    ],
)
def test_a_record_gets_an_entry(before: str, after: str) -> None:
    """The entry is the last of `revisions`, which comes before the seal or at the end."""
    if "\n- " in before:  # items that are not indented keep it so
        after = before.replace("\n\n", "\n" + WRITTEN.replace("\n  ", "\n")[2:] + "\n")
    assert with_revision(before, ENTRY) == after
    if "\n" in before:
        assert with_revision(before.replace("\n", "\r\n"), ENTRY) == after.replace("\n", "\r\n")


SCALE = """\
garbled:
  label: Garbled
  when: {for: 0}

# the next
open:
  label: Open
"""


def test_a_verdict_gets_an_entry() -> None:
    """In the scale the entry stands under its verdict, and the other verdicts are as they were."""
    entry = "".join(f"  {line}\n" for line in f"revisions:\n{WRITTEN}".splitlines())
    after = SCALE.replace("{for: 0}\n", f"{{for: 0}}\n{entry}")
    assert with_revision(SCALE, ENTRY, "garbled") == after
    assert with_revision(SCALE, ENTRY, "open") == SCALE + entry


def test_what_cannot_be_written_is_refused() -> None:
    """Entries in braces, or a file that cannot be read, are left to a person."""
    for record in ("revisions: [{date: x}]\n", "claim: [\n"):
        with pytest.raises(ValueError, match="paste it under `revisions:` by hand"):
            with_revision(record, ENTRY)


def test_blanks_say_what_they_are_for() -> None:
    """Kind and reason that nobody gave are blanks, which a check finds."""
    lines = entry_lines({**ENTRY, "kind": None, "reason": None})
    assert lines[1:3] == [
        "  kind:  # correction · update · wording",
        "  reason:  # why, for readers",
    ]


@pytest.mark.parametrize(
    "path",
    [*sorted(TINY.glob("data/*/*.yml")), *sorted(ROOT.glob("data/claims/w*.yml"))],
    ids=lambda path: path.stem,
)
def test_every_record_can_be_told_of(path: Path) -> None:
    """A second entry in any record stands behind the first, and all else is as it was."""
    text = path.read_text(encoding="utf-8")
    once = with_revision(text, ENTRY)
    twice = with_revision(once, {**ENTRY, "date": "2026-12-01"})
    second = WRITTEN.replace("2026-11-30", "2026-12-01")
    assert twice.replace(second, "") == once
    assert once.replace(WRITTEN, "").replace("revisions:\n", "") == text.replace("revisions:\n", "")
