"""What the site builder says by itself, shown on stderr as its own command line does."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heard(level: int) -> Iterator[None]:
    """Show what MkDocs says that is at least as grave as this, until the block ends."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
