"""Own questions: what workshops can ask, a copy of it to edit, and the way back in. At the desk, never before a room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from desktop.model import builtin
from desktop.model.framework import say
from desktop.model.library.content import Choice, Offered, with_shipped
from desktop.model.refused import NotKept, Refused
from desktop.ui.ask import ask
from desktop.ui.notice import NoticeLine
from desktop.ui.own.choice_row import ChoiceRow
from desktop.ui.own.faults_card import FaultsCard
from desktop.ui.own.work import copy_to, load_from
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule, scrolled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words
from desktop.words.loading import loaded_said
from desktop.words.refusals import refusal

if TYPE_CHECKING:
    from desktop.model.clerk import Clerk
    from desktop.ui.jobs import Job, Jobs

WIDE = 1040


class OwnContent(QFrame):
    """The screen. ``left`` leads back to the list of workshops."""

    left = Signal()

    def __init__(self, speech: Words, clerk: Clerk, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._speech, self._clerk, self._jobs = speech, clerk, jobs
        self._choices: tuple[Choice, ...] = ()
        self._job: Job | None = None
        self._doing: Button | None = None
        self.rows: list[ChoiceRow] = []
        self.notice = NoticeLine()
        self.back = Button(speech.say("Workshops"), kind="quiet", icon="chevron-left", key="Esc")
        self.load = Button(speech.say("Load…"), kind="primary", icon="folder-open")
        self.faults = FaultsCard(speech)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.load.clicked.connect(self._choose_files)
        self.refresh()

    def _lay_out(self) -> None:
        speech = self._speech
        lead = words(
            speech.say(
                "A workshop asks the questions that come with the program, or your own. Save a copy, write it as your "
                "city needs it, load it. Workshops you have prepared or held keep theirs."
            ),
            "body", wrap=True,
        )  # fmt: skip
        self._rows: QVBoxLayout = column(gap=0)
        card = frame("card", column(self._rows, gap=0, pad=1))
        how = words(
            speech.say("Load takes the edited workbook (.xlsx), or the JSON files of questions and of actions together."),
            "muted", wrap=True,
        )  # fmt: skip
        title = words(speech.say("Own questions"), "title")
        content = frame(
            "plain",
            column(title, lead, 8, card, row((how, 1), self.load, gap=24), 8, (self.faults, 1), ..., gap=16),
        )
        content.setMaximumWidth(WIDE)
        holder = QWidget()
        holder.setLayout(row(..., (content, 1000), ..., pad=(32, 28, 32, 16)))
        bar = frame("bar", row(self.back, ..., pad=(24, 12, 32, 12)))
        notices = frame("plain", row(self.notice, pad=(32, 0, 32, 12)))
        self.setLayout(column(bar, (scrolled(holder, name=speech.say("Own questions")), 1), notices, gap=0))

    # ---- showing --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what was loaded."""
        ask(self, self._clerk.own_content, then=self.show_choices)

    def show_choices(self, loaded: tuple[Choice, ...]) -> None:
        """Show the program's own questions, and below them what was loaded."""
        self._choices = with_shipped(loaded, builtin.framework())
        focused = self.focusWidget()
        lost = focused is not None and any(line.isAncestorOf(focused) for line in self.rows)
        emptied(self._rows)
        self.rows = []
        for number, choice in enumerate(self._choices):
            shipped = choice.framework.sha256 == builtin.framework().sha256
            library = choice.actions or builtin.actions_for(choice.framework)
            line = ChoiceRow(self._speech, choice, shipped=shipped, actions=len(library.actions))
            line.copied.connect(partial(self._save_copy, choice, line.copy))
            line.removed.connect(partial(self._remove, choice, line))
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(line)
            self.rows.append(line)
        if lost:
            self.load.setFocus()

    # ---- a copy to edit -------------------------------------------------------------------------------------

    def _save_copy(self, choice: Choice, button: Button) -> None:
        speech = self._speech
        kinds = f"{speech.say('Workbook')} (*.xlsx);;{speech.say('JSON, questions and actions')} (*.json)"
        start = str(Path.home() / f"{choice.framework.id}-copy.xlsx")
        target, chosen = QFileDialog.getSaveFileName(self, speech.say("Save a copy to edit"), start, kinds)
        if not target:
            return
        path = Path(target)
        if path.suffix.casefold() not in (".xlsx", ".json"):
            path = path.with_name(f"{path.name}{'.json' if 'json' in chosen else '.xlsx'}")
        job = self._begin(button, lambda _report: copy_to(choice, path))
        job.done.connect(self._copied)

    def _copied(self, names: object) -> None:
        assert isinstance(names, tuple)
        self.notice.say(
            self._speech.say("Saved: {files}. Edit it, then load it here.", files=" + ".join(names)),
            stays=True,
        )

    # ---- loading --------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        kinds = f"{self._speech.say('Workbooks and JSON')} (*.xlsx *.json)"
        found, _ = QFileDialog.getOpenFileNames(
            self, self._speech.say("Load questions and actions"), str(Path.home()), kinds
        )
        if found:
            self.load_files([Path(one) for one in found])

    def load_files(self, paths: Sequence[Path]) -> None:
        """Read files and keep what they hold, or show everything that is wrong with them."""
        self.faults.clear()
        self.notice.clear()
        self._files = ", ".join(path.name for path in paths)
        job = self._begin(self.load, lambda _report: load_from(self._clerk, paths))
        job.done.connect(self._loaded)

    def _loaded(self, offered: object) -> None:
        assert isinstance(offered, Offered)
        self.notice.say(" ".join(loaded_said(self._speech, offered)), stays=True)
        self.refresh()

    # ---- removing -------------------------------------------------------------------------------------------

    def _remove(self, choice: Choice, line: ChoiceRow) -> None:
        title = say(choice.framework.title, self._speech.language)
        offered = Offered(
            (choice.framework,), ((choice.framework, choice.actions),) if choice.actions else ()
        )

        def back() -> None:
            ask(self, self._clerk.load_content, offered, then=self.show_choices)

        def gone(_: object) -> None:
            self.notice.say(
                self._speech.say("“{title}” is removed.", title=title),
                again=back, offer=self._speech.say("Take it back"), stays=True,
            )  # fmt: skip
            self.refresh()

        ask(line.remove, self._clerk.remove_content, choice.framework.sha256, then=gone)

    # ---- work beside the window -----------------------------------------------------------------------------

    def _begin(self, button: Button, work: object) -> Job:
        """One thing at a time; its button waits until it is done."""
        assert callable(work)
        button.set_waiting(True)
        button.set_turning(True)
        self._doing = button
        job = self._job = self._jobs.start(work)
        job.done.connect(self._ended)
        job.failed.connect(self._failed)
        job.stopped.connect(self._ended)
        return job

    def _ended(self, *_: object) -> None:
        if self._doing is not None:
            self._doing.set_waiting(False)
            self._doing = None

    def _failed(self, error: object) -> None:
        from exports.content.files import NotRead
        from exports.safely import NotWhole

        self._ended()
        if isinstance(error, NotRead):
            self.faults.show_faults(error.sentences(self._speech), self._files)
        elif isinstance(error, Refused):
            self.notice.say(refusal(self._speech, error), tone="warn")
        elif isinstance(error, NotKept):
            self.notice.say(refusal(self._speech, error), tone="bad")
        elif isinstance(error, NotWhole | OSError):
            self.notice.say(
                self._speech.say("The file cannot be used there. Choose another folder, or close the file first."),
                tone="warn",
            )  # fmt: skip
        elif isinstance(error, BaseException):
            self.notice.say(self._speech.say("This did not work. Nothing was changed."), tone="bad")
            raise error

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
