"""Fetching a page: redirects, limits, manners, and every way not to arrive."""

import gzip
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from generator import __version__
from generator.web.addresses import public
from generator.web.fetched import Fetched, Unread
from generator.web.fetching import Fetcher, Limits
from tests.web.site import LOOPBACK, QUICK, Answer, Site, fetcher, redirect, stands

pytestmark = pytest.mark.slow  # each waits for a server of its own
PAGE = Answer(b"<p>The footbridge was closed.</p>")
FORBIDS = Answer(b"User-agent: *\nDisallow: /private/\n", kind="text/plain")


def reason(site: Site, path: str, limits: Limits = QUICK, host: str = "courier.example.org") -> str:
    """Return why the page at a path cannot be read, with the port as PORT."""
    with pytest.raises(Unread) as why:
        fetcher(limits).fetch(site.at(path, host))
    return str(why.value).replace(str(site.port), "PORT")


def test_a_page(site: Site) -> None:
    """A page arrives with its address, its kind and its bytes."""
    site.pages["/a"] = Answer(b"<p>x", kind='Text/HTML; charset="koi8-r"')
    found = fetcher().fetch(site.at("/a"))
    assert found == Fetched(site.at("/a"), "", 200, "text/html", "koi8-r", b"<p>x")


def test_who_asks(site: Site) -> None:
    """Every request says who asks, by one name and its version, and with what in mind."""
    site.pages["/a"] = PAGE
    fetcher().fetch(site.at("/a"))
    agent = (
        f"factcheck-watch/{__version__} "
        "(compares published quotations with the pages they are from)"
    )
    assert site.asked == [
        ("courier.example.org", "/robots.txt", agent),
        ("courier.example.org", "/a", agent),
    ]


def test_packed_pages_are_unpacked(site: Site) -> None:
    """A page that was sent as gzip arrives unpacked."""
    headers = {"Content-Encoding": "gzip"}
    site.pages["/a"] = replace(PAGE, body=gzip.compress(PAGE.body), headers=headers)
    assert fetcher().fetch(site.at("/a")).content == PAGE.body


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451, 500, 503])
def test_other_statuses(site: Site, status: int) -> None:
    """Any status arrives as it is; the body of one that is no success is not read."""
    site.pages["/a"] = replace(PAGE, status=status)
    found = fetcher().fetch(site.at("/a"))
    assert (found.status, found.content) == (status, b"")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    """A redirect leads to its page; only permanent ones say that the page has moved."""
    site.pages |= {"/a": redirect("/b?c#d", status), "/b?c": PAGE}
    found = fetcher().fetch(site.at("/a"))
    assert found.content == PAGE.body
    assert found.address == site.at("/b?c#d")
    assert found.moved == (site.at("/b?c#d") if status in (301, 308) else "")


def test_moved_as_far_as_it_is_permanent(site: Site) -> None:
    """A page has moved as far as permanent redirects lead before any other."""
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/c", 308)}
    site.pages |= {"/c": redirect("/d", 302), "/d": redirect("/e"), "/e": PAGE}
    found = fetcher().fetch(site.at("/a"))
    assert (found.moved, found.address) == (site.at("/c"), site.at("/e"))


def test_a_new_address_can_stand_in_a_record(site: Site) -> None:
    """What a record does not take in an address is written in per cent codes."""
    site.pages |= {"/a": redirect("/b|c^d`e"), "/b|c^d%60e": PAGE}
    assert fetcher().fetch(site.at("/a")).moved == site.at("/b%7Cc%5Ed%60e")


def test_five_redirects_and_no_more(site: Site) -> None:
    """The sixth redirect in a row is one too many."""
    site.pages |= {f"/{n}": redirect(f"/{n + 1}", 302) for n in range(6)}
    site.pages["/6"] = PAGE
    assert fetcher().fetch(site.at("/1")).content == PAGE.body
    site.asked.clear()
    assert reason(site, "/0") == "it redirects more than 5 times"
    assert site.paths == ["/0", "/1", "/2", "/3", "/4", "/5"]


