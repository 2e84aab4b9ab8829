"""Each figure counts what the rules of evidence say it counts: one row a sentence of theirs."""

from typing import Any

import pytest

from tests.evidence.pieces import piece, sums

Pieces = list[dict[str, Any]]

DESK = piece("paper", "supports", "desk")
RADIO = piece("station", "supports", "radio")
DENIAL = piece("station", "refutes", "radio")
SPEECH = piece("paper", "supports", "speech")
STATED = piece("copy", "states", credits="desk")
GARBLED = piece("garble", "states", credits="desk", damage="sense")

ANY = {"anonymous": "officials", "count": "4"}


def check(pieces: Pieces, figure: str, expected: int, **fields: Any) -> None:
    """Compare one figure of the evidence with a number."""
    assert getattr(sums(*pieces, **fields), figure) == expected


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [DESK], id="one support of an own report"),
        pytest.param(2, [DESK, RADIO], id="two newsrooms are two"),
        pytest.param(1, [DESK, piece("copy", "supports", "desk")], id="a relay adds no origin"),
        pytest.param(1, [piece("copy", "supports", "desk")], id="a credited tie counts"),
        pytest.param(1, [piece("mirror", "supports", "desk")], id="a matched tie counts"),
        pytest.param(0, [piece("echo", "supports", "wire")], id="an inferred tie does not"),
        pytest.param(0, [{**DESK, "speaker": {"newsroom": "radio"}}], id="no other newsroom's"),
        pytest.param(0, [{**DESK, "speaker": {"document": "paper"}}], id="no document speaks"),
        pytest.param(0, [piece("mirror", "supports", "wire")], id="nor a match of an inferred one"),
        pytest.param(0, [piece("clip", "supports", "wire")], id="an excerpt does not"),
        pytest.param(0, [piece("book", "supports", "register")], id="not even of a reference"),
        pytest.param(
            0, [piece("garble", "supports", "desk", damage="sense")], id="damaged sense does not"
        ),
        pytest.param(
            1, [piece("garble", "supports", "desk", damage="words")], id="damaged words do"
        ),
        pytest.param(0, [{**DESK, "speaker": "none"}], id="narration does not"),
        pytest.param(1, [{**DESK, "speaker": ANY}], id="anonymous people do"),
        pytest.param(1, [{**DESK, "speaker": "mayor"}], id="a person does"),
        pytest.param(2, [DESK, SPEECH], id="a newsroom and an act that it reports are two"),
        pytest.param(
            1, [SPEECH, piece("echo", "supports", "talk")], id="acts that may be one are one"
        ),
        pytest.param(
            1,
            [piece("garble", "supports", o, damage="none") for o in ("desk", "wire", "speech")],
            id="a garbled only carrier adds one, whatever it relays",
        ),
        pytest.param(
            2,
            [RADIO, *(piece("garble", "supports", o, damage="none") for o in ("desk", "wire"))],
            id="a garbled only carrier beside a newsroom",
        ),
        pytest.param(
            2,
            [DESK, *(piece("garble", "supports", o, damage="none") for o in ("desk", "wire"))],
            id="what another carries is not the garbled document's",
        ),
        pytest.param(
            1,
            [piece(g, "supports", "desk", damage="none") for g in ("garble", "jumble")],
            id="two garbled carriers of one origin",
        ),
        pytest.param(0, [STATED], id="a statement never counts"),
        pytest.param(0, [piece("paper", "limits", "desk")], id="a limit never counts"),
        pytest.param(0, [piece("paper", "refutes", "desk")], id="a refutation never counts"),
    ],
)
def test_for(expected: int, pieces: Pieces) -> None:
    """`for`: independent origins with a proved, named, undamaged support whose tie is sure."""
    check(pieces, "for_", expected)


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [DESK], id="whatever counts counts here too"),
        pytest.param(1, [piece("clip", "supports", "wire")], id="an excerpt is included"),
        pytest.param(1, [piece("echo", "supports", "wire")], id="an inferred tie is included"),
        pytest.param(1, [{**DESK, "speaker": "none"}], id="narration is not excluded"),
        pytest.param(
            0, [piece("garble", "supports", "desk", damage="sense")], id="damaged sense is"
        ),
        pytest.param(
            1,
            [piece("clip", "supports", "speech"), piece("echo", "supports", "talk")],
            id="acts that may be one are one",
        ),
        pytest.param(0, [STATED, DENIAL, piece("paper", "limits", "desk")], id="only supports"),
    ],
)
def test_for_any(expected: int, pieces: Pieces) -> None:
    """`for_any`: origins with any support at all."""
    check(pieces, "for_any", expected)


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [DENIAL], id="a refutation of the fact"),
        pytest.param(1, [{**DENIAL, "aspect": "credit"}], id="or of the credit"),
        pytest.param(0, [{**DENIAL, "aspect": "strength"}], id="not of the strength"),
        pytest.param(0, [{**DENIAL, "aspect": "wording"}], id="not of the wording"),
        pytest.param(1, [piece("clip", "refutes", "wire")], id="an excerpt is included"),
        pytest.param(1, [piece("echo", "refutes", "wire")], id="an inferred tie is included"),
        pytest.param(0, [{**DENIAL, "speaker": "none"}], id="narration is not"),
        pytest.param(
            0, [piece("garble", "refutes", "desk", damage="sense")], id="damaged sense is not"
        ),
        pytest.param(
            0,
            [DESK, piece("copy", "refutes", "desk")],
            id="a relay that departs from its own origin is a variant",
        ),
        pytest.param(
            0, [SPEECH, piece("echo", "refutes", "talk")], id="nor are acts that may be one two"
        ),
        pytest.param(
            1,
            [piece("clip", "supports", "wire"), piece("echo", "refutes", "wire")],
            id="an origin whose support does not count can oppose",
        ),
        pytest.param(2, [DENIAL, piece("paper", "refutes", "desk")], id="two newsrooms are two"),
        pytest.param(
            1, [DENIAL, piece("station", "refutes", "radio")], id="one newsroom twice is one"
        ),
        pytest.param(0, [piece("station", "limits", "radio")], id="a limit opposes nothing"),
    ],
)
def test_against(expected: int, pieces: Pieces) -> None:
    """`against`: origins, none of them in `for`, that refute fact or credit."""
    check(pieces, "against", expected)


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [DENIAL], id="a proved refutation of the fact"),
        pytest.param(0, [{**DENIAL, "aspect": "credit"}], id="not of the credit"),
        pytest.param(0, [piece("clip", "refutes", "wire")], id="not an excerpt"),
        pytest.param(1, [piece("book", "refutes", "register")], id="but that of a reference"),
        pytest.param(0, [piece("memo", "refutes", "talk")], id="not that of an original"),
        pytest.param(0, [piece("echo", "refutes", "wire")], id="not an inferred tie"),
        pytest.param(0, [piece("atlas", "refutes", "register")], id="not even of a reference"),
        pytest.param(0, [DESK, piece("copy", "refutes", "desk")], id="none that is in `for`"),
        pytest.param(0, [{**DENIAL, "speaker": "none"}], id="no narration"),
    ],
)
def test_against_proved(expected: int, pieces: Pieces) -> None:
    """`against_proved`: those that refute the fact, proved or by an excerpt of a reference work."""
    check(pieces, "against_proved", expected)


