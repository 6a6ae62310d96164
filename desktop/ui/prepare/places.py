"""Behind *More*: the displays found, where the documents go, and how the program behaves on this computer."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame

from desktop.model.workshop import Workshop
from desktop.settings import PAPERS, Settings
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.fields import Entry, Labelled
from desktop.ui.widgets.tiles import TickTile
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words


class Displays(QFrame):
    """What was found; nothing to choose."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._sign = Glyph("monitor", "muted", 18)
        self._said = words("", wrap=True)
        self.setLayout(row(self._sign, (self._said, 1), gap=10))
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.look)
        app.screenRemoved.connect(self.look)
        self.look()

    def look(self) -> None:
        """Count the displays again."""
        found = len(QGuiApplication.screens())
        self._sign.show_icon("monitor", "good" if found > 1 else "muted")
        self._said.setText(
            self._speech.say("Second display found: the wall goes there by itself.")
            if found > 1
            else self._speech.say(
                "One display found. Connect the projector; until then F5 puts the wall over the console."
            )
        )


class Folders(QFrame):
    """A folder, and a stick for a second copy. Kept on this computer, never in the workshop."""

    def __init__(self, speech: Words, settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._settings = speech, settings
        self._workshop = ""
        self.folder, self._of_folder, choose_folder = self._field(
            speech.say("Folder for the documents"), speech.say("Documents folder")
        )
        self.stick, self._of_stick, choose_stick = self._field(
            speech.say("Second copy on a stick"), speech.say("None")
        )
        self.setLayout(column(self._of_folder, self._of_stick, gap=10))
        self.folder.edited.connect(self._folder_typed)
        self.stick.edited.connect(self._stick_typed)
        choose_folder.clicked.connect(lambda: self._choose(self.folder))
        choose_stick.clicked.connect(lambda: self._choose(self.stick))

    def _field(self, name: str, hint: str) -> tuple[Entry, Labelled, Button]:
        entry = Entry(name, hint=hint, kind="small")
        choose = Button(
            self._speech.say("Choose"), icon="folder-open", name=f"{name}: {self._speech.say('choose')}"
        )
        return entry, Labelled(name, entry, row((entry, 1), choose)), choose

    def show_workshop(self, w: Workshop) -> None:
        """Show what was chosen for this workshop."""
        self._workshop = w.about.id
        self.folder.show_value(str(self._settings.folder(w.about.id) or ""))
        self.stick.show_value(str(self._settings.stick(w.about.id) or ""))

    def _folder_typed(self, text: str) -> None:
        path = _chosen(text)
        if self._may_write(path, self._of_folder):
            self._settings.choose_folder(self._workshop, path)
            self.folder.show_value(str(path or ""))

    def _stick_typed(self, text: str) -> None:
        path = _chosen(text)
        if self._may_write(path, self._of_stick):
            self._settings.choose_stick(self._workshop, path)
            self.stick.show_value(str(path or ""))

    def _may_write(self, path: Path | None, field: Labelled) -> bool:
        wrong = ""
        if path is not None and not path.is_dir():
            wrong = self._speech.say("There is no such folder. Choose one that exists.")
        elif path is not None and not os.access(path, os.W_OK):
            wrong = self._speech.say("This folder can only be read. Choose one you may write to.")
        field.complain(wrong)
        return not wrong

    def _choose(self, entry: Entry) -> None:
        # At the desk, before the day: no wall is on, so the system's own chooser may open.
        found = QFileDialog.getExistingDirectory(self, entry.accessibleName(), entry.text())
        if found:
            entry.setText(found)
            entry.edited.emit(found)


class ThisComputer(QFrame):
    """Paper size and motion."""

    def __init__(self, speech: Words, settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._settings = settings
        self.paper = Segments(speech.say("Paper"), [(size, size) for size in PAPERS], height=40)
        self.still = TickTile(speech.say("Reduce motion: nothing on the wall moves"))
        self.setLayout(row(self.paper, (self.still, 1), gap=12))
        self.paper.choose(settings.paper)
        self.still.setChecked(settings.reduce_motion)
        self.paper.chosen.connect(lambda size: settings.change(paper=size))
        self.still.clicked.connect(lambda on: settings.change(reduce_motion=bool(on)))

    def show_workshop(self, w: Workshop) -> None:
        """Nothing of this belongs to a workshop."""


def _chosen(text: str) -> Path | None:
    return Path(text.strip()).expanduser() if text.strip() else None
