"""The picture of the timeline: which stretch it shows, and that nothing dated is lost from it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages import Settings
from generator.pages.charts.axis import DAY, MONTH, MOST_UNITS, YEAR, Axis, axis
from generator.pages.charts.daychart import MOST_BARS, Bar, Chart, Dated, Lane, Mark, chart
from generator.records.scalars import Date, parse_date
from tests.pages.dom import Element, parse, squeezed
from tests.pages.sites import ROOT, archive, made

NOUNS = {"act": ("public act", ""), "document": ("document", ""), "later": ("later thing", "")}
UNKNOWN = parse_date("unknown")


def dates(*texts: str) -> list[Date]:
    """Return dates as records write them."""
    return [parse_date(text) for text in texts]


def drawn(
    acts: Sequence[str], as_of: str = "unknown", later: Sequence[str] = (), sort: str = "act"
) -> Chart:
    """Return the picture of some dates of one sort."""
    found = chart(
        [Dated(when, sort) for when in dates(*acts)],
        [Dated(when, "later") for when in dates(*later)],
        parse_date(as_of),
        NOUNS,
    )
    assert found is not None
    return found


def shapes(lane: Lane) -> list[Mark | Bar]:
    """Return the marks and bars of a lane."""
    return [*lane.marks, *lane.bars]


def said(picture: Chart) -> list[str]:
    """Return what every mark and bar of a picture says, in order."""
    return [one.said for lane in picture.lanes for one in shapes(lane)]


def test_days_close_together_are_shown_by_the_day() -> None:
    """Marks stand on their days with their number, and lead to the heading of the day."""
    picture = drawn(["2025-02-03", "2025-02-05", "2025-02-05", "2025-02-07"])
    assert picture.axis.unit is DAY
    [lane] = picture.lanes
    assert lane.name == "4 public acts"
    assert [(m.at, m.shown, m.said, m.href) for m in lane.marks] == [
        ("10%", "", "3 February 2025: 1 public act", "#day-2025-02-03"),
        ("50%", "2", "5 February 2025: 2 public acts", "#day-2025-02-05"),
        ("90%", "", "7 February 2025: 1 public act", "#day-2025-02-07"),
    ]
    assert [label.text for label in picture.axis.labels()] == ["3", "5", "7"]
    assert [(label.at, label.text) for label in picture.axis.above()] == [("0%", "February 2025")]


def test_longer_stretches_are_shown_by_the_month_and_the_year() -> None:
    """The unit is the finest of which sixteen hold three quarters."""
    months = drawn([f"2024-{month:02}-15" for month in range(1, 13)])
    assert months.axis.unit is MONTH
    assert said(months)[:2] == ["January 2024: 1 public act", "February 2024: 1 public act"]
    years = drawn([str(year) for year in range(1990, 2005)])
    assert years.axis.unit is YEAR
    assert drawn(["1950", "2025-02-01", "2025-02-02", "2025-02-03"]).axis.unit is DAY


def test_what_lies_outside_is_counted_at_the_edge() -> None:
    """Earlier, later and after the day by which we check each have a mark with their number."""
    days = ["1950", "2024-06-15", *(f"2025-02-{day:02}" for day in range(1, 11)), "2025-03-01"]
    picture = drawn(days, "2025-02-12", ["2025-04-30", "2025-08"])
    acts, later = picture.lanes
    assert acts.marks[0].said == "Earlier: 2 public acts"
    assert acts.marks[0].href == "#before"
    assert acts.marks[-1].said == "After the day by which we check: 1 public act"
    assert [(mark.said, mark.href) for mark in later.marks] == [("Later: 2 later things", "#later")]
    assert [name for _, name in picture.gutters] == ["earlier", "later"]
    assert picture.axis.last == date(2025, 2, 12).toordinal(), "it reaches to that day"


def test_what_comes_between_the_stretch_and_the_day_of_checking_is_counted() -> None:
    """A day behind the stretch and before the day by which we check stands left of its line."""
    picture = drawn([*(f"2024-01-{day:02}" for day in range(1, 11)), "2024-09-01"], "2024-12-01")
    [lane] = picture.lanes
    assert lane.marks[-1].said == "Afterwards: 1 public act"
    assert picture.line == "100%"


def test_spans_are_bars() -> None:
    """A span has a bar over its days, one bar for equal spans, open where its end is."""
    days = ["2025-02-03", "2025-02-04", "2025-02-12", "2025-02-04/2025-02-07"]
    picture = drawn([*days, "2025-02-10/..", "2025-02-10/..", "../2025-02-05"])
    [lane] = picture.lanes
    assert [(bar.said, bar.before, bar.beyond, bar.shown) for bar in lane.bars] == [
        ("On or before 5 February 2025: 1 public act", True, False, ""),
        ("4 to 7 February 2025: 1 public act", False, False, ""),
        ("On or after 10 February 2025: 2 public acts", False, True, "2"),
    ]
    assert [(bar.at, bar.width) for bar in lane.bars] == [
        ("0%", "30%"),
        ("10%", "40%"),
        ("70%", "30%"),
    ]


def test_bars_beyond_what_fits_are_counted_in_words() -> None:
    """The picture never has more than a few bars a lane; the others are a number."""
    spans = [f"2025-02-{day:02}/2025-02-{day + 1:02}" for day in range(1, 11)]
    [lane] = drawn(["2025-02-01", *spans]).lanes
    assert len(lane.bars) == MOST_BARS
    assert lane.left_out == "4 more over several days"


def test_nothing_dated_has_no_picture() -> None:
    """Without a date, or with nothing up to the day by which we check, there is none."""
    assert chart([], [], UNKNOWN, NOUNS) is None
    late = [Dated(parse_date("2025-03-01"), "act")]
    assert chart(late, [], parse_date("2025-02-17"), NOUNS) is None


def test_labels_that_a_phone_has_no_room_for_are_marked() -> None:
    """Of two-figure days next to each other every second is for wider screens."""
    picture = drawn(["1950", *(f"2025-02-{day}" for day in range(10, 26))])
    tight = [label.text for label in picture.axis.labels() if label.tight]
    assert tight == [str(day) for day in range(11, 26, 2)]


def test_two_months_share_the_line_below() -> None:
    """Where a month has little room its name is short, and with none it is left out."""
    short = drawn([f"2025-02-{day}" for day in range(26, 29)] + ["2025-03-10"])
    assert [label.text for label in short.axis.above()] == ["Feb", "March 2025"]
    none = drawn(["2025-02-28", *(f"2025-03-{day:02}" for day in range(1, 16))])
    assert [label.text for label in none.axis.above()] == ["March 2025"]


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 900)).map(
    lambda pair: f"{pair[0]}/{pair[0] + timedelta(days=pair[1])}"
)
ANY = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: str(day)[:7]),
    DAYS.map(lambda day: str(day)[:4]),
    SPANS,
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
    st.sampled_from(["0001-01-01", "9999-12-31", "0001", "9999", "0001/9999"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=25), st.one_of(DAYS.map(str), st.just("unknown")))
def test_nothing_is_lost(acts: list[str], as_of: str) -> None:
    """Marks, bars and the words for the rest add up to all that is dated, inside the picture."""
    picture = chart([Dated(when, "act") for when in dates(*acts)], [], parse_date(as_of), NOUNS)
    if picture is None:
        assert all(when.surely_after(parse_date(as_of)) for when in dates(*acts))
        return
    [lane] = picture.lanes
    rest = int(lane.left_out.split()[0]) if lane.left_out else 0
    assert sum(one.count for one in shapes(lane)) + rest == len(acts)
    assert picture.axis.last - picture.axis.first < MOST_UNITS
    places = [mark.at for mark in lane.marks] + [
        place for b in lane.bars for place in (b.at, b.end)
    ]
    assert all(0 <= float(place.rstrip("%")) <= 100 for place in places)
    assert len({mark.at for mark in lane.marks}) == len(lane.marks), "no two marks in one place"
    assert all(float(bar.width.rstrip("%")) > 0 for bar in lane.bars)


def test_a_large_timeline_is_quick_and_its_picture_small() -> None:
    """Twenty thousand dates over forty years give an axis of sixteen units at once."""
    start = date(1980, 1, 1)
    many = [parse_date(str(start + timedelta(days=n * 37 % 14_000))) for n in range(20_000)]
    found = axis(many, UNKNOWN, is_more=False)
    assert isinstance(found, Axis)
    assert found.columns <= MOST_UNITS + 9


def figure(root: Path | None = None) -> Element:
    """Return the picture on the timeline of the small archive, or of another."""
    of = archive(root) if root else archive()
    [found] = parse(made(of, Settings())["timeline.md"].body).all("figure", "fc-days")
    return found


def test_the_page_has_the_picture_in_words_and_links() -> None:
    """Each mark is a link that says day and number; each bar is an image that says its days."""
    links = [(one.attributes["aria-label"], one.attributes["href"]) for one in figure().all("a")
             if "aria-label" in one.attributes]  # fmt: skip
    assert links[:2] == [
        ("Earlier: 1 event that a claim is about", "#before"),
        ("4 March 2024: 1 event that a claim is about", "#day-2024-03-04"),
    ]
    bars = [one.attributes["aria-label"] for one in figure().all("svg", "fc-span")]
    assert bars[0] == "On or before 2 March 2024: 1 event that a claim is about"
    lanes = [squeezed(one.text) for one in figure().all("span", "fc-lane")]
    assert lanes == [
        "4 events that claims are about",
        "3 public acts",
        "1 published record",
        "5 documents that we hold",
        "3 things that happened later",
    ]


@pytest.mark.slow
def test_every_link_of_the_picture_leads_to_a_place_on_the_page() -> None:
    """Days, sections and what has no date are there, on the real timeline too."""
    for root in (None, ROOT):
        body = parse(made(archive(root) if root else archive(), Settings())["timeline.md"].body)
        ids = {one.attributes.get("id") for one in body.all()}
        hrefs = [one.attributes["href"].lstrip("#") for one in figure(root).all("a")]
        assert set(hrefs) <= ids
        assert len(hrefs) > 5


def test_the_day_by_which_we_check_is_named() -> None:
    """The line through the lanes carries its day in words."""
    text = squeezed(figure(ROOT).text)
    assert "We check by what was known on 17 February 2025" in text
    assert "What has no known date is not in the picture." in text
