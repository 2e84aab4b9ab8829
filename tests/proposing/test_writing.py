"""Items of evidence as YAML that say exactly what the document says."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.quoting import locate
from generator.evidence.seal import Proof, SealIndex, hashes, prove
from generator.evidence.sentences import split
from generator.proposing.writing import Item, written
from tests.evidence.typography import BOILERPLATE, NAMES, document, documents

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


def test_block() -> None:
    """A block stands as the records' format says, with gaps for what only people can say."""
    weather = document("weather-station")
    [body] = locate("He said so himself", weather, SKIP)
    [headline] = locate("Village of Lower Wenderby", weather, SKIP)
    items = [
        Item("wenderby-leaf", passage=body.passage, quote=body.quote),
        Item(
            "wenderby-leaf",
            passage=headline.passage,
            quote=headline.quote,
            headline=True,
            garbled=True,
        ),
    ]
    expected = (Path(__file__).parent / "evidence-blocks.yml").read_text(encoding="utf-8")
    assert "".join(map(written, items)) == expected


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", NAMES)
def test_blocks_read_back(name: str, loader: Any) -> None:
    """Passages of every length come back in the document's own characters, and prove."""
    text, skip = document(name), BOILERPLATE[name]
    index = SealIndex(hashes("leaf", text), skip)
    sentences = [sentence for sentence in split(text) if sentence.number not in skip]
    for first in range(len(sentences)):
        own = [one_line(sentence.own) for sentence in sentences[first : first + 1 + first % 4]]
        passage = " ".join(own)
        block = written(Item("leaf", passage=passage, quote=own[0]))
        item = read(block, loader)
        assert (item["passage"], item["quote"]) == (passage, own[0])
        assert prove("leaf", item["passage"], index) == prove("leaf", passage, index)
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
        item = read(written(Item("leaf", passage=run.passage, quote=run.quote)), loader)
        assert (item["passage"], item.get("quote", "")) == (run.passage, run.quote)


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


@pytest.mark.slow
@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("quote", [*LINES, *UNSEEN])
def test_any_quote_reads_back(quote: str, loader: Any) -> None:
    """Quotes that YAML would take for something else are marked as text."""
    block = written(Item("leaf", passage=f"Before {quote} after", quote=quote))
    assert read(block, loader)["quote"] == quote


def test_block_without_quote() -> None:
    """A block without a quote has no such line."""
    block = written(Item("leaf", passage="Lower Wenderby."))
    assert block.endswith("    passage: >-\n      Lower Wenderby.\n")
