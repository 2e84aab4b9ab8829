"""What changed in a record is told to readers: when, why, and what stood there before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import Settings, history, render
from generator.records.model import protected
from generator.records.scalars import parse_day
from tests.pages.dom import parse, squeezed
from tests.pages.revisions import Kind, only, revised, view
from tests.pages.sites import archive, changed, edited, made

KINDS = ("claims", "variants", "sources", "origins", "people", "topics", "verdicts")


def section(path: str, settings: Settings | None = None) -> list[str]:
    """The entries of the history on a page of the small archive, as they are read."""
    page = parse(made(archive(), settings)[path].body)
    [found] = [one for one in page.all("section") if one.attributes["id"] == "history"]
    return [squeezed(one.text) for one in found.all("li")]


def test_a_page_tells_its_whole_history() -> None:
    """The newest change stands first, each with day, kind, reason, before and after; then old ids.

    What stood there after a change is what the next change of the field says, else what is there.
    """
    assert section("claims/carpenter-blamed-goats.md") == [
        (
            "Correction, 5 April 2024: The date was a day of ours, and no document has one. Date "
            "before, since corrected: 5 March 2024 after: March 2024 How the date is known "
            "before, since corrected: stated after: inferred"
        ),
        (
            "Change of wording, 19 March 2024: It is shorter. Bottom line before: Nobody but the "
            "Courier spoke to the carpenter himself. after: Only the Courier spoke to him."
        ),
        (
            "Correction, 18 March 2024: The page gave the words as the Courier's own, and by a "
            "quote that stops too early. A reader told us so. Before and after Claim before, "
            "since corrected: Single origin: The Courier blamed the goats for the state of the "
            "bridge. after: Single origin: The carpenter blamed the goats for the state of the "
            "bridge. Who said it before, since corrected: somebody-else after: Jory Pell Date "
            "before, since corrected: 4 March 2024 after: 5 March 2024 Evidence, Quillbeck "
            "Courier, quote before, since corrected: It was the goats after: It was the goats "
            "that did it Evidence, Quillbeck Courier, speaker before, since corrected: Quillbeck "
            "Courier after: Jory Pell Evidence taken out: “The footbridge has been closed, the "
            "Quillbeck Courier reports.” (Valley Post: limits it) Documents read and found silent "
            "Only added to, or put in another order. Bottom line before, since "
            "corrected: nothing after: Nobody but the Courier spoke to the carpenter himself."
        ),
        "Formerly at claims/goats-did-it, claims/carpenter-and-goats.",
    ]


def test_a_record_that_never_changed_has_no_history() -> None:
    """No heading, no banner and no anchor is left on its page."""
    body = made(archive())["claims/bridge-closed.md"].body
    assert "history" not in body
    assert "fc-banner" not in body


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("variants/closed-or-shut.md", 2),
        ("sources/valley-post.md", 1),
        ("sources/courier-report.md", 1),
        ("people/jory-pell.md", 3),
        ("topics/hostile-topic.md", 2),
    ],
)
def test_every_page_of_a_record_has_its_history(path: str, entries: int) -> None:
    """Variants, sources, people and topics tell theirs as claims do, out of the search's sight."""
    told = [one for one in section(path) if not one.startswith("before")]
    assert len(told) == entries
    assert "What has changed" not in made(archive())[path].indexed


@pytest.mark.parametrize(
    ("path", "id_", "former", "text"),
    [
        (
            "origins.md",
            "bridge-register",
            "register-of-bridges",
            (
                "Correction, 27 March 2024: The register is of the year before. Date before, "
                "since corrected: 1999 after: 1998 Origins that are perhaps the same Only added "
                "to, or put in another order. Formerly at origins/#register-of-bridges."
            ),
        ),
        (
            "verdicts.md",
            "overstated",
            "exaggerated",
            (
                "Correction, 29 March 2024: A limit of anybody would have done, and it has to "
                "come from the same side. Before and after Definition before, since corrected: "
                "What was reported "
                "is weaker, narrower or more conditional than this wording. after: What was "
                "reported is weaker, narrower or more conditional than this wording. With the "
                "missing words put back it would stand. Rule, proved limits from the same side "
                "before, since corrected: at least 2 after: at least 1 Rule, origins against it "
                "before, since corrected: none after: nothing Formerly at verdicts/#exaggerated."
            ),
        ),
    ],
)
def test_origins_and_verdicts_tell_theirs_where_they_stand(
    path: str, id_: str, former: str, text: str
) -> None:
    """Their history is folded at their place, which the anchor of their former id leads to too."""
    page = parse(made(archive())[path].body)
    [folded] = [one for one in page.all("details") if one.attributes.get("id") == f"history--{id_}"]
    assert squeezed(folded.text) == f"What has changed {text}"
    [heading] = [one for one in page.all() if one.attributes.get("id") == id_]
    assert [one.attributes["id"] for one in heading.all("span") if "id" in one.attributes] == [
        former
    ]
    [banner] = page.all("p", "fc-corrected")
    assert next(banner.all("a")).attributes["href"] == f"#history--{id_}"


