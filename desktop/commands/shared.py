"""What every command does alike: progress on stderr, answers on stdout, a library for reading or writing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.clerk import Clerk
from desktop.model.moment import Clock, random_id


class Line:
    """Progress on stderr: one line rewritten on a terminal, a line a stage elsewhere."""

    def __init__(self) -> None:
        """Begin silent."""
        self._width = 0
        self._last = ""

    def say(self, text: str) -> None:
        """Show where the work is; the same text twice is shown once."""
        if sys.stderr is None or text == self._last:
            return
        self._last = text
        if sys.stderr.isatty():
            print(f"\r{text.ljust(self._width)}", end="", file=sys.stderr, flush=True)
            self._width = len(text)
        else:
            print(text, file=sys.stderr)

    def end(self) -> None:
        """Leave the terminal's line."""
        if self._width and sys.stderr is not None:
            print(file=sys.stderr)
        self._width = 0


def answer(value: object, *, as_json: bool, lines: Callable[[], Iterator[str]]) -> None:
    """Answer on stdout: JSON for programs, lines for people."""
    if as_json:
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return
    for line in lines():
        print(line)


def library_path(given: Path | None) -> Path:
    """The library named on the command line, else the user's own."""
    from desktop.settings import default_library

    return given or default_library()


@contextmanager
def open_clerk(
    path: Path, *, reading: bool = False, clock: Clock | None = None, ids: Callable[[], str] = random_id
) -> Iterator[Clerk]:
    """A clerk for one command; beside an open window only for reading."""
    clerk = Clerk.start(path, clock=clock, ids=ids, reading=reading)
    try:
        yield clerk
    finally:
        clerk.close()
