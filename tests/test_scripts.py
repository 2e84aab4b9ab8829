"""The steps of the workflows, each run as GitHub runs it: its own words, in a clone."""

import ast
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from tests.specimens import TINY
from tests.workflowfiles import GITHUB, NO_SETTINGS, ROOT, Key, Ran, run_step, steps

# Steps that no test runs, each with the reason.
NOT_RUN = {
    "make .venv/.run": "it asks a package registry; make site begins with it",
    "make .venv/.watch": "likewise",
    "make test": "it is what runs these tests",
}
CLAIM = "data/claims/bridge-closed.yml"
AUTHOR = {f"GIT_{a}_{b}": "tests" for a in ("AUTHOR", "COMMITTER") for b in ("NAME", "EMAIL")}
ZEROS = "0" * 40

pytestmark = pytest.mark.slow  # nearly all call the program as a process of its own


class Checkout:
    """A clone of a small repository of records, with the program installed beside them."""

    def __init__(self, folder: Path) -> None:
        self.temp = folder / "temp"
        self.origin = folder / "origin"
        self.root = folder / "checkout"
        shutil.copytree(TINY, self.origin)
        shutil.copytree(GITHUB / "scripts", self.origin / ".github" / "scripts")
        self.git("init", "--quiet", "--initial-branch", "main", at=self.origin)
        self.base = self.commit({})
        self.git("clone", "--quiet", str(self.origin), str(self.root), at=folder)
        (self.root / ".venv").symlink_to(sys.prefix)

    def git(self, *words: str, at: Path | None = None) -> str:
        """Return what git prints."""
        done = subprocess.run(
            ["git", *words],
            cwd=at or self.root,
            env=os.environ | NO_SETTINGS | AUTHOR,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, changes: Mapping[str, str | None]) -> str:
        """Change files of the origin, commit there, and return the commit."""
        for path, text in changes.items():
            if text is None:
                (self.origin / path).unlink()
            else:
                (self.origin / path).parent.mkdir(parents=True, exist_ok=True)
                (self.origin / path).write_text(text, encoding="utf-8")
        self.git("add", "--all", at=self.origin)
        self.git("commit", "--quiet", "--allow-empty", "--message", "x", at=self.origin)
        return self.git("rev-parse", "HEAD", at=self.origin)

    def pull_request(self, changes: Mapping[str, str | None]) -> None:
        """Check out what GitHub checks out for a pull request: its merge into main."""
        self.git("switch", "--quiet", "--create", "proposal", at=self.origin)
        self.commit(changes)
        self.git("switch", "--quiet", "main", at=self.origin)
        self.git("merge", "--quiet", "--no-ff", "--message", "x", "proposal", at=self.origin)
        self.pull()

    def pull(self) -> None:
        """Check out what is the origin's main now."""
        self.git("fetch", "--quiet")
        self.git("reset", "--quiet", "--hard", "origin/main")

    def edited(self, old: str, new: str) -> dict[str, str | None]:
        """Return the change of one claim that replaces a text."""
        text = (TINY / CLAIM).read_text(encoding="utf-8")
        assert text.count(old) == 1
        return {CLAIM: text.replace(old, new)}


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A clone of its own for one test."""
    return Checkout(tmp_path)


def called() -> set[Key]:
    """Return the steps that this file names where it calls `run_step`."""
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    return {
        ast.literal_eval(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "run_step"
    }


def test_every_step_is_run() -> None:
    """Each script of each workflow, with what it is given, is run by a test of this file."""
    given = {key: (step.script, step.env) for key, step in steps().items()}
    left_out = set(given.values()) - {given[key] for key in called()}
    assert {script for script, _ in left_out} == set(NOT_RUN)


def test_every_script_is_a_step_and_careful() -> None:
    """Each file of .github/scripts/ is a step, and stops at its first mistake."""
    run = {step.script for step in steps().values()}
    for path in sorted((GITHUB / "scripts").iterdir()):
        assert f"bash .github/scripts/{path.name}" in run
        assert "\nset -euo pipefail\n" in path.read_text(encoding="utf-8")


def base(checkout: Checkout, event: str, before: str = "") -> Ran:
    """Return how the step ended that finds what to compare with."""
    return run_step(
        ("check", "records", "Find what to compare with"),
        checkout.root,
        checkout.temp,
        EVENT_NAME=event,
        BEFORE=before,
    )


def test_a_pull_request_is_compared_with_its_base(checkout: Checkout) -> None:
    """The base of a pull request is the main that it is merged into, whatever it came from."""
    checkout.git("switch", "--quiet", "--create", "proposal", at=checkout.origin)
    checkout.commit({"README.md": "mine"})
    checkout.git("switch", "--quiet", "main", at=checkout.origin)
    main = checkout.commit({"docs/more.md": "theirs"})
    checkout.git(*["merge", "--quiet", "--no-ff", "--message", "x", "proposal"], at=checkout.origin)
    checkout.pull()
    assert base(checkout, "pull_request") == Ran(0, "", {"base": main})
    assert base(checkout, "workflow_dispatch") == Ran(0, "", {"base": main})


def test_a_push_is_compared_with_what_was_there(checkout: Checkout) -> None:
    """The base of a push of several commits is the commit that main was before."""
    checkout.commit({"README.md": "one"})
    checkout.commit({"README.md": "two"})
    checkout.pull()
    assert base(checkout, "push", checkout.base) == Ran(0, "", {"base": checkout.base})


@pytest.mark.parametrize("before", ["", ZEROS, "1" * 40, "--all", "main", "rewritten"])
def test_a_base_that_is_no_ancestor_is_none(checkout: Checkout, before: str) -> None:
    """A new branch, a forced push and whatever is no commit have no base, and the log says so."""
    if before == "rewritten":
        checkout.git("switch", "--quiet", "--create", "elsewhere")
        checkout.git("commit", "--quiet", "--allow-empty", "--message", "x")
        before = checkout.git("rev-parse", "HEAD")
        checkout.git("switch", "--quiet", "main")
    ran = base(checkout, "push", before)
    if before == "main":  # a name is never sent, and would be the commit itself
        assert ran.outputs == {"base": checkout.base}
    else:
        said = "::notice::No earlier commit to compare with, so changes are not checked.\n"
        assert ran == Ran(0, said, {"base": ""})


def test_the_first_commit_has_no_base(checkout: Checkout) -> None:
    """A commit without a parent has no base."""
    assert base(checkout, "workflow_dispatch").outputs == {"base": ""}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (CLAIM, "false"),
        ("data/verdicts.yml", "false"),
        ("docs/index.md", "false"),
        ("docs/contribute/index.md", "false"),
        ("README.md", "false"),
        ("data/schemas/claim.schema.json", "true"),
        ("data/schemas/claim.yml", "true"),
        ("data/notes.txt", "true"),
        ("docs/theme.css", "true"),
        ("mkdocs.yml", "true"),
        ("generator/cli.py", "true"),
        ("generator/README.md", "true"),
        (".github/workflows/check.yml", "true"),
        ("tests/data/x.yml", "true"),
        ("x\ndata/x.yml", "true"),
        ("data/::error::x\n::error::y.yml", "false"),
    ],
)
def test_code_is_all_but_records_and_prose(checkout: Checkout, path: str, code: str) -> None:
    """The tests of the code run unless only records and prose changed, whatever a file is named."""
    checkout.pull_request({path: "changed", CLAIM: "changed"})
    assert changed(checkout, checkout.base) == Ran(0, "", {"code": code})


def test_code_that_goes_away_is_a_change(checkout: Checkout) -> None:
    """A file of code that becomes prose is a change of code; without a base all is."""
    checkout.pull_request({"mkdocs.yml": None, "docs/mkdocs.md": (TINY / "mkdocs.yml").read_text()})
    assert changed(checkout, checkout.base).outputs == {"code": "true"}
    assert changed(checkout, "").outputs == {"code": "true"}
    assert changed(checkout, "HEAD").outputs == {"code": "false"}


def test_a_comparison_that_fails_lets_nothing_pass(checkout: Checkout) -> None:
    """Where git cannot compare, the step fails and says nothing of the code."""
    ran = changed(checkout, ZEROS)
    assert (ran.code, ran.outputs) == (128, {})


def changed(checkout: Checkout, revision: str) -> Ran:
    """Return how the step ended that asks whether code changed."""
    return run_step(
        ("check", "changes", "See whether more than records and prose changed"),
        checkout.root,
        checkout.temp,
        BASE=revision,
    )


def checked(checkout: Checkout, revision: str) -> Ran:
    """Return how the step ended that checks the records."""
    return run_step(
        ("check", "records", "Check every record"), checkout.root, checkout.temp, BASE=revision
    )


def test_clean_records_are_counted(checkout: Checkout) -> None:
    """Clean records give one line in the log and in the summary, with a base and without."""
    said = "9 claims checked, nothing found"
    for revision in ("", checkout.base):
        ran = checked(checkout, revision)
        assert ran == Ran(0, f"{said}\n", {}, f"## Records\n\n**{said}**\n")


def test_findings_are_annotations_and_a_table(checkout: Checkout) -> None:
    """A finding is an annotation on its line and a row of the summary, and the step fails."""
    checkout.pull_request(checkout.edited("verdict: corroborated", "verdict: corroboratd"))
    ran = checked(checkout, "")
    message, hint = "verdict 'corroboratd' is not on the scale", "did you mean 'corroborated'?"
    count = "1 error, 0 warnings in 1 file; 9 claims checked"
    assert ran.code == 1
    assert ran.log == (
        f"::error file={CLAIM},line=6,col=10,title=E204::{message} — {hint}\n{count}\n"
    )
    assert ran.summary == (
        f"## Records\n\n**{count}**\n\n| place | code | what | hint |\n|---|---|---|---|\n"
        f"| `{CLAIM}:6:10` | E204 | `{message}` | `{hint}` |\n"
    )


def test_a_silent_change_fails(checkout: Checkout) -> None:
    """A published claim that changes without a revision is found, though it is clean by itself."""
    checkout.pull_request(checkout.edited("Two newsrooms saw it", "Two newsrooms did see it"))
    assert checked(checkout, "").code == 0
    ran = checked(checkout, checkout.base)
    assert ran.code == 1
    assert ran.log.startswith(f"::error file={CLAIM},line=7,col=1,title=E601::")
    assert f"| `{CLAIM}:7:1` | E601 |" in ran.summary


def test_what_cannot_be_checked_fails(checkout: Checkout) -> None:
    """A base that is not there fails the step by another code than findings do."""
    assert checked(checkout, ZEROS).code == 2


def test_changed_files_come_first(checkout: Checkout) -> None:
    """Of more than ten errors changed files have the first, and the tenth counts the rest."""
    stray = {f"data/topics/a{number:02}.txt": "" for number in range(12)}
    checkout.base = checkout.commit({**stray})
    checkout.pull_request({"data/topics/zz.txt": ""})
    ran = checked(checkout, checkout.base)
    told = [line for line in ran.log.splitlines() if line.startswith("::error ")]
    assert len(told) == 10
    assert told[0].startswith("::error file=data/topics/zz.txt,")
    assert told[-1].endswith(
        "%0AThere are 3 more errors: the table in the summary of this run has all."
    )
    assert ran.summary.count("| E119 |") == 13


HOSTILE = {
    CLAIM: 'claim: "<script>alert(1)</script> @octocat #1 ![x](https://x.example)\\n::error::y"\n',
    "data/topics/::error::x\n::add-mask::y.yml": "title: x\n",
    "data/topics/right\u202eto\u2066left.yml": "title: '\u202e ##[error]x | `y` |'\n",
    "data/topics/bomb.yml": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "data/topics/large.yml": "# " + "x" * 50_000_000,
    "data/topics/..%2f..%2fetc.yml": "title: x\n",
}


def test_a_hostile_pull_request_is_inert(checkout: Checkout) -> None:
    """Nothing of a hostile record or file name is a command, a link or HTML, or turns a line."""
    checkout.pull_request(HOSTILE)
    ran = checked(checkout, checkout.base)
    assert ran.code == 1
    for line in ran.log.splitlines():
        assert re.match(r"::(error|warning) file=[^:]+,title=[EW]\d{3}::|\d+ errors, ", line), line
    assert "##[" not in ran.log + ran.summary
    assert not set("\u202e\u2066\x1b") & set(ran.log + ran.summary)
    outside = re.sub(r"(`+).*?\1", "", ran.summary)
    assert not set("<>@#!&[]()").intersection(outside.removeprefix("## Records"))
    rows = [line for line in outside.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}
    assert changed(checkout, checkout.base) == Ran(0, "", {"code": "false"})


def meant(checkout: Checkout, revision: str) -> Ran:
    """Return how the step ended that says what a change means."""
    return run_step(
        ("check", "records", "Say what the change means"),
        checkout.root,
        checkout.temp,
        BASE=revision,
    )


def test_the_summary_says_what_a_change_means(checkout: Checkout) -> None:
    """The summary names the claim that changed and its words before and after."""
    checkout.pull_request(checkout.edited("Two newsrooms saw it", "Two newsrooms did see it"))
    ran = meant(checkout, checkout.base)
    assert (ran.code, ran.log) == (0, "")
    assert ran.summary.startswith("## What it means\n\n**")
    assert "~~`saw`~~ **`did see`**" in ran.summary


def test_a_hostile_change_means_nothing_to_github(checkout: Checkout) -> None:
    """The summary of a hostile pull request holds nothing that GitHub obeys, links or turns."""
    checkout.pull_request(HOSTILE)
    ran = meant(checkout, checkout.base)
    assert (ran.code, ran.log) == (0, "")
    assert not set("\u202e\u2066\x1b") & set(ran.summary)
    assert not set("<>@![]").intersection(re.sub(r"(`+).*?\1", "", ran.summary))


WORDS = "<script>alert(1)</script><img src=x onerror=alert(2)> ::error::x [y](javascript:alert(3))"
ACTIVE = re.compile(r"<script>alert|<img[^>]*onerror|href=.?javascript", re.I)


def test_the_preview_of_a_hostile_pull_request_is_inert(checkout: Checkout) -> None:
    """The site that is kept for a look at it shows hostile words as words, on every page of it."""
    text = (TINY / CLAIM).read_text(encoding="utf-8")
    hostile = text.replace("in the first week of March.", f"{WORDS}.").replace("short: ", "place: ")
    hostile += f"replies: [{{by: ada-thorn, date: 2024-06-01, text: '{WORDS}'}}]\n"
    hostile = hostile.replace("note: The Courier is credited.", f"note: '{WORDS}'")
    hostile = re.sub(r"\nclaim: (.*)", r"\nclaim: '\1'", hostile)
    checkout.pull_request({"data/claims/hostile-closed.yml": hostile})
    ran = run_step(("check", "records", "Build the site"), checkout.root, checkout.temp)
    assert ran.code == 0, ran.log
    assert not re.search(r"(?m)^\s*::|##\[", ran.log)
    pages = sorted((checkout.root / "site").rglob("*.html"))
    texts = [page.read_text(encoding="utf-8") for page in pages]
    assert sum("alert(2)" in unescape(text) for text in texts) >= 4
    assert [page for page, text in zip(pages, texts, strict=True) if ACTIVE.search(text)] == []


def test_without_what_to_compare_with_nothing_is_meant(checkout: Checkout) -> None:
    """A base that is not there fails the step."""
    assert meant(checkout, ZEROS).code == 2


def test_the_known_bad_corpus_fails_as_it_must(tmp_path: Path) -> None:
    """The step that proves that a check can fail is content with the program as it stands."""
    ran = run_step(("check", "records", "Prove that a check can fail"), ROOT, tmp_path / "temp")
    said = "everything-wrong: every finding as its list says\n"
    assert ran == Ran(0, said + said.replace("everything-wrong", "silent-change"))


def test_the_site_is_built(checkout: Checkout) -> None:
    """The build of a pull request leaves the site where the next step takes it from."""
    ran = run_step(("check", "records", "Build the site"), checkout.root, checkout.temp)
    assert (ran.code, ran.log) == (0, f"{checkout.root / 'site'}: built\n")
    assert (checkout.root / "site/claims/bridge-closed/index.html").is_file()


def test_the_published_site_has_its_address(checkout: Checkout) -> None:
    """By this repository's settings a published page has the site's address, below its path."""
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    checkout.commit({"mkdocs.yml": ours})
    checkout.pull()
    ran = run_step(
        ("pages", "build", "Build the site"),
        checkout.root,
        checkout.temp,
        SITE_URL="https://village.example/bridge/",
        REPO_URL="https://git.example/village/bridge",
    )
    assert ran.code == 0, ran.log
    page = (checkout.root / "site/claims/bridge-closed/index.html").read_text(encoding="utf-8")
    assert 'href="https://village.example/bridge/claims/bridge-closed/"' in page
    assert "https://git.example/village/bridge" in page


@pytest.mark.parametrize(
    ("size", "code", "summary", "log"),
    [
        (12_345_678, 0, "12.3 MB: 1.1 %", ""),
        (2**30, 0, "1073.7 MB: 100.0 %", "::warning::The site nears the 1 GB that"),
        (2**30 + 1, 1, "1073.7 MB: 100.0 %", "::error::The site is larger than the 1 GB that"),
    ],
)
def test_the_archive_is_weighed(
    tmp_path: Path, size: int, code: int, summary: str, log: str
) -> None:
    """The archive's size stands in the summary, its hash in the output; too much of it fails."""
    temp = tmp_path / "temp"
    temp.mkdir()
    with (temp / "artifact.tar").open("wb") as archive:
        archive.truncate(size)
    ran = run_step(("pages", "build", "Weigh the archive"), ROOT, temp)
    assert ran.code == code
    said = f"The site is an archive of {summary} of the 1 GB that GitHub Pages takes.\n"
    assert ran.summary == said
    assert ran.log.startswith(log)
    assert bool(ran.log) == bool(log)
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", ran.outputs["digest"])


