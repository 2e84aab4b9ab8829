"""Which pages of ours have an address, so that no link in prose leads to one that is not there."""

from generator.evidence.archive import Archive
from generator.records.publication import Publication

WITH_ID = ("claims", "sources", "people", "topics", "variants")
WHOLE = ("origins", "timeline")


def is_there(archive: Archive, drafts: bool, page: str) -> bool:
    """Say whether there is a page such as `claims/some-id` or `origins`.

    Pages of other kinds are hand-written: nothing is known of them here, and they are taken to be
    there. `drafts` says whether records without `published` have pages.
    """
    kind, _, id_ = page.partition("/")
    if not id_ or kind in WHOLE:
        return not id_
    if kind not in WITH_ID:
        return True
    record = getattr(archive, kind).get(id_)
    unpublished = isinstance(record, Publication) and record.published is None
    return record is not None and (drafts or not unpublished)
