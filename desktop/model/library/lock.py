"""One program at a time writes a library. The system frees the lock when the program ends, however it ends.

The system's own locks are called here rather than through a library: those known load an event loop, which
costs the start of the window a sixth of a second.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


class Held(Exception):
    """Another program, or another window, holds it."""


class FileLock:
    """Holds ``path`` from its making to :meth:`release`; the empty file stays, so that nobody races its removal."""

    def __init__(self, path: Path) -> None:
        """Take the lock, without waiting.

        Raises:
            Held: somebody has it.
            OSError: the file cannot be made.
        """
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _take(self._file)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._file)
            raise Held(str(path)) from error
        except BaseException:
            os.close(self._file)
            raise

    def release(self) -> None:
        """Let it go; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
