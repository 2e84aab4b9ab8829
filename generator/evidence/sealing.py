"""Sealing a source's document, and repeating a seal to see whether it still holds."""

from collections.abc import Set
from dataclasses import dataclass

from generator.evidence.seal import ALGORITHM, decode, document_hash, hashes
from generator.evidence.sealtext import replace_seal, seal_block
from generator.evidence.sentences import split
from generator.records.source import Seal, Source


class SealError(ValueError):
    """Why a document cannot be sealed, in one sentence."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A source's record with its seal, and what the seal holds."""

    record: str
    sentences: int
    changed: bool


def seal(
    source: Source,
    record: str,
    raw: bytes,
    on: str,
    skip: Set[int] | None = None,
    headline: Set[int] | None = None,
) -> Sealed:
    """Return the record text with the seal of a document as its last key.

    Args:
        source: the record as read.
        record: its text, unchanged.
        raw: the document's bytes.
        on: the day of sealing, such as `2026-11-22`; an unchanged seal keeps its day.
        skip: numbers of boilerplate; None keeps those of the seal there is.
        headline: numbers of the headline's sentences; None likewise.

    Raises:
        SealError: when the document changed and nobody said which numbers are boilerplate now,
            a number does not exist, or the document has no sentences.
    """
    old, document, text = source.seal, document_hash(raw), decode(raw)
    made = hashes(source.id, text)
    if not made:
        raise SealError("the document holds no sentences")
    if old and old.sentences != made and ((old.skip and skip is None) or _unsaid(old, headline)):
        raise SealError(
            "the document has changed, so sentence numbers have too: say --skip and --headline "
            "again (`factcheck seal --show` lists the sentences; `none` for none)"
        )
    skip = (old.skip if old else frozenset()) if skip is None else skip
    headline = (old.headline if old else frozenset()) if headline is None else headline
    if beyond := [n for n in sorted(skip | headline) if n > len(made)]:
        raise SealError(f"there is no sentence {beyond[0]}; the document has {len(made)}")
    same = old is not None and (old.algorithm, old.sentences, old.document) == (
        ALGORITHM,
        made,
        document,
    )
    if same and old is not None and (old.skip, old.headline) == (skip, headline):
        return Sealed(record, len(made), changed=False)
    day = old.on.text if same and old is not None else on
    block = seal_block(document, day, skip, headline, made)
    return Sealed(replace_seal(record, block), len(made), changed=True)


def _unsaid(old: Seal, headline: Set[int] | None) -> bool:
    return bool(old.headline) and headline is None


def differences(source: Source, raw: bytes) -> list[str]:
    """Return how a document differs from a source's seal, one line each; none when it is the same.

    Raises SealError when the source has no seal, ValueError when the document is not UTF-8.
    """
    if source.seal is None:
        raise SealError(f"{source.id} has no seal to repeat")
    made, sealed = hashes(source.id, decode(raw)), source.seal.sentences
    found = []
    if document_hash(raw) != source.seal.document:
        found.append("the document's bytes are not those that were sealed")
    if len(made) != len(sealed):
        found.append(f"the document has {len(made)} sentences, the seal {len(sealed)}")
    for number, (one, other) in enumerate(zip(made, sealed, strict=False), 1):
        if one != other:
            found.append(f"sentence {number} is not the sealed one")
    return found


def listing(raw: bytes, skip: Set[int], headline: Set[int]) -> list[str]:
    """Return the document's sentences with their numbers, boilerplate and headline marked."""
    lines = []
    for sentence in split(decode(raw)):
        mark = "-" if sentence.number in skip else "#" if sentence.number in headline else " "
        lines.append(f"{sentence.number:4} {mark} {' '.join(sentence.own.split())}")
    return lines
