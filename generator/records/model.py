"""What all records share: strict frozen models, references to other records, and who speaks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from inspect import cleandoc
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import PydanticCustomError

from generator.records.scalars import ID_PATTERN, CountOrUnstated, Id, Line

Keys = tuple[str | int, ...]


class Strict(BaseModel):
    """A mapping whose every key is known and whose values never change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class Record(Strict):
    """One file of the data; the stem of its name is its id, for ever."""

    id: SkipJsonSchema[str] = ""


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of a record of this kind; `also` are words allowed instead."""

    kind: str
    also: tuple[str, ...] = ()


class _Free:
    """Marks a field that may change, once published, without a revision that tells readers."""


FREE = _Free()


def protected(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a model's fields whose change readers are told of: all not marked FREE."""
    return tuple(
        field.alias or name
        for name, field in model.model_fields.items()
        if name != "id" and FREE not in field.metadata
    )


ClaimId = Annotated[Id, Ref("claims")]
SourceId = Annotated[Id, Ref("sources")]
OriginId = Annotated[Id, Ref("origins")]
PersonId = Annotated[Id, Ref("people")]
TopicId = Annotated[Id, Ref("topics")]


class Who(Strict):
    """Who speaks: a person, a number of anonymous people, a newsroom, a document, or nobody.

    In a record: a person's id; `{anonymous: U.S. officials, count: 4}` (or `count: unstated`);
    `{newsroom: <origin>}`; `{document: <source>}`; and, for a speaker, `none`.
    """

    person: PersonId | None = None
    anonymous: Line | None = None
    count: CountOrUnstated = None
    newsroom: OriginId | None = None
    document: SourceId | None = None
    nobody: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None or isinstance(value, Who):
            return value
        if isinstance(value, str):
            return {"nobody": True} if value == "none" else {"person": value}
        keys = set(value) if isinstance(value, dict) else set()
        if keys not in ({"anonymous", "count"}, {"newsroom"}, {"document"}):
            raise PydanticCustomError("who_form", "this does not say who")
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        count = {"anyOf": [{"type": "integer", "minimum": 1}, {"const": "unstated"}]}
        id_ = {"type": "string", "pattern": ID_PATTERN}
        anonymous = {"anonymous": {"type": "string"}, "count": count}
        return {
            "description": cleandoc(cls.__doc__ or ""),
            "anyOf": [
                {**id_, "description": "a person's id, or none"},
                _closed(anonymous),
                _closed({"newsroom": id_}),
                _closed({"document": id_}),
            ],
        }


def together(at: str, message: str, hint: str) -> PydanticCustomError:
    """Return the error that stands at the key `at`, or at its mapping where the key is absent."""
    context = {"message": message, "hint": hint, "at": at}
    return PydanticCustomError("together", "{message}", context)


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


Mention = tuple[Keys, Ref, str]
Walk = Callable[[Any, Keys, list[Mention]], None]


def references(record: BaseModel) -> Iterator[Mention]:
    """Yield every id that a record mentions: the keys that lead to it, what it is, the id."""
    return iter(_mentions(record, ()))


def _mentions(record: BaseModel, above: Keys) -> list[Mention]:
    found: list[Mention] = []
    values = record.__dict__
    for name, key, walk in _plan(type(record)):
        value = values[name]
        if value is not None and value != ():
            walk(value, (*above, key), found)
    return found


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Walk], ...]:
    """Return, for each field of a model that can hold ids, its key and how to walk its value."""
    found = []
    for name, field in model.model_fields.items():
        walk = _walk(field.annotation, tuple(field.metadata))
        if walk is not None:
            found.append((name, field.alias or name, walk))
    return tuple(found)


def _walk(annotation: Any, metadata: tuple[Any, ...]) -> Walk | None:
    """Return what adds the mentions in a value of this type to a list; None if it has none."""
    for mark in metadata:
        if isinstance(mark, Ref):
            return partial(_walk_id, mark)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _walk(args[0], args[1:])
    if origin in (Union, UnionType):
        walks = [walk for arg in args if (walk := _walk(arg, ()))]
        return walks[0] if walks else None
    if origin is tuple and (inner := _walk(args[0], ())):
        return partial(_walk_list, inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return lambda value, keys, found: found.extend(_mentions(value, keys))
    return None


def _walk_id(ref: Ref, value: str, keys: Keys, found: list[Mention]) -> None:
    if value not in ref.also:
        found.append((keys, ref, value))


def _walk_list(inner: Walk, values: Any, keys: Keys, found: list[Mention]) -> None:
    for number, value in enumerate(values):
        inner(value, (*keys, number), found)


def references_typed(model: type[BaseModel], value: Any) -> Iterator[Mention]:
    """Yield what `references` would, of a mapping as it was typed that does not make a record.

    A text that is no id is passed over: that is a fault of its own.
    """
    return _typed(model, (), value, ())


def _typed(annotation: Any, metadata: tuple[Any, ...], value: Any, keys: Keys) -> Iterator[Mention]:
    refs = [mark for mark in metadata if isinstance(mark, Ref)]
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation is Who and isinstance(value, str):
        refs = [Ref("people", ("none",))]
    if refs:
        if isinstance(value, str) and value not in refs[0].also and re.fullmatch(ID_PATTERN, value):
            yield keys, refs[0], value
    elif origin is Annotated:
        yield from _typed(args[0], args[1:], value, keys)
    elif origin in (Union, UnionType):
        for arg in args:
            yield from _typed(arg, (), value, keys)
    elif origin is tuple and isinstance(value, list):
        for number, one in enumerate(value):
            yield from _typed(args[0], (), one, (*keys, number))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items() if isinstance(value, dict) else ():
            key = field.alias or name
            if key in value:
                inner = tuple(field.metadata)
                yield from _typed(field.annotation, inner, value[key], (*keys, key))


@cache
def ids_in(model: type[BaseModel]) -> dict[str, str]:
    """Return, by name, the fields of a model that hold ids themselves, with the kind they name."""
    found = {}
    for name, field in model.model_fields.items():
        walk = _walk(field.annotation, tuple(field.metadata))
        while isinstance(walk, partial) and walk.func is _walk_list:
            walk = walk.args[0]
        if isinstance(walk, partial) and isinstance(walk.args[0], Ref):
            found[name] = walk.args[0].kind
    return found


def model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """Return the model of the mapping that stands at `keys` inside a record of this model."""
    current: Any = model
    for key in keys:
        current = _inside(current)
        if isinstance(key, int):
            continue
        if not (isinstance(current, type) and issubclass(current, BaseModel)):
            return None
        by_key = {field.alias or name: field for name, field in current.model_fields.items()}
        if key not in by_key:
            return None
        current = by_key[key].annotation
    current = _inside(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _inside(annotation: Any) -> Any:
    """Return the annotation without Annotated, None and tuple around it."""
    while args := get_args(annotation):
        inner = [arg for arg in args if arg is not type(None) and arg is not ...]
        annotation = inner[0]
    return annotation
