"""What the home page says of a claim that does not stand carries its doubt in its own words."""

import re
from collections.abc import Iterator

from generator.findings import Facts, Finding, Place, rule
from generator.records.reading import Records
from generator.records.tree import Tree

_ITEM = re.compile(r"(?m)^[-*+] .*(?:\n(?:  +\S.*|(?![-*+#\s<]).+))*")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:\./)?claims/([a-z0-9-]+)\.md(?:#[^)\s]*)?\)")
_WORD = re.compile(r"\w+")


@rule("W726")
def home_without_its_hedge(place: Place, id_: str, verdict: str) -> Facts:
    """A sentence of the home page about a claim that does not stand says so beside its link.

    On the home page a claim is read as the site's own word. Unless it stands, the same sentence
    tells on whose word it rests, or that it is disputed.

    Bad:
        - [He told his aides to reject it](claims/told-aides.md).
    Good:
        - [That he told his aides to reject it](claims/told-aides.md) rests on one unnamed official.
    """
    message = f"{id_!r} is {verdict!r}, and this sentence says no more than the link"
    yield place, message, "say in the same sentence on whose word it rests, or what is disputed"


def findings(tree: Tree, records: Records, page: str = "docs/index.md") -> Iterator[Finding]:
    """Yield the sentences in lists of the home page that are a bare link to a claim in doubt."""
    try:
        text = tree.read(page).decode("utf-8", errors="replace")
    except OSError:
        return
    for item in _ITEM.finditer(text):
        words = item[0].lstrip("-*+ ").rstrip()
        links = list(_LINK.finditer(words))
        beside = _LINK.sub(" ", words)
        if not links or not words.endswith(".") or _WORD.search(beside):
            continue
        for link in links:
            claim = records.claims.get(link[2])
            verdict = records.verdicts.get(claim.verdict) if claim else None
            if claim and verdict and verdict.family != "stands":
                line = text.count("\n", 0, item.start()) + 1
                at = text.split("\n")[line - 1]
                yield from home_without_its_hedge(Place(page, line, 1, at), claim.id, verdict.label)
