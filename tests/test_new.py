"""`factcheck new` and `factcheck quote`: the beginning of a record, as a contributor sees it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.proposing import claims, forms
from generator.proposing.skeleton import id_of
from generator.records.claim import Claim
from generator.records.filefaults import hides
from generator.records.reading import read
from generator.records.tree import WorkTree
from generator.records.yamldoc import MAX_BYTES, parse
from tests.commandline import Ended, Run
from tests.specimens import ROOT, TINY, TINY_TEXTS, edited, microsite

FORM = ".github/ISSUE_TEMPLATE/claim.yml"
ISSUES = ROOT / "tests" / "proposing" / "issues"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The tiny archive on disk, with this repository's issue form."""
    root = microsite(tmp_path)
    (root / FORM).parent.mkdir(parents=True)
    shutil.copy(ROOT / FORM, root / FORM)
    return root


def written(root: Path, path: str) -> str:
    """The text of a file of the microsite."""
    return (root / path).read_text(encoding="utf-8")


def found(root: Path) -> list[tuple[str, int, str]]:
    """What a check finds, as path, line and code."""
    return [(f.place.path, f.place.line, f.code) for f in pipeline.check(root).findings]


SKELETON = """\
# yaml-language-server: $schema=../schemas/claim.schema.json
claim:  # one checkable sentence, in neutral words
claimant:  # who put it into the world: a person, {newsroom: …}, {document: …}, …
made:  # when it was said or published: 2025-02-12, 2025-02, 2025 or unknown
verdict:  # a check says which one the evidence carries
  # one of: garbled, misattributed, contradicted, overstated, contested, unsupported, on-record,
  # corroborated, single-origin
bottom_line:  # one sentence that a phone shows whole
why_checked:  # why it matters, in a sentence or two
evidence:  # what documents say on it; `factcheck quote` prints an item ready to paste
looked_in:  # held documents read and found silent on this
  # not quoted above: bridge-digest, courier-report, hill-radio-notes, quillbeck-today,
  # valley-post
"""


def test_a_claim_of_blanks(run: Run, site: Path) -> None:
    """A new claim has the keys that a claim needs, and a check has one finding for each blank."""
    ended = run("new", "claim", "goats-did-it", "--root", site)
    path = "data/claims/goats-did-it.yml"
    said = f"{path}: written; 8 blanks to fill; factcheck check says what is missing\n"
    assert ended == Ended(0, said, "")
    assert written(site, path) == SKELETON
    assert found(site) == [(path, line, "E203") for line in (2, 3, 4, 5, 8, 9, 10, 11)]


def test_a_claim_filled_as_far_as_can_be_said(run: Run, site: Path) -> None:
    """Sentence and quotations given on the command line stand in the record, proved."""
    ended = run(
        *("new", "claim", "goats-did-it", "--root", site, "--claim", "The goats did it: all."),
        *("--quote", "courier-report", "it was the goats"),
        *("--quote", "bridge-register", "built in\n1949"),
        *("--quote", "hill-radio-notes", "council meets", "--text"),
        TINY_TEXTS / "hill-radio-notes.txt",
    )
    assert ended.code == 0, ended.err
    record = yaml.safe_load(written(site, "data/claims/goats-did-it.yml"))
    assert record["claim"] == "The goats did it: all."
    courier, register, radio = record["evidence"]
    assert courier["passage"] == "“It was the goats that did it,” said the carpenter, Jory Pell."
    assert courier["quote"] == "It was the goats"
    assert (register["source"], register["excerpt"]) == ("bridge-register", "built in 1949")
    assert radio["passage"] == "The council meets again in April."
    assert {code for _, _, code in found(site)} == {"E203"}


