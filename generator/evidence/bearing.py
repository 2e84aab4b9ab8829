"""On which claims a source, an origin or a verdict bears."""

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from generator.evidence.lineage import groups
from generator.records.claim import Claim
from generator.records.origin import Origin
from generator.records.source import Source


class Collection(Protocol):
    """Claims, sources and origins by id: an archive, or records as read."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim, by id."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        ...

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Every origin, by id."""
        ...


class Bearing:
    """Which published claims the sources, origins and verdicts of one state bear on."""

    def __init__(self, records: Collection) -> None:
        """Remember the records; they are gone through once, and only when asked."""
        self._records = records

    def on(self, kind: str, id_: str) -> set[str]:
        """Return the published claims that a source, an origin or a verdict bears on.

        A source bears on those that quote it, or quote one that is known by its sentences; an
        origin on those that name it, or another that may be the same act; a verdict on those that
        have it.
        """
        if kind == "origins":
            id_ = self._groups.get(id_, id_)
        known = (id_, *self._matching.get(id_, ())) if kind == "sources" else (id_,)
        return {claim for one in known for claim in self._claims.get((kind, one), ())}

    @cached_property
    def _groups(self) -> dict[str, str]:
        return groups(self._records.origins)

    @cached_property
    def _matching(self) -> dict[str, set[str]]:
        """The sources that are known by the sentences of each."""
        found: dict[str, set[str]] = {}
        for source in self._records.sources.values():
            for other in source.matches():
                found.setdefault(other, set()).add(source.id)
        return found

    @cached_property
    def _claims(self) -> dict[tuple[str, str], set[str]]:
        """The published claims by what they have, quote and name; of origins by their group."""
        found: dict[tuple[str, str], set[str]] = {}
        for claim in self._records.claims.values():
            if claim.published:
                named = {("verdicts", claim.verdict)}
                named |= {("sources", e.source) for e in claim.evidence}
                origins = {o for e in claim.evidence for o in (e.origin, e.credits) if o}
                named |= {("origins", self._groups.get(o, o)) for o in origins}
                for one in named:
                    found.setdefault(one, set()).add(claim.id)
        return found
