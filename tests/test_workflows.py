"""The workflows of this repository pass their validators."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflowfiles import GITHUB, ROOT, WORKFLOWS, steps, workflow

EVERY_WORKFLOW = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def run(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """What the installed program answered; the test is skipped where it is not installed."""
    found = shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return subprocess.run(
        [found, *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def test_workflows_are_safe() -> None:
    """Zizmor finds nothing to report, without asking the network."""
    done = run("zizmor", "--offline", "--no-progress", "--pedantic", ".github")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_fit_their_schema(schema: str, paths: list[Path]) -> None:
    """GitHub would understand every workflow and the dependabot file."""
    assert paths
    done = run("check-jsonschema", "--builtin-schema", schema, *map(str, paths))
    assert done.returncode == 0, done.stdout


def test_actions_are_pinned() -> None:
    """Every action is named by a whole commit, the same one everywhere, its version beside it."""
    pins: dict[str, str] = {}
    for path in WORKFLOWS:
        for line in re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
            action, _, pin = line.partition("@")
            assert pins.setdefault(action, pin) == pin
    assert len(pins) > 5


def test_nothing_is_expanded_into_a_script() -> None:
    """No script holds an expression: what a contributor may have written comes as a variable."""
    assert [key for key, step in steps().items() if "${{" in step.script] == []


@EVERY_WORKFLOW
def test_no_workflow_has_secrets(path: Path) -> None:
    """No workflow names a secret or an event that would run a fork's words with our rights."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"secrets\b|pull_request_target|workflow_run|write-all", text)


WRITES = {
    ("pages", "deploy"): {"pages", "id-token", "attestations"},
    ("watch", "tell"): {"issues"},
}


@EVERY_WORKFLOW
def test_rights_are_few(path: Path) -> None:
    """A workflow has no rights, a job those it needs, and only two jobs may write anything."""
    content = workflow(path)
    assert content["permissions"] == {}
    for job, parts in content["jobs"].items():
        may_write = {right for right, degree in parts["permissions"].items() if degree != "read"}
        assert may_write == WRITES.get((path.stem, job), set()), job
        if may_write:  # no program of ours, and nothing that it installs, has these rights
            assert "actions/checkout" not in str(parts["steps"]), job


@EVERY_WORKFLOW
def test_no_job_runs_for_ever(path: Path) -> None:
    """Every job has a time-out; no run that may be publishing or writing is cancelled."""
    content = workflow(path)
    for job, parts in content["jobs"].items():
        assert parts["timeout-minutes"] <= 60, job
    cancelled = content["concurrency"]["cancel-in-progress"]
    assert cancelled is False or "pull_request" in cancelled


def test_the_required_check_waits_for_all() -> None:
    """The check that SETUP.md says to require waits for each other job of its workflow."""
    jobs = workflow(GITHUB / "workflows" / "check.yml")["jobs"]
    assert set(jobs["all"]["needs"]) == set(jobs) - {"all"}
    assert jobs["all"]["if"] == "${{ always() }}"
    setup = (GITHUB / "SETUP.md").read_text(encoding="utf-8")
    assert f"the status check `{jobs['all']['name']}`" in setup
    label = workflow(GITHUB / "workflows" / "watch.yml")["jobs"]["tell"]["steps"][0]["env"]["LABEL"]
    assert f"the label `{label}`" in setup


def test_code_owners_are_patterns_that_fit() -> None:
    """Every pattern of CODEOWNERS fits a file; records and code are under different ones."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    patterns = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert patterns[0] == "*"
    assert {"/data/", "/docs/", "/.github/"} < set(patterns)
    for pattern in patterns[1:]:
        assert pattern.startswith("/")
        assert (ROOT / pattern[1:]).is_dir() == pattern.endswith("/"), pattern
        assert (ROOT / pattern[1:]).exists(), pattern


def test_the_template_leads_to_the_longer_ones() -> None:
    """The short template of a pull request names both longer ones as they are."""
    short = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    longer = sorted(path.name for path in (GITHUB / "PULL_REQUEST_TEMPLATE").iterdir())
    assert longer == ["code.md", "records.md"]
    assert sorted(re.findall(r"[?&]template=(\S+)", short)) == longer
