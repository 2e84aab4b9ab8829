"""All files of a microsite's data become Records, or findings that say why not."""

import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.findings import Facts, Finding, Place, did_you_mean, rule
from generator.records.claim import Claim
from generator.records.fieldfaults import id_form, unknown_key, wrong_shape
from generator.records.mentions import as_id, mended
from generator.records.model import Record
from generator.records.origin import Origin
from generator.records.person import Person
from generator.records.quotation import Quoting
from generator.records.scalars import ID_PATTERN
from generator.records.site import Site
from generator.records.source import Source
from generator.records.topic import Topic
from generator.records.tree import Tree
from generator.records.validation import Invalid, from_validation
from generator.records.variant import Variant
from generator.records.verdict import Verdict
from generator.records.yamldoc import YamlDoc, parse

FOLDERS: dict[str, type[Record]] = {
    "claims": Claim,
    "sources": Source,
    "origins": Origin,
    "people": Person,
    "topics": Topic,
    "variants": Variant,
}
SCHEMA_NAMES = {
    "claims": "claim",
    "sources": "source",
    "origins": "origin",
    "people": "person",
    "topics": "topic",
    "variants": "variant",
}
FILES = ("site", "verdicts")
_ID = re.compile(ID_PATTERN)


@dataclass
class Records:
    """Every record that could be read, by kind and id, with the documents they stand in."""

    claims: dict[str, Claim] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    variants: dict[str, Variant] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    site: Site | None = None
    findings: list[Finding] = field(default_factory=list)
    documents: dict[tuple[str, str], YamlDoc] = field(default_factory=dict)
    unread: set[tuple[str, str]] = field(default_factory=set)

    def place(self, kind: str, id_: str, *keys: str | int, key: bool = False) -> Place:
        """Return where a field of a record stands; `kind` is the folder's name."""
        if kind == "verdicts":
            return self.documents[kind, ""].place(id_, *keys, key=key)
        return self.documents[kind, id_].place(*keys, key=key)

    def quoted(self, record: Quoting, number: int, *keys: str | int, key: bool = False) -> Place:
        """Return where a field of the quotation with this number stands."""
        return self.place(record.kind, record.id, record.key, number, *keys, key=key)

    def of(self, kind: str) -> dict[str, Any]:
        """Return the records of one kind by id."""
        found: dict[str, Any] = getattr(self, kind)
        return found


@rule("E101")
def unreadable(path: str, reason: str, hint: str) -> Facts:
    """Every file of the data can be read, and is a file, not a link.

    Bad:
        a record that only its owner may read
    Good:
        a plain file
    """
    yield Place(path), f"cannot be read: {reason}", hint


@rule("E119")
def stray_file(path: str) -> Facts:
    """The data folder holds records only, each in the folder of its kind, named `<id>.yml`.

    Bad:
        data/claims/x.yaml
    Good:
        data/claims/security-shield.yml
    """
    _, folder, *rest = path.split("/")
    if path.endswith(".yaml"):
        hint = "rename it to end in .yml"
    elif rest and folder not in FOLDERS:
        hint = did_you_mean(folder, FOLDERS, "the folders are: " + ", ".join(FOLDERS))
    else:
        hint = "records end in .yml and stand in their folder; move anything else out of data/"
    yield Place(path), "not the place or name of a record", hint


@rule("E120")
def file_name(path: str, stem: str) -> Facts:
    """A record's file name is its id: lower-case words joined by hyphens, 3 to 64 characters.

    Bad:
        data/claims/My Claim.yml
    Good:
        data/claims/my-claim.yml
    """
    made = as_id(stem)
    name = made if _ID.fullmatch(made) else "three-words"
    yield Place(path), f"{stem!r} is no id", f"rename it, perhaps to {name}.yml"


@rule("W701")
def schema_line(doc: YamlDoc, wanted: str) -> Facts:
    """A record's first line names its schema, so that editors complete and check it.

    Bad:
        claim: One sentence.
    Good:
        # yaml-language-server: $schema=../schemas/claim.schema.json
        claim: One sentence.
    """
    if doc.text.partition("\n")[0].rstrip("\r") != wanted:
        yield doc.at(1, 1), "the first line does not name the schema", f"begin with `{wanted}`"


def read(tree: Tree, data: str = "data", known: Records | None = None) -> Records:
    """Return all records below the folder `data`; what cannot be read is among the findings.

    A record whose file has the same text in `known`, another state of the same data, is taken
    from there and not parsed again. Raises OSError when there is no such folder.
    """
    records = Records()
    invalid: list[Invalid] = []
    misnamed: dict[tuple[str, str], str] = {}
    for path in tree.files(data):
        if path.startswith(f"{data}/schemas/"):
            continue
        kind, id_ = _identify(path, data)
        if not kind:
            records.findings.extend(stray_file(path))
            if path.endswith(".yaml"):
                misnamed[_identify(f"{path.removesuffix('.yaml')}.yml", data)] = path
        elif id_ and not _ID.fullmatch(id_):
            records.findings.extend(file_name(path, id_))
            misnamed[kind, as_id(id_)] = path
        else:
            _read_one(records, tree, path, kind, id_, known, invalid)
    _tell(records, invalid)
    for key, path in misnamed.items():
        if key[0] and key not in records.documents:
            records.documents[key] = YamlDoc(path)
            records.unread.add(key)
    for name in FILES:
        if (name, "") not in records.documents:
            path = f"{data}/{name}.yml"
            hint = "add it; `factcheck schema` writes the schema that says what it holds"
            records.findings.extend(unreadable(path, "it does not exist", hint))
            records.documents[name, ""] = YamlDoc(path)
            records.unread.add((name, ""))
    return records


