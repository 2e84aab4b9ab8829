"""Which verdict the evidence carries, by the rules of the scale, and why not the one declared."""

from collections.abc import Mapping

from generator.evidence.figures import Figures
from generator.findings import Facts, rule
from generator.records.claim import Claim
from generator.records.reading import Records
from generator.records.verdict import Bound, Bounds, Verdict, When

WANTING = {
    "for_": "independent origins in support: a proved passage, its tie not inferred, its speaker "
    "named, its sense not damaged",
    "for_any": "origins with any support",
    "against": "origins that refute the fact or the credit",
    "against_proved": "origins that refute the fact, proved or by an excerpt of a reference work",
    "settled": "refutations from an original or reference source that say what they `settle`",
    "stated": "proved passages that state the claim",
    "damaged": "stating passages of a garbled source whose damage is `sense`",
    "parallel": "clean parallels that refute the wording: of the same document, or of the origin "
    "that the stating passage credits",
    "other_credit": "proved passages in which the credited origin names another speaker",
    "qualified": "proved passages that limit it: of the same document, of the origin it credits, "
    "or by the same speaker",
    "spoken": "proved passages of the person's own act, in an intact source",
}


def within(bounds: Bounds, figures: Figures) -> bool:
    """Say whether every figure that is bounded lies within its bound."""
    return all(bound.holds(getattr(figures, name)) for name, bound in bounds.bounds)


def holds(when: When, figures: Figures, kind: str) -> bool:
    """Say whether a rule holds: its kind, each of its bounds, and one of `any` if there is any."""
    if when.kind and when.kind != kind:
        return False
    if not within(when, figures):
        return False
    return not when.any or any(within(option, figures) for option in when.any)


def carried(scale: Mapping[str, Verdict], figures: Figures, kind: str) -> str | None:
    """Return the first verdict of the scale, but for withdrawn ones, whose rule holds, or None."""
    for id_, verdict in scale.items():
        if verdict.when and not verdict.withdrawn and holds(verdict.when, figures, kind):
            return id_
    return None


def by_rule(scale: Mapping[str, Verdict]) -> bool:
    """Say whether the scale's verdicts follow from rules, not from editors' choice alone."""
    return any(verdict.when is not None for verdict in scale.values())


@rule("E501")
def verdict_follows(records: Records, claim: Claim, figures: Figures) -> Facts:
    """The declared verdict is the first of the scale whose rule the claim's figures satisfy.

    Bad:
        verdict: corroborated    # with one newsroom behind three documents
    Good:
        verdict: single-origin
    """
    due = carried(records.verdicts, figures, claim.kind)
    if due is None or due == claim.verdict:
        return
    place = records.place("claims", claim.id, "verdict")
    decided = _decided(records.verdicts[due].when, figures)
    message = f"the evidence carries {due!r}, not {claim.verdict!r} ({decided})"
    declared = records.verdicts[claim.verdict].when
    lacking = _lacking(declared, figures, claim.kind) if declared else "it has no rule"
    if not lacking:
        lacking = f"its rule holds too, but {due!r} stands before it in the scale"
    yield place, message, f"declare {due!r}, or look again; for {claim.verdict!r}: {lacking}"


@rule("E502")
def evidence_weighs(records: Records, claim: Claim, figures: Figures) -> Facts:
    """A claim has one passage that states it, or one support that counts.

    Bad:
        evidence: [an excerpt that supports]
    Good:
        evidence: [a passage that states the claim]
    """
    if not figures.stated and not figures.for_:
        place = records.place("claims", claim.id, "evidence", key=True)
        message = "no passage states this claim and no support counts for it"
        yield place, message, "quote where it was said (`stance: states`), or proved support"


@rule("E503")
def scale_is_whole(records: Records) -> Facts:
    """Every verdict of a scale has a rule, or none has.

    Bad:
        contested: {label: Contested, family: open, definition: …}    # beside others with `when`
    Good:
        contested: {label: Contested, family: open, definition: …, when: {against: ">=1"}}
    """
    ruled = [id_ for id_, verdict in records.verdicts.items() if verdict.when is not None]
    bare = [id_ for id_ in records.verdicts if id_ not in ruled]
    if len(bare) <= len(ruled):
        for id_ in bare if ruled else ():
            place = records.place("verdicts", id_, key=True)
            yield place, f"{id_!r} has no rule, others have", "add its `when`, or remove all"
        return
    for id_ in ruled:
        place = records.place("verdicts", id_, "when", key=True)
        yield place, f"{id_!r} has a rule, most have none", "remove its `when`, or add all"


@rule("E504")
def some_rule_holds(records: Records, claim: Claim, figures: Figures) -> Facts:
    """The rules of a scale leave no well-formed claim without a verdict.

    Bad:
        a scale with the one rule {against: ">=1"}
    Good:
        a scale whose last rule catches what the others leave
    """
    if by_rule(records.verdicts) and carried(records.verdicts, figures, claim.kind) is None:
        place = records.place("claims", claim.id, "verdict")
        shown = ", ".join(f"{_name(name)} {getattr(figures, name)}" for name in WANTING)
        yield place, f"no rule of the scale holds ({shown})", "add a rule to data/verdicts.yml"


def _decided(when: When | None, figures: Figures) -> str:
    """Return the figures that made a rule hold, those that must be present first."""
    if when is None:
        return ""
    bounds = when.bounds
    for option in when.any:
        if within(option, figures):
            bounds += option.bounds
            break
    return ", ".join(f"{_name(name)} is {getattr(figures, name)}" for name, _ in bounds)


def _lacking(when: When, figures: Figures, kind: str) -> str:
    """Return, in words, what a rule that does not hold wants; empty when it holds."""
    wants = []
    if when.kind and when.kind != kind:
        wants.append(f"the claim's kind must be {when.kind!r}")
    wants += _wants(when, figures)
    if when.any and not any(within(option, figures) for option in when.any):
        wants.append(", or ".join("; ".join(_wants(option, figures)) for option in when.any))
    return "; ".join(wants)


def _wants(bounds: Bounds, figures: Figures) -> list[str]:
    return [
        _want(name, bound, getattr(figures, name))
        for name, bound in bounds.bounds
        if not bound.holds(getattr(figures, name))
    ]


def _want(name: str, bound: Bound, figure: int) -> str:
    if figure < bound.least:
        return f"{_name(name)} is {figure}, {bound.least} needed ({WANTING[name]})"
    return f"{_name(name)} is {figure}, at most {bound.most} allowed ({WANTING[name]})"


def _name(figure: str) -> str:
    return figure.rstrip("_")
