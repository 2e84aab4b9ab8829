"""What waits for a contributor: issue forms, an editor's settings, the hook before a commit."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.proposing import claims, forms
from generator.records.reading import FILES, FOLDERS
from generator.records.schema import schemas
from tests.specimens import ROOT, microsite

TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in TEMPLATES.glob("*.yml") if path.name != "config.yml")


def form(name: str) -> Any:
    """A file of the issue templates, read as YAML."""
    return yaml.safe_load((TEMPLATES / name).read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [TEMPLATES / "config.yml"]),
    ],
)
def test_issue_forms_fit_their_schema(schema: str, paths: list[Path]) -> None:
    """GitHub would understand every issue form."""
    assert paths
    program = str(Path(sys.executable).parent / "check-jsonschema")
    words = [program, "--builtin-schema", schema, *map(str, paths)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout


def test_there_are_three_forms_and_no_blank_issue() -> None:
    """Whoever opens an issue chooses one of three forms, and no address is made up for them."""
    names = {path.name: form(path.name)["name"] for path in FORMS}
    assert names == {
        "claim.yml": "Suggest a claim",
        "dispute.yml": "Dispute a verdict",
        "mistake.yml": "Report a mistake",
    }
    assert form("config.yml") == {"blank_issues_enabled": False}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_says_what_happens(path: Path) -> None:
    """Every form says that it is public, under which licence, and asks for own words."""
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert "is public at once" in text
    assert "CC BY 4.0" in text
    assert "own words" in text


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_labels_are_told_apart(path: Path) -> None:
    """No two fields of a form have one label or one id, so that answers can be told apart."""
    found = forms.fields(form(path.name))
    assert len({field.id for field in found}) == len({field.label for field in found}) == len(found)


@pytest.mark.parametrize("name", ["dispute.yml", "mistake.yml"])
def test_a_page_can_be_filled_in(name: str) -> None:
    """The links on the pages fill in the field `page`, which is an input."""
    (page,) = [part for part in form(name)["body"] if part.get("id") == "page"]
    assert page["type"] == "input"


def test_the_form_asks_what_a_record_takes() -> None:
    """Each answer that a record is made from is asked for, each stance is an option."""
    found = {field.id: field for field in forms.fields(form("claim.yml"))}
    wanted = {"claim", "claimant", "made", "address", "words", "stance", "against", "why"}
    assert wanted <= set(found)
    assert found["words"].code
    assert len(found["stance"].options) == len(claims.STANCES)


def test_the_editor_knows_every_schema() -> None:
    """Every kind of record is tied to its schema, and each path is there."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    tied = settings["yaml.schemas"]
    assert sorted(tied) == sorted(f"./data/schemas/{name}" for name in schemas())
    assert all((ROOT / path).is_file() for path in tied)
    folders = [f"data/{kind}/*.yml" for kind in FOLDERS]
    assert sorted(tied.values()) == sorted(folders + [f"data/{name}.yml" for name in FILES])
    assert all(list(ROOT.glob(pattern)) for pattern in tied.values())


def test_a_record_and_the_settings_name_one_schema() -> None:
    """The schema that a record's first line names is the one of the editor's settings."""
    tied = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for schema, pattern in tied.items():
        for path in ROOT.glob(pattern):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            named = first.removeprefix("# yaml-language-server: $schema=")
            assert (path.parent / named).resolve() == (ROOT / schema).resolve()


def test_the_editor_is_offered_what_the_settings_need() -> None:
    """The extensions that the settings speak to are recommended."""
    wanted = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert {"redhat.vscode-yaml", "charliermarsh.ruff"} <= set(wanted["recommendations"])


def test_what_a_contributor_hovers_over_has_words() -> None:
    """Every field of a claim and a source is explained, but for those whose name says it all."""
    for kind in ("claims", "sources"):
        fields = FOLDERS[kind].model_fields
        bare = {name for name, field in fields.items() if not field.description and name != "id"}
        assert bare <= {"author", "language", "seal"}


HOOK = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))


def test_the_hook_minds_records_and_pages() -> None:
    """The one hook is ours, fetches nothing, and runs where a record or a page is staged."""
    (repository,) = HOOK["repos"]
    (hook,) = repository["hooks"]
    assert (repository["repo"], hook["language"], hook["pass_filenames"]) == (
        "local",
        "system",
        False,
    )
    staged = ["data/claims/x.yml", "docs/index.md", "generator/cli.py", "tests/data/x.yml"]
    assert [bool(re.search(hook["files"], path)) for path in staged] == [True, True, False, False]


@pytest.mark.slow
def test_the_hook_stops_a_commit(tmp_path: Path) -> None:
    """Run as the hook runs it, a clean state passes and a mistake ends with its finding."""
    root = microsite(tmp_path)
    program = root / ".venv/bin/factcheck"
    program.parent.mkdir(parents=True)
    shutil.copy(Path(sys.executable).parent / "factcheck", program)
    git = ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-C", str(root)]
    for words in (["init", "-q"], ["add", "data", "docs"], ["commit", "-qm", "Begin"]):
        subprocess.run([*git, *words], check=True)
    entry = shlex.split(HOOK["repos"][0]["hooks"][0]["entry"])
    done = subprocess.run(entry, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    path = root / "data/claims/sold-to-a-circus.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("unsupported", "true"))
    done = subprocess.run(entry, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("data/claims/sold-to-a-circus.yml:5:10: error E204: ")