def test_a_circle_ends(site: Site) -> None:
    """Redirects in a circle end like any that are too many."""
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert reason(site, "/a") == "it redirects more than 5 times"


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("file:///etc/hosts", "it leads to an address that is not http or https: file:"),
        ("ftp://files.example.org/", "it leads to an address that is not http or https: ftp:"),
        ("javascript:alert(1)", "it leads to an address that is not http or https: javascript:"),
        ("https:///a", "it leads to an address without a host"),
        ("http://ada:secret@courier.example.org/", "it leads to an address with a user name"),
        ("http://courier.example.org:port/", "it redirects to something that is no web address"),
        ("/" + "x" * 2_000, "it leads to an address of more than 2,000 characters"),
        ("", "it redirects, and does not say whereto"),
    ],
)
def test_redirects_that_lead_nowhere(site: Site, to: str, why: str) -> None:
    """A redirect to what is no plain web address is not followed."""
    site.pages["/a"] = redirect(to)
    assert reason(site, "/a") == why
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("inside.example.org", "10.0.0.7"),
        ("half.example.org", "10.0.0.7"),
    ],
)
def test_private_addresses_are_refused(site: Site, host: str, address: str) -> None:
    """A name that stands at a private address, even among others, is not asked."""
    why = f"no robots.txt can be read first: {host} stands at {address}, which is no public address"
    site.pages["/a"] = PAGE
    assert reason(site, "/a", host=host) == why
    site.pages["/b"] = redirect(site.at("/a", host))
    assert reason(site, "/b") == why
    assert [path for asked, path, _ in site.asked if asked == host] == []


def test_robots_may_not_lead_inside(site: Site) -> None:
    """A robots.txt that redirects to a private address is not followed there."""
    site.pages |= {
        "/a": PAGE,
        "/robots.txt": redirect(site.at("/robots.txt", "inside.example.org")),
    }
    assert reason(site, "/a") == (
        "no robots.txt can be read first: "
        "inside.example.org stands at 10.0.0.7, which is no public address"
    )
    assert site.paths == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "localhost"]
)
def test_by_default_loopback_is_refused(site: Site, host: str) -> None:
    """Without a word of ours only public addresses are asked, in whatever notation they come."""
    site.pages["/a"] = PAGE
    with pytest.raises(Unread, match=r"which is no public address$"):
        Fetcher().fetch(site.at("/a", host))
    assert site.asked == []


def test_a_name_is_resolved_once(site: Site) -> None:
    """The address that was checked is the one that is connected to: no second answer counts."""
    answers = iter([["93.184.215.14"], ["10.0.0.7"], [LOOPBACK]])
    tried: list[str] = []

    def allowed(address: str) -> bool:
        tried.append(address)
        return address == LOOPBACK or public(address)

    site.pages["/a"] = PAGE
    limits = replace(QUICK, connect=0.2, total=0.5)
    turning = Fetcher(allowed, limits, lambda host, port: next(answers), sleep=lambda _: None)
    with pytest.raises(Unread):  # the first address is public, and nobody here answers for it
        turning.fetch(site.at("/a"))
    assert (tried, site.asked) == (["93.184.215.14"], [])


def test_every_address_of_a_name_is_tried(site: Site) -> None:
    """Where one address of a name does not answer, the next is asked."""
    site.pages["/a"] = PAGE
    two = Fetcher(
        lambda address: True,
        QUICK,
        lambda host, port: ["127.0.0.99", LOOPBACK],
        sleep=lambda _: None,
    )
    assert two.fetch(site.at("/a")).content == PAGE.body


def test_no_proxy_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment, which would resolve names itself, is not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://inside.example.org:9")
    monkeypatch.setenv("ALL_PROXY", "http://inside.example.org:9")
    site.pages["/a"] = PAGE
    assert fetcher().fetch(site.at("/a")).content == PAGE.body


def test_unknown_names(site: Site) -> None:
    """A name that nobody knows is said."""

    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    nowhere = Fetcher(lambda _: True, QUICK, unknown, sleep=lambda _: None)
    with pytest.raises(Unread) as why:
        nowhere.fetch("http://nowhere.example.org/a")
    told = "no robots.txt can be read first: the name nowhere.example.org is not known"
    assert str(why.value) == told


