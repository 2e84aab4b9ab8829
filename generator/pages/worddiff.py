"""Two wordings compared word by word: what the second leaves out, adds, changes and moves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from rapidfuzz import fuzz, process

from generator.evidence.sentences import fold

Run = tuple[int, int]
Step = tuple[Run, Run]
Codes = Sequence[tuple[str, int, int, int, int]]

_APART = r"\s\"“”„‟«»‹›()\[\]{}:;!?/…\u2010-\u2015\u2212\-"
_WORD = re.compile(rf"(?:[^{_APART},]|(?<=\d),(?=\d))+")
_EDGES = ".,'‘’‚‛ʼ"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BREAK = re.compile(r"[\"“”„‟«»‹›()\[\]{}]|(?<=[^\W\d_]{2}[.!?])\s+(?=[^\W\d_])")
# Tried on every pair of the site's wordings: below these most words differ, and no list of them
# tells a reader more than the two sentences do. Of a name or two more may differ.
_CLOSE, _CLOSE_IF_SHORT, _SHORT = 0.4, 0.33, 5
_JOINED = 2  # words: `they’ve` became `they have`
_LONGEST_CHANGE = 4  # words: longer runs in one place rarely stand for each other
_ALIKE, _VERY_ALIKE = 65, 80  # of 100; what is not very alike begins with the same letter
_SMALL = 3  # letters: too many words so short look alike
_TURNING = {"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing"}
_TURNING |= {"nowhere", "only", "unless", "without"}
_TOLD = 4  # letters: words so short, such as `that`, come again by chance


@dataclass(frozen=True)
class Side:
    """A text, and the part of it, from `start` to `end`, whose words are compared."""

    text: str
    start: int
    end: int

    @cached_property
    def places(self) -> list[Run]:
        """Where each word of the part stands in the text."""
        return [p for p in _places(self.text) if self.start < p[1] and p[0] < self.end]

    @cached_property
    def keys(self) -> list[str]:
        """The words of the part as they are compared."""
        return [_key(self.text[start:end]) for start, end in self.places]

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of the text outside the part, as they are compared."""
        outside = (p for p in _places(self.text) if p[1] <= self.start or self.end <= p[0])
        return frozenset(_key(self.text[start:end]) for start, end in outside)

    def said(self, run: Run) -> list[str]:
        """Return a run of words as the text has them, parted at quotations, brackets, sentences."""
        words = self.text[self.places[run[0]][0] : self.places[run[1] - 1][1]]
        found = []
        for piece in _BREAK.split(words):
            if spans := list(_places(piece)):
                found.append(" ".join(piece[spans[0][0] : spans[-1][1]].split()))
        return found

    def pieces(self, marked: Iterable[int]) -> list[tuple[str, bool]]:
        """Return the part cut into pieces, each with whether its words, by number, are marked."""
        found = []
        here = self.start
        for first, last in _runs(sorted(marked)):
            start, end = max(self.places[first][0], here), min(self.places[last - 1][1], self.end)
            found += [(self.text[here:start], False), (self.text[start:end], True)]
            here = end
        return [piece for piece in [*found, (self.text[here : self.end], False)] if piece[0]]


@dataclass(frozen=True)
class Comparison:
    """What a wording leaves out of another, adds, changes and has in another place, in order.

    `in_old` and `in_new` number the words of each side that the other does not have.
    """

    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    moved: tuple[str, ...] = ()
    in_old: frozenset[int] = frozenset()
    in_new: frozenset[int] = frozenset()


def compare(old: Side, new: Side) -> Comparison | None:
    """Return how the new wording differs from the old; None where too few words are the same.

    A word that stands in a text, but outside the part that is compared, is not told as missing.
    """
    codes = aligned(old.keys, new.keys)
    moved, respelt = _elsewhere(old.keys, new.keys, codes)
    if not _close(old.keys, new.keys, codes, len(moved) + len(respelt)):
        return None
    out: list[Run] = []
    added: list[Run] = []
    changed = [((i, i + 1), (k, k + 1)) for i, k in respelt]
    gone, come = ({pair[side] for pair in [*moved, *respelt]} for side in (0, 1))
    for was, now in steps(old.keys, new.keys, codes):
        lost, got = _without(was, gone), _without(now, come)
        if len(lost) == len(got) == 1 and _for_each_other(old, lost[0], new, got[0], (was, now)):
            changed.append((lost[0], got[0]))
        else:
            out += [run for run in lost if not _stands(old.keys[slice(*run)], new.around)]
            added += [run for run in got if not _stands(new.keys[slice(*run)], old.around)]
    changed.sort()
    return Comparison(
        tuple(words for run in out for words in old.said(run)),
        tuple(words for run in added for words in new.said(run)),
        tuple(dict.fromkeys((old.said(was)[0], new.said(now)[0]) for was, now in changed)),
        tuple(words for run in _runs(k for _, k in moved) for words in new.said(run)),
        frozenset(i for run in [*out, *(was for was, _ in changed)] for i in range(*run)),
        frozenset(k for run in [*added, *(now for _, now in changed)] for k in range(*run)),
    )


def aligned(old: Sequence[str], new: Sequence[str]) -> Codes:
    """Return how difflib sets the new words against the old; those that look alike are equal."""
    return SequenceMatcher(None, old, _likened(old, new), autojunk=False).get_opcodes()


