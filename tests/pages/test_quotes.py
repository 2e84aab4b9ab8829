"""Every quote read back from the built pages equals its record, character for character."""

from pathlib import Path
from typing import Any

import pytest

from generator.evidence.sentences import fold
from tests.pages.dom import Element, parse
from tests.pages.sites import drafts, pages_of, published, variants

pytestmark = pytest.mark.slow
Quote = tuple[str, str, str]


def words(e: dict[str, Any]) -> str:
    """Return what a piece of evidence quotes."""
    return str(e.get("passage") or e["excerpt"])


def recorded(record: dict[str, Any]) -> list[Quote]:
    """Return the words, the quote in them and the language of all evidence or wordings.

    In words whose sense is lost nothing is lit, so that the quote is all of them.
    """
    return [
        (words(e), lit if e.get("damage") != "sense" else words(e), e.get("language", "en"))
        for e in record.get("evidence") or record["wordings"]
        for lit in [e.get("quote") or words(e)]
    ]


def shown(page: Element) -> list[Quote]:
    """Return the same as a page shows it; on a page without highlights the quote is all words."""
    found = []
    for one in page.all("p", "fc-words"):
        marks = [mark.text for mark in one.all("mark")]
        assert len(marks) <= 1
        found.append((one.text, (marks or [one.text])[0], one.attributes.get("lang", "en")))
    return found


def test_a_page_shows_its_quotations_word_for_word(any_site: tuple[Path, Path]) -> None:
    """What a claim or a variant quotes stands on its page, unchanged and with its quote lit."""
    site, root = any_site
    claims = {f"claims/{id_}": claim for id_, claim in published(root).items()}
    claims |= {f"variants/{id_}": variant for id_, variant in variants(root).items()}
    for id_, claim in claims.items():
        found = sorted(shown(parse(pages_of(site)[f"{id_}/index.html"])))
        wanted = sorted(recorded(claim))
        assert [(w, lang) for w, _, lang in found] == [(w, lang) for w, _, lang in wanted], id_
        for (_, lit, _), (text, quote, _) in zip(found, wanted, strict=True):
            assert lit == quote or (quote not in text and fold(lit) == fold(quote)), id_
    assert sum(len(recorded(claim)) for claim in claims.values()) > 20


def test_a_source_shows_what_is_marked_in_it(any_site: tuple[Path, Path]) -> None:
    """Of a sealed source the marked parts stand there and no whole passage, of others excerpts."""
    site, root = any_site
    marked: dict[str, set[str]] = {}
    excerpts: dict[str, set[str]] = {}
    lost = {
        (piece["source"], piece.get("passage"))
        for record in (*published(root).values(), *variants(root).values())
        for piece in (record.get("evidence") or record["wordings"])
        if piece.get("damage") == "sense"
    }
    for record in (*published(root).values(), *variants(root).values()):
        for piece in record.get("evidence") or record["wordings"]:
            if "excerpt" in piece:
                excerpts.setdefault(piece["source"], set()).add(words(piece))
            elif "stance" in piece and (piece["source"], piece["passage"]) not in lost:
                part = piece.get("quote", words(piece))
                marked.setdefault(piece["source"], set()).add(" ".join(part.split()))
    for path in (root / "data" / "sources").glob("*.yml"):
        page = parse(pages_of(site)[f"sources/{path.stem}/index.html"])
        found = [" ".join(text.split()) for text, _, _ in shown(page)]
        if path.stem in marked:
            cut = {text.removeprefix("… ").removesuffix(" …") for text in found}
            assert cut == marked[path.stem], path.stem
        else:
            assert set(found) == {" ".join(e.split()) for e in excerpts.get(path.stem, set())}
            assert len(set(found)) == len(found), path.stem
    assert sum(map(len, (*marked.values(), *excerpts.values()))) > 15


def test_no_draft_is_built(any_site: tuple[Path, Path]) -> None:
    """Of a draft nothing is built: no page, no link, no sentence, not in the search either."""
    site, root = any_site
    files = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    texts = [
        text
        for id_, claim in drafts(root).items()
        for text in (f"claims/{id_}", claim["claim"], claim["bottom_line"], claim["why_checked"])
    ]
    for id_, variant in variants(root, drafts=True).items():
        texts += [f"variants/{id_}", variant["title"], variant["changed"], variant["why"]]
    for text in texts:
        typed = [path for path, held in files.items() if text.encode() in held]
        read = [path for path, page in pages_of(site).items() if text in parse(page).text]
        assert (typed, read) == ([], []), text
