"""Links in the prose of records lead to pages that are there."""

import re
from collections.abc import Iterator

from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.records.claim import Claim
from generator.records.model import Keys
from generator.records.reading import Records

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_OWN = re.compile(r"/?(claims|sources)/([a-z0-9-]+)/?(?:#[a-z0-9-]+)?")
_PAGES = re.compile(r"/?(?:claims|sources|verdicts|method)/?(?:#[a-z0-9-]+)?")


@rule("W703")
def link_leads_nowhere(place: Place, address: str, hint: str) -> Facts:
    """A link in a record's prose leads to an http(s) address or a page of this site.

    Bad:
        analysis: See [the draft](claims/the-drafft/).
    Good:
        analysis: See [the draft](claims/the-draft/).
    """
    yield place, f"the link to {address!r} leads nowhere", hint


def findings(records: Records) -> Iterator[Finding]:
    """Yield a finding for each link in the prose of claims and sources that leads nowhere.

    A record that could not be read has its own finding and none here.
    """
    for claim in records.claims.values():
        for keys, prose in _prose(claim):
            yield from _links(records, "claims", claim.id, keys, prose)
    for source in records.sources.values():
        yield from _links(records, "sources", source.id, ("note",), source.note or "")


def _prose(claim: Claim) -> Iterator[tuple[Keys, str]]:
    """Yield the texts of a claim that are rendered as Markdown, with the keys that lead there."""
    yield ("why_checked",), claim.why_checked
    yield ("analysis",), claim.analysis or ""
    for number, e in enumerate(claim.evidence):
        yield ("evidence", number, "note"), e.note or ""
    for key in ("unknowns", "inferred"):
        for number, text in enumerate(getattr(claim, key)):
            yield (key, number), text
    for key in ("later", "replies"):
        for number, item in enumerate(getattr(claim, key)):
            yield (key, number, "text"), item.text


def _links(records: Records, kind: str, id_: str, keys: Keys, prose: str) -> Iterator[Finding]:
    if "](" not in prose:
        return
    for address in _LINK.findall(prose):
        if address.startswith(("https://", "http://")) or _PAGES.fullmatch(address):
            continue
        own = _OWN.fullmatch(address)
        if own is None:
            hint = "write https://…, or claims/<id>/ for a page of this site"
        elif _is_there(records, own.group(1), own.group(2)):
            continue
        elif own.group(2) in records.of(own.group(1)):
            hint = "it is a draft; give it `published` first"
        else:
            hint = did_you_mean(own.group(2), _ids(records, own.group(1)), "name one that is there")
        yield from link_leads_nowhere(records.place(kind, id_, *keys), address, hint)


def _is_there(records: Records, kind: str, id_: str) -> bool:
    return (kind, id_) in records.unread or id_ in _ids(records, kind)


def _ids(records: Records, kind: str) -> list[str]:
    """Return the ids of the records of a kind that have a page."""
    if kind == "claims":
        return [claim.id for claim in records.claims.values() if claim.published]
    return list(records.sources)
