"""The files of this repository name no machine and no registry, and their pins agree."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.specimens import repository

ROOT = Path(__file__).parent.parent
FILES = ("run", "watch", "dev")

# Written with a class of one letter here and there, so that this file does not match itself.
MACHINE = re.compile(
    r"""
      (?:extra-)?index[-]url | find[-]links
    | https?://\S+/simple\b | files[.]pythonhosted
    | (?<![\w.-])/(?:root|work|opt|home|Users)[/]
    """,
    re.VERBOSE,
)


def machine_words(text: str) -> list[str]:
    """Every line of the text that names a registry or a folder of some machine."""
    return [line for line in text.splitlines() if MACHINE.search(line)]


def test_no_file_names_a_machine() -> None:
    """No file carries the address of a package registry or the path of somebody's machine."""
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in repository()
        if (lines := machine_words(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "--index" + "-url https://packages.example.org",
        "--extra-index" + "-url=x",
        "--find" + "-links wheels",
        "https://packages.example.org" + "/simple/click/",
        "file:///o" + "pt/wheels",
        "cd /ro" + "ot/project",
        '"/op' + 't/tool/bin"',
        "TEXTS=/wo" + "rk/texts",
    ],
)
def test_a_machine_is_found(line: str) -> None:
    """Each way to name a registry or a machine is recognised."""
    assert machine_words(f"first\n{line}\nlast") == [line]


def test_ordinary_addresses_pass() -> None:
    """A page whose address has a folder of such a name is no machine."""
    ordinary = "https://example.org/ro" + "ot/of/it and docs/o" + "pt/in.md, ../ro" + "ot/x"
    assert machine_words(ordinary) == []


def test_the_build_backend_is_locked() -> None:
    """The build backend that `make` installs is the one that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requires = project["build-system"]["requires"]
    assert project["dependency-groups"]["build"] == requires
    for name in FILES:
        for requirement in requires:
            assert requirement in pins(name), f"{name}.txt: run `make lock`"


def test_the_files_pin_alike() -> None:
    """What the site runs with and what reads live pages stand in the tests' file, pinned alike."""
    run, watch, dev = (pins(name) for name in FILES)
    assert run == {pin: hashes for pin, hashes in watch.items() if pin in run}
    assert watch == {pin: hashes for pin, hashes in dev.items() if pin in watch}


def test_only_the_extra_reads_live_pages() -> None:
    """The packages of the extra are pinned in its file, and the site runs without them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {
        re.split("[^a-z0-9-]", one)[0]
        for one in project["project"]["optional-dependencies"]["watch"]
    }
    assert named == {"httpcore", "httpx", "protego", "trafilatura"}
    assert named <= {pin.partition("==")[0] for pin in pins("watch")}
    assert not named & {pin.partition("==")[0] for pin in pins("run")}


def test_every_pin_has_its_hashes() -> None:
    """Every requirement is one exact version with the hashes of its files."""
    for name in FILES:
        for pin, hashes in pins(name).items():
            assert re.match(r"[a-z0-9-]+==[^ ]+( ; .+)?$", pin), pin
            assert hashes, pin
            assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", word) for word in hashes), pin


def pins(name: str) -> dict[str, list[str]]:
    """Every requirement of a file under requirements/ with its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.replace(" \\\n    ", "\n    ").splitlines()
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("    "):
            found[next(reversed(found))].append(line.strip())
        else:
            found[line] = []
    return found
