"""The computed parts that a hand-written page can ask for with `<!-- factcheck: NAME -->`."""

from collections import Counter
from collections.abc import Callable

from markupsafe import Markup

from generator.evidence.sentences import split
from generator.findings import RULES
from generator.pages import render, reporting, variants, words
from generator.pages.charts import origingraph, shares
from generator.pages.corrections import told
from generator.pages.feed import FEED
from generator.pages.topics import by_weight
from generator.pages.view import View


def verdict_counts(view: View) -> str:
    """Return how many claims have each verdict, as a picture."""
    return render.html("markers/verdict-counts.html", view=view, shares=shares.shares(view))


def documents(view: View) -> str:
    """Return the documents we hold, the newsrooms they rest on, and how many those are."""
    held = sorted(
        (source for source in view.archive.sources.values() if source.seal),
        key=lambda source: source.outlet.casefold(),
    )
    behind = "The page of each claim says which of them stand behind it."
    summary = f"{origingraph.summary(view)} {behind}"
    return render.html("markers/documents.html", view=view, held=held, summary=summary)


def origin_graph(view: View) -> str:
    """Return the picture of the documents we hold and the newsrooms they rest on."""
    graph = origingraph.documents_graph(view)
    return render.html("markers/origin-graph.html", view=view, graph=graph) if graph else ""


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
    """Return every change of what was published, the newest first, or that there is none."""
    feed = Markup(view.base + FEED) if view.settings.site_url else ""  # noqa: S704  ours
    return render.html("markers/corrections.html", view=view, told=told(view), feed=feed)


def report(view: View) -> str:
    """Return the ways to the forms of the repository, or that its address is not known."""
    forms = [(said, reporting.form(view.settings, name)) for name, said in reporting.FORMS.items()]
    known = [(said, address) for said, address in forms if address]
    return render.html("markers/report.html", forms=known)


def topics(view: View) -> str:
    """Return the topics with the first sentence of their introductions and how many claims."""
    counts = Counter(id_ for claim in view.visible() for id_ in set(claim.topics))
    listed = []
    for topic in by_weight(view):
        first = next((s.own for s in split(" ".join(topic.introduction.split()))), "")
        listed.append((topic, first, words.number(counts[topic.id], "claim")))
    return render.html("markers/topics.html", view=view, topics=listed)


def changes_of_wording(view: View) -> str:
    """Return how many variants there are of each kind of change, with the way to them."""
    count = words.number(len(variants.visible(view)), "case")
    groups = variants.grouped(view)
    return render.html("markers/variants.html", view=view, count=count, groups=groups)


def glossary(view: View) -> str:
    """Return the names and terms that the site explains, in the order of its record."""
    return render.html("markers/glossary.html", view=view, terms=view.archive.site.glossary)


MARKERS: dict[str, Callable[[View], str]] = {
    "verdict-counts": verdict_counts,
    "documents": documents,
    "origin-graph": origin_graph,
    "findings": findings,
    "publisher": publisher,
    "corrections": corrections,
    "report": report,
    "topics": topics,
    "variants": changes_of_wording,
    "glossary": glossary,
}
