"""Every passage is proved against the seal of its source; every quote stands in its passage."""

from collections.abc import Mapping

from generator.evidence.seal import ALGORITHM, Proof, Unproved
from generator.evidence.sentences import fold
from generator.findings import Facts, rule
from generator.records.claim import Claim
from generator.records.quotation import Quotation, Quoting
from generator.records.reading import Records
from generator.records.source import Source

MOST_SENTENCES = 3
MOST_WORDS = 60


@rule("E301")
def passage_not_sealed(
    records: Records, record: Quoting, number: int, why: Unproved, near: str
) -> Facts:
    """A passage is whole sentences that stand, word for word, in the seal of its source.

    Bad:
        passage: He will sign the    # cut inside a sentence
    Good:
        passage: He will sign the paper on Monday.
    """
    place = records.quoted(record, number, "passage")
    e = record.pieces[number]
    if why.kind == "empty":
        yield place, "the passage holds no words", "copy whole sentences of the source"
    elif why.kind == "too-long":
        yield place, "the passage is too long to be a quotation", "quote one to three sentences"
    else:
        hint = near or (
            f'copy whole sentences: `factcheck quote {e.source} "some words"` has those quoted '
            "already, with `--text FILE` all of the document; --texts DIR shows the difference"
        )
        yield place, f"this does not stand in the seal of {e.source}: {why.sentence!r}", hint


@rule("E302")
def boilerplate_quoted(records: Records, record: Quoting, number: int, why: Unproved) -> Facts:
    """What surrounds an article (menus, teasers, share bars) is sealed and never citable.

    Bad:
        passage: Sign up for daily updates.
    Good:
        passage: a sentence of the article itself
    """
    place = records.quoted(record, number, "passage")
    message = f"this is boilerplate in {record.pieces[number].source}: {why.sentence!r}"
    yield place, message, "quote the article itself; `skip` in the source's seal lists boilerplate"


@rule("E303")
def not_consecutive(records: Records, record: Quoting, number: int, why: Unproved) -> Facts:
    """The sentences of a passage follow one another in the source, with nothing left out.

    Bad:
        passage: First sentence. Third sentence.
    Good:
        passage: First sentence. Second sentence. Third sentence.
    """
    place = records.quoted(record, number, "passage")
    source = record.pieces[number].source
    message = f"in {source} this does not follow the sentence before it: {why.sentence!r}"
    yield place, message, "quote the sentences between, or make two pieces of evidence"


@rule("E304")
def sealed_means_passage(records: Records, record: Quoting) -> Facts:
    """A sealed source is quoted by passages, which are proved; any other by excerpts.

    Bad:
        source: a-sealed-source
        excerpt: some words […]
    Good:
        source: a-sealed-source
        passage: A whole sentence.
    """
    for number, e in enumerate(record.pieces):
        seal = records.sources[e.source].seal
        if seal is None and e.passage:
            place = records.quoted(record, number, "passage", key=True)
            hint = "seal it (`factcheck seal SOURCE FILE`), or write `excerpt:`"
            yield place, f"{e.source} has no seal to prove a passage by", hint
        elif seal is not None and e.excerpt:
            place = records.quoted(record, number, "excerpt", key=True)
            yield (
                place,
                f"{e.source} is sealed, so it is quoted by whole sentences",
                ("write `passage:` with whole sentences"),
            )


@rule("E305")
def quote_in_passage(records: Records, record: Quoting) -> Facts:
    """A quote is whole words of its own passage or excerpt, in one run.

    Bad:
        passage: He will sign the paper on Monday.
        quote: sign the papers
    Good:
        passage: He will sign the paper on Monday.
        quote: sign the paper
    """
    for number, e in enumerate(record.pieces):
        if e.quote and quote_span(e) is None:
            place = records.quoted(record, number, "quote")
            hint = "copy whole words out of the passage"
            yield place, "the quote does not stand in its passage", hint


@rule("E306")
def part_is_right(records: Records, record: Quoting, number: int, proof: Proof) -> Facts:
    """A passage that is the document's headline says `part: headline`, and no other does.

    Bad:
        passage: (the headline)
    Good:
        part: headline
        passage: (the headline)
    """
    e = record.pieces[number]
    seal = records.sources[e.source].seal
    if seal is None:
        return
    is_headline = [n in seal.headline for n in proof.numbers]
    if e.part == "headline" and not all(is_headline):
        place = records.quoted(record, number, "part")
        yield place, f"this is not the headline of {e.source}", "remove `part: headline`"
    elif e.part != "headline" and any(is_headline):
        place = records.quoted(record, number, "passage")
        hint = "add `part: headline`; quote headline and text apart"
        yield place, f"this is the headline of {e.source}", hint


