"""The bytes of an answer, unpacked and never more than so many."""

import zlib
from collections.abc import Iterable, Iterator

from generator.web.fetched import Unread

PACKING = "gzip"
"""What a request may offer to read."""

_GZIP = 16 + zlib.MAX_WBITS
_MEMBER = b"\x1f\x8b"
_STEP = 64 * 1024


def unpacked(parts: Iterable[bytes], packing: str, most: int) -> bytes:
    """The first `most` bytes of a body.

    However small a body is packed, no more than a step beyond `most` is ever unpacked.

    Args:
        parts: the body as it was sent.
        packing: its content coding; only gzip, or none, is read.
        most: how many bytes are wanted.

    Raises:
        Unread: for any other coding, and for gzip that is damaged or breaks off.
    """
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise Unread("it is packed in a way that was not asked for")
    plain = parts if packing in ("", "identity") else _inflated(parts)
    content = bytearray()
    for part in plain:
        content += part
        if len(content) > most:
            break
    return bytes(content[:most])


def _inflated(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a gzip body, each of a bounded size; members follow one another."""
    member = zlib.decompressobj(_GZIP)
    try:
        for part in parts:
            waiting, piece = part, b""
            while waiting or (len(piece) == _STEP and not member.eof):
                if member.eof:
                    if not waiting.startswith(_MEMBER):
                        return  # what servers leave behind the end, as browsers do, is passed over
                    member = zlib.decompressobj(_GZIP)
                piece = member.decompress(waiting, _STEP)
                waiting = member.unused_data if member.eof else member.unconsumed_tail
                yield piece
    except zlib.error:
        raise Unread("its gzip is damaged") from None
    if not member.eof:
        raise Unread("its gzip breaks off")