# The banner


def banners(path: str) -> list[str]:
    """The banners of a page of the small archive."""
    return [squeezed(one.text) for one in parse(made(archive())[path].body).all("p", "fc-banner")]


def test_a_correction_is_said_near_the_top() -> None:
    """The last correction stands before the bottom line, with its day, its reason and a way on."""
    path = "claims/carpenter-blamed-goats.md"
    said = (
        "Corrected 5 April 2024, the last of 2 changes told here: The date was a day of ours, "
        "and no document has one. What changed"
    )
    assert banners(path) == [said]
    text = squeezed(parse(made(archive())[path].body).text)
    assert text.index(said) < text.index("Only the Courier spoke to him.")
    assert banners("sources/valley-post.md") == [
        (
            "Corrected 28 March 2024: It was the day on which the page was fetched, and the "
            "address of its list. What changed"
        )
    ]


def test_an_update_and_a_change_of_wording_have_no_banner() -> None:
    """They are told in the history only."""
    assert banners("claims/to-be-torn-down.md") == []
    assert banners("people/jory-pell.md") == []


def test_whatever_is_withdrawn_says_so_at_its_top() -> None:
    """Of a source or a topic the day and the reason of its withdrawal stand below its name."""
    gone = "withdrawn: {date: 2024-04-01, reason: Of no use.}\n"
    given = {
        **edited("data/topics/counting.yml", "title: ", f"{gone}title: "),
        **edited("data/people/ada-thorn.yml", "name: ", f"{gone}name: "),
        **edited("data/sources/valley-post.yml", "outlet: ", f"{gone}outlet: "),
    }
    pages = made(changed(given))
    told = "Withdrawn 1 April 2024: Of no use."
    for path, name in (
        ("topics/counting.md", "Counting"),
        ("people/ada-thorn.md", "Ada Thorn"),
        ("sources/valley-post.md", "Valley Post"),
    ):
        page = parse(pages[path].body)
        assert squeezed(next(page.all("p", "fc-banner")).text).startswith(told)
        listed = pages[f"{path.partition('/')[0]}/index.md"].body
        assert f"{name} (withdrawn)" in squeezed(parse(listed).text)


def test_a_long_reason_is_shortened_in_the_banner_alone() -> None:
    """The banner has its first sentence, or as many whole words as a phone has room for."""
    entry = history.Entry(parse_day("2024-05-01"), "correction", "One. Two, of the U.S. here.")
    assert entry.brief == "One."
    long = history.Entry(entry.when, "correction", "word " * 60)
    assert long.brief == "word " * 27 + "word …"
    assert len(history.Entry(entry.when, "correction", "x" * 900).brief) == 142


# What stood there


def test_dates_people_and_ids_are_told_in_words() -> None:
    """Each value reads as readers know it; an id that names nothing any more stands as it is."""
    assert only(
        "claims",
        "carpenter-blamed-goats",
        made="2024-03-04/2024-03-06",
        claimant={"anonymous": "two neighbours", "count": "2"},
        said_by="somebody",
        verdict="contested",
        looked_in=["valley-post", "burnt-page"],
        published="2024-03-10",
    ) == [
        ("Date", ("4 to 6 March 2024",), ("March 2024",)),
        ("Who put it into the world", ("two neighbours (two, not named)",), ("Jory Pell",)),
        ("Who said it", ("somebody",), ("Jory Pell",)),
        ("Verdict", ("Contested",), ("Single origin",)),
        ("Documents read and found silent", ("burnt-page",), ()),
        ("Published", ("10 March 2024",), ("12 March 2024",)),
    ]


def test_a_value_that_is_not_what_its_field_wants_is_shown_as_typed() -> None:
    """Of another shape or of no known form, it is still told, and nothing fails."""
    assert only("claims", "bridge-closed", made="long ago", event="never") == [
        ("Date", ("long ago",), ("5 March 2024",)),
        (
            "Event",
            ("never",),
            ("date: 4 March 2024", "basis: inferred", "place: The Sedge"),
        ),
    ]


def test_of_a_mapping_the_keys_that_changed_are_told() -> None:
    """A key that a record leaves out has its usual value, or nothing."""
    assert only("sources", "valley-post", published={"basis": "outside", "note": "absent"}) == [
        ("Published, basis", ("outside",), ("stated",))
    ]
    assert only("claims", "bridge-closed", event={"place": "absent"}) == [
        ("Event, place", (), ("The Sedge",))
    ]


