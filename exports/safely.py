"""Files put in place only when whole: written aside, checked, then renamed over the old one.

A target that another program holds open, or that may not be written, stays as it is; the new file then gets
a second name beside it.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Reason = Literal["", "open", "locked"]
_NAMES_TRIED = 100


class NotWhole(Exception):
    """The file that was just written does not read back as it should; nothing was replaced."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the file is. ``reason`` says why it is not the name asked for: held open, or not writable."""

    path: Path
    reason: Reason = ""


def write_safely(target: Path, write: Callable[[Path], None], check: Callable[[Path], None]) -> Saved:
    """Write, check and put in place. ``check`` raises :class:`NotWhole` (or anything) to refuse the file.

    Raises OSError when the folder itself cannot take the file; the old file is whole in every case.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(
        prefix=f".{target.stem}-", suffix=f".part{target.suffix}", dir=target.parent
    )
    os.close(handle)
    part = Path(name)
    try:
        write(part)
        check(part)
        _flush(part)
        return _put(part, target)
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, target: Path) -> Saved:
    part.chmod(0o644)
    reason = _held(target)
    if not reason:
        try:
            part.replace(target)
            return Saved(target)
        except PermissionError:
            reason = "open"
    for number in range(2, _NAMES_TRIED):
        other = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if _held(other):
            continue
        try:
            part.replace(other)
            return Saved(other, reason)
        except PermissionError:
            continue
    raise PermissionError(f"no name free beside {target.name}")


def _held(target: Path) -> Reason:
    """Whether an existing target must be left alone: an office program's lock file beside it, or read-only."""
    if not target.exists():
        return ""
    locks = (target.with_name(f".~lock.{target.name}#"), target.with_name(f"~${target.name}"))
    if any(lock.exists() for lock in locks):
        return "open"
    writable = target.stat().st_mode & stat.S_IWUSR and os.access(target, os.W_OK)
    return "" if writable and target.is_file() else "locked"


def _flush(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
