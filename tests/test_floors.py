"""The floors of the house: imports go down only, and few rooms may touch the world outside.

The checker reads the syntax tree of every file under `generator/` and runs none of them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

HOUSE = Path(__file__).parent.parent / "generator"

# A room is a module or package directly under generator/. It may import itself and the floors
# below it; two rooms of one floor may not import each other.
FLOORS = {
    "__main__": 9,
    "cli": 8,
    "commands": 7,
    "mkdocs_plugin": 6,
    "web": 6,
    "pipeline": 5,
    "publish": 4,
    "changes": 3,
    "editing": 3,
    "pages": 3,
    "proposing": 3,
    "evidence": 2,
    "records": 1,
    "findings": 0,
    "text": 0,
    "__init__": -1,  # the package itself: its name and version, nothing of the rooms
}
CORE = frozenset(room for room, floor in FLOORS.items() if floor <= FLOORS["pipeline"])

# Who may import what; everything not named here is free.
ONLY_THE_PLUGIN = frozenset({"material", "mkdocs", "properdocs"})
ONLY_THE_WEB = frozenset({"httpcore", "httpx", "protego", "trafilatura"})
NOT_IN_THE_CORE = frozenset(
    {"asyncio", "click", "http.client", "http.server", "multiprocessing", "random", "requests"}
    | {"socket", "socketserver", "ssl", "subprocess", "threading", "time"}
    | {"urllib.request", "urllib3", "uuid", "webbrowser"}
)
# Names, resolved through the imports of their file, that ask the clock, the system or the terminal.
NOT_ASKED_IN_THE_CORE = frozenset(
    {f"datetime.datetime.{name}" for name in ("now", "today", "utcnow")}
    | {f"os.{name}" for name in ("environ", "getenv", "getpid", "popen", "system")}
    | {f"sys.{name}" for name in ("argv", "exit", "stderr", "stdin", "stdout")}
    | {"datetime.date.today"}
)
NOT_CALLED_IN_THE_CORE = frozenset({"print", "input", "exit", "quit"})

# Only these write files: the publishing floor, and the command that rewrites a source's seal.
WRITERS = ("publish/", "commands/seal.py")
WRITING_METHODS = frozenset(
    {"chmod", "hardlink_to", "mkdir", "rename", "rmdir", "symlink_to", "touch", "unlink"}
    | {"write_bytes", "write_text"}
)
WRITING_FUNCTIONS = frozenset(
    f"os.{name}"
    for name in (
        *("chmod", "link", "makedirs", "mkdir", "remove", "removedirs", "rename", "replace"),
        *("rmdir", "symlink", "truncate", "unlink", "utime", "write"),
    )
)
WRITING_FLAGS = frozenset({"O_APPEND", "O_CREAT", "O_RDWR", "O_TRUNC", "O_WRONLY"})
OPENERS = frozenset({"io.open", "open", "os.fdopen"})
WRITING_MODULES = ("shutil.", "tempfile.")
READING_FUNCTIONS = frozenset({"shutil.which", "shutil.get_terminal_size"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


class File(NamedTuple):
    """One file of the house: where it stands, whose room it is in, its tree and its imports."""

    path: str
    room: str
    tree: ast.Module
    imports: tuple[tuple[int, str], ...]
    names: dict[str, str]

    def resolve(self, node: ast.expr) -> str:
        """The dotted name behind a name or attribute, as its imports give it, or nothing."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.resolve(node.value)
            return owner and f"{owner}.{node.attr}"
        return ""


def read(house: Path, path: Path) -> File:
    """The file with every import as a dotted name from the root, relative ones included."""
    relative = path.relative_to(house)
    room = relative.parts[0].removesuffix(".py")
    package = (house.name, *relative.parts[:-1])
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    imports: list[tuple[int, str]] = []
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                imports.append((node.lineno, alias.name))
                names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*above, *filter(None, [node.module])))
            for alias in node.names:
                imports.append((node.lineno, f"{origin}.{alias.name}"))
                names[alias.asname or alias.name] = f"{origin}.{alias.name}"
    return File(relative.as_posix(), room, tree, tuple(imports), names)


def wrong_imports(file: File, house: str) -> Iterator[tuple[int, str]]:
    """Each import that goes up or across, or that only another room may have."""
    for line, name in file.imports:
        first, *rest = name.split(".")
        if first == house:
            target = rest[0] if rest and rest[0] in FLOORS else "__init__"
            if target != file.room and FLOORS[target] >= FLOORS[file.room]:
                yield line, f"{file.room} may not import {target}: imports go down only"
        elif first in ONLY_THE_PLUGIN and file.room != "mkdocs_plugin":
            yield line, f"only mkdocs_plugin may import {first}"
        elif first in ONLY_THE_WEB and file.room != "web":
            yield line, f"only web may import {first}"
        elif file.room in CORE:
            for module in (first, ".".join([first, *rest[:1]])):
                if module in NOT_IN_THE_CORE:
                    yield line, f"only the top floor may import {module}"


