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
from desktop.ui.console.steps.seal import Seal
from desktop.ui.documents import folder_of, remarks
from desktop.ui.jobs import Job, Jobs
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import Glyph, OneLine, words
from desktop.ui.writing import STICK, Copied, Written, write_documents
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
        self._written = False
        self._about = ("papers", feed.workshop.about.id)
        self._folder, self._stick = OneLine("", "muted", both_ends=True), OneLine("", "muted", both_ends=True)
        self._copy = frame("plain", row(words(say("Second copy"), "muted"), (self._stick, 1)))
        self._copied = words("", "muted", wrap=True)
        self.write = Button(say("Write the documents"), icon="save")
        self.stop = Button(say("Stop"), kind="quiet", icon="x")
        self.open = Button(say("Open the folder"), icon="folder-open")
        self._bar = Bar()
        self._said = words("", "muted", wrap=True)
        self._files = column(gap=6)
        self.seal = Seal(speech, feed)
        self.setLayout(column(
            rule(), 2, row(words(say("Hand over"), "strong"), ..., self.stop, self.write),
            row(words(say("Into"), "muted"), (self._folder, 1)), self._copy, self._bar, self._said,
            self._copied, self._files, row(self.open, ...),
            words(say("No file holds ballots, seats or names."), "muted", wrap=True), self.seal, gap=8,
        ))  # fmt: skip
        self.stop.hide()
        self.open.hide()
        self._bar.hide()
        self._said.hide()
        self._copied.hide()
        self.write.clicked.connect(self.begin)
        self.stop.clicked.connect(self._stop)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))
        if (job := jobs.running(self._about)) is not None:  # begun before this screen was left
            self._follow(job)

    @property
    def written(self) -> bool:
        """Whether the documents are written, though the workshop may not know yet."""
        return self._written or bool(self._feed.desk.workshop.exports)

    @property
    def folder(self) -> Path:
        """The folder chosen at Prepare, else one named for the city in the user's documents."""
        return folder_of(self._settings, self._feed.workshop)

    @property
    def stick(self) -> Path | None:
        """The stick chosen at Prepare for a second copy."""
        return self._settings.stick(self._feed.workshop.about.id)

    def show_workshop(self, w: Workshop) -> None:
        """Show where the documents go and whether any were written."""
        self._folder.setText(str(self.folder))
        self._stick.setText(str(self.stick or ""))
        self._copy.setVisible(self.stick is not None)
        running = self._job is not None and self._job.running
        self.write.setVisible(not running)
        self.write.rename(
            self._speech.say("Write them again") if w.exports else self._speech.say("Write the documents")
        )
        self.stop.setVisible(running)
        self.seal.show_workshop(w)

    def begin(self) -> None:
        """Gather what stands now and write it beside the window."""
        if self._job is not None and self._job.running:
            return
        work = partial(write_documents, self._feed.desk, self._settings.paper, self.folder, self.stick)
        self._follow(self._jobs.start(work, self._about))

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progress.connect(self._progress)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)
        emptied(self._files)
        self._copied.hide()
        self._bar.show()
        self._say(self._speech.say("Writing…"))
        self.show_workshop(self._feed.workshop)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _progress(self, done: int, of: int, what: str) -> None:
        paper = self._speech.say("the second copy") if what == STICK else self._paper(what)
        said = self._speech.say("Writing {n} of {m}: {what}", n=min(done + 1, of), m=of, what=paper)
        self._bar.show_share(done / max(1, of), said)
        self._say(said)

    def _done(self, result: object) -> None:
        assert isinstance(result, Written)
        self._written = True
        for one in result.documents:
            self._show_file(one)
        for facts in result.unnoted:
            ask(self, self._feed.desk.do, papers.record, about=(papers.record, facts["kind"]), **facts)
        self.open.show()
        self._end(self._speech.say("The documents are ready."))
        self._show_copied(result.copied)

    def _show_copied(self, how: Copied) -> None:
        say = self._speech.say
        said = {
            "there": say("A second copy is on the stick."),
            "missing": say("The stick for the second copy is not in. Put it in, then write them again."),
            "failed": say("The stick could not take the second copy. The documents in the folder are whole."),
        }.get(how, "")
        self._copied.setText(said)
        restyle(self._copied, role="good" if how == "there" else "warn")
        self._copied.setVisible(bool(said))

    def _stopped(self) -> None:
        self._end(self._speech.say("Stopped. What was written stays."))

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
        self._said.setText(sentence)
        restyle(self._said, role=role)
        self._said.show()
