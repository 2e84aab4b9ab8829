"""Share cards: one picture a claim, small in bytes, that nobody can take for the bare claim."""

from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from generator.evidence.archive import Archive
from generator.pages import Asset, Settings, build
from generator.pages.sharing import carddrawing, sharecards, typeface
from generator.pages.sharing.carddrawing import Face, claim_card, site_card
from generator.pages.view import View
from tests.pages.sites import ROOT, archive, changed, edited

pytestmark = pytest.mark.slow

ADDRESSED = Settings(site_url="https://example.org/bridge/")
MOST_BYTES = 40_000
FACE = Face(
    verdict="Contradicted",
    remark="Fails as worded",
    tone="fails",
    sentence="The footbridge was built in 1950.",
    who="In the words of Valley Post",
    when="Published: 6 March 2024",
    site="The footbridge of Quillbeck",
)
TONES = ("stands", "said", "open", "fails", "withdrawn")
Colour = tuple[int, int, int]


def drawn(of: Archive, settings: Settings = ADDRESSED) -> dict[str, bytes]:
    """The cards of an archive, by path."""
    return {card.path: card.content for card in sharecards.cards(of, settings)}


def picture(png: bytes | None) -> Image.Image:
    """A card as a browser shows it."""
    assert png is not None
    return Image.open(BytesIO(png)).convert("RGB")


def face(**other: str) -> Face:
    """A face that differs from the plain one in some of its words."""
    return Face(**{**vars(FACE), **other})


def pixel(of: Image.Image, x: int, y: int) -> Colour:
    """The colour of one point."""
    found = of.getpixel((x, y))
    assert isinstance(found, tuple)
    red, green, blue = (int(part) for part in found)
    return red, green, blue


def words(id_: str, of: Archive | None = None) -> tuple[str, str]:
    """The verdict and the remark on the card of a claim."""
    view = View(of or archive(), ADDRESSED, "")
    return sharecards.words(view, view.archive.claims[id_])


def test_every_claim_that_has_a_page_has_a_card() -> None:
    """There is a card of each published claim, none of a draft, and a general one."""
    published = {f"cards/{id_}.png" for id_, c in archive().claims.items() if c.published}
    assert drawn(archive()).keys() == published | {"assets/card.png"}
    assert "cards/two-boards-rotten.png" not in published
    made = build(archive(), ADDRESSED)
    assert published <= {one.path for one in made if isinstance(one, Asset)}


def test_cards_are_of_one_size_and_small() -> None:
    """Each card of the real claims is a PNG of 1200 × 630, of 40 KB at most."""
    real = drawn(archive(ROOT))
    assert len(real) == len([c for c in archive(ROOT).claims.values() if c.published]) + 1
    for path, png in real.items():
        with Image.open(BytesIO(png)) as card:
            assert (card.format, card.size) == ("PNG", sharecards.SIZE), path
        assert len(png) <= MOST_BYTES, path


@pytest.mark.parametrize("tone", TONES)
def test_the_fullest_card_is_small(tone: str) -> None:
    """Even a card whose every line is full of wide letters has 40 KB at most."""
    dense = "Щжбшд мЮфыЖg Щыmwqa дkЫbжюФ щшЖdgмыx " * 10
    full = face(
        tone=tone, sentence=dense[:250], who=dense[:200], remark=dense[:40], site=dense[:90]
    )
    png = claim_card(full)
    assert png is not None
    assert len(png) <= MOST_BYTES


def test_two_drawings_are_the_same_bytes() -> None:
    """A card depends on its words and on nothing that was drawn before it."""
    first = drawn(archive())
    claim_card.cache_clear()
    site_card.cache_clear()
    carddrawing._icon.cache_clear()
    typeface.font.cache_clear()
    assert drawn(archive()) == first