@rule("E307")
def seal_is_sound(records: Records, source: Source) -> Facts:
    """A seal is the last key of its file and of an algorithm that this program knows.

    Bad:
        seal: {algorithm: 9, …}
        title: …
    Good:
        title: …
        seal: {algorithm: 1, …}
    """
    if source.seal is None:
        return
    value = records.documents["sources", source.id].value or {}
    if list(value)[-1] != "seal":
        place = records.place("sources", source.id, "seal", key=True)
        yield place, "the seal is not the last key of the file", "move it to the end"
    if source.seal.algorithm != ALGORITHM:
        place = records.place("sources", source.id, "seal", "algorithm")
        message = f"algorithm {source.seal.algorithm} is unknown; this program knows {ALGORITHM}"
        yield place, message, "seal the document again: `factcheck seal SOURCE FILE`"


@rule("E308")
def sic_in_passage(records: Records, record: Quoting) -> Facts:
    """A string listed in `sic` stands in the passage or excerpt exactly as it is listed.

    Bad:
        passage: Zelensky spoke.
        sic: [Zelenski]
    Good:
        passage: Zelensky spoke.
        sic: [Zelensky]
    """
    for number, e in enumerate(record.pieces):
        for item, word in enumerate(e.sic):
            if word not in e.words:
                place = records.quoted(record, number, "sic", item)
                yield place, f"{word!r} does not stand in the passage", "copy it exactly"


@rule("E309")
def answers_a_passage(records: Records, claim: Claim, anchors: set[str]) -> Facts:
    """`of` is the anchor of another passage in the same claim.

    Bad:
        of: 00000000
    Good:
        of: 1c9d02aa    # as printed by `factcheck find`
    """
    for number, e in enumerate(claim.evidence):
        if e.of and e.of not in anchors:
            place = records.place("claims", claim.id, "evidence", number, "of")
            known = ", ".join(sorted(anchors)) or "none"
            yield place, f"no passage of this claim has the anchor {e.of}", f"anchors: {known}"


@rule("E310")
def sealed_once(records: Records, source: Source, other: str) -> Facts:
    """A document is sealed for one source; for two it would look like two documents that agree.

    Bad:
        two sources whose seals name the same `document`
    Good:
        one source for one text
    """
    place = records.place("sources", source.id, "seal", "document")
    yield place, f"the same text is sealed for {other}", "keep one of the two sources"


@rule("E313")
def quotes_too_much(records: Records, record: Quoting, lengths: Mapping[int, int]) -> Facts:
    """A passage has at most three sentences, and the part that matters at most sixty words.

    Quoting shows the words at issue; more is copying somebody's article, and hides those words.
    The part that matters is the `quote`, or, where none is marked, the whole passage or excerpt.

    Bad:
        passage: a paragraph of five sentences
    Good:
        passage: the one sentence that bears on the claim
    """
    for number, length in lengths.items():
        if length > MOST_SENTENCES:
            place = records.quoted(record, number, "passage")
            hint = f"quote at most {MOST_SENTENCES}, or make two pieces of evidence"
            yield place, f"the passage has {length} sentences", hint
    for number, e in enumerate(record.pieces):
        marked = e.quote or e.words
        if len(marked) > 2 * MOST_WORDS and (count := len(marked.split())) > MOST_WORDS:
            key = "quote" if e.quote else "passage" if e.passage else "excerpt"
            message = f"{count} words are shown as the part that matters"
            hint = f"mark at most {MOST_WORDS} words in `quote`"
            yield records.quoted(record, number, key), message, hint


def quote_span(e: Quotation) -> tuple[int, int] | None:
    """Return where the quote stands in the words of its evidence: start and end, in characters.

    White space and typographic variants may differ between the two. Without a quote the span is
    the whole text. None when the quote stands nowhere at the edges of words.
    """
    if e.quote is None:
        return 0, len(e.words)
    if not fold(e.quote):
        return None
    exact = _whole_words(e.words, e.quote)
    if exact:
        return exact
    text, origins = _folded(e.words)
    span = _whole_words(text, fold(e.quote))
    return (origins[span[0]], origins[span[1] - 1] + 1) if span else None


def _folded(words: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where it stands in the original."""
    folded: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(words):
        for piece in fold(f"x{character}x")[1:-1]:
            if not (piece == " " and folded and folded[-1] == " "):
                folded.append(piece)
                origins.append(place)
    return "".join(folded), origins


def _whole_words(text: str, wanted: str) -> tuple[int, int] | None:
    first = text.find(wanted)
    while first >= 0:
        last = first + len(wanted)
        if not _inside_word(text, first) and not _inside_word(text, last):
            return first, last
        first = text.find(wanted, first + 1)
    return None


def _inside_word(text: str, cut: int) -> bool:
    return 0 < cut < len(text) and text[cut - 1].isalnum() and text[cut].isalnum()