def fill(path: Path, **values: list[str]) -> None:
    """Write these values into the blanks of a record, one after another of each key."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = []
    for line in lines:
        key, _, rest = line.lstrip(" -").partition(":")
        if key in values and not rest.split("#")[0].strip():
            line = f"{line.partition(':')[0]}: {values[key].pop(0)}\n"
        kept.append(line)
    assert not any(values.values())
    path.write_text("".join(kept), encoding="utf-8")


def test_the_skeleton_is_enough(run: Run, site: Path) -> None:
    """With its blanks filled, and nothing else, a new claim is a draft without a finding."""
    quoting = ("--quote", "courier-report", "Some 40", "--quote", "hill-radio-notes", "12 people")
    assert run("new", "claim", "people-cross-it", "--root", site, *quoting).code == 0
    fill(
        site / "data/claims/people-cross-it.yml",
        claim=["People cross the bridge on a school day."],
        claimant=["{newsroom: courier}"],
        made=["2024-03"],
        verdict=["corroborated"],
        bottom_line=["Two newsrooms counted them."],
        why_checked=["It is how the children go to school."],
        stance=["supports", "supports"],
        origin=["courier", "hill-radio"],
        speaker=["{newsroom: courier}", "{newsroom: hill-radio}"],
        looked_in=["[bridge-digest, quillbeck-today, valley-post]"],
    )
    checked = pipeline.check(site)
    assert checked.findings == []
    assert checked.archive is not None
    assert checked.archive.claims["people-cross-it"].published is None


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ["Goats Did It"],
            "'Goats Did It' is no id; write lower-case words joined by hyphens, 3 to 64 characters",
        ),
        (["../sources/x-y"], "'../sources/x-y' is no id; "),
        (["index"], "'index' is no id; "),
        (["a\x1b[31m\u202e"], "'a\\x1b[31m\\u202e' is no id; "),
        (["bridge-closed"], "data/claims/bridge-closed.yml is there already; what was published "),
        (["shut-for-good"], "'shut-for-good' was once the id of bridge-closed, and an id is never"),
        ([], "say the ID: "),
        (["goats", "--claim", "a\u202eb"], "--claim: it holds a character that nobody can see"),
        (["goats", "--claim", "a" * 301], "--claim: it is longer than 300 characters"),
        (["goats", "--claim", " "], "--claim: it is empty"),
        (["goats", "--quote", "courier-raport", "x"], "there is no source 'courier-raport'; did "),
        (["goats", "--quote", "courier-report", "on Monday"], "courier-report has these words in "),
        (["goats", "--quote", "bridge-register", "a\u202eb"], "the words hold a character that "),
        (["goats", "--quote", "hill-radio-notes", "April"], "no passage that this archive quotes "),
        (["goats", "--text", __file__], f"{__file__} is not the text that was sealed of what is"),
        (["goats", "--from-issue", FORM, "--claim", "x"], "--from-issue takes everything from the"),
    ],
)
def test_what_is_refused(run: Run, site: Path, args: list[str], sentence: str) -> None:
    """An id that cannot be, words that stand nowhere: one sentence, code 2, nothing written."""
    path = "data/claims/bridge-closed.yml"
    (site / path).write_text(
        edited(path, "published:", "formerly: [shut-for-good]\npublished:")[path]
    )
    before = sorted((site / "data").rglob("*"))
    ended = run("new", "claim", "--root", site, *args)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert "\x1b" not in ended.err
    assert sorted((site / "data").rglob("*")) == before


def test_nothing_is_overwritten(run: Run, site: Path) -> None:
    """A file that no record could be read from is there all the same, and so is a link."""
    broken = site / "data/claims/broken-one.yml"
    broken.write_text("[", encoding="utf-8")
    (site / "data/claims/a-link.yml").symlink_to("nowhere")
    for id_ in ("broken-one", "a-link"):
        ended = run("new", "claim", id_, "--root", site)
        assert (ended.code, ended.out) == (2, "")
        assert f"data/claims/{id_}.yml is there already" in ended.err
    assert broken.read_text(encoding="utf-8") == "["


SHOWN = """\
# origin: some-newsroom  # whose own reporting it holds, if any
# relays: [{origin: some-newsroom, tie: credited}]  # the origins that it passes on
"""
ORIGINS = "say whose reporting it holds (`origin`) or passes on (`relays`): no check can know that"


def test_a_source_that_is_known(run: Run, site: Path) -> None:
    """A new source of which enough is said is valid at once, but that nothing quotes it yet."""
    ended = run(
        *("new", "source", "echo-of-the-river", "--root", site, "--kind", "relay"),
        *("--outlet", "Echo: of the River", "--title", "“Closed”, says the mayor"),
        *("--url", "https://echo.example.org/closed"),
    )
    path = "data/sources/echo-of-the-river.yml"
    assert ended == Ended(0, f"{path}: written; {ORIGINS}\n", "")
    assert written(site, path) == (
        "# yaml-language-server: $schema=../schemas/source.schema.json\n"
        "outlet: 'Echo: of the River'\n"
        "title: '“Closed”, says the mayor'\n"
        "url: https://echo.example.org/closed\n"
        "url_basis: live  # you have seen it there yourself; else remove this line\n"
        "published: {date: unknown, basis: unknown}\n"
        f"kind: relay\n{SHOWN}"
    )
    assert found(site) == [(path, 1, "W725")]


def test_a_source_of_which_nothing_is_known(run: Run, site: Path) -> None:
    """What is not known of a source is unknown; what it is to its report is the one blank."""
    ended = run("new", "source", "echo-of-the-river", "--root", site)
    path = "data/sources/echo-of-the-river.yml"
    assert ended == Ended(0, f"{path}: written; 1 blank to fill; {ORIGINS}\n", "")
    assert written(site, path).endswith(
        "outlet: unknown\ntitle: unknown\nurl: unknown\n"
        "published: {date: unknown, basis: unknown}\n"
        "kind:  # original · relay: passes on another's report · copy: word for word · reference\n"
        f"{SHOWN}"
    )
    assert found(site) == [(path, 6, "E203")]


def test_the_examples_of_a_source_are_values(run: Run, site: Path) -> None:
    """With its marks of a comment taken away and an origin named, an example is a sound field."""
    known = ("--outlet", "The Echo", "--title", "Shut", "--kind", "relay")
    assert run("new", "source", "echo", "--root", site, *known).code == 0
    path = site / "data/sources/echo.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("# origin: some-newsroom", "origin: courier"),
        ("some-newsroom", "hill-radio"),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text.replace("# relays", "relays"), encoding="utf-8")
    assert found(site) == [("data/sources/echo.yml", 1, "W725")]
    source = read(WorkTree(site)).sources["echo"]
    assert (source.origin, source.relays[0].origin) == ("courier", "hill-radio")


@pytest.mark.parametrize(
    ("args", "folder", "lines"),
    [
        (
            ["origin", "--kind", "newsroom", "--name", "Valley Echo"],
            "origins",
            ["kind: newsroom", "name: Valley Echo"],
        ),
        (
            ["origin", "--kind", "act", "--name", "Words: on a day", "--who", "ada-thorn"],
            "origins",
            ["kind: act", "name: 'Words: on a day'", "who: ada-thorn"],
        ),
        (
            ["origin", "--kind", "act"],
            "origins",
            [
                "kind: act",
                "name:  # what readers know it by",
                "who:  # with `act`: the one person whose act it is",
            ],
        ),
        (
            ["origin"],
            "origins",
            [
                "kind:  # newsroom: its own reporting · act: one person's act · record: a register",
                "name:  # what readers know it by",
            ],
        ),
        (
            ["person", "--name", "Nell Brook", "--office", "Reporter of the hill"],
            "people",
            ["name: Nell Brook", "office: Reporter of the hill"],
        ),
        (["person"], "people", ["name:  # in the spelling of this site"]),
        (
            ["topic", "--title", "Who pays for it"],
            "topics",
            ["title: Who pays for it", "introduction:  # small Markdown: a paragraph"],
        ),
    ],
)
def test_a_record_of_a_name(
    run: Run, site: Path, args: list[str], folder: str, lines: list[str]
) -> None:
    """An origin, a person or a topic has what was said of it, and a blank for what it needs."""
    kind, *known = args
    ended = run("new", kind, "echo", "--root", site, *known)
    path = f"data/{folder}/echo.yml"
    assert (ended.code, ended.err) == (0, "")
    schema = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json"
    assert written(site, path) == "".join(f"{line}\n" for line in [schema, *lines])
    blanks = [number for number, line in enumerate(lines, 2) if ":  #" in line]
    assert found(site) == ([(path, n, "E203") for n in blanks] or [(path, 1, "W725")])


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["origin", "courier"], "data/origins/courier.yml is there already\n"),
        (["person", "Nell Brook"], "is no id; write lower-case words joined by hyphens, 3 to 64 "),
        (["origin", "echo", "--who", "ada-thorn"], "--who goes with --kind act\n"),
        (
            ["origin", "echo", "--kind", "act", "--who", "Jorey Pell"],
            "--who: there is no 'Jorey Pell' in data/people; did you mean 'jory-pell'?\n",
        ),
        (["person", "echo", "--office", "a\u200bb"], "--office: it holds a character that nobody"),
        (["topic", "echo", "--title", "a" * 301], "--title: it is longer than 300 characters\n"),
    ],
)
def test_what_is_refused_of_a_name(run: Run, site: Path, args: list[str], sentence: str) -> None:
    """An id that is taken, a person that is none: one sentence, code 2, nothing written."""
    before = sorted((site / "data").rglob("*"))
    ended = run("new", args[0], "--root", site, *args[1:])
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert sorted((site / "data").rglob("*")) == before


def test_a_new_document(run: Run, site: Path, tmp_path: Path) -> None:
    """From a new source over its seal to a claim that quotes it, each command takes the next."""
    text = tmp_path / "echo.txt"
    text.write_text("Shut\nThe bridge is shut, says the Echo. So it was.\n", encoding="utf-8")
    known = ("--outlet", "The Echo", "--title", "Shut", "--kind", "relay")
    assert run("new", "source", "echo", "--root", site, *known).code == 0
    assert run("seal", "echo", text, "--headline", "1", "--root", site).code == 0
    said = ("--claim", "The bridge is shut.", "--quote", "echo", "the bridge is shut")
    assert run("new", "claim", "bridge-is-shut", "--root", site, *said, "--text", text).code == 0
    record = yaml.safe_load(written(site, "data/claims/bridge-is-shut.yml"))
    (item,) = record["evidence"]
    assert item["passage"] == "The bridge is shut, says the Echo."
    assert item["quote"] == "The bridge is shut"
    unread = [path for path, _, code in found(site) if code == "W702"]
    assert "data/claims/bridge-closed.yml" in unread, "the new document has to be read for it too"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["valley-post"], "data/sources/valley-post.yml is there already\n"),
        (["echo", "--url", "javascript:alert(1)"], "--url: write the whole address, from https://"),
        (
            ["echo", "--url", "http://www.post.example.org/2024/bridge/#top"],
            "--url: data/sources/valley-post.yml is this page's record already\n",
        ),
        (
            ["echo", "--url", "https://post.example.org/2024/bridge/?utm_source=x&fbclid=1"],
            "--url: data/sources/valley-post.yml is this page's record already\n",
        ),
        (["echo", "--title", "a\u200bb"], "--title: it holds a character that nobody can see\n"),
        (["echo", "--kind", "blog"], "Invalid value for '--kind'"),
    ],
)
def test_what_is_refused_of_a_source(run: Run, site: Path, args: list[str], sentence: str) -> None:
    """An address that is none, or is another source's, writes nothing and ends with 2."""
    ended = run("new", "source", "--root", site, *args)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert not (site / "data/sources/echo.yml").exists()


