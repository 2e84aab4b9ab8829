"""The known-bad corpus, run as the workflow runs it; and that its runner can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import knownbad
from tests.workflowfiles import ROOT

pytestmark = pytest.mark.slow  # each calls the program as a process of its own
SWITCHED_OFF = """
import sys
from generator import cli, pipeline
from generator.findings import RULES
object.__setattr__(RULES[sys.argv.pop(1)], "check", lambda *args, **words: ())
cli.main()
"""


@pytest.mark.parametrize(
    ("part", "code", "line"),
    [
        ("everything-wrong", "E301", "-claims/passages.yml:12:14 E301"),
        ("everything-wrong", "W701", "-topics/no-schema.yml:1:1 W701"),
        ("silent-change", "E601", "-people/jory-pell.yml:6:1 E601"),
        ("silent-change", "E602", "-topics/ferries.yml:1:1 E602"),
    ],
)
def test_a_rule_that_is_off_is_missed(part: str, code: str, line: str) -> None:
    """The runner names the finding that a switched-off rule no longer makes, and nothing else."""
    assert knownbad.faults(part, (sys.executable, "-c", SWITCHED_OFF, code)) == [line]


@pytest.mark.parametrize("part", knownbad.PARTS)
def test_a_list_that_differs_is_told(tmp_path: Path, part: str) -> None:
    """One code missing from the program's findings, one too many and one elsewhere are told."""
    first, second, *others = knownbad.expected(part).splitlines()
    moved, strange = first.replace(":", ":9", 1), "topics/x.yml:1:1 E999"
    listed = "".join(f"{line}\n" for line in [moved, *others, strange])
    (tmp_path / f"{part}.txt").write_text(listed, encoding="utf-8")
    told = knownbad.faults(part, archives=tmp_path)
    assert sorted(told) == sorted([f"-{moved}", f"+{first}", f"+{second}", f"-{strange}"])


@pytest.mark.parametrize(("ends", "said"), [(0, "ended with 0, not with 1"), (3, "ended with 3")])
def test_a_check_that_passes_or_breaks_is_told(ends: int, said: str) -> None:
    """A command that finds nothing, or breaks, is not as the list says, whatever it prints."""
    script = f"import sys; print('{{\"findings\": []}}'); sys.exit({ends})"
    found = knownbad.faults("everything-wrong", (sys.executable, "-c", script))
    assert found[0].startswith(said)


def test_the_runner_fails(tmp_path: Path) -> None:
    """The module ends with 1 and prints the difference when a list is not what is found."""
    shutil.copytree(knownbad.ARCHIVES, tmp_path / "tests" / "archives")
    shutil.copy(knownbad.__file__, tmp_path / "tests")
    listed = tmp_path / "tests/archives/everything-wrong.txt"
    listed.write_text(listed.read_text(encoding="utf-8").replace("E301", "E300"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.knownbad"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (
        "everything-wrong: not as its list says:\n"
        "  -claims/passages.yml:12:14 E300\n"
        "  +claims/passages.yml:12:14 E301\n"
        "silent-change: every finding as its list says\n"
    )


def test_the_runner_needs_what_the_site_needs(tmp_path: Path) -> None:
    """The module imports nothing that only the tests have installed."""
    for name in ("pytest", "hypothesis", "selenium"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import tests.knownbad"],
        cwd=ROOT,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
