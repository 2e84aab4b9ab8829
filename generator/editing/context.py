"""What the rules of editing ask of the whole collection, worked out once for all its claims."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.editing.naming import Naming
from generator.editing.words import Line, is_english, line
from generator.evidence.archive import Verified
from generator.evidence.lineage import groups
from generator.records.claim import Claim
from generator.records.reading import Records


def lines(claim: Claim) -> list[Line]:
    """Return the sentences of a claim that readers meet first: claim, short form, bottom line."""
    found = [line("claim", claim.claim), line("bottom_line", claim.bottom_line)]
    return [*found, line("short", claim.short)] if claim.short else found


@dataclass(frozen=True)
class Context:
    """The records, what verification made of them, and what several rules ask of both."""

    records: Records
    verified: Verified

    @cached_property
    def english(self) -> bool:
        """Whether the site is in English; rules that know English words are silent elsewhere."""
        site = self.records.site
        return site is not None and is_english(site.language)

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the sources that are sealed, so that their whole text was read."""
        return frozenset(id_ for id_, source in self.records.sources.items() if source.seal)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many there are of what bottom lines count: held documents, newsrooms, origins."""
        origins = self.records.origins.values()
        newsrooms = sum(origin.kind == "newsroom" for origin in origins)
        return {"document": len(self.held), "newsroom": newsrooms, "origin": len(origins)}

    @cached_property
    def garbled(self) -> frozenset[str]:
        """The ids of the sources whose text is damaged."""
        sources = self.records.sources
        return frozenset(id_ for id_, source in sources.items() if source.condition == "garbled")

    @cached_property
    def groups(self) -> dict[str, str]:
        """For each origin the one that stands for it."""
        return groups(self.records.origins)

    @cached_property
    def complete(self) -> bool:
        """Whether every record that names or uses another could be read."""
        return not self.records.unread

    @cached_property
    def naming(self) -> Naming:
        """The names that the records know."""
        return Naming(self.records)

    @cached_property
    def verdict_words(self) -> tuple[frozenset[str], re.Pattern[str] | None]:
        """The labels and ids of the scale: single words, and what finds those of several words."""
        names = {id_.replace("-", " ") for id_ in self.records.verdicts}
        names |= {verdict.label.lower() for verdict in self.records.verdicts.values()}
        several = {name for name in names if " " in name or "-" in name}
        several |= {name.replace(" ", "-") for name in several}
        found = whole_words(several, re.IGNORECASE) if several else None
        return frozenset(names - several), found

    @cached_property
    def joined_rightly(self) -> bool:
        """Whether no origin is said to be perhaps one with what it cannot be."""
        return all(finding.code != "E412" for finding in self.verified.findings)

    @cached_property
    def misspelt(self) -> re.Pattern[str] | None:
        """What finds the listed wrong spellings of names; None where there are none."""
        wrong = {word for person in self.records.people.values() for word in person.wrong_spellings}
        return whole_words(wrong) if wrong else None

    def resolved(self, claim: Claim) -> bool:
        """Say whether every source and origin that a claim names is there."""
        sources, origins = self.records.sources, self.records.origins
        return all(id_ in sources for id_ in claim.looked_in) and all(
            e.source in sources and (e.origin is None or e.origin in origins)
            for e in claim.evidence
        )


def whole_words(strings: set[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what finds any of these strings as whole words, the longest first."""
    ordered = sorted(strings, key=lambda string: (-len(string), string))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", flags)
