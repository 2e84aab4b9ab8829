"""Links in the prose of records lead to pages that are there."""

import pytest

from tests.specimens import check, report, tiny

CLAIM = "data/claims/built-in-1950.yml"


def with_unknown(markdown: str) -> dict[str, str]:
    """Return the change that gives a claim of the tiny archive this unknown."""
    return {CLAIM: f"{tiny(CLAIM)}unknowns:\n  - {markdown!r}\n"}


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("claims/bridge-closde/", "did you mean 'bridge-closed'?"),
        ("/sources/valley-poste", "did you mean 'valley-post'?"),
        ("sources/nothing-like-it/", "name one that is there"),
        ("claims/bridge-closed.md", "write https://…, or claims/<id>/ for a page of this site"),
        ("claims/sold-to-a-circus/", "it is a draft; give it `published` first"),
        ("people/ada-thron/", "did you mean 'ada-thorn'?"),
        ("topics/footbrigde", "did you mean 'footbridge'?"),
        ("variants/nothing-like-it/", "name one that is there"),
        ("origins/#courrier", "did you mean 'courier'?"),
        ("origins/courier/", "write https://…, or claims/<id>/ for a page of this site"),
        ("timeline/2024/", "write https://…, or claims/<id>/ for a page of this site"),
        ("javascript:alert(1)", "write https://…, or claims/<id>/ for a page of this site"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, hint: str) -> None:
    """A link to no page of ours and to no web address is one finding, with what to write."""
    checked = check(with_unknown(f"See [this]({link})."))
    assert [(f.code, f.hint) for f in checked.findings] == [("W703", hint)]
    assert checked.archive is not None, "the words stay, without the link"


def test_a_link_to_a_former_id_is_found_with_the_new_one() -> None:
    """The words would stand without their verdict, so the finding names the id to write."""
    renamed = "data/claims/bridge-closed.yml"
    person = "data/people/ada-thorn.yml"
    given = with_unknown("See [this](claims/bridge-shut/) of [her](people/the-mayor/).")
    given |= {renamed: f"{tiny(renamed)}formerly: [bridge-shut]\n"}
    given |= {person: f"{tiny(person)}formerly: [the-mayor]\n"}
    assert [(f.code, f.hint) for f in check(given).findings] == [
        ("W703", "it has a new id: write 'bridge-closed'"),
        ("W703", "it has a new id: write 'ada-thorn'"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "claims/bridge-closed/",
        "/claims/bridge-closed#states",
        "people/ada-thorn/",
        "/topics/footbridge",
        "origins/",
        "origins/#courier",
        "origins#courier",
        "timeline/",
        "https://example.org/",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(link: str) -> None:
    """A page that is there, with a fragment or not, and any web address are fine."""
    assert report(check(with_unknown(f"See [this]({link})."))).count("W703") == 0


@pytest.mark.parametrize(
    "path", ["sources/valley-post", "people/ada-thorn", "origins/courier", "topics/footbridge"]
)
def test_a_link_elsewhere_is_read_too(path: str) -> None:
    """Notes of sources, people and origins and the introduction of a topic are prose as well."""
    file = f"data/{path}.yml"
    key = "introduction" if path.startswith("topics/") else "note"
    kept = "".join(line for line in tiny(file).splitlines(True) if not line.startswith(f"{key}:"))
    schema, rest = kept.split("\n", 1)
    found = check({file: f"{schema}\n{key}: '[x](people/nobody-known/)'\n{rest}"}).findings
    assert [(f.code, f.place.line) for f in found if f.place.path == file] == [("W703", 2)]
