"""The workflows of this repository as values, and their steps run as GitHub's runner runs them."""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


Key = tuple[str, str, str]  # a step's workflow, job and name


@dataclass(frozen=True)
class Step:
    """A step that runs a script: the script, and the names of what it is given."""

    script: str
    env: frozenset[str]


@dataclass
class Ran:
    """How a step ended: its exit code, its log, its outputs and its summary."""

    code: int
    log: str
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""


def workflow(path: Path) -> dict[str, Any]:
    """Return a workflow as a mapping; its key `on` stands under True, as YAML 1.1 reads it."""
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps() -> dict[Key, Step]:
    """Return every step that runs a script, by workflow, job and name."""
    found: dict[Key, Step] = {}
    for path in WORKFLOWS:
        for job, content in workflow(path)["jobs"].items():
            for step in content["steps"]:
                if "run" in step:
                    key = (path.stem, job, step["name"])
                    assert key not in found, key
                    found[key] = Step(step["run"].strip(), frozenset(step.get("env", {})))
    return found


def run_step(key: Key, cwd: Path, temp: Path, programs: Path | None = None, **env: str) -> Ran:
    """Return how a step ends in a checkout, with `temp` for whatever the runner keeps.

    `env` is what the step is given, and all of it; `programs` is a folder to find programs in
    first. Source: without `shell:` GitHub's runner writes the script to a file and calls `bash -e`
    with it.
    """
    step = steps()[key]
    assert step.env == set(env), f"the step is given {sorted(step.env)}"
    temp.mkdir(exist_ok=True)
    files = {"GITHUB_OUTPUT": temp / "output", "GITHUB_STEP_SUMMARY": temp / "summary"}
    for file in files.values():
        file.write_bytes(b"")
    script = temp / "script.sh"
    script.write_text(step.script, encoding="utf-8")
    done = subprocess.run(
        ["bash", "-e", str(script)],
        cwd=cwd,
        env={
            "PATH": os.pathsep.join([*([str(programs)] if programs else []), os.environ["PATH"]]),
            "HOME": str(temp),
            "RUNNER_TEMP": str(temp),
            **{key: str(file) for key, file in files.items()},
            **NO_SETTINGS,
            **env,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    return Ran(done.returncode, done.stdout, _outputs(files["GITHUB_OUTPUT"]), summary)


def _outputs(file: Path) -> dict[str, str]:
    """Return the outputs of a step: lines `name=value`, or `name<<end`, lines, and `end`."""
    found: dict[str, str] = {}
    lines = iter(file.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if opened := re.fullmatch(r"(\w+)<<(.+)", line):
            value = []
            for inner in lines:
                if inner == opened[2]:
                    break
                value.append(inner)
            found[opened[1]] = "\n".join(value)
        else:
            name, _, single = line.partition("=")
            found[name] = single
    return found
