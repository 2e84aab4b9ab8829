"""The record of a claim: one checkable sentence, its evidence, and the verdict declared for it."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.model import (
    ClaimId,
    OriginId,
    PersonId,
    Record,
    Ref,
    SourceId,
    Strict,
    TopicId,
    Who,
)
from generator.records.scalars import (
    Anchor,
    BottomLine,
    Day,
    EdtfDate,
    Id,
    IdOrNotChecked,
    Language,
    Line,
    Passage,
    Short,
    Text,
)

Stance = Literal["states", "supports", "limits", "refutes"]


def _together(at: str, message: str, hint: str) -> PydanticCustomError:
    """Return the error that stands at the key `at`, or at its mapping where the key is absent."""
    context = {"message": message, "hint": hint, "at": at}
    return PydanticCustomError("together", "{message}", context)


class Translation(Strict):
    """What a foreign passage says in the site's language, and whose translation that is."""

    text: Passage
    by: Line


class Evidence(Strict):
    """One passage or excerpt, whose origin it is, who speaks in it, and its stance to the claim."""

    source: SourceId = Field(description="the document quoted")
    part: Literal["headline", "caption", "body"] = "body"
    stance: Stance = Field(
        description="states: the claim is made here · supports · limits · refutes"
    )
    aspect: Literal["fact", "credit", "strength", "wording"] = "fact"
    origin: OriginId | None = Field(
        None, description="whose reporting or act this is; none with `states`"
    )
    speaker: Who | None = Field(None, description="who says it; `none`: narration without a source")
    passage: Passage | None = Field(None, description="whole sentences of a sealed source")
    excerpt: Passage | None = Field(None, description="all we saw of an unsealed source")
    quote: Passage | None = Field(None, description="the part of it that matters")
    note: Text | None = None
    language: Language = "en"
    translation: Translation | None = None
    damage: Literal["none", "words", "sense"] | None = None
    reads_as: Line | None = Field(None, description="our reading of damaged words, in our words")
    of: Anchor | None = Field(None, description="the anchor of the passage that this one answers")
    credits: OriginId | None = Field(
        None, description="with `states`: whom the document says it relays"
    )
    settles: Line | None = Field(None, description="with `refutes`: why this settles the matter")
    sic: tuple[Line, ...] = Field((), description="strings shown exactly as in the source")

    @property
    def words(self) -> str:
        """The passage or the excerpt, whichever there is."""
        return self.passage or self.excerpt or ""

    @model_validator(mode="after")
    def _fields_agree(self) -> "Evidence":
        if bool(self.passage) == bool(self.excerpt):
            hint = "`passage`: whole sentences of a sealed source; `excerpt`: all we saw of another"
            raise _together("excerpt", "evidence has either a passage or an excerpt", hint)
        if self.origin and self.stance == "states":
            message = "a document's own wording (`states`) has no origin"
            raise _together("origin", message, "write `credits:` for whom the document names")
        if self.origin is None and self.stance != "states":
            message = f"evidence that {self.stance} a claim has an origin"
            raise _together("stance", message, "add `origin:` whose reporting or act it is")
        if self.credits and self.stance != "states":
            raise _together("credits", "`credits` goes with `states` alone", "write `origin:` here")
        if self.settles and self.stance != "refutes":
            raise _together("settles", "`settles` goes with `refutes` alone", "remove `settles`")
        if self.aspect != "fact" and self.stance not in ("limits", "refutes"):
            message = "`aspect` goes with `limits` or `refutes`"
            raise _together("aspect", message, "remove `aspect`")
        if self.reads_as and self.damage in (None, "none"):
            message = "`reads_as` goes with damaged words"
            raise _together("reads_as", message, "add `damage: words` or `damage: sense`")
        return self


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


class Revision(Strict):
    """A dated, reasoned change of what was published, with the values that stood before."""

    date: Day
    kind: Literal["correction", "update", "wording"]
    reason: Text
    was: dict[str, Any]


class Withdrawal(Strict):
    """When and why a published record was withdrawn; its page stays."""

    date: Day
    reason: Text


class Claim(Record):
    """One checkable sentence somebody made or published, with a verdict; one file."""

    claim: Line = Field(description="one checkable sentence, in neutral words")
    short: Short | None = Field(None, description="for cards and titles")
    kind: Literal["said", "fact"] = Field(
        "fact", description="said: we check that somebody said it, not that it is so"
    )
    said_by: PersonId | None = None
    content: Annotated[IdOrNotChecked, Ref("claims", ("not checked",))] | None = Field(
        None, description="with `said`: the claim that checks what was said, or `not checked`"
    )
    claimant: Who = Field(description="who put the sentence into the world")
    made: EdtfDate
    made_basis: Literal["stated", "inferred", "outside"] = "stated"
    place: Line | None = None
    verdict: Annotated[Id, Ref("verdicts")]
    bottom_line: BottomLine = Field(description="one sentence that a phone shows whole")
    why_checked: Text
    topics: tuple[TopicId, ...] = ()
    evidence: tuple[Evidence, ...] = Field(json_schema_extra={"minItems": 1})
    looked_in: tuple[SourceId, ...] = Field(
        (), description="held documents read and found silent on this"
    )
    unknowns: tuple[Text, ...] = ()
    inferred: tuple[Text, ...] = Field(
        (), description="figures or dates that no passage states, each with how we know"
    )
    analysis: Text | None = None
    later: tuple[Later, ...] = ()
    replies: tuple[Reply, ...] = ()
    related: tuple[ClaimId, ...] = ()
    published: Day | None = Field(None, description="absent: a draft, never built")
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawal | None = None
    formerly: tuple[Id, ...] = ()

    @property
    def title(self) -> str:
        """The short form where there is one, else the claim."""
        return self.short or self.claim

    @model_validator(mode="after")
    def _fields_agree(self) -> "Claim":
        if not self.evidence:
            message = "a claim has at least one piece of evidence"
            raise _together("evidence", message, "quote where it was said (`stance: states`)")
        if self.kind == "said" and not (self.said_by and self.content):
            message = "a claim of kind `said` names who said it and where the content is checked"
            hint = "add `said_by: <person>` and `content: <claim>` or `content: not checked`"
            raise _together("kind", message, hint)
        if self.content == self.id:
            hint = "name the claim that checks it, or write `not checked`"
            raise _together("content", "`content` is another claim", hint)
        if self.kind == "fact" and (self.said_by or self.content):
            message = "`said_by` and `content` go with `kind: said`"
            raise _together("said_by" if self.said_by else "content", message, "add `kind: said`")
        return self
