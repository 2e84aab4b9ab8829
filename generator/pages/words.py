"""The site's wording of dates, counts, speakers and chains, in plain English."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from generator.evidence.figures import Figures
from generator.evidence.lineage import chain
from generator.records.claim import Evidence
from generator.records.model import Who
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.scalars import Date
from generator.records.source import Source

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OF_NO_NUMBER = "not named; how many is not said"
_PASSED_ON = {"copy": "copied", "relay": "relayed", "reference": "cited", "original": "published"}


STANCES = {
    "states": "Says it",
    "supports": "Supports it",
    "limits": "Limits it",
    "refutes": "Speaks against it",
}


class Named(Protocol):
    """Where the names of people, newsrooms and documents are looked up."""

    @property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        ...

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Origins by id."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        ...


def number(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun: `1 document`, `3 documents`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def small(count: int) -> str:
    """Return a count as a word up to ten."""
    return _SMALL[count] if count < len(_SMALL) else str(count)


def day(when: Date) -> str:
    """Return a date as a reader would say it: `12 February 2025`, `14 to 17 February 2025`."""
    if not when.known:
        return "date unknown"
    first, slash, last = when.text.partition("/")
    if not slash or first == last:
        return _point(first)
    if last == "..":
        return f"on or after {_point(first)}"
    if first == "..":
        return f"on or before {_point(last)}"
    low, high = when.earliest, when.latest
    if len(first) == len(last) == 10 and (low.year, low.month) == (high.year, high.month):
        return f"{low.day} to {_point(last)}"
    return f"{_point(first)} to {_point(last)}"


def _point(text: str) -> str:
    year, month, day_ = ([*text.split("-"), "", ""])[:3]
    named = f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day_)} {named}" if day_ else named


def weekday(when: Date) -> str:
    """Return the day of the week of a single day, else nothing."""
    single = when.known and when.earliest == when.latest
    return _WEEKDAYS[when.earliest.weekday()] if single else ""


def who(archive: Named, who_: Who) -> str:
    """Return who speaks: a name, a number of anonymous people, a newsroom, a document, nobody."""
    if who_.person:
        return archive.people[who_.person].name
    if who_.anonymous:
        several = f"{small(who_.count)}, not named" if who_.count else _OF_NO_NUMBER
        return f"{who_.anonymous} ({'one person, not named' if who_.count == 1 else several})"
    if who_.newsroom:
        return archive.origins[who_.newsroom].name
    if who_.document:
        return archive.sources[who_.document].outlet
    return "no source named"


def claimed(archive: Named, who_: Who) -> tuple[str, str, str]:
    """Return who put a claim into the world, and in what way: what stands before, the name, after.

    Of a newsroom none of whose pages is a source here, it says that others pass it on.
    """
    name = who(archive, who_)
    if who_.newsroom:
        own = any(source.origin == who_.newsroom for source in archive.sources.values())
        return "Reported by ", name, "" if own else ", as others pass it on"
    if who_.document:
        return "Published by ", name, ""
    return "According to " if who_.anonymous else "Said by ", name, ""


def dated(who_: Who) -> str:
    """Return what the date of a claim is the date of: when it was said, reported or published."""
    return "Published" if who_.document else "Said" if who_.person else "Reported"


def lineage(archive: Named, source: Source, origin: str) -> str:
    """Return the whole way of an origin to a document, such as `NBC News, as copied by …`."""
    if source.origin == origin:
        return f"{archive.origins[origin].name}, in its own words"
    links = chain(source, origin)
    named = [archive.origins[link.origin].name for link in reversed(links)]
    if source.origin and links and links[0].via == source.origin:
        named.append(archive.origins[source.origin].name)
    way = ", as reported by ".join(named)
    if named[-1] == source.outlet:
        return way
    if source.condition == "garbled":
        return f"{way}, in a damaged version at {source.outlet}"
    return f"{way}, as {_PASSED_ON[source.kind]} by {source.outlet}"


def tie_reason(archive: Named, source: Source, origin: str) -> str:
    """Return how we know that a document has an origin's words, link by link."""
    credited: list[str] = []
    matched: dict[str, list[str]] = {}
    inferred: list[str] = []
    acts: list[str] = []
    for link in chain(source, origin):
        name = archive.origins[link.origin].name
        if link.tie == "credited":
            (acts if archive.origins[link.origin].kind == "act" else credited).append(name)
        elif link.tie == "matched" and link.by:
            matched.setdefault(link.by, []).append(name)
        else:
            inferred.append(f"we infer {name}: {(link.by or '').removesuffix('.')}")
    alone = not inferred and bool(credited) + bool(acts) + len(matched) == 1
    said = []
    if credited:
        each = ("it", "both")[len(credited) - 1] if len(credited) < 3 else "each of them"
        said.append(f"names {each if alone else listing(credited)}")
    if acts:
        said.append("tells of it" if alone else "tells of the act")
    reasons = [f"the document {' and '.join(said)}"] if said else []
    for other, names in matched.items():
        held_by = archive.sources[other].outlet
        short = alone or names == [held_by]
        theirs = f"of {held_by}" if short else f"that {held_by} has from {listing(names)}"
        reasons.append(f"its sentences follow those {theirs}")
    return "; ".join(reasons + inferred)


def bearing(pieces: Iterable[Evidence]) -> str:
    """Return how evidence bears on its claim, each way once: `Supports it, limits it`."""
    said = list(
        dict.fromkeys("Named as its source" if e.credits else STANCES[e.stance] for e in pieces)
    )
    return ", ".join([*said[:1], *(way.lower() for way in said[1:])])


def listing(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: `A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def counter(figures: Figures, limits: int = 0, other_words: bool = False) -> str:
    """Return the line that counts: independent origins, documents, origins against.

    Where there are none against, it counts the passages that limit the claim; `other_words` says
    whether something speaks against the claim that is not counted.
    """
    held = (
        number(figures.documents, "document") if figures.documents else "no document that we hold"
    )
    if figures.excerpts:
        held += f" (+{figures.excerpts} seen in part)"
    origins = (
        number(figures.for_, "independent origin") if figures.for_ else "no origin that counts"
    )
    more = figures.inferred + figures.uncounted
    extra = f" (+{more} not counted)" if more else ""
    against = "other words, not counted against it" if other_words else "nothing against it"
    if limits:
        against = f"{number(limits, 'passage')} limit{'s' if limits == 1 else ''} it"
    if figures.against:
        against = f"{number(figures.against, 'origin')} against it"
    return f"{origins}{extra} · {held} · {against}"


def tally(figures: Figures) -> str:
    """Return the counter in brief, for lists: `2 origins · 3 documents`, and origins against."""
    origins = number(figures.for_, "origin") if figures.for_ else "no origin that counts"
    held = number(figures.documents, "document") if figures.documents else "no document held"
    against = [f"{number(figures.against, 'origin')} against"] if figures.against else []
    return " · ".join([origins, held, *against])


def uncounted(figures: Figures) -> str:
    """Return the sentence on support that is not counted; empty where there is none."""
    more = figures.inferred + figures.uncounted
    if not more:
        return ""
    said = (
        "One more origin carries" if more == 1 else f"{small(more).capitalize()} more origins carry"
    )
    return f"{said} it, but only in excerpts, by a tie that we infer, or without a speaker."
