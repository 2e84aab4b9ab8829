"""The text of an issue form: what was answered to which field, whatever was answered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.proposing.forms import Field, answers, fields

FORM = [
    Field("claim", "The sentence"),
    Field("words", "The exact words", code=True),
    Field("stance", "What they do", ("They say so", "I am not sure")),
    Field("against", "What speaks against it"),
]
FILLED = """\
### The sentence

The bridge was closed.

### The exact words

```text
The footbridge has been closed.
```

### What they do

They say so

### What speaks against it

_No response_
"""
quick = settings(derandomize=True, deadline=None, max_examples=200)


def filled(claim: str = "x", words: str = "y", stance: str = "z", against: str = "w") -> str:
    """The text that GitHub makes of these answers."""
    given = (claim, f"```text\n{words}\n```", stance, against)
    parts = (f"{field.heading}\n\n{text}" for field, text in zip(FORM, given, strict=True))
    return "\n\n".join(parts)


def test_a_filled_form() -> None:
    """Each field has what was answered, without the marks of code; no response is nothing."""
    assert answers(FORM, FILLED) == {
        "claim": "The bridge was closed.",
        "words": "The footbridge has been closed.",
        "stance": "They say so",
        "against": "",
    }
    assert answers(FORM, FILLED.replace("\n", "\r\n")) == answers(FORM, FILLED)


def test_other_headings_are_text() -> None:
    """A heading that is no field's is part of the answer that it stands in."""
    text = "first\n\n### The title of a section\n\n#### The sentence\n\nlast"
    assert answers(FORM, filled(against=text))["against"] == text


def test_a_field_has_one_beginning() -> None:
    """The heading of a field that has begun, or of an earlier one, is part of the answer."""
    text = "one\n\n### What speaks against it\n\n### The sentence\n\ntwo"
    assert answers(FORM, filled(against=text))["against"] == text


def test_headings_in_code_are_text() -> None:
    """What stands between the marks of code is one answer, headings and marks included."""
    for words in (
        "One.\n\n### What they do\n\nnothing",
        "### What speaks against it",
        "before\n```\nx\n\n### What they do\n```\nafter",
    ):
        found = answers(FORM, filled(words=words))
        assert (found["words"], found["stance"]) == (words, "z")


def test_empty_code() -> None:
    """Code with nothing in it, and no response to a field that asks for code, are nothing."""
    assert answers(FORM, filled(words=""))["words"] == ""
    bare = filled().replace("```text\ny\n```", "_No response_")
    assert answers(FORM, bare)["words"] == ""
    assert answers(FORM, bare)["stance"] == "z"


def test_a_field_that_was_taken_out() -> None:
    """Where somebody removed a heading, that field is empty and the others are what they were."""
    found = answers(FORM, filled().replace("### What they do\n\nz\n\n", ""))
    assert found == {"claim": "x", "words": "y", "stance": "", "against": "w"}


def test_another_text() -> None:
    """A text without any heading of the form is refused."""
    with pytest.raises(ValueError, match="it has no line '### The sentence'"):
        answers(FORM, "Hello,\n\nyour page is wrong.")


def test_another_form() -> None:
    """A text that begins as another form does is refused, although it shares fields with ours."""
    shared = f"### The page\n\nclaims/x\n\n{FORM[1].heading}\n\nwords"
    for text in (shared, "### The page\n\nclaims/x"):
        with pytest.raises(ValueError, match=r"another form; only \*Suggest a claim\* becomes a"):
            answers(FORM, text)


@quick
@given(
    words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="`\r")),
    claim=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="#\r")),
)
def test_any_answer_comes_back(words: str, claim: str) -> None:
    """Whatever is written in one field, the others have their own answers."""
    found = answers(FORM, filled(claim=claim, words=words))
    assert found["words"] == words.strip("\n").strip()
    assert found["claim"] == ("" if claim.strip() == "_No response_" else claim.strip())
    assert (found["stance"], found["against"]) == ("z", "w")


def test_fields_of_a_form() -> None:
    """The fields of a form come in order, without its explanations, options of dropdowns only."""
    form = {
        "body": [
            {"type": "markdown", "attributes": {"value": "Hello"}},
            {"type": "input", "id": "a", "attributes": {"label": "A"}},
            {"type": "textarea", "id": "b", "attributes": {"label": "B", "render": "text"}},
            {"type": "dropdown", "id": "c", "attributes": {"label": "C", "options": ["x", "y"]}},
            {"type": "checkboxes", "id": "d", "attributes": {"label": "D", "options": [{}]}},
        ]
    }
    assert fields(form) == [
        Field("a", "A"),
        Field("b", "B", code=True),
        Field("c", "C", ("x", "y")),
        Field("d", "D"),
    ]