def _identify(path: str, data: str) -> tuple[str, str]:
    """Return kind and id of a record's path; the kind is empty for any other file."""
    inside = path.removeprefix(f"{data}/")
    if not inside.endswith(".yml"):
        return "", ""
    folder, _, name = inside.removesuffix(".yml").rpartition("/")
    if not folder:
        return (name, "") if name in FILES else ("", "")
    return (folder, name) if folder in FOLDERS else ("", "")


def _read_one(
    records: Records,
    tree: Tree,
    path: str,
    kind: str,
    id_: str,
    known: Records | None,
    invalid: list[Invalid],
) -> None:
    try:
        raw = tree.read(path)
    except OSError as error:
        reason = "it is a link" if error.errno == errno.ELOOP else (error.strerror or str(error))
        hint = "make it a plain file that you may read"
        records.findings.extend(unreadable(path, reason, hint))
        records.documents[kind, id_] = YamlDoc(path)
        records.unread.add((kind, id_))
        return
    if known and _taken(records, known, kind, id_, raw):
        return
    doc = records.documents[kind, id_] = parse(path, raw)
    records.findings.extend(doc.findings)
    if doc.value is None:
        records.unread.add((kind, id_))
        return
    prefix = "../" if id_ else ""
    name = f"{SCHEMA_NAMES.get(kind, kind)}.schema.json"
    wanted = f"# yaml-language-server: $schema={prefix}schemas/{name}"
    records.findings.extend(schema_line(doc, wanted))
    _validate(records, doc, kind, id_, invalid)


def _tell(records: Records, invalid: list[Invalid]) -> None:
    """Add what is wrong with fields, and each blank; all records are known that can be meant."""
    for one in invalid:
        records.findings.extend(from_validation(one, records.of))
    told = {finding.place for finding in records.findings}
    for doc in records.documents.values():
        for what, place in doc.blanks if doc.value is not None else ():
            if place not in told:
                records.findings.extend(wrong_shape(place, what))


def _taken(records: Records, known: Records, kind: str, id_: str, raw: bytes) -> bool:
    """Take a record over if its file has this text and is without fault; say whether it was."""
    doc = known.documents.get((kind, id_))
    if doc is None or doc.findings or (kind, id_) in known.unread or doc.text.encode() != raw:
        return False
    records.documents[kind, id_] = doc
    if kind == "site":
        records.site = known.site
    elif kind == "verdicts":
        records.verdicts = known.verdicts
    else:
        records.of(kind)[id_] = known.of(kind)[id_]
    return True


def _validate(records: Records, doc: YamlDoc, kind: str, id_: str, invalid: list[Invalid]) -> None:
    if kind == "verdicts":
        for name in doc.value or ():
            if not _ID.fullmatch(name):
                place, hint = doc.place(name, key=True), mended(records.of, "", "", name)
                records.findings.extend(id_form(place, "a verdict's id", name, hint))
                records.unread.add((kind, id_))
            made = _model(records, doc, Verdict, name, (name,), invalid)
            if isinstance(made, Verdict):
                records.verdicts[name] = made
            else:
                records.unread.add((kind, id_))
        return
    made = _model(records, doc, Site if kind == "site" else FOLDERS[kind], id_, (), invalid)
    if made is None:
        records.unread.add((kind, id_))
    elif isinstance(made, Site):
        records.site = made
    else:
        records.of(kind)[id_] = made


def _model(
    records: Records,
    doc: YamlDoc,
    model: type[Record],
    id_: str,
    under: tuple[str, ...],
    invalid: list[Invalid],
) -> Record | None:
    """Return the validated record at `under` in a document; None leaves behind what is wrong."""
    value: Any = doc.value
    for step in under:
        value = value[step]
    found = list(_own_id(doc, value, under))
    try:
        made = model.model_validate({**value, "id": id_} if isinstance(value, dict) else value)
    except ValidationError as error:
        invalid.append(Invalid(doc, model, error, under))
        made = None
    records.findings.extend(found)
    return None if found or doc.blanks else made


def _own_id(doc: YamlDoc, value: Any, under: tuple[str, ...]) -> Iterator[Finding]:
    if isinstance(value, dict) and "id" in value:
        hint = "remove the line: the file's name is the id"
        yield from unknown_key(doc.place(*under, "id", key=True), "id", [], hint)
