"""The site's own sentences are without the loaded words that its record lists."""

import re
from collections.abc import Iterator

from generator.editing.context import Context, whole_words
from generator.editing.words import one_line, outside_mention, words_in
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim
from generator.records.model import Keys
from generator.records.publication import Publication
from generator.records.reading import Records
from generator.records.site import Site
from generator.records.source import Source
from generator.records.variant import Variant

Own = tuple[tuple[str, str], list[tuple[Keys, str]]]
"""A record by kind and id, and its texts in our own words with the keys that lead to each."""


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
    loaded: dict[str, set[str]] = {}  # by the longest word in each: few records have any of these
    for several in site.loaded_words:
        loaded.setdefault(max(words_in(several), key=len, default=""), set()).add(several)
    for (kind, id_), texts in own_texts(context.records):
        met = loaded.keys() & _parts("\n".join([text for _, text in texts]))
        if not met:
            continue
        pattern = whole_words(set().union(*(loaded[word] for word in met)), re.IGNORECASE)
        for keys, text in texts:
            for word in dict.fromkeys(pattern.findall(outside_mention(one_line(text)))):
                yield from loaded_word(context.records.place(kind, id_, *keys), word)


def _parts(text: str) -> list[str]:
    """Return the words of a text, and those that hyphens join to one."""
    words = words_in(text)
    if "-" not in text:
        return words
    return words + [part for word in words if "-" in word for part in word.split("-")]


def own_texts(records: Records) -> Iterator[Own]:
    """Yield for every record but those of verdicts its texts that are in our own words."""
    for claim in records.claims.values():
        yield ("claims", claim.id), _of_claim(claim)
    for variant in records.variants.values():
        yield ("variants", variant.id), _of_variant(variant)
    for source in records.sources.values():
        yield ("sources", source.id), _of_source(source)
    for origin in records.origins.values():
        yield ("origins", origin.id), [(("name",), origin.name), (("note",), origin.note or "")]
    for person in records.people.values():
        yield ("people", person.id), [(("note",), person.note or "")]
    for topic in records.topics.values():
        texts: list[tuple[Keys, str]] = [(("title",), topic.title)]
        yield ("topics", topic.id), [*texts, (("introduction",), topic.introduction)]
    if records.site:
        yield ("site", ""), _of_site(records.site)


def _of_claim(claim: Claim) -> list[tuple[Keys, str]]:
    found: list[tuple[Keys, str]] = [
        (("claim",), claim.claim),
        (("short",), claim.short or ""),
        (("bottom_line",), claim.bottom_line),
        (("why_checked",), claim.why_checked),
        (("analysis",), claim.analysis or ""),
    ]
    for number, e in enumerate(claim.evidence):
        if e.note:
            found.append((("evidence", number, "note"), e.note))
        if e.settles:
            found.append((("evidence", number, "settles"), e.settles))
    found += [(("unknowns", number), text) for number, text in enumerate(claim.unknowns)]
    found += [(("inferred", number), text) for number, text in enumerate(claim.inferred)]
    found += [(("later", number, "text"), later.text) for number, later in enumerate(claim.later)]
    return found + _of_publication(claim)


def _of_variant(variant: Variant) -> list[tuple[Keys, str]]:
    found: list[tuple[Keys, str]] = [
        (("title",), variant.title),
        (("changed",), variant.changed),
        (("why",), variant.why),
    ]
    for number, wording in enumerate(variant.wordings):
        found.append((("wordings", number, "note"), wording.note or ""))
    return found + _of_publication(variant)


def _of_publication(record: Publication) -> list[tuple[Keys, str]]:
    """Return the reasons that readers see of what changed."""
    found: list[tuple[Keys, str]] = [
        (("revisions", number, "reason"), revision.reason)
        for number, revision in enumerate(record.revisions)
    ]
    if record.withdrawn:
        found.append((("withdrawn", "reason"), record.withdrawn.reason))
    return found


def _of_source(source: Source) -> list[tuple[Keys, str]]:
    found: list[tuple[Keys, str]] = [
        (("note",), source.note or ""),
        (("published", "note"), source.published.note or ""),
    ]
    for number, relay in enumerate(source.relays):
        found.append((("relays", number, "by"), relay.by or ""))
    return found


def _of_site(site: Site) -> list[tuple[Keys, str]]:
    found: list[tuple[Keys, str]] = [
        (("title",), site.title),
        (("description",), site.description),
        (("policies",), site.policies or ""),
    ]
    for number, term in enumerate(site.glossary):
        found.append((("glossary", number, "meaning"), term.meaning))
    return found
