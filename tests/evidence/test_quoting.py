"""Words found in a document, and evidence blocks that say exactly what it says."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.quoting import Run, evidence_block, locate
from generator.evidence.seal import Proof, SealIndex, hashes, prove
from generator.evidence.sentences import fold, split
from tests.evidence.typography import BOILERPLATE, HEADLINE, NAMES, TEXTS, document, documents

WEATHER = document("weather-station")
SKIP = BOILERPLATE["weather-station"]
LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]
quick = settings(derandomize=True, deadline=None, max_examples=100)


def read(block: str, loader: Any) -> dict[str, Any]:
    """The one item of an evidence block, read as YAML."""
    item: dict[str, Any]
    [item] = yaml.load(f"evidence:\n{block}", loader)["evidence"]  # noqa: S506
    return item


def one_line(text: str) -> str:
    """The same characters with plain white space as single spaces."""
    return " ".join(text.replace("\r", " ").replace("\n", " ").replace("\t", " ").split(" "))


@pytest.mark.parametrize(
    ("words", "numbers", "quotes"),
    [
        (
            "weather station",
            [(4,), (6,), (18,)],
            ["weather station", "weather station", "weather\u00ad station"],
        ),
        ("every 10 minutes", [(7,)], ["every 10\u00a0minutes"]),
        ("minutes - day", [(7,)], ["minutes — day"]),
        ('hold it against him,"', [(10,)], ["hold it against him,”"]),
        ("half of the\n time.  He SAID so", [(9, 10)], ["half of the time. He said so"]),
        ("rules. $40", [(16, 17)], ["rules. $40"]),
        ("it", [(7,), (10,), (20,), (21,)], ["it"] * 4),
        ("baker", [(8,), (9,), (19,)], ["baker"] * 3),
        ("Sr.", [(13,)], ["Sr."]),
        ("its own Lower Wenderby", [(4, 6)], ["its own Lower Wenderby"]),
        ("", [], []),
        ("\u200b", [], []),
    ],
)
def test_locate(words: str, numbers: list[tuple[int, ...]], quotes: list[str]) -> None:
    """Words are found whole, across sentences and boilerplate, as the document has them."""
    runs = locate(words, WEATHER, SKIP)
    assert [run.numbers for run in runs] == numbers
    assert [run.quote for run in runs] == quotes
    assert all(run.exact and run.score == 100 and run.quote in run.passage for run in runs)


@pytest.mark.parametrize(
    ("words", "text", "quote"),
    [
        ("Zoë Ružička", document("footbridge"), "Zoe\u0308 Ruz\u030cic\u030cka"),
        ("é est", "Un e\u00ad\u0301\u200b\u2009 est la.", "e\u00ad\u0301\u200b\u2009 est"),
        ("ê\u0323 a", "A e\u0302\u0323 a.", "e\u0302\u0323 a"),
        ("x a", "Un x\u0301 a. Un x a.", "x a"),
        ("a x", "Un a x\u0301. Un a x.", "a x"),
        ("가 a", "b \u1100\u1161 a.", "\u1100\u1161 a"),
        ("THE MAST", "İİ said: the mast stands.", "the mast"),
        ("THE MAST", "The mast, the mast!", "The mast"),
    ],
)
def test_own_characters(words: str, text: str, quote: str) -> None:
    """The words come back in the document's own characters, at their first place in it."""
    [run] = locate(words, text)
    assert run.exact
    assert run.quote == quote


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("the bakar was rong", (9,)),
        ("minute", (7,)),
        ("the bakar", (8,)),
        ("tipping bucket.", (14,)),
        ("tipping bukket wind", (14,)),
        ("the piano fell from the tower", ()),
    ],
)
def test_suggestions(words: str, numbers: tuple[int, ...]) -> None:
    """Words that do not stand in the text bring at most three sentences that hold the like."""
    runs = locate(words, WEATHER, SKIP)
    assert len(runs) == 3 if words == "the bakar" else len(runs) <= 3
    assert not any(run.exact or run.quote or run.score >= 100 for run in runs)
    assert runs[0].numbers == numbers if numbers else not runs


def test_no_boilerplate() -> None:
    """Words of boilerplate are not offered, not even as a suggestion."""
    assert [run.numbers for run in locate("Required fields", WEATHER)] == [(28,)]
    assert locate("Required fields are marked", WEATHER, SKIP) == []


