"""Quotations that can be understood by themselves, with the documents' slips marked as theirs."""

import re
from collections.abc import Iterator

from generator.editing.context import Context
from generator.editing.words import is_english
from generator.findings import Facts, Finding, Place, rule
from generator.records.quotation import Quotation, Quoting

_OPENS = re.compile(
    r"(?P<quote>[“\"‘]?)(?:(?P<who>He|She|They|His|Her|Their|Him|Them)|(?P<what>It|Its|This|These|"
    r"Those(?! (?:who|close|familiar|briefed|with|in|near)\b)))\b"
)
_MEANS_NOBODY = re.compile(
    r"[“\"‘]?(?:"
    r"(?:This|These|Those) (?:\w+ )?(?:days?|weeks?|weekend|months?|years?|morning|evening|time)\b"
    r"|It (?:emerged|seems|appears|turned out)\b"
    r"|It (?:is|was|remains|remained|became|has been|would be) (?:also |still |not |now )?"
    r"(?:(?:un)?(?:clear|known|likely|expected|certain)|possible|reported|said|believed|understood"
    r"|thought|important|hard|difficult|necessary|true|time|the \w+ (?:that|who))\b)"
)
_NAME = re.compile(r"(?<=[\w,] )(?!I\b)[A-Z]\w+")
_SPOKEN = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_TOLD = re.compile(
    r"\b(?:said|says|told|added|asked|wrote|stated|replied|noted|warned|announced)\b|ccording to"
)
_SOMEBODY = re.compile(r"[A-Z]\w+|\b(?:the|an?) \w+")


@rule("W720")
def passage_leans_on_another(place: Place, message: str, hint: str) -> Facts:
    """A passage can be understood by itself: it says who is meant, and closes its quotations.

    Torn from the sentence before it, “He refused” may be anybody's refusal, and a quotation that
    is not closed makes the reader take our words, or the paper's, for the speaker's.

    Bad:
        passage: He refused to sign it.
    Good:
        passage: The president met the minister on Monday. He refused to sign it.
    """
    yield place, message, hint


@rule("W721")
def error_without_sic(place: Place, wrong: str) -> Facts:
    """A wrong spelling of a name in a quotation is listed in its `sic`.

    Readers must see that the slip is the document's, not ours.

    Bad:
        passage: Mayor Ida Thron spoke.    # `Thron` is among the mayor's `wrong_spellings`
    Good:
        passage: Mayor Ida Thron spoke.
        sic: [Thron]
    """
    yield place, f"“{wrong}” is a wrong spelling and not in `sic`", f"add `sic: [{wrong}]`"


def findings(context: Context, record: Quoting) -> Iterator[Finding]:
    """Yield what is wrong with how a claim or a variant quotes."""
    misspelt = context.misspelt
    for number, piece in enumerate(record.pieces):
        if piece.passage and piece.note is None and is_english(piece.language):
            for leans in _leans(piece.passage):
                place = context.records.quoted(record, number, "passage")
                yield from passage_leans_on_another(place, *leans)
        if misspelt:
            yield from _misspelt(context, record, number, piece, misspelt)


def _leans(words: str) -> Iterator[tuple[str, str]]:
    """Yield what a passage in English leaves open, and what to do; nothing if it stands alone."""
    opened, closed = words.count("“"), words.count("”")
    if opened > closed:
        hint = "take in the sentences up to the closing mark, or say in `note` whose words they are"
        yield "a quotation mark is opened and never closed", hint
    elif opened < closed:
        hint = "take in the sentence that opens it, or say in `note` whose words they are"
        yield "a quotation mark is closed and was never opened", hint
    elif words.count('"') % 2:
        hint = "take in the sentences that the quotation has, or say in `note` whose words they are"
        yield "a quotation mark stands without its other one", hint
    elif (opens := _OPENS.match(words)) and not _MEANS_NOBODY.match(words):
        if opens["quote"] and _tells(words, opens["who"] is not None):
            return
        hint = "take in the sentence before it, or say in `note` who or what is meant"
        pronoun = opens["who"] or opens["what"]
        yield f"the passage begins with “{pronoun}”, and nothing says who or what that is", hint


def _tells(words: str, of_whom: bool) -> bool:
    """Say whether a passage that begins with speech tells enough of it.

    Of whom somebody speaks the speech itself must say by a name; of anything else it is enough to
    know whose speech it is.
    """
    if of_whom:
        return any(_NAME.search(speech) for speech in _SPOKEN.findall(words))
    outside = _SPOKEN.sub(" ", words)
    return bool(_TOLD.search(outside) and _SOMEBODY.search(outside))


def _misspelt(
    context: Context, record: Quoting, number: int, piece: Quotation, misspelt: re.Pattern[str]
) -> Iterator[Finding]:
    for wrong in dict.fromkeys(misspelt.findall(piece.words)):
        if not any(wrong in listed or listed in wrong for listed in piece.sic):
            key = "passage" if piece.passage else "excerpt"
            yield from error_without_sic(context.records.quoted(record, number, key), wrong)