def test_quoting_needs_no_document(run: Run) -> None:
    """Words that the archive quotes are given back as they would be from the document itself."""
    for source, words in (("courier-report", "two rotten boards"), ("bridge-digest", "two rotten")):
        with_text = ("--text", TINY_TEXTS / f"{source}.txt")
        bare = run("quote", "--root", TINY, source, words)
        assert bare.code == 0
        assert bare == run("quote", "--root", TINY, source, words, *with_text)
        assert "origin:" in bare.out


def test_words_that_nobody_quotes(run: Run) -> None:
    """Words outside all passages need the document, and the message says so; likewise a seal."""
    ended = run("quote", "--root", TINY, "hill-radio-notes", "the council meets")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "no passage that this archive quotes from hill-radio-notes has these words; "
        "--text FILE looks in the document itself, where you have the one that was sealed\n"
    )
    text = TINY_TEXTS / "hill-radio-notes.txt"
    ended = run("quote", "--root", TINY, "hill-radio-notes", "the council meats", "--text", text)
    assert ended.code == 1
    assert ended.err.startswith(
        "hill-radio-notes does not have these words\n  nearest: The council"
    )
    ended = run("quote", "--root", TINY, "courier-report", "council", "--text", text)
    assert ended == Ended(
        2, "", f"factcheck: {text}: this is not the text that was sealed for courier-report\n"
    )
    ended = run("quote", "--root", TINY, "bridge-register", "1950")
    said = "bridge-register has no seal yet: factcheck seal bridge-register FILE"
    assert ended == Ended(2, "", f"factcheck: {said}\n")


