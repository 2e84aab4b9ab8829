"""What can be wrong with the fields of a record, in plain words."""

from typing import Any

from generator.findings import Facts, Place, did_you_mean, rule


@rule("E201")
def unknown_key(place: Place, key: str, options: list[str], hint: str = "") -> Facts:
    """A record has the fields of its kind and no others.

    Bad:
        claimnt: zelenskyy
    Good:
        claimant: zelenskyy
    """
    fields = "the fields here are: " + ", ".join(options)
    yield place, f"unknown key {key!r}", hint or did_you_mean(key, options, fields)


@rule("E202")
def missing_key(place: Place, key: str) -> Facts:
    """A record has every field that its kind requires.

    Bad:
        a claim without `verdict`
    Good:
        verdict: unsupported
    """
    yield place, f"{key!r} is missing", f"add `{key}: …`"


@rule("E203")
def wrong_shape(place: Place, key: str, wanted: str = "", got: Any = None) -> Facts:
    """A field holds what it is for: a text, a list or fields of its own, and never nothing.

    Bad:
        topics: signing
    Good:
        topics: [signing]
    """
    if got is None:
        sign = "dash" if key.startswith("item ") else "colon"
        yield place, f"{key} has no value", f"write one after the {sign}, or remove the line"
        return
    hint = _SHAPE_HINTS[wanted]
    if isinstance(got, str) and wanted == "a list" and got.startswith("-"):
        hint = "write a space after each dash"
    yield place, f"{key} holds {_shape(got)}, not {wanted}", hint


@rule("E204")
def word_not_in_list(place: Place, key: str, word: str, options: list[str], what: str) -> Facts:
    """Some fields hold one word of a fixed list; a verdict is one of the published scale.

    Bad:
        verdict: mostly true
    Good:
        verdict: unsupported
    """
    words = "one of: " + ", ".join(options)
    yield place, f"{key} {word!r} is not {what}", did_you_mean(word, options, words)


@rule("E206")
def date_form(place: Place, key: str, message: str) -> Facts:
    """A date is an EDTF string: a day, a month, a year, an interval, or `unknown`.

    Bad:
        made: 15 February 2025
    Good:
        made: 2025-02-15
    """
    hint = "write 2025-02-12, 2025-02, 2025, 2025-02-14/2025-02-17, 2025-02-15/.. or unknown"
    yield place, f"{key}: {message}", hint


@rule("E207")
def number_form(place: Place, key: str, message: str, hint: str) -> Facts:
    """A count is a whole number from 1; sentence numbers are written like `1, 29-32`.

    Bad:
        count: several
    Good:
        count: unstated
    """
    yield place, f"{key}: {message}", hint


@rule("E208")
def link_form(place: Place, key: str, message: str) -> Facts:
    """A link is a whole http or https address, without spaces or a password.

    Bad:
        url: javascript:alert(1)
    Good:
        url: https://example.org/page
    """
    yield (
        place,
        f"{key}: {message}",
        "write the whole address, from https:// on, without a password; or unknown",
    )


@rule("E209")
def id_form(place: Place, key: str, word: str, hint: str) -> Facts:
    """An id is lower-case letters and digits in words joined by hyphens, 3 to 64 characters.

    Bad:
        topics: [Signing of the Draft]
    Good:
        topics: [signing]
    """
    yield place, f"{key}: {word!r} is no id", hint


@rule("E210")
def length(place: Place, key: str, message: str) -> Facts:
    """A text is neither empty nor longer than the pages can show; a list that is needed has items.

    Bad:
        bottom_line: (two hundred characters)
    Good:
        bottom_line: One sentence of at most 160 characters.
    """
    yield (
        place,
        f"{key} {message}",
        "say it shorter" if "longer" in message else "write it, or remove the line",
    )


@rule("E211")
def who_form(place: Place, key: str) -> Facts:
    """Who speaks is a person's id, a number of anonymous people, a newsroom, or a document.

    Bad:
        speaker: {anonymous: U.S. officials}
    Good:
        speaker: {anonymous: U.S. officials, count: unstated}
    """
    braces = "{anonymous: …, count: 4}, {anonymous: …, count: unstated}, {newsroom: …}"
    yield (
        place,
        f"{key} does not say who",
        f"write a person's id, {braces} or {{document: …}}",
    )


@rule("E212")
def fields_together(place: Place, message: str, hint: str) -> Facts:
    """Some fields go together and some exclude each other.

    Bad:
        stance: states
        origin: nbc
    Good:
        stance: states
        credits: nbc
    """
    yield place, message, hint


@rule("E213")
def rule_form(place: Place, key: str, message: str) -> Facts:
    """In a verdict's rule each figure has a bound: an exact number, or one with >= or <= before it.

    Bad:
        when: {for: two}
    Good:
        when: {for: ">=2"}
    """
    yield place, f"{key}: {message}", 'write 0, ">=1" or "<=2"'


@rule("E214")
def pattern(place: Place, key: str, message: str) -> Facts:
    """A seal is written by `factcheck seal`, not by hand; a code or hash has its fixed form.

    Bad:
        language: English
    Good:
        language: en
    """
    hint = _PATTERN_HINTS.get(key, "let `factcheck seal SOURCE FILE` write the seal")
    yield place, f"{key}: {message}", hint


_PATTERN_HINTS = {
    "language": "write a code such as en or pt-BR",
    "of": "write the 8 hex digits that `factcheck find` prints before a passage",
}
_SHAPE_HINTS = {
    "a text": "write plain text after the colon; begin with >- on its own for a long one",
    "a list": "write [one, two], or one item a line after a dash",
    "fields": "write `key: value` lines, indented",
}


def _shape(value: Any) -> str:
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "fields"
