"""The one place where the stages meet: files → records → archive → pages."""

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.changes import form, rules
from generator.changes.meaning import State
from generator.editing import home, lint
from generator.evidence.archive import Archive, Verified, verify
from generator.evidence.seal import decode
from generator.evidence.search import Hit, quoted
from generator.findings import Finding
from generator.pages import Asset, Page, Settings, build, handwritten, proselinks
from generator.records.reading import Records, read
from generator.records.tree import Base, Tree, WorkTree


@dataclass
class Checked:
    """The outcome of a check: an archive when no error is left, and all findings by place."""

    archive: Archive | None
    findings: list[Finding]
    claims: int
    skipped: list[str] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)


def check(
    root: Path, texts: Path | None = None, base: Base | None = None, latest: date | None = None
) -> Checked:
    """Return the verified archive of the microsite at `root`, and every finding, sorted by place.

    `texts` is a folder with documents that were sealed, found by their sha256; with it a passage
    that fails is shown beside its nearest match. `base` is an earlier state of the data: what was
    published there may have changed only as revisions say. `latest` is the last day that a record
    may name of itself; without it the clock is not asked. Raises OSError when `root` has no data.
    """
    return check_tree(
        WorkTree(root), _texts(texts) if texts else lambda document: None, base, latest
    )


def check_tree(
    tree: Tree,
    texts: Callable[[str], str | None],
    base: Base | None = None,
    latest: date | None = None,
) -> Checked:
    """Return the same for any tree of files."""
    with _no_collecting():
        records = read(tree)
        verified: Verified = verify(records, texts)
        verified.findings += handwritten.findings(tree, records)
        verified.findings += proselinks.findings(records)
        verified.findings += lint.findings(records, verified)
        verified.findings += home.findings(tree, records)
        verified.findings += form.findings(records, latest)
        if base is not None:
            verified.findings += rules.findings(read(base, known=records), records, base.name)
    if any(finding.severity == "error" for finding in verified.findings):
        verified.archive = None
    ordered = sorted(verified.findings, key=lambda finding: (finding.place, finding.code))
    count = sum(kind == "claims" for kind, _ in records.documents)
    return Checked(verified.archive, ordered, count, sorted(set(verified.skipped)))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Pause the cycle collector: a check makes values by the hundred thousand, and no cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def pages(archive: Archive, settings: Settings) -> list[Page | Asset]:
    """Return every generated page and asset of an archive.

    Raises ValueError when two of them have one path.
    """
    return build(archive, settings)


def read_both(root: Path, base: Tree) -> tuple[Records, Records]:
    """Return the records as they were at `base` and as they are now, unverified."""
    after = read(WorkTree(root))
    return read(base, known=after), after


def states(tree: Tree, base: Tree) -> tuple[State, State]:
    """Return the collection as it was at `base` and as it is in `tree`, each verified.

    What the two share is read once. Raises OSError when `tree` has no data.
    """
    with _no_collecting():
        after = read(tree)
        before = read(base, known=after)
        return _state(base, before), _state(tree, after)


def _state(tree: Tree, records: Records) -> State:
    return State(records, verify(records).figures, dict(_handwritten(tree)))


def _handwritten(tree: Tree) -> Iterator[tuple[str, bytes]]:
    """Yield the hand-written pages that can be read; none where there is no such folder."""
    with suppress(FileNotFoundError):
        for path in tree.files("docs"):
            if path.endswith(".md"):
                with suppress(OSError):
                    yield path, tree.read(path)


def find(root: Path, words: str) -> list[Hit]:
    """Return every passage and excerpt of the microsite that holds the words."""
    return list(quoted(read(WorkTree(root)), words))


def _texts(folder: Path) -> Callable[[str], str | None]:
    """Return a function that gives the text with a sha256; the folder is read when first asked."""
    found: dict[str, str] = {}
    looked = False

    def text(document: str) -> str | None:
        nonlocal looked
        if not looked:
            looked = True
            for path in sorted(folder.iterdir()):
                if path.is_file():
                    raw = path.read_bytes()
                    try:
                        found[hashlib.sha256(raw).hexdigest()] = decode(raw)
                    except ValueError:
                        continue
        return found.get(document)

    return text
