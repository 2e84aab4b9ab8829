"""A share card is drawn: a picture of 1200 × 630 with a verdict round a sentence, as PNG.

It is drawn on one canvas whose grey levels are the places of a palette: each ground is the first
place of a run of colours that leads from it to its ink, so that smooth edges need no more than the
few colours of the run, and the file stays small.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Literal

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from generator.pages.sharing.typeface import Weight, drawable, font, shown, wrap

WIDTH, HEIGHT = 1200, 630
Box = tuple[int, int, int, int]  # left, top, right, bottom
Colour = tuple[int, int, int]

_BAND: Box = (0, 0, WIDTH, 176)
_BESIDE: Box = (0, 176, 96, 526)
_PANEL: Box = (96, 176, WIDTH, 526)
_FOOT: Box = (0, 526, WIDTH, HEIGHT)
_SQUARE = 600  # pixels in the middle that messengers leave: the whole verdict stands in them
_DISC = 92
_EDGE = 48
_STEPS = 8  # smooth enough, and the densest card stays under 40 KB
_ON_TONE, _ON_BACK, _ON_PAPER = 0, _STEPS, 2 * _STEPS  # where in the palette each run begins
_INK, _SOFT, _FAINT = _STEPS - 1, _STEPS - 3, 1  # how far along its run
_SENTENCE_SIZES = (68, 62, 56, 51, 47, 43, 40, 37, 34)
_COLOUR = re.compile(r"--fc-([a-z-]+):\s*#([0-9a-fA-F]{6})\s*;")


@dataclass(frozen=True)
class Face:
    """What stands on a card: `remark` is below the verdict.

    `tone` is one of the site's: stands, said, open, fails; or withdrawn.
    """

    verdict: str
    remark: str
    tone: str
    sentence: str
    who: str
    when: str
    site: str


@lru_cache(maxsize=1024)  # a preview asks again for what has not changed
def claim_card(face: Face) -> bytes | None:
    """Return the card of a claim; None where the typeface lacks a letter or words have no room.

    The verdict, what has to be known with it and the sentence are whole, or there is no card.
    """
    words = (face.verdict, face.remark, face.sentence, face.who, face.when, face.site)
    if not all(map(drawable, words)):
        return None
    canvas = _ground()
    draw = ImageDraw.Draw(canvas)
    _fill(draw, _BAND, _ON_TONE)
    _fill(draw, _BESIDE, _ON_TONE)
    _fill(draw, _PANEL, _ON_BACK)
    draw.line((0, _BAND[3], WIDTH, _BAND[3]), _ON_TONE + _SOFT)
    for left in (_PANEL[0] + 23, _PANEL[0] + 387, _PANEL[0] + 751):
        _stamp(canvas, _icon(face.tone, 330), (left, _PANEL[1] + 10), _ON_BACK + _FAINT)
    if not (_sentence(draw, face.sentence) and _verdict(canvas, draw, face)):
        return None
    _beside(canvas, face.verdict)
    _foot(draw, face)
    return _png(canvas, face.tone)


@lru_cache(maxsize=8)
def site_card(site: str, about: str) -> bytes | None:
    """Return the card of all pages that have none of their own; None as for a claim's."""
    if not drawable(site) or not drawable(about):
        return None
    canvas = _ground()
    draw = ImageDraw.Draw(canvas)
    for number, tone in enumerate(("stands", "open", "fails")):
        _stamp(canvas, _icon(tone, 96), (_EDGE + 32 + 136 * number, 72), _ON_PAPER + _SOFT)
    room = (_EDGE + 32, 200, WIDTH - _EDGE - 32, 400)
    if not _wrapped(draw, site, room, ("Bold", (104, 92, 80, 70, 60, 50, 42)), _ON_PAPER + _INK):
        return None
    below = (_EDGE + 32, 410, WIDTH - _EDGE - 32, 580)
    _wrapped(draw, about, below, ("Regular", (44, 40, 36, 32)), _ON_PAPER + _SOFT)
    _fill(draw, (0, 0, 24, HEIGHT), _ON_PAPER + _INK)
    return _png(canvas, "withdrawn")