SETTLED = piece("book", "refutes", "register", settles="It lists them all.")


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [SETTLED], id="a reference settles"),
        pytest.param(1, [{**DENIAL, "settles": "They stood there."}], id="an original settles"),
        pytest.param(0, [DENIAL], id="not without saying so"),
        pytest.param(0, [{**SETTLED, "aspect": "strength"}], id="only on the fact"),
        pytest.param(1, [DESK, RADIO, SETTLED], id="whatever speaks for the claim"),
        pytest.param(
            0, [piece("memo", "refutes", "talk", settles="x")], id="no excerpt of an original"
        ),
        pytest.param(0, [piece("atlas", "refutes", "register", settles="x")], id="no inferred tie"),
        pytest.param(0, [{**DENIAL, "settles": "x", "speaker": "none"}], id="no narration"),
    ],
)
def test_settled(expected: int, pieces: Pieces) -> None:
    """`settled`: refutations of the fact that say why they settle it."""
    check(pieces, "settled", expected)


@pytest.mark.parametrize(
    ("stated", "damaged", "pieces"),
    [
        pytest.param(1, 0, [STATED], id="a proved statement"),
        pytest.param(2, 0, [STATED, piece("echo", "states")], id="each is counted"),
        pytest.param(0, 0, [piece("clip", "states")], id="an excerpt is not"),
        pytest.param(1, 1, [GARBLED], id="damaged sense in a garbled source"),
        pytest.param(1, 0, [{**GARBLED, "damage": "words"}], id="damaged words are not enough"),
        pytest.param(0, 0, [DESK, DENIAL], id="only statements"),
    ],
)
def test_stated_and_damaged(stated: int, damaged: int, pieces: Pieces) -> None:
    """`stated`: proved statements; `damaged`: those among them whose sense is lost."""
    check(pieces, "stated", stated)
    check(pieces, "damaged", damaged)


