"""One sentence, one proposition, and no judgement in it: what is found and what is let be."""

import pytest

from generator.editing.sentences import _joint
from tests.editing.pieces import BOARDS, TORN, changed, codes, found


@pytest.mark.parametrize(
    "line",
    [
        "The headline says so; the text does not.",
        "The headline says “It goes. It is gone; it is done; so be it.” and the text does not.",
        "What Mr. Pell, of the Sedge council, says is open.",
    ],
)
def test_a_bottom_line_of_one_sentence(line: str) -> None:
    """One semicolon, abbreviations, and whatever is quoted make no second sentence."""
    assert codes(changed(TORN, "bottom_line", line)) == []


@pytest.mark.parametrize(
    "claim",
    [
        "The footbridge is to be “falsely” torn down.",
        "The footbridge is truly to be torn down.",
        "The footbridge is to be recorded, stated and supported.",
    ],
)
def test_a_claim_that_does_not_judge(claim: str) -> None:
    """Quoted words judge nothing, nor do words that only resemble a verdict."""
    assert codes(changed(TORN, "claim", claim)) == []


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("The so-called footbridge is to be torn down.", "so-called"),
        ("The alleged footbridge is to be torn down.", "alleged"),
        ("It is true that the footbridge is to be torn down.", "true"),
        ("It is on record that the footbridge is to be torn down.", "on record"),
        ("The single-origin footbridge is to be torn down.", "single-origin"),
        ("The unsupported footbridge is to be torn down.", "unsupported"),
    ],
)
def test_a_claim_that_judges(claim: str, word: str) -> None:
    """Words of judgement and the labels of the scale are found in any case."""
    assert found(changed(TORN, "claim", claim)) == [("W711", f"the claim judges itself: “{word}”")]


@pytest.mark.parametrize(
    "text",
    [
        "The footbridge is to be torn down.",
        "Kyiv and Moscow had agreed to talk about bread and butter.",
        "The paper names the mill, the bridge, and the ferry.",
        "They were open to troops, but only after a deal.",
        "It was not a contract but a memorandum.",
        "Nothing but a memorandum was brought.",
        "She spoke while the bells rang, and for a while after.",
        "He said that the board was rotten because nobody mended it, and that he would wait.",
        "He told reporters he would consider it but sign nothing then.",
        "An official said the bridge was old, and the boards were rotten.",
        "The carpenter objected that it was mended, but not well.",
        "Minerals and troops were to go together.",
        "It was reported that the mill, the bridge, and the ferry were sold.",
        "They reviewed and rejected it.",
    ],
)
def test_one_proposition(text: str) -> None:
    """Lists, conditions, corrections and one reported saying are one proposition."""
    assert _joint(text, said=False) == ""


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("It was closed because the boards were rotten.", "because"),
        ("It was closed rather than mended.", "rather than"),
        ("He refused to sign, but his ministers agreed.", "but"),
        ("The mill was sold, while the bridge was kept.", "while"),
        ("While the mill was sold, the bridge was kept.", "While"),
        ("The mill was sold whereas the bridge was kept.", "whereas"),
        ("The mill was sold and he bought the bridge.", "and he b"),
        ("The draft was short and was dated Friday.", "and was"),
        ("The bridge is closed, and the council has decided to tear it down.", "and"),
        ("She said that it was closed and told him why.", "and told"),
    ],
)
def test_two_propositions(text: str, joint: str) -> None:
    """What joins a second proposition is named."""
    assert f"“{joint}”" in _joint(text, said=False)


def test_one_saying_is_one_proposition() -> None:
    """What a person is checked to have said may give its reason; a second saying is a second."""
    reason = "Mayor Thorn said she found two boards because she looked, and he had not."
    assert codes(changed(BOARDS, "claim", reason)) == []
    again = "Mayor Thorn said that she found two boards, and called it a day."
    assert codes(changed(BOARDS, "claim", again)) == ["W715"]
    chain = "Mayor Thorn said that she found two boards; she had looked."
    assert codes(changed(BOARDS, "claim", chain)) == ["W715"]


def test_a_dash_hides_no_joint() -> None:
    """A joint right behind a dash is found like any other."""
    dashed = "The footbridge is to be torn down—because it is old."
    assert codes(changed(TORN, "claim", dashed)) == ["W715"]
