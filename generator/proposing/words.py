"""Somebody's words in a source become whole sentences that its seal proves."""

from collections.abc import Sequence

from generator.evidence.held import locate_held
from generator.evidence.quoting import Run, locate
from generator.evidence.seal import SealIndex, Unproved, decode, document_hash, prove
from generator.proposing.skeleton import listed
from generator.proposing.writing import Item, written
from generator.records.filefaults import hides
from generator.records.reading import Records
from generator.records.source import Source


def runs(words: str, records: Records, source: Source, raw: bytes | None) -> list[Run]:
    """The runs of a sealed source's sentences that hold the words; else up to three suggestions.

    Args:
        words: what to look for.
        records: the microsite's.
        source: the source, sealed.
        raw: its document; without it, only the sentences are searched that the archive quotes.

    Raises:
        ValueError: in one sentence, when the document is not UTF-8, or not the one sealed.
    """
    if source.seal is None:
        raise ValueError(f"{source.id} has no seal yet: factcheck seal {source.id} FILE")
    if raw is None:
        return locate_held(words, records, source)
    found = locate(words, decode(raw), source.seal.skip)
    index = SealIndex(source.seal.sentences, source.seal.skip)
    for run in found:
        if run.exact and isinstance(prove(source.id, run.passage, index), Unproved):
            raise ValueError(f"this is not the text that was sealed for {source.id}")
    return found


def missing(words: str, source: Source, raw: bytes | None) -> str:
    """Say that no sentence that can be quoted has the words: where was looked, where they stand.

    Args:
        words: what was looked for.
        source: the source, sealed.
        raw: its document; None where only what the archive quotes was searched.
    """
    skip = source.seal.skip if source.seal else frozenset[int]()
    if raw is None:
        return (
            f"no passage that this archive quotes from {source.id} has these words; "
            "--text FILE looks in the document itself, where you have the one that was sealed"
        )
    runs = [run.numbers for run in locate(words, decode(raw)) if run.exact]
    skipped = sorted({number for numbers in runs for number in numbers} & skip)
    if not skipped:
        return f"{source.id} does not have these words"
    where = f"sentence {skipped[0]}, which is"
    if len(skipped) > 1:
        where = f"sentences {listed([*map(str, skipped)])}, which are"
    return f"{source.id} has these words only in {where} skipped as boilerplate"


def block(run: Run, source: Source) -> str:
    """The run as one item of `evidence:`, with its gaps as blanks."""
    return written(item(run, source))


def item(run: Run, source: Source, stance: str = "") -> Item:
    """The run as a piece of evidence from a source, with what is known of it from that."""
    headline = source.seal.headline if source.seal else frozenset[int]()
    return Item(
        source.id,
        stance,
        run.passage,
        quote=run.quote,
        headline=set(run.numbers) <= headline,
        garbled=source.condition == "garbled",
        origins=origins_of(source),
    )


def origins_of(source: Source) -> tuple[str, ...]:
    """The origins that a source holds or relays, each once."""
    own = [source.origin] if source.origin else []
    return tuple(dict.fromkeys([*own, *(relay.origin for relay in source.relays)]))


def quoted(words: str, records: Records, source: Source, texts: Sequence[bytes]) -> str:
    """The one item of `evidence:` for these words: a passage, or an excerpt of an unsealed source.

    Args:
        words: what is quoted.
        records: the microsite's.
        source: the source.
        texts: documents at hand; that of the source is known by its hash.

    Raises:
        ValueError: in one sentence, when the words stand nowhere, or in several places.
    """
    if source.seal is None:
        if hides(words):
            raise ValueError("the words hold a character that nobody can see; type them anew")
        return written(Item(source.id, excerpt=" ".join(words.split()), origins=origins_of(source)))
    own = [raw for raw in texts if document_hash(raw) == source.seal.document]
    found = runs(words, records, source, own[0] if own else None)
    exact = [run for run in found if run.exact]
    if not exact:
        raise ValueError(missing(words, source, own[0] if own else None))
    if len(exact) > 1:
        raise ValueError(f"{source.id} has these words in {len(exact)} places; give more of them")
    return block(exact[0], source)