CLEAN = piece("paper", "refutes", "desk", aspect="wording")


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [GARBLED, CLEAN], id="the origin that the statement credits"),
        pytest.param(
            1,
            [GARBLED, piece("garble", "refutes", "wire", aspect="wording", damage="none")],
            id="the same document",
        ),
        pytest.param(
            1,
            [
                piece("garble", "states", credits="speech", damage="sense"),
                piece("clip", "refutes", "speech", aspect="wording"),
            ],
            id="an excerpt is allowed",
        ),
        pytest.param(
            0,
            [
                piece("garble", "states", credits="wire", damage="sense"),
                piece("echo", "refutes", "wire", aspect="wording"),
            ],
            id="an inferred tie is not",
        ),
        pytest.param(0, [GARBLED, {**DENIAL, "aspect": "wording"}], id="not another origin"),
        pytest.param(0, [GARBLED, {**CLEAN, "aspect": "fact"}], id="only on the wording"),
        pytest.param(0, [CLEAN], id="not without a statement"),
        pytest.param(
            0,
            [GARBLED, piece("garble", "refutes", "desk", aspect="wording", damage="sense")],
            id="no damaged sense",
        ),
    ],
)
def test_parallel(expected: int, pieces: Pieces) -> None:
    """`parallel`: refutations of the wording from the same document or the credited origin."""
    check(pieces, "parallel", expected)


CREDIT = piece("paper", "refutes", "desk", aspect="credit", speaker="pell")


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [STATED, CREDIT], id="the credited origin names another"),
        pytest.param(1, [STATED, {**CREDIT, "speaker": ANY}], id="or somebody without a name"),
        pytest.param(0, [STATED, {**CREDIT, "speaker": "mayor"}], id="not the same person"),
        pytest.param(0, [STATED, {**CREDIT, "speaker": "none"}], id="narration names nobody"),
        pytest.param(0, [STATED, {**CREDIT, "aspect": "fact"}], id="only on the credit"),
        pytest.param(
            0, [STATED, {**DENIAL, "aspect": "credit", "speaker": "pell"}], id="not another origin"
        ),
        pytest.param(
            0,
            [
                piece("echo", "states", credits="wire"),
                piece("echo", "refutes", "wire", aspect="credit", speaker="pell"),
            ],
            id="no inferred tie",
        ),
        pytest.param(
            0,
            [
                piece("copy", "states", credits="wire"),
                piece("clip", "refutes", "wire", aspect="credit", speaker="pell"),
            ],
            id="no excerpt",
        ),
        pytest.param(0, [piece("copy", "states"), CREDIT], id="not where nobody is credited"),
    ],
)
def test_other_credit(expected: int, pieces: Pieces) -> None:
    """`other_credit`: the credited origin, proved, gives the words to another speaker."""
    check(pieces, "other_credit", expected, said_by="mayor")


LIMIT = piece("paper", "limits", "desk")


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [STATED, LIMIT], id="the origin that the statement credits"),
        pytest.param(1, [STATED, piece("copy", "limits", "wire")], id="the same document"),
        pytest.param(
            1, [STATED, piece("paper", "refutes", "desk", aspect="strength")], id="or a refutation"
        ),
        pytest.param(0, [STATED, piece("paper", "refutes", "desk")], id="but only of the strength"),
        pytest.param(0, [STATED, piece("station", "limits", "radio")], id="not another origin"),
        pytest.param(
            1,
            [{**STATED, "speaker": "pell"}, piece("station", "limits", "radio", speaker="pell")],
            id="the same speaker in another place",
        ),
        pytest.param(
            0,
            [{**STATED, "speaker": "pell"}, piece("station", "limits", "radio", speaker="mayor")],
            id="not another speaker",
        ),
        pytest.param(
            1,
            [{**STATED, "speaker": "mayor"}, piece("transcript", "limits", "speech")],
            id="the speaker of an act is its person",
        ),
        pytest.param(
            1,
            [{**STATED, "speaker": {"newsroom": "radio"}}, piece("station", "limits", "radio")],
            id="a newsroom that speaks for itself in both",
        ),
        pytest.param(
            0,
            [{**STATED, "speaker": ANY}, piece("station", "limits", "radio", speaker=ANY)],
            id="nameless people are not known to be the same",
        ),
        pytest.param(
            0,
            [piece("copy", "states", credits="wire"), piece("clip", "limits", "wire")],
            id="not an excerpt",
        ),
        pytest.param(
            0,
            [piece("copy", "states", credits="wire"), piece("echo", "limits", "wire")],
            id="not an inferred tie",
        ),
        pytest.param(
            1,
            [piece("echo", "states"), piece("echo", "limits", "wire")],
            id="a document limits its own words whatever its tie",
        ),
        pytest.param(
            0,
            [GARBLED, piece("garble", "limits", "desk", damage="sense")],
            id="not damaged sense",
        ),
        pytest.param(0, [LIMIT], id="not without a statement"),
    ],
)
def test_qualified(expected: int, pieces: Pieces) -> None:
    """`qualified`: proved limits from the same document, the credited origin, the same speaker."""
    check(pieces, "qualified", expected)


