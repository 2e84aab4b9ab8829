"""Two commits: a protected field that changes is told in a revision, or it is a finding."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.changes import compare, telling
from generator.commands import revision
from generator.records.model import Record, protected
from generator.records.reading import FOLDERS
from generator.records.verdict import Verdict
from tests.changes.repositories import Edit, commit, edit, found, git, repository

CLOSED, GOATS = "claims/bridge-closed", "claims/carpenter-blamed-goats"
BOARS, COURIER = "variants/boards-became-boars", "sources/courier-report"
ACT, PERSON, TOPIC = "origins/mayor-to-council", "people/jory-pell", "topics/counting"
GONE = {"date": "2024-04-02", "reason": "It was our own sentence."}

# For every protected field of every kind of record: a record, and the value it gets; of a list
# whose items no other value can stand for, the first item gets a note.
NEW: dict[str, tuple[str, Any]] = {
    "claims.claim": (CLOSED, "The bridge is open."),
    "claims.kind": (GOATS, "fact"),
    "claims.said_by": (GOATS, "ada-thorn"),
    "claims.content": (GOATS, "mayor-blamed-goats"),
    "claims.claimant": (GOATS, {"anonymous": "two carpenters", "count": "2"}),
    "claims.made": (CLOSED, "2024-03-07"),
    "claims.made_basis": (GOATS, "outside"),
    "claims.place": (CLOSED, "Sedge End"),
    "claims.event": (CLOSED, {"date": "2024-03-04"}),
    "claims.verdict": (CLOSED, "contested"),
    "claims.bottom_line": (CLOSED, "It is open."),
    "claims.why_checked": (CLOSED, "Nobody asked."),
    "claims.evidence": (CLOSED, ...),
    "claims.looked_in": (GOATS, ["hill-radio-notes"]),
    "claims.unknowns": (CLOSED, ["Who closed it."]),
    "claims.inferred": (CLOSED, ["Monday as 4 March 2024."]),
    "claims.analysis": (CLOSED, "Another *analysis*."),
    "claims.later": (CLOSED, [{"date": "2024-05-01", "text": "It opened."}]),
    "claims.replies": (CLOSED, [{"by": "ada-thorn", "date": "2024-05-01", "text": "No."}]),
    "claims.waives": (CLOSED, [{"code": "W711", "because": "So it is."}]),
    "claims.published": (CLOSED, "2024-03-11"),
    "claims.withdrawn": ("claims/forty-cross-it", None),
    "variants.title": (BOARS, "Boards, then boars"),
    "variants.kind": (BOARS, "name"),
    "variants.wordings": (BOARS, ...),
    "variants.nearest": (BOARS, "unknown"),
    "variants.why": (BOARS, "We do not know."),
    "variants.changed": (BOARS, "The boards became boars."),
    "variants.claims": (BOARS, []),
    "variants.published": (BOARS, "2024-03-11"),
    "variants.withdrawn": (BOARS, None),
    "sources.outlet": (COURIER, "Courier"),
    "sources.title": (COURIER, "Bridge shut"),
    "sources.author": (COURIER, "Nell Brook"),
    "sources.url": (COURIER, "https://courier.example.org/bridge"),
    "sources.url_basis": (COURIER, "matched"),
    "sources.language": (COURIER, "de"),
    "sources.published": (COURIER, {"date": "2024-03-06", "basis": "inferred"}),
    "sources.kind": (COURIER, "copy"),
    "sources.condition": (COURIER, "garbled"),
    "sources.origin": (COURIER, "hill-radio"),
    "sources.relays": (COURIER, []),
    "sources.archived": (COURIER, [{"url": "https://archive.example.org/courier"}]),
    "sources.note": (COURIER, "A newspaper."),
    "sources.seal": (COURIER, {"algorithm": "1", "document": "0" * 64, "on": "2024-03-12"}),
    "sources.withdrawn": (COURIER, None),
    "origins.kind": ("origins/hill-radio", "record"),
    "origins.who": (ACT, "jory-pell"),
    "origins.date": (ACT, "2024-03-05"),
    "origins.may_be": (ACT, []),
    "origins.withdrawn": (ACT, None),
    "people.name": (PERSON, "Jorey Pell"),
    "people.office": (PERSON, "Joiner"),
    "people.kind": (PERSON, "outlet"),
    "people.note": (PERSON, "He repaired it once."),
    "people.withdrawn": (PERSON, None),
    "topics.withdrawn": (TOPIC, None),
    "verdicts.label": ("verdicts/garbled", "Spoilt"),
    "verdicts.family": ("verdicts/garbled", "open"),
    "verdicts.definition": ("verdicts/garbled", "The words are spoilt."),
    "verdicts.when": ("verdicts/garbled", {"damaged": ">=2", "parallel": ">=1", "for": "0"}),
    "verdicts.withdrawn": ("verdicts/garbled", None),
}


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of one commit; where a withdrawal is to change, there is one already."""
    root = repository(tmp_path_factory.mktemp("silence"))
    for name, (record, _) in NEW.items():
        if name.endswith(".withdrawn"):
            edit(root, record, lambda value: value.update(withdrawn=GONE))
    edit(root, CLOSED, lambda value: value.update(place="Quillbeck"))
    commit(root, "Withdrawn")
    return root


