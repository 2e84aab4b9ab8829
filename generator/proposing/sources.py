"""The beginning of a source's record, from what somebody knows of the document."""

from generator.evidence.lineage import page_at
from generator.proposing.skeleton import Skeleton
from generator.records.reading import Records
from generator.records.yamltext import scalar

UNKNOWN = "unknown"


def begun(outlet: str, title: str, url: str, kind: str) -> str:
    """Return a source's record; what is not known is `unknown`, or a blank where that is no word.

    Args:
        outlet: who published the document; empty where it is not known, and likewise below.
        title: as published.
        url: its address, a sound one; somebody has just seen it there.
        kind: a word of the field `kind`.
    """
    source = Skeleton("sources")
    for key, value in (("outlet", outlet), ("title", title)):
        source.known[key] = scalar(value, key) if value else UNKNOWN
    source.known["url"] = url or UNKNOWN
    if url:
        source.known["url_basis"] = "live  # you have seen it there yourself; else remove this line"
    source.known["published"] = "{date: unknown, basis: unknown}"
    if kind:
        source.known["kind"] = kind
    source.shown["origin"] = "some-newsroom"
    source.shown["relays"] = "[{origin: some-newsroom, tie: credited}]"
    return source.text()


def twin(records: Records, url: str) -> str:
    """Return the id of the source that has this page already; empty where none has."""
    page = page_at(url)
    return next((s.id for s in records.sources.values() if page and page_at(s.url) == page), "")