@cache
def _colours() -> dict[str, Colour]:
    """Return the light colours of the site by name, such as `fails-back`."""
    css = resources.files("generator.pages").joinpath("theme/style/tokens.css").read_text("utf-8")
    light = css.partition("@media")[0]
    return {name: _rgb(value) for name, value in _COLOUR.findall(light)}


def _rgb(value: str) -> Colour:
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)


@cache
def _palette(tone: str) -> bytes:
    known = _colours()
    ink, paper = known["ink"], known["paper"]
    strong = known["soft"] if tone == "withdrawn" else known[tone]
    back = known.get(f"{tone}-back") or _between(paper, strong, 0.12)
    runs = [_run(strong, (255, 255, 255)), _run(back, ink), _run(paper, ink)]
    runs[1][_FAINT] = _between(back, strong, 0.13)
    return bytes(part for run in runs for colour in run for part in colour)


def _run(first: Colour, last: Colour) -> list[Colour]:
    return [_between(first, last, step / (_STEPS - 1)) for step in range(_STEPS)]


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _ground() -> Image.Image:
    return Image.new("L", (WIDTH, HEIGHT), _ON_PAPER)


def _fill(draw: ImageDraw.ImageDraw, box: Box, level: int) -> None:
    left, top, right, bottom = box
    draw.rectangle((left, top, right - 1, bottom - 1), level)


def _png(canvas: Image.Image, tone: str) -> bytes:
    canvas.putpalette(_palette(tone))
    file = BytesIO()
    canvas.save(file, "PNG", compress_level=7)  # 9 takes seven times as long for 9 % less
    return file.getvalue()


def _stamp(canvas: Image.Image, mask: Image.Image, at: tuple[int, int], level: int) -> None:
    canvas.paste(level, (*at, at[0] + mask.width, at[1] + mask.height), mask)


@cache
def _disc(size: int) -> Image.Image:
    mask = Image.new("L", (4 * size, 4 * size), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, 4 * size - 1, 4 * size - 1), 255)
    return mask.reduce(4)


