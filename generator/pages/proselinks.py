"""Links in the prose of records lead to pages that are there."""

import re
from collections.abc import Iterator, Mapping

from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.pages.addresses import WHOLE, WITH_ID
from generator.records.claim import Claim
from generator.records.model import Keys
from generator.records.publication import Publication
from generator.records.reading import Records

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_OWN = re.compile(rf"/?({'|'.join(WITH_ID)})/([a-z0-9-]+)/?(?:#[a-z0-9-]+)?")
_ORIGIN = re.compile(r"/?(origins)/?#([a-z0-9-]+)")
_PAGES = re.compile(
    rf"/?(?!(?:{'|'.join(WITH_ID + WHOLE)})/[a-z0-9])"
    r"[a-z0-9-]+(?:/[a-z0-9-]+)*/?(?:#[a-z0-9-]+)?"
)
_NOTED = {
    "sources": "note",
    "origins": "note",
    "people": "note",
    "topics": "introduction",
    "variants": "why",
}


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
    """Yield a finding for each link in the records' prose to a page or an origin that is not there.

    A record that could not be read has its own finding and none here.
    """
    there = set(records.unread) | {("origins", id_) for id_ in records.origins}
    for kind in WITH_ID:
        for record in records.of(kind).values():
            if not isinstance(record, Publication) or record.published:
                there.add((kind, record.id))
    heirs = {
        (kind, former): id_
        for kind in (*WITH_ID, "origins")
        for id_, record in records.of(kind).items()
        for former in record.formerly
    }
    for keys, prose in _prose(records):
        yield from _links(records, there, heirs, keys, prose)


def _prose(records: Records) -> Iterator[tuple[Keys, str]]:
    """Yield the texts of all records that are rendered as Markdown, with where they stand."""
    for claim in records.claims.values():
        for keys, prose in _of_claim(claim):
            yield ("claims", claim.id, *keys), prose
    for kind, key in _NOTED.items():
        for record in records.of(kind).values():
            yield (kind, record.id, key), getattr(record, key) or ""
    for variant in records.variants.values():
        for number, wording in enumerate(variant.wordings):
            yield ("variants", variant.id, "wordings", number, "note"), wording.note or ""
    if records.site:
        yield ("site", "", "policies"), records.site.policies or ""


def _of_claim(claim: Claim) -> Iterator[tuple[Keys, str]]:
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


def _links(
    records: Records,
    there: set[tuple[str, str]],
    heirs: Mapping[tuple[str, str], str],
    keys: Keys,
    prose: str,
) -> Iterator[Finding]:
    """Yield what is wrong with the links of one text; `heirs` gives new ids by former ones."""

    if "](" not in prose:
        return
    for address in _LINK.findall(prose):
        own = _OWN.fullmatch(address) or _ORIGIN.fullmatch(address)
        if address.startswith(("https://", "http://")):
            continue
        if own is None and _PAGES.fullmatch(address):
            continue
        if own is None:
            hint = "write https://…, or claims/<id>/ for a page of this site"
        elif own.groups() in there:
            continue
        elif own.group(2) in records.of(own.group(1)):
            hint = "it is a draft; give it `published` first"
        elif heir := heirs.get((own.group(1), own.group(2))):
            hint = f"it has a new id: write {heir!r}"
        else:
            alike = [id_ for kind, id_ in there if kind == own.group(1)]
            hint = did_you_mean(own.group(2), alike, "name one that is there")
        place = records.place(str(keys[0]), str(keys[1]), *keys[2:])
        yield from link_leads_nowhere(place, address, hint)
