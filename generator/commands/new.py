"""`factcheck new`: the beginning of a record, with its blanks, ready to be filled."""

from pathlib import Path
from typing import get_args

import click
from pydantic import TypeAdapter, ValidationError

from generator.commands.microsite import root_option
from generator.commands.sources import source_in
from generator.evidence.seal import document_hash
from generator.proposing import claims, forms, named, sources
from generator.proposing.skeleton import id_of, refusal
from generator.proposing.words import quoted
from generator.publish.inert import visible
from generator.publish.single import write
from generator.records.mentions import missing
from generator.records.origin import Origin
from generator.records.reading import Records, read
from generator.records.scalars import Link
from generator.records.source import Source
from generator.records.tree import WorkTree
from generator.records.yamldoc import parse

FORM = ".github/ISSUE_TEMPLATE/claim.yml"
KINDS = get_args(Source.model_fields["kind"].annotation)
ORIGIN_KINDS = get_args(Origin.model_fields["kind"].annotation)
MISSING = "factcheck check says what is missing"
ORIGINS = "say whose reporting it holds (`origin`) or passes on (`relays`): no check can know that"

_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def new() -> None:
    """Begin a record: what is known is written, the rest stands there as blanks.

    `factcheck check` names every blank. A new claim is a draft: checked and shown in the preview,
    not built until it has `published`.
    """


@new.command()
@root_option
@click.argument("id_", metavar="ID", required=False)
@click.option("--claim", "sentence", default="", help="The claim: one sentence.")
@click.option(
    "--quote",
    "quotes",
    type=(str, str),
    multiple=True,
    metavar='SOURCE "WORDS"',
    help="Whole sentences that hold these words become evidence; more than once if need be.",
)
@click.option(
    "--text",
    "texts",
    type=_file,
    multiple=True,
    help="A document that was sealed, to quote from; without it, what the archive quotes.",
)
@click.option("--from-issue", "issue", type=_file, help="The text of a filled-in issue form.")
def claim(
    root: Path,
    id_: str | None,
    sentence: str,
    quotes: tuple[tuple[str, str], ...],
    texts: tuple[Path, ...],
    issue: Path | None,
) -> int:
    """Begin a claim: write data/claims/ID.yml."""
    records = read(WorkTree(root))
    if issue:
        if sentence or quotes or texts:
            raise click.UsageError("--from-issue takes everything from the form")
        sentence, text = _from_issue(root, records, issue)
        id_ = id_ or id_of(sentence)
    else:
        _refuse("--claim", sentence and claims.fault(sentence))
        text = claims.begun(
            records,
            sentence,
            _evidence(records, quotes, texts),
            [source for source, _ in quotes],
        )
    if not id_:
        raise click.UsageError("say the ID: the record's name for ever, such as bridge-closed")
    return _begin(root, records, "claims", id_, text)


@new.command()
@root_option
@click.argument("id_", metavar="ID")
@click.option("--url", default="", help="The document's address, where you have seen it.")
@click.option("--outlet", default="", help="Who published it.")
@click.option("--title", default="", help="Its title, as published.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is to what it reports.")
def source(root: Path, id_: str, url: str, outlet: str, title: str, kind: str | None) -> int:
    """Begin a source: write data/sources/ID.yml; what you do not know is `unknown`."""
    records = read(WorkTree(root))
    for option, value in (("--outlet", outlet), ("--title", title)):
        _refuse(option, value and claims.fault(value))
    if url:
        try:
            TypeAdapter(Link).validate_python(url)
        except ValidationError:
            _refuse("--url", "write the whole address, from https:// on, without a password")
        if other := sources.twin(records, url):
            _refuse("--url", f"data/sources/{other}.yml is this page's record already")
    text = sources.begun(outlet, title, url, kind or "")
    return _begin(root, records, "sources", id_, text, ORIGINS)


@new.command()
@root_option
@click.argument("id_", metavar="ID")
@click.option("--name", default="", help="What readers know it by.")
@click.option("--kind", type=click.Choice(ORIGIN_KINDS), help="A newsroom, one act, or a record.")
@click.option("--who", default="", metavar="PERSON", help="The id of the person whose act it is.")
def origin(root: Path, id_: str, name: str, kind: str | None, who: str) -> int:
    """Begin an origin: write data/origins/ID.yml."""
    records = read(WorkTree(root))
    _refuse("--name", name and claims.fault(name))
    if who and kind != "act":
        raise click.UsageError("--who goes with --kind act")
    if who and who not in records.people:
        hint = missing(records.of, "people", "who", visible(who))
        _refuse("--who", f"there is no {visible(who)!r} in data/people; {hint}")
    return _begin(root, records, "origins", id_, named.origin(name, kind or "", who))


@new.command()
@root_option
@click.argument("id_", metavar="ID")
@click.option("--name", default="", help="The name, in the spelling of this site.")
@click.option("--office", default="", help="The office, as it was when the claims were made.")
def person(root: Path, id_: str, name: str, office: str) -> int:
    """Begin a person: write data/people/ID.yml."""
    for option, value in (("--name", name), ("--office", office)):
        _refuse(option, value and claims.fault(value))
    return _begin(root, read(WorkTree(root)), "people", id_, named.person(name, office))


@new.command()
@root_option
@click.argument("id_", metavar="ID")
@click.option("--title", default="", help="A few words, as a heading.")
def topic(root: Path, id_: str, title: str) -> int:
    """Begin a topic: write data/topics/ID.yml."""
    _refuse("--title", title and claims.fault(title))
    return _begin(root, read(WorkTree(root)), "topics", id_, named.topic(title))


def _refuse(option: str, why: str) -> None:
    if why:
        raise click.UsageError(f"{option}: {why}")


def _from_issue(root: Path, records: Records, path: Path) -> tuple[str, str]:
    """Return the claim's sentence and its record, from the text of an issue."""
    doc = parse(FORM, (root / FORM).read_bytes())
    if doc.value is None:
        raise click.ClickException(f"{FORM}: {doc.findings[0].message}")
    form = forms.fields(doc.value)
    try:
        given = forms.answers(form, path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise click.ClickException(f"{path}: the text is not UTF-8") from None
    except ValueError as error:
        raise click.ClickException(f"{path}: {error}") from None
    return given["claim"], claims.from_form(records, form, given)


def _evidence(
    records: Records, quotes: tuple[tuple[str, str], ...], texts: tuple[Path, ...]
) -> list[str]:
    """Return the items for what is quoted; every text is the document of a source among them."""
    chosen = [(source_in(records, id_), words) for id_, words in quotes]
    sealed = {source.seal.document for source, _ in chosen if source.seal}
    raws = [path.read_bytes() for path in texts]
    for path, raw in zip(texts, raws, strict=True):
        if document_hash(raw) not in sealed:
            raise click.ClickException(f"{path} is not the text that was sealed of what is quoted")
    try:
        return [quoted(words, records, source, raws) for source, words in chosen]
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def _begin(
    root: Path, records: Records, kind: str, id_: str, text: str, then: str = MISSING
) -> int:
    """Write the record, unless its id is none, is taken or was another's; say what is left."""
    if why := refusal(records, kind, id_):
        raise click.UsageError(visible(why))
    path = f"data/{kind}/{id_}.yml"
    if (root / path).exists() or (root / path).is_symlink():
        raise click.UsageError(f"{path} is there already")
    raw = text.encode("utf-8")
    write(root / path, raw)
    count = len(parse(path, raw).blanks)
    left = f"{count} blank{'' if count == 1 else 's'} to fill; " if count else ""
    click.echo(f"{path}: written; {left}{then}")
    return 0
