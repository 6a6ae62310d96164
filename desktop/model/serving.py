"""One thread serves everyone who waits: verbs together with one commit, errands of the library one by one.

Requests wait in a queue. The thread drains it, runs each verb on the snapshot the one before left, writes each
change inside a savepoint of its own, and commits once for all of them: two hundred votes cost one trip to the
disk. Then, in this order: commit, swap the snapshots, answer, tell. If the commit fails, nobody's change was
kept and no snapshot moved.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from desktop.model.change import Change
from desktop.model.desk import Desk, State
from desktop.model.library.file import LibraryFile, turned_into_not_kept
from desktop.model.moment import Moment
from desktop.model.refused import NotKept, Refused

MOST_AT_ONCE = 256
"""Requests served by one commit at most."""

T = TypeVar("T")


@dataclass
class Request:
    """Something to do for a desk: ``work`` turns its state into a change, written, and the state after it."""

    desk: Desk
    work: Callable[[State, Moment], tuple[Change, State]]
    future: Future[Change] = field(default_factory=Future)


@dataclass
class Errand:
    """Something to do for the whole library, between commits; it opens its own transaction if it writes."""

    work: Callable[[], Any]
    future: Future[Any] = field(default_factory=Future)


class Serving:
    """The queue and the thread behind it. ``inline`` serves in the caller's thread instead (unit tests)."""

    def __init__(self, file: LibraryFile, moment: Callable[[], Moment], *, inline: bool = False) -> None:
        """Serve an open file, which is used from the serving thread alone from now on."""
        self._file = file
        self._moment = moment
        self._inline = inline
        self._closed = False
        self._queue: queue.SimpleQueue[Request | Errand | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="clerk", daemon=True)
        if not inline:
            self._thread.start()

    def request(self, desk: Desk, work: Callable[[State, Moment], tuple[Change, State]]) -> Future[Change]:
        """Queue a verb."""
        asked = Request(desk, work)
        self._ask(asked)
        return asked.future

    def errand(self, work: Callable[[], T]) -> Future[T]:
        """Queue something for the whole library."""
        asked = Errand(work)
        self._ask(asked)
        return asked.future

    def close(self) -> None:
        """Serve what is waiting, then stop. Later requests are answered :class:`NotKept`."""
        if self._closed:
            return
        self._closed = True
        if not self._inline:
            self._queue.put(None)
            self._thread.join()
            self._turn_away()

    def _ask(self, asked: Request | Errand) -> None:
        if self._inline and not self._closed:
            self._answer([asked])
            return
        self._queue.put(asked)
        if not self._thread.is_alive():
            self._turn_away()

    def _turn_away(self) -> None:
        """Answer who came after the thread had stopped."""
        while True:
            try:
                asked = self._queue.get_nowait()
            except queue.Empty:
                return
            if asked is not None and asked.future.set_running_or_notify_cancel():
                asked.future.set_exception(NotKept("disk.error", "the library is closed"))

    def _serve(self) -> None:
        while True:
            batch = [self._queue.get()]
            while len(batch) < MOST_AT_ONCE and not self._queue.empty():
                batch.append(self._queue.get())
            self._answer([asked for asked in batch if asked is not None])
            if None in batch:
                return

    def _answer(self, batch: list[Request | Errand]) -> None:
        """Serve in order: neighbours that are verbs share a commit, errands stand alone."""
        together: list[Request] = []
        for asked in batch:
            if isinstance(asked, Request):
                together.append(asked)
                continue
            self._serve_requests(together)
            together = []
            _run(asked)
        self._serve_requests(together)

    def _serve_requests(self, requests: list[Request]) -> None:
        requests = [request for request in requests if request.future.set_running_or_notify_cancel()]
        if not requests:
            return
        moment = self._moment()
        states: dict[Desk, State] = {}
        answers: list[Change | Exception] = []
        try:
            self._commit(requests, moment, states, answers)
        except Exception as failure:
            answers = [one if isinstance(one, Exception) else failure for one in answers]
            answers += [failure] * (len(requests) - len(answers))
            states = {}
        for desk, state in states.items():
            desk.swap(*state, moment)
        for request, answer in zip(requests, answers, strict=True):
            if isinstance(answer, Exception):
                request.future.set_exception(answer)
            else:
                request.future.set_result(answer)
        for desk in states:
            desk.tell(
                [
                    answer
                    for request, answer in zip(requests, answers, strict=True)
                    if request.desk is desk and isinstance(answer, Change)
                ]
            )

    def _commit(
        self,
        requests: list[Request],
        moment: Moment,
        states: dict[Desk, State],
        answers: list[Change | Exception],
    ) -> None:
        """Run every request in one transaction; an answer each, a state for each desk that changed."""
        if self._file.reading:
            raise Refused("library.read_only", file=self._file.path.name)
        with self._file.transaction():
            for request in requests:
                state = states.get(request.desk, request.desk.state)
                try:
                    with turned_into_not_kept(), self._file.savepoint():
                        change, after = request.work(state, moment)
                    states[request.desk] = after  # once the step has left its savepoint, and not before
                    answers.append(change)
                except Exception as error:
                    answers.append(error)


def _run(errand: Errand) -> None:
    """Run an errand and answer it, whatever happens."""
    if not errand.future.set_running_or_notify_cancel():
        return
    try:
        with turned_into_not_kept():
            answer = errand.work()
    except Exception as error:
        errand.future.set_exception(error)
    else:
        errand.future.set_result(answer)
