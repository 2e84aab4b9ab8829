"""What becomes of a page is judged by the sentences that are quoted from it."""

import time
from collections.abc import Sequence

import pytest

from generator.evidence import watching
from generator.evidence.seal import Proof, SealIndex, Unproved, hashes, prove
from generator.evidence.watching import Cited, Outcome, Seen, cited, compare, counts, quotations
from generator.records.quotation import Quotation
from generator.records.reading import read
from generator.records.source import Source, Watched
from generator.records.tree import WorkTree
from tests.specimens import TINY, TINY_TEXTS

URL = "https://leaf.example.org/bridge"
TEXT = """\
The Leaf · Menu
Footbridge closed
The footbridge was closed on Monday. It stays closed until spring, the mayor says.
“Nobody asked me,” said the carpenter, Jory Pell of Upper Sedge.
Who counts
Some 40 people cross it on a school day.
"""
CLOSED = "The footbridge was closed on Monday."
STAYS = "It stays closed until spring, the mayor says."
NOBODY = "“Nobody asked me,” said the carpenter, Jory Pell of Upper Sedge."
FORTY = "Some 40 people cross it on a school day."


def source(sealed: str = TEXT, url: str = URL) -> Source:
    """Return the source with the seal of a text; without one for an empty text."""
    fields = {
        "id": "leaf",
        "outlet": "The Leaf",
        "title": "Footbridge closed",
        "url": url,
        "published": {"date": "2024-03-05"},
        "kind": "original",
    }
    if sealed:
        fields["seal"] = {
            "algorithm": "1",
            "document": "0" * 64,
            "on": "2024-03-11",
            "skip": "1",
            "sentences": "\n".join(hashes("leaf", sealed)),
        }
    return Source.model_validate(fields)


def anchor(sentence: str) -> str:
    """Return the anchor of a sentence of the source."""
    return hashes("leaf", sentence)[0][:8]


def passages(*texts: str) -> list[Quotation]:
    """Return quotations of whole sentences."""
    return [Quotation(source="leaf", passage=text) for text in texts]


def excerpts(*texts: str) -> list[Quotation]:
    """Return quotations of what was seen of an unsealed source."""
    return [Quotation(source="leaf", excerpt=text) for text in texts]


def missing(pieces: Sequence[Quotation], *texts: str, sealed: str = TEXT) -> list[str]:
    """Return the words that are missing from a page at the same address."""
    outcome = compare(source(sealed), pieces, Seen(URL, texts=texts))
    assert outcome.status == ("changed" if outcome.missing else "same")
    assert outcome.quoted == len(cited(source(sealed), pieces))
    return [one.words for one in outcome.missing]


ALL = passages(f"{CLOSED} {STAYS}", NOBODY, FORTY, CLOSED)


def test_the_same_page() -> None:
    """A page that holds every quoted sentence is the same."""
    assert compare(source(), ALL, Seen(URL, texts=(TEXT,))) == Outcome("same", quoted=4)


@pytest.mark.parametrize(
    "live",
    [
        TEXT.replace("The Leaf · Menu", "Buy boots!\nTen bridges to see."),
        TEXT.replace("Monday. It", "Monday.\nBuy boots! Only today.\nIt"),
        TEXT.replace("closed until spring, ", "closed until spring, ") + "Read more: boots\n",
        TEXT.replace("Who counts", "Who walks"),
        TEXT.replace("Footbridge closed", "UPDATE: Footbridge is closed"),
        "Corrected on 6 March.\n" + "\n".join(reversed([CLOSED, STAYS, NOBODY, FORTY])),
        TEXT.replace("“Nobody asked me,”", '"Nobody asked me,"').replace(" ", "\u00a0"),
        TEXT.replace("\n", "\n***\n").replace("says.", "says. ■"),
    ],
)
def test_what_stands_around_does_not_count(live: str) -> None:
    """Adverts, teasers, sentences that nobody quotes, and typography change nothing."""
    assert missing(ALL, live) == []


