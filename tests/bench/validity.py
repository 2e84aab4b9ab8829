"""Whether every page is valid by html-validate, apart from what the theme itself emits."""

import json
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.node import PROJECT, program
from tests.pages.sites import build_site

ARCHIVES = PROJECT / "tests" / "archives"
MICROSITES = {
    "the real site": PROJECT,
    "small": ARCHIVES / "small",
    "extremes": ARCHIVES / "extremes",
}
ADDRESSES = {"SITE_URL": "https://example.org/site/", "REPO_URL": "https://example.org/repo"}

# Rules of the recommended set that ask for something else than valid HTML.
ASIDE: dict[str, tuple[object, str]] = {
    "no-trailing-whitespace": ("off", "it is about the look of the source; the theme leaves much"),
    "long-title": ("off", "a claim's title is the claim; whoever lists it may cut it"),
    "valid-id": (["error", {"relaxed": True}], "HTML lets an id begin with a digit, as hashes do"),
}


class Allowed(NamedTuple):
    """What the theme emits though a rule forbids it, and why it may."""

    rule: str
    selector: str
    message: str
    reason: str


THEME = (
    Allowed(
        "doctype-style",
        r"",
        r"DOCTYPE should be uppercase",
        "either case is valid; the theme's base",
    ),
    Allowed(
        "valid-autocomplete",
        r"#__(drawer|search)",
        r".* cannot be used on <input type=\"checkbox\">",
        "keeps Firefox from remembering an open menu; the theme's base",
    ),
    Allowed(
        "wcag/h32",
        r"html > body > header > nav( > div[^>]*)* > form",
        r"<form> element must have a submit button",
        "the forms of search and palette work as one types or picks; the theme's header",
    ),
    Allowed(
        "unique-landmark",
        r"html > body > div[^>]* > main > div > div[^>]* > div > div > nav( > ul > li[^>]* > nav)?",
        r"Landmarks must have .*",
        "the table of contents stands twice, once for small screens; the theme's nav",
    ),
)


class Fault(NamedTuple):
    """One thing that html-validate says of a page."""

    page: str
    line: int
    column: int
    rule: str
    selector: str
    message: str

    def allowed(self) -> Allowed | None:
        """Return the entry of the list that lets it pass."""
        for one in THEME:
            at = one.rule == self.rule and re.fullmatch(one.selector, self.selector)
            if at and re.fullmatch(one.message, self.message):
                return one
        return None


def measure() -> bool:
    """Print every fault that the list does not allow; return whether there was none."""
    command = program("html-validate")
    needed: set[Allowed] = set()
    sound = True
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config.json")
        rules = {rule: setting for rule, (setting, _) in ASIDE.items()}
        recommended = {"root": True, "extends": ["html-validate:recommended"], "rules": rules}
        config.write_text(json.dumps(recommended), encoding="utf-8")
        for name, root in MICROSITES.items():
            site = Path(folder, name.replace(" ", "-"))
            build_site(root, site, **ADDRESSES)
            pages = sum(1 for _ in site.rglob("*.html"))
            faults = list(_faults([command, "--config", str(config)], site))
            needed |= {allowed for fault in faults if (allowed := fault.allowed())}
            ours = [fault for fault in faults if not fault.allowed()]
            sound &= not ours
            _say(name, pages, len(faults) - len(ours), ours)
    for one in sorted(set(THEME) - needed):
        print(f"  no page needs any more: {one.rule} {one.selector}")
    return sound


def _faults(command: list[str], site: Path) -> Iterator[Fault]:
    said = site.with_suffix(".json")  # a file, for it stops before a pipe is empty
    done = subprocess.run(
        [*command, "--formatter", f"json={said}", str(site)], capture_output=True, text=True
    )
    if not said.is_file():
        raise SystemExit(f"html-validate failed: {done.stdout}{done.stderr}")
    results: list[dict[str, Any]] = json.loads(said.read_text(encoding="utf-8"))
    for result in results:
        page = Path(result["filePath"]).resolve().relative_to(site.resolve()).as_posix()
        for one in result["messages"]:
            where = (one["line"], one["column"], one["ruleId"], one.get("selector") or "")
            yield Fault(page, *where, one["message"])


def _say(name: str, pages: int, by_theme: int, ours: list[Fault]) -> None:
    print(
        f"html-validate, {name}: {pages} pages, {len(ours)} faults of ours (aim: 0); "
        f"{by_theme} of the theme's, as listed",
        flush=True,
    )
    kinds = Counter((fault.rule, fault.message) for fault in ours)
    for (rule, message), count in kinds.most_common(40):
        first = next(f for f in ours if (f.rule, f.message) == (rule, message))
        print(f"  {rule}: {message} ({count}x; {first.page}:{first.line}:{first.column})")
