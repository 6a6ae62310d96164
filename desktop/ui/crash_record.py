"""What went wrong, kept for whoever mends it: a short rotating log without a word anybody typed.

Only where it happened is written (type of the error, file, line, function), never its text: a message may
carry a name, a note or a ballot.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LARGEST = 200_000
"""Bytes after which the record starts anew; one older file is kept."""

_open: list[TextIO] = []


def keep_crash_record(folder: Path) -> Path | None:
    """Record faults, exceptions of every thread and Qt's warnings in ``folder``; None if it cannot be written.

    Exceptions are also told on stderr, where there is one.
    """
    file = folder / "errors.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST:
            file.replace(folder / "errors.1.log")
        record = file.open("a", encoding="utf-8")
    except OSError:
        return None
    _open.append(record)
    faulthandler.enable(record)
    sys.excepthook = partial(_tell, record)
    threading.excepthook = lambda args: _tell(record, args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(lambda kind, where, text: _qt(record, kind, where, text))
    return file


def _tell(
    record: TextIO, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    places = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(trace)]
    _write(record, f"{kind.__module__}.{kind.__qualname__} at {' < '.join(reversed(places)) or 'no place'}")
    if sys.stderr is not None and error is not None:
        print(
            f"Something went wrong ({kind.__name__}); the program goes on. {record.name} has the place.",
            file=sys.stderr,
        )


def _qt(record: TextIO, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        # Qt speaks of widgets and files of its own here, never of what a user typed.
        _write(record, f"Qt {kind.name}: {text[:200]}")


def _write(record: TextIO, line: str) -> None:
    try:
        record.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {line}\n")
        record.flush()
    except (OSError, ValueError):
        return
