"""The JSON Schemas: current, sound, and of one mind with the program about every record."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.records.reading import FOLDERS, SCHEMA_NAMES
from generator.records.schema import schemas
from tests.specimens import ARCHIVES, ROOT, Case, cases

MICROSITES = [ROOT, *(path.parent for path in sorted(ARCHIVES.glob("*/mkdocs.yml")))]
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}
FIELD_CASES = [case for case in cases() if re.match(r"E2(0[1-4]|0[6-9]|1[0-4])", case.code)]


class Editor(yaml.CSafeLoader):
    """Reads YAML as the language server of an editor does: by the core schema of YAML 1.2."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    compiled = re.compile(f"^(?:{pattern})$")
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", compiled, list(first))
Editor.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _, node: int(node.value, {"0o": 8, "0x": 16}.get(node.value[:2], 10)),
)


def as_an_editor_reads(text: str | bytes) -> Any:
    """Return a record's value as an editor sees it: numbers as numbers, dates as texts."""
    return yaml.load(text, Loader=Editor)  # noqa: S506  a safe loader with other scalars


def schema_of(path: str) -> Draft202012Validator:
    """Return the schema for the path of a record below its root."""
    _, folder, *rest = path.split("/")
    name = SCHEMA_NAMES[folder] if rest else folder.removesuffix(".yml")
    return Draft202012Validator(SCHEMAS[f"{name}.schema.json"])


def records(root: Path) -> list[str]:
    """Return the path of every record of a microsite."""
    found = [root / "data" / "site.yml", root / "data" / "verdicts.yml"]
    found += [path for folder in FOLDERS for path in sorted((root / "data" / folder).glob("*.yml"))]
    return [path.relative_to(root).as_posix() for path in found if path.is_file()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound(name: str) -> None:
    """Each schema is a JSON Schema of the draft it names, and asks for no value that is null."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert '"null"' not in json.dumps(SCHEMAS[name])


def test_the_checked_in_schemas_are_current() -> None:
    """The schemas in data/schemas are those that `factcheck schema` writes."""
    checked_in = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data/schemas").iterdir()
    }
    assert checked_in == schemas(), "run `factcheck schema`"


@pytest.mark.parametrize("root", MICROSITES, ids=lambda root: root.name)
def test_every_record_fits_its_schema(root: Path) -> None:
    """No record that the program takes has an error in an editor."""
    for path in records(root):
        value = as_an_editor_reads((root / path).read_bytes())
        errors = [error.message for error in schema_of(path).iter_errors(value)]
        assert errors == [], path


@pytest.mark.parametrize("case", FIELD_CASES, ids=lambda case: case.path.stem)
def test_a_schema_sees_what_it_can(case: Case) -> None:
    """A slip in a field is an error in an editor too, unless the case says why it cannot be."""
    ((path, raw),) = case.changes.items()
    assert raw is not None
    fits = schema_of(path).is_valid(as_an_editor_reads(raw))
    assert fits == case.schema_is_silent


@pytest.mark.parametrize(
    "typed", ["1950", "1.10", "true", "0x1F", "1_000", "no", "2025-02-12", "00123456", "1e5"]
)
def test_an_editor_takes_what_the_program_takes(typed: str) -> None:
    """A title that looks like a number, a truth or a date is a title in an editor as well."""
    person = Draft202012Validator(SCHEMAS["person.schema.json"])
    assert person.is_valid(as_an_editor_reads(f"name: {typed}\nother_spellings: [{typed}]\n"))


@pytest.mark.parametrize("typed", ["01758b82", "12345678", "00000000", "1234e567"])
def test_an_anchor_that_looks_like_a_number_fits(typed: str) -> None:
    """An anchor of digits alone, or with one e among them, is an anchor in an editor as well."""
    properties = SCHEMAS["claim.schema.json"]["$defs"]["Evidence"]["properties"]
    assert Draft202012Validator(properties["of"]).is_valid(as_an_editor_reads(typed))
