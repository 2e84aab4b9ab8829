"""Sites that are built once for all tests of this folder, and only read."""

from pathlib import Path

import pytest

from tests.pages.sites import ROOT, SMALL, build_site, run

CARELESS = """
site_name: The footbridge of Quillbeck
docs_dir: staged
theme: {name: material, font: false}
plugins: [search]
nav: [index.md, claims/index.md, sources/index.md, verdicts.md]
markdown_extensions:
  [abbr, admonition, attr_list, def_list, footnotes, md_in_html, nl2br, smarty, tables, toc,
   pymdownx.arithmatex, pymdownx.betterem, pymdownx.caret, pymdownx.critic, pymdownx.details,
   pymdownx.emoji, pymdownx.highlight, pymdownx.inlinehilite, pymdownx.keys, pymdownx.magiclink,
   pymdownx.mark, pymdownx.smartsymbols, pymdownx.snippets, pymdownx.superfences,
   pymdownx.tasklist, pymdownx.tilde]
"""


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own records."""
    site = tmp_path_factory.mktemp("real") / "site"
    build_site(ROOT, site)
    return site


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small archive, hostile words and all."""
    site = tmp_path_factory.mktemp("small") / "site"
    build_site(SMALL, site)
    return site


@pytest.fixture(scope="session")
def careless_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive staged, and built with every extension that a careless site switches on."""
    root = tmp_path_factory.mktemp("careless")
    run("-m", "generator.cli", "stage", "--root", str(SMALL), str(root / "staged"))
    (root / "mkdocs.yml").write_text(CARELESS, encoding="utf-8")
    run("-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml"))
    return root / "site"


@pytest.fixture(scope="session", params=["real_site", "small_site", "careless_site"])
def any_site(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Each of the sites, with the microsite that its records stand in."""
    site: Path = request.getfixturevalue(request.param)
    return site, ROOT if request.param == "real_site" else SMALL
