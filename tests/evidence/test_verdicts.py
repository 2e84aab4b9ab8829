"""Which verdict the evidence carries: the nine rules, their order, and what doubt cannot do."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.figures import Figures
from generator.evidence.lineage import tie
from generator.evidence.verdicts import (
    by_rule,
    carried,
    evidence_weighs,
    holds,
    scale_is_whole,
    some_rule_holds,
    verdict_follows,
)
from generator.records.reading import Records, read
from generator.records.tree import WorkTree
from generator.records.verdict import When
from tests.evidence.pieces import ORIGINS, SOURCES, piece, sums
from tests.specimens import ARCHIVES, ROOT, TINY, Overlay, check, tiny

quick = settings(derandomize=True, deadline=None, max_examples=100)

RULES: dict[str, dict[str, Any]] = {
    "garbled": {"damaged": ">=1", "parallel": ">=1", "for": "0"},
    "misattributed": {"kind": "said", "stated": ">=1", "other_credit": ">=1", "for_any": "0"},
    "contradicted": {
        "stated": ">=1",
        "any": [{"settled": ">=1"}, {"against_proved": ">=1", "for": "0"}],
    },
    "overstated": {"stated": ">=1", "qualified": ">=1", "for": "0"},
    "contested": {"for": ">=1", "against": ">=1"},
    "unsupported": {"stated": ">=1", "for": "0"},
    "on-record": {"kind": "said", "spoken": ">=1", "against": "0"},
    "corroborated": {"for": ">=2", "against": "0"},
    "single-origin": {"for": "1", "against": "0"},
}
FAMILIES = {
    "garbled": "fails",
    "misattributed": "fails",
    "contradicted": "fails",
    "overstated": "fails",
    "contested": "open",
    "unsupported": "open",
    "on-record": "stands",
    "corroborated": "stands",
    "single-origin": "open",
}
RECORDS = read(WorkTree(TINY))
SCALE = RECORDS.verdicts
STEP = {
    "garbled": "beyond-repair",
    "misattributed": "unsound",
    "contradicted": "unsound",
    "overstated": "mostly-unsound",
    "contested": "half-sound",
    "unsupported": "half-sound",
    "on-record": "sound",
    "corroborated": "sound",
    "single-origin": "mostly-sound",
}
STEPS = (ARCHIVES / "six-steps" / "verdicts.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("root", [ROOT, TINY], ids=lambda root: root.name)
def test_the_nine_rules_are_those_of_the_method(root: Any) -> None:
    """The scale has the nine verdicts of the method, in its order, with its rules and families."""
    scale = read(WorkTree(root)).verdicts
    assert list(scale) == list(RULES)
    for id_, verdict in scale.items():
        assert verdict.when == When.model_validate(RULES[id_])
        assert verdict.family == FAMILIES[id_]


@pytest.mark.parametrize(
    ("rule", "kind", "expected"),
    [
        ({}, "fact", True),
        ({"for": "1"}, "fact", True),
        ({"for": "1", "against": "1"}, "fact", False),
        ({"kind": "said"}, "said", True),
        ({"kind": "said"}, "fact", False),
        ({"any": [{"against": "1"}, {"for": "1"}]}, "fact", True),
        ({"any": [{"against": "1"}, {"for": "2"}]}, "fact", False),
        ({"for": "2", "any": [{"against": "0"}]}, "fact", False),
        ({"kind": "said", "any": [{"for": "1"}]}, "said", True),
        ({"kind": "said", "any": [{"for": "1"}]}, "fact", False),
    ],
)
def test_a_rule_holds(rule: dict[str, Any], kind: str, expected: bool) -> None:
    """A rule holds when its kind, all of its bounds and one of its `any` do."""
    assert holds(When.model_validate(rule), Figures(for_=1), kind) == expected


def test_order_is_priority() -> None:
    """Of the rules that hold, the first in the scale decides."""
    figures = Figures(stated=1, damaged=1, parallel=1, qualified=1)
    for gone, due in ((0, "garbled"), (1, "overstated"), (4, "unsupported")):
        scale = {id_: SCALE[id_] for id_ in list(SCALE)[gone:]}
        assert carried(scale, figures, "fact") == due


DESK = piece("paper", "supports", "desk")
RADIO = piece("station", "supports", "radio")
DENIAL = piece("station", "refutes", "radio")
STATED = piece("copy", "states", credits="desk")
CREDIT = piece("paper", "refutes", "desk", aspect="credit", speaker="pell")
SPEECH = piece("paper", "supports", "speech")


@pytest.mark.parametrize(
    ("verdict", "pieces", "fields"),
    [
        ("unsupported", [STATED], {}),
        ("single-origin", [DESK], {}),
        ("single-origin", [DESK, STATED], {}),
        ("corroborated", [DESK, RADIO], {}),
        ("contested", [DESK, DENIAL], {}),
        ("contested", [DESK, SPEECH, piece("clip", "refutes", "wire")], {}),
        ("contested", [SPEECH, DENIAL], {"said_by": "mayor"}),
        ("on-record", [SPEECH], {"said_by": "mayor"}),
        ("on-record", [SPEECH, RADIO], {"said_by": "mayor"}),
        ("corroborated", [SPEECH, RADIO], {}),
        ("single-origin", [{**DESK, "speaker": "mayor"}], {"said_by": "mayor"}),
        ("misattributed", [STATED, CREDIT], {"said_by": "mayor"}),
        ("unsupported", [STATED, CREDIT], {}),
        ("contested", [STATED, CREDIT, RADIO], {"said_by": "mayor"}),
        ("unsupported", [STATED, CREDIT, piece("clip", "supports", "wire")], {"said_by": "mayor"}),
        ("contradicted", [STATED, DENIAL], {}),
        ("contested", [STATED, DENIAL, DESK], {}),
        ("contradicted", [STATED, DESK, piece("book", "refutes", "register", settles="x")], {}),
        ("contested", [DESK, piece("book", "refutes", "register", settles="x")], {}),
        ("overstated", [STATED, piece("copy", "limits", "desk")], {}),
        ("single-origin", [STATED, piece("copy", "limits", "desk"), RADIO], {}),
        (
            "garbled",
            [
                piece("garble", "states", credits="desk", damage="sense"),
                piece("paper", "refutes", "desk", aspect="wording"),
            ],
            {},
        ),
        (None, [piece("clip", "supports", "wire")], {}),
        (None, [DENIAL], {}),
    ],
)
def test_evidence_carries_a_verdict(
    verdict: str | None, pieces: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    """Evidence of each kind carries the verdict that the rules give it, or none."""
    kind = "said" if "said_by" in fields else "fact"
    assert carried(SCALE, sums(*pieces, **fields), kind) == verdict


# --- Random evidence -------------------------------------------------------------------------


@st.composite
def pieces(draw: st.DrawFn, stance: str = "") -> dict[str, Any]:
    """One well-formed piece of evidence over the handful of sources."""
    where = SOURCES[draw(st.sampled_from(sorted(SOURCES)))]
    stance = stance or draw(st.sampled_from(["states", "supports", "limits", "refutes"]))
    has = sorted(id_ for id_ in ORIGINS if tie(SOURCES, where, id_))
    garbled = where.condition == "garbled"
    fields: dict[str, Any] = {}
    whose = ""
    if garbled:
        fields["damage"] = draw(st.sampled_from(["none", "words", "sense"]))
    if stance == "states":
        fields["credits"] = draw(st.sampled_from([None, *has]))
        fields["speaker"] = draw(st.sampled_from([None, "mayor", "pell", "none"]))
    else:
        whose = draw(st.sampled_from(has))
        if ORIGINS[whose].kind == "newsroom":
            who = ["mayor", "pell", "none", {"newsroom": whose}, {"anonymous": "two", "count": "2"}]
            fields["speaker"] = draw(st.sampled_from(who))
    if stance in ("limits", "refutes"):
        fields["aspect"] = draw(st.sampled_from(["fact", "credit", "strength", "wording"]))
    if stance == "refutes" and where.kind in ("original", "reference"):
        fields["settles"] = draw(st.sampled_from([None, "It says so."]))
    return piece(where.id, stance, whose, **fields)


EVIDENCE = st.lists(pieces(), min_size=1, max_size=6)
CLAIMS = st.sampled_from([{}, {"said_by": "mayor"}, {"said_by": "pell"}])


def verdict_of(found: Figures, fields: dict[str, Any]) -> str | None:
    """Return the verdict that figures carry for a claim with these fields."""
    return carried(SCALE, found, "said" if "said_by" in fields else "fact")


def first_that_holds(found: Figures, kind: str) -> list[str]:
    """Return every verdict whose rule holds, read straight from the table of the method."""

    def meets(rule: dict[str, Any]) -> bool:
        for name, wanted in rule.items():
            if name == "kind":
                met = kind == wanted
            elif name == "any":
                met = any(meets(option) for option in wanted)
            else:
                figure = getattr(found, "for_" if name == "for" else name)
                met = figure >= int(wanted[2:]) if wanted[:2] == ">=" else figure == int(wanted)
            if not met:
                return False
        return True

    return [id_ for id_, rule in RULES.items() if meets(rule)]


@quick
@given(EVIDENCE, CLAIMS)
def test_every_claim_has_exactly_one_verdict(
    evidence: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    """With one statement or one counted support a claim has one verdict, the first; else none."""
    found = sums(*evidence, **fields)
    due = verdict_of(found, fields)
    assert (due is not None) == bool(found.stated or found.for_)
    holding = first_that_holds(found, "said" if "said_by" in fields else "fact")
    assert due == next(iter(holding), None)


@quick
@given(EVIDENCE, CLAIMS)
def test_figures_agree_with_one_another(
    evidence: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    """No figure is more than the one it is a part of, and no origin stands on both sides."""
    found = sums(*evidence, **fields)
    assert found.for_ <= len(found.for_origins) <= found.for_any
    assert found.against_proved <= found.against == len(found.against_origins)
    assert found.damaged <= found.stated
    assert not set(found.for_origins) & set(found.against_origins)
    assert bool(found.spoken) <= bool(found.for_)
    assert found.inferred + found.uncounted <= found.for_any - len(found.for_origins)


@pytest.mark.slow
@quick
@given(EVIDENCE, CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_evidence_says_nothing(
    evidence: list[dict[str, Any]], fields: dict[str, Any], random: Any
) -> None:
    """The same pieces in another order have the same figures."""
    shuffled = list(evidence)
    random.shuffle(shuffled)
    assert sums(*shuffled, **fields) == sums(*evidence, **fields)


DOUBTFUL = [
    piece("clip", "supports", "wire"),
    piece("memo", "supports", "talk"),
    piece("book", "supports", "register"),
    piece("echo", "supports", "wire"),
    piece("mirror", "supports", "wire"),
    piece("garble", "supports", "wire", damage="sense"),
]


@quick
@given(EVIDENCE, CLAIMS, st.sampled_from(DOUBTFUL))
def test_doubt_never_helps(
    evidence: list[dict[str, Any]], fields: dict[str, Any], doubt: dict[str, Any]
) -> None:
    """An excerpt, an inferred tie or lost sense adds no origin and makes nothing corroborated."""
    before, after = sums(*evidence, **fields), sums(*evidence, doubt, **fields)
    assert after.for_ == before.for_
    if verdict_of(before, fields) != "corroborated":
        assert verdict_of(after, fields) != "corroborated"


@quick
@given(EVIDENCE, CLAIMS, st.sampled_from(DOUBTFUL[:5]))
def test_doubt_can_block(
    evidence: list[dict[str, Any]], fields: dict[str, Any], doubt: dict[str, Any]
) -> None:
    """What refutes by an excerpt or an inferred tie takes a standing verdict away."""
    before = sums(*evidence, **fields)
    after = sums(*evidence, {**doubt, "stance": "refutes"}, **fields)
    if FAMILIES.get(verdict_of(before, fields) or "") == "stands" and after.against:
        assert verdict_of(after, fields) == "contested"


@quick
@given(EVIDENCE, CLAIMS, st.sampled_from(["copy", "mirror"]))
def test_a_relay_adds_no_origin(
    evidence: list[dict[str, Any]], fields: dict[str, Any], where: str
) -> None:
    """What one document says, said again by a relay of the same origin, is one origin."""
    desk = [DESK, *evidence]
    again = sums(*desk, piece(where, "supports", "desk"), **fields)
    assert again.for_ == sums(*desk, **fields).for_
    assert again.for_origins == sums(*desk, **fields).for_origins


@quick
@given(EVIDENCE, CLAIMS)
def test_what_may_be_one_act_counts_once(
    evidence: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    """Two acts that may be one never count as two."""
    one = sums(*evidence, piece("transcript", "supports", "speech"), **fields)
    both = sums(
        *evidence,
        piece("transcript", "supports", "speech"),
        piece("echo", "supports", "talk"),
        **fields,
    )
    assert both.for_ == one.for_


@quick
@given(EVIDENCE, CLAIMS)
def test_a_garbled_document_adds_at_most_one(
    evidence: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    """Whatever a garbled document says besides, it adds one origin at the most."""
    before = [e for e in evidence if e["source"] != "garble"]
    relayed = [piece("garble", "supports", o, damage="none") for o in ("desk", "wire", "speech")]
    found = sums(*before, *relayed, **fields).for_
    assert found <= (sums(*before, **fields).for_ if before else 0) + 1


# --- Findings --------------------------------------------------------------------------------


def figures_of(records: Records) -> dict[str, Figures]:
    """Return the figures of every claim of an archive."""
    archive = check({}).archive
    assert archive is not None
    assert set(archive.figures) == set(records.claims)
    return dict(archive.figures)


def test_the_tiny_archive_has_every_verdict() -> None:
    """Each of the nine verdicts is declared by one claim of the tiny archive."""
    assert sorted(claim.verdict for claim in RECORDS.claims.values()) == sorted(RULES)


def test_a_wrong_verdict_is_explained() -> None:
    """Whatever else is declared, the finding says what is carried, by what, and what lacks."""
    for id_, figures in figures_of(RECORDS).items():
        claim = RECORDS.claims[id_]
        assert list(verdict_follows(RECORDS, claim, figures)) == []
        for other in RULES:
            if other == claim.verdict:
                continue
            wrong = claim.model_copy(update={"verdict": other})
            (found,) = verdict_follows(RECORDS, wrong, figures)
            said = re.fullmatch(r"the evidence carries '(.*)', not '(.*)' \((.*)\)", found.message)
            assert said is not None
            assert said.groups()[:2] == (claim.verdict, other)
            decided = [name for name in RULES[claim.verdict] if name not in ("any", "kind")]
            for name in decided:
                figure = getattr(figures, "for_" if name == "for" else name)
                assert f"{name} is {figure}" in said.group(3)
            lacking = found.hint.removeprefix(f"declare '{claim.verdict}', or look again; ")
            assert re.match(rf"for '{other}': .*(needed|allowed|must be|stands before)", lacking)


def test_what_lacks_is_said_for_every_bound() -> None:
    """The hint names each figure that falls short or is too much, and each way that is closed."""
    claim = RECORDS.claims["sold-to-a-circus"]
    figures = figures_of(RECORDS)[claim.id]
    hints = {
        other: next(
            found.hint
            for found in verdict_follows(
                RECORDS, claim.model_copy(update={"verdict": other}), figures
            )
        )
        for other in ("corroborated", "contradicted", "on-record")
    }
    assert "for is 0, 2 needed (independent origins" in hints["corroborated"]
    assert "settled is 0, 1 needed" in hints["contradicted"]
    assert ", or against_proved is 0, 1 needed" in hints["contradicted"]
    assert "kind must be 'said'; spoken is 0, 1 needed" in hints["on-record"]
    too_much = Figures(for_=3, for_any=3)
    wrong = claim.model_copy(update={"verdict": "single-origin"})
    (found,) = verdict_follows(RECORDS, wrong, too_much)
    assert "for is 3, at most 1 allowed" in found.hint


def test_evidence_that_weighs_nothing_is_a_finding() -> None:
    """A claim with neither a statement nor a counted support is a finding, any other is not."""
    claim = RECORDS.claims["sold-to-a-circus"]
    assert [f.code for f in evidence_weighs(RECORDS, claim, Figures(for_any=3, against=1))] == [
        "E502"
    ]
    assert list(evidence_weighs(RECORDS, claim, Figures(stated=1))) == []
    assert list(evidence_weighs(RECORDS, claim, Figures(for_=1))) == []


# --- Other scales ----------------------------------------------------------------------------


def six_steps(scale: str = STEPS) -> dict[str, bytes]:
    """Return the change that puts the tiny archive under the scale of six steps."""
    changes = {"data/verdicts.yml": scale.encode()}
    for id_, claim in RECORDS.claims.items():
        path = f"data/claims/{id_}.yml"
        typed = f"verdict: {claim.verdict}\n"
        changes[path] = tiny(path).replace(typed, f"verdict: {STEP[claim.verdict]}\n").encode()
    return changes


def test_a_scale_without_rules_checks_clean() -> None:
    """Under six steps that editors set by hand, the same archive has no finding at all."""
    checked = check(six_steps())
    assert checked.findings == []
    assert checked.archive is not None
    assert not by_rule(checked.archive.verdicts)
    assert by_rule(SCALE)


def test_any_step_may_be_declared_by_hand() -> None:
    """Without rules no verdict follows, so none is wrong."""
    records = read(Overlay(TINY, six_steps()))
    for figures in (Figures(), Figures(for_=3), Figures(stated=1, settled=1)):
        for id_, claim in records.claims.items():
            assert list(verdict_follows(records, claim, figures)) == [], id_
            assert list(some_rule_holds(records, claim, figures)) == [], id_


@pytest.mark.parametrize(("ruled", "found"), [(1, 1), (2, 2), (5, 1), (4, 2)])
def test_a_mixed_scale_is_a_finding(ruled: int, found: int) -> None:
    """Where some verdicts have a rule and some none, the fewer of them are findings."""
    lines = STEPS.splitlines()
    for number in range(ruled):
        lines[2 + number] = lines[2 + number].removesuffix("}") + ", when: {for: 1}}"
    checked = check(six_steps("\n".join([*lines, ""])))
    assert [finding.code for finding in checked.findings] == ["E503"] * found
    assert len(checked.skipped) == checked.claims
    records = read(Overlay(TINY, six_steps("\n".join([*lines, ""]))))
    assert len(list(scale_is_whole(records))) == found
