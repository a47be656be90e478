"""The secret key of a site that runs on one machine."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def local_secret_key(path: Path) -> str:
    """The key kept at `path`, made on the first call and readable by its owner only.

    Safe when several processes start at once: whoever comes second reads what the first wrote.
    """
    try:
        return _kept_or_made(path)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key cannot be kept in {path} ({error.strerror}). "
            "Set SECRET_KEY to a long random text, or VAR_DIR to a folder of your own that can be written."
        ) from error


def _kept_or_made(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        draft.touch(mode=0o600)
        draft.write_text(get_random_secret_key())
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()
