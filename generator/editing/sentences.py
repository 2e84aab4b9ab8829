"""The sentence that is checked and the line below it: one proposition, one sentence, neutral."""

import re
from collections.abc import Iterator

from generator.editing.context import Context
from generator.editing.words import Line, listed, one_line
from generator.findings import Facts, Finding, Place, rule
from generator.records.claim import Claim

_OF_VERDICTS = listed(
    "true untrue false falsely wrong wrongly misleading misleadingly fake bogus hoax debunked",
    "alleged allegedly so-called inaccurate incorrect",
)
_JOINTS = frozenset(("because", "rather", "but", "while", "whereas", "and"))
_HELPING = "was|were|is|are|has|had|did|does|would|will|could|can|should|may|might|must"
_TOLD = "said|says|told|asked|called|wrote|added|denied|announced|replied|warned"
_FINITE = f"{_HELPING}|{_TOLD}|wanted|refused|rejected|declined|agreed|signed|gave|proposed|brought"
_NEXT_SAYING = re.compile(
    rf"\b(?:and|but|while|whereas) (?:(?:then|also|he|she|they) )*(?:{_TOLD})\b"
)
_REPORTED = re.compile(
    rf"\b(?:said|says|saying)\b|\btold (?:[\w’'.-]+ ){{1,5}}?(?:he|she|it|they)\b"
    rf"|\b(?:{_TOLD}|argued|objected|confirmed|insisted|claimed|reported|stated)"
    r"(?: (?!that\b)[\w’'.-]+){0,5}? that\b"
)
_JOINT = re.compile(
    rf"""
      ; | \bbecause\b | \brather\ than\b | \bwhereas\b | (?:,\ |^)while\b
    | (?<!nothing\ )(?<!anything\ )(?<!all\ )(?<!last\ )\bbut\b(?!\ (?:only|for|rather|also)\b)
    | \band\ (?:then\ |so\ |that\ )?(?:he|she|they|we|there)\ \w
    | \band\ (?:{_HELPING}|refused|wanted)\b(?!,)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_THIS = re.compile(r"\bnot (?:[\w’'-]+ ){1,6}$")
_CLAUSE = re.compile(rf", and (?:[\w’'.-]+ ){{1,5}}?(?:{_FINITE})\b")
_OPENING = "“‘«\"'("
_ENDED = re.compile(r"(?<![.…])[.!?。؟।][”’»\"')]*$")
_ABBREVIATED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])*\.$")
_VERB = re.compile(rf"\b(?:{_FINITE}|[a-z]+ed)\b")


@rule("W710")
def bottom_line_is_one_sentence(place: Place, message: str) -> Facts:
    """The bottom line is one sentence with at most one semicolon.

    It is what a reader sees first, on a phone perhaps all that is seen. A second sentence, or a
    chain of clauses, is a list in disguise: the reader no longer knows which part is the answer.

    Bad:
        bottom_line: Two newsrooms report it; one relay differs; a third is silent.
    Good:
        bottom_line: Two newsrooms report it, and one relay gives another day.
    """
    hint = "say the one thing that a reader must know; the rest belongs in `analysis`"
    yield place, message, hint


@rule("W728")
def whole_sentence(place: Place, message: str, hint: str) -> Facts:
    """Claim and bottom line are whole sentences; a short form, being a title, has no full stop.

    They are shown alone, in lists and on cards, where a piece of a sentence reads as if something
    had been cut off.

    Bad:
        bottom_line: but nobody else has it
    Good:
        bottom_line: Nobody else has it.
    """
    yield place, message, hint


@rule("W711")
def claim_judges_itself(place: Place, words: str) -> Facts:
    """The claim, outside quotation marks, has no word of judgement and no verdict of the scale.

    The claim is the sentence that is checked. Whoever reads it must not be told the outcome in
    the question, and those who made the claim must recognise it as theirs.

    Bad:
        claim: The headline falsely said that troops were proposed.
    Good:
        claim: The US proposed to send troops.
    """
    hint = "state what was claimed in neutral words; the verdict stands beside it anyway"
    yield place, f"the claim judges itself: {words}", hint


@rule("W715")
def two_propositions(place: Place, joint: str) -> Facts:
    """A claim is one proposition: nothing joins a second one to it that could be checked apart.

    With two of them evidence for the one seems to carry the other, and no verdict fits both. What
    one person said in one saying, reasons included, is one proposition: that it was said.

    Bad:
        claim: He refused to sign, but his ministers agreed.
    Good:
        claim: He refused to sign.
    """
    hint = "make two claims of it, each `related` to the other; if they are one, waive this"
    yield place, f"two propositions in one claim, joined by {joint}", hint


def findings(context: Context, claim: Claim, lines: list[Line]) -> Iterator[Finding]:
    """Yield what is wrong with the claim as a sentence, and with its bottom line."""
    checked, bottom = lines[0], lines[1]
    semicolons = bottom.own.count(";")
    if semicolons > 1:
        message = f"the bottom line is a chain of {semicolons + 1} clauses"
        yield from bottom_line_is_one_sentence(_place(context, claim, "bottom_line"), message)
    elif bottom.sentences > 1:
        message = f"the bottom line has {bottom.sentences} sentences"
        yield from bottom_line_is_one_sentence(_place(context, claim, "bottom_line"), message)
    yield from _whole(context, claim)
    if not context.english:
        return
    if judging := _judging(context, checked):
        yield from claim_judges_itself(_place(context, claim, "claim"), judging)
    if ";" in checked.own or not _JOINTS.isdisjoint(checked.words):
        joint = _joint(one_line(checked.own), said=claim.kind == "said")
        if joint:
            yield from two_propositions(_place(context, claim, "claim"), joint)


def _whole(context: Context, claim: Claim) -> Iterator[Finding]:
    for key, text in (("claim", claim.claim), ("bottom_line", claim.bottom_line)):
        if not _ENDED.search(text):
            message = f"`{key}` does not end as a sentence does"
            yield from whole_sentence(
                _place(context, claim, key), message, "end it with a full stop"
            )
        elif text.lstrip(_OPENING)[:1].islower():
            message = f"`{key}` does not begin as a sentence does"
            yield from whole_sentence(_place(context, claim, key), message, "begin with a capital")
    if claim.short and claim.short.endswith(".") and not _ABBREVIATED.search(claim.short):
        message = "`short` ends with a full stop, and is a title"
        yield from whole_sentence(_place(context, claim, "short"), message, "take it away")


def _place(context: Context, claim: Claim, key: str) -> Place:
    return context.records.place("claims", claim.id, key)


def _judging(context: Context, checked: Line) -> str:
    """Return the words of judgement in a claim, in the order of the alphabet."""
    single, several = context.verdict_words
    found = (checked.words & _OF_VERDICTS) | (checked.words & single)
    if several and (more := several.search(checked.own)):
        found |= {more[0].lower()}
    return ", ".join(f"“{word}”" for word in sorted(found))


def _joint(text: str, said: bool) -> str:
    """Return what joins a second proposition to the first, or nothing.

    What somebody is reported to have said counts as one with the saying, unless another saying
    follows.
    """
    if another := _NEXT_SAYING.search(text):
        return f"“{another[0]}”"
    if said:
        return "a semicolon" if ";" in text else ""
    if reported := _REPORTED.search(text):
        text = text[: reported.end()]
    for found in _JOINT.finditer(text):
        joint = found[0].strip(" ,")
        if joint == ";":
            return "a semicolon"
        if joint.lower() != "but" or not _NOT_THIS.search(text[: found.start()]):
            return f"“{joint}”"
    clause = _CLAUSE.search(text)
    if clause:
        before = text[: clause.start()]
        verbs = list(_VERB.finditer(before))
        if verbs and "," not in before[verbs[-1].end() :]:
            return "“and” with a clause of its own"
    return ""
