"""A page's policy lets the theme's scripts run, and nothing that a record brought in."""

import base64
import hashlib

import pytest

from generator.pages.policy import policy, scripts, with_policy

PAGE = (
    '<!doctype html><html><head>\n<meta charset="utf-8">\n<title>%s</title></head><body>%s</body>'
)


def hashed(script: str) -> str:
    """Return a script as a policy names it."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def script_rule(page: str) -> list[str]:
    """Return what the policy of a page says of scripts."""
    [rule] = [rule for rule in page.split("; ") if rule.startswith("script-src ")]
    return rule.split()[1:]


def test_a_policy_allows_nothing_but_the_site_itself() -> None:
    """No other host, no style in the page, no form, no frame, no base; scripts by hash alone."""
    assert policy(["a()"]) == (
        f"default-src 'none'; script-src 'self' {hashed('a()')}; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_a_policy_is_the_same_for_the_same_scripts() -> None:
    """The order of scripts changes nothing, nor does one that stands twice."""
    assert policy(["b", "a", "b"]) == policy(["a", "b"])


def test_the_policy_stands_straight_after_the_charset() -> None:
    """Nothing can be loaded before it, and the encoding is known before it."""
    page = with_policy(PAGE % ("A", "<p>a</p>"))
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="' in page
    assert page.count("http-equiv") == 1
    assert with_policy("<html><head><p>").startswith("<html><head><meta http-equiv=")
    assert with_policy("no page") == "no page"


RUN = {
    "<script>a()</script>": ["a()"],
    "<SCRIPT\n>\n a < b && '&amp;' \n</SCRIPT >": ["\n a < b && '&amp;' \n"],
    "<script>a\r\nb\rc</script>": ["a\nb\nc"],
    "<script>«é\u2028»</script>": ["«é\u2028»"],
    "<script></script>": [""],
    '<script type="module">a()</script>': ["a()"],
    '<script type=" Text/JavaScript ">a()</script>': ["a()"],
    '<script type="">a()</script><script async>b()</script>': ["a()", "b()"],
    '<script type="importmap">{}</script>': ["{}"],
    '<script title="a > b">a()</script>': ["a()"],
    "<script>'<b>' + '<!-- x' + '<\\/script>'</script>": ["'<b>' + '<!-- x' + '<\\/script>'"],
    '<script type="application/json">{}</script>': [],
    '<script type="application/ld+json">{}</script><script>a()</script>': ["a()"],
    '<script type="text/plain" type="module">a()</script>': [],
    '<script src="a.js">a()</script>': [],
    "<script src>a()</script>": [],
    "<script-like>a()</script-like>": [],
    "<scripts>a()</scripts>": [],
    "<script>a()": [],
    "&lt;script>a()&lt;/script>": [],
    "": [],
}


@pytest.mark.parametrize("html", RUN)
def test_the_scripts_are_those_that_a_browser_runs(html: str) -> None:
    """Character for character, whatever they hold; blocks of data and files are none of them."""
    assert scripts(PAGE % ("A", html)) == RUN[html]


BROUGHT = [
    "<script>steal()</script>",
    "<p>a</p>\n<ScRiPt type=module>steal()</sCrIpT>\n<p>b</p>",
    "<script>steal()",
    "</title><script>steal()</script>",
    "<script>steal()</script><script>theme()</script>",
]


@pytest.mark.parametrize("text", BROUGHT)
def test_a_script_that_was_brought_in_gets_no_hash(text: str) -> None:
    """Whether in title or content, closed or not; the scripts of the theme keep theirs."""
    body = f"{text}<script>theme()</script>"
    for page in (PAGE % ("A", body), PAGE % (text, "<script>theme()</script>")):
        assert script_rule(with_policy(page, ["A", text])) == ["'self'", hashed("theme()")]


def test_short_words_leave_the_scripts_of_the_theme_alone() -> None:
    """A title such as `a` is no reason to change the text that is hashed."""
    page = PAGE % ("a", "<script>a(a)</script>")
    assert script_rule(with_policy(page, ["a", "", "<p>a</p>"])) == ["'self'", hashed("a(a)")]


def test_the_page_itself_is_not_changed() -> None:
    """But for its policy the page is as it was, whatever was brought into it."""
    page = PAGE % ("A", BROUGHT[0])
    head, _, tail = with_policy(page, BROUGHT).partition("<meta http-equiv")
    assert head + tail.partition(">")[2] == page
