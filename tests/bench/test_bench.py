"""What `make bench` measures with: exact pins, plain words where something is missing, no mercy."""

import gzip
import json
import re
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.commands import revision
from tests.bench import changes
from tests.bench.loopback import served
from tests.bench.node import OLDEST, Missing, program
from tests.bench.validity import Fault

HERE = Path(__file__).parent
FORM = "<form> element must have a submit button"


def test_packages_are_pinned() -> None:
    """Every package is one exact version, for the node that the benchmarks ask for."""
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    assert package["engines"] == {"node": ">={}.{}".format(*OLDEST)}
    for version in package["dependencies"].values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)


def test_missing_node_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without node one sentence says what is left out."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Missing, match=r"^no node 20\.19 or later on the path, so no lighthouse$"):
        program("lighthouse")


@pytest.mark.parametrize(
    ("rule", "selector", "passes"),
    [
        ("wcag/h32", "html > body > header > nav > div:nth-child(6) > div > form", True),
        ("wcag/h32", "html > body > div:nth-child(7) > main > div > article > form", False),
        ("no-inline-style", "html > body > header > nav > form", False),
    ],
)
def test_only_the_theme_is_excused(rule: str, selector: str, passes: bool) -> None:
    """A fault passes by its rule and its place together."""
    fault = Fault("index.html", 1, 1, rule, selector, FORM)
    assert bool(fault.allowed()) is passes


def test_pages_are_packed(tmp_path: Path) -> None:
    """A page comes packed, and one that is not there is the site's own 404 page."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "index.html").write_text("<p>Claims", encoding="utf-8")
    (tmp_path / "404.html").write_text("<p>Lost", encoding="utf-8")
    with served(tmp_path) as address:
        with urllib.request.urlopen(address + "claims/?verdict=open") as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == b"<p>Claims"
        with pytest.raises(urllib.error.HTTPError) as lost:
            urllib.request.urlopen(address + "nothing/")
        with lost.value as answer:
            assert (answer.code, gzip.decompress(answer.read())) == (404, b"<p>Lost")


def differing(root: Path, base: revision.GitTree) -> set[str]:
    """Return the records that are not as they were committed."""
    return {path for path in revision.differing(root, base) if path.startswith("data/")}


def test_one_change_among_many_is_told(tmp_path: Path) -> None:
    """What `check --base` is measured on first holds one change, which its revision tells."""
    root = tmp_path / "many"
    changes.write(root, 12, 3)
    base = revision.at(root, "HEAD")
    changes.change_one(root, 12)
    checked = pipeline.check(root, base=base)
    assert checked.archive is not None
    assert differing(root, base) == {"data/claims/claim-6.yml"}
    changes.restore(root)
    assert differing(root, base) == set()


def test_many_changes_are_found(tmp_path: Path) -> None:
    """What it is measured on then holds the changes that are meant, and no other fault."""
    root = tmp_path / "many"
    changes.write(root, 12, 3)
    base = revision.at(root, "HEAD")
    for change, codes in (
        (changes.change_sources, {"E601": 6}),
        (changes.rename_claims, {"E602": 3}),
    ):
        change(root, 3)
        found = pipeline.check(root, base=base).findings
        assert Counter(one.code for one in found if one.severity == "error") == codes
        changes.restore(root)