def test_a_seal_is_told_by_the_text_that_was_sealed() -> None:
    """The hash of the text sealed before stands beside that of the text sealed now."""
    seal = archive().sources["valley-post"].seal
    assert seal is not None
    assert only("sources", "valley-post", seal="0" * 64) == [
        ("Seal, by the SHA-256 of the text", ("0" * 64,), (seal.document,))
    ]
    assert only("sources", "tal-bote", seal="0" * 64)[0][2] == ()


def test_no_sentence_of_a_claim_stands_without_its_verdict() -> None:
    """The claim has its verdict before it, before and after; so has a claim that is named."""
    assert only("claims", "built-in-1950", claim="It is of 1950.", verdict="unsupported")[0] == (
        "Claim",
        ("Unsupported: It is of 1950.",),
        ("Contradicted: The footbridge was built in 1950.",),
    )
    assert only("claims", "carpenter-blamed-goats", content="built-in-1950")[0][1] == (
        "Contradicted: The footbridge was built in 1950.",
    )


def test_a_draft_is_not_named_in_a_history() -> None:
    """A page that once named a draft says that it is not published; a preview names it."""
    was = {"content": "two-boards-rotten"}
    [entry] = revised("claims", "carpenter-blamed-goats", was)
    assert entry.changes[0].before == ("a claim that is not published",)
    [entry] = revised("claims", "carpenter-blamed-goats", was, drafts=True)
    assert entry.changes[0].before == ("Single origin: Two boards of the footbridge were rotten.",)


def test_words_that_differ_are_marked_on_both_sides() -> None:
    """Where two texts are near enough, each side marks what the other does not have."""
    change = history.Change("x", ("It was built in 1950.",), ("It was built in 1931.",))
    [(_, [old]), (_, [new])] = change.sides
    assert [text for text, alone in old if alone] == ["1950"]
    assert [text for text, alone in new if alone] == ["1931"]
    far = history.Change("x", ("It was built in 1950.",), ("Nobody knows.",))
    assert [alone for _, items in far.sides for item in items for _, alone in item] == [False] * 2


@pytest.mark.parametrize(
    ("kind", "before"),
    [("correction", "before, since corrected"), ("update", "before"), ("wording", "before")],
)
def test_what_was_corrected_is_headed_so(kind: Kind, before: str) -> None:
    """Nobody is to take the old words for true; of an update they were, of a wording they are."""
    was = {"made": "2024-03-01", "unknowns": ["Nobody counted the goats."]}
    [entry] = revised("claims", "bridge-closed", was, kind=kind)
    assert [[head for head, _ in change.sides] for change in entry.changes] == [
        [before, "after"],
        ["taken out"],
    ]


def test_much_before_and_after_is_folded() -> None:
    """A short change stands open, a long one or many behind a line that unfolds them."""
    body = parse(made(archive())["claims/carpenter-blamed-goats.md"].body)
    [found] = [one for one in body.all("section") if one.attributes["id"] == "history"]
    folds = [[squeezed(s.text) for s in one.all("summary")] for one in found.all("li")]
    assert folds[0] == folds[1] == []
    assert folds[2] == ["Before and after"]


# Whatever somebody typed

TYPED = st.recursive(
    st.text(max_size=12) | st.sampled_from(["absent", "<b>x</b>", "[a](javascript:x)", ">=1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["source", "passage", "origin", "date", "any", "for", "by", "<i>"])
            | st.text(max_size=4),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
INSIDE = {"article", "section", "h2", "ul", "li", "p", "strong", "dl", "dt", "dd", "span", "code"}
INSIDE |= {"details", "summary"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_no_value_breaks_a_page_or_acts_on_it(kind: str, data: st.DataObject) -> None:
    """Whatever `was` holds, in whatever shape, the page is made, and holds it as mere words."""
    records = getattr(archive(), kind)
    record = records[data.draw(st.sampled_from(sorted(records)))]
    keys = st.sampled_from(protected(type(record)))
    told = st.dictionaries(keys, TYPED, min_size=1, max_size=2)
    entries = revised(kind, record.id, *data.draw(st.lists(told, min_size=1, max_size=2)))
    html = shown(entries)
    assert {one.tag for one in parse(html).all()} <= INSIDE
    assert {name for one in parse(html).all() for name in one.attributes} <= {"class", "id", "dir"}


def shown(entries: list[history.Entry]) -> str:
    """The entries as a page shows them."""
    template = render._environment().from_string(
        '{% import "history.html" as past with context %}{{ past.entries(view, history, "x/") }}'
    )
    return template.render(view=view(), history=history.History(tuple(entries), ()))