def test_nobody_answers() -> None:
    """A port at which nobody listens is said."""
    with pytest.raises(Unread, match=r"courier\.example\.org cannot be reached: .*refused"):
        fetcher().fetch("http://courier.example.org:1/a")


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Send a page that never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>And then it was closed.</p>" * 1_000)


def test_an_endless_page(site: Site) -> None:
    """A page is read up to its limit and no further."""
    site.pages["/a"] = endless
    assert reason(site, "/a", replace(QUICK, size=100_000)) == "it is longer than 100,000 bytes"


def test_the_limit_itself(site: Site) -> None:
    """A page of just the limit is read, one of a byte more is not."""
    site.pages["/a"] = PAGE
    limits = replace(QUICK, size=len(PAGE.body))
    assert fetcher(limits).fetch(site.at("/a")).content == PAGE.body
    limits = replace(QUICK, size=len(PAGE.body) - 1)
    assert reason(site, "/a", limits) == f"it is longer than {len(PAGE.body) - 1} bytes"


def test_a_gzip_bomb(site: Site) -> None:
    """A page counts by its unpacked bytes, and is unpacked no further than the limit."""
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 100_000
    site.pages["/a"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    assert reason(site, "/a", replace(QUICK, size=100_000)) == "it is longer than 100,000 bytes"


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Send headers for ever, one every twentieth of a second."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Leaf: oak\r\n")
        time.sleep(0.05)


def test_a_slow_page(site: Site) -> None:
    """A page that does not begin to answer in time is left."""
    site.pages["/a"] = lambda handler: (site.over.wait(3), None)[1]
    told = "courier.example.org does not answer in time"
    assert reason(site, "/a", replace(QUICK, read=0.2)) == told