@pytest.fixture
def root(committed: Path, tmp_path: Path) -> Path:
    """A copy of that repository."""
    return shutil.copytree(committed, tmp_path / "repository")


def test_every_protected_field_is_tried() -> None:
    """A field that is protected stands in the list above, and no other does."""
    models: dict[str, type[Record]] = {**FOLDERS, "verdicts": Verdict}
    assert set(NEW) == {
        f"{kind}.{key}" for kind, model in models.items() for key in protected(model)
    }


def changing(field: str) -> Edit:
    """Return the edit that gives a field its new value, or a withdrawal another reason."""
    key, (_, new) = field.partition(".")[2], NEW[field]

    def change(value: dict[str, Any]) -> None:
        if key == "withdrawn":
            value[key] = {**GONE, "reason": "Another reason."}
        elif new is ...:
            value[key][0]["note"] = "Another note."
        elif key == "seal":
            value[key] = {**value[key], **new}
        else:
            assert value.get(key) != new
            value[key] = new
        if field == "claims.kind":
            del value["said_by"], value["content"]

    return change


def told(root: Path, record: str, base: str = "HEAD~1", date: str = "2026-11-22") -> Edit:
    """Return the edit that adds the revision which `factcheck revise` would print."""
    kind, _, id_ = record.partition("/")
    before, after = pipeline.read_both(root, revision.at(root, base))
    pair = next(p for p in compare.pairs(before, after) if (p.kind, p.id) == (kind, id_))
    was = telling.unsaid(before, pair, compare.renamed(before, after))
    entry = {"date": date, "kind": "correction", "reason": "It was wrong.", "was": was}
    return lambda value: value.setdefault("revisions", []).append(entry)


@pytest.mark.slow
@pytest.mark.parametrize("field", NEW)
def test_a_protected_field(root: Path, field: str) -> None:
    """Changed alone it is a finding at its line; told with what stood there it is none."""
    record, key = NEW[field][0], field.partition(".")[2]
    edit(root, record, changing(field))
    commit(root)
    path = "verdicts.yml" if record.startswith("verdicts/") else f"{record}.yml"
    silent = f"{path}: E601 {key!r} changed since it was published, and no revision says so"
    assert silent in [finding.partition(";")[0] for finding in found(root)]
    edit(root, record, told(root, record))
    commit(root)
    assert found(root, "HEAD~2") == []


FREE: dict[str, tuple[str, Any]] = {
    "claims.short": (CLOSED, "The bridge"),
    "claims.topics": (CLOSED, ["counting"]),
    "claims.related": (CLOSED, ["forty-cross-it"]),
    "sources.watched": (COURIER, {"status": "same", "on": "2026-11-22"}),
    "origins.name": (ACT, "A report"),
    "origins.place": (ACT, "Sedge End"),
    "people.other_spellings": (PERSON, ["J. Pell"]),
    "topics.title": (TOPIC, "Numbers"),
}


