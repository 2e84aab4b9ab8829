"""What a person has still to write in a record: keys without a value, each with what it is for."""

from pydantic import BaseModel

from generator.records.yamltext import comment, remark


def blank(model: type[BaseModel], key: str, indent: int = 0, said: str = "", also: str = "") -> str:
    """Return the key with nothing behind its colon but the field's description, as comment.

    A check reports each as a finding of its own (E203), so that none is forgotten.

    Args:
        model: the model that has the field.
        key: the field.
        indent: how many spaces stand before it.
        said: what somebody wrote who could not fill it; it stands below, as comment.
        also: what else to know, in our own words.
    """
    about = model.model_fields[key].description
    line = f"{' ' * indent}{key}:" + (f"  # {about}" if about else "") + "\n"
    line += remark(also, indent + 2) if also else ""
    return line + (comment(said, indent + 2) if said else "")


def example(model: type[BaseModel], key: str, value: str) -> str:
    """Return the key with an example of a value as comment, for a field that may be left out.

    Args:
        model: the model that has the field.
        key: the field.
        value: the example, in our own words, as YAML on one line.
    """
    return f"# {key}: {value}  # {model.model_fields[key].description}\n"


def required(model: type[BaseModel]) -> list[str]:
    """Return the keys that every record of a model has, in the order in which they are written."""
    return [name for name, field in model.model_fields.items() if field.is_required()]