def test_words_that_are_boilerplate(run: Run, site: Path) -> None:
    """Of words that only skipped sentences have it is said so, with the numbers of these."""
    text = TINY_TEXTS / "valley-post.txt"
    said = "valley-post has these words only in sentence 7, which is skipped as boilerplate"
    ended = run("quote", "--root", TINY, "valley-post", "ten bridges to see", "--text", text)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[0] == said
    quoting = ("--quote", "valley-post", "ten bridges", "--text", text)
    ended = run("new", "claim", "ten-bridges", "--root", site, *quoting)
    assert ended == Ended(2, "", f"factcheck: {said}\n")
    path = "data/sources/valley-post.yml"
    (site / path).write_text(edited(path, "skip: 7", "skip: 2, 4, 7")[path], encoding="utf-8")
    ended = run("quote", "--root", site, "valley-post", "bridge", "--text", text)
    assert ended.code == 0, "other sentences have them too"
    ended = run("quote", "--root", site, "valley-post", "been closed", "--text", text)
    assert "only in sentence 2, which is skipped" in ended.err
    ended = run("quote", "--root", site, "valley-post", "b", "--text", text)
    assert ended.err.startswith("valley-post does not have these words\n")


ANSWERS = {
    "claim": "The footbridge was\u2028closed: for good.",
    "claimant": "the quillbeck courier",
    "made": "2024-03",
    "address": "https://www.post.example.org/2024/bridge",
    "words": "The footbridge has been closed, the Quillbeck Courier reports.",
    "stance": "Whoever believes these words must believe the sentence",
    "against": "The radio:\n- says less",
    "why": "People\nwalk   there.",
}


