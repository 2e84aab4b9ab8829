"""`factcheck watch`: the sources of a microsite against a site with one page of each status."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator import cli
from tests.specimens import check, microsite, tiny
from tests.web.site import Answer, Run, Site, page, path, redirect

pytestmark = pytest.mark.slow  # each waits for a server of its own
NAMES = {
    "bridge-digest": "digest",
    "courier-report": "courier",
    "hill-radio-notes": "radio",
    "quillbeck-today": "today",
    "valley-post": "post",
}
GOATS = "“It was the goats that did it,” Mayor Thorn told the Courier."


def rooted(folder: Path, site: Site) -> Path:
    """Return a microsite whose sources stand on the site of the test, each under its own name."""
    changes = {}
    for source, name in NAMES.items():
        record = tiny(path(source))
        [line] = [line for line in record.splitlines() if line.startswith("url: ")]
        address = site.at(f"/{source}", f"{name}.example.org")
        changes[path(source)] = record.replace(line, f"url: {address}")
    return microsite(folder, changes)


def fill(site: Site) -> None:
    """Give the site one page of each status."""
    site.pages |= {
        "/bridge-digest": page("bridge-digest"),
        "/courier-report": redirect("/2024/footbridge"),
        "/2024/footbridge": page("courier-report"),
        "/hill-radio-notes": Answer(status=410),
        "/quillbeck-today": Answer(status=503),
        "/valley-post": page("valley-post", GOATS, f"Nobody said: {GOATS}"),
    }


TOLD = """\
bridge-digest: same
courier-report: moved to http://courier.example.org:PORT/2024/footbridge
hill-radio-notes: gone
quillbeck-today: not read: the server answers 503
valley-post: changed: 1 of 6 quoted sentences was not found there
    286bbe81 “It was the goats that did it,” Mayor Thorn told the Courier.
4 sources read: 1 same, 1 moved, 1 changed, 1 gone; 1 not read; 1 without an address
"""


def test_one_page_of_each_status(run: Run, site: Site, tmp_path: Path) -> None:
    """Every source with an address is compared; the report ends with 0 whatever has changed."""
    root = rooted(tmp_path, site)
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    fill(site)
    assert run("watch", "--root", root) == (0, TOLD, "")
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("around", ["Buy boots!", "Read more: ten bridges.", "Subscribe. Now!"])
def test_adverts_around_the_same_sentences(
    run: Run, site: Site, tmp_path: Path, around: str
) -> None:
    """Whatever stands between and beside unchanged sentences, the page is the same."""
    site.pages |= {f"/{source}": page(source, around=around) for source in NAMES}
    code, out, _ = run("watch", "--root", rooted(tmp_path, site))
    assert (code, out.splitlines()[:-1]) == (0, [f"{source}: same" for source in NAMES])


def test_only_those_named(run: Run, site: Site, tmp_path: Path) -> None:
    """Sources that are named are read in that order, each once, and no others."""
    fill(site)
    root = rooted(tmp_path, site)
    ended = run("watch", "--root", root, "valley-post", "bridge-digest", "valley-post")
    assert ended[0] == 0
    assert site.paths == ["/valley-post", "/bridge-digest"]
    assert run("watch", "--root", root, "bridge-register")[1] == (
        "0 sources read: 0 same, 0 moved, 0 changed, 0 gone; 0 not read; 1 without an address\n"
    )


def test_unknown_sources(run: Run, site: Site, tmp_path: Path) -> None:
    """A source that is not there is wrong usage, before anything is read."""
    code, out, err = run("watch", "--root", rooted(tmp_path, site), "valley-pots")
    assert (code, out) == (2, "")
    assert err.endswith("there is no source 'valley-pots'; did you mean 'valley-post'?\n")
    assert site.asked == []


def test_records_that_cannot_be_read(run: Run, site: Site, tmp_path: Path) -> None:
    """A record that cannot be read keeps nobody from reading the others' pages."""
    fill(site)
    root = rooted(tmp_path, site)
    (root / path("hill-radio-notes")).write_text("outlet: [\n", encoding="utf-8")
    code, out, err = run("watch", "--root", root)
    assert (code, err) == (0, "some records cannot be read: run `factcheck check`\n")
    assert out == TOLD.replace("hill-radio-notes: gone\n", "").replace("4 s", "3 s").replace(
        "1 gone", "0 gone"
    )