def wrong_questions(file: File) -> Iterator[tuple[int, str]]:
    """Each place in the core that asks the clock, the environment or the terminal."""
    if file.room not in CORE:
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Attribute | ast.Name):
            name = file.resolve(node)
            if name in NOT_ASKED_IN_THE_CORE:
                yield node.lineno, f"only the top floor may ask {name}"
        if isinstance(node, ast.Call) and file.resolve(node.func) in NOT_CALLED_IN_THE_CORE:
            yield node.lineno, f"only the top floor may call {file.resolve(node.func)}()"


def wrong_writes(file: File) -> Iterator[tuple[int, str]]:
    """Each call outside the writers' rooms that changes the disk."""
    if file.path.startswith(WRITERS):
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Call) and writes(file, node):
            yield node.lineno, f"only {' and '.join(WRITERS)} may write: {ast.unparse(node.func)}()"


def writes(file: File, call: ast.Call) -> bool:
    """Whether the call, as far as its words show, changes the disk."""
    name = file.resolve(call.func)
    if name in WRITING_FUNCTIONS:
        return True
    if name.startswith(WRITING_MODULES):
        return name not in READING_FUNCTIONS
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name == "os.open":
        words = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
        return bool(words & WRITING_FLAGS) and "devnull" not in words
    if name in OPENERS or method == "open":
        position = 1 if name in OPENERS else 0
        modes = [word.value for word in call.keywords if word.arg == "mode"]
        modes += call.args[position : position + 1]
        return any(
            not isinstance(m, ast.Constant) or set("wax+") & set(str(m.value)) for m in modes
        )
    if method == "replace":  # of a path: text.replace takes two words, a date's takes keywords
        return len(call.args) == 1 and not call.keywords
    return method in WRITING_METHODS


def violations(house: Path) -> list[str]:
    """Every fault of the house as `path:line: what is wrong`, in order."""
    found: list[tuple[str, int, str]] = []
    for path in sorted(house.rglob("*.py")):
        file = read(house, path)
        if file.room not in FLOORS:
            found.append((file.path, 1, f"{file.room} has no floor: give it one in FLOORS"))
            continue
        faults = [*wrong_imports(file, house.name), *wrong_questions(file), *wrong_writes(file)]
        found += [(file.path, line, message) for line, message in faults]
    return [f"{path}:{line}: {message}" for path, line, message in sorted(set(found))]


def test_the_house_keeps_its_floors() -> None:
    """No file of the generator imports upward, leaves its room or touches what is not its own."""
    assert HOUSE.is_dir()
    assert violations(HOUSE) == []


WRITE = "only publish/ and commands/seal.py may write"
FAULTS = [
    ("records/claim.py", 1, "import generator.evidence.seal", "records may not import evidence"),
    ("records/claim.py", 1, "from generator import pages", "records may not import pages"),
    ("records/claim.py", 1, "from ..pages import build", "records may not import pages"),
    ("evidence/a/b.py", 1, "from ...publish.folder import x", "evidence may not import publish"),
    ("text.py", 1, "from generator.findings import Place", "text may not import findings"),
    ("mkdocs_plugin.py", 1, "from generator import cli", "mkdocs_plugin may not import cli"),
    ("pipeline.py", 2, "def f():\n  from . import cli", "pipeline may not import cli"),
    ("__init__.py", 1, "from .text import html", "__init__ may not import text"),
    ("attic.py", 1, "", "attic has no floor: give it one in FLOORS"),
    ("cli.py", 1, "from mkdocs.commands import build", "only mkdocs_plugin may import mkdocs"),
    ("pages/claim.py", 1, "import mkdocs", "only mkdocs_plugin may import mkdocs"),
    ("commands/watch.py", 1, "from httpx import Client", "only web may import httpx"),
    ("evidence/seal.py", 1, "import trafilatura.core", "only web may import trafilatura"),
    ("web/fetching.py", 1, "from generator import mkdocs_plugin", "web may not import mkdocs"),
    ("records/tree.py", 1, "import subprocess", "only the top floor may import subprocess"),
    ("evidence/seal.py", 1, "from socket import socket", "only the top floor may import socket"),
    ("pages/a.py", 1, "from urllib.request import urlopen", "may import urllib.request"),
    ("pages/a.py", 1, "from time import time", "only the top floor may import time"),
    ("pages/a.py", 2, "import datetime as d\nd.datetime.now()", "may ask datetime.datetime.now"),
    ("pages/a.py", 2, "from datetime import date as d\nd.today()", "may ask datetime.date.today"),
    ("pages/a.py", 2, "import os\nos.environ['A']", "only the top floor may ask os.environ"),
    ("publish/reports.py", 1, "print('done')", "only the top floor may call print()"),
    ("pipeline.py", 2, "from pathlib import Path\nPath('a').write_text('')", WRITE),
    ("commands/new.py", 2, "import os\nos.replace('a', 'b')", WRITE),
    ("commands/stage.py", 2, "import shutil\nshutil.rmtree('a')", WRITE),
    ("records/tree.py", 2, "import os\nos.open('a', os.O_CREAT | os.O_WRONLY)", WRITE),
    ("cli.py", 1, "with open('a', 'w') as f: pass", WRITE),
    ("pages/a.py", 1, "p.open(mode='ab')", WRITE),
    ("pages/a.py", 1, "p.replace(q)", WRITE),
]


