"""Sites built for real by MkDocs, and the records that they are compared with."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.evidence.archive import Archive
from generator.pages import Settings, build
from generator.pages.page import Page
from tests.specimens import Overlay

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "archives" / "small"


def run(*words: str, **environment: str) -> str:
    """Run Python with these words, check that it ends well, and return what it said."""
    plain = {"SITE_URL": "", "REPO_URL": "", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **plain, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def build_site(root: Path, site: Path, **environment: str) -> str:
    """Build a microsite into a folder, strictly, and return what MkDocs said."""
    config = str(root / "mkdocs.yml")
    return run("-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(site), **environment)


@cache
def pages_of(site: Path) -> dict[str, str]:
    """Return every HTML page of a built site, by path."""
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}


def themed(site: Path) -> dict[str, str]:
    """Return the pages that a theme made: all but those that only lead to a new address."""
    pages = pages_of(site).items()
    return {path: html for path, html in pages if 'http-equiv="refresh"' not in html}


@cache
def archive(root: Path = SMALL) -> Archive:
    """Return the verified archive of a microsite, with no findings but odd links and quotes."""
    checked = pipeline.check(root)
    assert {finding.code for finding in checked.findings} <= {"W703", "W718"}
    assert checked.archive is not None
    return checked.archive


def changed(changes: dict[str, str | None]) -> Archive:
    """Return the small archive with some files changed, added or taken away."""
    given = {path: text if text is None else text.encode() for path, text in changes.items()}
    checked = pipeline.check_tree(Overlay(SMALL, given), lambda document: None)
    assert checked.archive is not None, checked.findings
    return checked.archive


def edited(path: str, old: str, new: str) -> dict[str, str | None]:
    """Return the change that replaces the one place of a text in a file of the small archive."""
    text = (SMALL / path).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def made(of: Archive, settings: Settings | None = None) -> dict[str, Page]:
    """Return the generated pages of an archive, by path; those of the small one are made once."""
    settings = settings or Settings()
    return dict(_small(settings)) if of is archive() else _pages(of, settings)


@cache
def _small(settings: Settings) -> dict[str, Page]:
    return _pages(archive(), settings)


def _pages(of: Archive, settings: Settings) -> dict[str, Page]:
    return {page.path: page for page in build(of, settings) if isinstance(page, Page)}


@cache
def published(root: Path) -> dict[str, dict[str, Any]]:
    """Return the published claims as PyYAML reads them, by id: what the pages must agree with."""
    return {id_: claim for id_, claim in _claims(root) if "published" in claim}


@cache
def variants(root: Path, drafts: bool = False) -> dict[str, dict[str, Any]]:
    """Return the published variants as PyYAML reads them, by id, or those that are drafts."""
    paths = sorted((root / "data" / "variants").glob("*.yml"))
    read = {path.stem: _mapping(path) for path in paths}
    return {id_: one for id_, one in read.items() if ("published" not in one) == drafts}


@cache
def drafts(root: Path) -> dict[str, dict[str, Any]]:
    """Return the drafts as PyYAML reads them, by id."""
    return {id_: claim for id_, claim in _claims(root) if "published" not in claim}


@cache
def verdicts(root: Path) -> dict[str, dict[str, Any]]:
    """Return the scale as PyYAML reads it."""
    return _mapping(root / "data" / "verdicts.yml")


def _claims(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((root / "data" / "claims").glob("*.yml")):
        yield path.stem, _mapping(path)


def _mapping(path: Path) -> dict[str, Any]:
    value = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(value, dict)
    return value
