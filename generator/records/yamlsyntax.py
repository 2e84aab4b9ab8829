"""What libyaml stumbled over, told as the slip that a person made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from generator.findings import Finding
from generator.records import filefaults
from generator.records import yamlfaults as faults

if TYPE_CHECKING:
    from generator.records.yamldoc import YamlDoc

_KEY = r"\s*(?:-\s+)*[A-Za-z_][\w-]*"
_GLUED_KEY = re.compile(_KEY + r":(?=[^ \t:/])")
_GLUED_DASH = re.compile(r"\s*-(?=[^\s-])")
_ODD_INDENT = re.compile(r"[ \t]*([^\S \t])")
_OPENING = re.compile(r"(?:[:,\[{]|-)\s+([\"'\[{])")
_MERGE = re.compile(r"<{7} |={7}$|>{7} ")
_RESERVED = re.compile(
    "cannot start any token|node content|(sequence entries|mapping keys) are not allowed"
)
_MISFIT = "this line fits neither the text, the list nor the fields above it"


@dataclass(frozen=True)
class Stumble:
    """Where libyaml gave up, what it was reading since where, and what it says of it."""

    doc: "YamlDoc"
    problem: str
    context: str
    mark: Any
    opened: Any

    @property
    def line(self) -> int:
        """The line it gave up in, from 1."""
        return int(self.mark.line) + 1

    @property
    def column(self) -> int:
        """The column it gave up at, from 1."""
        return int(self.mark.column) + 1

    @property
    def before(self) -> str:
        """What stands in that line before the place."""
        return self.text(self.line)[: self.column - 1]

    @property
    def sign(self) -> str:
        """The character there; empty at the end of a line or of the file."""
        return self.text(self.line)[self.column - 1 : self.column]

    def text(self, line: int) -> str:
        """Return a line of the file as it stands."""
        return self.doc.at(line, 1).text

    def above(self) -> int:
        """Return the last line before the place's that holds anything and is not indented more.

        Zero where there is none.
        """
        most = _indent(self.text(self.line))
        for line in range(self.line - 1, 0, -1):
            text = self.text(line).split("#")[0]
            if text.strip() and _indent(text) <= most:
                return line
        return 0

    def bracket(self) -> tuple[int, int]:
        """Return line and column of the last bracket before the place that is still open."""
        opened: list[tuple[int, int]] = []
        for line in range(1, self.line + 1):
            text = self.before if line == self.line else self.text(line)
            for found in re.finditer(r"[\[{\]}]", text):
                if found.group() in "[{":
                    opened.append((line, found.start() + 1))
                elif opened:
                    opened.pop()
        return opened[-1] if opened else (self.line, self.column)


def diagnosed(doc: "YamlDoc", error: yaml.MarkedYAMLError) -> Iterator[Finding]:
    """Yield the one finding that says in plain words what libyaml stumbled over."""
    mark = error.problem_mark
    if mark is None:
        yield from faults.indentation(doc, 1, 1, _MISFIT)
        return
    opened = error.context_mark or mark
    at = Stumble(doc, error.problem or "", error.context or "", mark, opened)
    for diagnosis in (_merge, _spaces, _quotation, _flow, _sign, _colon, _closing, _misfit):
        found = list(diagnosis(at))
        if found:
            yield found[0]
            return


def glued_key(text: str) -> int:
    """Return the column of a colon that follows a line's key and touches its value; 0 if none."""
    found = _GLUED_KEY.match(text)
    return found.end() if found else 0


def _merge(at: Stumble) -> Iterator[Finding]:
    for line in range(1, at.line + 1):
        if _MERGE.match(at.text(line)):
            yield from filefaults.merge_mark(at.doc, line)


def _spaces(at: Stumble) -> Iterator[Finding]:
    if "tab character" in at.problem or at.sign == "\t":
        yield from faults.tab(at.doc, at.line, at.column)
    for line in (at.opened.line + 1, at.line - 1, at.line):
        if odd := _ODD_INDENT.match(at.text(line)):
            yield from faults.tab(at.doc, line, odd.start(1) + 1)


def _quotation(at: Stumble) -> Iterator[Finding]:
    line, column = at.opened.line + 1, at.opened.column + 1
    if "unexpected end of stream" in at.problem:
        yield from faults.unclosed(at.doc, line, column, at.text(line)[column - 1 : column])
    elif "while parsing a quoted scalar" in at.context:
        yield from faults.backslash(at.doc, at.line, (at.before + at.sign).rfind("\\") + 1)
    elif found := _quote_left_open(at):
        yield from faults.unclosed(at.doc, *found)


