"""Small microsites for the tests: the tiny archive, changed here and there, and cases as files."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import pipeline
from generator.publish import reports
from generator.records.tree import WorkTree

ROOT = Path(__file__).parent.parent
ARCHIVES = ROOT / "tests" / "archives"
TINY = ARCHIVES / "tiny"
TINY_TEXTS = ARCHIVES / "tiny-texts"
CASES = ROOT / "tests" / "cases"

_SECTION = re.compile(r"(?m)^=== (.+)\n")
_CODE_POINT = re.compile(r"<U\+([0-9A-F]{4,6})>")


@dataclass(frozen=True)
class Overlay:
    """A tree of files: those of a folder, some of them replaced, added or (None) taken away."""

    base: Path = TINY
    changes: Mapping[str, bytes | None] = field(default_factory=dict)
    name: str = "HEAD"

    def files(self, folder: str) -> Iterator[str]:
        """Yield the path of every file below a folder, sorted."""
        below = set(WorkTree(self.base).files(folder))
        below |= {path for path in self.changes if path.startswith(f"{folder}/")}
        yield from sorted(path for path in below if self.changes.get(path, b"") is not None)

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises OSError when it is not there."""
        found = self.changes.get(path)
        return WorkTree(self.base).read(path) if found is None else found


def check(
    changes: Mapping[str, str | bytes | None], texts: Path | None = None, based: bool = False
) -> pipeline.Checked:
    """Return what a check finds in the tiny archive with these changes, or (`based`) of them."""
    given = {
        path: change.encode() if isinstance(change, str) else change
        for path, change in changes.items()
    }
    at_hand = pipeline._texts(texts) if texts else lambda document: None
    return pipeline.check_tree(Overlay(TINY, given), at_hand, Overlay() if based else None)


def report(checked: pipeline.Checked) -> str:
    """Return the text report of a check."""
    return reports.text(checked.findings, checked.claims, checked.skipped)


def microsite(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Return a folder that holds the tiny archive with these changes, on disk."""
    root = shutil.copytree(TINY, folder / "microsite")
    for path, change in (changes or {}).items():
        if change is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(change.encode() if isinstance(change, str) else change)
    return root


def tiny(path: str) -> str:
    """Return the text of a file of the tiny archive."""
    return (TINY / path).read_text(encoding="utf-8")


def edited(path: str, old: str, new: str) -> dict[str, str]:
    """Return the change that replaces the one place of a text in a file of the tiny archive."""
    text = tiny(path)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


@dataclass(frozen=True)
class Case:
    """One slip in the tiny archive, as a file: what it is, the change, and the exact report.

    The format is described in tests/cases/README.md.
    """

    path: Path
    sentence: str
    changes: Mapping[str, bytes | None]
    texts: Path | None
    schema_is_silent: bool
    based: bool
    expected: str

    @property
    def code(self) -> str:
        """The code that the file's name begins with."""
        return self.path.stem.partition("-")[0]

    def check(self) -> pipeline.Checked:
        """Return what a check finds in the tiny archive with this change."""
        return check(self.changes, self.texts, self.based)

    def rewrite(self, found: pipeline.Checked) -> None:
        """Make the expected report of the file the one of what was found now."""
        kept = self.path.read_text(encoding="utf-8").partition("=== expected\n")[0]
        text = f"{kept}=== expected\n{report(found)}"
        self.path.write_text(text, encoding="utf-8", newline="\n")


def cases() -> list[Case]:
    """Return every case, by name."""
    return [_case(path) for path in sorted(CASES.glob("*.txt"))]


def _case(path: Path) -> Case:
    sentence, *sections = _SECTION.split(path.read_text(encoding="utf-8"))
    changes: dict[str, bytes | None] = {}
    expected, texts, silent, based = "", None, False, False
    for header, body in zip(sections[::2], sections[1::2], strict=True):
        verb, _, rest = header.partition(" ")
        name, _, option = rest.partition(", ")
        if verb == "edit":
            changes[name] = _patched(tiny(name), body).encode()
        elif verb == "file":
            changes[name] = _content(body, option)
        elif verb == "without":
            changes[name] = None
        elif verb == "texts":
            texts = TINY_TEXTS
        elif verb == "schema":
            silent = True
        elif verb == "published":
            based = True
        elif verb == "expected":
            expected = body
        else:
            raise ValueError(f"{path}: what is {header!r}?")
    return Case(path, sentence.strip(), changes, texts, silent, based, expected)


def _patched(text: str, body: str) -> str:
    """Return the text after the hunks of a small diff: lines with ` `, `-` or `+` before them."""
    for hunk in body.strip("\n").split("\n\n"):
        lines = [(line[0], f"{_characters(line[1:])}\n") for line in hunk.split("\n")]
        old = "".join(line for sign, line in lines if sign != "+")
        new = "".join(line for sign, line in lines if sign != "-")
        assert f"\n{text}".count(f"\n{old}") == 1, f"not once in the file:\n{old}"
        text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
    return text


def _content(body: str, option: str) -> bytes:
    text = _characters(body)
    if option.endswith(" times"):
        text *= int(option.split()[0])
        option = ""
    return text.encode(option or "utf-8")


def _characters(text: str) -> str:
    """Return the text with `<U+0009>` and the like as the characters that they name."""
    return _CODE_POINT.sub(lambda found: chr(int(found.group(1), 16)), text)


def repository() -> list[Path]:
    """Return every file that is, or would be, in the repository; skips outside a git checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]
