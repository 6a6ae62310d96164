"""Long work beside the window: one worker thread, told progress, a stop that works."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

LEAST_BETWEEN = 0.05
"""Seconds between two progress signals at least: twenty a second are plenty."""


class Stopped(Exception):
    """The user stopped the work."""


class Job(QObject):
    """One piece of work under way. Hold on to it until it tells how it ended."""

    progress = Signal(int, int, str)
    """So many of so many done, and what is done now."""
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    _ended = Signal(str, object)

    def __init__(
        self, work: Callable[[Report], Any], parent: QObject | None = None, about: object = None
    ) -> None:
        super().__init__(parent)
        self._work, self.about = work, about
        self._stop = Event()
        self.running = True
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Have the work end at its next report."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; on the worker's thread."""
        try:
            self._ended.emit("done", self._work(Report(self, self._stop)))
        except Stopped:
            self._ended.emit("stopped", None)
        except Exception as error:
            self._ended.emit("failed", error)

    def _tell(self, how: str, what: object) -> None:
        self.running = False
        match how:
            case "done":
                self.done.emit(what)
            case "failed":
                self.failed.emit(what)
            case _:
                self.stopped.emit()


class Report:
    """How work tells where it is: call it often, it speaks seldom."""

    def __init__(self, job: Job, stop: Event) -> None:
        self._job, self._stop, self._last = job, stop, 0.0

    def __call__(self, number: int, of: int, what: str = "") -> None:
        """Tell progress.

        Raises:
            Stopped: the user stopped it.
        """
        if self._stop.is_set():
            raise Stopped
        now = time.monotonic()
        if now - self._last >= LEAST_BETWEEN or number >= of:
            self._last = now
            self._job.progress.emit(number, of, what)


class Jobs(QObject):
    """The one worker thread, and the jobs it has or will have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._held: list[Job] = []

    def running(self, about: object) -> Job | None:
        """The job about something that runs or waits, whoever started it."""
        return next((job for job in self._held if job.running and job.about == about), None)

    def start(self, work: Callable[[Report], Any], about: object = None) -> Job:
        """Queue some work; connect to the job's signals before the event loop turns.

        ``about`` lets a screen that is opened later find it (:meth:`running`).
        """
        self._held = [job for job in self._held if job.running]
        job = Job(work, self, about)
        self._held.append(job)
        self._workers().submit(job.run)
        return job

    def close(self) -> None:
        """Stop everything and wait for the thread."""
        for job in self._held:
            job.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _workers(self) -> ThreadPoolExecutor:
        """The thread's pool, made when there is work: the list of workshops starts without it."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="job")
        return self._pool