def test_the_digest_is_the_archives(tmp_path: Path) -> None:
    """The output `digest` is the SHA-256 of the archive's bytes."""
    temp = tmp_path / "temp"
    temp.mkdir()
    (temp / "artifact.tar").write_bytes(b"abc")
    ran = run_step(("pages", "build", "Weigh the archive"), ROOT, temp)
    assert ran.outputs == {"digest": f"sha256:{hashlib.sha256(b'abc').hexdigest()}"}


@pytest.mark.parametrize(
    ("changes", "records", "needed", "code", "ends"),
    [
        ("success", "success", "true", "success", 0),
        ("success", "success", "false", "skipped", 0),
        ("success", "success", "true", "skipped", 1),
        ("success", "success", "true", "failure", 1),
        ("success", "success", "true", "cancelled", 1),
        ("success", "failure", "false", "skipped", 1),
        ("success", "skipped", "false", "skipped", 1),
        ("failure", "success", "", "skipped", 1),
        ("success", "success", "", "skipped", 1),
    ],
)
def test_the_required_check(
    tmp_path: Path, changes: str, records: str, needed: str, code: str, ends: int
) -> None:
    """The one required check passes when all passed, and code may be left out only if unchanged."""
    ran = run_step(
        ("check", "all", "Require what had to run"),
        tmp_path,
        tmp_path / "temp",
        CHANGES=changes,
        RECORDS=records,
        CODE=code,
        NEEDED=needed,
    )
    assert ran.code == ends


