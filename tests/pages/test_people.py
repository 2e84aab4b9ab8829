"""A person's page keeps apart what was said, what is reported, and what was wrongly put there."""

from dataclasses import replace

import pytest

from generator.evidence.archive import Archive
from generator.pages import Settings
from generator.pages.people import HEADINGS, OF_FAMILY, finder, listed, office_then, places
from generator.pages.view import View
from generator.records.model import Who
from generator.records.person import Person
from generator.records.scalars import parse_date
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import archive, changed, edited, made

ADA, JORY, DESK, HOSTILE = "ada-thorn", "jory-pell", "courier-desk", "hostile-person"
SAID, BOARS = "mayor-said-1950", "mayor-found-rotten-boars"


def page(id_: str, of: Archive | None = None, drafts: bool = False) -> Element:
    """Return the page of a person of the small archive, perhaps changed, perhaps a preview."""
    return parse(made(of or archive(), Settings(drafts=drafts))[f"people/{id_}.md"].body)


def shown(person: Element) -> dict[str, list[str]]:
    """Return the claims of each list of a page by its heading, in order, as links lead to them."""
    found = {}
    for section in person.all("section"):
        if section.attributes["id"] == "history":
            continue
        [heading] = section.all("h2")
        entries = [next(one.all("a")) for one in section.all("li")]
        found[squeezed(heading.text)] = [entry.attributes["href"] for entry in entries]
    return found


def claims(id_: str, of: Archive | None = None, drafts: bool = False) -> dict[str, list[str]]:
    """Return the same for a person of an archive, without the way that all the links share."""
    found = shown(page(id_, of, drafts))
    return {
        heading: [link.removeprefix("../../claims/").rstrip("/") for link in links]
        for heading, links in found.items()
        if heading != "Public acts"
    }


def test_each_list_stands_under_its_own_heading() -> None:
    """What was said, reported and wrongly given are three lists with three headings."""
    assert claims(ADA) == {
        "Said": ["mayor-said-1950", "mayor-found-rotten-boards"],
        "Wrongly put in their mouth": ["mayor-blamed-goats", "mayor-found-rotten-boars"],
    }
    assert claims(JORY) == {
        "Reported of them": ["carpenter-blamed-goats"],
        "Quoted in other claims": ["mayor-blamed-goats/#98a13df6"],
    }


def test_each_heading_says_in_a_sentence_what_follows() -> None:
    """Under each heading stands what the list means, and nothing that counts its entries."""
    for id_ in (ADA, JORY):
        for section in page(id_).all("section"):
            key = section.attributes["id"]
            if key in HEADINGS:
                heading, remark = HEADINGS[key]
                told = [squeezed(one.text) for one in section.inside if isinstance(one, Element)]
                assert told[:2] == [heading, squeezed(remark)]
                assert len(told) == 3


def test_an_entry_has_its_verdict_its_bottom_line_and_its_day() -> None:
    """A claim stands behind its verdict; where it was only said, that stands with it."""
    [section] = [one for one in page(ADA).all("section") if one.attributes["id"] == "said"]
    first = squeezed(next(section.all("li")).text)
    assert first == (
        "❝ On record Mayor Thorn told the council that the footbridge dates from 1950. (said; "
        "whether it is so: ✗ Contradicted The footbridge was built in 1950) She said so; "
        "the register has another year. 4 March 2024"
    )


def test_entries_stand_by_their_dates() -> None:
    """The oldest claim comes first and one without a date last, whatever the verdict."""
    later = changed(
        edited("data/claims/mayor-blamed-goats.yml", "made: 2024-03-06", "made: unknown")
        | edited("data/claims/mayor-found-rotten-boars.yml", "made: unknown", "made: 2024-03")
    )
    wrongly = claims(ADA, later)["Wrongly put in their mouth"]
    assert wrongly == ["mayor-found-rotten-boars", "mayor-blamed-goats"]


