"""The site's wording of dates, counts, speakers and chains, in plain English."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from generator.evidence.figures import Figures
from generator.evidence.lineage import chain
from generator.records.model import Who
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.scalars import Date
from generator.records.source import Source

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PASSED_ON = {"copy": "copied", "relay": "relayed", "reference": "cited", "original": "published"}


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
        count = f"{small(who_.count)} of them" if who_.count else "number not stated"
        return f"{who_.anonymous} (anonymous, {'one' if who_.count == 1 else count})"
    if who_.newsroom:
        return archive.origins[who_.newsroom].name
    if who_.document:
        return archive.sources[who_.document].outlet
    return "no source given"


def claimed(archive: Named, who_: Who) -> str:
    """Return who put a claim into the world, and in what way: said, reported, worded."""
    name = who(archive, who_)
    if who_.newsroom:
        return f"Reported by {name}"
    if who_.document:
        return f"Found at {name}"
    return f"According to {name}" if who_.anonymous else f"Said by {name}"


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
    for link in chain(source, origin):
        name = archive.origins[link.origin].name
        if link.tie == "credited":
            credited.append(name)
        elif link.tie == "matched" and link.by:
            matched.setdefault(link.by, []).append(name)
        else:
            inferred.append(f"we infer {name}: {(link.by or '').removesuffix('.')}")
    reasons = [f"the document names {listing(credited)}"] if credited else []
    for other, names in matched.items():
        held_by = archive.sources[other].outlet
        theirs = f"that {held_by} has from {listing(names)}"
        theirs = f"of {held_by}" if names == [held_by] else theirs
        reasons.append(f"its sentences follow those {theirs}")
    return "; ".join(reasons + inferred)


def listing(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: `A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def counter(figures: Figures) -> str:
    """Return the line that counts: documents, independent origins in support, origins against."""
    documents = number(figures.documents, "document") if figures.documents else "no document"
    if figures.excerpts:
        documents += f" (+{number(figures.excerpts, 'excerpt')})"
    more = []
    if figures.inferred:
        more.append(f"+{figures.inferred} inferred")
    if figures.uncounted:
        more.append(f"+{figures.uncounted} not counted")
    origins = number(figures.for_, "independent origin") if figures.for_ else "no counted origin"
    extra = f" ({', '.join(more)})" if more else ""
    against = number(figures.against, "origin") if figures.against else "none"
    return f"{documents} · {origins}{extra} · {against} against"
