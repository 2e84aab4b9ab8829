"""The picture of verdicts: a bar for each, by family, as long as its claims are many."""

from dataclasses import dataclass
from itertools import groupby

from generator.pages import words
from generator.pages.view import View
from generator.records.verdict import Verdict

LONGEST = 70  # percent of the line, so that the number fits behind every bar


@dataclass(frozen=True)
class Bar:
    """A verdict that some claims have: how many, and its bar's length in percent of the line."""

    id: str
    verdict: Verdict
    count: int
    length: int

    @property
    def claims(self) -> str:
        """How many claims it has, in words."""
        return words.number(self.count, "claim")


@dataclass(frozen=True)
class Shares:
    """How the claims that we chose to check are shared among the verdicts of the scale.

    `families` are (name, tone, bars) in the order of the scale's families, what was only said
    apart; `unused` are the labels that no claim has.
    """

    claims: str
    families: tuple[tuple[str, str, tuple[Bar, ...]], ...]
    unused: str


def shares(view: View) -> Shares:
    """Return the bars of all verdicts that have claims, the longest for the most."""
    listed = [one for _, _, verdicts in view.families() for one in verdicts]
    most = max((len(claims) for _, _, claims in listed), default=0)
    bars = [
        Bar(id_, verdict, len(claims), max(1, round(LONGEST * len(claims) / most)))
        for id_, verdict, claims in listed
        if claims
    ]
    families = tuple(
        (view.family(first.verdict).capitalize(), tone, (first, *others))
        for tone, (first, *others) in groupby(bars, lambda bar: view.tone(bar.verdict))
    )
    unused = [verdict.label for _, verdict, claims in listed if not claims and bars]
    claims = words.number(len(view.visible()), "claim")
    return Shares(claims, families, " or ".join(unused))
