"""The pages of people: one a person, with three lists that are never merged, and the list of all.

The rule of the lists, for a claim that has a page and is not withdrawn:

- said: the claim is of kind `said`, `said_by` this person, and its verdict stands; or it is of kind
  `fact` and this person, its claimant, states it in a proved passage, so that its verdict is about
  what was said;
- wrongly: its verdict fails as worded, and it is either of kind `said` and `said_by` this person,
  or in a passage that states it this person's words have lost their sense (`lost_words`);
- reported: it is neither, and its sentence names the person by any spelling (not only the person's
  team or administration), or the person is its claimant or its `said_by`;
- quoted: it is none of these, and the person speaks in its evidence.

So a claim stands in one list of a person at most. No page counts the claims of a person.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.evidence.archive import Archive
from generator.evidence.sentences import fold
from generator.pages import render, reporting, words
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.records.claim import Claim, Evidence
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.scalars import parse_date
from generator.records.site import Site

HEADINGS = {
    "said": (
        "Said",
        """On record means that it was said, and no more. Any other verdict is about whether what
        was said is so.""",
    ),
    "reported": (
        "Reported of them",
        "Claims of others that name them. Each verdict is about the claim, not the person.",
    ),
    "wrongly": (
        "Wrongly put in their mouth",
        """A document has their words wrong: damaged, made stronger, taken from somebody else, or
        contradicted by other evidence. The fault is in the wording, not in them.""",
    ),
}
GROUPS = "administration|aides|allies|camp|campaign|government|officials|team"
OF_FAMILY = {"stands": "said", "open": "reported", "fails": "wrongly"}


@dataclass
class Lists:
    """What a person's page lists: public acts, and claims, each claim in one list at most."""

    acts: list[Origin] = field(default_factory=list)
    said: list[Claim] = field(default_factory=list)
    reported: list[Claim] = field(default_factory=list)
    wrongly: list[Claim] = field(default_factory=list)
    quoted: list[Claim] = field(default_factory=list)

    def claims(self) -> Iterator[Claim]:
        """Yield every claim that is listed."""
        yield from (*self.said, *self.reported, *self.wrongly, *self.quoted)


def people_pages(archive: Archive, settings: Settings) -> list[Page]:
    """Return a page for each person of the archive."""
    view = View(archive, settings, "../../")
    found = listed(view)
    return [_person_page(view, person, found[id_]) for id_, person in archive.people.items()]


def listed(view: View) -> dict[str, Lists]:
    """Return for each person what stands on the page: by date, those without a date last."""
    people = view.archive.people
    found = {id_: Lists() for id_ in people}
    named = finder(people)
    for claim in sorted(view.visible(), key=_by_date):
        if claim.withdrawn is None:
            for id_, which in places(view.archive, claim, named(claim.claim)).items():
                getattr(found[id_], which).append(claim)
    for origin in sorted(view.archive.origins.values(), key=_by_day):
        if origin.who:
            found[origin.who].acts.append(origin)
    return found


def _by_date(claim: Claim) -> tuple[object, ...]:
    return (not claim.made.known, claim.made.earliest, claim.title.casefold(), claim.id)


def _by_day(origin: Origin) -> tuple[object, ...]:
    known = origin.date is not None and origin.date.known
    return (not known, origin.date.earliest if origin.date and known else "", origin.id)


