"""The workflows of this repository pass their validators."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


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


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(workflow: Path) -> None:
    """Every action is named by a whole commit, with its version beside it."""
    uses = re.findall(r"uses: *(.+)", workflow.read_text(encoding="utf-8"))
    assert uses
    for line in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
