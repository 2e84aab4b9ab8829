"""Quotation marks in our own sentences: what stands between them, the evidence has."""

import re
from collections.abc import Iterator

from generator.editing.context import Context
from generator.evidence.sentences import fold
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim
from generator.records.quotation import Quoting
from generator.records.variant import Variant

_CURLY = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'"([^"]*)"')
_ENDS = " .,;:!?'’"
_MARK = re.compile('[“”"]')


@rule("W718")
def quoted_by_nobody(place: Place, words: str) -> Facts:
    """What our own sentences set in quotation marks stands in a quotation of the record.

    Whoever reads “…” takes it for somebody's words. `…` may stand for words that are left out.

    Bad:
        bottom_line: She said that the bridge was “a disgrace”.    # no passage has it
    Good:
        bottom_line: She said that the bridge was “not safe”.      # a passage has it
    """
    hint = "quote what a passage or excerpt of this record has, or take away the quotation marks"
    yield place, f"no quotation of this record has “{words}”", hint


@rule("W723")
def mark_left_open(place: Place) -> Facts:
    """Quotation marks in our own sentences come in pairs.

    Where one is left open nobody can tell our words from somebody else's, and nothing behind it
    is checked.

    Bad:
        bottom_line: She said that the bridge was “not safe.
    Good:
        bottom_line: She said that the bridge was “not safe”.
    """
    yield place, "a quotation mark is not closed", "close it, or take it away"


def findings(context: Context, record: Claim | Variant) -> Iterator[Finding]:
    """Yield the quotations in a record's own sentences that its evidence does not have."""
    for key, text in _sentences(record):
        if _MARK.search(text) is None:
            continue
        quoting = record.quoting()
        if text.count("“") != text.count("”") or text.count('"') % 2:
            yield from mark_left_open(context.records.place(quoting.kind, record.id, key))
            continue
        held = _held(context, quoting)
        for words in (*_CURLY.findall(text), *_STRAIGHT.findall(_CURLY.sub("", text))):
            if not all(_stands(piece, held) for piece in fold(words).split("...")):
                place = context.records.place(quoting.kind, record.id, key)
                yield from quoted_by_nobody(place, words)


def _sentences(record: Claim | Variant) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a record that readers meet first, with their keys."""
    if isinstance(record, Variant):
        yield from (("title", record.title), ("changed", record.changed))
    else:
        yield from (("claim", record.claim), ("bottom_line", record.bottom_line))
        if record.short:
            yield "short", record.short


def _held(context: Context, quoting: Quoting) -> list[str]:
    """Return all that a record quotes, and the terms that the site explains."""
    texts = [piece.words for piece in quoting.pieces]
    texts += [piece.translation.text for piece in quoting.pieces if piece.translation]
    if context.records.site:
        texts += [term.term for term in context.records.site.glossary]
    return texts


def _stands(piece: str, held: list[str]) -> bool:
    """Say whether one of these has the words, in any case; most have them letter by letter."""
    sought = piece.strip(_ENDS).casefold()
    if not sought or any(_has(text.casefold(), sought) for text in held):
        return True
    return any(_has(fold(text).casefold(), sought) for text in held)


def _has(text: str, words: str) -> bool:
    """Say whether a text has these words, and not as a part of longer ones."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(words, at + 1)
    return False
