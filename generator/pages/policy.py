"""What a built page may load and run: a content-security policy in the page itself.

A static site has no headers of its own, so the policy is an element of the head. Nothing may come
from another host, no style and no script may stand in the page, but for the scripts of the theme:
the browser runs each of those because the policy holds the hash of its text. What a record or a
hand-written page brought into the page gets no hash, so a script in it would not run.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material's icons stand in its style sheets
    "font-src": "'self'",
    "connect-src": "'self'",  # the index of the search
    "worker-src": "'self'",  # the search itself
    "base-uri": "'none'",
    "form-action": "'none'",
}
_CHARSET = re.compile(r"<meta\s+charset\s*=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_WHOLE_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"</script\s*>", re.IGNORECASE)
_JAVASCRIPT = re.compile(
    r"|module|importmap|speculationrules"
    r"|(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:jscript|livescript|javascript1\.[0-5])"
)


def with_policy(html: str, brought: Iterable[str] = ()) -> str:
    """Return a whole page with its policy straight after its `<meta charset>`.

    Args:
        html: the page, as it will be written; whatever is added later to its scripts breaks them.
        brought: texts that the theme put into the page, such as its content and its title: no
            script in them is let run.
    """
    place = _CHARSET.search(html) or _HEAD.search(html)
    if place is None:
        return html
    own = html
    for text in brought:
        if _SCRIPT.search(text):
            own = own.replace(text, "")
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts(own))}">'
    return html[: place.end()] + element + html[place.end() :]


def policy(run: Iterable[str]) -> str:
    """Return the policy of a page that runs these inline scripts, each named by its hash."""
    hashes = sorted({f"'sha256-{_hash(script)}'" for script in run})
    rules = _RULES | {"script-src": " ".join([_RULES["script-src"], *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def scripts(html: str) -> list[str]:
    """Return the text of each script in a page that a browser could run from the page itself.

    Blocks of data, which have another type, and scripts with a `src` are none of them; nor is one
    that is not closed.
    """
    found: list[str] = []
    closed = html[: max((end.end() for end in _END.finditer(html)), default=0)]
    for script in _WHOLE_SCRIPT.findall(closed):  # to read all else would take ten times as long
        reader = _Scripts()
        reader.feed(re.sub(r"\r\n?", "\n", script))  # as a browser reads it
        reader.close()
        found += reader.found
    return found


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8", "surrogatepass")).digest()
    return base64.b64encode(digest).decode("ascii")


class _Scripts(HTMLParser):
    """Collects the scripts that run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(reversed(attrs))  # of two attributes with one name a browser takes the first
        if tag == "script" and "src" not in given:
            kind = (given.get("type") or "").strip().lower()
            self._open = [] if _JAVASCRIPT.fullmatch(kind) else None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            self.found.append("".join(self._open))
            self._open = None