@pytest.mark.parametrize(("path", "line", "source", "message"), FAULTS)
def test_a_fault_is_found(tmp_path: Path, path: str, line: int, source: str, message: str) -> None:
    """Each fault, alone in a house, is named with its file and its line."""
    [found] = violations(house(tmp_path, {path: source}))
    assert found.startswith(f"{path}:{line}: ")
    assert message in found


def test_what_is_allowed_is_not_found(tmp_path: Path) -> None:
    """Downward imports, a room's own modules, reading, and the writers' writing are no fault."""
    sources = {
        "__init__.py": "__version__ = '0.1.0'",
        "__main__.py": "from .cli import main",
        "cli.py": "import time, click, os\nfrom generator.commands import build\nx = os.environ",
        "commands/build.py": "import subprocess\nfrom generator import mkdocs_plugin, pipeline",
        "commands/seal.py": "from pathlib import Path\nPath('a').write_text('b')",
        "mkdocs_plugin.py": "from mkdocs.plugins import BasePlugin\nfrom . import pipeline",
        "pages/claim.py": "from datetime import date\nfrom . import charts\nd = date(2025, 2, 12)",
        "publish/folder.py": "import os, shutil\nos.replace('a', 'b')\nshutil.rmtree('c')",
        "records/tree.py": "import os\nopen('a', 'rb')\np.open()\nos.open('a', os.O_RDONLY)",
        "web/fetching.py": "import httpx, time\nfrom generator.evidence import watching",
        "text.py": "from generator import __version__\n'a'.replace('b', 'c')",
    }
    assert violations(house(tmp_path, sources)) == []


def house(folder: Path, sources: dict[str, str]) -> Path:
    """A house under `folder` that holds these sources, by path."""
    root = folder / "generator"
    for path, source in sources.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(source, encoding="utf-8")
    return root


# Modules over 300 lines and functions over 40, each with the reason why it may be.
# "records/example.py" or "records/example.py:Class.function"
EXCEPTIONS: dict[str, str] = {}


def sizes(house: Path) -> Iterator[tuple[str, int, int]]:
    """Every module and function with its lines and its limit; a docstring is not counted."""
    for path in sorted(house.rglob("*.py")):
        where = path.relative_to(house).as_posix()
        text = path.read_text(encoding="utf-8")
        yield where, len(text.splitlines()), 300
        for name, node in functions(ast.parse(text)):
            first = node.body[0]
            words = first.value if isinstance(first, ast.Expr) else None
            prose = isinstance(words, ast.Constant) and isinstance(words.value, str)
            skipped = (first.end_lineno or 0) - first.lineno + 1 if prose else 0
            yield f"{where}:{name}", (node.end_lineno or 0) - node.lineno + 1 - skipped, 40


def functions(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """Every function below the node with its dotted name."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield prefix + child.name, child
        inside = f"{prefix}{child.name}." if isinstance(child, Function | ast.ClassDef) else prefix
        yield from functions(child, inside)


def test_modules_and_functions_are_short() -> None:
    """A module has at most 300 lines and a function 40, but for the listed exceptions."""
    long = {where: lines for where, lines, limit in sizes(HOUSE) if lines > limit}
    assert {where: lines for where, lines in long.items() if where not in EXCEPTIONS} == {}
    assert set(EXCEPTIONS) <= set(long), "an exception that is no longer needed"


def test_a_long_function_is_found(tmp_path: Path) -> None:
    """Forty lines of code pass whatever their docstring says, forty-one do not."""
    prose = '  """Says\n\n  a lot.\n  """\n'
    body = "  pass\n" * 39
    sources = {"a.py": f"class A:\n def f(self):\n{prose}{body}def g():\n{body}  pass\n"}
    found = {where: lines > limit for where, lines, limit in sizes(house(tmp_path, sources))}
    assert found == {"a.py": False, "a.py:A.f": False, "a.py:g": True}
