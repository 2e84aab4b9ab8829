"""Findings: what is wrong in the data, as values; and the registry of the rules that find them."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, ParamSpec

from rapidfuzz import fuzz, process, utils

P = ParamSpec("P")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: path from the root with `/`, line and column from 1, column in characters.

    `text` is the line as it stands in the file, so that a report can show it with a caret.
    """

    path: str
    line: int = 1
    column: int = 1
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place: a code of the registry, what is wrong, and what to do."""

    code: str
    place: Place
    message: str
    hint: str = ""

    @property
    def severity(self) -> str:
        """`warning` for W codes, `error` for E codes."""
        return "warning" if self.code.startswith("W") else "error"


Fact = tuple[Place, str, str]
Facts = Iterator[Fact]


@dataclass(frozen=True)
class Rule(Generic[P]):
    """One rule of the registry: called, it yields the findings of its generator of facts."""

    code: str
    check: Callable[P, Iterable[Fact]]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
        """Yield one Finding for each (place, message, hint) that the rule's generator yields."""
        for place, message, hint in self.check(*args, **kwargs):
            yield Finding(self.code, place, message, hint)

    @property
    def explanation(self) -> str:
        """What `factcheck explain` prints: the rule, a bad example and a good one."""
        return inspect.cleandoc(self.check.__doc__ or "")


RULES: dict[str, Rule[...]] = {}


def rule(code: str) -> Callable[[Callable[P, Iterable[Fact]]], Rule[P]]:
    """Register the decorated generator of facts under `code`; its docstring is its explanation.

    Raises ValueError for a code of another form than E123 or W123, one that is taken, or a
    docstring that lacks its `Bad:` or `Good:` part.
    """

    def register(check: Callable[P, Iterable[Fact]]) -> Rule[P]:
        if not re.fullmatch(r"E[1-6]\d\d|W7\d\d", code) or code in RULES:
            raise ValueError(f"{code} is no free code")
        made = Rule(code, check)
        if not all(f"\n{part}:\n" in made.explanation for part in ("Bad", "Good")):
            raise ValueError(f"{code}: the docstring needs its `Bad:` and `Good:` examples")
        RULES[code] = made
        return made

    return register


def suggest(word: str, options: Iterable[str], least: int = 70) -> str | None:
    """Return the option that `word` was probably meant to be, or None when none is near.

    Nearness is rapidfuzz's ratio of matching characters after lower-casing and dropping
    punctuation, of 100; less than `least` does not count.
    """
    best = process.extractOne(
        word, list(options), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=least
    )
    return best[0] if best else None


def did_you_mean(word: str, options: Iterable[str], otherwise: str = "") -> str:
    """Return the hint `did you mean …?` for the nearest option, else `otherwise`."""
    near = suggest(word, options)
    return f"did you mean {near!r}?" if near else otherwise
