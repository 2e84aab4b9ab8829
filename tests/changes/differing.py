"""Two states of the tiny archive, as files: what changed between them, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline
from generator.changes.change import Meaning
from generator.changes.meaning import State, meaning
from tests.specimens import _SECTION, ROOT, TINY, Overlay, _content, _patched, tiny

FOLDER = ROOT / "tests" / "differences"

Changes = Mapping[str, str | bytes | None]


def states(now: Changes, before: Changes | None = None) -> tuple[State, State]:
    """Return the tiny archive before and now, each with its changes."""
    return pipeline.states(_overlay(now), _overlay(before or {}))


def meant(now: Changes, before: Changes | None = None) -> Meaning:
    """Return what the change from one to the other means."""
    return meaning(*states(now, before))


def _overlay(changes: Changes) -> Overlay:
    given = {
        path: change.encode() if isinstance(change, str) else change
        for path, change in changes.items()
    }
    return Overlay(TINY, given)


@dataclass(frozen=True)
class Case:
    """A change of the tiny archive as a file: what it is, both states, and the exact report.

    The format is described in tests/differences/README.md.
    """

    path: Path
    sentence: str
    before: Changes
    now: Changes
    expected: str

    def meaning(self) -> Meaning:
        """Return what the change means."""
        return meant(self.now, self.before)

    def rewrite(self, report: str) -> None:
        """Make the expected report of the file this one."""
        kept = self.path.read_text(encoding="utf-8").partition("=== expected\n")[0]
        text = f"{kept}=== expected\n{report}"
        self.path.write_text(text, encoding="utf-8", newline="\n")


def cases() -> list[Case]:
    """Return every case, by name."""
    return [_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def _case(path: Path) -> Case:
    sentence, *sections = _SECTION.split(path.read_text(encoding="utf-8"))
    states: dict[str, dict[str, str | bytes | None]] = {"before": {}, "now": {}}
    expected = ""
    for header, body in zip(sections[::2], sections[1::2], strict=True):
        if header == "expected":
            expected = body
            continue
        when, verb, name = header.split(" ", 2)
        changes = states[when]
        if verb == "edit":
            changes[name] = _patched(tiny(name), body)
        elif verb == "file":
            changes[name] = _content(body, "")
        elif verb == "without":
            changes[name] = None
        else:
            raise ValueError(f"{path}: what is {header!r}?")
    return Case(path, sentence.strip(), states["before"], states["now"], expected)
