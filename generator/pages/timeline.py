"""The page of all that has a date: acts, records, events, documents, and what happened later."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from generator.evidence.archive import Archive
from generator.pages import render, words
from generator.pages.charts import daychart
from generator.pages.page import Page, Settings
from generator.pages.view import View
from generator.records.claim import Claim, Event, Later
from generator.records.origin import Origin
from generator.records.scalars import Date
from generator.records.source import Source

# In the order in which things of one day are listed: what each is, and how it is counted.
SORTS = {
    "event": ("", "event that a claim is about"),
    "act": ("Public act", "public act"),
    "newsroom": ("Report", "report"),
    "record": ("Published record", "published record"),
    "document": ("Document that we hold", "document that we hold"),
}
MANY = {"event": "events that claims are about", "document": "documents that we hold"}
BASES = {
    "stated": "",
    "inferred": "date: our inference",
    "outside": "date from another source",
    "unknown": "on what ground it is dated so we do not know",
}


@dataclass(frozen=True)
class Mention:
    """A claim that speaks of something: anchor and name of each passage on its page that does.

    `bearing` says how what is listed bears on the claim; `facts` are what the claim has to say of
    date and place.
    """

    claim: Claim
    bearing: str
    passages: tuple[tuple[str, str], ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """Something dated: of what sort it is, what it is named, and what else must be known of it.

    `subject` is the record that it was taken from; `facts` are short texts, in order.
    """

    when: Date
    sort: str
    name: str
    subject: Origin | Claim | Source
    facts: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Afterwards:
    """What happened later, once, with all claims that tell it and the sources they give."""

    when: Date
    text: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


Day = tuple[str, Markup, Sequence[Entry | Afterwards]]


def timeline_page(archive: Archive, settings: Settings) -> Page:
    """Return the timeline: up to the day by which we check, after it, and what happened later."""
    view = View(archive, settings, "../")
    listed, after, as_of = entries(view), later(view), archive.site.as_of
    sums = Counter(entry.sort for entry in listed)
    front = {
        "title": "Timeline",
        "description": "The dated events of our records, in order.",
        "hide": ["toc"],
    }
    body = render.html(
        "timeline.html",
        view=view,
        picture=_picture(listed, after, as_of),
        sums=words.listing([_sum(sort, sums[sort]) for sort in SORTS if sums[sort]]),
        before=days([entry for entry in listed if not _is_after(entry.when, as_of)]),
        after=days([entry for entry in listed if _is_after(entry.when, as_of)]),
        later=days(after),
        sorts=SORTS,
        undated=undated(view),
    )
    indexed = render.before_excluded(body)
    return Page("timeline.md", front, body, in_nav=True, updated=view.updated(), indexed=indexed)


def _picture(
    listed: Sequence[Entry], after: Sequence[Afterwards], as_of: Date
) -> daychart.Chart | None:
    """Return the picture of what has a known date, a lane for each sort and one for the later."""
    nouns = {sort: (one, MANY.get(sort, "")) for sort, (_, one) in SORTS.items()}
    nouns["later"] = ("thing that happened later", "things that happened later")
    dated = [daychart.Dated(entry.when, entry.sort) for entry in listed]
    later = [daychart.Dated(one.when, "later") for one in after if one.when.known]
    return daychart.chart(dated, later, as_of, nouns)


def _sum(sort: str, count: int) -> str:
    return words.number(count, SORTS[sort][1], MANY.get(sort, ""))


def _is_after(when: Date, as_of: Date) -> bool:
    return as_of.known and when.surely_after(as_of)


def entries(view: View) -> list[Entry]:
    """Return everything that has a date, by its earliest day and then its latest."""
    mentions = _mentions(view)
    found = [*_events(view), *_documents(view)]
    for origin in view.archive.origins.values():
        if origin.date and origin.date.known:
            found.append(_of_origin(view, origin, origin.date, mentions.get(origin.id, ())))
    sorts = list(SORTS)
    return sorted(
        found,
        key=lambda one: (*_order(one.when), sorts.index(one.sort), one.name.casefold()),
    )


def _order(when: Date) -> tuple[bool, date, date, str]:
    """Return what dates are sorted by, so that those with one name stand together."""
    return not when.known, when.earliest, when.latest, words.day(when)


def _mentions(view: View) -> dict[str, list[Mention]]:
    """Return for each origin the claims that quote it, or a document that says it relays it."""
    found: dict[str, list[Mention]] = {}
    for claim in view.visible():
        numbers: dict[str, list[int]] = {}
        for number, e in enumerate(claim.evidence):
            if origin := e.origin or e.credits:
                numbers.setdefault(origin, []).append(number)
        for origin, own in numbers.items():
            facts: tuple[str, ...] = ()
            if claim.event and origin == _act(view, claim):
                place = view.archive.origins[origin].place
                facts = tuple(fact for fact in _facts(claim.event) if fact != place)
            found.setdefault(origin, []).append(_mention(view, claim, own, facts))
    return found


def _act(view: View, claim: Claim) -> str | None:
    """Return the public act that a claim's event is: its person's, quoted, and of its date."""
    quoted = (view.archive.origins[e.origin] for e in claim.evidence if e.origin)
    if claim.said_by is None or claim.event is None:
        return None
    same = (o.id for o in quoted if o.who == claim.said_by and o.date == claim.event.date)
    return next(same, None)


def _facts(event: Event) -> tuple[str, ...]:
    return tuple(filter(None, (event.place, BASES[event.basis])))


def _mention(
    view: View, claim: Claim, numbers: Sequence[int], facts: tuple[str, ...] = ()
) -> Mention:
    """Return a claim with those of its passages that are proved and whose sense is not lost."""
    anchors = view.anchors(claim)
    passages: list[tuple[str, str]] = []
    seen: Counter[str] = Counter()
    for number in numbers:
        e = claim.evidence[number]
        if number in anchors and e.damage != "sense":
            name = view.archive.sources[e.source].outlet
            name += f", {e.part}" if e.part != "body" else ""
            source = view.archive.sources[e.source]
            if e.origin and view.tie(source, e.origin) == "inferred":
                name += " (inferred)"
            seen[name] += 1
            again = f" ({seen[name]})" if seen[name] > 1 else ""
            passages.append((anchors[number], name + again))
    bearing = words.bearing(claim.evidence[number] for number in numbers)
    return Mention(claim, bearing, tuple(passages), facts)


def _of_origin(view: View, origin: Origin, when: Date, mentions: Sequence[Mention]) -> Entry:
    facts = [origin.place] if origin.place else []
    if others := [view.origin_name(id_) for id_ in view.perhaps(origin.id)]:
        facts.append(f"perhaps the same as, and counted once with: {'; '.join(others)}")
    note = origin.note
    return Entry(when, origin.kind, origin.name, origin, tuple(facts), tuple(mentions), note)


def _events(view: View) -> Iterator[Entry]:
    """Yield the events that claims are about, those apart that stand there as public acts."""
    for claim in view.visible():
        event = claim.event
        if event and event.date.known and not _act(view, claim):
            mention = _mention(view, claim, range(len(claim.evidence)))
            yield Entry(event.date, "event", claim.title, claim, _facts(event), (mention,))


def _documents(view: View) -> Iterator[Entry]:
    quoting = Counter(id_ for c in view.visible() for id_ in {e.source for e in c.evidence})
    for source in view.archive.sources.values():
        if source.seal and source.published.date.known:
            count = words.number(quoting[source.id], "claim")
            facts = (BASES[source.published.basis], f"quoted in {count}", source.published.note)
            name = view.source_name(source)
            known = tuple(filter(None, facts))
            yield Entry(source.published.date, "document", name, source, known)


def later(view: View) -> list[Afterwards]:
    """Return what happened later, each thing once; of unknown date last."""
    told: dict[tuple[str, str], list[tuple[Claim, Later]]] = {}
    for claim in view.visible():
        for item in claim.later:
            told.setdefault((item.date.text, " ".join(item.text.split())), []).append((claim, item))
    found = []
    for tellings in told.values():
        claims = {claim.id: claim for claim, _ in tellings}
        given = dict.fromkeys(item.source for _, item in tellings if item.source)
        sources = tuple(view.archive.sources[id_] for id_ in given)
        first = tellings[0][1]
        found.append(Afterwards(first.date, first.text, tuple(claims.values()), sources))
    return sorted(found, key=lambda one: (*_order(one.when), one.text))


def days(listed: Sequence[Entry | Afterwards]) -> list[Day]:
    """Return what is listed under the words of its date, and the day where it is a single one."""
    found: list[Day] = []
    for _, group in groupby(listed, lambda one: _order(one.when)):
        those = list(group)
        when = those[0].when
        weekday = words.weekday(when)
        named = f"{weekday}, {words.day(when)}" if weekday else words.day(when)
        single = Markup(when.earliest.isoformat() if weekday else "")  # noqa: S704  digits, hyphens
        found.append((named[0].upper() + named[1:], single, those))
    return found


def undated(view: View) -> str:
    """Return what counts all that has no known date; empty where everything has one."""
    origins = [o for o in view.archive.origins.values() if o.kind != "newsroom"]
    bare = [o for o in origins if not (o.date and o.date.known)]
    kinds = Counter[str](origin.kind for origin in bare)
    names = {"act": "public act", "record": "published record"}
    named = [words.number(kinds[kind], noun) for kind, noun in names.items() if kinds[kind]]
    events = sum(bool(c.event and not c.event.date.known) for c in view.visible())
    held = sum(bool(s.seal) and not s.published.date.known for s in view.archive.sources.values())
    rest = [_sum(sort, n) for sort, n in (("event", events), ("document", held)) if n]
    said = []
    if bare:
        verb = "has" if len(bare) == 1 else "have"
        count = words.number(len(bare), "origin")
        said.append(f"{count} {verb} no known date: {words.listing(named)}.")
    if rest:
        said.append(f"No date is known of {words.listing(rest)}.")
    return " ".join(said)