def test_facts_of_a_person() -> None:
    """Office at the time, other spellings and, apart, wrong ones are named as what they are."""
    facts = [squeezed(one.text) for one in next(page(JORY).all("dl")).all()]
    assert facts == [
        *("Office in March 2024", "Carpenter"),
        *("Also spelt", "Jorey Pell"),
        *("Spellings that are errors in a document", "Jory Bell, Yory Pel"),
    ]
    assert "He has repaired the bridge twice." in page(JORY).text
    assert not list(page(DESK).all("dl"))


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2025-02-17", "Office in February 2025"),
        ("2025-02", "Office in February 2025"),
        ("2025", "Office then"),
        ("2025-01-30/2025-02-02", "Office then"),
        ("unknown", "Office then"),
    ],
)
def test_the_office_is_of_the_month_of_the_hindsight_line(as_of: str, said: str) -> None:
    """Where the hindsight line lies in one month, the page says of which month the office is."""
    assert office_then(archive().site.model_copy(update={"as_of": parse_date(as_of)})) == said


def test_public_acts_lead_to_their_origins() -> None:
    """Each public act stands with day and place and leads to its entry among the origins."""
    [section] = [one for one in page(ADA).all("section") if one.attributes["id"] == "acts"]
    acts = [
        (squeezed(one.text), next(one.all("a")).attributes["href"]) for one in section.all("li")
    ]
    assert acts == [
        (
            "Words of the mayor on a Monday, in a document that does not say where · 4 March 2024",
            "../../origins/#mayor-on-monday",
        ),
        (
            "The mayor's report to the council · 4 March 2024 · Quillbeck",
            "../../origins/#mayor-to-council",
        ),
    ]


def test_a_person_in_none_of_the_lists_has_a_page_that_says_so() -> None:
    """Empty lists are left out, and a page without any says that in words; an outlet says so."""
    outlet = page(DESK)
    assert [squeezed(one.text) for one in outlet.all("p")] == [
        "An outlet, not a person.",
        "No claim on this site is about Quillbeck Courier.",
    ]
    assert not list(outlet.all("h2"))
    assert "No claim" not in page(ADA).text


def test_a_draft_is_not_shown() -> None:
    """A draft stands in no list of a built page, and in a preview in its own."""
    assert "two-boards-rotten" not in made(archive())[f"people/{ADA}.md"].body
    assert claims(ADA, drafts=True)["Reported of them"] == ["two-boards-rotten"]


def test_a_withdrawn_claim_stands_in_no_list() -> None:
    """What the site has withdrawn it says of nobody."""
    path = f"data/claims/{SAID}.yml"
    withdrawn = "published: 2024-03-12\nwithdrawn: {date: 2024-03-21, reason: We misread it.}\n"
    gone = changed(edited(path, "published: 2024-03-12\n", withdrawn))
    assert claims(ADA, gone)["Said"] == ["mayor-found-rotten-boards"]


def test_no_claim_stands_in_two_lists() -> None:
    """Of every person each claim is in one list at most, and the list fits kind and verdict."""
    for id_, lists in listed(View(archive(), Settings(drafts=True), "")).items():
        ids = [claim.id for claim in lists.claims()]
        assert len(set(ids)) == len(ids), id_
        family = {claim.id: archive().verdicts[claim.verdict].family for claim in lists.claims()}
        assert {family[claim.id] for claim in lists.said} <= {"stands"}
        assert {claim.said_by for claim in lists.said} <= {id_}
        assert {family[claim.id] for claim in lists.wrongly} <= {"fails"}


Fields = dict[str, object]
BY_ADA, BY_JORY = Who.model_validate(ADA), Who.model_validate(JORY)
GOATS, YEAR = "mayor-blamed-goats", "built-in-1950"
LOST: Fields = {"damage": "sense"}
CLEAN: Fields = {"stance": "refutes", "aspect": "wording", "origin": "courier", "speaker": BY_JORY}
LIMITS: Fields = {"stance": "limits", "origin": "courier"}