def test_block() -> None:
    """A block stands as the records' format says, with gaps for what only people can say."""
    [body] = locate("He said so himself", WEATHER, SKIP)
    [headline] = locate("Village of Lower Wenderby", WEATHER, SKIP)
    blocks = [
        evidence_block("wenderby-leaf", body, body.quote, HEADLINE["weather-station"], SKIP),
        evidence_block("wenderby-leaf", headline, headline.quote, {4}, SKIP, garbled=True),
    ]
    assert "".join(blocks) == (TEXTS / "evidence-blocks.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", NAMES)
def test_blocks_read_back(name: str, loader: Any) -> None:
    """Passages of every length come back in the document's own characters, and prove."""
    text, skip = document(name), BOILERPLATE[name]
    index = SealIndex(hashes("leaf", text), skip)
    sentences = [sentence for sentence in split(text) if sentence.number not in skip]
    for first in range(len(sentences)):
        own = [one_line(sentence.own) for sentence in sentences[first : first + 1 + first % 4]]
        numbers = tuple(sentence.number for sentence in sentences[first : first + len(own)])
        run = Run(numbers, " ".join(own))
        block = evidence_block("leaf", run, own[0])
        item = read(block, loader)
        assert (item["passage"], item["quote"]) == (run.passage, own[0])
        assert prove("leaf", item["passage"], index) == prove("leaf", run.passage, index)
        assert isinstance(prove("leaf", item["passage"], index), Proof)
        lines = block.splitlines()
        assert all(len(line) <= 96 for line in lines)
        assert not any(line != line.rstrip(" ") or "\t" in line for line in lines)


HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(" \u00a0\n\t'\"#:-?[]{}*&!%@`|>\\,~"),
    min_size=1,
)


@pytest.mark.parametrize("loader", LOADERS)
@quick
@given(text=HOSTILE.map(lambda text: f"a{text}b") | HOSTILE | documents)
def test_any_text_reads_back(loader: Any, text: str) -> None:
    """Whatever a document holds, words found in it come back exactly."""
    sentences = split(text)
    if not sentences:
        return
    for run in locate(sentences[0].own, text):
        item = read(evidence_block("leaf", run, run.quote), loader)
        assert (item["passage"], item["quote"]) == (run.passage, run.quote)
        held = " ".join(sentence.text for sentence in sentences if sentence.number in run.numbers)
        assert fold(item["passage"]) == held
        assert not run.exact or fold(run.quote).lower() == sentences[0].text.lower()


LINES = """\
no
null
~
1.10
2031-05-06
2031-05-06 10:00:00
0x1f 2
a: b c
a b:
x #y z
#x
- x
? x
it's
“x” y
'x' y
"x" y
[x]
{x}
*a
&a
!t x
%d
@x
`x`
| x
> x
a\\b c
é è
""".splitlines()
UNSEEN = ["x\u00a0", "a\x07b", "\ufeff", "\x85x", "long " * 30 + "line", 'a\U0001f600\x9f\\"b']


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("quote", [*LINES, *UNSEEN])
def test_any_quote_reads_back(quote: str, loader: Any) -> None:
    """Quotes that YAML would take for something else are marked as text."""
    run = Run((1,), f"Before {quote} after")
    expected = quote.replace("\x85", " ").strip(" ")
    assert read(evidence_block("leaf", run, quote), loader).get("quote", "") == expected


@pytest.mark.parametrize(
    ("numbers", "quote", "message"),
    [
        ((6, 5), "Lower", "sentence 5 is boilerplate and cannot be cited"),
        ((6,), "lower", "the quote does not stand in the passage as it is written: lower"),
    ],
)
def test_refused(numbers: tuple[int, ...], quote: str, message: str) -> None:
    """Boilerplate and words from elsewhere make no evidence."""
    with pytest.raises(ValueError, match=r"cannot be cited|does not stand") as error:
        evidence_block("leaf", Run(numbers, "Lower Wenderby."), quote, skip=SKIP)
    assert str(error.value) == message


def test_block_without_quote() -> None:
    """A block without a quote has no such line."""
    block = evidence_block("leaf", Run((6,), "Lower Wenderby."), "")
    assert block.endswith("    passage: >-\n      Lower Wenderby.\n")