def steps(old: Sequence[str], new: Sequence[str], codes: Codes) -> list[Step]:
    """Return each run of old words in whose place other new ones stand, in order; one may be empty.

    A word that looks like another is set against it, so that a name in two spellings is one step.
    """
    found: list[Step] = []
    for tag, i, j, k, m in codes:
        if tag != "equal":
            _join(found, ((i, j), (k, m)))
            continue
        for at, to in zip(range(i, j), range(k, m), strict=True):
            if old[at] != new[to]:
                _join(found, ((at, at + 1), (to, to + 1)))
    return found


def _join(found: list[Step], step: Step) -> None:
    """Add a step; where it touches the last, and one is an addition or a loss, short ones join."""
    if found:
        (i, j), (k, m) = found[-1]
        (start, end), (first, last) = step
        touching = (j, m) == (start, first) and (i == j or k == m or start == end or first == last)
        if touching and max(end - i, last - k) <= _JOINED:
            found[-1] = ((i, end), (k, last))
            return
    found.append(step)


def _close(old: Sequence[str], new: Sequence[str], codes: Codes, elsewhere: int) -> bool:
    """Say whether enough words are the same, or look alike, in their place or in another."""
    same = elsewhere + sum(j - i for tag, i, j, _, _ in codes if tag == "equal")
    least = _CLOSE_IF_SHORT if max(len(old), len(new)) <= _SHORT else _CLOSE
    return 2 * same >= least * max(1, len(old) + len(new))


def _elsewhere(old: Sequence[str], new: Sequence[str], codes: Codes) -> tuple[list[Run], list[Run]]:
    """Return the places, old and new, of words in another place: the same, and spelt alike."""
    differing = [code for code in codes if code[0] != "equal"]
    free = {i: old[i] for _, start, end, _, _ in differing for i in range(start, end)}
    come = {k: new[k] for _, _, _, start, end in differing for k in range(start, end)}
    same: list[Run] = []
    respelt: list[Run] = []
    for k in [k for k, word in come.items() if len(word) > _TOLD or not word.islower()]:
        least = _VERY_ALIKE if len(new[k]) > _SMALL else 100
        if found := process.extractOne(new[k], free, scorer=fuzz.ratio, score_cutoff=least):
            word, _, i = found
            (same if word == new[k] else respelt).append((i, k))
            del free[i], come[k]
    same += [pair for near in list(same) for pair in _beside(*near, free, come)]
    return sorted(same, key=lambda pair: pair[1]), respelt


def _beside(i: int, k: int, free: dict[int, str], come: dict[int, str]) -> Iterator[Run]:
    """Yield the small words that moved with the word beside them, and take them out."""
    for way in (-1, 1):
        at, to = i + way, k + way
        while at in free and free[at] == come.get(to):
            yield at, to
            del free[at], come[to]
            at, to = at + way, to + way


def _for_each_other(old: Side, was: Run, new: Side, now: Run, step: Step) -> bool:
    """Say whether two runs are a change: they look alike, or are all of a step and of a kind."""
    short, long = sorted((was[1] - was[0], now[1] - now[0]))
    if short == long == 1 and _alike(old.keys[was[0]], new.keys[now[0]]):
        return True
    said = old.said(was), new.said(now)
    numbers = {any(map(str.isdigit, "".join(words))) for words in said}
    whole = (was, now) == step and len(said[0]) == len(said[1]) == 1
    return whole and len(numbers) == 1 and long <= min(_LONGEST_CHANGE, short + 1)


def _without(run: Run, moved: set[int]) -> list[Run]:
    return _runs(place for place in range(*run) if place not in moved)


def _stands(keys: Sequence[str], elsewhere: Iterable[str]) -> bool:
    """Say whether all words of a run stand elsewhere, those of one or two letters left aside.

    What turns a sentence round, or counts, is never taken to be the one that stands elsewhere.
    """
    told = [key for key in keys if len(key) > 2]
    if any(key in _TURNING or key.endswith("n't") or any(map(str.isdigit, key)) for key in keys):
        return False
    return bool(told) and all(_best(key, elsewhere, _VERY_ALIKE) for key in told)


def _runs(places: Iterable[int]) -> list[Run]:
    """Return ascending places as runs of neighbours."""
    runs: list[Run] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _likened(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the new words, each that the old text lacks as the old word that it looks like."""
    known, kept = set(old), set(new)
    lone = list(dict.fromkeys(w for w in old if w not in kept and len(w) > _SMALL))
    return [w if w in known or len(w) <= _SMALL else _like(w, lone) for w in new]


def _like(word: str, others: Sequence[str]) -> str:
    kin = [other for other in others if other[:1] == word[:1]]
    return _best(word, others, _VERY_ALIKE) or _best(word, kin, _ALIKE) or word


def _alike(one: str, other: str) -> bool:
    return other in _likened([other], [one])


def _best(word: str, others: Iterable[str], least: int) -> str:
    found = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else ""


def _places(text: str) -> Iterator[Run]:
    """Yield where each word stands, without marks at its edges but for the stop of `U.S.`."""
    for word in _WORD.finditer(text):
        bare = word[0].strip(_EDGES)
        if any(map(str.isalnum, bare)):
            start = word.start() + word[0].index(bare)
            end = start + len(bare)
            stop = bool(_INITIALS.fullmatch(bare)) and text[end : end + 1] == "."
            yield start, end + stop


def _key(word: str) -> str:
    """Return a word without typographic variants, its first letter small: `U.S.` is `uS`."""
    folded = fold(word)
    if _INITIALS.fullmatch(folded.removesuffix(".")):
        folded = folded.replace(".", "")
    return folded[:1].lower() + folded[1:]
