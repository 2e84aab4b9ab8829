"""Words quoted from a source: a proved passage or an excerpt, and what must be known of them."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from generator.records.model import SourceId, Strict, together
from generator.records.scalars import Language, Line, Passage, Text


class Translation(Strict):
    """What a foreign passage says in the site's language, and whose translation that is."""

    text: Passage
    by: Line


class Quotation(Strict):
    """One passage or excerpt of a source, the part of it that matters, and its damage."""

    source: SourceId = Field(description="the document quoted")
    part: Literal["headline", "caption", "body"] = Field(
        "body", description="where in the document the words stand"
    )
    passage: Passage | None = Field(None, description="whole sentences of a sealed source")
    excerpt: Passage | None = Field(None, description="all we saw of an unsealed source")
    quote: Passage | None = Field(None, description="the part of it that matters")
    note: Text | None = Field(None, description="what a reader should know of this quotation")
    language: Language = Field("en", description="of the words quoted, such as uk")
    translation: Translation | None = Field(None, description="of foreign words, and by whom")
    damage: Literal["none", "words", "sense"] | None = Field(
        None, description="none · words: odd, the sense is plain · sense: it is lost or turned"
    )
    reads_as: Line | None = Field(None, description="our reading of damaged words, in our words")
    sic: tuple[Line, ...] = Field((), description="strings shown exactly as in the source")

    @property
    def words(self) -> str:
        """The passage or the excerpt, whichever there is."""
        return self.passage or self.excerpt or ""

    @model_validator(mode="after")
    def _words_stand_once(self) -> "Quotation":
        if bool(self.passage) == bool(self.excerpt):
            hint = "`passage`: whole sentences of a sealed source; `excerpt`: all we saw of another"
            raise together("excerpt", "a quotation is either a passage or an excerpt", hint)
        if self.reads_as and self.damage in (None, "none"):
            message = "`reads_as` goes with damaged words"
            raise together("reads_as", message, "add `damage: words` or `damage: sense`")
        return self


@dataclass(frozen=True, slots=True)
class Quoting:
    """A record as the rules of quotation see it: kind and id, and its quotations under a key."""

    kind: str
    id: str
    key: str
    pieces: tuple[Quotation, ...]