@pytest.mark.parametrize("tone", TONES)
def test_the_verdict_surrounds_the_sentence(tone: str) -> None:
    """Its colour stands above and beside the sentence, its sign behind every part of it."""
    card = picture(claim_card(face(tone=tone, sentence="Ha.")))
    known = carddrawing._colours()
    strong = known["soft"] if tone == "withdrawn" else known[tone]
    assert [pixel(card, x, y) for x, y in ((1190, 5), (700, 20), (5, 300), (90, 520))] == [
        strong
    ] * 4
    back = pixel(card, 1190, 520)
    for left, right in ((96, 460), (460, 824), (824, 1188)):
        row = {pixel(card, x, y) for x in range(left, right, 4) for y in range(190, 510, 4)}
        assert len(row - {back}) > 0, (left, right)


def test_verdicts_differ_by_more_than_their_colour() -> None:
    """Two tones with one word have signs of two shapes, so that a grey card tells them too."""
    signs = {tone: carddrawing._icon(tone, 80) for tone in TONES}
    for one, other in combinations(TONES, 2):
        pairs = zip(signs[one].tobytes(), signs[other].tobytes(), strict=True)
        assert sum(abs(a - b) > 128 for a, b in pairs) > 500, (one, other)


def test_cards_of_other_verdicts_differ() -> None:
    """The word of the verdict is drawn above the sentence and beside it, and nowhere else."""
    one, other = (picture(claim_card(face(verdict=word))) for word in ("Garbled", "Overstated"))
    for box in ((180, 20, 1150, 120), (10, 190, 90, 510)):
        assert one.crop(box).tobytes() != other.crop(box).tobytes()
    below = (97, 177, 1200, 630)
    assert one.crop(below).tobytes() == other.crop(below).tobytes()


