"""The timeline lists all that has a date, once, in order, with the claims that tell of it."""

from generator.pages import Settings
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

Changes = dict[str, str | None]


def timeline(changes: Changes | None = None, settings: Settings | None = None) -> Element:
    """Return the timeline of the small archive, perhaps changed."""
    of = changed(changes) if changes else archive()
    return parse(made(of, settings)["timeline.md"].body)


def children(one: Element) -> list[Element]:
    """Return the elements that stand directly in an element."""
    return [inner for inner in one.inside if isinstance(inner, Element)]


def section(id_: str, page: Element) -> list[tuple[str, list[Element]]]:
    """Return the headings of a section of the timeline with the entries below each."""
    [found] = [one for one in page.all("section") if one.attributes["id"] == id_]
    listed: list[tuple[str, list[Element]]] = []
    for one in children(found):
        if one.tag == "h3":
            listed.append((squeezed(one.text), []))
        elif one.tag == "ul":
            listed[-1][1].extend(children(one))
    return listed


def items(entry: Element) -> list[str]:
    """Return what an entry says, block by block, its lists item by item."""
    return [squeezed(one.text) for one in entry.all() if one.tag in ("p", "li")]


def told(page: Element, id_: str = "before") -> list[tuple[str, list[str]]]:
    """Return the headings of a section with the first line of each entry below."""
    return [
        (day, [items(one)[0].partition(" (said;")[0] for one in entries])
        for day, entries in section(id_, page)
    ]


def entry(page: Element, start: str, id_: str = "before") -> list[str]:
    """Return what the one entry says whose first line begins so."""
    found = [items(one) for _, entries in section(id_, page) for one in entries]
    [one] = [texts for texts in found if texts[0].startswith(start)]
    return one


HOSTILE = '<img src=x onerror=alert(1)> {{ 8 }} *s* &amp; {: .s } "q"'
HERALD = '<b onclick="x">Herald</b> {{ 1 }} *o* {: .o } &amp;'
OATH = '<em>Oath</em> {{ 6 }} *a* {: .a } of "J."'
BOARS = "✗ Garbled The mayor was found with two rotten boars. Quoted from Quillbeck Courier"
PERHAPS = "Words of the mayor on a Monday, in a document that does not say where"


def test_everything_dated_stands_in_order() -> None:
    """By the earliest day and then the latest: an open begin first, an open end after its day."""
    assert told(timeline()) == [
        ("On or before 2 March 2024", [f"❝ On record {HOSTILE}"]),
        ("1950", ["✗ Contradicted The footbridge was built in 1950. Quoted from Valley Post"]),
        ("1998", ["Register of the bridges of the Sedge"]),
        ("March 2024", [HERALD, "Quillbeck Today"]),
        ("On or after March 2024", [BOARS]),
        (
            "Monday, 4 March 2024",
            [
                (
                    "✓ Corroborated The footbridge was closed Quoted from Quillbeck Courier, "
                    "Hill Radio, Valley Post, Bridge Digest, Valley Post (2), "
                    "Quillbeck Today (inferred)"
                ),
                "The mayor's report to the council",
                PERHAPS,
            ],
        ),
        ("Tuesday, 5 March 2024", [OATH, "Quillbeck Courier"]),
        ("5 to 6 March 2024", ["Hill Radio"]),
        ("Wednesday, 6 March 2024", ["Valley Post"]),
    ]


def test_only_single_days_are_times() -> None:
    """A heading of one day is a time that a machine reads, under an anchor; a range is words."""
    page = timeline()
    times = {one.attributes["datetime"]: squeezed(one.text) for one in page.all("time")}
    assert times["2024-03-04"] == "Monday, 4 March 2024"
    assert times["2024-04-02"] == "Tuesday, 2 April 2024"
    anchors = [one.attributes["id"] for one in page.all("h3") if "id" in one.attributes]
    assert anchors[:1] == ["day-2024-03-04"]
    assert anchors[-1:] == ["later-2024-06-01"]
    assert len(anchors) == len(times) == len(set(anchors))
    assert "datetime" not in made(archive())["timeline.md"].body.partition("1950")[0]


