"""The pages of topics: one a topic with its claims and variants, and the list of all."""

from collections.abc import Mapping, Sequence

from generator.evidence.archive import Archive
from generator.pages import render, words
from generator.pages.history import history
from generator.pages.page import Page, Settings
from generator.pages.variants import visible
from generator.pages.view import View
from generator.records.claim import Claim
from generator.records.topic import Topic
from generator.records.variant import Variant


def topic_pages(archive: Archive, settings: Settings) -> list[Page]:
    """Return a page for each topic: its introduction, its claims by family, and variants."""
    view = View(archive, settings, "../../")
    claims, listed = _by_topic(view), visible(view)
    names = {family: name for family, name, _ in view.families()}
    return [
        _topic_page(view, topic, claims[id_], names, listed)
        for id_, topic in archive.topics.items()
    ]


def _by_topic(view: View) -> dict[str, list[Claim]]:
    """Return the claims of each topic that have a page, in the order of the list of claims."""
    found: dict[str, list[Claim]] = {id_: [] for id_ in view.archive.topics}
    for claim in view.visible():
        for id_ in dict.fromkeys(claim.topics):
            found[id_].append(claim)
    return found


def by_weight(view: View) -> list[Topic]:
    """Return the topics, those with the most claims first, then by title."""
    claims = _by_topic(view)
    topics = view.archive.topics.values()
    return sorted(topics, key=lambda t: (-len(claims[t.id]), t.title.casefold(), t.id))


def _topic_page(
    view: View,
    topic: Topic,
    claims: Sequence[Claim],
    names: Mapping[str, str],
    listed: Sequence[Variant],
) -> Page:
    """Return the page of one topic; `names` are those of families, `listed` all variants."""
    wanted = {claim.id for claim in claims}
    variants = [v for v in listed if not wanted.isdisjoint(v.claims)]
    front = {
        "title": topic.title,
        "description": f"{topic.title}: {words.number(len(claims), 'claim')}, each with its "
        "verdict.",
        "hide": ["toc"],
    }
    families = [
        (family, name, [claim for claim in claims if view.verdict(claim).family == family])
        for family, name in names.items()
    ]
    body = render.html(
        "topic.html",
        view=view,
        topic=topic,
        families=families,
        claims=claims,
        variants=variants,
        history=history(view, topic),
    )
    latest = max(record.updated for record in (topic, *claims, *variants))
    indexed = render.before_excluded(body)
    return Page(f"topics/{topic.id}.md", front, body, updated=latest, indexed=indexed)


def topics_page(archive: Archive, settings: Settings) -> Page:
    """Return the list of all topics, each with its introduction and its number of claims."""
    view = View(archive, settings, "../")
    claims = _by_topic(view)
    front = {
        "title": "Topics",
        "description": "What the claims of this site are about, topic by topic.",
        "hide": ["toc"],
    }
    topics = [(topic, words.number(len(claims[topic.id]), "claim")) for topic in by_weight(view)]
    body = render.html("topics.html", view=view, topics=topics)
    return Page("topics/index.md", front, body, in_nav=True, updated=view.updated())
