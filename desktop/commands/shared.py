"""What every command does alike: progress on stderr, answers on stdout, a library for reading or writing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop.model.clerk import Clerk
from desktop.model.moment import Clock, random_id
from desktop.model.refused import NotKept, Refused

if TYPE_CHECKING:
    from exports.handover import Document

DOCUMENTS: Mapping[str, str] = {
    "council": "the council paper",
    "roadmap": "the roadmap",
    "plan": "the action plan",
    "csv": "the table of actions",
    "report": "the report for programs",
    "runsheet": "the run sheet",
    "ballots": "the ballots",
    "reading": "the reading copy",
    "posters": "the posters",
    "cards": "the action cards",
    "signin": "the sign-in sheet",
    "invitation": "the invitation",
}
"""What each kind of document is called while it is written."""


class Line:
    """Progress on stderr: one line rewritten on a terminal, a line a stage elsewhere. Leaves the line at its end."""

    def __init__(self) -> None:
        """Begin silent."""
        self._width = 0
        self._last = ""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the line, so that what is said next has its own."""
        self.end()

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

    def writing(self, kind: str, done: int, of: int) -> None:
        """Progress of a hand-over: "Writing the roadmap (2 of 3)"."""
        if kind:
            self.say(f"Writing {DOCUMENTS.get(kind, kind)} ({done + 1} of {of})")

    def end(self) -> None:
        """Leave the terminal's line."""
        if self._width and sys.stderr is not None:
            print(file=sys.stderr)
        self._width = 0


def answer(value: object, *, as_json: bool, lines: Iterable[str]) -> None:
    """Answer on stdout: JSON for programs, lines for people."""
    if as_json:
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return
    for line in lines:
        print(line)


def told(documents: Iterable[Document]) -> list[dict[str, str]]:
    """What programs are told of the documents; people are told on stderr of a file that got another name."""
    found = []
    for one in documents:
        if one.reason == "open":
            say(f"The file of that name is in use and stays as it is; the new one is {one.path.name}.")
        elif one.reason:
            say(f"The file of that name may not be written, so the new one is {one.path.name}.")
        found.append({"kind": one.kind, "file": str(one.path), "sha256": one.sha256})
    return found


def say(sentence: str) -> None:
    """A plain sentence on stderr."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)


def library_path(given: Path | None) -> Path:
    """The library named on the command line, else the user's own."""
    from desktop.settings import own_library

    return given or own_library()


@contextmanager
def open_clerk(
    path: Path, *, reading: bool = False, clock: Clock | None = None, ids: Callable[[], str] = random_id
) -> Iterator[Clerk]:
    """A clerk for one command; beside an open window only for reading.

    Raises:
        Refused: as ``Clerk.start``; ``library.damaged`` also where reading stops half-way.
    """
    clerk = Clerk.start(path, clock=clock, ids=ids, reading=reading)
    try:
        yield clerk
    except NotKept as error:
        if not reading:
            raise
        raise Refused("library.damaged", file=path.name) from error
    finally:
        clerk.close()
