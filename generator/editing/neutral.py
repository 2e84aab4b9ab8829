"""The site's own sentences are without the loaded words that its record lists."""

import re
from collections.abc import Iterator

from generator.editing.context import Context, whole_words
from generator.editing.words import one_line, outside_mention
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim
from generator.records.model import Keys
from generator.records.variant import Variant

_PUNCTUATION = ".,;:!?()[]“”‘’\"'*_–"
Own = tuple[tuple[str, str], Keys, str]
"""A text of ours: kind and id of its record, the keys that lead to it, and the text."""


@rule("W724")
def loaded_word(place: Place, word: str) -> Facts:
    """The site's own sentences have none of the `loaded_words` of data/site.yml.

    Such a word takes a side before the evidence is read, and those whom it meets object with
    reason. In quotation marks, or set apart by asterisks, it is quoted and may stand.

    Bad:
        analysis: The outlet slammed the offer.    # loaded_words: [slammed]
    Good:
        analysis: The outlet called the offer “a shame”.
    """
    hint = "say plainly what was said or done, or quote it"
    yield place, f"“{word}” is a loaded word", hint


def findings(context: Context) -> Iterator[Finding]:
    """Yield the loaded words in our own fields of every record but those of verdicts."""
    site = context.records.site
    if site is None or not site.loaded_words:
        return
    texts = own_texts(context)
    used = _words_of("\n".join([text for _, _, text in texts]).lower())
    loaded = {word for word in site.loaded_words if used.issuperset(word.lower().split())}
    if not loaded:
        return
    pattern = whole_words(loaded, re.IGNORECASE)
    for (kind, id_), keys, text in texts:
        line = one_line(text)
        if pattern.search(line):
            for word in dict.fromkeys(pattern.findall(outside_mention(line))):
                yield from loaded_word(context.records.place(kind, id_, *keys), word)


def _words_of(text: str) -> set[str]:
    """Return the words of a text without the punctuation at either end of each."""
    return {word.strip(_PUNCTUATION) for word in set(text.replace("—", " ").split())}


def own_texts(context: Context) -> list[Own]:
    """Return every text of the records that is in our own words."""
    records = context.records
    found: list[Own] = []
    for claim in records.claims.values():
        _of_claim(found, claim)
    for variant in records.variants.values():
        _of_variant(found, variant)
    for source in records.sources.values():
        at = ("sources", source.id)
        found.append((at, ("note",), source.note or ""))
        found.append((at, ("published", "note"), source.published.note or ""))
        for number, relay in enumerate(source.relays):
            found.append((at, ("relays", number, "by"), relay.by or ""))
    for origin in records.origins.values():
        found.append((("origins", origin.id), ("name",), origin.name))
        found.append((("origins", origin.id), ("note",), origin.note or ""))
    for person in records.people.values():
        found.append((("people", person.id), ("note",), person.note or ""))
    for topic in records.topics.values():
        found.append((("topics", topic.id), ("title",), topic.title))
        found.append((("topics", topic.id), ("introduction",), topic.introduction))
    if site := records.site:
        for key in ("title", "description", "policies"):
            found.append((("site", ""), (key,), getattr(site, key) or ""))
        for number, term in enumerate(site.glossary):
            found.append((("site", ""), ("glossary", number, "meaning"), term.meaning))
    return found


def _of_claim(found: list[Own], claim: Claim) -> None:
    at = ("claims", claim.id)
    found.append((at, ("claim",), claim.claim))
    found.append((at, ("bottom_line",), claim.bottom_line))
    found.append((at, ("why_checked",), claim.why_checked))
    if claim.short:
        found.append((at, ("short",), claim.short))
    if claim.analysis:
        found.append((at, ("analysis",), claim.analysis))
    for number, e in enumerate(claim.evidence):
        if e.note:
            found.append((at, ("evidence", number, "note"), e.note))
        if e.settles:
            found.append((at, ("evidence", number, "settles"), e.settles))
    for number, text in enumerate(claim.unknowns):
        found.append((at, ("unknowns", number), text))
    for number, text in enumerate(claim.inferred):
        found.append((at, ("inferred", number), text))
    for number, later in enumerate(claim.later):
        found.append((at, ("later", number, "text"), later.text))
    for number, revision in enumerate(claim.revisions):
        found.append((at, ("revisions", number, "reason"), revision.reason))


def _of_variant(found: list[Own], variant: Variant) -> None:
    at = ("variants", variant.id)
    found.append((at, ("title",), variant.title))
    found.append((at, ("changed",), variant.changed))
    found.append((at, ("why",), variant.why))
    for number, wording in enumerate(variant.wordings):
        found.append((at, ("wordings", number, "note"), wording.note or ""))
    for number, revision in enumerate(variant.revisions):
        found.append((at, ("revisions", number, "reason"), revision.reason))
