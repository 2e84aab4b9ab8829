"""Small pieces of evidence over a handful of sources, built as records without files.

The matter: a desk and a radio station report by themselves, a wire is relayed, a mayor speaks.
"""

from typing import Any

from generator.evidence.figures import Figures, figures
from generator.evidence.lineage import groups
from generator.records.claim import Claim, Evidence
from generator.records.origin import Origin
from generator.records.source import Source

_SEAL = {"algorithm": "1", "document": "0" * 64, "on": "2024-03-11", "sentences": "0" * 32}


def source(id_: str, kind: str = "relay", *, sealed: bool = True, **fields: Any) -> Source:
    """Return a source; `relays` as a mapping of origin to tie, or to its other fields as well."""
    relays = [
        {"origin": origin, **({"tie": tie} if isinstance(tie, str) else tie)}
        for origin, tie in fields.pop("relays", {}).items()
    ]
    given = {"id": id_, "kind": kind, "relays": relays, **({"seal": _SEAL} if sealed else {})}
    about = {"outlet": "x", "title": "x", "url": "unknown", "published": {"date": "2024"}}
    return Source.model_validate({**about, **given, **fields})


def origin(id_: str, kind: str = "newsroom", **fields: Any) -> Origin:
    """Return an origin."""
    return Origin.model_validate({"id": id_, "kind": kind, "name": id_, **fields})


SOURCES = {
    made.id: made
    for made in (
        source("paper", "original", origin="desk", relays={"speech": "credited"}),
        source("station", "original", origin="radio"),
        source("copy", "copy", relays={"desk": "credited", "wire": "credited"}),
        source(
            "mirror",
            "copy",
            relays={
                "desk": {"tie": "matched", "by": "paper"},
                "wire": {"tie": "matched", "by": "echo"},
            },
        ),
        source("echo", relays={"wire": "inferred", "desk": "credited", "talk": "credited"}),
        source(
            "garble",
            "copy",
            condition="garbled",
            relays={"desk": "credited", "wire": "credited", "speech": "credited"},
        ),
        source("jumble", "copy", condition="garbled", relays={"desk": "credited"}),
        source("transcript", "original", origin="speech"),
        source("clip", sealed=False, relays={"speech": "credited", "wire": "credited"}),
        source("memo", "original", sealed=False, origin="talk"),
        source("book", "reference", sealed=False, origin="register"),
        source("atlas", "reference", sealed=False, relays={"register": "inferred"}),
    )
}
ORIGINS = {
    made.id: made
    for made in (
        origin("desk"),
        origin("radio"),
        origin("wire"),
        origin("speech", "act", who="mayor"),
        origin("talk", "act", who="mayor", may_be=["speech"]),
        origin("register", "record"),
    )
}
GROUPS = groups(ORIGINS)


def piece(where: str, stance: str, whose: str = "", **fields: Any) -> dict[str, Any]:
    """Return one piece of evidence as its fields.

    A passage of a sealed source and an excerpt of any other, unless `seen` says otherwise; a
    newsroom speaks for itself unless `speaker` says otherwise.
    """
    seen = fields.pop("seen", "passage" if SOURCES[where].seal else "excerpt")
    given: dict[str, Any] = {"source": where, "stance": stance, seen: "Some words."}
    if whose:
        given["origin"] = whose
        if ORIGINS[whose].kind == "newsroom":
            given["speaker"] = {"newsroom": whose}
    return {**given, **fields}


def claim(*pieces: dict[str, Any], **fields: Any) -> Claim:
    """Return a claim of a fact with this evidence; with `said_by`, one that somebody said it."""
    if "said_by" in fields:
        fields |= {"kind": "said", "content": "not checked"}
    return Claim.model_validate(
        {
            "id": "a-claim",
            "claim": "It is so.",
            "claimant": {"document": "paper"},
            "made": "2024",
            "verdict": "unsupported",
            "bottom_line": "So it is.",
            "why_checked": "We wondered.",
            "evidence": [Evidence.model_validate(piece) for piece in pieces],
            **fields,
        }
    )


def sums(*pieces: dict[str, Any], **fields: Any) -> Figures:
    """Return the figures of a claim with this evidence."""
    return figures(claim(*pieces, **fields), SOURCES, ORIGINS, GROUPS)