def test_an_interval_of_one_day_is_that_day() -> None:
    """Typed as a range from a day to itself, a day stands with the others of its date."""
    path = "data/claims/bridge-closed.yml"
    range_ = edited(path, "{date: 2024-03-04, basis", "{date: 2024-03-04/2024-03-04, basis")
    assert told(timeline(range_)) == told(timeline())


def test_a_public_act_says_who_where_and_which_claims_quote_it() -> None:
    """An act stands with its person, place and doubt, and with each claim and its passages."""
    assert entry(timeline(), "The mayor's report") == [
        "The mayor's report to the council",
        (
            f"Public act of Ada Thorn · Quillbeck · perhaps the same as, and counted once with: "
            f"{PERHAPS}"
        ),
        (
            "Supports it: ❝ On record Mayor Thorn told the council that the footbridge dates from "
            "1950. (said; whether it is so: ✗ Contradicted The footbridge was built in 1950) "
            "Quoted from Quillbeck Courier (date from another source)"
        ),
        (
            "Supports it: ❝ On record Mayor Thorn told the council that two rotten boards had been "
            "found. (said; whether it is so is not checked) Quoted from Quillbeck Courier"
        ),
    ]
    [link] = [
        one.attributes["href"]
        for one in timeline().all("a")
        if one.attributes["href"].startswith("../claims/mayor-said-1950/#")
    ]
    assert link == "../claims/mayor-said-1950/#382ffc93"


def test_what_was_said_by_a_public_act_is_not_told_twice() -> None:
    """A saying whose event is its person's act of that date is told there, and else apart."""
    path = "data/claims/mayor-said-1950.yml"
    first = "❝ On record Mayor Thorn told the council that the footbridge dates from 1950."
    apart = edited(path, "event: {date: 2024-03-04,", "event: {date: 2024-03-07,")
    for given, times in ((None, 0), (apart, 1)):
        lines = [line for _, own in told(timeline(given)) for line in own]
        assert sum(line.startswith(first) for line in lines) == times
    [event] = [
        items(one)
        for day, entries in section("before", timeline(apart))
        for one in entries
        if "7 M" in day
    ]
    assert event[1] == "Quillbeck · date from another source"


def test_a_claim_that_calls_a_document_its_source_is_told_under_the_origin() -> None:
    """Passages that say whom they relay speak of it; those whose sense is lost are not linked."""
    dated = edited(
        "data/origins/courier.yml", "place: Quillbeck", "place: Quillbeck\ndate: 2024-03-05"
    )
    [day] = [entries for day, entries in section("before", timeline(dated)) if "5 March" in day][:1]
    report = items(day[1])
    assert report[0] == "Quillbeck Courier"
    assert report[1] == "Report · Quillbeck"
    assert (
        "Named as its source, speaks against it: ✗ Misattributed Mayor Thorn said that it was the "
        "goats. Quoted from Valley Post, Quillbeck Courier"
    ) in report
    assert f"Named as its source, speaks against it: {BOARS}" in report


def test_an_event_says_how_its_date_is_known() -> None:
    """A date that we infer, or that another source has, is said to be so, with the place."""
    page = timeline()
    assert entry(page, "✓ Corroborated")[1] == ("The Sedge · date: our inference")
    assert entry(page, "✗ Contradicted")[1] == "date from another source"
    assert entry(page, "✗ Garbled")[1:] == []


def test_a_document_says_how_its_date_is_known() -> None:
    """A sealed document stands at its date with its ground and its claims, an excerpt nowhere."""
    page = timeline()
    assert entry(page, "Hill Radio") == [
        "Hill Radio",
        "Document that we hold · date: our inference · quoted in 2 claims · The page names no day.",
    ]
    assert entry(page, HERALD)[1] == (
        "Document that we hold · on what ground it is dated so we do not know · "
        "quoted in 1 claim · <u>No day</u> {{ 2 }} *n* {: .n }"
    )
    assert "../sources/tal-bote/" not in {
        one.attributes["href"]
        for _, entries in section("before", page)
        for found in entries
        for one in found.all("a")
    }


def test_a_headline_is_not_shown_without_its_verdict() -> None:
    """Titles of documents may say what a claim finds to be wrong, so none is printed here."""
    assert "Quillbeck bridge to be torn down" not in timeline().text


