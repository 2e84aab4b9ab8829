"""How a source came by an origin: ties, chains, and origins that are perhaps one."""

import re
from collections.abc import Mapping

from generator.findings import Facts, did_you_mean, rule
from generator.records.mentions import spelling_key
from generator.records.origin import Origin
from generator.records.reading import Records
from generator.records.source import Relay, Source

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid)(?:=|$)")


def tie(sources: Mapping[str, Source], source: Source, origin: str) -> str | None:
    """Return how a source is tied to an origin, taking doubt from every link of the chain.

    `own`, `credited`, `matched` or `inferred`; None where it neither holds nor relays the origin.
    A chain with one inferred link is inferred; so is a match with a document whose tie is.
    """
    return _tie(sources, source, origin, {})


def _tie(
    sources: Mapping[str, Source],
    source: Source,
    origin: str,
    known: dict[tuple[str, str], str | None],
) -> str | None:
    """Return the tie; `known` holds what was found, and `inferred` for what is being looked at.

    A way that leads back to itself is thus inferred, and no step is taken twice.
    """
    if source.origin == origin:
        return "own"
    relay = source.relay_of(origin)
    step = (source.id, origin)
    if relay is None or step in known:
        return known.get(step)
    known[step] = "inferred"
    links = []
    if relay.via:
        links.append(_tie(sources, source, relay.via, known))
    if relay.tie == "matched" and relay.by and relay.by in sources:
        links.append(_tie(sources, sources[relay.by], origin, known))
    if relay.tie != "inferred" and not any(link in (None, "inferred") for link in links):
        known[step] = relay.tie
    return known[step]


def chain(source: Source, origin: str) -> list[Relay]:
    """Return the relays from the source up to an origin, the nearest to the source first.

    Empty where the origin is the source's own. Ends at a loop, which E404 reports.
    """
    links: list[Relay] = []
    step: str | None = origin
    while step and (relay := source.relay_of(step)) and relay not in links:
        links.append(relay)
        step = relay.via
    return links[::-1]


def groups(origins: Mapping[str, Origin]) -> dict[str, str]:
    """Return for each origin the one that stands for it: origins joined by `may_be` are one.

    The joining is mutual and passes on; the first id in order stands for its group.
    """
    leader = {id_: id_ for id_ in origins}

    def find(id_: str) -> str:
        while leader[id_] != id_:
            id_ = leader[id_]
        return id_

    for id_, origin in origins.items():
        for other in origin.may_be:
            if other in leader:
                first, second = sorted((find(id_), find(other)))
                leader[second] = first
    return {id_: find(id_) for id_ in origins}


@rule("E404")
def chain_ends(records: Records, source: Source) -> Facts:
    """A chain of relays ends: each `via` names another origin of the same source, without a loop.

    Bad:
        relays:
          - {origin: nbc, tie: credited, via: speech}
          - {origin: speech, tie: credited, via: nbc}
    Good:
        relays:
          - {origin: nbc, tie: credited}
          - {origin: speech, tie: credited, via: nbc}
    """
    for number, relay in enumerate(source.relays):
        if relay.via is None:
            continue
        breaks = relay.via != source.origin and source.relay_of(relay.via) is None
        loop = _loop(source, relay)
        if not breaks and relay.origin in loop[:1]:
            place = records.place("sources", source.id, "relays", number, "via")
            yield place, f"the chain leads back to itself: {' via '.join(loop)}", "remove one `via`"
        elif breaks:
            place = records.place("sources", source.id, "relays", number, "via")
            message = f"the chain breaks: {source.id} neither holds nor relays {relay.via!r}"
            hint = f"add `- {{origin: {relay.via}, tie: …}}` to `relays`"
            yield place, message, did_you_mean(relay.via, _known(source, relay), hint)


def _loop(source: Source, relay: Relay) -> list[str]:
    """Return the origins of the loop that a relay is part of, the first listed one at both ends.

    Empty where there is none: a chain that leads into a loop of others is not at fault.
    """
    steps = [relay.origin]
    at: Relay | None = relay
    while at and at.via and at.via != source.origin and at.via not in steps:
        steps.append(at.via)
        at = source.relay_of(at.via)
    if at is None or at.via != relay.origin:
        return []
    first = next(listed.origin for listed in source.relays if listed.origin in steps)
    turned = steps.index(first)
    return [*steps[turned:], *steps[:turned], first]


