"""The record of a source: one document that we quote, where it comes from, and its seal."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.model import FREE, OriginId, SourceId, Strict, together
from generator.records.publication import Lasting
from generator.records.scalars import (
    Anchor,
    Count,
    Day,
    EdtfDate,
    Hashes,
    Language,
    Line,
    Link,
    LinkOrUnknown,
    SentenceNumbers,
    Sha256,
    Text,
)


class Published(Strict):
    """The outlet's date of a document, and how it is known."""

    date: EdtfDate = Field(description="2025-02-12, 2025-02, 2025 or unknown; never ours")
    basis: Literal["stated", "inferred", "outside", "unknown"] = Field(
        "stated", description="stated by the page, inferred, from outside, or unknown"
    )
    note: Text | None = None


class Relay(Strict):
    """An origin that a source passes on, and the tie that says how we know."""

    origin: OriginId = Field(description="what it passes on")
    tie: Literal["credited", "matched", "inferred"] = Field(
        description="credited: it says so · matched: same sentences as another · inferred: by us"
    )
    via: OriginId | None = Field(None, description="the origin through which it came")
    by: Text | None = Field(
        None, description="matched: the other sealed source; inferred: our reason"
    )


class Archived(Strict):
    """A stored copy of the page that a reader can open."""

    url: Link
    date: EdtfDate | None = None


class Watched(Strict):
    """What a comparison of the live page with what we quote from it found, and when first."""

    status: Literal["same", "moved", "changed", "gone"] = Field(
        description="same: every quoted sentence was found · moved: at `to` · changed: not every"
        " one was found · gone: the server has no page there"
    )
    on: Day = Field(
        description="the day on which that was first found; a later look that finds the same does"
        " not renew it"
    )
    to: Link | None = Field(None, description="with `moved`: the address to which it leads now")
    missing: tuple[Anchor, ...] = Field(
        (), description="with `changed`: the quoted sentences that were not found there"
    )

    @model_validator(mode="after")
    def _fields_agree(self) -> "Watched":
        for key, value, status in (("to", self.to, "moved"), ("missing", self.missing, "changed")):
            if bool(value) != (self.status == status):
                at = key if value else "status"
                message = f"`{key}` goes with `status: {status}`, and that with it"
                raise together(at, message, f"add `{key}:`, remove it, or write another status")
        return self


class Seal(Strict):
    """The list of sentence hashes that proves a passage without holding the text."""

    algorithm: Count = Field(description="version of folding, splitting and hashing")
    document: Sha256 = Field(description="sha256 of the raw bytes that were sealed")
    on: Day = Field(description="the day of sealing")
    skip: SentenceNumbers = Field(frozenset(), description="boilerplate, by sentence number")
    headline: SentenceNumbers = Field(frozenset(), description="the headline's sentence numbers")
    sentences: Hashes = Field(description="32 hex digits a line, one line a sentence")

    @model_validator(mode="after")
    def _numbers_exist(self) -> "Seal":
        for name, numbers in (("skip", self.skip), ("headline", self.headline)):
            if beyond := sorted(n for n in numbers if n > len(self.sentences)):
                raise PydanticCustomError(
                    "seal_form",
                    "{name} names sentence {number}, and there are {count}",
                    {
                        "name": name,
                        "number": beyond[0],
                        "count": len(self.sentences),
                        "at": (name,),
                    },
                )
        return self


class Source(Lasting):
    """One document (an article, a data set, a page) that we quote; one file."""

    outlet: Line = Field(description="who published the document, or unknown")
    title: Line = Field(description="as published; `unknown` where we do not have it")
    author: Line = "unknown"
    url: LinkOrUnknown = Field(description="the address of the page, or unknown")
    url_basis: Literal["live", "matched"] = Field(
        "matched", description="seen live, or matched in a stored copy"
    )
    language: Language = "en"
    published: Published = Field(description="the outlet's date, and how it is known")
    kind: Literal["original", "relay", "copy", "reference"] = Field(
        description="original · relay: passes on another's report · copy: word for word · reference"
    )
    condition: Literal["intact", "garbled"] = Field(
        "intact", description="garbled: words were damaged on the way, as by a machine translation"
    )
    origin: OriginId | None = Field(None, description="whose own reporting it holds, if any")
    relays: tuple[Relay, ...] = Field((), description="the origins that it passes on")
    archived: tuple[Archived, ...] = Field((), description="stored copies that a reader can open")
    note: Text | None = Field(None, description="small Markdown: what the document is")
    watched: Annotated[Watched | None, FREE] = Field(
        None, description="what `factcheck watch` found at the address, and when first"
    )
    seal: Seal | None = None

    def relay_of(self, origin: str) -> Relay | None:
        """Return the relay that passes on this origin, or None."""
        return next((relay for relay in self.relays if relay.origin == origin), None)

    def matches(self) -> tuple[SourceId, ...]:
        """Return the ids of the sealed sources that `matched` ties name."""
        return tuple(relay.by for relay in self.relays if relay.tie == "matched" and relay.by)
