"""The panel beside the centre: what the room sees, what to say, help, and notes that belong to where they were begun."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.model.framework import say
from desktop.model.help_file import StepHelp
from desktop.model.verbs import notes
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.ask import Feed, ask
from desktop.ui.console.on_the_wall import OnTheWall
from desktop.ui.console.page import Page
from desktop.ui.console.step_help import StepHelpFold
from desktop.ui.stage import Stage
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule, scrolled
from desktop.ui.widgets.buttons import Segments
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.words import Glyph, OneLine, keycap, words
from desktop.words.catalogue import Words
from desktop.words.dates import time_of
from desktop.words.glossary import NOTES, name

KINDS = ("evidence", "quote", "parking")
SHOWN = 2
"""Notes shown under the line they are written in: the last ones."""
LEAST_SCRIPT, LEAST_HELP = 120, 180
"""What either of them keeps when both want the room."""
SCRIPT_PAD, SIDE_PAD = 16, 24


class Side(QFrame):
    """Preview, script, notes; help takes the place of the notes while it is open, so that the script stays."""

    typing = Signal()

    def __init__(self, speech: Words, feed: Feed, stage: Stage) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._feed = speech, feed
        self._subject: str | None = None
        self._begun: str | None = None
        self._named = ""
        self.wall = OnTheWall(speech, stage, self)
        self.preview, self.blank, self.hold = self.wall.preview, self.wall.blank, self.wall.hold
        self._script = column(gap=8)
        self._lines: list[QLabel] = []
        self._heading = words(speech.say("What to say"), "over")
        self._own = column(gap=8)
        self._opening = column(gap=2)
        self.help = StepHelpFold(speech)
        self._helped = self._told = ""
        self._about = OneLine("", "over")
        self.note = Entry(speech.say("Note"), hint=speech.say("What did you hear?"))
        self.kinds = Segments(
            speech.say("Kind of note"), [(kind, name(speech, NOTES, kind)) for kind in KINDS], height=44
        )
        self.kinds.choose("evidence")
        self._said = column(gap=6)
        self._said_here = script = frame(
            "plain", column(self._heading, self._script, self._own, self._opening, gap=8)
        )
        self._notes = frame(
            "plain",
            column(
                rule(),
                2,
                self._about,
                row((self.note, 1), keycap("N")),
                self.kinds,
                self._said,
                gap=8,
                pad=(24, 0, 24, 14),
            ),
        )
        self._aside: QWidget | None = None
        self._beside = column(gap=0)
        self._read = column(script, self._beside, ..., gap=12, pad=(24, 4, 24, 8))
        inner = Page(self._read)
        script_area = scrolled(inner, name=speech.say("What to say"))
        script_area.setMinimumHeight(LEAST_SCRIPT)
        self.setLayout(column(self.wall, (script_area, 1), self.help, self._notes, gap=0))
        self.note.textEdited.connect(self._began)
        self.note.edited.connect(self._write)
        self.help.turned.connect(self._share_room)
        self.note.reverted.connect(self._begin_anew)

    def show_script(self, lines: Sequence[str], hints: Sequence[tuple[str, str]]) -> None:
        """What to say, and what to ask for."""
        self._heading.setVisible(bool(lines or hints))
        for layout in (self._script, self._own):
            emptied(layout)
        self._lines = [words(f"“{line}”", "body", wrap=True) for line in lines]
        for said in self._lines:
            self._script.addWidget(said)
        for heading, text in hints:
            top = Qt.AlignmentFlag.AlignTop
            hint = words(text, "muted", wrap=True, align=top)
            self._own.addLayout(row(words(heading, "bold", align=top), (hint, 1)))

    def show_help(self, step: str, help_: StepHelp | None, *, opening: bool) -> None:
        """The help for a step, folded when the step is new; how to open it stands under the script meanwhile."""
        if step != self._helped:
            self._helped = step
            self.help.set_open(False)
        language = self._speech.language
        self._show_opening(say(help_.open, language) if help_ is not None and opening else "")
        self.help.show_step(help_, language, opening=opening)
        self._share_room()

    def _show_opening(self, told: str) -> None:
        if told == self._told:
            return
        self._told = told
        emptied(self._opening)
        if told:
            self._opening.addSpacing(8)
            self._opening.addWidget(words(self._speech.say("How to open it"), "over"))
            self._opening.addWidget(words(told, "muted", wrap=True))

    def turn_help(self, open_: bool | None = None) -> None:
        """Open the help, or fold it."""
        self.help.set_open(not self.help.opened if open_ is None else open_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """While help is open it has the place of the notes, and the script keeps the height it cannot do without."""
        opened = self.help.opened
        self._notes.setVisible(not opened or self._begun is not None)
        if not opened:
            return
        room = self.height() - self.wall.sizeHint().height() - self.help.line_height
        if not self._notes.isHidden():
            room -= self._notes.sizeHint().height()
        px = theme.current().px
        self.help.fit(room - max(px(LEAST_SCRIPT), min(self._script_height, room - px(LEAST_HELP))))

    @property
    def _script_height(self) -> int:
        """The height of what is said, without hints and how to open the step."""
        wide = self.width() - 2 * SIDE_PAD
        said = sum(line.heightForWidth(wide) + self._script.spacing() for line in self._lines)
        return self._heading.sizeHint().height() + said + theme.current().px(SCRIPT_PAD)

    def show_aside(self, aside: QWidget | None) -> None:
        """What the step in hand keeps here, under the script."""
        if self._aside is not None:
            self._aside.hide()
        if aside is not None:
            self._beside.addWidget(aside)
            aside.show()
        self._aside = aside

    def lead_with_aside(self, leads: bool) -> None:
        """Whether the step's own part stands above the script: where it is read all the time."""
        if leads != (self._read.indexOf(self._said_here) > 0):
            self._read.removeWidget(self._said_here)
            self._read.insertWidget(1 if leads else 0, self._said_here)

    def show_notes(self, w: Workshop, subject: str | None, about: str) -> None:
        """The notes on what is open now; a note being typed keeps the subject where it was begun."""
        self._subject, self._named = subject, about
        self._show_about()
        emptied(self._said)
        mine = [one for one in w.notes.values() if one.subject == subject and one.kind in KINDS]
        for one in sorted(mine, key=lambda note: note.at, reverse=True)[:SHOWN]:
            sign = {"evidence": "search", "quote": "quote", "parking": "circle-question-mark"}[one.kind]
            self._said.addLayout(
                row(Glyph(sign, "muted", 18), (OneLine(one.text), 1), words(time_of(one.at), "muted"))
            )

    def _show_about(self) -> None:
        if self._begun is None:
            self._about.setText(self._speech.say("Notes on {subject}", subject=self._named))

    def start_typing(self) -> None:
        """Put the cursor into the note."""
        self.turn_help(False)
        self.note.setFocus()

    def _began(self, text: str) -> None:
        if text and self._begun is None:
            self._begun = self._subject or ""
        elif not text:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """What is typed next belongs to what is open then."""
        self._begun = None
        self._show_about()

    def _write(self, text: str) -> None:
        if not text.strip():
            return
        subject = (self._begun if self._begun is not None else self._subject) or None
        kind = self.kinds.value
        ask(
            self.note, self._feed.desk.do, notes.write, kind=kind, text=text, subject=subject,
            then=lambda _: self._kept(text),
        )  # fmt: skip

    def _kept(self, text: str) -> None:
        self.note.emptied(text)
        self._begin_anew()
        self._began(self.note.text())
