"""Print for the day: ticks for the papers, one button that writes them, and where they are."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.documents import folder_of, remarks
from desktop.ui.jobs import Job, Jobs, Report
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.tiles import TickTile
from desktop.ui.widgets.words import OneLine, words
from desktop.words.catalogue import Words
from desktop.words.printed import how_to_print
from exports.printing import BY_KEY, PAPERS

if TYPE_CHECKING:
    from desktop.model.desk import Desk
    from exports.handover import Document


class Printing(QFrame):
    """A card: what is wanted on paper, progress and a way to stop, the folder."""

    def __init__(self, speech: Words, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        say = speech.say
        self._speech, self._settings, self._jobs = speech, settings, jobs
        self._w: Workshop | None = None
        self._desk: Desk | None = None
        self._job: Job | None = None
        self._folder_written = Path()
        self._seats = 0
        self.ticks = {paper.key: TickTile(say(paper.name), say(paper.note)) for paper in PAPERS}
        self.write = Button(say("Write the papers"), icon="save")
        self.stop = Button(say("Stop"), kind="quiet", icon="x")
        self.open = Button(say("Open the folder"), icon="folder-open")
        self._folder = OneLine("", "muted")
        self._bar = Bar()
        self.said = words("", "muted", wrap=True)
        self._remarks = column(gap=4)
        self._lay_out()
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self._show_state)
        self.write.clicked.connect(self.begin)
        self.stop.clicked.connect(self._stop)
        self.open.clicked.connect(self._open)
        self._show_state()

    def _lay_out(self) -> None:
        say = self._speech.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, at // 2, at % 2)
        for at in (0, 1):
            grid.setColumnStretch(at, 1)
        inside = column(
            grid,
            row(words(say("Into"), "muted"), (self._folder, 1), self.open, self.stop, self.write, gap=10),
            self._bar,
            self.said,
            self._remarks,
            gap=12,
            pad=(20, 16, 20, 16),
        )
        self.setLayout(column(words(say("Print for the day"), "section"), frame("card", inside), gap=10))
        for part in (self._bar, self.said, self.open):
            part.hide()

    @property
    def wanted(self) -> list[str]:
        """What is ticked, in the order of the table."""
        return [key for key, tick in self.ticks.items() if tick.isChecked()]

    @property
    def running(self) -> bool:
        """Whether papers are being written."""
        return self._job is not None and self._job.running

    def show_workshop(self, w: Workshop, desk: Desk | None = None) -> None:
        """Show where the papers go. The desk knows whether another workshop's papers would have the same names."""
        self._w, self._desk = w, desk
        self._folder.setText(str(folder_of(self._settings, w)))

    def _show_state(self) -> None:
        running = self.running
        self.write.setVisible(not running)
        self.write.setEnabled(bool(self.wanted))
        self.stop.setVisible(running)

    # ---- writing --------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Write what is ticked, beside the window, from the workshop as it stands now."""
        if self._w is None or self.running or not self.wanted:
            return
        self._folder_written = folder_of(self._settings, self._w)
        self._seats = len(self._w.seats)
        self._folder.setText(str(self._folder_written))
        work = partial(_print, self._w, self._desk, self._settings.paper, self._folder_written, self.wanted)
        self._job = self._jobs.start(work)
        self._job.progress.connect(self._progress)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(self._stopped)
        emptied(self._remarks)
        self._bar.show_share(0.0, self._speech.say("Writing…"))
        self._bar.show()
        self._say(self._speech.say("Writing…"), "muted")
        held = self.write.hasFocus()
        self._show_state()
        if held:
            self.stop.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _progress(self, done: int, of: int, key: str) -> None:
        what = self._speech.say(BY_KEY[key].name) if key in BY_KEY else ""
        said = self._speech.say("Writing {n} of {m}: {what}", n=min(done + 1, of), m=of, what=what)
        self._bar.show_share(done / max(1, of), said)
        self._say(said, "muted")

    def _done(self, documents: object) -> None:
        assert isinstance(documents, tuple)
        for one in documents:
            for remark in remarks(self._speech, one):
                self._remarks.addWidget(remark)
        ballots = next((one.pages for one in documents if one.kind == "ballots"), 0)
        if ballots and self._seats:
            said = how_to_print(self._speech, both_sides=ballots > self._seats)
            self._remarks.addWidget(words(said, "muted", wrap=True))
        self.open.show()
        self._end(
            self._speech.many(
                "{n} file is ready in {folder}.", "{n} files are ready in {folder}.", len(documents),
                folder=self._folder_written,
            )
        )  # fmt: skip

    def _stopped(self) -> None:
        self._end(self._speech.say("Stopped. What was written stays."))

    def _failed(self, error: object) -> None:
        if isinstance(error, OSError):
            said = self._speech.say(
                "The folder cannot take the papers. Choose another one under More, then try again."
            )
            self._end(said, bad=True)
            return
        said = self._speech.say("A paper could not be made whole, so nothing was replaced.")
        self._end(said, bad=True)
        if isinstance(error, BaseException):
            raise error

    def _end(self, sentence: str, *, bad: bool = False) -> None:
        held = self.stop.hasFocus()
        self._bar.hide()
        self._say(sentence, "bad" if bad else "good")
        self._show_state()
        if held:
            self.write.setFocus()

    def _say(self, sentence: str, role: str) -> None:
        self.said.setText(sentence)
        theme.restyle(self.said, role=role)
        self.said.show()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder_written)))


def _print(
    w: Workshop, desk: Desk | None, paper: str, folder: Path, keys: list[str], report: Report
) -> tuple[Document, ...]:
    """On the worker thread: gather, then write one paper after the other."""
    from datetime import UTC, datetime

    from desktop.model import builtin
    from desktop.model.moment import as_text
    from exports.handover import mark_of
    from exports.printed import gather_printed
    from exports.printing import print_papers

    printed = gather_printed(
        w,
        builtin.actions(),
        made_at=as_text(datetime.now(UTC)),
        paper="letter" if paper == "Letter" else "a4",
    )
    mark = mark_of(w.about.id, desk.listing().result()) if desk is not None else ""
    return print_papers(
        printed, folder, keys, mark=mark, progress=lambda key, done, of: report(done, of, key)
    )
