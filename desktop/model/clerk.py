"""The clerk owns a library file and runs every verb on it (:mod:`desktop.model.serving` tells in which order).

It opens workshops as desks, writes each change to the tables and the journal in one go, and does what concerns
the library as a whole: list, create, copy, bin, back up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from desktop.model import builtin, undo
from desktop.model.agenda import AgendaTemplate
from desktop.model.change import Change
from desktop.model.desk import Desk, State, Verb
from desktop.model.framework import Framework
from desktop.model.library import content, journal, scrubbing, tables
from desktop.model.library.backup import back_up
from desktop.model.library.content import Choice, Offered
from desktop.model.library.file import LibraryFile, open_library
from desktop.model.library.journal import Done, History
from desktop.model.library.listing import Listing, listing, matching
from desktop.model.library.scrubbing import Scrubbed
from desktop.model.library.workshops import (
    duplicated,
    keep_framework,
    load_framework,
    read_about,
    remove,
    with_deleted,
)
from desktop.model.moment import Clock, Moment, SystemClock, as_text, random_id
from desktop.model.records import About
from desktop.model.refused import Refused
from desktop.model.serving import Serving
from desktop.model.verbs import papers, prepare
from desktop.model.workshop import Workshop


class Clerk:
    """Opens workshops, runs verbs, keeps changes. ``inline`` runs everything in the caller's thread (unit tests)."""

    def __init__(
        self, file: LibraryFile, clock: Clock, ids: Callable[[], str], *, inline: bool = False
    ) -> None:
        """Take an open file; call :meth:`start` instead."""
        self._file = file
        self._clock = clock
        self._ids = ids
        # A desk is open while somebody holds it: a screen, a job, a request that waits.
        self._desks: WeakValueDictionary[str, Desk] = WeakValueDictionary()
        self._serving = Serving(file, self._moment, inline=inline)
        if not file.reading and scrubbing.is_due(file.path):
            self._serving.errand(lambda: scrubbing.scrub(file))

    @classmethod
    def start(
        cls,
        path: Path,
        *,
        clock: Clock | None = None,
        ids: Callable[[], str] = random_id,
        reading: bool = False,
        inline: bool = False,
    ) -> Clerk:
        """Open a library and take up work.

        Raises:
            Refused: the file is newer, in use, read-only, foreign or damaged (``library.…``).
        """
        clock = clock or SystemClock()
        return cls(
            open_library(path, stamp=as_text(clock.wall()), reading=reading), clock, ids, inline=inline
        )

    @property
    def path(self) -> Path:
        """The library file."""
        return self._file.path

    def close(self) -> None:
        """Finish what was asked for, then close the file and free its lock."""
        self._serving.close()
        self._file.close()

    # ---- the library as a whole -----------------------------------------------------------------------------

    def listing(self) -> Future[tuple[Listing, ...]]:
        """Every workshop, latest day first, those in the bin included."""
        return self._serving.errand(lambda: listing(self._file.connection))

    def find(self, prefix: str) -> Future[str]:
        """The one workshop whose id begins so, or ``latest``; ``workshop.unknown`` or ``workshop.ambiguous``."""

        def work() -> str:
            found = matching(self._file.connection, prefix)
            if len(found) != 1:
                raise Refused("workshop.ambiguous" if found else "workshop.unknown", workshop=prefix)
            return found[0]

        return self._serving.errand(work)

    def create(
        self, framework: Framework, make: Callable[[Moment], Change], origin: str = "console"
    ) -> Future[str]:
        """Keep a new workshop, as ``make`` sets it up (``prepare.create`` with its arguments); answers its id."""

        def work() -> str:
            moment = self._moment()
            change = make(moment)
            about = next(change.after(About))
            with self._file.transaction():
                keep_framework(self._file.connection, framework)
                self._keep(about.id, change, moment, origin)
            return about.id

        return self._serving.errand(work)

    def duplicate(self, workshop: str) -> Future[str]:
        """Keep a new workshop with the same people, questions and agenda, and nothing that was said; its id."""

        def work() -> str:
            moment = self._moment()
            change = duplicated(self._load(workshop)[0], moment)
            about = next(change.after(About))
            with self._file.transaction():
                self._keep(about.id, change, moment, "console")
            return about.id

        return self._serving.errand(work)

    def delete(self, workshop: str) -> Future[None]:
        """Put a workshop into the bin."""
        return self._mark(workshop, deleted=True)

    def restore(self, workshop: str) -> Future[None]:
        """Take a workshop out of the bin."""
        return self._mark(workshop, deleted=False)

    def empty_bin(self) -> Future[Scrubbed]:
        """Remove everything in the bin for good, from the backups too; answers what was done and what was not."""

        def work() -> Scrubbed:
            gone, done = scrubbing.empty_bin(self._file, self._moment().now)
            for workshop in gone:
                self._desks.pop(workshop, None)
            return done

        return self._serving.errand(work)

    def seal(self, workshop: str) -> Future[Scrubbed]:
        """Turn the ballots of a final workshop into totals for good, in the backups too (``papers.seal``).

        Raises:
            Refused: ``not_final``, ``sealed``.
        """

        def work() -> Scrubbed:
            moment = self._moment()
            before, history = self._state(workshop)
            change = papers.seal(before, moment)
            scrubbing.note_seal(self._file, workshop)
            self._keep_outside(workshop, before, history, change, moment)
            return scrubbing.scrub(self._file, 1)

        return self._serving.errand(work)

    def remove(self, workshop: str) -> Future[None]:
        """Remove one workshop for good: a rehearsal, whose people are made up."""

        def work() -> None:
            with self._file.transaction():
                remove(self._file.connection, (workshop,))
            self._desks.pop(workshop, None)

        return self._serving.errand(work)

    def put_back(self) -> Future[Path]:
        """Write a library that was deleted under the program where it was, with everything kept so far."""
        return self._serving.errand(self._file.put_back)

    # ---- own content ----------------------------------------------------------------------------------------

    def own_content(self) -> Future[tuple[Choice, ...]]:
        """The questions and actions that were loaded, in the order they were."""
        return self._serving.errand(lambda: content.choices(self._file.connection))

    def load_content(self, offered: Offered) -> Future[tuple[Choice, ...]]:
        """Keep questions and actions for new workshops, all of them or none; answers what is loaded then.

        Refused: ``framework.same_version``, ``actions.same_version``.
        """

        def work() -> tuple[Choice, ...]:
            with self._file.transaction():
                content.load(self._file.connection, offered, builtin.framework(), self._moment().now)
            return content.choices(self._file.connection)

        return self._serving.errand(work)

    def remove_content(self, framework_sha: str) -> Future[Choice]:
        """Take a loaded framework and its actions away; ``framework.in_use`` while a workshop uses it."""

        def work() -> Choice:
            with self._file.transaction():
                return content.remove(self._file.connection, framework_sha, builtin.framework())

        return self._serving.errand(work)

    def use_framework(self, workshop: str, choice: Choice, template: AgendaTemplate) -> Future[None]:
        """Have a workshop that was not begun ask other questions (``prepare.use_framework``)."""

        def work() -> None:
            moment = self._moment()
            desk = self._desks.get(workshop)
            before, history = desk.state if desk is not None else self._load(workshop)
            change = prepare.use_framework(
                before, moment, framework=choice.framework, template=template,
                actions_sha=choice.actions.sha256 if choice.actions else None,
            )  # fmt: skip
            with self._file.transaction():
                keep_framework(self._file.connection, choice.framework)
                entry = self._keep(workshop, change, moment, "console")
            if desk is not None:
                after = replace(
                    before.with_change(change), framework=choice.framework, own_actions=choice.actions
                )
                desk.swap(after, history.after(entry, None) if entry else history, moment)
                desk.tell([change])

        return self._serving.errand(work)

    def back_up(self) -> Future[Path]:
        """Write a verified copy of the library beside it; answers where."""
        return self._serving.errand(lambda: back_up(self._file.connection, self.path, self._moment().now))

    def open(self, workshop: str) -> Future[Desk]:
        """The desk of a workshop; the same one for all who ask while anybody holds it."""

        def work() -> Desk:
            desk = self._desks.get(workshop)
            if desk is None:
                desk = self._desks[workshop] = Desk(self, *self._load(workshop))
            return desk

        return self._serving.errand(work)

    def _mark(self, workshop: str, *, deleted: bool) -> Future[None]:
        def work() -> None:
            moment = self._moment()
            before, history = self._state(workshop)
            change = with_deleted(before, moment, deleted=deleted)
            self._keep_outside(workshop, before, history, change, moment)

        return self._serving.errand(work)

    def _state(self, workshop: str) -> State:
        desk = self._desks.get(workshop)
        return desk.state if desk is not None else self._load(workshop)

    def _keep_outside(
        self, workshop: str, before: Workshop, history: History, change: Change, moment: Moment
    ) -> None:
        """Keep a change that is no step of a desk, and let an open desk know."""
        with self._file.transaction():
            self._keep(workshop, change, moment, "console")
        desk = self._desks.get(workshop)
        if desk is not None:
            desk.swap(before.with_change(change), history, moment)
            desk.tell([change])

    # ---- verbs ----------------------------------------------------------------------------------------------

    def submit(self, desk: Desk, verb: Verb, args: Mapping[str, Any], origin: str) -> Future[Change]:
        """Queue a verb for a desk (``Desk.do``)."""

        def work(state: State, moment: Moment) -> tuple[Change, State]:
            change = verb(state[0], moment, **args)
            return change, self._written(state, change, moment, origin)

        return self._serving.request(desk, work)

    def submit_undo(self, desk: Desk, *, again: bool) -> Future[Change]:
        """Queue an undo or a redo for a desk."""

        def work(state: State, moment: Moment) -> tuple[Change, State]:
            workshop, history = state
            if not (history.undone if again else history.done):
                raise Refused("redo.nothing" if again else "undo.nothing")
            step, entry = history.undone[-1] if again else (history.done[-1], history.done[-1].id)
            rows = undo.inverse(workshop, journal.rows_of(self._file.connection, entry), moment)
            change = Change(step.verb, rows, step.facts, undoes=entry)
            return change, self._written(state, change, moment, "redo" if again else "undo")

        return self._serving.request(desk, work)

    def _written(self, state: State, change: Change, moment: Moment, origin: str) -> State:
        """Write a change inside the open transaction; the state after it."""
        workshop, history = state
        if not change.rows:
            return state
        last = history.done[-1] if history.done and not history.undone else None
        if change.undoes is None and last is not None and last.verb == change.verb:
            rows = journal.rows_of(self._file.connection, last.id)
            same = undo.same_edit(last.verb, rows, last.at, change, moment)
            if same and not journal.was_undone(self._file.connection, last.id):
                tables.write(self._file.connection, change)
                widened = journal.widen(self._file.connection, last, change, at=moment.now)
                return workshop.with_change(change), history.touched(widened)
        entry = self._keep(workshop.about.id, change, moment, origin)
        return workshop.with_change(change), history.after(entry, change.undoes) if entry else history

    def _keep(self, workshop: str, change: Change, moment: Moment, origin: str) -> Done | None:
        tables.write(self._file.connection, change)
        return journal.append(
            self._file.connection, workshop, change, at=moment.now, new_id=moment.new_id(), origin=origin
        )

    def _moment(self) -> Moment:
        return Moment(as_text(self._clock.wall()), self._ids)

    def _load(self, workshop: str) -> State:
        about = read_about(self._file.connection, workshop)
        framework = load_framework(self._file.connection, about.framework_sha)
        own_actions = content.load_actions(self._file.connection, about.actions_sha, framework)
        state = tables.load(self._file.connection, about, framework, own_actions)
        return state, journal.read_history(self._file.connection, workshop)