def program(path: Path, script: str) -> Path:
    """Write a small program in place of one that is not there, or that asks the network."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = path.with_name(f"{path.name}.py")
    said.write_text(script, encoding="utf-8")
    # Not as `#!`: the environment may stand in a folder with a space in its name.
    called = shlex.join([sys.executable, str(said)])
    path.write_text(f'#!/bin/sh\nexec {called} "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def watched(tmp_path: Path, report: str, ends: int) -> Ran:
    """Return how the step ended that reads the sources, where `factcheck` prints this report."""
    root = tmp_path / "checkout"
    shutil.copytree(GITHUB / "scripts", root / ".github" / "scripts")
    says = "import sys\nassert sys.argv[1:] == ['watch', '--format', 'markdown']\n"
    program(root / ".venv/bin/factcheck", f"{says}sys.stdout.write({report!r})\nsys.exit({ends})\n")
    return run_step(("watch", "read", "Read every source"), root, tmp_path / "temp")


@pytest.mark.parametrize("ends", [0, 1])
def test_the_watch_hands_its_report_on(tmp_path: Path, ends: int) -> None:
    """What was found goes into the summary and on to the issue, whatever its lines look like."""
    report = "# Sources\n\nname=value\nreport<<EOF\nEOF\n"
    ran = watched(tmp_path, report, ends)
    assert ran == Ran(0, "", {"report": report.rstrip("\n")}, report)


def test_the_watch_is_the_command(checkout: Checkout) -> None:
    """The step calls the command as it is: sources without an address ask the network nothing."""
    for path in (checkout.origin / "data/sources").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("(?m)^url: .*", "url: unknown", text), encoding="utf-8")
    checkout.commit({})
    checkout.pull()
    ran = run_step(("watch", "read", "Read every source"), checkout.root, checkout.temp)
    assert (ran.code, ran.log) == (0, "")
    assert "6 without an address" in ran.summary
    assert ran.outputs == {"report": ran.summary.rstrip("\n")}


def test_a_watch_that_broke_says_nothing(tmp_path: Path) -> None:
    """Where the command broke, the step fails and the issue stays as it was."""
    assert watched(tmp_path, "half a report", 3) == Ran(3, "")


def test_a_long_report_is_cut_for_the_issue(tmp_path: Path) -> None:
    """An issue gets whole lines of a long report, and is told where the rest stands."""
    report = "".join(f"- {number}: “gone”, says this long line\n" for number in range(5000))
    ran = watched(tmp_path, report, 0)
    lines = ran.outputs["report"].split("\n")
    rest = "The rest did not fit in here: the summary of the run that wrote this has all."
    assert lines[-2:] == ["", rest]
    assert report.startswith("\n".join(lines[:-2]) + "\n")
    assert 119_000 < len(ran.outputs["report"].encode()) < 128 * 1024
    assert ran.summary == report


GH = """
import json, pathlib, sys
words, state = sys.argv[1:], pathlib.Path(STATE)
issues = json.loads(state.read_text())
def after(flag): return words[words.index(flag) + 1]
if words[:2] == ["label", "create"]:
    assert "--force" in words
