"""Drafts build nowhere: a site is the same, to the last byte, with them and without."""

import gzip
import shutil
from pathlib import Path

import pytest

from generator.pages import Asset, Settings, build
from generator.pages.handwritten import fill
from tests.pages.sites import SMALL, build_site, changed

WORD = "qxdraft"  # begins every word of the drafts and stands in no other text
CLAIM = f"""\
# yaml-language-server: $schema=../schemas/claim.schema.json
claim: {WORD}claim {WORD}sentence.
short: {WORD}short
claimant: {{anonymous: {WORD}anonymous, count: 2}}
made: 1789-07-14
place: {WORD}place
event: {{date: 1789-07-13, place: {WORD}event}}
verdict: unsupported
bottom_line: {WORD}bottom {WORD}line.
why_checked: {WORD}why.
topics: [footbridge, counting]
evidence:
  - source: valley-post
    stance: states
    credits: courier
    passage: It is to be sold to a circus.
    note: {WORD}note.
  - source: tal-bote
    stance: limits
    origin: hill-radio
    speaker: ada-thorn
    excerpt: {WORD}excerpt […]
unknowns: [{WORD}unknown.]
inferred: [{WORD}inferred.]
analysis: {WORD}analysis.
later: [{{date: 2789-07-15, text: {WORD}later.}}]
replies: [{{by: ada-thorn, date: 1789-07-16, text: {WORD}reply.}}]
related: [bridge-closed]
formerly: [{WORD}-formerly]
revisions:
  - {{date: 2024-08-02, kind: correction, reason: So {WORD}reason., was: {{place: {WORD}was}}}}
"""
VARIANT = f"""\
# yaml-language-server: $schema=../schemas/variant.schema.json
title: {WORD}title
kind: scope
wordings:
  - source: valley-post
    passage: It is to be sold to a circus.
    note: {WORD}wording.
  - source: tal-bote
    origin: hill-radio
    excerpt: {WORD}words […]
nearest: unknown
why: {WORD}because.
changed: {WORD}changed.
claims: [bridge-closed, sold-to-a-circus]
formerly: [{WORD}-variant-before]
revisions:
  - {{date: 2024-08-03, kind: correction, reason: So {WORD}reason., was: {{changed: {WORD}was}}}}
"""
DRAFTS = {
    f"data/claims/{WORD}-claim.yml": CLAIM,
    f"data/variants/{WORD}-variant.yml": VARIANT,
}
SETTINGS = Settings(repo_url="https://github.com/some/bridge", site_url="https://example.org/b/")
HOME = (SMALL / "docs" / "index.md").read_text("utf-8")


def everything(drafts: dict[str, str | None], settings: Settings) -> dict[str, bytes]:
    """Every page and file made of the small archive with more records, by path."""
    of = changed(drafts)
    made = {
        one.path: one.content
        if isinstance(one, Asset)
        else one.text().encode() + one.indexed.encode()
        for one in build(of, settings)
    }
    return made | {"index.md": fill(of, "index.md", HOME, settings).encode()}


@pytest.mark.slow
def test_a_site_is_the_same_with_drafts_and_without() -> None:
    """No page, list, count, chart, card, feed, search text or redirect shows that there are any."""
    assert everything(dict(DRAFTS), SETTINGS) == everything({}, SETTINGS)


def test_a_preview_shows_what_the_test_looks_for() -> None:
    """Each word of the drafts would be found: a preview shows them all."""
    shown = everything(dict(DRAFTS), Settings(site_url=SETTINGS.site_url, drafts=True))
    text = b" ".join(shown.values()).decode("utf-8", "replace").replace("&#45;", "-")
    for draft in DRAFTS.values():
        for word in {word.strip("{}[].,:") for word in draft.split() if WORD in word}:
            assert word in text, word


@pytest.mark.slow
def test_no_word_of_a_draft_is_in_a_built_site(tmp_path: Path) -> None:
    """Not one file of a site holds a word of a draft, though what is published names it."""
    root = Path(shutil.copytree(SMALL, tmp_path / "microsite"))
    for path, draft in DRAFTS.items():
        (root / path).write_text(draft, encoding="utf-8")
    published = root / "data" / "claims" / "sold-to-a-circus.yml"
    record = published.read_text("utf-8")
    link = f"[the other](claims/{WORD}-claim/) and [that](variants/{WORD}-variant/)"
    told = f"analysis: See {link}.\nrelated: [{WORD}-claim]\n"
    assert "analysis:" not in record
    assert "related:" not in record
    published.write_text(record + told, encoding="utf-8")
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{config}\nsite_url: https://example.org/b/\n", "utf-8")
    build_site(root, tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert len(files) > 100
    for file in files:
        assert WORD not in file.relative_to(tmp_path).as_posix()
        held = file.read_bytes()
        held = gzip.decompress(held) if file.suffix == ".gz" else held
        assert WORD.encode() not in held.lower(), file
