"""Every page leads those without git to a form, opened for that page."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages import Settings
from generator.pages.reporting import form
from tests.pages.dom import parse, squeezed
from tests.pages.sites import archive, made

REPOSITORY = "https://github.com/some/bridge"
KNOWN = Settings(repo_url=REPOSITORY, site_url="https://example.org/a b/".replace(" ", "%20"))


def offered(path: str, settings: Settings) -> dict[str, dict[str, list[str]]]:
    """What the links to forms on a page say, each with what the form is given."""
    line = parse(made(archive(), settings)[path].body).all("p", "fc-report")
    found = {}
    for link in (link for one in line for link in one.all("a")):
        address = urlsplit(link.attributes["href"])
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
        found[squeezed(link.text)] = parse_qs(address.query)
    return found


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("claims/bridge-closed", {"Report a mistake": "mistake", "Dispute the verdict": "dispute"}),
        ("variants/closed-or-shut", {"Report a mistake": "mistake"}),
        ("sources/valley-post", {"Report a mistake": "mistake"}),
        ("people/jory-pell", {"Report a mistake": "mistake"}),
        ("origins", {"Report a mistake": "mistake"}),
    ],
)
def test_a_page_leads_to_the_forms(path: str, texts: dict[str, str]) -> None:
    """The form is opened with the address of the page, or with its record where none is known."""
    for settings, page in (
        (KNOWN, f"https://example.org/a%20b/{path}/"),
        (Settings(repo_url=f"{REPOSITORY}/"), path),
    ):
        assert offered(f"{path}.md", settings) == {
            said: {"template": [f"{name}.yml"], "page": [page]} for said, name in texts.items()
        }


def test_without_a_repository_nothing_is_offered() -> None:
    """A link that leads nowhere is worse than none."""
    for path in ("claims/bridge-closed", "variants/closed-or-shut", "sources/valley-post"):
        assert "fc-report" not in made(archive())[f"{path}.md"].body
    for path in ("people/jory-pell", "origins"):
        assert "fc-report" not in made(archive())[f"{path}.md"].body
    assert form(Settings(), "mistake") is None


def test_the_addresses_are_short_and_encoded() -> None:
    """A slash and a colon may stand in a query as they are; whatever would end it may not."""
    found = form(
        Settings(repo_url=REPOSITORY, site_url="https://example.org/a&b+c/"), "mistake", "x/"
    )
    assert found == (
        f"{REPOSITORY}/issues/new?template=mistake.yml&#38;page=https://example.org/a%26b%2Bc/x/"
    )
