"""The one door to a workshop: ask for a verb, get its change once it is on the disk.

The desk holds the snapshot everybody reads and the listeners everybody tells. It decides nothing: the clerk
(:mod:`desktop.model.clerk`) runs the verbs, one after another, and swaps the snapshot after each commit.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.model.change import Change
from desktop.model.library.journal import Done, History
from desktop.model.moment import Moment
from desktop.model.workshop import Workshop

if TYPE_CHECKING:
    from desktop.model.library.listing import Listing
    from desktop.model.library.scrubbing import Scrubbed

Verb = Callable[..., Change]
State = tuple[Workshop, History]
Listener = Callable[[Workshop, Sequence[Change]], None]


class Runner(Protocol):
    """What the desk needs of the clerk."""

    def submit(self, desk: Desk, verb: Verb, args: dict[str, Any], origin: str) -> Future[Change]:
        """Queue a verb."""
        ...

    def submit_undo(self, desk: Desk, *, again: bool) -> Future[Change]:
        """Queue an undo, or a redo."""
        ...

    def seal(self, workshop: str) -> Future[Scrubbed]:
        """Turn ballots into totals for good."""
        ...

    def listing(self) -> Future[tuple[Listing, ...]]:
        """Every workshop of the library."""
        ...

    def put_back(self) -> Future[Path]:
        """Queue the writing of a library that was deleted under the program."""
        ...


class Desk:
    """One open workshop. Reading is free on any thread; change goes through :meth:`do`."""

    def __init__(self, runner: Runner, workshop: Workshop, history: History) -> None:
        """Open the desk on a loaded workshop; ``clerk.open`` does this."""
        self._runner = runner
        self._state: State = (workshop, history)
        self._listeners: list[Listener] = []
        self.saved_at: str | None = None

    @property
    def state(self) -> State:
        """The snapshot and its history, of one and the same commit."""
        return self._state

    @property
    def workshop(self) -> Workshop:
        """The latest snapshot that is on the disk."""
        return self._state[0]

    @property
    def history(self) -> History:
        """What can be undone and done again."""
        return self._state[1]

    @property
    def undo_step(self) -> Done | None:
        """The step that :meth:`undo` would take back."""
        return self.history.done[-1] if self.history.done else None

    @property
    def redo_step(self) -> Done | None:
        """The step that :meth:`redo` would do again."""
        return self.history.undone[-1][0] if self.history.undone else None

    def do(self, verb: Verb, *, origin: str = "console", **args: Any) -> Future[Change]:
        """Run a verb. The answer comes after the commit; a refusal is :class:`~desktop.model.refused.Refused`,
        the disk's no :class:`~desktop.model.refused.NotKept`. Never wait for it on the window's thread.
        """
        return self._runner.submit(self, verb, args, origin)

    def undo(self) -> Future[Change]:
        """Take back the last step."""
        return self._runner.submit_undo(self, again=False)

    def redo(self) -> Future[Change]:
        """Do the step taken back last once more."""
        return self._runner.submit_undo(self, again=True)

    def seal(self) -> Future[Scrubbed]:
        """Turn the ballots into totals for good, here and in the backups; nothing brings them back."""
        return self._runner.seal(self.workshop.about.id)

    def listing(self) -> Future[tuple[Listing, ...]]:
        """Every workshop of the library this one is in."""
        return self._runner.listing()

    def put_back(self) -> Future[Path]:
        """Write the library where it was, if it was deleted under the program."""
        return self._runner.put_back()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have every later commit told, on the clerk's thread: ``listener(workshop, changes)``, which should not
        raise: what it raises goes to ``threading.excepthook``. Returns what ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def swap(self, workshop: Workshop, history: History, moment: Moment) -> None:
        """Take over a committed state (the clerk's business)."""
        self._state = (workshop, history)
        self.saved_at = moment.now

    def tell(self, changes: Sequence[Change]) -> None:
        """Tell the listeners what was committed (the clerk's business). A fault of one stops neither the others
        nor the clerk, for the change is on the disk and more people wait.
        """
        for listener in tuple(self._listeners):
            try:
                listener(self.workshop, changes)
            except Exception:
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
