"""The computed parts that a hand-written page can ask for with `<!-- factcheck: NAME -->`."""

from collections.abc import Callable

from generator.findings import RULES
from generator.pages import render, words
from generator.pages.view import View


def verdict_counts(view: View) -> str:
    """Return how many claims have each verdict."""
    count = words.number(len(view.visible()), "claim")
    return render.html("markers/verdict-counts.html", view=view, count=count)


def documents(view: View) -> str:
    """Return the documents we hold, the newsrooms they rest on, and how many those are."""
    held = sorted(
        (source for source in view.archive.sources.values() if source.seal),
        key=lambda source: source.outlet.casefold(),
    )
    firm = {name for source in held for name in view.newsrooms(source)}
    sure = {name for name in firm if not name.endswith(" (inferred)")}
    inferred = {name.removesuffix(" (inferred)") for name in firm - sure} - sure
    summary = f"{words.number(len(held), 'document')}, {words.number(len(sure), 'newsroom')}"
    if inferred:
        summary += f" and {words.small(len(inferred))} that we infer"
    summary += ". Which of these stand behind a claim, its page counts."
    return render.html("markers/documents.html", view=view, held=held, summary=summary)


def findings(view: View) -> str:
    """Return every code with its rule, a bad example and a good one."""
    codes = []
    for code in sorted(RULES):
        title, _, rest = RULES[code].explanation.partition("\n")
        codes.append((code, title, rest.strip("\n")))
    return render.html("markers/findings.html", view=view, codes=codes)


def publisher(view: View) -> str:
    """Return who publishes the site, how to reach them, the licence and the policies."""
    return render.html("markers/publisher.html", view=view, site=view.archive.site)


def corrections(view: View) -> str:
    """Return every change of a published claim, the newest first, or that there is none."""
    entries = [(claim, entry) for claim in view.visible() for entry in claim.revisions]
    entries.sort(key=lambda pair: pair[1].date.latest, reverse=True)
    withdrawn = [claim for claim in view.visible() if claim.withdrawn]
    return render.html("markers/corrections.html", view=view, entries=entries, withdrawn=withdrawn)


MARKERS: dict[str, Callable[[View], str]] = {
    "verdict-counts": verdict_counts,
    "documents": documents,
    "findings": findings,
    "publisher": publisher,
    "corrections": corrections,
}
