"""`factcheck stage DIR`: the pages as Markdown files, for any site builder."""

import os
from pathlib import Path

import click

from generator import pipeline
from generator.commands.microsite import root_option
from generator.evidence.archive import Archive
from generator.pages import Page, Settings, handwritten
from generator.publish import folder, reports
from generator.text import url


@click.command()
@root_option
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
def stage(root: Path, target: Path) -> int:
    """Bring DIR to the generated pages, the hand-written ones with their markers filled, and files.

    DIR must be missing, empty, or staged before. Point any builder's docs_dir at it.
    """
    checked = pipeline.check(root)
    if checked.findings:
        report = reports.text(checked.findings, checked.claims, checked.skipped)
        click.echo(report, err=True, nl=False)
    if checked.archive is None:
        return 1
    files: dict[str, bytes] = {}
    names: list[tuple[str, str]] = []
    settings = Settings(repo_url=_address("REPO_URL"), site_url=_address("SITE_URL", end="/"))
    for page in pipeline.pages(checked.archive, settings):
        files[page.path] = page.text().encode() if isinstance(page, Page) else page.content
        names.append((f"the generated {page.path}", folder.served_at(page.path)))
    trouble = []
    for path in _written(root / "docs"):
        if reason := handwritten.unfit(root / "docs", path):
            trouble.append(f"docs/{path}: {reason}")
        else:
            files[path] = _filled(root / "docs", path, checked.archive, settings)
        names.append((f"docs/{path}", folder.served_at(path)))
    trouble += folder.clashes(names)
    if trouble:
        click.echo("\n".join(trouble), err=True)
        return 1
    folder.bring(target, files)
    click.echo(f"{target}: {len(files)} files")
    return 0


def _address(variable: str, end: str = "") -> str:
    """Return an address from the environment, with its last slash; empty where none is given."""
    given = os.environ.get(variable, "")
    try:
        return url(given).removesuffix(end) + end if given else ""
    except ValueError as error:
        raise click.UsageError(f"{variable}: {error}") from None


def _written(docs: Path) -> list[str]:
    """Return the path of every hand-written file; MkDocs leaves the same ones out."""
    paths = [path.relative_to(docs) for path in sorted(docs.rglob("*")) if path.is_file()]
    return [
        path.as_posix()
        for path in paths
        if path.parts[0] != "templates" and not any(part.startswith(".") for part in path.parts)
    ]


def _filled(docs: Path, path: str, archive: Archive, settings: Settings) -> bytes:
    """Return a hand-written file's bytes; a page's with its markers filled."""
    content = (docs / path).read_bytes()
    if not path.endswith(".md"):
        return content
    markdown = content.decode("utf-8-sig")
    return handwritten.fill(archive, path, markdown, settings).encode()
