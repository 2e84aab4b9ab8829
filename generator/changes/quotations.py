"""Quotations in two states of a record: which came, which went, and what changed in the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.changes.fields import FieldChange, field_changes
from generator.changes.titles import Named, Titles
from generator.changes.wording import Rewording, matches, reword
from generator.records.claim import Claim
from generator.records.quotation import Quotation
from generator.records.variant import Variant

_WORDS = ("passage", "excerpt")


@dataclass(frozen=True, slots=True)
class QuotationChange:
    """A quotation that came, went, or changed: its source, stance, form and words as they are now.

    Of one that went these are as they were. `reworded` are its words where they changed; `fields`
    is whatever else did, the part that is marked (`quote`) and what we read in it. In a variant
    the stance is empty.
    """

    what: Literal["added", "removed", "changed"]
    source: Named
    stance: str
    form: Literal["passage", "excerpt"]
    quotation: str
    reworded: Rewording | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def is_reworded(self) -> bool:
        """Whether its words changed, or the part of them that is marked."""
        return bool(self.reworded) or any(change.field == "quote" for change in self.fields)

    @property
    def words(self) -> int:
        """How many of its words changed, or of the part that is marked where the rest did not."""
        if self.reworded:
            return self.reworded.words
        return sum(change.words for change in self.fields if change.field == "quote")


@dataclass(frozen=True)
class _Piece:
    """A quotation with its fields as they are shown, white space in its words as one space."""

    quotation: Quotation
    fields: dict[str, Any]

    @property
    def words(self) -> str:
        return " ".join(self.quotation.words.split())

    @property
    def form(self) -> Literal["passage", "excerpt"]:
        return "passage" if self.quotation.passage else "excerpt"


def quotation_changes(
    old: Claim | Variant | None, new: Claim | Variant | None, titles: Titles
) -> Iterator[QuotationChange]:
    """Yield how the quotations of a record differ: changed, added and removed, each in order."""
    before, after = _pieces(old, titles), _pieces(new, titles)
    paired = _paired(before, after)
    for i, k in sorted(paired.items(), key=lambda pair: pair[1]):
        if before[i].fields != after[k].fields:
            yield _changed(before[i], after[k], titles)
    for k, piece in enumerate(after):
        if k not in paired.values():
            yield _alone("added", piece, titles)
    for i, piece in enumerate(before):
        if i not in paired:
            yield _alone("removed", piece, titles)


def _pieces(record: Claim | Variant | None, titles: Titles) -> list[_Piece]:
    if record is None:
        return []
    quoting = record.quoting()
    shown = titles.shown(record)[quoting.key]
    for fields in shown:
        for key in (*_WORDS, "quote"):
            if key in fields:
                fields[key] = " ".join(fields[key].split())
    return [_Piece(one, fields) for one, fields in zip(quoting.pieces, shown, strict=True)]


def _paired(before: Sequence[_Piece], after: Sequence[_Piece]) -> dict[int, int]:
    """Return which quotation of now is which of before: the same, the same words, or like words.

    Words that are only alike belong together in one source alone.
    """
    found: dict[int, int] = {}
    for same in (
        lambda piece: sorted(map(repr, piece.fields.items())),
        lambda piece: (piece.words, piece.quotation.source),
        lambda piece: piece.words,
    ):
        left = {k: same(piece) for k, piece in enumerate(after) if k not in found.values()}
        for i, piece in enumerate(before):
            if i not in found:
                k = next((k for k, key in left.items() if key == same(piece)), None)
                if k is not None:
                    found[i] = k
                    del left[k]
    for source in sorted({piece.quotation.source for piece in before}):
        olds = [i for i in _of(source, before) if i not in found]
        news = [k for k in _of(source, after) if k not in found.values()]
        likely = matches([before[i].words for i in olds], [after[k].words for k in news])
        found |= {olds[i]: news[k] for i, k in likely}
    return found


def _of(source: str, pieces: Sequence[_Piece]) -> Iterator[int]:
    return (number for number, one in enumerate(pieces) if one.quotation.source == source)


def _changed(old: _Piece, new: _Piece, titles: Titles) -> QuotationChange:
    before, after = ({"form": one.form, **one.fields} for one in (old, new))
    return QuotationChange(
        "changed",
        titles.named("sources", new.quotation.source),
        getattr(new.quotation, "stance", ""),
        new.form,
        new.words,
        reword(old.words, new.words) if old.words != new.words else None,
        tuple(field_changes(before, after, apart=_WORDS)),
    )


def _alone(what: Literal["added", "removed"], piece: _Piece, titles: Titles) -> QuotationChange:
    return QuotationChange(
        what,
        titles.named("sources", piece.quotation.source),
        getattr(piece.quotation, "stance", ""),
        piece.form,
        piece.words,
    )


def only_reordered(
    old: Claim | Variant | None, new: Claim | Variant | None, titles: Titles
) -> bool:
    """Say whether a record's quotations are the same ones in another order."""
    before, after = ([piece.fields for piece in _pieces(one, titles)] for one in (old, new))
    return before != after and sorted(map(repr, before)) == sorted(map(repr, after))
