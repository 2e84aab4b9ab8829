"""One file gets new content: whole or not at all."""

import secrets
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Leave `content` in the file, or, on any error, the file as it was; its mode is kept.

    The folder is made where it is missing. Raises OSError, which names the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        fresh.write_bytes(content)
        if path.is_file() and not path.is_symlink():
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        fresh.unlink(missing_ok=True)
