"""Buttons: an icon, words and a quiet key in one row. A waiting button takes nothing until it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
)

from desktop.look.scale import CONTROL_HEIGHT, PRIMARY_HEIGHT
from desktop.ui import theme
from desktop.ui.icons import pixmap
from desktop.ui.widgets.arrange import row

Kind = Literal["plain", "primary", "quiet", "link", "field", "page", "tick", "segment"]

_SIDES: dict[str, int] = {"primary": 24, "quiet": 10, "link": 8, "segment": 12, "tick": 14}
_HEAVY = frozenset({"primary", "link"})
_TAKEN = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Shortcut,
})  # fmt: skip
_PRESSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})


def presses(event: QEvent) -> bool:
    """Whether an event would press a button: what one that waits swallows."""
    if event.type() in _TAKEN:
        return True
    return isinstance(event, QKeyEvent) and event.key() in _PRESSING


class Button(QPushButton):
    """One button. ``key`` is shown beside the words; the shortcut itself is the screen's to make."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "plain",
        icon: str = "",
        key: str = "",
        name: str = "",
        height: int = 0,
        widest: int = 420,
    ) -> None:
        super().__init__()
        self._words, self._icon, self._key, self._widest = "", icon, key, widest
        self._named = name
        self._height = height or (PRIMARY_HEIGHT if kind == "primary" else CONTROL_HEIGHT)
        self._waiting = self._turning = False
        self._angle = 0
        self._turn = QTimer(self, interval=60)
        self._turn.timeout.connect(self._turned)
        self.setProperty("kind", kind)
        self.setAutoDefault(True)
        self.setCheckable(kind in ("tick", "segment"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.say(text)

    # ---- what it says ---------------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The kind it was made as."""
        return str(self.property("kind"))

    @property
    def words(self) -> str:
        """The words on it."""
        return self._words

    def say(self, text: str, icon: str | None = None) -> None:
        """Other words on it, and perhaps another icon."""
        self._words = text.replace("\n", " ")
        if icon is not None:
            self._icon = icon
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._named or self._words)
        if self._named and not self._words:
            self.setToolTip(self._named)
        self.updateGeometry()
        self.update()

    def rename(self, text: str) -> None:
        """Other words on it, which are its accessible name too."""
        self._named = ""
        self.say(text)

    # ---- waiting for an answer ------------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Whether it waits for an answer and takes nothing."""
        return self._waiting

    @property
    def turning(self) -> bool:
        """Whether it shows that something is under way."""
        return self._turning

    def set_waiting(self, waiting: bool) -> None:
        """Take nothing until the answer is in. It keeps the focus, so that a quick key hits nothing else."""
        if waiting and not self._waiting:
            self.installEventFilter(self)
        elif not waiting:
            self.removeEventFilter(self)
        self._waiting = waiting
        if not waiting:
            self.set_turning(False)
        theme.restyle(self, waiting=waiting)

    def set_turning(self, turning: bool) -> None:
        """Show the mark of something under way."""
        self._turning = turning
        self._turn.start() if turning else self._turn.stop()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow presses while waiting."""
        return presses(event)

    def click(self) -> None:
        """Press it, unless it waits."""
        if not self._waiting:
            super().click()

    # ---- size and paint -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as icon, words and key need, up to its widest."""
        return QSize(self._wide_for(self._words), theme.current().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Words give way only beyond the widest."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another theme or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _fonts(self) -> tuple[QFont, QFont]:
        primary = self.kind == "primary"
        heavy = self.kind in _HEAVY or (self.isCheckable() and self.isChecked())
        weight = QFont.Weight.DemiBold if heavy else QFont.Weight.Medium
        return theme.font(16 if primary else 14, weight), theme.font(14)

    def _side(self) -> int:
        if not self._words:
            return theme.current().px(5 if self._height < 32 else 9)
        return theme.current().px(_SIDES.get(self.kind, 16))

    def _wide_for(self, words: str) -> int:
        """As wide as icon, these words and key need, up to its widest."""
        px = theme.current().px
        main, small = self._fonts()
        main.setWeight(QFont.Weight.DemiBold)
        wide = 2 * self._side()
        wide += QFontMetrics(main).horizontalAdvance(words) + 2 if words else 0
        if self._icon:
            wide += px(18) + (px(9) if words else 0)
        if self._key:
            wide += px(14) + QFontMetrics(small).horizontalAdvance(self._key)
        return min(wide, px(self._widest))

    def _ink(self) -> str:
        worn = theme.current().theme
        state = self.property("state")
        if not self.isEnabled() or self._waiting:
            return worn.muted
        if self.kind == "primary" or state == "agreed":
            return worn.on_accent
        if self.kind == "link" or self.isChecked() or state == "preset":
            return worn.accent
        return worn.muted if self.kind == "quiet" and not self.underMouse() else worn.text

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style paints ground and border only; the words are ours."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own ground and border, then icon, words and key in the middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        px, ink = theme.current().px, self._ink()
        main, small = self._fonts()
        side = self._side()
        room = self.width() - 2 * side
        icon = px(18) if self._icon else 0
        gap = px(9) if icon and self._words else 0
        key = px(14) + QFontMetrics(small).horizontalAdvance(self._key) if self._key else 0
        shown = QFontMetrics(main).elidedText(
            self._words, Qt.TextElideMode.ElideRight, room - icon - gap - key
        )
        text = QFontMetrics(main).horizontalAdvance(shown)
        left = side + max(0, (room - icon - gap - text - key) // 2)
        if self._turning:
            mark = icon or px(14)
            at = left if icon else max(px(3), left - mark - px(5))
            self._paint_turning(painter, QRect(at, (self.height() - mark) // 2, mark, mark), ink)
        elif self._icon:
            painter.drawPixmap(left, (self.height() - icon) // 2, pixmap(self._icon, ink, icon))
        painter.setPen(ink)
        painter.setFont(main)
        at = left + icon + gap
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(at, 0, text + 2, self.height()), middle, shown)
        if self._key:
            painter.setFont(small)
            painter.setPen(ink if self.kind == "primary" else theme.current().theme.muted)
            painter.drawText(QRect(at + text + px(14), 0, key, self.height()), middle, self._key)

    def _paint_turning(self, painter: QPainter, box: QRect, ink: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 2))
        painter.drawArc(QRectF(box).adjusted(2, 2, -2, -2), -self._angle * 16, 270 * 16)

    def _turned(self) -> None:
        self._angle = (self._angle + 30) % 360
        self.update()


class Segments(QFrame):
    """A few choices side by side, one of them chosen; arrow keys move along."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, height: int = 48) -> None:
        """``choices`` are (key, words)."""
        super().__init__()
        self.setProperty("role", "sunken")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: dict[QAbstractButton, str] = {}
        for key, text in choices:
            button = Button(text, kind="segment", height=height - 8, name=f"{name}: {text}")
            self._keys[button] = key
            self._group.addButton(button)
        self.setLayout(row(*((button, 1) for button in self._keys), gap=4, pad=4))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def value(self) -> str:
        """The key of what is chosen, or nothing."""
        button = self._group.checkedButton()
        return self._keys[button] if button is not None else ""

    def choose(self, key: str) -> None:
        """Show a choice as made; tells nobody."""
        self._group.setExclusive(False)
        known = key in self._keys.values()
        for place, (button, its) in enumerate(self._keys.items()):
            button.setChecked(its == key)
            # Tab stops at what is chosen, as it does in a group of radio buttons.
            stop = its == key if known else place == 0
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def button(self, key: str) -> Button:
        """The button of one choice."""
        return next(button for button, its in self._keys.items() if its == key and isinstance(button, Button))

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._keys[button])