def _known(source: Source, relay: Relay) -> list[str]:
    """Return the other origins that a source has, which a relay's `via` may name."""
    return [
        origin
        for origin in (source.origin, *(other.origin for other in source.relays))
        if origin and origin != relay.origin
    ]


@rule("E413")
def one_page_one_source(records: Records, source: Source, other: str) -> Facts:
    """A page is one source; recorded as two it would look like two pages that agree.

    Bad:
        two sources with the same `url`
    Good:
        one source for one address
    """
    place = records.place("sources", source.id, "url")
    yield place, f"{other} has the same address", f"keep one record; quote {other} instead"


def page(source: Source) -> str:
    """Return what all addresses of a source's page have in common; empty where none is known."""
    return page_at(source.url)


def page_at(address: str) -> str:
    """Return what all addresses of the page at this one have in common; empty for `unknown`.

    What only says where a reader came from is left out: `utm_…`, `fbclid` and `gclid`.
    """
    if address == "unknown":
        return ""
    path, _, query = address.partition("#")[0].partition("?")
    bare = re.sub(r"(?i)^https?://(www\.)?", "", path).rstrip("/").casefold()
    kept = [part for part in query.casefold().split("&") if part and not _TRACKING.match(part)]
    return f"{bare}?{'&'.join(kept)}" if kept else bare


@rule("E416")
def one_name_one_origin(records: Records, origin: Origin, other: str) -> Facts:
    """A newsroom is one origin; recorded under two ids it would count twice.

    Names are compared without case, spaces, punctuation and a leading *the*.

    Bad:
        origins nbc and nbc-news, both named NBC News
    Good:
        one origin for one newsroom
    """
    place = records.place("origins", origin.id, "name")
    yield place, f"{other} has the same name", f"keep one record; write {other} instead"


def name_key(origin: Origin) -> str:
    """Return what the spellings of one newsroom's name have in common."""
    return spelling_key(origin.name)


@rule("E405")
def tie_has_its_reason(records: Records, source: Source) -> Facts:
    """A matched tie names the sealed source with the same sentences; an inferred one its reason.

    Bad:
        relays: [{origin: reuters, tie: inferred}]
    Good:
        relays: [{origin: reuters, tie: inferred, by: the spelling and the order of the story}]
    """
    for number, relay in enumerate(source.relays):
        if relay.tie == "inferred" and not relay.by:
            place = records.place("sources", source.id, "relays", number)
            yield place, "an inferred tie without its reason", "add `by:` with our reason"
        if relay.tie != "matched" or ("sources", relay.by or "") in records.unread:
            continue
        place = records.place("sources", source.id, "relays", number, "by")
        other = records.sources.get(relay.by or "")
        sealed = [id_ for id_, s in records.sources.items() if s.seal and id_ != source.id]
        if other is None or other.id not in sealed:
            message = "a matched tie names the other sealed source that has the same sentences"
            hint = "write `by: <source>`"
            yield place, message, did_you_mean(relay.by, sealed, hint) if relay.by else hint
        elif tie(records.sources, other, relay.origin) is None:
            message = f"{other.id!r} neither holds nor relays {relay.origin!r}"
            yield place, message, "name a source that does, or another tie"


@rule("E406")
def origin_named_once(records: Records, source: Source) -> Facts:
    """A source names each origin once: as its own, or in one relay.

    Bad:
        origin: nbc
        relays: [{origin: nbc, tie: credited}]
    Good:
        origin: nbc
    """
    seen = {source.origin}
    for number, relay in enumerate(source.relays):
        if relay.origin in seen:
            place = records.place("sources", source.id, "relays", number, "origin")
            yield place, f"the origin {relay.origin!r} is named twice", "keep one of the two"
        seen.add(relay.origin)


@rule("E412")
def perhaps_one_act(records: Records, origin: Origin) -> Facts:
    """Only acts of one person can perhaps be the same act, and so be counted once.

    Bad:
        may_be: [nbc]    # another newsroom: joined, they could not disagree
    Good:
        may_be: [zelenskyy-to-reporters-15-february]    # another act of the same person
    """
    for number, id_ in enumerate(origin.may_be):
        other = records.origins.get(id_)
        acts = other is not None and other.kind == origin.kind == "act" and other.id != origin.id
        if other is None or (acts and {origin.who, other.who} - set(records.people)):
            continue  # who acts is at fault itself
        if not acts or other.who != origin.who:
            place = records.place("origins", origin.id, "may_be", number)
            message = f"{id_!r} is no other act of the same person"
            yield place, message, "remove it; different origins are counted apart"