@cache
def _icon(tone: str, size: int) -> Image.Image:
    """Return the sign of a tone as a mask, drawn larger and reduced so that its edges are smooth.

    A tick stands, a cross fails, a bar is withdrawn, quotation marks were said, a query is open.
    """
    large = 4 * size
    mask = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mask)
    strokes = {
        "stands": [(0.12, 0.54, 0.40, 0.82), (0.40, 0.82, 0.88, 0.22)],
        "fails": [(0.18, 0.18, 0.82, 0.82), (0.82, 0.18, 0.18, 0.82)],
        "withdrawn": [(0.14, 0.5, 0.86, 0.5)],
    }
    if tone in ("said", "open"):
        sign, grown = ("“", 2.0) if tone == "said" else ("?", 1.25)
        sheet = Image.new("L", (3 * large, 4 * large), 0)
        ImageDraw.Draw(sheet).text((large, large), sign, 255, font("Black", round(large * grown)))
        glyph = sheet.crop(sheet.getbbox())
        mask.paste(glyph, ((large - glyph.width) // 2, (large - glyph.height) // 2))
        return mask.reduce(4)
    width = large * 0.15
    for x, y, to_x, to_y in strokes[tone]:
        ends = [(large * x, large * y), (large * to_x, large * to_y)]
        draw.line(ends, 255, round(width))
        for a, b in ends:
            draw.ellipse((a - width / 2, b - width / 2, a + width / 2, b + width / 2), 255)
    return mask.reduce(4)


def _verdict(canvas: Image.Image, draw: ImageDraw.ImageDraw, face: Face) -> bool:
    """Write the verdict behind its sign, and its remark below; say whether both are whole."""
    room = _SQUARE - _DISC - 20
    letters = _fitting(face.verdict, room, ("Bold", 78, 36))
    width = round(letters.getlength(shown(face.verdict)))
    left = (WIDTH - width - _DISC - 20) // 2
    _stamp(canvas, _disc(_DISC), (left, 20), _ON_TONE + _INK)
    _stamp(canvas, _icon(face.tone, 66), (left + 13, 33), _ON_TONE)
    whole = _line(
        draw, face.verdict, (left + _DISC + 20, 66), room, ("Bold", 78, 36), _ON_TONE + _INK
    )
    style: tuple[Weight, int, int] = ("Semibold", 36, 20)
    return (
        _line(draw, face.remark, (WIDTH // 2, 143), _SQUARE, style, _ON_TONE + _INK, "mm") and whole
    )


def _beside(canvas: Image.Image, verdict: str) -> None:
    """Write the verdict up the side of the sentence, so that no cut parts one from the other."""
    left, top, right, bottom = _BESIDE
    strip = Image.new("L", (bottom - top, right - left), _ON_TONE)
    style: tuple[Weight, int, int] = ("Bold", 54, 24)
    draw, middle = ImageDraw.Draw(strip), (strip.width // 2, strip.height // 2)
    _line(draw, verdict, middle, strip.width - 32, style, _ON_TONE + _INK, "mm")
    canvas.paste(strip.transpose(Image.Transpose.ROTATE_90), (left, top))


def _foot(draw: ImageDraw.ImageDraw, face: Face) -> None:
    room, (first, second) = WIDTH - 2 * _EDGE, (556, 599)
    _line(draw, face.who, (_EDGE, first), room, ("Regular", 34, 24), _ON_PAPER + _SOFT)
    small = font("Regular", 30)
    draw.text((WIDTH - _EDGE, second), face.when, _ON_PAPER + _SOFT, small, "rm")
    room -= round(small.getlength(face.when)) + _EDGE
    _line(draw, face.site, (_EDGE, second), room, ("Bold", 34, 24), _ON_PAPER + _INK)


def _line(
    draw: ImageDraw.ImageDraw,
    text: str,
    at: tuple[int, int],
    room: int,
    style: tuple[Weight, int, int],
    level: int,
    anchor: str = "lm",
) -> bool:
    """Write one line, smaller where it is long, and cut after a word where that is not enough.

    Say whether it is whole.
    """
    line = shown(text)
    letters = _fitting(text, room, style)
    while letters.getlength(line) > room and line != "…":
        line = f"{line.removesuffix('…').rpartition(' ')[0].rstrip(' ,;:·')}…"
    draw.text(at, line, level, letters, anchor)
    return line == shown(text)


def _fitting(text: str, room: int, style: tuple[Weight, int, int]) -> FreeTypeFont:
    """Return the largest letters of a style in which a text has room, or the least."""
    weight, size, least = style
    while size > least and font(weight, size).getlength(shown(text)) > room:
        size -= 2
    return font(weight, size)


def _sentence(draw: ImageDraw.ImageDraw, sentence: str) -> bool:
    left, top, right, bottom = _PANEL
    box = (left + 40, top + 20, right - _EDGE, bottom - 20)
    return _wrapped(draw, sentence, box, ("Semibold", _SENTENCE_SIZES), _ON_BACK + _INK) == "whole"


def _wrapped(
    draw: ImageDraw.ImageDraw,
    text: str,
    box: Box,
    style: tuple[Weight, tuple[int, ...]],
    level: int,
) -> Literal["whole", "cut", ""]:
    """Write a text into a box, in the largest size that fits; say how much of it had room."""
    left, top, right, bottom = box
    weight, sizes = style
    size, height, lines, whole = sizes[-1], 0, list[str](), False
    for size in sizes:
        height = round(size * 1.2)
        most = (bottom - top) // height
        lines, whole = wrap(shown(text), font(weight, size), right - left, most)
        if whole:
            break
    first = top + (bottom - top - height * len(lines)) // 2
    for number, line in enumerate(lines):
        at = (left, first + height * number + height // 2)
        draw.text(at, line, level, font(weight, size), "lm")
    return "whole" if whole else "cut" if lines else ""