@pytest.mark.parametrize("field", FREE)
def test_a_free_field(root: Path, field: str) -> None:
    """What is not protected may change without a word."""
    record, new = FREE[field]
    edit(root, record, lambda value: value.update({field.partition(".")[2]: new}))
    assert found(root, "HEAD") == []


def test_a_default_written_out(root: Path) -> None:
    """What was the default all along is no change when somebody writes it down."""
    edit(root, CLOSED, lambda value: value.update(made_basis="stated", kind="fact", inferred=[]))
    edit(root, CLOSED, lambda value: value["evidence"][0].update(part="body"))
    assert found(root, "HEAD") == []


def test_a_draft_changes_freely(root: Path) -> None:
    """Of a claim that was never published nothing need be told, nor that it is published."""
    edit(root, CLOSED, lambda value: value.pop("published"))
    commit(root)
    edit(root, CLOSED, lambda value: value.update(claim="Another.", published="2024-03-20"))
    assert found(root, "HEAD") == []
    (root / "data" / f"{CLOSED}.yml").unlink()
    assert found(root, "HEAD") == []


def revised(**was: Any) -> Edit:
    """Return the edit that adds a revision with this `was`."""
    entry = {"date": "2026-11-22", "kind": "update", "reason": "More is known.", "was": was}
    return lambda value: value.setdefault("revisions", []).append(entry)


def test_only_some_fields_are_told(root: Path) -> None:
    """A revision that names one of two changed fields leaves the other a finding."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End", made="2024-03-07"))
    edit(root, CLOSED, revised(place="Quillbeck"))
    silent = "'made' changed since it was published, and no revision says so"
    assert found(root, "HEAD") == [f"{CLOSED}.yml: E601 {silent}"]


def test_what_was_is_not_what_was(root: Path) -> None:
    """A `was` of another value, or of a field that did not change, is a finding of its own."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End"))
    edit(root, CLOSED, revised(place="The Hill", made="2024-03-05"))
    assert found(root, "HEAD") == [
        f"{CLOSED}.yml: E604 this is not what 'place' was",
        f"{CLOSED}.yml: E604 `was` names 'made', which has not changed",
    ]


def test_an_item_of_a_list(root: Path) -> None:
    """Of a list, `was` has the items that no longer stand so; added ones leave it empty."""
    edit(root, CLOSED, lambda value: value["evidence"][0].update(note="Seen by one reporter."))
    note = found(root, "HEAD")
    assert note == [
        f"{CLOSED}.yml: E601 'evidence' changed since it was published, and no revision says so"
    ]
    edit(root, CLOSED, revised(evidence=[]))
    assert found(root, "HEAD") == [f"{CLOSED}.yml: E604 this is not what 'evidence' was"]
    edit(root, CLOSED, lambda value: value.pop("revisions"))
    edit(root, CLOSED, told(root, CLOSED, "HEAD"))
    assert found(root, "HEAD") == []


def test_an_item_added(root: Path) -> None:
    """An item that is added is told with an empty list, or with the whole old one."""
    edit(root, GOATS, lambda value: value.update(unknowns=["Which goats."]))
    edit(root, GOATS, revised(unknowns=[]))
    assert found(root, "HEAD") == []
    commit(root)
    edit(root, GOATS, lambda value: value["unknowns"].append("Whose goats."))
    edit(root, GOATS, revised(unknowns=["Which goats."]))
    assert found(root, "HEAD") == []


