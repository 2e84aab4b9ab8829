"""What a preview shows while the records hold errors: a banner on every page, or a first page."""

import re

from generator.text import plain

_BODY = re.compile(r"<body\b[^>]*>")
_BANNER = """<div class="factcheck-banner" role="alert"><style>
.factcheck-banner { background: #b3261e; color: #fff; font: 16px/1.5 sans-serif; padding: 1rem; }
.factcheck-banner pre { font: 14px/1.5 monospace; margin: 0; max-height: 50vh; overflow: auto; }
</style><strong>%s</strong><pre>%s</pre></div>"""
_LAST_GOOD = "There are errors; these are the last good pages."
_NOTHING_YET = "There are errors, so there are no pages yet."

EMPTY_HOME = """# No pages yet

The records hold errors, so nothing could be made of them. The errors stand above; mend them, and
the pages appear here by themselves.
"""


def with_banner(html: str, trouble: list[str], last_good: bool) -> str:
    """Return a whole HTML page that says what is wrong at its top; the same page if nothing is.

    `last_good` says whether the page is of an earlier, sound state of the records.
    """
    if not trouble:
        return html
    head = _LAST_GOOD if last_good else _NOTHING_YET
    banner = _BANNER % (plain(head), plain("\n".join(trouble)))
    return _BODY.sub(lambda body: body[0] + banner, html, count=1)
