"""A topic's page gathers its claims by family, each behind its verdict, and their variants."""

from generator.evidence.archive import Archive
from generator.pages import Settings
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

BRIDGE = "data/claims/bridge-closed.yml"
TRAVELLED = "How the wording travelled"


def page(id_: str, of: Archive | None = None, drafts: bool = False) -> Element:
    """Return the page of a topic of the small archive, perhaps changed, perhaps a preview."""
    return parse(made(of or archive(), Settings(drafts=drafts))[f"topics/{id_}.md"].body)


def listed(topic: Element) -> dict[str, list[str]]:
    """Return where the entries of each section lead, by its heading."""
    found = {}
    for section in topic.all("section"):
        [heading] = section.all("h2")
        entries = [next(one.all("a")).attributes["href"] for one in section.all("li")]
        found[heading.text] = [link.removeprefix("../../") for link in entries]
    return found


def test_claims_stand_by_family_in_the_order_of_the_scale() -> None:
    """The families stand under their own headings, and the claims as in the list of all claims."""
    found = listed(page("footbridge"))
    assert list(found) == ["Stands, or was said", "Open", "Fails as worded", TRAVELLED]
    del found[TRAVELLED]
    assert found == {
        "Stands, or was said": [
            "claims/bridge-closed/",
            "claims/mayor-said-1950/",
            "claims/mayor-found-rotten-boards/",
        ],
        "Open": [
            "claims/forty-cross-it/",
            "claims/sold-to-a-circus/",
            "claims/carpenter-blamed-goats/",
        ],
        "Fails as worded": [
            "claims/mayor-found-rotten-boars/",
            "claims/mayor-blamed-goats/",
            "claims/built-in-1950/",
            "claims/to-be-torn-down/",
        ],
    }


def test_variants_on_its_claims_stand_below_them() -> None:
    """Every published variant that names a claim of the topic is listed, with what changed."""
    for id_ in ("footbridge", "counting"):
        topic = page(id_)
        claims = {c.id for c in archive().claims.values() if id_ in c.topics and c.published}
        wanted = {
            f"variants/{variant.id}/"
            for variant in archive().variants.values()
            if variant.published and claims & set(variant.claims)
        }
        links = listed(topic).get(TRAVELLED, [])
        assert (set(links), len(links)) == (wanted, len(wanted))
    assert "The carpenter’s words are given to the mayor." in page("footbridge").text


def test_a_claim_stands_as_in_the_list_of_claims() -> None:
    """Verdict, title, bottom line, claimant, date and counts are those of the list of claims."""
    [own] = page("counting").all("li")
    all_claims = parse(made(archive())["claims/index.md"].body).all("li")
    [other] = [
        one for one in all_claims if "forty-cross-it" in next(one.all("a")).attributes["href"]
    ]
    assert squeezed(own.text) == squeezed(other.text)


def test_the_introduction_is_prose() -> None:
    """The title is the heading, and the introduction stands right below it."""
    topic = page("footbridge")
    assert [squeezed(one.text) for one in topic.all("h1")] == ["The footbridge"]
    text = squeezed(topic.text)
    assert text.startswith("The footbridge Whether it is closed, for how long, and what the goats")


def test_a_draft_is_not_shown() -> None:
    """A draft stands on the page of its topic in a preview only."""
    assert listed(page("counting"))["Open"] == ["claims/forty-cross-it/"]
    preview = listed(page("counting", drafts=True))
    assert preview["Open"] == ["claims/forty-cross-it/", "claims/two-boards-rotten/"]


def test_a_variant_that_bears_on_no_claim_of_the_topic_is_left_out() -> None:
    """Variants are listed where one of their claims is, and drafts of variants nowhere."""
    path = "data/variants/who-blamed-goats.yml"
    assert "who-blamed-goats" not in made(archive())["topics/counting.md"].body
    draft = changed(edited(path, "published: 2024-03-12\n", ""))
    assert "who-blamed-goats" not in made(draft)["topics/footbridge.md"].body
    assert "boards-became-boars" in made(draft)["topics/footbridge.md"].body


def test_a_topic_without_published_claims_says_so() -> None:
    """Where nothing is published on a topic its page is the introduction and one sentence."""
    bare = changed(
        edited("data/claims/forty-cross-it.yml", "[footbridge, counting]", "[footbridge]")
    )
    topic = page("counting", bare)
    assert [squeezed(one.text) for one in topic.all("p")] == [
        "How many people cross the bridge, and who counted them.",
        "No claim is published on this topic yet.",
    ]
    assert not list(topic.all("h2"))


def test_a_claim_that_names_a_topic_twice_stands_once() -> None:
    """A topic lists each of its claims once."""
    twice = changed(edited(BRIDGE, "topics: [footbridge]", "topics: [footbridge, footbridge]"))
    assert listed(page("footbridge", twice)) == listed(page("footbridge"))


def test_all_topics_stand_in_one_list() -> None:
    """The list leads to every topic, the largest first, with introduction and number of claims."""
    whole = parse(made(archive())["topics/index.md"].body)
    told = [squeezed(one.text) for one in whole.all("section")]
    assert [text for text in told if "<" not in text] == [
        (
            "The footbridge Whether it is closed, for how long, and what the goats have to do with "
            "it. 10 claims"
        ),
        "Counting How many people cross the bridge, and who counted them. 1 claim",
    ]
    links = [one.attributes["href"] for one in whole.all("a")]
    assert links == ["../topics/footbridge/", "../topics/hostile-topic/", "../topics/counting/"]


def test_a_claim_leads_to_its_topics() -> None:
    """At the end of a claim's page its topics are links."""
    body = parse(made(archive())["claims/forty-cross-it.md"].body)
    [topics] = [one for one in body.all("p") if one.text.startswith("Topics: ")]
    assert squeezed(topics.text) == "Topics: The footbridge · Counting."
    links = [one.attributes["href"] for one in topics.all("a")]
    assert links == ["../../topics/footbridge/", "../../topics/counting/"]


def test_hostile_topics_are_inert() -> None:
    """A title and an introduction that look like markup are shown as typed."""
    topic = archive().topics["hostile-topic"]
    text = squeezed(page("hostile-topic").text)
    assert topic.title in text
    assert topic.introduction.replace("*really*", "really") in text


def test_a_page_is_of_the_day_of_its_latest_record() -> None:
    """A topic's page is dated by its claims and by the variants on them."""
    published = "published: 2024-03-12\n"
    entry = "date: 2025-01-02, kind: update, reason: So it is, was: {published: 2024-03-11}"
    revised = f"revisions: [{{{entry}}}]\n"
    for path in ("claims/forty-cross-it", "variants/boards-became-boars"):
        of = changed(edited(f"data/{path}.yml", published, published + revised))
        assert made(of)["topics/footbridge.md"].updated == "2025-01-02"
    assert made(archive())["topics/hostile-topic.md"].updated == "2024-06-05"