elif words[:2] == ["issue", "list"]:
    assert after("--state") == "open" and after("--json") == "number"
    assert after("--jq") == "map(.number) | min // empty"
    found = [i["number"] for i in issues if i["open"] and after("--label") in i["labels"]]
    print(min(found, default=""))
elif words[:2] == ["issue", "edit"]:
    (issue,) = [i for i in issues if str(i["number"]) == words[2]]
    issue["body"] = sys.stdin.read()
elif words[:2] == ["issue", "create"]:
    issues.append({"number": len(issues) + 1, "open": True, "labels": [after("--label")],
                   "title": after("--title"), "body": sys.stdin.read()})
else:
    sys.exit(f"unknown: {words}")
state.write_text(json.dumps(issues))
"""


RUNS = """
import sys
words = sys.argv[1:]
def after(flag): return words[words.index(flag) + 1]
if words[0] == "api":
    assert words[1] == "repos/village/bridge/deployments?environment=github-pages&per_page=1"
    assert after("--jq") == ".[0].sha // empty"
    print(DEPLOYED)
else:
    assert words[:2] == ["run", "list"] and after("--workflow") == "pages.yml"
    assert (after("--branch"), after("--status"), after("--limit")) == ("main", "success", "1")
    assert after("--json") == "headSha" and after("--jq") == ".[0].headSha // empty"
    print(COMMIT)
