"""The letters of share cards: which there are, and where a line of them ends."""

import importlib.util
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Weight = Literal["Regular", "Semibold", "Bold", "Black"]

_SAME_TO_THE_EYE = {0xA0: " ", 0x2007: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-"}


def drawable(text: str) -> bool:
    """Say whether the typeface has every letter of a text, and none needs to be set over another.

    What is written from right to left, or joins its letters, it has not.
    """
    return all(_has(char) for char in set(shown(text)))


@cache
def _has(char: str) -> bool:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cc", "Cf", "Cn"):
        return False
    drawn, missing = (font("Bold", 40).getmask(one) for one in (char, "\uffff"))
    return (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def shown(text: str) -> str:
    """Return a text as it is drawn: composed, on one line, without spaces of odd width."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SAME_TO_THE_EYE).split())


@cache
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Return the typeface; laid out by Pillow itself, whatever else the machine has for that."""
    found = importlib.util.find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("font-source-sans-pro is not installed")
    path = Path(found.origin).parent / "files" / f"SourceSansPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def wrap(
    text: str, letters: ImageFont.FreeTypeFont, width: int, most: int
) -> tuple[list[str], bool]:
    """Return a text in lines that fit, at most so many, and whether it is all there.

    What has no room is left out from a word on, and the last line ends in `…`.
    """
    lines: list[str] = [""]
    whole = True
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if letters.getlength(longer) <= width:
            lines[-1] = longer
        elif len(lines) < most and lines[-1] and letters.getlength(word) <= width:
            lines.append(word)
        else:
            whole = False
            break
    while not whole and lines and letters.getlength(f"{lines[-1]}…") > width:
        lines[-1] = lines[-1].rpartition(" ")[0]
    if not whole:
        lines[-1] = f"{lines[-1].rstrip(' ,;:')}…"
    return ([], False) if lines in (["…"], [""]) else (lines, whole)
