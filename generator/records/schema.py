"""JSON Schemas of the records, written from the models, for editors and other programs."""

import json
from typing import Any

from generator.records.model import Record
from generator.records.reading import FOLDERS, SCHEMA_NAMES
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
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}


def _scale() -> dict[str, Any]:
    verdict = Verdict.model_json_schema(by_alias=True)
    definitions = verdict.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": "Verdicts",
        "description": "The published scale; the order is the priority of the rules.",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": verdict,
        "$defs": definitions,
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
