"""The record of a source."""

import pytest
from pydantic import ValidationError

from generator.records.source import Seal, Source

HASH = "0123456789abcdef" * 2
SOURCE = {
    "id": "post",
    "outlet": "Post",
    "title": "Closed",
    "url": "unknown",
    "published": {"date": "2024"},
    "kind": "relay",
    "relays": [
        {"origin": "courier", "tie": "matched", "by": "report"},
        {"origin": "radio", "tie": "inferred", "by": "a hunch"},
    ],
}
SEAL = {"algorithm": "1", "document": "0" * 64, "on": "2024-03-11", "sentences": f"{HASH}\n{HASH}"}


def test_relays_are_found_by_their_origin() -> None:
    """A source knows which of its relays passes on an origin, and which sources it matches."""
    source = Source.model_validate(SOURCE)
    relay = source.relay_of("radio")
    assert relay is not None
    assert relay.tie == "inferred"
    assert source.relay_of("other") is None
    assert source.matches() == ("report",)


def test_a_seal_is_read() -> None:
    """A seal has its numbers as sets and its sentences in order."""
    seal = Seal.model_validate({**SEAL, "skip": "2", "headline": "1"})
    assert (set(seal.skip), set(seal.headline)) == ({2}, {1})
    assert seal.sentences == (HASH, HASH)
    assert Seal.model_validate(SEAL).skip == frozenset()


@pytest.mark.parametrize("field", ["skip", "headline"])
def test_a_seal_names_no_sentence_that_it_has_not(field: str) -> None:
    """Boilerplate and headline are sentences of the document."""
    with pytest.raises(ValidationError, match="sentence 3, and there are 2"):
        Seal.model_validate({**SEAL, field: "1-3"})