def _quote_left_open(at: Stumble) -> tuple[int, int, str] | None:
    """Return where a quotation opened on an earlier line swallowed the lines up to a failure."""
    before = at.before.rstrip()
    if not before.endswith(("'", '"')) or before.count(before[-1]) % 2 == 0:
        return None
    for line in range(at.line - 1, 0, -1):
        found = _OPENING.search(at.text(line))
        if found and found.group(1) == before[-1] and at.text(line).count(before[-1]) % 2:
            return line, found.start(1) + 1, before[-1]
    return None


def _flow(at: Stumble) -> Iterator[Finding]:
    """Brackets and braces: left open, closed by the other kind, or with a comma missing."""
    if "while parsing a flow" not in at.context:
        return
    line, column = at.opened.line + 1, at.opened.column + 1
    if at.context.endswith("node"):  # there is no value where one must be
        if at.sign:
            return
        line, column = at.bracket()
    opened = at.text(line)
    sign = opened[column - 1 : column]
    left_behind = at.line > line and _indent(at.text(at.line)) <= _indent(opened)
    if at.sign and at.sign in "]}":
        yield from faults.unclosed(at.doc, line, column, sign, at.sign)
    elif left_behind or not at.sign:
        yield from faults.unclosed(at.doc, line, column, sign)
    elif at.sign == ":":
        yield from faults.colon_in_sentence(at.doc, at.line, at.column, in_braces=True)
    elif at.before.rstrip().endswith(("'", '"')):
        mark = at.before.rstrip()[-1]
        yield from faults.text_after_closing(at.doc, at.line, at.column, mark, in_brackets=True)
    else:
        yield from faults.unclosed(at.doc, line, column, sign)


def _sign(at: Stumble) -> Iterator[Finding]:
    """A sign of YAML's own where a text was meant."""
    if re.search("an? (alias|anchor|tag)$", at.context) or "tag handle" in at.problem:
        yield from faults.anchor_or_tag(at.doc, at.opened)
    elif re.search("(block scalar|directive)$", at.context):
        yield from faults.reserved_sign(at.doc, at.opened.line + 1, at.opened.column + 1)
    elif at.sign and _RESERVED.search(at.problem):
        yield from faults.reserved_sign(at.doc, at.line, at.column)


def _colon(at: Stumble) -> Iterator[Finding]:
    """A key whose colon is missing, or touches its value; a colon that was meant as text."""
    values = "mapping values are not allowed" in at.problem
    if not values and "could not find expected ':'" not in at.problem:
        return
    alone = re.fullmatch(_KEY, at.before) is not None
    line = at.above() if values else at.opened.line + 1
    for suspect in (at.line, line) if values else (line,):
        text = at.text(suspect)
        if glued := glued_key(text):
            yield from faults.no_space(at.doc, suspect, glued)
        elif dash := _GLUED_DASH.match(text):
            yield from faults.no_space(at.doc, suspect, dash.end())
    before = at.text(line)
    if not values or (alone and line and ":" not in before and _same_column(at, line)):
        yield from faults.no_colon(at.doc, line, _indent(before) + 1)
    elif alone and line:
        message = "this key stands too far right"
        yield from faults.indentation(at.doc, at.line, _indent(at.before) + 1, message)
    else:
        yield from faults.colon_in_sentence(at.doc, at.line, at.column)


def _same_column(at: Stumble, line: int) -> bool:
    return _indent(at.text(line)) == _indent(at.text(at.line))


def _closing(at: Stumble) -> Iterator[Finding]:
    """Text after a value that was closed, a key without a name, or text after `...`."""
    if opening := _OPENING.search(at.before):
        yield from faults.text_after_closing(at.doc, at.line, at.column, opening.group(1))
    elif at.sign == ":":
        yield from faults.key_not_text(at.doc, at.mark)
    elif "<document start>" in at.problem and at.text(at.above()) == "...":
        yield from faults.two_documents(at.doc, at.mark)


def _misfit(at: Stumble) -> Iterator[Finding]:
    yield from faults.indentation(at.doc, at.line, at.column, _MISFIT)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
