"""Writes a microsite of many claims about an invented valley, to measure with, never to publish."""

import random
import re
import shutil
from pathlib import Path

from generator.evidence.seal import document_hash, hashes
from generator.evidence.sealtext import seal_block

_PLACES = ("mill", "bridge", "ferry", "market", "school", "orchard", "quarry", "reservoir")
_DOINGS = ("opened", "closed", "moved", "repaired", "flooded", "painted", "sold", "rented")
_TIMES = ("in spring", "in summer", "in autumn", "in winter", "last year", "before the fair")
_REASONS = ("the river rose", "the road was mended", "the council met", "the bells were cast")
_LINE = "# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n"


def write(root: Path, claims: int, like: Path) -> None:
    """Fill `root` with a microsite of this many claims, each about as long as a real one.

    `like` is a microsite whose scale, site record and configuration are taken over.
    """
    chance = random.Random(20250217)
    config = (like / "mkdocs.yml").read_text(encoding="utf-8")
    home = "# Home\n\nThe valley.\n"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text(home, encoding="utf-8")
    config = re.sub(r"(?m)^nav:\n(?:  .*\n)+", "nav:\n  - Home: index.md\n", config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    for folder in ("claims", "sources", "origins", "people", "topics"):
        (root / "data" / folder).mkdir(parents=True)
    shutil.copy(like / "data" / "verdicts.yml", root / "data")
    shutil.copy(like / "data" / "site.yml", root / "data")
    _record(root, "people/warden.yml", "person", "name: The Warden\n")
    _record(root, "topics/valley.yml", "topic", "title: The valley\nintroduction: All of it.\n")
    texts = {f"paper-{n}": _text(chance, n) for n in range(8)}
    for number, (id_, sentences) in enumerate(texts.items()):
        _record(
            root, f"origins/desk-{number}.yml", "origin", f"kind: newsroom\nname: Desk {number}\n"
        )
        _record(root, f"sources/{id_}.yml", "source", _source(id_, number, sentences))
    for number in range(claims):
        _record(root, f"claims/claim-{number}.yml", "claim", _claim(chance, number, texts))


def _record(root: Path, path: str, kind: str, body: str) -> None:
    (root / "data" / path).write_text(_LINE.format(up="../", kind=kind) + body, encoding="utf-8")


def _sentence(chance: random.Random) -> str:
    first, last = chance.choice(_PLACES), chance.choice(_PLACES)
    return (
        f"The {first} by the old {last} was {chance.choice(_DOINGS)} {chance.choice(_TIMES)}, "
        f"said the warden, because {chance.choice(_REASONS)} and {chance.randrange(10_000)} came."
    )


def _text(chance: random.Random, number: int) -> list[str]:
    return [f"Paper {number} looks at the valley.", *(_sentence(chance) for _ in range(400))]


def _source(id_: str, number: int, sentences: list[str]) -> str:
    text = "\n".join(sentences)
    seal = seal_block(document_hash(text.encode()), "2026-11-22", [], [1], hashes(id_, text))
    return (
        f"outlet: Paper {number}\ntitle: The valley, part {number}\nurl: unknown\n"
        f"published: {{date: 2025-02}}\nkind: original\norigin: desk-{number}\n{seal}"
    )


def _claim(chance: random.Random, number: int, texts: dict[str, list[str]]) -> str:
    quoted = chance.sample(list(texts), 5)
    body = [
        f"claim: The {chance.choice(_PLACES)} was {chance.choice(_DOINGS)}, as in year {number}.",
        "claimant: warden\nmade: 2025-02-12\nplace: The valley\nverdict: corroborated",
        f"bottom_line: Five documents report it, and each asked the warden ({number}).",
        f"why_checked: Visitors ask about the {chance.choice(_PLACES)} every year.",
        "topics: [valley]\nevidence:",
    ]
    for id_ in quoted:
        first = chance.randrange(1, 399)
        passage = "\n      ".join(texts[id_][first : first + 2])
        quote = texts[id_][first].partition(",")[0]
        body.append(
            f"  - source: {id_}\n    stance: supports\n    origin: desk-{id_[-1]}\n"
            f"    speaker: warden\n    passage: >-\n      {passage}\n    quote: {quote}\n"
            f"    part: body\n    note: The paper asked at the {chance.choice(_PLACES)}."
        )
    silent = ", ".join(id_ for id_ in texts if id_ not in quoted)
    body.append(
        f"looked_in: [{silent}]\nunknowns: [Who counted the people is not said.]\nanalysis: |"
    )
    body += [f"  {_sentence(chance)}" for _ in range(5)]
    body.append(f"inferred:\n  - That {number} is the year of the fair.\nlater:")
    body.append("  - {date: 2025-04, text: The council met again., source: paper-0}")
    body.append(f"related: [claim-{max(0, number - 1)}]\npublished: 2026-11-22")
    return "\n".join(body) + "\n"
