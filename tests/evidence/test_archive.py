"""The archive: made only when no error is left, and one slip does not hide or multiply others."""

import hashlib

import pytest

from generator.evidence.archive import Archive, verify
from generator.evidence.seal import decode, hashes
from generator.records.reading import read
from tests.specimens import TINY, TINY_TEXTS, Overlay, check, edited, tiny

COURIER = "data/sources/courier-report.yml"
DIGEST = "data/sources/bridge-digest.yml"


def archive() -> Archive:
    """Return the tiny archive, verified."""
    made = verify(read(Overlay(TINY))).archive
    assert made is not None
    return made


def test_an_archive_holds_the_records_themselves() -> None:
    """All records by id, the figures of each claim, the proof of each passage, the groups."""
    made = archive()
    assert made.site.title == "The footbridge of Quillbeck"
    assert set(made.figures) == set(made.claims)
    quotings = [claim.quoting() for claim in made.claims.values()]
    quotings += [variant.quoting() for variant in made.variants.values()]
    passages = {
        (quoting.kind, quoting.id, number)
        for quoting in quotings
        for number, piece in enumerate(quoting.pieces)
        if piece.passage
    }
    assert set(made.proofs) == passages
    assert made.proofs["claims", "mayor-found-rotten-boards", 0].numbers == (4, 5)
    assert made.groups["mayor-to-council"] == made.groups["mayor-on-monday"]


@pytest.mark.parametrize("name", sorted(path.stem for path in TINY_TEXTS.glob("*.txt")))
def test_the_seals_are_of_the_texts(name: str) -> None:
    """Each seal of the tiny archive, made again from its text, is the same."""
    raw = (TINY_TEXTS / f"{name}.txt").read_bytes()
    seal = archive().sources[name].seal
    assert seal is not None
    assert seal.document == hashlib.sha256(raw).hexdigest()
    assert seal.sentences == hashes(name, decode(raw))


@pytest.mark.parametrize("path", ["data/site.yml", "data/verdicts.yml"])
def test_without_site_or_scale_there_is_no_archive(path: str) -> None:
    """A missing file of the two that every microsite has is an error and nothing else."""
    checked = check({path: None})
    assert checked.archive is None
    assert [finding.code for finding in checked.findings] == ["E101"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/topics/counting.yml", "title:", "titel:"),
        ("data/people/ada-thorn.yml", "name: Ada Thorn", 'name: ""'),
        ("data/claims/sold-to-a-circus.yml", "unsupported", "corroborated"),
        ("data/claims/sold-to-a-circus.yml", "passage: It is", "passage: It was"),
    ],
)
def test_an_error_anywhere_leaves_no_archive(path: str, old: str, new: str) -> None:
    """One error in one record is enough, wherever it is found."""
    changes = {path: text.encode() for path, text in edited(path, old, new).items()}
    verified = verify(read(Overlay(TINY, changes)))
    assert [finding.severity for finding in verified.findings] == ["error"]
    assert verified.archive is None


def test_a_source_known_by_another_waits_for_it() -> None:
    """A claim waits when what it quotes is known by the sentences of a source at fault."""
    path = "data/claims/bridge-closed.yml"
    text = tiny(path).replace("verdict: corroborated", "verdict: single-origin")
    start, end = text.index("  - source: courier-report"), text.index("  - source: quillbeck")
    text = text[:start] + text[end:].replace("[bridge-digest]", "[bridge-digest, courier-report]")
    text = text.replace("origin: hill-radio", "origin: courier")
    text = text.replace("[bridge-digest, c", "[hill-radio-notes, valley-post, bridge-digest, c")
    assert check({path: text}).findings == []
    broken = edited(COURIER, "origin: courier\n", "origin: courier\nnote: x\n")
    broken[COURIER] = broken[COURIER].replace("algorithm: 1", "algorithm: 9")
    checked = check({path: text, **broken})
    assert [finding.code for finding in checked.findings] == ["E307"]
    assert path in checked.skipped


def test_a_broken_source_sets_its_claims_aside() -> None:
    """What quotes or lists a source at fault is named as waiting; nothing else is."""
    listing = {
        claim.id
        for claim in archive().claims.values()
        if "courier-report" in {e.source for e in claim.evidence} | set(claim.looked_in)
    }
    checked = check(edited(COURIER, "kind: original", "kind: orginal"))
    assert [finding.code for finding in checked.findings] == ["E204"]
    waiting = {f"data/claims/{id_}.yml" for id_ in listing}
    waiting |= {f"data/variants/{id_}.yml" for id_ in archive().variants}
    # quillbeck-today is known by the same sentences, so what quotes it waits as well
    assert set(checked.skipped) == {*waiting, "data/claims/bridge-closed.yml", COURIER}


def test_what_waits_does_not_hide_the_rest() -> None:
    """While some claims wait, every other record is checked to the end."""
    checked = check(
        {
            **edited(DIGEST, "tie: credited}\n  - {", "tie: cited}\n  - {"),
            **edited("data/origins/courier.yml", "place: Quillbeck", "where: Quillbeck"),
            **edited("data/origins/mayor-on-monday.yml", "who: ada-thorn", "who: ada-torn"),
        }
    )
    assert [(f.code, f.place.path) for f in checked.findings] == [
        ("E201", "data/origins/courier.yml"),
        ("E205", "data/origins/mayor-on-monday.yml"),
        ("E204", DIGEST),
    ]


def test_a_slip_elsewhere_does_not_hide_a_passage() -> None:
    """A topic that is not there, or a broken one, keeps no passage from being proved."""
    path = "data/claims/carpenter-blamed-goats.yml"
    text = tiny(path).replace("did it,” said the carpenter", "did that,” said the carpenter")
    for changes in (
        {path: text.replace("[footbridge]", "[bridges]")},
        {path: text, **edited("data/topics/footbridge.yml", "title:", "titel:")},
        {path: text, **edited("data/people/jory-pell.yml", "office:", "offise:")},
        {path: text.replace("verdict: single-origin", "verdict: double-origin")},
    ):
        assert "E301" in [finding.code for finding in check(changes).findings]


def test_a_verdict_waits_for_every_origin() -> None:
    """An origin that cannot be read might join two others, so no verdict is judged without it."""
    changes = {
        **edited("data/origins/mayor-on-monday.yml", "name:", "nam:"),
        **edited("data/claims/sold-to-a-circus.yml", "unsupported", "corroborated"),
    }
    checked = check(changes)
    assert [finding.code for finding in checked.findings] == ["E201"]
    assert "data/claims/sold-to-a-circus.yml" in checked.skipped


def test_a_verdict_waits_for_its_evidence() -> None:
    """A claim with an unproved passage is told that, and not also another verdict."""
    path = "data/claims/bridge-closed.yml"
    checked = check(edited(path, "on Tuesday: the footbridge", "on Friday: the footbridge"))
    assert [finding.code for finding in checked.findings] == ["E301"]


def test_a_text_at_hand_shows_the_difference() -> None:
    """With the sealed text at hand, the finding shows the nearest passage word by word."""
    path = "data/claims/sold-to-a-circus.yml"
    changes = edited(path, "passage: It is to be sold", "passage: It is to be given")
    (near,) = check(changes, TINY_TEXTS).findings
    assert near.hint == "the nearest passage: … is to be [-given-]{+sold+} to a circus."
    (far,) = check(changes).findings
    assert "--texts DIR" in far.hint