WATCHED = {
    "bridge-digest": "watched:\n  status: same\n  on: DAY\n",
    "courier-report": (
        "watched:\n  status: moved\n  on: DAY\n"
        "  to: http://courier.example.org:PORT/2024/footbridge\n"
    ),
    "hill-radio-notes": "watched:\n  status: gone\n  on: DAY\n",
    "valley-post": "watched:\n  status: changed\n  on: DAY\n  missing:\n    - 286bbe81\n",
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_write(run: Run, site: Site, tmp_path: Path, line_end: str) -> None:
    """`--write` puts what was found before each seal and touches no other byte of any file."""
    fill(site)
    root = rooted(tmp_path, site)
    for source in NAMES:
        file = root / path(source)
        file.write_bytes(file.read_bytes().replace(b"\n", line_end.encode()))
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert run("watch", "--root", root, "--write") == (0, TOLD, "records written: 4\n")
    day = datetime.now(UTC).date().isoformat()
    for source, block in WATCHED.items():
        file = root / path(source)
        block = block.replace("DAY", day).replace("PORT", str(site.port))
        old, seal, rest = before[file].partition(b"seal:")
        before[file] = old + block.replace("\n", line_end).encode() + seal + rest
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_written_records_are_sound(run: Run, site: Site, tmp_path: Path) -> None:
    """A microsite with what was found checks as clean as before."""
    fill(site)
    root = rooted(tmp_path, site)
    run("watch", "--root", root, "--write")
    assert run("check", "--strict", "--root", root)[:2] == (0, "9 claims checked, nothing found\n")


def test_what_is_unchanged_is_not_touched(run: Run, site: Site, tmp_path: Path) -> None:
    """A record that says already what was found keeps its day; a page that comes back is noted."""
    fill(site)
    root = rooted(tmp_path, site)
    run("watch", "--root", root, "--write")
    day = datetime.now(UTC).date().isoformat()
    for source in WATCHED:
        file = root / path(source)
        file.write_text(file.read_text("utf-8").replace(f"on: {day}", "on: 2024-03-11", 1), "utf-8")
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert run("watch", "--root", root, "--write")[2] == "records written: 0\n"
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before
    site.pages["/hill-radio-notes"] = page("hill-radio-notes")
    site.pages["/valley-post"] = Answer(status=500)
    assert run("watch", "--root", root, "--write")[2] == "records written: 1\n"
    told = (root / path("hill-radio-notes")).read_text("utf-8")
    assert f"\nwatched:\n  status: same\n  on: {day}\nseal:\n" in told
    assert "status: changed\n  on: 2024-03-11" in (root / path("valley-post")).read_text("utf-8")


def test_a_record_that_cannot_be_written(run: Run, site: Site, tmp_path: Path) -> None:
    """Where the key cannot be put in its place the record is left, and the others are written."""
    fill(site)
    root = rooted(tmp_path, site)
    file = root / path("bridge-digest")
    written = file.read_text("utf-8").replace("note: The", 'note: "seen\n\nseal: no" # The')
    file.write_text(written, "utf-8")
    code, _, err = run("watch", "--root", root, "--write", "bridge-digest", "hill-radio-notes")
    assert code == 2
    assert err == (
        f"{path('bridge-digest')}: `watched:` cannot be written there; write it by hand, "
        "before the seal\nrecords written: 1\n"
    )
    assert file.read_text("utf-8") == written


def test_for_an_issue_and_for_programs(run: Run, site: Site, tmp_path: Path) -> None:
    """Markdown is the body of an issue alone, JSON one value alone; both end with 0."""
    fill(site)
    root = rooted(tmp_path, site)
    code, out, err = run("watch", "--root", root, "--format", "markdown")
    assert (code, err) == (0, "")
    assert out.splitlines()[2:6] == [
        "## Changed: these quoted sentences were not found there",
        "",
        (
            "- `valley-post` `http://post.example.org:PORT/valley-post`: "
            "1 of 6 quoted sentences was not found there"
        ),
        f"  - `286bbe81` `{GOATS}`",
    ]
    code, out, err = run("watch", "--root", root, "--format", "json", "--write")
    assert (code, err) == (0, "records written: 4\n")
    statuses = [one["status"] for one in json.loads(out)["sources"]]
    assert statuses == ["same", "moved", "gone", "unread", "changed"]


UNREAD = [
    (Answer(status=403), "the server answers 403"),
    (Answer(b"%PDF-1.7", kind="application/pdf"), "it is no page of text but application/pdf"),
    (Answer(b"<html><script>go()</script></html>"), "no text can be found in it"),
    (redirect("file:///etc/hosts"), "it leads to an address that is not http or https: file:"),
    (redirect("/valley-post"), "it redirects more than 5 times"),
    (
        redirect("http://inside.example.org/"),
        (
            "no robots.txt can be read first: "
            "inside.example.org stands at 10.0.0.7, which is no public address"
        ),
    ),
    (
        Answer(b"x", headers={"Content-Encoding": "br"}),
        "it is packed in a way that was not asked for",
    ),
]


@pytest.mark.parametrize(("answer", "reason"), UNREAD)
def test_what_could_not_be_read(
    run: Run, site: Site, tmp_path: Path, answer: Answer, reason: str
) -> None:
    """What could not be read is told with its reason, and never written into a record."""
    site.pages["/valley-post"] = answer
    root = rooted(tmp_path, site)
    before = (root / path("valley-post")).read_bytes()
    code, out, err = run("watch", "--root", root, "--write", "valley-post")
    assert (code, err) == (0, "records written: 0\n")
    assert out.splitlines()[0] == f"valley-post: not read: {reason}"
    assert (root / path("valley-post")).read_bytes() == before


def test_led_to_a_wall(run: Run, site: Site, tmp_path: Path) -> None:
    """A page that leads to a question for consent is not noted as gone, and the issue says why."""
    site.pages["/valley-post"] = redirect("/consent?for=/valley-post")
    wall = b"<html><body><p>May we? Do you agree?</p></body></html>"
    site.pages["/consent?for=/valley-post"] = Answer(wall)
    root = rooted(tmp_path, site)
    before = (root / path("valley-post")).read_bytes()
    code, out, err = run("watch", "--root", root, "--write", "--format", "markdown", "valley-post")
    assert (code, err) == (0, "records written: 0\n")
    assert out.splitlines()[2:5] == [
        "## Not read, or not known again: nobody can say",
        "",
        (
            "- `valley-post` `http://post.example.org:PORT/valley-post`: `none of the quoted "
            "sentences was found where it leads (see whether the page asks for a log-in, consent "
            "or scripts): http://post.example.org:PORT/consent?for=/valley-post`"
        ),
    ]
    assert (root / path("valley-post")).read_bytes() == before


def test_robots(run: Run, site: Site, tmp_path: Path) -> None:
    """A page that robots.txt keeps is not read."""
    site.pages |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /v"),
        "/valley-post": page("valley-post"),
    }
    _, out, _ = run("watch", "--root", rooted(tmp_path, site), "valley-post")
    told = "valley-post: not read: the robots.txt of post.example.org asks that it not be read"
    assert out.splitlines()[0] == told


@pytest.mark.parametrize("missing", ["httpx", "httpcore", "trafilatura", "protego"])
@pytest.mark.parametrize("command", [["watch"], ["seal", "valley-post", "https://x.example.org/"]])
def test_without_the_extra(
    command: list[str],
    missing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without the packages of the extra the command says how to get them; others work."""
    for name in [name for name in sys.modules if name.startswith("generator.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    root = microsite(tmp_path)
    monkeypatch.setattr(sys, "argv", ["factcheck", *command, "--root", str(root)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    told = (
        f"Error: reading live pages needs a package that is not here ({missing}): "
        '`make .venv/.watch`, or `pip install ".[watch]"`\n'
    )
    assert capsys.readouterr().err.endswith(told)
    assert not check({}).findings
