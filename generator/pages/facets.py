"""The facets by which a list of claims is filtered: their options, and which claims have each."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.pages import dates
from generator.pages.view import View
from generator.records.claim import Claim
from generator.records.model import Who

_WORD = re.compile(r"[^\W_]+")
CLAIMANTS = ("People", "Newsrooms", "Documents", "Not named")
ORIGINS = {"newsroom": "Newsrooms", "act": "Public acts", "record": "Records"}


@dataclass(frozen=True)
class Option:
    """One value of a facet: as addresses write it, its name, the heading it stands under.

    `claims` are the ids of the claims that have it.
    """

    value: str
    name: str
    claims: frozenset[str]
    heading: str = ""


@dataclass(frozen=True)
class Facet:
    """One question by which claims are filtered: its key in addresses, its name, its options."""

    key: str
    name: str
    options: tuple[Option, ...]

    def headed(self) -> list[tuple[str, list[Option]]]:
        """Return the options under the headings that they stand under."""
        return [(head, list(own)) for head, own in groupby(self.options, lambda o: o.heading)]


Named = tuple[str, str, str]
"""An option of a claim: its value, its name, its heading."""


def facets(view: View) -> list[Facet]:
    """Return the facets of the claims that have a page, without those that have no option."""
    names = source_names(view)
    made = [_families(view), _verdicts(view)]
    made += [
        _facet(
            "claimant", "Who said it", view, lambda claim: [_claimant(view, names, claim.claimant)]
        ),
        _facet("topic", "Topic", view, lambda claim: _topics(view, claim)),
        _facet("source", "Source", view, lambda claim: _sources(names, claim)),
        _facet("origin", "Origin", view, lambda claim: _origins(view, claim)),
        _dates(view),
    ]
    return [facet for facet in made if facet.options]


def numbers(facets: Iterable[Facet]) -> dict[str, str]:
    """Return for each claim its options as numbers; all options are counted through from 0."""
    found: dict[str, list[str]] = {}
    options = (option for facet in facets for option in facet.options)
    for number, option in enumerate(options):
        for claim in option.claims:
            found.setdefault(claim, []).append(str(number))
    return {claim: " ".join(own) for claim, own in found.items()}


def _families(view: View) -> Facet:
    options = [
        Option(family, name, frozenset(claim.id for _, _, own in verdicts for claim in own))
        for family, name, verdicts in view.families()
    ]
    return Facet("family", "Result", tuple(one for one in options if one.claims))


def _verdicts(view: View) -> Facet:
    options = [
        Option(id_, verdict.label, frozenset(claim.id for claim in own), name)
        for _, name, verdicts in view.families()
        for id_, verdict, own in verdicts
    ]
    return Facet("verdict", "Verdict", tuple(one for one in options if one.claims))


def _dates(view: View) -> Facet:
    made = {claim.id: claim.made for claim in view.visible()}
    options = [Option(*given) for given in dates.options(made)]
    return Facet("date", "Date", tuple(options))


def _facet(key: str, name: str, view: View, of: Callable[[Claim], Iterable[Named]]) -> Facet:
    """Return a facet whose options the claims themselves name, by heading and then by name."""
    named: dict[str, Named] = {}
    having: dict[str, set[str]] = {}
    for claim in view.visible():
        for option in of(claim):
            named.setdefault(option[0], option)
            having.setdefault(option[0], set()).add(claim.id)
    heads = [*CLAIMANTS, *ORIGINS.values(), ""]
    listed = sorted(named.values(), key=lambda o: (heads.index(o[2]), o[1].casefold(), o[0]))
    options = (Option(value, text, frozenset(having[value]), head) for value, text, head in listed)
    return Facet(key, name, tuple(options))


def source_names(view: View) -> dict[str, str]:
    """Return a name for each source by id: its own, with its date or its id where two share one."""
    sources = view.archive.sources.values()
    names = {source.id: view.source_name(source) for source in sources}
    dated = {one.id: f"{names[one.id]}, {view.date(one.published.date)}" for one in sources}
    with_id = {id_: f"{name} ({id_})" for id_, name in dated.items()}
    shared, still_shared = Counter(names.values()), Counter(dated.values())
    for id_, name in names.items():
        if shared[name] > 1:
            names[id_] = dated[id_] if still_shared[dated[id_]] == 1 else with_id[id_]
    return names


def _claimant(view: View, names: Mapping[str, str], who: Who) -> Named:
    """Return who put a claim into the world; those not named are one where their words are one."""
    people, newsrooms, documents, unnamed = CLAIMANTS
    if who.person:
        return who.person, view.who(who), people
    if who.newsroom:
        return f"newsroom.{who.newsroom}", view.who(who), newsrooms
    if who.document:
        return f"document.{who.document}", names[who.document], documents
    said = who.anonymous or view.who(who)
    return "unnamed." + ("-".join(_WORD.findall(said.casefold())) or said), said, unnamed


def _topics(view: View, claim: Claim) -> Iterator[Named]:
    for id_ in claim.topics:
        yield id_, view.archive.topics[id_].title, ""


def _sources(names: Mapping[str, str], claim: Claim) -> Iterator[Named]:
    """Yield the documents that a claim quotes, none of those read and found silent."""
    for e in claim.evidence:
        yield e.source, names[e.source], ""


def _origins(view: View, claim: Claim) -> Iterator[Named]:
    """Yield the origins that a claim quotes or credits, as the page of origins lists it."""
    for id_ in (id_ for e in claim.evidence for id_ in (e.origin, e.credits) if id_):
        yield id_, view.origin_name(id_), ORIGINS[view.archive.origins[id_].kind]