def test_the_claimant_speaks_where_nobody_else_does() -> None:
    """A statement without a speaker is the claimant's, and so a limit by the claimant counts."""
    limit = piece("station", "limits", "radio", speaker="pell")
    check([STATED, limit], "qualified", 1, claimant="pell")
    check([STATED, limit], "qualified", 0, claimant="mayor")


HEARD = piece("garble", "supports", "speech", damage="words")


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [SPEECH], id="the person's own act in an intact source"),
        pytest.param(1, [{**SPEECH, "speaker": "mayor"}], id="whether or not it is said who"),
        pytest.param(1, [piece("transcript", "supports", "speech")], id="an act that is its own"),
        pytest.param(0, [{**DESK, "speaker": "mayor"}], id="not what a newsroom reports of it"),
        pytest.param(0, [piece("clip", "supports", "speech")], id="not an excerpt"),
        pytest.param(0, [HEARD], id="not from a garbled source alone"),
        pytest.param(
            1, [HEARD, piece("clip", "supports", "speech")], id="but with an excerpt of the words"
        ),
        pytest.param(
            0, [HEARD, piece("clip", "supports", "wire")], id="not with an excerpt of another's"
        ),
        pytest.param(
            0,
            [HEARD, {**piece("clip", "supports", "speech"), "excerpt": "Good morning to you."}],
            id="not with an excerpt of other words",
        ),
        pytest.param(0, [{**HEARD, "damage": "sense"}], id="not damaged sense"),
        pytest.param(0, [STATED, piece("paper", "limits", "speech")], id="only supports"),
    ],
)
def test_spoken(expected: int, pieces: Pieces) -> None:
    """`spoken`: counted supports in which the person speaks in an act of theirs."""
    check(pieces, "spoken", expected, said_by="mayor")


def test_spoken_is_of_the_person_the_claim_names() -> None:
    """An act of somebody else, or a claim that nobody is said to have said, has nothing spoken."""
    check([SPEECH], "spoken", 0, said_by="pell")
    check([SPEECH], "spoken", 0)


@pytest.mark.parametrize(
    ("shown", "pieces"),
    [
        pytest.param((2, 0, 0, 0), [DESK, RADIO], id="two that count"),
        pytest.param((1, 0, 0, 0), [DESK, SPEECH], id="one document with two origins"),
        pytest.param((2, 0, 1, 0), [DESK, piece("echo", "supports", "wire")], id="an inferred tie"),
        pytest.param((1, 1, 0, 1), [DESK, piece("clip", "supports", "wire")], id="an excerpt"),
        pytest.param(
            (1, 1, 0, 1),
            [piece("clip", "supports", "wire"), piece("echo", "supports", "wire")],
            id="what has an excerpt is not inferred alone",
        ),
        pytest.param((2, 0, 0, 0), [DESK, STATED], id="a document that only states is shown"),
        pytest.param((1, 0, 0, 0), [DESK, DENIAL], id="one that refutes is not"),
    ],
)
def test_what_is_shown_beside(shown: tuple[int, int, int, int], pieces: Pieces) -> None:
    """Documents, excerpts, inferred and uncounted origins are shown and decide nothing."""
    found = sums(*pieces)
    assert (found.documents, found.excerpts, found.inferred, found.uncounted) == shown


def test_the_origins_are_named() -> None:
    """The figures name the groups that stand for the origins on each side."""
    found = sums(DESK, piece("echo", "supports", "talk"), DENIAL)
    assert found.for_origins == ("desk", "speech")
    assert found.against_origins == ("radio",)