"""


def published(checkout: Checkout, last: str, instead: str = "", deployed: str = "") -> Ran:
    """Return how the step ended that finds what was published last, where GitHub knows `last`."""
    answers = RUNS.replace("COMMIT", repr(last)).replace("DEPLOYED", repr(deployed))
    gh = program(checkout.temp.parent / "bin" / "gh", answers)
    return run_step(
        ("pages", "build", "Find what was published last"),
        checkout.root,
        checkout.temp,
        gh.parent,
        GH_TOKEN="none",
        GH_REPO="village/bridge",
        WORKFLOW="pages.yml",
        INSTEAD=instead,
        ACTOR="ada",
    )


def test_a_change_kept_off_the_site_is_compared_again(checkout: Checkout) -> None:
    """The base is what readers see, not the last push: a silent change stays found by the next."""
    checkout.commit(checkout.edited("made: 2024-03-05", "made: 2024-03-06"))
    checkout.commit({"docs/more.md": "unrelated"})
    checkout.pull()
    ran = published(checkout, checkout.base)
    assert ran == Ran(0, "", {"base": checkout.base})
    ran = run_step(
        ("pages", "build", "Check every record"),
        checkout.root,
        checkout.temp,
        BASE=ran.outputs["base"],
    )
    assert ran.code == 1
    assert "title=E601::'made' changed since it was published" in ran.log


def test_the_first_publication_has_no_base(checkout: Checkout) -> None:
    """Where nothing was published there is nothing to compare with, and the log says so."""
    notice = "::notice::Nothing was published before, so there is nothing to compare with.\n"
    assert published(checkout, "") == Ran(0, notice, {"base": ""})


def test_a_forgotten_run_is_known_by_its_deployment(checkout: Checkout) -> None:
    """Where GitHub forgot the runs, what was deployed last is compared with."""
    assert published(checkout, "", deployed=checkout.base).outputs == {"base": checkout.base}


def test_a_rewritten_history_is_not_published(checkout: Checkout) -> None:
    """Where the published commit is gone nothing is built, until somebody names an earlier one."""
    checkout.commit({"docs/more.md": "unrelated"})
    checkout.pull()
    head = checkout.git("rev-parse", "HEAD")
    for gone in ("1" * 40, checkout.git("commit-tree", "-m", "other", "HEAD^{tree}")):
        for instead in ("", "HEAD", head, "nowhere", "--all", gone):
            ran = published(checkout, gone, instead)
            assert (ran.code, ran.outputs) == (1, {})
            assert f"::error::The commit last published, {gone}, is not behind this one." in ran.log
        ran = published(checkout, gone, checkout.base)
        said = f"The commit last published, {gone}, is gone. ada had this compared with"
        assert ran.outputs == {"base": checkout.base}
        assert ran.summary == f"{said} {checkout.base}.\n"


def test_nobody_chooses_what_to_compare_with(checkout: Checkout) -> None:
    """While the published commit is behind the one to publish, no other is compared with."""
    published_first = checkout.base
    checkout.commit({"docs/more.md": "unrelated"})
    checkout.pull()
    ran = published(checkout, published_first, "HEAD")
    assert ran.outputs == {"base": published_first}
    assert ran.log.startswith("::warning::The commit last published is behind this one")


@pytest.mark.parametrize("head", ["1" * 40, "2" * 40])
def test_an_old_deployment_is_not_repeated(tmp_path: Path, head: str) -> None:
    """Where main has gone on since, whoever runs a deployment again changes nothing."""
    answer = (
        f"import sys; assert sys.argv[2] == 'repos/village/bridge/commits/main'; print({head!r})"
    )
    gh = program(tmp_path / "bin" / "gh", answer)
    ran = run_step(
        ("pages", "deploy", "See whether main has gone on"),
        tmp_path,
        tmp_path / "temp",
        gh.parent,
        GH_TOKEN="none",
        GH_REPO="village/bridge",
        SHA="1" * 40,
    )
    assert ran.code == 0
    assert ran.outputs == ({"current": "true"} if head[0] == "1" else {})


class Issues:
    """The issues of a repository, and the step that fills one of them with a `gh` of our own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "issues.json"
        self.gh = program(folder / "bin" / "gh", GH.replace("STATE", repr(str(self.state))))
        self.write([])

    def read(self) -> list[dict[str, object]]:
        """Return every issue."""
        found: list[dict[str, object]] = json.loads(self.state.read_text(encoding="utf-8"))
        return found

    def write(self, issues: list[dict[str, object]]) -> None:
        """Make these the issues."""
        self.state.write_text(json.dumps(issues), encoding="utf-8")

    def tell(self, report: str) -> None:
        """Run the step with a report."""
        ran = run_step(
            ("watch", "tell", "Open the issue, or edit the one that is open"),
            self.folder,
            self.folder / "temp",
            self.gh.parent,
            GH_TOKEN="none",
            GH_REPO="village/bridge",
            LABEL="source watch",
            REPORT=report,
        )
        assert (ran.code, ran.log) == (0, "")