def test_one_field_in_two_entries(root: Path) -> None:
    """The first of two new entries has what stood at the base, whatever stood between."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End"))
    edit(root, CLOSED, revised(place="Quillbeck"))
    commit(root)
    edit(root, CLOSED, lambda value: value.update(place="The Hill"))
    edit(root, CLOSED, revised(place="Sedge End"))
    assert found(root, "HEAD") == found(root, "HEAD~1") == []


def test_an_item_is_left_out_of_two_entries(root: Path) -> None:
    """Two entries that each tell of a part of a list tell of all that went, or it is a finding."""
    edit(root, GOATS, lambda value: value.update(unknowns=["One.", "Two.", "Three."]))
    edit(root, GOATS, revised(unknowns=[]))
    commit(root)
    edit(root, GOATS, lambda value: value.update(unknowns=[]))
    edit(root, GOATS, revised(unknowns=["One."]))
    edit(root, GOATS, revised(unknowns=["Two."]))
    assert found(root, "HEAD") == [f"{GOATS}.yml: E604 this is not what 'unknowns' was"]
    edit(
        root,
        GOATS,
        lambda value: value["revisions"][-1].update(was={"unknowns": ["Two.", "Three."]}),
    )
    assert found(root, "HEAD") == []


def test_two_entries_make_nothing_up(root: Path) -> None:
    """The first of two new entries has only what stood at the base, whatever they have together."""
    edit(root, GOATS, lambda value: value.update(unknowns=["One.", "Two."]))
    edit(root, GOATS, revised(unknowns=[]))
    commit(root)
    edit(root, GOATS, lambda value: value.update(unknowns=[]))
    edit(root, GOATS, revised(unknowns=["One.", "Never."]))
    edit(root, GOATS, revised(unknowns=["Two."]))
    assert found(root, "HEAD") == [f"{GOATS}.yml: E604 this is not what 'unknowns' was"]
    edit(root, GOATS, lambda value: value["revisions"][-2].update(was={"unknowns": ["One."]}))
    assert found(root, "HEAD") == []


def test_the_history_only_grows(root: Path) -> None:
    """An entry that was published neither changes nor goes, and nor does a former id."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End", formerly=["bridge-shut"]))
    edit(root, CLOSED, revised(place="Quillbeck"))
    commit(root)
    edit(root, CLOSED, lambda value: value["revisions"][0].update(reason="Another reason."))
    edit(root, CLOSED, lambda value: value.pop("formerly"))
    assert found(root, "HEAD") == [
        f"{CLOSED}.yml: E603 `formerly` lost 'bridge-shut', so its old address would lead nowhere",
        f"{CLOSED}.yml: E603 an entry of `revisions` that was published is changed or gone",
    ]
    edit(root, CLOSED, lambda value: value.pop("revisions"))
    assert len(found(root, "HEAD")) == 2


def test_a_deletion(root: Path) -> None:
    """What was published and is gone is a finding; withdrawn in its place it is none."""
    path = root / "data" / f"{CLOSED}.yml"
    raw = path.read_bytes()
    path.unlink()
    assert found(root, "HEAD") == [f"{CLOSED}.yml: E602 'bridge-closed' was published and is gone"]
    path.write_bytes(raw)
    edit(root, CLOSED, lambda value: value.update(withdrawn=GONE))
    assert found(root, "HEAD") == []


def test_a_page_becomes_a_draft(root: Path) -> None:
    """To take `published` away takes the page away: a finding, told or not."""
    edit(root, CLOSED, lambda value: value.pop("published"))
    edit(root, CLOSED, revised(published="2024-03-12"))
    gone = "it was published and is now a draft, so its page would be gone"
    assert found(root, "HEAD") == [f"{CLOSED}.yml: E602 {gone}"]


def rename(root: Path, old: str, new: str) -> None:
    """Give a file of the data another name."""
    (root / "data" / f"{old}.yml").rename(root / "data" / f"{new}.yml")


def test_a_rename(root: Path) -> None:
    """A new id is a finding without `formerly`, and with it hides no other change."""
    rename(root, CLOSED, "claims/bridge-shut")
    assert found(root, "HEAD") == [f"{CLOSED}.yml: E602 'bridge-closed' was published and is gone"]
    edit(root, "claims/bridge-shut", lambda value: value.update(formerly=["bridge-closed"]))
    assert found(root, "HEAD") == []
    edit(root, "claims/bridge-shut", lambda value: value.update(place="Sedge End"))
    silent = "'place' changed since it was published, and no revision says so"
    assert found(root, "HEAD") == [f"claims/bridge-shut.yml: E601 {silent}"]