def test_days_after_the_line_stand_apart() -> None:
    """What is dated surely after `as_of` stands under a heading of its own; a doubtful day not."""
    page = timeline()
    assert [one.attributes["id"] for one in page.all("section")] == ["before", "later"]
    late = edited("data/origins/bridge-register.yml", "date: 1998", "date: 2024-03-11")
    late |= edited("data/sources/valley-post.yml", "{date: 2024-03-06}", "{date: 2024-03-10/..}")
    page = timeline(late)
    assert told(page, "after") == [
        ("Monday, 11 March 2024", ["Register of the bridges of the Sedge"])
    ]
    assert told(page)[-1] == ("On or after 10 March 2024", ["Valley Post"])
    headings = [squeezed(one.text) for one in page.all("h2")]
    assert headings == ["Up to 10 March 2024", "After 10 March 2024", "What happened later"]


def test_what_happened_later_is_told_once() -> None:
    """One date and one text, however wrapped, is one entry with all its claims and sources."""
    listed = section("later", timeline())
    assert [(day, len(entries)) for day, entries in listed] == [
        ("Tuesday, 2 April 2024", 1),
        ("May 2024", 1),
        ("Saturday, 1 June 2024", 1),
        ("Date unknown", 1),
    ]
    [council] = listed[0][1]
    assert items(council) == [
        "The council met again.",
        "✗ Overstated The footbridge is to be torn down.",
        "✓ Corroborated The footbridge was closed",
    ]
    assert "(Valley Post)" in squeezed(council.text)
    [barrier] = listed[1][1]
    assert squeezed(barrier.text) == (
        "The barrier was painted. (Tal-Bote) ✓ Corroborated The footbridge was closed"
    )


def test_other_words_of_one_day_stay_apart() -> None:
    """Two texts of one date are two entries under one heading."""
    path = "data/claims/bridge-closed.yml"
    other = timeline(edited(path, "The council met *again*.", "The council met."))
    first = section("later", other)[0]
    assert (first[0], len(first[1])) == ("Tuesday, 2 April 2024", 2)


def test_what_has_no_date_is_counted() -> None:
    """The last line counts acts and records without a known date, and the events and documents."""
    [line] = [one for one in timeline().all("p") if one.attributes.get("id") == "undated"]
    assert squeezed(line.text) == (
        "No date is known of 1 event that a claim is about and 1 document that we hold."
    )
    unknown = edited("data/origins/bridge-register.yml", "date: 1998", "date: unknown")
    unknown |= edited("data/claims/goats-were-hired.yml", "event: {date: unknown}\n", "")
    [line] = [one for one in timeline(unknown).all("p") if one.attributes.get("id") == "undated"]
    assert squeezed(line.text) == (
        "1 origin has no known date: 1 published record. "
        "No date is known of 1 document that we hold."
    )


def test_the_first_line_counts_what_is_listed() -> None:
    """Each sort of entry is counted, and the sums are those of the entries below."""
    page = timeline()
    first = squeezed(next(page.all("p")).text)
    assert first == (
        "The dated events of our records, in order: 4 events that claims are about, "
        "3 public acts, 1 published record and 5 documents that we hold. Each claim is shown with "
        "its verdict."
    )
    assert sum(len(entries) for _, entries in section("before", page)) == 3 + 4 + 1 + 5


def test_a_draft_is_in_the_timeline_of_a_preview_only() -> None:
    """The event of a claim without `published` is shown to its editor, and nobody else."""
    day = ("Sunday, 3 March 2024", [("? Single origin Two boards of the footbridge were rotten. "
           "Quoted from Quillbeck Courier")])  # fmt: skip
    assert day not in told(timeline())
    assert day in told(timeline(settings=Settings(drafts=True)))


def test_a_site_without_records_has_a_timeline() -> None:
    """Where nothing is dated yet the page says what it is for and lists nothing."""
    gone: Changes = {f"data/claims/{id_}.yml": None for id_ in archive().claims}
    gone |= {f"data/variants/{id_}.yml": None for id_ in archive().variants}
    gone |= {f"data/sources/{id_}.yml": None for id_ in archive().sources}
    gone |= {f"data/origins/{id_}.yml": None for id_ in archive().origins}
    page = timeline({**gone, "docs/index.md": "# Soon"})
    assert [squeezed(one.text) for one in page.all("p")] == [
        ("The dated events of our records, in order. Each claim is shown with its verdict.")
    ]
    assert list(page.all("section")) == []