# What is tried: a claim, its other fields, its other evidence if any, and the lists it stands in.
RULE: dict[str, tuple[str, Fields, list[Fields], dict[str, str]]] = {
    "on record": (SAID, {}, [], {ADA: "said"}),
    "said, by two newsrooms": (SAID, {"verdict": "corroborated"}, [], {ADA: "said"}),
    "said, by one newsroom": (SAID, {"verdict": "single-origin"}, [], {ADA: "reported"}),
    "said, and contested": (SAID, {"verdict": "contested"}, [], {ADA: "reported"}),
    "said, and misattributed": (GOATS, {}, [], {ADA: "wrongly", JORY: "quoted"}),
    "said, and overstated": (SAID, {"verdict": "overstated"}, [], {ADA: "wrongly"}),
    "their own claim, which stands": (
        YEAR,
        {"claimant": BY_JORY, "verdict": "corroborated"},
        [],
        {JORY: "reported"},
    ),
    "their own claim, contradicted": (YEAR, {"claimant": BY_JORY}, [], {JORY: "reported"}),
    "their word of another's words": (
        GOATS,
        {"claimant": BY_JORY},
        [],
        {ADA: "wrongly", JORY: "reported"},
    ),
    "named in the sentence": (YEAR, {"claim": "Jory Pell built it."}, [], {JORY: "reported"}),
    "garbled, their words in the clean parallel": (BOARS, {}, [], {ADA: "wrongly"}),
    "garbled, another's in the clean parallel": (
        BOARS,
        {"claim": "Thorn is found with boars."},
        [LOST, CLEAN],
        {ADA: "reported", JORY: "wrongly"},
    ),
    "garbled, their act is credited": (
        BOARS,
        {},
        [LOST | {"credits": "mayor-to-council"}],
        {ADA: "wrongly"},
    ),
    "garbled, given as the speaker": (BOARS, {}, [LOST | {"speaker": BY_JORY}], {JORY: "wrongly"}),
    "garbled, and so is the parallel": (BOARS, {}, [LOST, CLEAN | LOST], {}),
    "another fault, and no sense lost": (
        BOARS,
        {"verdict": "overstated"},
        [{}, CLEAN],
        {JORY: "quoted"},
    ),
    "a lost sense that decides nothing": (
        BOARS,
        {"verdict": "contested"},
        [LOST, CLEAN],
        {JORY: "quoted"},
    ),
    "speaks by default, in an act": (
        YEAR,
        {},
        [LIMITS | {"origin": "mayor-to-council"}],
        {ADA: "quoted"},
    ),
    "speaks in damaged words": (
        YEAR,
        {},
        [LIMITS | {"damage": "words", "speaker": BY_ADA}],
        {ADA: "quoted"},
    ),
}


@pytest.mark.parametrize("name", RULE)
def test_the_rule_of_the_lists(name: str) -> None:
    """Each kind of claim stands, for each person whom it concerns, in the list of its rule."""
    id_, fields, evidence, wanted = RULE[name]
    plain = archive().claims[GOATS].evidence[0]
    bare: Fields = {"credits": None, "speaker": None, "origin": None}
    pieces = tuple(plain.model_copy(update=bare | own) for own in evidence)
    given = archive().claims[id_].model_copy(update=fields)
    given = given.model_copy(update={"evidence": pieces or given.evidence})
    named = finder(archive().people)
    assert places(archive(), given, named(given.claim)) == wanted


def test_every_family_has_its_list() -> None:
    """Whatever verdict a scale gives a saying, there is a list for it."""
    assert OF_FAMILY.keys() == {verdict.family for verdict in archive().verdicts.values()}


PEOPLE = {
    "ada": Person(name="Ada Thorn", other_spellings=("Ada Thorne", "T. d'Or")),
    "bo": Person(name="Bo Reed", wrong_spellings=("Boo Read",)),
    "cy": Person(name="Cy Reed"),
    "hill": Person(name="Hill Radio", kind="outlet"),
}
NAMED = [
    ("Ada Thorn spoke.", {"ada"}),
    ("Thorn spoke.", {"ada"}),
    ("It is Thorn's word, said Mayor Ada Thorne.", {"ada"}),
    ("It was “T. d’Or”.", {"ada"}),
    ("Thornton spoke of thorn and Hawthorn.", set()),
    ("Boo Read spoke.", {"bo"}),
    ("Reed spoke.", set()),
    ("Cy Reed told Bo Reed.", {"bo", "cy"}),
    ("Hill Radio asked the Radio on the Hill.", {"hill"}),
    ("The Radio asked.", set()),
    ("The Thorn administration and the Thorn team wrote it.", set()),
    ("The Thorn administration wrote to Thorn.", {"ada"}),
    ("It was the plan of Thorn’s team and Ada Thorn's aides.", set()),
    ("Thorn's plan for a team of officials.", {"ada"}),
    ("Thorn aided them, and Thorn teams up.", {"ada"}),
    ("Ada spoke.", set()),
]


@pytest.mark.parametrize(("sentence", "ids"), NAMED)
def test_a_sentence_names_a_person_by_any_spelling(sentence: str, ids: set[str]) -> None:
    """A full name, a spelling or a surname of one person alone names; a part of a word does not."""
    assert finder(PEOPLE)(sentence) == ids