def issue(number: int, body: str, label: str = "source watch", opened: bool = True) -> object:
    """Return an issue as the step leaves it."""
    title = "Sources, as they stand now"
    return {"number": number, "open": opened, "labels": [label], "title": title, "body": body}


def test_there_is_one_issue(tmp_path: Path) -> None:
    """The first report opens an issue, the next replaces its text, and never are two open."""
    issues = Issues(tmp_path)
    hostile = '$(touch x) `touch x` "\n--label other\n\\'
    issues.tell("one")
    assert issues.read() == [issue(1, "one\n")]
    issues.tell(hostile)
    assert issues.read() == [issue(1, f"{hostile}\n")]
    assert not (tmp_path / "x").exists()


def test_a_closed_issue_stays_closed(tmp_path: Path) -> None:
    """After an editor closed the issue the next report opens another; others are left alone."""
    issues = Issues(tmp_path)
    others = [issue(1, "closed", opened=False), issue(2, "else", label="bug")]
    issues.state.write_text(json.dumps(others), encoding="utf-8")
    issues.tell("new")
    assert issues.read() == [*others, issue(3, "new\n")]


def test_of_two_open_issues_the_first_is_filled(tmp_path: Path) -> None:
    """Where somebody opened a second one, the first is edited and no third is opened."""
    issues = Issues(tmp_path)
    issues.state.write_text(json.dumps([issue(1, "a"), issue(2, "b")]), encoding="utf-8")
    issues.tell("c")
    assert issues.read() == [issue(1, "c\n"), issue(2, "b")]
