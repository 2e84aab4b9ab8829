"""What a claim's evidence adds up to in two states, its verdicts, and why they are not the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.changes.titles import Named, Titles
from generator.evidence.figures import Figures, counted, opposed
from generator.evidence.verdicts import by_rule, carried
from generator.records.claim import Claim
from generator.records.reading import Records
from generator.records.verdict import Verdict

_FIGURES = (
    *("for_", "against", "documents", "excerpts", "inferred", "uncounted", "for_any"),
    *("against_proved", "settled", "stated", "damaged", "parallel", "other_credit"),
    *("qualified", "spoken"),
)
_SIDES: tuple[Literal["for", "against"], ...] = ("for", "against")

Cause = Literal["evidence", "scale", "both", "editors", "no rule", "unknown", ""]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a claim in two states, by the scale's name for it."""

    figure: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class OriginsChange:
    """The origins that count `for` or `against` a claim now and did not, and those no more."""

    side: Literal["for", "against"]
    added: tuple[Named, ...]
    removed: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict as readers see it: its id, its word, and its family; unknown where empty."""

    id: str
    label: str
    family: Literal["stands", "open", "fails", ""]


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A claim's verdict in two states, None where there was or is none, and what changed it.

    `evidence`: by the rules of before the new evidence carries the new verdict; `scale`: by the
    rules of now the old evidence does; `both`: neither alone; `no rule`: the evidence carries
    another; `editors`: the scale has no rules; `unknown`: not all figures are known.
    """

    old: Judged | None
    new: Judged | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim in one state: its figures where they are known, and the records of then.

    `groups` maps each origin to the one that stands for it.
    """

    claim: Claim
    figures: Figures | None
    records: Records
    groups: Mapping[str, str]

    @property
    def scale(self) -> Mapping[str, Verdict]:
        """The verdicts of then."""
        return self.records.verdicts

    def judged(self, verdict: str) -> Judged:
        """Return a verdict of the scale; of one that is not on it only its id is known."""
        found = self.scale.get(verdict)
        return Judged(verdict, found.label, found.family) if found else Judged(verdict, verdict, "")

    @property
    def declared(self) -> Judged:
        """The verdict that the claim declares."""
        return self.judged(self.claim.verdict)

    def counting(self, side: Literal["for", "against"]) -> set[str]:
        """Return the origins of the evidence that counts; the figures must be known."""
        weigh = counted if side == "for" else opposed
        records = self.records
        found = weigh(self.claim, records.sources, records.origins, self.groups)
        return {one.origin for one in found if one.origin}

    def carries(self) -> Judged | None:
        """Return the verdict that the evidence carries where that is not the one declared."""
        if self.figures is None or not by_rule(self.scale):
            return None
        found = carried(self.scale, self.figures, self.claim.kind)
        if found is None:
            return Judged("", "no verdict of the scale", "")
        return self.judged(found) if found != self.claim.verdict else None


def figure_changes(old: Weighed | None, new: Weighed | None) -> Iterator[FigureChange]:
    """Yield every figure that differs; none where one side's are not known."""
    before, after = (one.figures if one else Figures() for one in (old, new))
    if before is None or after is None:
        return
    for name in _FIGURES:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield FigureChange(name.rstrip("_"), was, now)


def origins_changes(
    old: Weighed | None, new: Weighed | None, titles: Titles
) -> Iterator[OriginsChange]:
    """Yield the origins that count otherwise than before; none where figures are not known."""
    if any(one and one.figures is None for one in (old, new)):
        return
    for side in _SIDES:
        was, now = (
            {titles.named("origins", id_) for id_ in (one.counting(side) if one else ())}
            for one in (old, new)
        )
        if was != now:
            yield OriginsChange(side, tuple(sorted(now - was)), tuple(sorted(was - now)))


def verdict_change(old: Weighed | None, new: Weighed | None) -> VerdictChange | None:
    """Return how the verdict of a claim differs; None where it is the same one."""
    if old is None or new is None:
        came, went = new.declared if new else None, old.declared if old else None
        return VerdictChange(went, came, "") if came or went else None
    if old.claim.verdict == new.claim.verdict:
        return None
    return VerdictChange(old.declared, new.declared, _cause(old, new))


def _cause(old: Weighed, new: Weighed) -> Cause:
    if not by_rule(new.scale):
        return "editors"
    if old.figures is None or new.figures is None:
        return "unknown"
    wanted = new.claim.verdict
    if carried(new.scale, new.figures, new.claim.kind) != wanted:
        return "no rule"
    if carried(old.scale, new.figures, new.claim.kind) == wanted:
        return "evidence"
    if carried(new.scale, old.figures, old.claim.kind) == wanted:
        return "scale"
    return "both"