def finder(people: Mapping[str, Person]) -> Callable[[str], set[str]]:
    """Return a function that gives the ids of the people whom a sentence names by any spelling.

    A surname alone names the one person who has it, and nobody where two have it. Of two spellings
    that begin in one place the longer counts. A name that only says whose team or government is
    meant names nobody.
    """
    known: dict[str, set[str]] = {}
    surnames: dict[str, set[str]] = {}
    for id_, person in people.items():
        for spelling in (person.name, *person.other_spellings, *person.wrong_spellings):
            known.setdefault(fold(spelling), set()).add(id_)
        if person.kind == "person":
            surnames.setdefault(fold(person.name).split()[-1], set()).add(id_)
    for surname, ids in surnames.items():
        if len(ids) == 1:
            known.setdefault(surname, ids)
    spelt = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{spelt})(?!\w)(?!(?:'s?)? (?:{GROUPS})\b)")

    def named(sentence: str) -> set[str]:
        found = pattern.findall(fold(sentence)) if known else []
        return {id_ for spelling in found for id_ in known[spelling]}

    return named


def places(archive: Archive, claim: Claim, named: set[str]) -> dict[str, str]:
    """Return for each person whom a claim concerns the one list that it stands in.

    `named` are those whom its sentence names.
    """
    family = archive.verdicts[claim.verdict].family
    found = dict.fromkeys(sorted(named), "reported")
    if claim.claimant.person:
        found[claim.claimant.person] = "said" if _says_so(archive, claim) else "reported"
    if claim.said_by:
        found[claim.said_by] = OF_FAMILY[family]
    if family == "fails":
        found |= dict.fromkeys(lost_words(archive, claim), "wrongly")
    for e in claim.evidence:
        who = speaker(archive, e)
        if who and e.damage != "sense":
            found.setdefault(who, "quoted")
    return found


def _says_so(archive: Archive, claim: Claim) -> bool:
    """Say whether a claim of fact is stated by its claimant in a passage that is proved."""
    return claim.kind == "fact" and any(
        e.stance == "states"
        and e.passage is not None
        and e.damage != "sense"
        and speaker(archive, e) == claim.claimant.person
        for e in claim.evidence
    )


def lost_words(archive: Archive, claim: Claim) -> list[str]:
    """Return the people whose words lost their sense in the passages that state a claim.

    They are those whom such a passage gives as its speaker, those whose public act it credits, and
    those who speak in the clean parallel that shows what was meant.
    """
    lost = [e for e in claim.evidence if e.stance == "states" and e.damage == "sense"]
    if not lost:
        return []
    credited = (archive.origins[e.credits].who for e in lost if e.credits)
    parallels = (
        speaker(archive, e)
        for e in claim.evidence
        if e.stance == "refutes" and e.aspect == "wording" and e.damage != "sense"
    )
    whose = (*(speaker(archive, e) for e in lost), *credited, *parallels)
    return sorted({id_ for id_ in whose if id_})


def speaker(archive: Archive, e: Evidence) -> str | None:
    """Return the person who speaks in a piece of evidence, the person of an act by default."""
    if e.speaker:
        return e.speaker.person
    return archive.origins[e.origin].who if e.origin else None


def _person_page(view: View, person: Person, lists: Lists) -> Page:
    office = f", {person.office}" if person.office else ""
    front = {
        "title": person.name,
        "description": f"{person.name}{office}: {_what_there_is(lists)}.",
        "hide": ["toc"],
    }
    sections = [
        (key, heading, " ".join(remark.split()), claims)
        for key, (heading, remark) in HEADINGS.items()
        if (claims := getattr(lists, key))
    ]
    body = render.html(
        "person.html",
        view=view,
        person=person,
        office_then=office_then(view.archive.site),
        acts=lists.acts,
        sections=sections,
        quoted=[_quoted(view, person, claim) for claim in lists.quoted],
        history=history(view, person),
        mistake=reporting.form(view.settings, "mistake", f"people/{person.id}/"),
    )
    latest = max(one.updated for one in (person, *lists.claims()))
    indexed = render.before_excluded(body)
    return Page(f"people/{person.id}.md", front, body, updated=latest, indexed=indexed)


def _what_there_is(lists: Lists) -> str:
    """Return which of the lists a page has, in words."""
    named = {
        "said": "what was said",
        "reported": "what others report",
        "wrongly": "what a document has wrong",
        "quoted": "where it is quoted",
    }
    there = [said for key, said in named.items() if getattr(lists, key)]
    return words.listing(there) if there else "named on this site, with no claim of its own"


def office_then(site: Site) -> str:
    """Return how a page names the office of its person, with the month of the hindsight line."""
    first, last = site.as_of.earliest, site.as_of.latest
    if (first.year, first.month) != (last.year, last.month):
        return "Office then"
    return f"Office in {words.day(parse_date(first.isoformat()[:7]))}"


def _quoted(view: View, person: Person, claim: Claim) -> tuple[Claim, str, str, str]:
    """Return a claim, the anchor of the first passage in which a person speaks, how, and where."""
    own = [
        number
        for number, e in enumerate(claim.evidence)
        if e.damage != "sense" and speaker(view.archive, e) == person.id
    ]
    anchors = view.anchors(claim)
    outlets = dict.fromkeys(
        view.archive.sources[claim.evidence[number].source].outlet for number in own
    )
    anchor = next((anchors[number] for number in own if number in anchors), "")
    bearing = words.bearing(claim.evidence[number] for number in own)
    return claim, anchor, bearing, words.listing(list(outlets))


def people_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all people, by surname, and of outlets that are named as one."""
    view = View(archive, settings, "../")
    ordered = sorted(archive.people.values(), key=_by_surname)
    front = {
        "title": "People",
        "description": "Whom the claims of this site name, with the office held at the time.",
        "hide": ["toc"],
    }
    body = render.html(
        "people.html",
        view=view,
        people=[person for person in ordered if person.kind == "person"],
        outlets=[person for person in ordered if person.kind == "outlet"],
    )
    return Page("people/index.md", front, body, in_nav=True, updated=view.updated())


def _by_surname(person: Person) -> tuple[str, str, str]:
    return (person.name.split()[-1].casefold(), person.name.casefold(), person.id)
