"""The files that the pages load: one style sheet, put together from its parts, and scripts."""

from importlib import resources

from generator.pages.page import Asset

STYLE = "assets/factcheck.css"
FILTERS = "assets/filters.js"
_STYLE_PARTS = (
    "tokens",
    "text",
    "chrome",
    "verdict",
    "claim",
    "lists",
    "filters",
    "charts",
    "variants",
    "records",
    "history",
    "print",
)


def theme() -> list[Asset]:
    """Return every file of the theme that a page may load."""
    style = b"\n".join(_file(f"style/{part}.css") for part in _STYLE_PARTS)
    return [Asset(STYLE, style), Asset(FILTERS, _file("filters.js"))]


def _file(name: str) -> bytes:
    return resources.files("generator.pages").joinpath("theme", name).read_bytes()
