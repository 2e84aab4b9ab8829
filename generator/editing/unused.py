"""Records that nothing uses: they would have a page that no reader reaches."""

import re
from collections.abc import Iterator

from generator.editing.context import Context
from generator.findings import Facts, Finding, Place, rule
from generator.records.model import references
from generator.records.person import Person
from generator.records.reading import Records

_TOLD = {
    "topics": ("no claim has this topic", "add it to the `topics` of a claim"),
    "origins": (
        "no source holds or relays this origin, and nothing quotes it",
        "add it to the `relays` of a source",
    ),
    "sources": ("nothing quotes this source", "quote it in a claim or a variant"),
    "people": ("no claim, evidence or origin names this person", "name the person in a claim"),
}


@rule("W725")
def unused(place: Place, message: str, hint: str) -> Facts:
    """A topic, person, origin or outside source is there because something uses it.

    What nothing uses was forgotten, misspelt elsewhere, or stands for something that was never
    shown; its page would lead nowhere. A draft counts as use, and what was withdrawn needs none.

    Bad:
        data/topics/weather.yml, and no claim with `topics: [weather]`
    Good:
        data/topics/weather.yml, and a claim with `topics: [weather]`
    """
    yield place, message, hint


def findings(context: Context) -> Iterator[Finding]:
    """Yield the records that nothing uses; none while a record that may use them is unread."""
    if not context.complete:
        return
    records = context.records
    for kind, id_ in sorted(_never_mentioned(records)):
        if kind == "people" and _named(records, records.people[id_]):
            continue
        message, use = _TOLD[kind]
        hint = f"{use}, or remove data/{kind}/{id_}.yml (published before: `withdrawn:`)"
        yield from unused(records.place(kind, id_), message, hint)


def _never_mentioned(records: Records) -> set[tuple[str, str]]:
    """Return what no record names; held documents apart, for they are read for every claim.

    An origin's `may_be` is no use of the other origin. Nothing is returned of a kind of which an
    id is named that is not there: it may be one of these, misspelt.
    """
    left = {(k, id_) for k in _TOLD for id_, one in records.of(k).items() if not one.withdrawn}
    left -= {("sources", id_) for id_, source in records.sources.items() if source.seal}
    misspelt: set[str] = set()
    for kind in ("sources", "origins", "variants", "claims"):
        for record in records.of(kind).values():
            if not left:
                return set()
            for keys, ref, id_ in references(record):
                if "may_be" not in keys:
                    left.discard((ref.kind, id_))
                if id_ not in records.of(ref.kind):
                    misspelt.add(ref.kind)
    return {(kind, id_) for kind, id_ in left if kind not in misspelt}


def _named(records: Records, person: Person) -> bool:
    """Say whether a claim or a variant has a name of the person in its text."""
    names = {name.split()[-1] for name in (person.name, *person.other_spellings)}
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    texts = (
        doc.text for (kind, _), doc in records.documents.items() if kind in ("claims", "variants")
    )
    return any(found.search(text) for text in texts)