def test_a_renamed_person_is_the_same(root: Path) -> None:
    """Records that name somebody by the new id have not changed in what they say."""
    rename(root, PERSON, "people/pell")
    edit(root, "people/pell", lambda value: value.update(formerly=["jory-pell"]))
    for path in (root / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.name != "pell.yml":
            path.write_text(text.replace("jory-pell", "pell"), encoding="utf-8")
    assert found(root, "HEAD") == []


def test_a_link_to_a_renamed_claim_is_the_same(root: Path) -> None:
    """An analysis whose link follows a claim to its new address says what it said before."""
    link = "[That claim](claims/bridge-closed/) and [this](claims/bridge-closed-again/) are two."
    edit(root, GOATS, lambda value: value.update(analysis=link, related=["bridge-closed"]))
    edit(root, COURIER, lambda value: value.update(url="https://example.org/claims/bridge-closed"))
    commit(root)
    rename(root, CLOSED, "claims/bridge-shut")
    edit(root, "claims/bridge-shut", lambda value: value.update(formerly=["bridge-closed"]))
    new = link.replace("bridge-closed/", "bridge-shut/")
    edit(root, GOATS, lambda value: value.update(analysis=new, related=["bridge-shut"]))
    assert found(root, "HEAD") == []
    edit(root, COURIER, lambda value: value.update(url="https://example.org/claims/bridge-shut"))
    edit(root, GOATS, lambda value: value.update(analysis=new.replace("That", "This")))
    silent = "changed since it was published, and no revision says so"
    told = [finding.partition(";")[0] for finding in found(root, "HEAD")]
    assert told == [f"{GOATS}.yml: E601 'analysis' {silent}", f"{COURIER}.yml: E601 'url' {silent}"]


def test_a_false_history_of_a_field_that_stayed(root: Path) -> None:
    """Two new entries that name a field which ended as it began still tell what it was."""
    edit(root, CLOSED, revised(place="Moscow"))
    edit(root, CLOSED, revised(place="Paris"))
    told = f"{CLOSED}.yml: E604 `was` names 'place', which has not changed"
    assert found(root, "HEAD") == [told]
    edit(root, CLOSED, lambda value: value["revisions"][0].update(was={"place": "Quillbeck"}))
    assert found(root, "HEAD") == []


def test_a_day_that_has_not_come(root: Path) -> None:
    """Where the clock is asked, no record is published, revised or withdrawn in the future."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End", published="2027-01-01"))
    edit(root, CLOSED, revised(place="Quillbeck", published="2024-03-12"))
    edit(root, GOATS, lambda value: value.update(withdrawn={**GONE, "date": "2099-12-31"}))
    latest = datetime.date(2026, 11, 23)
    told = pipeline.check(root, latest=latest).findings
    assert [f.message for f in told if "has not come yet" in f.message] == [
        "2027-01-01 has not come yet",
        "2099-12-31 has not come yet",
    ]
    assert "has not come yet" not in str(pipeline.check(root).findings)


def test_a_change_of_wording_is_one(root: Path) -> None:
    """A revision of kind `wording` that names a fact is a finding; of another kind it is none."""
    edit(root, CLOSED, lambda value: value.update(place="Sedge End"))
    edit(root, CLOSED, revised(place="Quillbeck"))
    edit(root, CLOSED, lambda value: value["revisions"][0].update(kind="wording"))
    assert found(root, "HEAD") == [
        f"{CLOSED}.yml: E608 a change of wording does not change 'place'"
    ]


def test_what_cannot_be_read_may_be_what_is_gone(root: Path) -> None:
    """While a record of the kind cannot be read, nothing is said to be gone."""
    rename(root, CLOSED, "claims/bridge-shut")
    edit(
        root, "claims/bridge-shut", lambda value: value.update(formerly=["bridge-closed"], sort="x")
    )
    assert found(root, "HEAD") == []
    edit(root, "claims/bridge-shut", lambda value: value.pop("sort"))
    assert found(root, "HEAD") == []


def test_a_claim_is_not_merged(root: Path) -> None:
    """A published claim does not go into another, whatever that one says of it."""
    (root / "data" / f"{GOATS}.yml").unlink()
    edit(root, CLOSED, lambda value: value.update(formerly=["carpenter-blamed-goats"]))
    edit(root, CLOSED, lambda value: value.update(place="Sedge End"))
    edit(root, CLOSED, revised(place="Quillbeck"))
    into = "'carpenter-blamed-goats' was published and went into another record"
    told = [finding.partition(", so")[0] for finding in found(root, "HEAD")]
    assert told == [f"{CLOSED}.yml: E602 {into}"]


def replace_everywhere(root: Path, old: str, new: str) -> None:
    """Put one id in the place of another in every record but the scale's and the person's own."""
    for path in (root / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_person_who_takes_another_over_is_another(root: Path) -> None:
    """Words that one person's record took over from another's are credited to another person."""
    (root / "data/people/jory-pell.yml").unlink()
    replace_everywhere(root, "jory-pell", "ada-thorn")
    edit(root, "people/ada-thorn", lambda value: value.update(formerly=["jory-pell"]))
    told = found(root, "HEAD")
    into = "people/ada-thorn.yml: E602 'jory-pell' went into this record, and no revision says so"
    assert into in told
    assert (
        f"{GOATS}.yml: E601 'claimant' changed since it was published, and no revision says so"
        in told
    )
    edit(root, "people/ada-thorn", lambda value: value.update(note="He is she."))
    edit(root, "people/ada-thorn", revised(note="absent"))
    assert {line.split(" ")[1] for line in found(root, "HEAD")} == {"E601"}


def test_an_old_revision_tells_of_no_merger(root: Path) -> None:
    """What a record told before it took another over says nothing of that."""
    edit(root, "people/ada-thorn", lambda value: value.update(note="She has a goat."))
    edit(root, "people/ada-thorn", revised(note="absent"))
    commit(root)
    (root / "data/people/jory-pell.yml").unlink()
    replace_everywhere(root, "jory-pell", "ada-thorn")
    edit(root, "people/ada-thorn", lambda value: value.update(formerly=["jory-pell"]))
    into = "people/ada-thorn.yml: E602 'jory-pell' went into this record, and no revision says so"
    assert into in found(root, "HEAD")


def test_a_record_that_stood_beside_is_no_heir(root: Path) -> None:
    """Of a record that is gone the hint names no other that was there before, however alike."""
    twin = root / "data/people/jory-pell-senior.yml"
    shutil.copyfile(root / f"data/{PERSON}.yml", twin)
    commit(root)
    twin.unlink()
    [gone] = [
        finding
        for finding in pipeline.check(root, base=revision.at(root, "HEAD")).findings
        if finding.code == "E602"
    ]
    assert gone.hint == (
        "bring it back and add `withdrawn: {date: …, reason: …}`, "
        "or add `formerly: [jory-pell-senior]` to the one in its place"
    )


def test_two_become_a_third(root: Path) -> None:
    """A new record that was formerly two others is neither of them."""
    text = (root / "data/people/ada-thorn.yml").read_text(encoding="utf-8")
    for id_ in ("ada-thorn", "jory-pell"):
        (root / f"data/people/{id_}.yml").unlink()
        replace_everywhere(root, id_, "both-of-them")
    (root / "data/people/both-of-them.yml").write_text(
        f"{text}formerly: [ada-thorn, jory-pell]\n", encoding="utf-8"
    )
    told = found(root, "HEAD")
    assert [line for line in told if "E602" in line] == [
        f"people/both-of-them.yml: E602 '{id_}' went into this record, and no revision says so"
        for id_ in ("ada-thorn", "jory-pell")
    ]
    assert any(line.startswith(f"{GOATS}.yml: E601 'claimant'") for line in told)


def test_a_verdict_that_takes_another_over_names_its_claims(root: Path) -> None:
    """Claims whose verdict went into another have another verdict, and each must say so."""
    path = root / "data/verdicts.yml"
    scale = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  texts only
    scale["corroborated"].update(formerly=["single-origin"], when={"for": ">=1", "against": "0"})
    del scale["single-origin"]
    head = path.read_text(encoding="utf-8").partition("\n")[0]
    path.write_text(f"{head}\n{yaml.safe_dump(scale, sort_keys=False)}", encoding="utf-8")
    edit(root, GOATS, lambda value: value.update(verdict="corroborated"))
    told = found(root, "HEAD")
    silent = "'verdict' changed since it was published, and no revision says so"
    assert f"{GOATS}.yml: E601 {silent}" in told
    assert any(line.startswith("verdicts.yml: E602 'single-origin' went into") for line in told)


def test_former_ids_and_days(root: Path) -> None:
    """A former id is nobody else's, and revisions come in the order of their days."""
    edit(root, CLOSED, lambda value: value.update(formerly=["forty-cross-it", "bridge-closed"]))
    edit(root, GOATS, lambda value: value.update(formerly=["goats", "the-goats"], place="The Hill"))
    edit(root, "claims/to-be-torn-down", lambda value: value.update(formerly=["goats"]))
    edit(root, GOATS, revised(place="absent"))
    edit(root, GOATS, lambda value: value["revisions"][0].update(date="2024-03-11"))
    before = "2024-03-11 lies before 2024-03-12, the day of what stood there until then"
    assert found(root, "HEAD") == [
        f"{CLOSED}.yml: E606 'forty-cross-it' is the id of a record that is there",
        f"{CLOSED}.yml: E606 'bridge-closed' is its own id",
        f"{GOATS}.yml: E605 {before}",
        "claims/to-be-torn-down.yml: E606 'goats' is claimed by 'carpenter-blamed-goats' too",
    ]


def test_a_base_that_cannot_be_read(root: Path) -> None:
    """A record that today's rules cannot read at the base is compared as it was typed."""
    edit(root, CLOSED, lambda value: value.update(sort="fact", verdict="contested"))
    edit(root, GOATS, lambda value: value.update(sort="said"))
    edit(root, BOARS, lambda value: value.update(sort="sense"))
    edit(root, "verdicts/garbled", lambda value: value.update(colour="red"))
    commit(root, "Records of another form")
    edit(root, CLOSED, lambda value: (value.pop("sort"), value.update(verdict="corroborated")))
    edit(root, GOATS, lambda value: value.pop("sort"))
    edit(
        root, "verdicts/garbled", lambda value: (value.pop("colour"), value.update(label="Spoilt"))
    )
    (root / "data" / f"{BOARS}.yml").unlink()
    typed = "is not as it was typed at the base, and no revision says so"
    assert found(root, "HEAD") == [
        f"{CLOSED}.yml: E607 'verdict' {typed}",
        f"{BOARS}.yml: E607 'boards-became-boars' was published and is gone",
        f"verdicts.yml: E607 'label' {typed}",
    ]
    edit(root, CLOSED, revised(verdict="contested"))
    edit(root, "verdicts/garbled", revised(label="Garbled"))
    assert [line.split(":")[0] for line in found(root, "HEAD")] == [f"{BOARS}.yml"]


def test_what_others_changed_meanwhile_is_not_ours(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Where the base has gone on, the comparison is with what both have in common."""
    git(root, "switch", "--quiet", "--create", "ours")
    edit(root, GOATS, lambda value: value.update(short="Goats"))
    commit(root)
    git(root, "switch", "--quiet", "main")
    edit(root, CLOSED, lambda value: value.update(place="Sedge End"))
    edit(root, CLOSED, revised(place="Quillbeck"))
    commit(root)
    git(root, "switch", "--quiet", "ours")
    assert found(root, "main") == []
    shared = git(root, "merge-base", "main", "HEAD")[:10]
    said = f"factcheck: main has gone on; compared with {shared}, where you left it\n"
    assert capfd.readouterr().err == said
