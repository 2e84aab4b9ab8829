"""Passages are proved, quotes stand in them, and each says which part of its document it is."""

import pytest

from generator.evidence import proving
from generator.evidence.passages import quote_span
from generator.evidence.proving import proofs_of
from generator.evidence.seal import Proof, SealIndex, Unproved
from generator.records.claim import Evidence
from generator.records.reading import read
from tests.specimens import TINY, Overlay, check, edited, tiny

CLOSED = "data/claims/bridge-closed.yml"
GOATS = "data/claims/carpenter-blamed-goats.yml"
BOARDS = "data/claims/mayor-found-rotten-boards.yml"


def codes(changes: dict[str, str]) -> list[str]:
    """Return the codes of what is found in the tiny archive with these changes."""
    return [finding.code for finding in check(changes).findings]


def span(passage: str, quote: str | None) -> str | None:
    """Return the part of a passage that its quote marks, or None."""
    fields = {"source": "post", "stance": "states", "passage": passage, "quote": quote}
    found = quote_span(Evidence.model_validate({k: v for k, v in fields.items() if v is not None}))
    return passage[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("passage", "quote", "marked"),
    [
        ("It is closed.", None, "It is closed."),
        ("It is closed.", "is closed", "is closed"),
        ("It is closed.", "It is closed.", "It is closed."),
        ("“It’s closed,” he said.", "It's closed,", "It’s closed,"),
        ("“It’s closed,” he said.", '"It\'s closed," he', "“It’s closed,” he"),
        ("It is\nclosed now.", "is closed", "is\nclosed"),
        ("It is – perhaps – closed.", "is - perhaps - closed", "is – perhaps – closed"),
        ("Well… it is.", "Well... it", "Well… it"),
        ("It is clo\u00adsed now.", "closed now", "clo\u00adsed now"),
        ("It is closed. It is closed?", "closed?", "closed?"),
        ("disclosed and closed", "closed", "closed"),
        ("50 of 500", "500", "500"),
        ("It is closed.", "clos", None),
        ("It is closed.", "s closed", None),
        ("It is closed.", "closed It", None),
        ("It is closed.", "it is", None),
        ("It is closed.", "is not closed", None),
        ("500 boards", "50", None),
    ],
)
def test_a_quote_is_found_in_its_passage(passage: str, quote: str | None, marked: str) -> None:
    """A quote is whole words in one run, whatever its white space and typography."""
    assert span(passage, quote) == marked


STRAIGHT = """\
"We found two rotten boards, and I will not wait for a third," Mayor Ada Thorn told the
      council on Monday. Nobody asked her why."""
WRAPPED = """\
“We found two rotten
      boards, and I will not wait for a third,” Mayor Ada Thorn told the council on

      Monday. Nobody asked her why."""
WRITTEN = tiny(BOARDS).partition("passage: |\n      ")[2].partition("    quote: ")[0]


@pytest.mark.parametrize("typed", [STRAIGHT, WRAPPED])
def test_a_passage_may_be_wrapped_and_typed_anew(typed: str) -> None:
    """A passage is proved however it is wrapped and in whatever kind of quotation marks."""
    assert codes(edited(BOARDS, WRITTEN, f"{typed}\n")) == []


def test_proofs_name_their_sentences() -> None:
    """Each passage of a claim has its proof, or why it has none; excerpts have neither."""
    records = read(Overlay(TINY))
    indexes: dict[str, SealIndex] = {}
    found = proofs_of(records, records.claims["bridge-closed"].quoting(), indexes)
    assert [proof.numbers for proof in found.values() if isinstance(proof, Proof)] == [
        (3,),
        (2,),
        (2,),
        (3,),
    ]
    assert set(indexes) == {"courier-report", "hill-radio-notes", "valley-post", "quillbeck-today"}
    assert list(proofs_of(records, records.claims["built-in-1950"].quoting(), indexes)) == [0]


def test_every_passage_of_a_claim_is_tried() -> None:
    """A passage that fails does not hide another one that fails."""
    changes = edited(CLOSED, "on Monday evening, a reporter", "on Tuesday evening, a reporter")
    text = changes[CLOSED].replace("at the barrier on Tuesday", "at the barrier on Monday")
    found = check({CLOSED: text}).findings
    assert [(f.code, f.place.line) for f in found] == [("E301", 15), ("E305", 17), ("E301", 22)]


def test_the_nearest_quoted_sentence_is_looked_for_a_bounded_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Past the bound a failing passage has the hint that needs no search."""
    monkeypatch.setattr(proving, "_MOST_COMPARED", 1)
    wrong = {
        **edited(CLOSED, "on Monday evening, a reporter", "on Tuesday evening, a reporter"),
        **edited(GOATS, "said the carpenter, Jory", "said a carpenter, Jory"),
    }
    hints = [finding.hint for finding in check(wrong).findings if finding.code == "E301"]
    assert [hint.startswith("did you mean: “It was the goats") for hint in hints] == [False, False]
    monkeypatch.setattr(proving, "_MOST_COMPARED", 2)
    hints = [finding.hint for finding in check(wrong).findings if finding.code == "E301"]
    assert [hint.startswith("did you mean: “It was the goats") for hint in hints] == [False, True]


def test_a_passage_of_headline_and_text_is_neither() -> None:
    """A headline is quoted apart from the text, since only one of them is the headline."""
    path = "data/claims/to-be-torn-down.yml"
    more = "\n      The footbridge has been closed, the Quillbeck Courier reports."
    head = "passage: Quillbeck bridge to be torn down"
    assert codes(edited(path, head, head + more)) == ["E306"]


def test_the_anchor_of_any_passage_may_be_answered() -> None:
    """`of` is the anchor of any passage of the same claim, and of none of another."""
    path = "data/claims/forty-cross-it.yml"
    assert codes(edited(path, "of: 01758b82", "of: 30d0e67a")) == []
    assert codes(edited(path, "of: 01758b82", "of: 6c870d3f")) == ["E309"]


def test_sic_is_exact() -> None:
    """A string of the source's own stands in the passage to the letter, without folding."""
    path = "data/claims/carpenter-blamed-goats.yml"
    quote = "    quote: It was the goats that did it\n"
    for sic, expected in (("“It was", []), ("'\"It was'", ["E308"]), ("Jory Pel", [])):
        assert codes(edited(path, quote, f"{quote}    sic: [{sic}]\n")) == expected


def test_unproved_says_why() -> None:
    """A passage of other words is unproved, and the outcome says so."""
    records = read(Overlay(TINY))
    claim = records.claims["sold-to-a-circus"]
    other = claim.evidence[0].model_copy(update={"passage": "It is to be given away."})
    found = proofs_of(records, claim.model_copy(update={"evidence": (other,)}).quoting(), {})
    assert isinstance(found[0], Unproved)
    assert found[0].kind == "not-in-seal"