@pytest.mark.parametrize(
    "live",
    [
        TEXT.replace("\n", " "),
        TEXT.replace("Monday. It", "Monday.\nIt"),
        TEXT.replace(" said the carpenter,", "\nsaid the carpenter,"),
        TEXT.replace("closed\nThe", "closed The"),
        TEXT.replace("Who counts\nSome", "Who counts Some").replace("Menu\nFoot", "Menu Foot"),
        TEXT.replace("Sedge.\nWho counts\nSome", "Sedge. Who counts Some"),
    ],
)
def test_paragraphs_may_be_joined_and_parted(live: str) -> None:
    """Sentences stand there however the page's lines run, if they are whole or joined as sealed."""
    assert missing(ALL, live) == []


@pytest.mark.parametrize(
    ("live", "lost"),
    [
        (TEXT.replace("Some 40 people", "Some 12 people"), [FORTY]),
        (TEXT.replace(FORTY, f"It is not true that {FORTY[0].lower()}{FORTY[1:]}"), [FORTY]),
        (TEXT.replace(FORTY, f"The mayor denies that {FORTY}"), [FORTY]),
        (TEXT.replace(FORTY, FORTY[:-1] + ", or do not."), [FORTY]),
        (TEXT.replace(CLOSED, CLOSED[:-1] + "?"), [CLOSED]),
        (TEXT.replace(CLOSED, CLOSED.lower()), [CLOSED]),
        (TEXT.replace(f"{CLOSED} ", ""), [CLOSED]),
        (TEXT.replace(STAYS, "").replace(NOBODY, ""), [STAYS, NOBODY]),
        (TEXT.replace("counts\nSome", "denies Some"), [FORTY]),
        (TEXT.replace("counts\nSome", "counts it seems. Nobody thinks that Some"), [FORTY]),
    ],
)
def test_changed_sentences(live: str, lost: list[str]) -> None:
    """A sentence is missing when a word of it changed, or it is part of another sentence now."""
    assert missing(ALL, live) == lost


def test_words_inside_another_sealed_sentence() -> None:
    """A sentence does not stand where only a longer one, sealed as well, has its words."""
    sealed = f"The Leaf\n{FORTY}\nHill Radio: {FORTY}\n"
    assert missing(passages(FORTY), f"Hill Radio: {FORTY}", sealed=sealed) == [FORTY]
    assert missing(passages(FORTY), f"Hill Radio: {FORTY} {FORTY}", sealed=sealed) == []


