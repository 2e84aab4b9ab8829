"""JSON Schemas of the records, written from the models, for editors and other programs."""

import json
from typing import Any

from generator.records.model import Record
from generator.records.reading import FOLDERS, SCHEMA_NAMES
from generator.records.scalars import ID_PATTERN
from generator.records.site import Site
from generator.records.verdict import Verdict

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of every schema by file name, the same text for the same models."""
    models: dict[str, type[Record]] = {SCHEMA_NAMES[kind]: FOLDERS[kind] for kind in FOLDERS}
    made = {name: _schema(model) for name, model in models.items()}
    made["site"] = _schema(Site)
    made["verdicts"] = _scale()
    return {f"{name}.schema.json": _text(schema) for name, schema in sorted(made.items())}


def _schema(model: type[Record]) -> dict[str, Any]:
    return {"$schema": DIALECT, **_plain(model)}


def _plain(model: type[Record]) -> dict[str, Any]:
    made: dict[str, Any] = _never_null(model.model_json_schema(by_alias=True))
    return made


def _never_null(schema: Any) -> Any:
    """Return the schema without `null`: a field that a record does not need is absent from it."""
    if isinstance(schema, list):
        return [_never_null(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: _never_null(v) for k, v in schema.items() if not (k == "default" and v is None)}
    options = kept.get("anyOf", [])
    if {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        kept.pop("anyOf")
        kept = {**(rest[0] if len(rest) == 1 else {"anyOf": rest}), **kept}
    return kept


def _scale() -> dict[str, Any]:
    verdict = _plain(Verdict)
    definitions = verdict.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": "Verdicts",
        "description": "The published scale; the order is the priority of the rules.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": verdict,
        "$defs": definitions,
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