def test_a_dripping_page(site: Site) -> None:
    """A page that always sends a little, and never all, is left after the time for all of it."""
    site.pages["/a"] = dripping
    guest = fetcher(replace(QUICK, read=0.3, total=0.6))
    began = time.monotonic()
    with pytest.raises(Unread, match=r"^it took longer than 0\.6 seconds in all$"):
        guest.fetch(site.at("/a"))
    assert time.monotonic() - began < 1.5


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """Send less than was announced."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 99\r\n\r\nno more")


def test_a_page_that_breaks_off(site: Site) -> None:
    """Half a page is no page."""
    site.pages["/a"] = cut_off
    told = "courier.example.org breaks off, or does not speak HTTP as it should"
    assert reason(site, "/a") == told


def test_what_is_no_http(site: Site) -> None:
    """An answer in another language is said."""
    site.pages["/a"] = lambda handler: (handler.wfile.write(b"220 mail ready\r\n"), None)[1]
    told = "courier.example.org breaks off, or does not speak HTTP as it should"
    assert reason(site, "/a") == told


def test_no_web_address() -> None:
    """What is no address at all is said."""
    with pytest.raises(Unread, match=r"^it is no web address$"):
        fetcher().fetch("http://courier:port/")


def test_robots_forbid(site: Site) -> None:
    """A page that robots.txt keeps from everybody is not asked for, others are."""
    site.pages |= {"/robots.txt": FORBIDS, "/private/a": PAGE, "/a": PAGE}
    told = "the robots.txt of courier.example.org asks that it not be read"
    assert reason(site, "/private/a") == told
    assert site.paths == []
    assert fetcher().fetch(site.at("/a")).content == PAGE.body


def test_robots_know_us_by_name(site: Site) -> None:
    """A group for our name goes before the one for everybody."""
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: Factcheck-Watch\nAllow: /a\nDisallow: /b\n"
    site.pages |= {"/robots.txt": Answer(rules), "/a": PAGE, "/b": PAGE}
    assert fetcher().fetch(site.at("/a")).content == PAGE.body
    assert "asks that it not be read" in reason(site, "/b")


def test_robots_are_asked_at_every_redirect(site: Site) -> None:
    """A redirect to a page that robots.txt keeps is not followed."""
    site.pages |= {"/robots.txt": FORBIDS, "/a": redirect("/private/a"), "/private/a": PAGE}
    assert "asks that it not be read" in reason(site, "/a")
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_without_robots_everything_may_be_read(site: Site, status: int) -> None:
    """A robots.txt that is not to be had (4xx) forbids nothing."""
    site.pages |= {"/robots.txt": Answer(FORBIDS.body, status), "/private/a": PAGE}
    assert fetcher().fetch(site.at("/private/a")).content == PAGE.body


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_robots_that_cannot_be_reached_forbid(site: Site, status: int) -> None:
    """A robots.txt that the server fails to give (5xx, or too busy) forbids everything."""
    site.pages |= {"/robots.txt": Answer(status=status), "/a": PAGE}
    told = f"no robots.txt can be read first: the server answers {status}"
    assert reason(site, "/a") == told
    assert site.paths == []


def test_robots_are_followed_elsewhere(site: Site) -> None:
    """A robots.txt that redirects counts for the host that was asked."""
    site.pages |= {"/robots.txt": redirect("/rules"), "/rules": FORBIDS, "/private/a": PAGE}
    assert "asks that it not be read" in reason(site, "/private/a")


def test_of_long_robots_the_beginning_counts(site: Site) -> None:
    """Of a robots.txt without end the first half megabyte is read."""
    long = FORBIDS.body + b"# leaf\n" * 100_000 + b"Disallow: /a\n"
    assert len(long) > 512 * 1024
    site.pages |= {"/robots.txt": Answer(long), "/a": PAGE, "/private/a": PAGE}
    assert fetcher().fetch(site.at("/a")).content == PAGE.body
    assert "asks that it not be read" in reason(site, "/private/a")


def test_robots_are_read_once(site: Site) -> None:
    """For several pages of a host its robots.txt is asked for once, for another host again."""
    site.pages |= {"/a": PAGE, "/b": PAGE}
    guest = fetcher()
    for path, host in (("/a", "one"), ("/b", "one"), ("/a", "two"), ("/b", "one")):
        guest.fetch(site.at(path, f"{host}.example.org"))
    assert [(host, path) for host, path, _ in site.asked] == [
        ("one.example.org", "/robots.txt"),
        ("one.example.org", "/a"),
        ("one.example.org", "/b"),
        ("two.example.org", "/robots.txt"),
        ("two.example.org", "/a"),
        ("one.example.org", "/b"),
    ]


def test_one_request_a_host_a_second(site: Site) -> None:
    """Between two requests to one host a second goes by, whatever happens at others."""
    now = 100.0
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(round(seconds, 3))
        now += seconds

    site.pages |= {"/a": PAGE, "/b": redirect("/a")}
    guest = Fetcher(lambda _: True, QUICK, stands, lambda: now, sleep)
    guest.fetch(site.at("/a", "one.example.org"))
    assert slept == [1.0]  # robots.txt was the first request
    guest.fetch(site.at("/a", "two.example.org"))
    assert slept == [1.0, 1.0]  # none between two hosts
    now += 0.75
    guest.fetch(site.at("/b", "two.example.org"))
    assert slept == [1.0, 1.0, 0.25, 1.0]
    now += 60
    guest.fetch(site.at("/a", "two.example.org"))
    assert slept == [1.0, 1.0, 0.25, 1.0]


def test_waiting_is_not_the_page_s_time(site: Site) -> None:
    """What is waited out of politeness is not counted against the page."""
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    site.pages["/a"] = PAGE
    limits = replace(QUICK, pause=1_000.0)
    guest = Fetcher(lambda _: True, limits, stands, lambda: now, sleep)
    assert guest.fetch(site.at("/a")).content == PAGE.body
    assert now == 1_000.0


def test_cookies_are_not_kept(site: Site) -> None:
    """A cookie of one page is not sent with the next."""
    sent: list[str] = []

    def tell(handler: BaseHTTPRequestHandler) -> None:
        sent.append(handler.headers.get("Cookie", ""))
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nSet-Cookie: leaf=oak\r\n\r\n<p>x")

    site.pages |= {"/a": tell, "/b": tell}
    guest = fetcher()
    for path in ("/a", "/b"):
        guest.fetch(site.at(path))
    assert sent == ["", ""]
