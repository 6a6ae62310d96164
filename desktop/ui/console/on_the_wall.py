"""The head of the side panel: what the room sees, with *Blank* and *Hold*. Where the window is low it is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from desktop.ui import theme
from desktop.ui.stage import Preview, Stage
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words

LOW = 776
"""Below this height of the side panel (a window of 820) the preview gives its room to what is read there."""
SMALL = 200
"""Width of the small preview."""


class OnTheWall(QFrame):
    """Preview above two buttons, or small beside them."""

    def __init__(self, speech: Words, stage: Stage, panel: QWidget) -> None:
        """``panel`` is the side panel, whose height decides."""
        super().__init__()
        self.setProperty("role", "plain")
        say = speech.say
        self._speech, self._stage, self._panel = speech, stage, panel
        self.state = words("", "muted")
        self.preview = Preview(stage)
        self.blank = Button(say("Blank"), kind="tick", icon="eye-off", key="B")
        self.hold = Button(say("Hold"), kind="tick", icon="pause", key="H")
        self._title = words(say("On the wall"), "over")
        self._head = frame("plain", row(self._title, ..., Glyph("monitor", "muted", 18), self.state))
        self._tools = frame("plain", row((self.blank, 1), (self.hold, 1), gap=10))
        self._right = column(gap=8)
        self._body = column(self._head, self.preview, self._tools, gap=10, pad=(24, 20, 24, 8))
        self.setLayout(self._body)
        self._small = False
        self.blank.clicked.connect(lambda: stage.set_blank(not stage.blank))
        self.hold.clicked.connect(lambda: stage.hold(not stage.held))
        stage.changed.connect(self.show_stage)
        panel.installEventFilter(self)
        self.show_stage()

    @property
    def small(self) -> bool:
        """Whether the preview is small, with the buttons beside it."""
        return self._small

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height of the panel, or another text size."""
        if watched is self._panel and event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._fit()
        return False

    def _fit(self) -> None:
        small = self._panel.height() < theme.current().px(LOW)
        if small != self._small:
            self._small = small
            self._lay_out()
        if small:
            self.preview.setFixedWidth(theme.current().px(SMALL))

    def _lay_out(self) -> None:
        small, body, tools = self._small, self._body, self._tools.layout()
        assert isinstance(tools, QBoxLayout)
        for piece in (self._head, self.preview, self._tools):
            body.removeWidget(piece)
            self._right.removeWidget(piece)
        body.removeItem(self._right)
        self._title.setVisible(not small)
        tools.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)
        tools.setSpacing(6 if small else 10)
        if small:
            body.setDirection(QBoxLayout.Direction.LeftToRight)
            body.setContentsMargins(24, 16, 24, 8)
            body.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
            self._right = column(self._head, self._tools, ..., gap=6)
            body.addLayout(self._right, 1)
            return
        self.preview.setMinimumWidth(160)
        self.preview.setMaximumWidth(16_777_215)
        body.setDirection(QBoxLayout.Direction.TopToBottom)
        body.setContentsMargins(24, 20, 24, 8)
        for piece in (self._head, self.preview, self._tools):
            body.addWidget(piece)

    def show_stage(self) -> None:
        """Say whether the room sees the wall."""
        say = self._speech.say
        held, blank = self._stage.held, self._stage.blank
        both = say("Held, blank") if held and blank else ""
        on = say("Projector on") if self._stage.on else say("Not shown: F5")
        self.state.setText(both or (say("Held") if held else say("Blank") if blank else on))
        theme.restyle(self.state, role="warn" if held or blank else "muted")
        self.hold.setChecked(held)
        self.blank.setChecked(blank)