def filled(**changes: str) -> str:
    """The text that GitHub makes of the form with these answers."""
    doc = parse(FORM, (ROOT / FORM).read_bytes())
    assert doc.value is not None
    given = {**ANSWERS, **changes, "agreed": "- [X] I copied"}
    parts = []
    for field in forms.fields(doc.value):
        text = given[field.id] or "_No response_"
        if field.code and given[field.id]:
            text = f"```text\n{text}\n```"
        parts.append(f"### {field.label}\n\n{text}\n")
    return "\n".join(parts)


def test_a_claim_from_an_issue(run: Run, site: Path, tmp_path: Path) -> None:
    """What a form says and the records know becomes fields, and the rest stays beside its blank."""
    issue = tmp_path / "issue.md"
    issue.write_text(filled(), encoding="utf-8")
    ended = run("new", "claim", "--from-issue", issue, "--root", site)
    path = "data/claims/footbridge-was-closed-for-good.yml"
    said = f"{path}: written; 5 blanks to fill; factcheck check says what is missing\n"
    assert ended == Ended(0, said, "")
    assert written(site, path) == (ISSUES / "known.yml").read_text(encoding="utf-8")
    assert {code for _, _, code in found(site)} == {"E203"}


def test_a_claim_from_an_issue_about_the_unknown(run: Run, site: Path, tmp_path: Path) -> None:
    """Whom, when and where no record knows is written beside blanks, in the form's words."""
    issue = tmp_path / "issue.md"
    text = filled(
        claimant="A neighbour",
        made="last spring",
        address="https://echo.example.org/x y",
        words="Shut,\nthey say.",
        stance="I am not sure",
        against="",
        why="",
    )
    issue.write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    assert run("new", "claim", "neighbour-says", "--from-issue", issue, "--root", site).code == 0
    path = "data/claims/neighbour-says.yml"
    assert written(site, path) == (ISSUES / "unknown.yml").read_text(encoding="utf-8")
    assert {code for _, _, code in found(site)} == {"E203"}


