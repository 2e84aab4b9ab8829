"""What a variant must show: one wording that is proved, and words that differ."""

from collections.abc import Mapping

from generator.evidence.seal import Proof
from generator.evidence.sentences import fold
from generator.findings import Facts, rule
from generator.records.reading import Records
from generator.records.variant import Variant


@rule("E311")
def one_wording_is_proved(records: Records, variant: Variant, proofs: Mapping[int, Proof]) -> Facts:
    """At least one wording of a variant is a passage of a sealed source, proved word for word.

    Bad:
        wordings: two excerpts of pages that we saw only in part
    Good:
        wordings: a passage of a sealed source, and the excerpt that it departs from
    """
    if not proofs:
        place = records.place("variants", variant.id, "wordings", key=True)
        hint = "quote a sealed source by whole sentences; `factcheck quote` prints them"
        yield place, "no wording is proved", hint


@rule("E312")
def wordings_differ(records: Records, variant: Variant) -> Facts:
    """The wordings of a variant are not all the same words.

    What is compared is the quote of each wording, or all its words where none is marked.

    Bad:
        - {source: one-paper, passage: "He will sign.", quote: will sign}
        - {source: another, passage: "He will sign it.", quote: will sign}
    Good:
        - {source: one-paper, passage: "He will sign.", quote: will sign}
        - {source: another, passage: "He has signed it.", quote: has signed}
    """
    compared = {fold(wording.quote or wording.words) for wording in variant.wordings}
    if len(compared) == 1:
        place = records.place("variants", variant.id, "wordings", key=True)
        yield place, "all wordings are the same words", "mark in `quote` the words that differ"