def test_a_page_that_repeats_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that repeats a sentence inside others for ever is not tried at each place."""
    tried: list[str] = []

    def counted(source_id: str, passage: str, index: SealIndex) -> Proof | Unproved:
        tried.append(passage)
        return prove(source_id, passage, index)

    monkeypatch.setattr(watching, "prove", counted)
    denied = f"The mayor denies that {FORTY}\n" * 2_000
    assert missing(passages(FORTY), denied) == [FORTY]
    assert len(tried) < 50
    assert missing(passages(FORTY), f"{denied}\n{FORTY}") == []


@pytest.mark.slow
def test_a_page_of_ornaments() -> None:
    """A row of stars without an end costs no more than its length."""
    began = time.process_time()
    assert missing(ALL, "* " * 600_000 + TEXT) == []
    assert time.process_time() - began < 4


def test_a_line_that_denies_the_next_is_not_seen() -> None:
    """A line of its own before a sentence is taken for a heading, whatever it says."""
    assert missing(ALL, TEXT.replace(FORTY, f"It is false that\n{FORTY}")) == []


def test_what_is_missing_is_named_by_its_anchor() -> None:
    """The outcome names each missing sentence by its own anchor and of how many it is one."""
    live = TEXT.replace(STAYS, "It opens again.")
    outcome = compare(source(), ALL, Seen(URL, texts=(live,)))
    assert outcome == Outcome("changed", missing=(Cited(anchor(STAYS), STAYS),), quoted=4)


def test_a_second_look_counts() -> None:
    """A sentence that stands in any reading of the page stands there."""
    first, second = f"{CLOSED}\n{STAYS}\n", f"{NOBODY}\n{FORTY}\n"
    assert missing(ALL, first) == [NOBODY, FORTY]
    assert missing(ALL, first, second) == []


def test_sentences_of_a_damaged_text_may_be_joined_again() -> None:
    """A quotation that was sealed in pieces stands where its pieces are one sentence again."""
    sealed = "The Leaf\nThe bridge, they\nsay, was closed on Monday.\nA third line.\n"
    pieces = passages("The bridge, they say, was closed on Monday.")
    live = "The bridge, they say, was closed on Monday. A third line."
    assert missing(pieces, live, sealed=sealed) == []
    denied = "He denies that The bridge, they say, was closed on Monday."
    lost = ["The bridge, they", "say, was closed on Monday."]
    assert missing(pieces, denied, sealed=sealed) == lost


def test_headline_and_text_in_one_excerpt() -> None:
    """An excerpt that ran over a line end is found across it."""
    pieces = excerpts("Footbridge closed The footbridge was closed on Monday. […]")
    assert missing(pieces, TEXT, sealed="") == []


@pytest.mark.parametrize(
    ("excerpt", "lost"),
    [
        (CLOSED, []),
        ("[…] was closed on Monday. It stays closed […]", []),
        ("The footbridge was […] closed until spring, the mayor says.", []),
        ("The footbridge [...] on Monday.", []),
        ("[…] spring, the mayor […]", []),
        ("was closed on Monday.", ["was closed on Monday."]),
        ("It stays closed", ["It stays closed"]),
        ("[…] footbridge was closed", ["footbridge was closed"]),
        ("footbridge was closed […]", ["footbridge was closed"]),
        ("[…] pring, the may […]", ["pring, the may"]),
        ("[…] closed on Monday. Jory Pell of Upper Sedge.", ["Jory Pell of Upper Sedge."]),
        ("The footbridge was opened […] the mayor says.", ["The footbridge was opened"]),
        ("[…] […]", []),
    ],
)
def test_excerpts_are_cut_where_they_say_so(excerpt: str, lost: list[str]) -> None:
    """A piece may begin or end inside a sentence only at a cut, and then at a whole word."""
    assert missing(excerpts(excerpt), TEXT, sealed="") == lost


def test_anchors_of_excerpts() -> None:
    """Sentences of an unsealed source have anchors as sealed ones have."""
    found = cited(source(""), excerpts(f"{CLOSED} It stays […]", CLOSED))
    assert found == (
        Cited(anchor(CLOSED), CLOSED),
        Cited(anchor("It stays"), "It stays", ends_inside=True),
    )


def test_passages_that_are_not_proved_are_taken_as_they_stand() -> None:
    """A passage that its seal does not prove is looked for by its own sentences."""
    assert missing(passages("The mayor slept."), TEXT) == ["The mayor slept."]


def test_gone_by_its_server() -> None:
    """A page is gone when its server says so."""
    assert compare(source(), ALL, Seen(URL, gone=True)) == Outcome("gone", quoted=4)


def test_moved() -> None:
    """A page has moved when permanent redirects lead to a page with every quoted sentence."""
    new = "https://leaf.example.org/2024/bridge"
    assert compare(source(), ALL, Seen(new, new, (TEXT,))) == Outcome("moved", new, quoted=4)
    assert compare(source(), ALL, Seen(new, "", (TEXT,))) == Outcome("same", quoted=4)
    assert compare(source(), ALL, Seen(URL, URL, (TEXT,))) == Outcome("same", quoted=4)


@pytest.mark.parametrize("moved", ["", "https://leaf.example.org/"])
def test_led_elsewhere(moved: str) -> None:
    """A page that redirects to none of the sentences may be a wall; to some, it has changed."""
    home = "https://leaf.example.org/"
    assert compare(source(), ALL, Seen(home, moved, ("Do you agree?",))) == Outcome(
        "unread",
        reason=(
            "none of the quoted sentences was found where it leads (see whether the page asks for "
            "a log-in, consent or scripts): https://leaf.example.org/"
        ),
    )
    assert compare(source(), ALL, Seen(home, moved, gone=True)) == Outcome("gone", quoted=4)
    found = compare(source(), ALL, Seen(home, moved, (FORTY,)))
    assert (found.status, found.to, len(found.missing)) == ("changed", "", 3)


@pytest.mark.parametrize(
    "address",
    [
        "http://leaf.example.org/bridge",
        "https://www.leaf.example.org/bridge",
        "https://leaf.example.org/bridge/",
        "https://leaf.example.org/bridge#top",
    ],
)
def test_the_same_place(address: str) -> None:
    """Another scheme, `www.`, a slash or a fragment make no other page: it has changed."""
    assert compare(source(), ALL, Seen(address, address, ("Welcome.",))).status == "changed"


@pytest.mark.parametrize("elsewhere", ["?page=2", "/2", "s"])
def test_another_place(elsewhere: str) -> None:
    """Another path or query is another page."""
    assert compare(source(), ALL, Seen(URL + elsewhere, "", ("Welcome.",))).status == "unread"


UNKNOWN = Outcome("unread", reason="nothing is quoted from it by which to know it again")


@pytest.mark.parametrize(
    ("sealed", "seen", "outcome"),
    [
        (TEXT, Seen(URL, texts=(FORTY,)), Outcome("same")),
        (TEXT, Seen(f"{URL}/2", f"{URL}/2", (FORTY,)), Outcome("moved", f"{URL}/2")),
        (TEXT, Seen(URL, texts=("The Leaf · Menu",)), UNKNOWN),
        (TEXT, Seen(f"{URL}/2", f"{URL}/2", ("Welcome.",)), UNKNOWN),
        (TEXT, Seen(URL, gone=True), Outcome("gone")),
        ("", Seen(URL, texts=("Welcome.",)), Outcome("same")),
        ("", Seen(f"{URL}/2", f"{URL}/2", ("Welcome.",)), UNKNOWN),
        ("", Seen(URL, gone=True), Outcome("gone")),
    ],
)
def test_where_nothing_is_quoted(sealed: str, seen: Seen, outcome: Outcome) -> None:
    """A page that nobody quotes is known by any citable sentence of its seal, or its address."""
    assert compare(source(sealed), [], seen) == outcome


def test_all_that_is_quoted() -> None:
    """Claims and variants say what is quoted from each source, and its text holds all of it."""
    records = read(WorkTree(TINY))
    quoted = quotations(records)
    assert {id_: len(pieces) for id_, pieces in quoted.items()} == {
        "bridge-digest": 2,
        "bridge-register": 1,
        "courier-report": 8,
        "hill-radio-notes": 2,
        "quillbeck-today": 1,
        "valley-post": 7,
    }
    for id_, pieces in quoted.items():
        file = TINY_TEXTS / f"{id_}.txt"
        if file.exists():
            seen = Seen(records.sources[id_].url, texts=(file.read_text(encoding="utf-8"),))
            assert compare(records.sources[id_], pieces, seen).status == "same"


def test_what_a_record_says_already() -> None:
    """An outcome agrees with a record that says the same, on any day and in any order."""
    first, second = Cited("0" * 8, "One."), Cited("1" * 8, "Two.")
    changed = Outcome("changed", missing=(first, second), quoted=3)
    said = Watched.model_validate(
        {"status": "changed", "on": "2024-03-11", "missing": ("1" * 8, "0" * 8)}
    )
    assert changed.agrees(said)
    assert not Outcome("changed", missing=(first,), quoted=3).agrees(said)
    assert not Outcome("gone").agrees(said)
    assert not changed.agrees(None)
    moved = Watched.model_validate({"status": "moved", "on": "2024-03-11", "to": URL})
    assert Outcome("moved", URL).agrees(moved)
    assert not Outcome("moved", f"{URL}/2").agrees(moved)


def test_counts() -> None:
    """Outcomes are counted by status, in the order in which they are told."""
    found = counts([Outcome("gone"), Outcome("same"), Outcome("gone")])
    assert list(found.items()) == [
        ("same", 1),
        ("moved", 0),
        ("changed", 0),
        ("gone", 2),
        ("unread", 0),
    ]
