"""The beginning of a claim's record, from what somebody says or from a filled-in issue form."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic_core import PydanticCustomError

from generator.evidence.held import locate_held
from generator.evidence.lineage import name_key, page_at
from generator.evidence.quoting import Run
from generator.evidence.seal import Proof, SealIndex, prove
from generator.proposing.forms import Field
from generator.proposing.skeleton import Skeleton, listed
from generator.proposing.words import item, origins_of
from generator.proposing.writing import Item, written
from generator.records.filefaults import hides
from generator.records.mentions import spelling_key
from generator.records.reading import Records
from generator.records.scalars import parse_date
from generator.records.source import Source
from generator.records.yamltext import scalar

LONGEST_LINE = 300
LONGEST_WORDS = 4_000

# In the order of the form's options; the last of these leaves it open.
STANCES = ("states", "supports", "limits", "refutes", "")


def begun(records: Records, sentence: str, evidence: Sequence[str], quoted: Iterable[str]) -> str:
    """Return a claim's record with this sentence and these items of evidence; blanks for the rest.

    Args:
        records: the microsite's.
        sentence: the claim; empty where it is not known.
        evidence: its items, as YAML.
        quoted: the sources that they quote.
    """
    claim = Skeleton("claims")
    if sentence:
        claim.known["claim"] = scalar(sentence, "claim")
    if evidence:
        claim.known["evidence"] = "\n" + "".join(evidence)
    _ask_for_the_rest(claim, records, set(quoted))
    return claim.text()


def from_form(records: Records, form: Sequence[Field], given: Mapping[str, str]) -> str:
    """Return a claim's record with what can be taken from a form; the rest stays beside blanks.

    Args:
        records: the microsite's.
        form: the fields of the form *Suggest a claim*.
        given: what was answered to each of them.
    """
    claim = Skeleton("claims")
    for key, id_ in (("claim", "claim"), ("why_checked", "why")):
        _take(claim, key, given.get(id_, ""))
    who, made = given.get("claimant", ""), given.get("made", "")
    _take_or_say(claim, "claimant", _who(records, who), who)
    _take_or_say(claim, "made", made if _is_date(made) else "", made)
    options = next((field.options for field in form if field.id == "stance"), ())
    stance = dict(zip(options, STANCES, strict=False)).get(given.get("stance", ""), "")
    address, words = given.get("address", ""), given.get("words", "")
    source = next((s for s in records.sources.values() if _is_at(s, address)), None)
    piece = _evidence(records, source, address, words, stance)
    claim.known["evidence"] = "\n" + written(piece)
    _ask_for_the_rest(claim, records, {piece.source})
    if against := given.get("against", ""):
        claim.said["looked_in"] = against
    return claim.text()


def fault(text: str) -> str:
    """Return, in one sentence, why a text cannot stand on a line of a record; empty if it can."""
    if hides(text):
        return "it holds a character that nobody can see"
    if len(text) > LONGEST_LINE:
        return f"it is longer than {LONGEST_LINE} characters"
    return "" if text.strip() else "it is empty"


def _ask_for_the_rest(claim: Skeleton, records: Records, quoted: set[str]) -> None:
    """Ask for the verdict, with the words of the scale, and for the documents not yet read."""
    claim.asked["verdict"] = f"one of: {', '.join(records.verdicts)}" if records.verdicts else ""
    held = [id_ for id_, source in records.sources.items() if source.seal and id_ not in quoted]
    if held:
        claim.asked["looked_in"] = f"not quoted above: {listed(held)}"


def _take(claim: Skeleton, key: str, text: str) -> None:
    """Write a text as the value of a key, on one line; one that cannot be a value stands beside."""
    line = " ".join(text.split())
    if line and fault(line):
        claim.said[key] = text
    elif line:
        claim.known[key] = scalar(line, key)


def _take_or_say(claim: Skeleton, key: str, value: str, text: str) -> None:
    if value:
        claim.known[key] = value
    elif text:
        claim.said[key] = text


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True


def _who(records: Records, text: str) -> str:
    """Return the person or newsroom of this name, as YAML; empty where none is known by it."""
    name = " ".join(text.split()).casefold()
    for person in records.people.values():
        spellings = (person.name, *person.other_spellings, *person.wrong_spellings, person.id)
        if name in map(str.casefold, spellings):
            return person.id
    key = spelling_key(name)
    for origin in records.origins.values():
        if origin.kind == "newsroom" and key and name_key(origin) == key:
            return f"{{newsroom: {origin.id}}}"
    return ""


def _is_at(source: Source, address: str) -> bool:
    addresses = (source.url, *(copy.url for copy in source.archived))
    page = page_at(address.strip())
    return bool(page) and page in map(page_at, addresses)


def _evidence(
    records: Records, source: Source | None, address: str, text: str, stance: str
) -> Item:
    """Return the form's words as evidence: as passage where the seal proves them, or excerpt."""
    words = " ".join(text.split())
    fits = bool(words) and not hides(words) and len(words) <= LONGEST_WORDS
    if source is None or source.seal is None:
        said = {} if source else {"source": address}
        said |= {} if fits else {"excerpt": text}
        known = source.id if source else ""
        has = origins_of(source) if source else ()
        return Item(known, stance, excerpt=words if fits else "", origins=has, said=said)
    index = SealIndex(source.seal.sentences, source.seal.skip)
    proof = prove(source.id, words, index) if fits else None
    runs = [Run(proof.numbers, words)] if isinstance(proof, Proof) else []
    if fits and not runs:
        runs = [run for run in locate_held(words, records, source) if run.exact]
    if len(runs) != 1:
        garbled, has = source.condition == "garbled", origins_of(source)
        return Item(source.id, stance, garbled=garbled, origins=has, said={"passage": text})
    return item(runs[0], source, stance)
