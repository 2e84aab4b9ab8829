"""What we change in Material is listed, with its reason, and still fits the Material installed."""

import hashlib
import importlib.util
import re
from pathlib import Path

import pytest

OURS = Path(__file__).parent.parent / "generator" / "mkdocs_plugin" / "theme"
ROW = re.compile(r"\| `([\w/.-]+\.html)` \| (.+) \| (.+) \| `([0-9a-f]{16})` \|")
LISTED = {found[1]: found for found in ROW.finditer((OURS / "README.md").read_text("utf-8"))}


@pytest.fixture(scope="module")
def material() -> Path:
    """The folder of Material's templates."""
    found = importlib.util.find_spec("material")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "templates"


@pytest.mark.parametrize("template", LISTED)
def test_material_has_not_changed_what_we_change(material: Path, template: str) -> None:
    """Each template that we replace or amend is the one that we have read."""
    now = hashlib.sha256((material / template).read_bytes()).hexdigest()[:16]
    assert now == LISTED[template][4], (
        f"Material has changed {template}: read what changed, look at the pages, and when our "
        f"amendment ({LISTED[template][2]}) is right again, write {now} into "
        "generator/mkdocs_plugin/theme/README.md"
    )


def test_each_template_that_we_replace_is_listed(material: Path) -> None:
    """No file of ours hides one of Material's without a reason."""
    ours = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*") if path.is_file()}
    hidden = {path for path in ours if (material / path).exists()}
    assert hidden == {"main.html", "404.html"}
    assert hidden < set(LISTED)
    assert all(row[3].strip() for row in LISTED.values())
