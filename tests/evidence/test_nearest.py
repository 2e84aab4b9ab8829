"""The nearest passage and how its words differ."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.nearest import nearest
from generator.evidence.sentences import fold, split
from generator.records.numbers import format_numbers
from tests.evidence.typography import BOILERPLATE, NAMES, TEXTS, document, seeds, varied

WEATHER = document("weather-station")
TEACHER = "The baker was wrong half of the time. He said so himself, and we do not hold it against"
CASES = (TEXTS / "nearest.cases").read_text(encoding="utf-8").split("\n\n")


@pytest.mark.parametrize("case", CASES)
def test_differences(case: str) -> None:
    """The nearest run is found, and its differing words shown with a few words around them."""
    name, passage, numbers, shown = case.strip().split("\n")
    found = nearest(passage.replace("<RLO>", "\u202e"), document(name))
    assert found is not None
    assert (format_numbers(found.numbers), found.render()) == (numbers, shown)


def test_unlike() -> None:
    """A text that holds nothing like the passage gives nothing."""
    assert nearest("Gold was found under the town hall, two mayors claimed.", WEATHER) is None
    assert nearest("Gold", "") is None
    assert nearest("", WEATHER) is None


@pytest.mark.parametrize("name", NAMES)
@settings(derandomize=True, deadline=None, max_examples=25)
@given(data=st.data(), seed=seeds)
def test_typography_is_no_difference(name: str, data: st.DataObject, seed: int) -> None:
    """A run of whole sentences in other typography is found, without a difference."""
    text, skip = document(name), BOILERPLATE[name]
    sentences = [sentence for sentence in split(text) if sentence.number not in skip]
    first = data.draw(st.integers(0, len(sentences) - 1))
    run = sentences[first : first + data.draw(st.integers(1, 3))]
    words = " ".join(sentence.text for sentence in run)
    found = nearest(varied(words, seed), text, skip)
    assert found is not None
    assert fold(found.text) == words
    assert [step.op for step in found.steps] == ["equal"]
    assert (found.score, found.render()) == (100, "")


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(TEACHER.split()), min_size=4, max_size=30))
def test_steps_lead_from_passage_to_document(words: list[str]) -> None:
    """The steps together hold all words of both sides, in order, and alternate."""
    found = nearest(" ".join(words), WEATHER)
    if found:
        assert [word for step in found.steps for word in step.passage] == words
        assert [word for step in found.steps for word in step.document] == found.text.split()
        changes = [step.op == "equal" for step in found.steps]
        assert all(one != two for one, two in pairwise(changes))


def test_boilerplate_is_not_near() -> None:
    """Boilerplate is never the nearest passage."""
    skip = BOILERPLATE["weather-station"]
    assert nearest("Your name will not be shown!", WEATHER, skip) is None
    found = nearest("Your name will not be shown!", WEATHER)
    assert found is not None
    assert found.render() == "… will not be [-shown!-]{+shown.+}"