@pytest.mark.parametrize("tone", TONES)
def test_what_is_written_is_legible(tone: str) -> None:
    """Each ink has a contrast of 4.5:1 at least with its ground, the pale signs included."""
    palette = carddrawing._palette(tone)
    colours = [tuple(palette[at : at + 3]) for at in range(0, len(palette), 3)]
    last = carddrawing._STEPS - 1
    on_back = colours[carddrawing._ON_BACK :]
    on_paper = colours[carddrawing._ON_PAPER :]
    assert contrast(colours[0], colours[last]) >= 4.5
    assert contrast(on_back[0], on_back[last]) >= 4.5
    assert contrast(on_back[carddrawing._FAINT], on_back[last]) >= 4.5
    assert contrast(on_paper[0], on_paper[carddrawing._SOFT]) >= 4.5


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast of two colours, by the formula of WCAG 2."""

    def light(colour: tuple[int, ...]) -> float:
        parts = [part / 255 for part in colour]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_card_says_what_a_verdict_leaves_open() -> None:
    """Where only the saying stands, the card says so, and what is known of what was said."""
    assert words("built-in-1950") == ("Contradicted", "Fails as worded")
    so = "It was said; whether it is so"
    assert words("mayor-found-rotten-boards") == ("On record", f"{so} is not checked")
    assert words("mayor-said-1950") == ("On record", f"{so}: Contradicted")


def test_a_card_says_that_a_claim_is_withdrawn() -> None:
    """The word is larger than the verdict, which is said to have been."""
    remark = "21 March 2024. The verdict was: Unsupported"
    assert words("goats-were-hired") == ("WITHDRAWN", remark)
    path = "data/claims/mayor-said-1950.yml"
    withdrawn = "published: 2024-03-12\nwithdrawn: {date: 2024-03-14, reason: We asked again.}"
    of = changed(edited(path, "published: 2024-03-12", withdrawn))
    only = "14 March 2024. The verdict was: On record (only that it was said)"
    assert words("mayor-said-1950", of) == ("WITHDRAWN", only)


@pytest.mark.parametrize(
    "text",
    ["גשר", "هذا الجسر", "橋は閉じた", "A \U0001f410 crossed", "A\u0332 line below", "A\u200bB"],
    ids=["Hebrew", "Arabic", "Japanese", "a picture", "a mark set over", "nothing to see"],
)
def test_letters_that_the_typeface_lacks(text: str) -> None:
    """Such a claim has no card of its own, wherever on it the letters would stand."""
    assert claim_card(face(sentence=text)) is None
    assert claim_card(face(who=f"Said by {text}")) is None
    assert claim_card(face(site=text)) is None
    assert site_card(text, "About it.") is None


@pytest.mark.parametrize(
    "text",
    ["Пішохідний міст закрито, її бачили", "Η γέφυρα έκλεισε", "Zażółć gęślą jaźń: “Œuvre” – 5 €"],
    ids=["Cyrillic", "Greek", "Polish"],
)
def test_letters_that_the_typeface_has(text: str) -> None:
    """Other scripts that run from left to right are drawn, composed letters included."""
    assert claim_card(face(sentence=text)) is not None
    assert typeface.drawable("e\u0301 a\u00a0b 5\u202f000 co\u2011op")


def test_a_long_sentence_is_smaller_and_then_cut_between_words() -> None:
    """What fits in no size ends in an ellipsis after a whole word."""
    letters = typeface.font("Semibold", 34)
    lines, whole = typeface.wrap("The bridge is closed until spring.", letters, 2000, 1)
    assert (lines, whole) == (["The bridge is closed until spring."], True)
    lines, whole = typeface.wrap("The bridge is closed until spring.", letters, 240, 2)
    assert (lines, whole) == (["The bridge is", "closed until…"], False)
    lines, whole = typeface.wrap("The " + "long" * 50, letters, 300, 9)
    assert (lines, whole) == (["The…"], False)
    assert typeface.wrap("long" * 50, letters, 300, 9) == ([], False)


def test_a_word_that_no_line_holds_has_no_card() -> None:
    """A sentence, a verdict or a remark that would be cut is not shown at all."""
    assert claim_card(face(sentence="long" * 60)) is None
    assert claim_card(face(sentence="It is not true that " + "long" * 60)) is None
    assert (
        claim_card(face(verdict="Supported by the record that everyone knows of, it is not"))
        is None
    )
    assert claim_card(face(remark="It was said; whether it is so: " + "long " * 60)) is None


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    "verdict", ["Unsupported", "Misattributed", "WITHDRAWN", "Not corroborated"]
)
def test_a_square_cut_leaves_the_whole_verdict(tone: str, verdict: str) -> None:
    """Messengers cut the middle out of a card: outside it the band above is empty."""
    card = picture(claim_card(face(tone=tone, verdict=verdict, remark="It was said; " * 4)))
    for left, right in ((0, 285), (915, 1200)):
        band = card.convert("RGB").crop((left, 0, right, 170))
        assert band.getcolors() is not None
        assert len(band.getcolors() or []) == 1, (left, verdict)
    middle = card.convert("RGB").crop((285, 0, 915, 170))
    assert len(middle.getcolors() or []) > 1


@pytest.mark.parametrize(
    ("settings", "there"),
    [
        (Settings(), set[str]()),
        (Settings(site_url="https://example.org/", share_cards=0), set[str]()),
        (Settings(site_url="https://example.org/", share_cards=11), {sharecards.GENERAL}),
    ],
    ids=["no address", "none wanted", "too many claims"],
)
def test_cards_that_nobody_would_see_or_wait_for(settings: Settings, there: set[str]) -> None:
    """Without an address none can be linked to; above the limit only the general one is drawn."""
    assert len([c for c in archive().claims.values() if c.published]) == 12
    assert drawn(archive(), settings).keys() == there


def test_a_card_has_words_for_those_who_do_not_see_it() -> None:
    """They begin with the verdict and hold the remark and the whole claim."""
    view = View(archive(), ADDRESSED, "")
    said = sharecards.alternative(view, archive().claims["built-in-1950"])
    assert said == "Contradicted. Fails as worded. The footbridge was built in 1950."
