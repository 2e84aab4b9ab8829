"""Typographic variants and random documents for the tests of the seal."""

import random
import unicodedata
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from generator.evidence.seal import decode

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in TEXTS.glob("*.txt"))
BOILERPLATE = {
    "footbridge": frozenset({1, 22}),
    "weather-station": frozenset({1, 2, 3, 5, *range(25, 30)}),
}
HEADLINE = {"footbridge": frozenset({2}), "weather-station": frozenset({4})}
SAME = ["'‘’‚‛ʼ", '"“”„‟', "-‐‑‒–—―−"]
SPACES = [" ", "\n", "\r\n", "\n      ", "  ", "\t", "\u00a0", "\u2009", "\u202f", "\u3000"]
DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@cache
def document(name: str) -> str:
    """One of our own documents, decoded."""
    return decode((TEXTS / f"{name}.txt").read_bytes())


def varied(text: str, seed: int, spaces: list[str] = SPACES) -> str:
    """The same text in other typography: quotes, dashes, ellipses, spaces, soft hyphens, accents.

    With `spaces` the white space changes too; pass an empty list to leave it.
    """
    rng = random.Random(seed)
    text = unicodedata.normalize(rng.choice(["NFC", "NFD"]), text)
    text = text.replace("…", "...") if rng.random() < 0.5 else text.replace("...", "…")
    out: list[str] = []
    for char in text:
        if char == " " and spaces:
            char = rng.choice(spaces)
        for same in SAME:
            if char in same:
                char = rng.choice(same)
        out.append(char)
        if rng.random() < 0.1:
            out.append(rng.choice(DROPPED))
    return "".join(out)


_WORDS = ["The", "a", "Rain", "fell", "U.S.", "Mr.", "J.", "4.5", "No.", "3", "“Yes”", "‘so’"]
_WORDS += ["(one)", "[two]", "—", "$5", "Міст", "Zoë", "12", "é", "x"]
_ENDS = [".", "!", "?", "…", ".”", "?)", "", " .", " * *", "\u00a0."]
_GAPS = [" ", "  ", "\n", "\r\n", "\n\n", "\u00a0", " \u00ad ", "\n* * *\n"]

_sentences = st.tuples(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join),
    st.sampled_from(_ENDS),
    st.sampled_from(_GAPS),
).map("".join)
documents = st.lists(_sentences, min_size=1, max_size=8).map("".join)
"""Short random documents whose sentences often resemble and repeat one another."""

seeds = st.integers(0, 2**32)