@pytest.mark.parametrize(
    "tail", ["?utm_source=x", "/?utm_medium=a&utm_campaign=b", "?fbclid=1#top", "/?gclid=2", "#top"]
)
def test_an_address_with_a_tail(run: Run, site: Path, tmp_path: Path, tail: str) -> None:
    """What only says how a reader came to a page does not make it another page."""
    issue = tmp_path / "issue.md"
    issue.write_text(filled(address=ANSWERS["address"] + tail), encoding="utf-8")
    assert run("new", "claim", "--from-issue", issue, "--root", site).code == 0
    made = written(site, "data/claims/footbridge-was-closed-for-good.yml")
    assert made == (ISSUES / "known.yml").read_text(encoding="utf-8")


def test_another_page_of_the_same_name(site: Path) -> None:
    """What a query asks for is part of an address, unless it tells of the reader's way alone."""
    for tail in ("?page=2", "?utm_source=x&page=2", "?utm", "?my_gclid=1"):
        (item,) = record(site, filled(address=ANSWERS["address"] + tail))["evidence"]
        assert item["source"] is None, tail


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        ("post", "It is to be sold to a circus.", {"passage": "It is to be sold to a circus."}),
        (
            "post",
            "sold to a circus",
            {"passage": "It is to be sold to a circus.", "quote": "sold to a circus"},
        ),
        ("post", "sold to a zoo", {"passage": None}),
        ("post", "Quillbeck bridge to be torn down", {"part": "headline"}),
        ("elsewhere", "It is sold.", {"excerpt": "It is sold.", "source": None}),
        ("elsewhere", "It is\u200b sold.", {"excerpt": None}),
    ],
)
def test_the_words_of_an_issue(
    site: Path, address: str, words: str, expected: dict[str, str | None]
) -> None:
    """Words are a passage where the seal proves them, widened to sentences, or an excerpt."""
    records = read(WorkTree(site))
    url = records.sources["valley-post"].url if address == "post" else "https://e.example.org/"
    (item,) = record(site, filled(address=url, words=words))["evidence"]
    assert expected.items() <= item.items()
    assert ("passage" in item) != ("excerpt" in item)


def record(root: Path, issue: str) -> dict[str, Any]:
    """The record that an issue's text becomes, read as YAML."""
    doc = parse(FORM, (ROOT / FORM).read_bytes())
    assert doc.value is not None
    form = forms.fields(doc.value)
    text = claims.from_form(read(WorkTree(root)), form, forms.answers(form, issue))
    made = parse("data/claims/x.yml", text.encode())
    assert made.findings == []
    assert made.value is not None
    return made.value


HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\n\r\t\x85\u2028\u202e\ufeff'\"#:-?[]{}*&!%@`|>\\,~<= "),
    max_size=400,
) | st.sampled_from(
    [
        "---\n...\n!!python/object/apply:os.system [ls]",
        "x\nverdict: corroborated\npublished: 2024-03-12",
        "yaml-language-server: $schema=https://example.org/x",
        "../../../etc/passwd",
        "&a [*a, *a]",
        "<<: *x",
        "::error::x",
        "\u202egnissap",
        "\t- a",
        "w " * 50_000,
        "w" * 100_000,
        "### What speaks against it\n\nx",
    ]
)


@pytest.mark.slow
@settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(given=st.fixed_dictionaries(dict.fromkeys(ANSWERS, HOSTILE)))
def test_any_form_is_text(given: dict[str, str]) -> None:
    """Whatever stands in a form is text in a value or a comment of a record, and nothing else."""
    doc = parse(FORM, (ROOT / FORM).read_bytes())
    assert doc.value is not None
    form = forms.fields(doc.value)
    text = claims.from_form(TINY_RECORDS, form, given)
    assert not hides(text)
    assert len(text.encode()) < MAX_BYTES // 4
    made = parse("data/claims/x.yml", text.encode())
    assert made.findings == []
    assert made.value is not None
    assert set(made.value) <= {*REQUIRED, "looked_in"}
    (item,) = made.value["evidence"]
    assert set(item) <= KEYS
    one_line = " ".join(given["claim"].split())
    assert made.value["claim"] in (one_line, None)
    assert item.get("excerpt") in (" ".join(given["words"].split()), None)


TINY_RECORDS = read(WorkTree(TINY))
KEYS = {"source", "part", "stance", "origin", "speaker", "damage", "passage", "excerpt", "quote"}
REQUIRED = [name for name, field in Claim.model_fields.items() if field.is_required()]


@pytest.mark.parametrize(
    ("sentence", "id_"),
    [
        ("The footbridge was closed: for good.", "footbridge-was-closed-for-good"),
        ("Zoë didn’t sign “the” draft", "zoe-didnt-sign-draft"),
        ("Word " * 30, "word-word-word-word-word-word-word-word"),
        ("../../etc", "etc"),
        ("Міст закрито", ""),
        ("index", ""),
        ("it", ""),
        ("", ""),
    ],
)
def test_an_id_from_a_sentence(sentence: str, id_: str) -> None:
    """An id is made of a sentence's first words, or is not made at all."""
    assert id_of(sentence) == id_


def test_an_issue_without_a_sentence_for_an_id(run: Run, site: Path, tmp_path: Path) -> None:
    """Where no id can be made, or the made one is taken, the editor is asked for one."""
    issue = tmp_path / "issue.md"
    for sentence, said in (
        ("Міст закрито", "say the ID: "),
        ("The bridge closed", "data/claims/bridge-closed.yml is there already"),
    ):
        issue.write_text(filled(claim=sentence), encoding="utf-8")
        ended = run("new", "claim", "--from-issue", issue, "--root", site)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"Hello", "this is not the text of the form: it has no line '### The sentence to check'"),
        (b"\xff", "the text is not UTF-8"),
        (
            b"### The page\n\nx\n\n### How so\n\ny\n\n### Where it can be read\n\nz\n",
            "this is another form; only *Suggest a claim* becomes a record",
        ),
    ],
)
def test_an_issue_that_is_none(
    run: Run, site: Path, tmp_path: Path, text: bytes, sentence: str
) -> None:
    """A text that no form gave ends with one sentence and exit code 2."""
    issue = tmp_path / "issue.md"
    issue.write_bytes(text)
    ended = run("new", "claim", "--from-issue", issue, "--root", site)
    assert ended == Ended(2, "", f"factcheck: {issue}: {sentence}\n")


def test_a_microsite_without_the_form(run: Run, tmp_path: Path) -> None:
    """Without the form's own file there are no labels to go by, and the message names it."""
    ended = run("new", "claim", "--from-issue", __file__, "--root", microsite(tmp_path))
    assert ended.code == 2
    assert FORM in ended.err
