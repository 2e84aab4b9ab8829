"""What changed between two states of the collection, as plain values for people to read."""

from dataclasses import dataclass

from generator.changes.fields import FieldChange
from generator.changes.quotations import QuotationChange
from generator.changes.seals import SealChange
from generator.changes.titles import Named
from generator.changes.weighing import FigureChange, Judged, OriginsChange, VerdictChange


@dataclass(frozen=True, slots=True)
class Told:
    """A revision that came with a change: its kind, its reason, and the fields it tells of."""

    kind: str
    reason: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What changed of one record.

    `events`: added, removed, merged, renamed, published, unpublished, withdrawn, restored;
    `formerly`: the id it had, where that is another;
    `public`: whether readers see it, or saw it;
    `own`: whether the record itself changed, or only what others make of it;
    `carries`: the verdict that its evidence carries now where it declares another;
    `unknown`: the states (before, now) in which its figures are not known;
    `quoted`, `unquoted`: the sources that it quotes now and did not, and those no more;
    `silent`: protected fields that changed though no new revision names them;
    `rewritten`: whether an entry of its history is changed or gone;
    `bears_on`: the claims that a source, an origin or a verdict bears on;
    `because`: what changed that a claim rests on whose own record did not change.
    """

    record: Named
    events: tuple[str, ...] = ()
    formerly: str = ""
    public: bool = True
    own: bool = True
    verdict: VerdictChange | None = None
    carries: Judged | None = None
    figures: tuple[FigureChange, ...] = ()
    origins: tuple[OriginsChange, ...] = ()
    unknown: tuple[str, ...] = ()
    quotations: tuple[QuotationChange, ...] = ()
    quoted: tuple[Named, ...] = ()
    unquoted: tuple[Named, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    revisions: tuple[Told, ...] = ()
    silent: tuple[str, ...] = ()
    rewritten: bool = False
    bears_on: tuple[Named, ...] = ()
    because: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class PageChange:
    """A hand-written page that was added, removed or changed, and the words that went and came."""

    path: str
    what: str
    text: FieldChange


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read as a record in one state, `before` or `now`.

    `typed` are the keys that differ, compared as they were typed, whatever today's rules make of
    them; None where one state does not hold the file as keys and values.
    """

    path: str
    when: str
    typed: tuple[FieldChange, ...] | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that changed between two states; nothing at all where every part is empty.

    `scale` is the order of the verdicts on both scales, by label, where it differs.
    """

    records: tuple[RecordChange, ...] = ()
    seals: tuple[SealChange, ...] = ()
    site: tuple[FieldChange, ...] = ()
    scale: FieldChange | None = None
    pages: tuple[PageChange, ...] = ()
    unread: tuple[Unread, ...] = ()
