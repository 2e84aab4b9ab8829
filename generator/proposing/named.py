"""The beginning of an origin's, a person's or a topic's record, from its name."""

from generator.proposing.skeleton import Skeleton
from generator.records.yamltext import scalar


def origin(name: str, kind: str, who: str) -> str:
    """Return an origin's record; what is not known is a blank, `who` for an act alone.

    Args:
        name: what readers know it by; empty where it is not known, and likewise below.
        kind: a word of the field `kind`.
        who: with an act, the id of the person whose act it is.
    """
    begun = _named("origins", "name", name)
    begun.known["kind"] = kind
    if kind == "act" or who:
        begun.known["who"] = who
    return begun.text()


def person(name: str, office: str) -> str:
    """Return a person's record.

    Args:
        name: in the spelling of this site; empty where it is not known, and likewise below.
        office: as it was when the claims were made.
    """
    begun = _named("people", "name", name)
    if office:
        begun.known["office"] = scalar(office, "office")
    return begun.text()


def topic(title: str) -> str:
    """Return a topic's record; its introduction is a blank.

    Args:
        title: a few words, as a heading; empty where it is not known.
    """
    return _named("topics", "title", title).text()


def _named(kind: str, key: str, name: str) -> Skeleton:
    begun = Skeleton(kind)
    if name:
        begun.known[key] = scalar(name, key)
    return begun
