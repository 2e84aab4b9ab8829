"""What reading a page gives: its answer, or why there is none."""

from dataclasses import dataclass


class Unread(Exception):
    """Why a page could not be read, in one clause without a capital and a full stop."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer at the end of all redirects.

    `address` is where it was found; `moved` where the permanent redirects lead that come before
    any other, empty when there are none. `kind` is the media type in lower case and `charset` the
    one that the server names, both empty where it names none. `content` is unpacked, and empty
    unless the status is one of success.
    """

    address: str
    moved: str
    status: int
    kind: str = ""
    charset: str = ""
    content: bytes = b""
