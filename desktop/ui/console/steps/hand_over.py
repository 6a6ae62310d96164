"""Hand over: all documents into one folder, with progress and cancel, without a dialog."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame

from desktop.model.verbs import papers
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed, ask
from desktop.ui.documents import folder_of, remarks
from desktop.ui.jobs import Job, Jobs, Report
from desktop.ui.widgets.arrange import column, emptied, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import Glyph, OneLine, words
from desktop.words.catalogue import Words
from desktop.words.glossary import PAPERS, name

if TYPE_CHECKING:
    from exports.handover import Document

ICONS = {"plan": "file-spreadsheet"}
"""Icons of papers that are not read as text."""


class HandOver(QFrame):
    """Where the documents go, what has been written, and a way to stop."""

    def __init__(self, speech: Words, feed: Feed, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        say = speech.say
        self._speech, self._feed, self._settings, self._jobs = speech, feed, settings, jobs
        self._job: Job | None = None
        self._folder = OneLine("", "muted", both_ends=True)
        self.write = Button(say("Write the documents"), icon="save")
        self.stop = Button(say("Stop"), kind="quiet", icon="x")
        self.open = Button(say("Open the folder"), icon="folder-open")
        self._bar = Bar()
        self._said = words("", "muted", wrap=True)
        self._files = column(gap=6)
        self.setLayout(column(
            rule(), 2, row(words(say("Hand over"), "strong"), ..., self.stop, self.write),
            row(words(say("Into"), "muted"), (self._folder, 1)), self._bar, self._said, self._files,
            row(self.open, ...), words(say("No file holds ballots, seats or names."), "muted", wrap=True), gap=8,
        ))  # fmt: skip
        self.stop.hide()
        self.open.hide()
        self._bar.hide()
        self._said.hide()
        self.write.clicked.connect(self.begin)
        self.stop.clicked.connect(self._stop)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))

    @property
    def folder(self) -> Path:
        """The folder chosen at Prepare, else one named for the city in the user's documents."""
        return folder_of(self._settings, self._feed.workshop)

    def show_workshop(self, w: Workshop) -> None:
        """Show where the documents go and whether any were written."""
        self._folder.setText(str(self.folder))
        running = self._job is not None and self._job.running
        self.write.setVisible(not running)
        self.write.rename(
            self._speech.say("Write them again") if w.exports else self._speech.say("Write the documents")
        )
        self.stop.setVisible(running)

    def begin(self) -> None:
        """Gather what stands now and write it beside the window."""
        if self._job is not None and self._job.running:
            return
        self._job = self._jobs.start(partial(_write, self._feed.workshop, self._settings.paper, self.folder))
        self._job.progress.connect(self._progress)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(lambda: self._end(self._speech.say("Stopped. What was written stays.")))
        emptied(self._files)
        self._bar.show()
        self._say(self._speech.say("Writing…"))
        self.show_workshop(self._feed.workshop)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _progress(self, done: int, of: int, what: str) -> None:
        said = self._speech.say(
            "Writing {n} of {m}: {what}",
            n=min(done + 1, of),
            m=of,
            what=name(self._speech, PAPERS, what) if what in PAPERS else what,
        )
        self._bar.show_share(done / max(1, of), said)
        self._say(said)

    def _done(self, result: object) -> None:
        assert isinstance(result, tuple)
        revision, documents = result
        for one in documents:
            ask(
                self, self._feed.desk.do, papers.record, kind=one.kind, revision=revision, file_name=one.path.name,
                sha256=one.sha256, options={"paper": self._settings.paper},
            )  # fmt: skip
            self._show_file(one)
        self.open.show()
        self._end(self._speech.say("The documents are ready."))

    def _show_file(self, one: Document) -> None:
        self._files.addLayout(
            row(
                Glyph(ICONS.get(one.kind, "file-text"), "accent", 20),
                (
                    column(
                        words(self._paper(one.kind), "bold"),
                        OneLine(one.path.name, "muted", both_ends=True),
                        gap=0,
                    ),
                    1,
                ),
            )
        )
        for remark in remarks(self._speech, one):
            self._files.addWidget(remark)

    def _paper(self, kind: str) -> str:
        return name(self._speech, PAPERS, kind) if kind in PAPERS else kind

    def _failed(self, error: object) -> None:
        if isinstance(error, OSError):
            self._end(
                self._speech.say(
                    "The folder cannot take the documents. Choose another folder at Prepare, then try again."
                ),
                bad=True,
            )
            return
        self._end(
            self._speech.say(
                "A document could not be made whole, so nothing was replaced. Please try again."
            ),
            bad=True,
        )
        if isinstance(error, BaseException):
            raise error

    def _end(self, sentence: str, *, bad: bool = False) -> None:
        self._bar.hide()
        self._say(sentence, role="bad" if bad else "good")
        self.show_workshop(self._feed.workshop)

    def _say(self, sentence: str, role: str = "muted") -> None:
        from desktop.ui.theme import restyle

        self._said.setText(sentence)
        restyle(self._said, role=role)
        self._said.show()


def _write(w: Workshop, paper: str, folder: Path, report: Report) -> tuple[int, tuple[Document, ...]]:
    """On the worker thread: gather, then write one document after the other."""
    from datetime import UTC, datetime

    from desktop.model.moment import as_text
    from exports.gather import gather
    from exports.handover import hand_over
    from exports.report import Options

    gathered = gather(
        w, Options(paper="letter" if paper == "Letter" else "a4"), made_at=as_text(datetime.now(UTC))
    )
    documents = hand_over(gathered, folder, progress=lambda kind, done, of: report(done, of, kind))
    return gathered.status.revision, documents
