"""What all records share: who speaks, references to other records, frozen strict models."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records.claim import Claim, Evidence
from generator.records.model import Keys, Who, model_at, references
from generator.records.origin import Origin
from generator.records.publication import Revision
from generator.records.source import Published, Relay, Source
from generator.records.verdict import Bounds, Verdict, When

CLAIM = {
    "id": "a-claim",
    "claim": "A bridge is closed.",
    "kind": "said",
    "said_by": "thorn",
    "content": "not checked",
    "claimant": {"document": "post"},
    "made": "2024",
    "verdict": "unsupported",
    "bottom_line": "Nobody says so.",
    "why_checked": "A reader asked.",
    "topics": ["bridge", "counting"],
    "evidence": [
        {"source": "post", "stance": "states", "credits": "courier", "passage": "It is closed."},
        {
            "source": "notes",
            "stance": "limits",
            "origin": "radio",
            "speaker": {"newsroom": "radio"},
            "passage": "Perhaps.",
        },
    ],
    "looked_in": ["digest"],
    "replies": [{"by": "pell", "date": "2024", "text": "No."}],
    "related": ["b-claim"],
}


def test_who_is_read_in_each_of_its_forms() -> None:
    """Who speaks is a person, some anonymous people, a newsroom, a document, or nobody."""
    who = TypeAdapter(Who).validate_python
    assert who("thorn").person == "thorn"
    assert who("none").nobody
    assert who({"newsroom": "radio"}).newsroom == "radio"
    assert who({"document": "post"}).document == "post"
    counted, uncounted = ({"anonymous": "listeners", "count": n} for n in ("4", "unstated"))
    assert (who(counted).anonymous, who(counted).count) == ("listeners", 4)
    assert who(uncounted).count is None


@pytest.mark.parametrize(
    "given",
    [
        {},
        [],
        ["thorn"],
        {"person": "thorn"},
        {"nobody": "true"},
        {"anonymous": "listeners"},
        {"count": "4"},
        {"newsroom": "radio", "count": "4"},
        {"newsroom": "radio", "document": "post"},
        {"anonymous": "listeners", "count": "4", "newsroom": "radio"},
        {"newsroom": "No Id"},
        "No Id",
        "",
        None,
    ],
)
def test_who_has_no_other_form(given: object) -> None:
    """Anything else does not say who."""
    with pytest.raises(ValidationError):
        TypeAdapter(Who).validate_python(given)


def test_references_are_found_wherever_they_stand() -> None:
    """Every id that a claim mentions is found, with the way that leads to it and its kind."""
    found: dict[Keys, tuple[str, str]] = {
        keys: (ref.kind, word) for keys, ref, word in references(Claim.model_validate(CLAIM))
    }
    assert found == {
        ("said_by",): ("people", "thorn"),
        ("claimant", "document"): ("sources", "post"),
        ("verdict",): ("verdicts", "unsupported"),
        ("topics", 0): ("topics", "bridge"),
        ("topics", 1): ("topics", "counting"),
        ("evidence", 0, "source"): ("sources", "post"),
        ("evidence", 0, "credits"): ("origins", "courier"),
        ("evidence", 1, "source"): ("sources", "notes"),
        ("evidence", 1, "origin"): ("origins", "radio"),
        ("evidence", 1, "speaker", "newsroom"): ("origins", "radio"),
        ("looked_in", 0): ("sources", "digest"),
        ("replies", 0, "by", "person"): ("people", "pell"),
        ("related", 0): ("claims", "b-claim"),
    }


def test_an_id_may_stand_instead_of_a_word() -> None:
    """`content` is a reference unless it says that nothing was checked."""
    claim = Claim.model_validate({**CLAIM, "content": "b-claim"})
    assert (("content",), "b-claim") in [(keys, word) for keys, _, word in references(claim)]


@pytest.mark.parametrize(
    ("model", "keys", "expected"),
    [
        (Claim, (), Claim),
        (Claim, ("evidence", 3), Evidence),
        (Claim, ("evidence", 3, "speaker"), Who),
        (Claim, ("revisions", 0), Revision),
        (Claim, ("claim",), None),
        (Claim, ("nothing", "such"), None),
        (Claim, ("claim", "deeper"), None),
        (Source, ("published",), Published),
        (Source, ("relays", 0), Relay),
        (Verdict, ("when",), When),
        (Verdict, ("when", "any", 0), Bounds),
    ],
)
def test_the_model_at_a_place(model: type, keys: Keys, expected: type | None) -> None:
    """Keys lead from a record to the model of the fields that stand there, if any do."""
    assert model_at(model, keys) is expected


def test_records_are_strict_and_never_change() -> None:
    """A record takes no unknown key, and none of its fields can be set again."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Origin.model_validate({"kind": "record", "name": "Register", "nam": "x"})
    origin = Origin.model_validate({"kind": "record", "name": "Register"})
    with pytest.raises(ValidationError, match="frozen"):
        setattr(origin, "name", "Other")  # noqa: B010  a checker of types would not let us
