"""The record of a claim."""

from generator.records.claim import Claim, Evidence
from tests.records.test_model import CLAIM


def test_a_claim_has_a_title() -> None:
    """The title is the short form where there is one, else the claim."""
    assert Claim.model_validate(CLAIM).title == "A bridge is closed."
    assert Claim.model_validate({**CLAIM, "short": "Closed"}).title == "Closed"


def test_evidence_has_words() -> None:
    """The words of evidence are its passage or its excerpt, whichever there is."""
    base = {"source": "post", "stance": "states"}
    assert Evidence.model_validate({**base, "passage": "It is."}).words == "It is."
    assert Evidence.model_validate({**base, "excerpt": "it […]"}).words == "it […]"


def test_what_a_plain_record_may_leave_out() -> None:
    """A short record says nothing of what is usual, and that is what it then means."""
    claim = Claim.model_validate(
        {k: v for k, v in CLAIM.items() if k not in ("kind", "said_by", "content")}
    )
    assert (claim.kind, claim.made_basis, claim.published) == ("fact", "stated", None)
    e = claim.evidence[0]
    assert (e.part, e.aspect, e.language, e.damage, e.sic) == ("body", "fact", "en", None, ())