def test_without_people_nobody_is_named() -> None:
    """A microsite without people has no page of any, and its list is empty."""
    assert finder({})("Ada Thorn spoke.") == set()


def test_all_people_stand_in_one_list_by_surname() -> None:
    """The list leads to every person with the office, and to outlets apart."""
    whole = parse(made(archive())["people/index.md"].body)
    entries = [
        (squeezed(one.text), next(one.all("a")).attributes["href"]) for one in whole.all("li")
    ]
    office = "<b>none</b>"
    assert entries == [
        ("Jory Pell · Carpenter", "../people/jory-pell/"),
        ("Ada Thorn · Mayor of Quillbeck", "../people/ada-thorn/"),
        (f"{archive().people[HOSTILE].name} · {office}", "../people/hostile-person/"),
        ("Quillbeck Courier", "../people/courier-desk/"),
    ]
    assert [squeezed(one.text) for one in whole.all("h2")] == ["Outlets"]


def test_claims_lead_to_their_people() -> None:
    """On a claim's page the claimant and each speaker lead to the person's page."""
    body = parse(made(archive())["claims/carpenter-blamed-goats.md"].body)
    [claimant] = body.all("p", "fc-claimant")
    [speaker] = body.all("p", "fc-by")
    for one in (claimant, speaker):
        assert next(one.all("a")).attributes["href"] == "../../people/jory-pell/"
    assert squeezed(claimant.text) == "Said by Jory Pell"
    assert squeezed(speaker.text).startswith("Jory Pell · Quillbeck Courier")


def test_a_speaker_by_default_is_linked_too() -> None:
    """Where the origin is an act and nobody is named, the person of the act is the speaker."""
    body = parse(made(archive())[f"claims/{SAID}.md"].body)
    links = [one.attributes["href"] for by in body.all("p", "fc-by") for one in by.all("a")]
    assert links == ["../../people/ada-thorn/", "../../sources/courier-report/"]


def test_whoever_answers_is_linked() -> None:
    """A person and a newsroom that replied lead to their page and to their entry."""
    body = parse(made(archive())["claims/goats-were-hired.md"].body)
    [section] = [one for one in body.all("section") if one.attributes["id"] == "replies"]
    links = [one.attributes["href"] for one in section.all("a")]
    assert links == ["../../people/ada-thorn/", "../../origins/#courier"]


def test_hostile_names_are_inert() -> None:
    """A name, an office and spellings that look like markup are shown as typed."""
    person = archive().people[HOSTILE]
    text = squeezed(page(HOSTILE).text)
    spellings = (*person.other_spellings, *person.wrong_spellings)
    assert [typed for typed in (person.name, *spellings) if typed not in text] == []
    assert (person.office or "?") in text
    assert len(spellings) == 2
    front = made(archive())[f"people/{HOSTILE}.md"].front_matter
    assert front["title"] == person.name


def test_search_finds_a_person_by_any_spelling() -> None:
    """Search is shown name, office and spellings, and no claim."""
    indexed = squeezed(parse(made(archive())[f"people/{JORY}.md"].indexed).text)
    assert indexed == (
        "Jory Pell Office in March 2024 Carpenter Also spelt Jorey Pell "
        "Spellings that are errors in a document Jory Bell, Yory Pel"
    )
    claim_page = made(archive())["claims/carpenter-blamed-goats.md"]
    assert (
        "errors among them&#58; Jorey Pell&#44; Jory Bell&#44; Yory Pel</p>" in claim_page.indexed
    )


def test_a_page_is_of_the_day_of_its_latest_claim() -> None:
    """A person's page is dated by the claims that it lists, and by none where it lists none."""
    pages = made(archive())
    assert pages[f"people/{HOSTILE}.md"].updated == "2024-06-03"
    assert pages[f"people/{ADA}.md"].updated == "2024-03-12"
    assert pages[f"people/{DESK}.md"].updated == ""
    assert pages["people/index.md"].updated == "2024-06-03"


def test_a_person_without_office_has_no_empty_entry() -> None:
    """What a record leaves out leaves no heading and no empty element."""
    people = dict(archive().people)
    people[ADA] = people[ADA].model_copy(update={"office": None})
    bare = page(ADA, replace(archive(), people=people))
    assert not list(bare.all("dl"))
    assert [one.tag for one in bare.all() if not one.text.strip()] == []
