"""The record of a claim: one checkable sentence, its evidence, and the verdict declared for it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.records.model import (
    FREE,
    ClaimId,
    OriginId,
    PersonId,
    Ref,
    SourceId,
    Strict,
    TopicId,
    Who,
    together,
)
from generator.records.publication import Publication
from generator.records.quotation import Quotation, Quoting
from generator.records.scalars import (
    Anchor,
    BottomLine,
    EdtfDate,
    Id,
    IdOrNotChecked,
    Line,
    Short,
    Text,
    WarningCode,
)

Stance = Literal["states", "supports", "limits", "refutes"]
Basis = Literal["stated", "inferred", "outside"]


class Evidence(Quotation):
    """One passage or excerpt, whose origin it is, who speaks, and its stance to the claim."""

    stance: Stance = Field(
        description="states: the claim is made here · supports · limits · refutes"
    )
    aspect: Literal["fact", "credit", "strength", "wording"] = Field(
        "fact", description="what it limits or refutes; credit: who said it · strength: how firmly"
    )
    origin: OriginId | None = Field(
        None, description="whose reporting or act this is; leave the line out with `states`"
    )
    speaker: Who | None = Field(
        None, description="a person, {anonymous: …, count: …}, {newsroom: …}, {document: …} or none"
    )
    of: Anchor | None = Field(None, description="the anchor of the passage that this one answers")
    credits: OriginId | None = Field(
        None, description="with `states`: whom the document says it relays"
    )
    settles: Line | None = Field(None, description="with `refutes`: why this settles the matter")

    @model_validator(mode="after")
    def _fields_agree(self) -> "Evidence":
        if self.origin and self.stance == "states":
            message = "a document's own wording (`states`) has no origin"
            raise together("origin", message, "write `credits:` for whom the document names")
        if self.origin is None and self.stance != "states":
            message = f"evidence that {self.stance} a claim has an origin"
            raise together("stance", message, "add `origin:` whose reporting or act it is")
        if self.credits and self.stance != "states":
            raise together("credits", "`credits` goes with `states` alone", "write `origin:` here")
        if self.settles and self.stance != "refutes":
            raise together("settles", "`settles` goes with `refutes` alone", "remove `settles`")
        if self.aspect != "fact" and self.stance not in ("limits", "refutes"):
            message = "`aspect` goes with `limits` or `refutes`"
            raise together("aspect", message, "remove `aspect`")
        return self


class Event(Strict):
    """When and where the one dated thing happened that a claim is about, and how that is known."""

    date: EdtfDate = Field(description="the day at the place of the event")
    basis: Basis = Field("stated", description="stated by a document, inferred, or from outside")
    place: Line | None = None


class Waiver(Strict):
    """An editor's reasoned exception to one warning of the editing rules."""

    code: WarningCode = Field(description="the warning, such as W715")
    because: Line = Field(description="why the sentence is right as it is")


class Later(Strict):
    """Something that happened afterwards; it never grades what was written before."""

    date: EdtfDate
    text: Text
    source: SourceId | None = None


class Reply(Strict):
    """What a person or an outlet named in the record answered."""

    by: Who
    date: EdtfDate
    text: Text


class Claim(Publication):
    """One checkable sentence somebody made or published, with a verdict; one file."""

    claim: Line = Field(description="one checkable sentence, in neutral words")
    short: Annotated[Short | None, FREE] = Field(None, description="for cards and titles")
    kind: Literal["said", "fact"] = Field(
        "fact", description="said: we check that somebody said it, not that it is so"
    )
    said_by: PersonId | None = Field(None, description="with `said`: the person who said it")
    content: Annotated[IdOrNotChecked, Ref("claims", ("not checked",))] | None = Field(
        None, description="with `said`: the claim that checks what was said, or `not checked`"
    )
    claimant: Who = Field(
        description="who put it into the world: a person, {newsroom: …}, {document: …}, …"
    )
    made: EdtfDate = Field(
        description="when it was said or published: 2025-02-12, 2025-02, 2025 or unknown"
    )
    made_basis: Basis = Field(
        "stated", description="how `made` is known: stated by a document, inferred, or from outside"
    )
    place: Line | None = Field(None, description="where it was said")
    event: Event | None = Field(None, description="the one dated thing that the claim is about")
    verdict: Annotated[Id, Ref("verdicts")] = Field(
        description="a check says which one the evidence carries"
    )
    bottom_line: BottomLine = Field(description="one sentence that a phone shows whole")
    why_checked: Text = Field(description="why it matters, in a sentence or two")
    topics: Annotated[tuple[TopicId, ...], FREE] = Field(
        (), description="the pages under which it stands"
    )
    evidence: tuple[Evidence, ...] = Field(
        description="what documents say on it; `factcheck quote` prints an item ready to paste",
        json_schema_extra={"minItems": 1},
    )
    looked_in: tuple[SourceId, ...] = Field(
        (), description="held documents read and found silent on this"
    )
    unknowns: tuple[Text, ...] = Field((), description="what nobody says, and should be known")
    inferred: tuple[Text, ...] = Field(
        (), description="figures or dates that no passage states, each with how we know"
    )
    analysis: Text | None = Field(None, description="small Markdown: how the evidence is read")
    later: tuple[Later, ...] = Field(
        (), description="what came to light afterwards; grades nothing"
    )
    replies: tuple[Reply, ...] = Field((), description="what those named here answered")
    related: Annotated[tuple[ClaimId, ...], FREE] = Field(
        (), description="claims that a reader may want next"
    )
    waives: tuple[Waiver, ...] = Field(
        (), description="reasoned exceptions to warnings of the editing rules"
    )

    @property
    def title(self) -> str:
        """The short form where there is one, else the claim."""
        return self.short or self.claim

    def quoting(self) -> Quoting:
        """Return the claim as the rules of quotation see it."""
        return Quoting("claims", self.id, "evidence", self.evidence)

    @model_validator(mode="after")
    def _fields_agree(self) -> "Claim":
        if not self.evidence:
            message = "a claim has at least one piece of evidence"
            raise together("evidence", message, "quote where it was said (`stance: states`)")
        if self.kind == "said" and not (self.said_by and self.content):
            message = "a claim of kind `said` names who said it and where the content is checked"
            hint = "add `said_by: <person>` and `content: <claim>` or `content: not checked`"
            raise together("kind", message, hint)
        if self.content == self.id:
            hint = "name the claim that checks it, or write `not checked`"
            raise together("content", "`content` is another claim", hint)
        if self.kind == "fact" and (self.said_by or self.content):
            message = "`said_by` and `content` go with `kind: said`"
            raise together("said_by" if self.said_by else "content", message, "add `kind: said`")
        return self
