"""The audience window: what the room sees, on the second display whenever there is one.

The stage never takes the focus, hides at once when its display goes, and comes back when one is plugged in.
A scene is a function from a frame to a picture, so that the wall and its preview cannot differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QObject,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.marks import Measure, Picture
from desktop.look.palette import WALL
from desktop.look.scale import LEAST, REVEAL_MS, WALL_HEIGHT
from desktop.look.scenes.frame import Frame, frame_for
from desktop.ui import theme
from desktop.ui.painter import paint

Scene = Callable[[Frame], Picture]
FOOT = 76
"""What a line at the wall's foot takes of its 1080."""
SETTLE_MS = 150
"""Displays come and go in several steps; the stage looks again once they have settled."""
USUAL = QSize(1920, 1080)


class Stage(QObject):
    """Owns the audience window and what is on it. One for a console."""

    changed = Signal()
    """On or off, another display, held, blank: whatever a console shows of the stage."""
    drawn = Signal()
    """The picture is another one."""

    def __init__(self, console: QWidget, *, reduce_motion: bool = False) -> None:
        """``console`` is the facilitator's window: the wall goes to a display that shows none of it."""
        super().__init__(console)
        self._console = console
        self.reduce_motion = reduce_motion
        self._following = False
        self._scene: Scene | None = None
        self._next: tuple[Scene, bool] | None = None
        self._wanted = self._blank = self._held = self._over_console = False
        self._foot = ""
        self._measure: Measure | None = None
        self._picture: Picture | None = None
        self._drawn_for: tuple[int, int, float, int] | None = None
        self.window = _Audience(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._place)
        self._motion = QVariantAnimation(self, duration=REVEAL_MS, startValue=0.0, endValue=1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._look_again)
        app.screenRemoved.connect(self._display_gone)

    # ---- which display --------------------------------------------------------------------------------------

    @property
    def display(self) -> QScreen | None:
        """A display that shows nothing of the console, or None."""
        here = self._console.screen()
        for screen in QGuiApplication.screens():
            if screen is not here and not screen.geometry().intersects(here.geometry()):
                return screen
        return None

    @property
    def on(self) -> bool:
        """Whether the room sees the wall now."""
        return self.window.isVisible()

    @property
    def over_console(self) -> bool:
        """Whether the wall covers the console, on the only display."""
        return self.on and self._over_console

    def turn_on(self) -> None:
        """Show the wall on the second display now, or as soon as there is one."""
        self._wanted = True
        self._follow_console()
        self._place()

    def turn_off(self) -> None:
        """Take the wall away."""
        self._wanted = self._over_console = False
        self.window.hide()
        self.changed.emit()

    def toggle(self) -> None:
        """F5: the wall on or off; on the only display it covers the console until it is taken away."""
        if self.on:
            self.turn_off()
            return
        self._over_console = self.display is None
        self.turn_on()

    def _follow_console(self) -> None:
        """Look again whenever the console is moved to another display."""
        handle = self._console.window().windowHandle()
        if handle is not None and not self._following:
            self._following = True
            handle.screenChanged.connect(self._look_again)

    def _look_again(self, _screen: QScreen) -> None:
        self._settle.start()

    def _display_gone(self, screen: QScreen) -> None:
        if self.window.screen() is screen or not self._over_console:
            self.window.hide()
            self.changed.emit()
        self._settle.start()

    def _place(self) -> None:
        screen = self.display
        if screen is not None:
            self._over_console = False
        elif self._over_console:
            screen = self._console.screen()
        if screen is None or not self._wanted:
            self.window.hide()
        else:
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())
            # Not showFullScreen(): it asks for the focus as well.
            self.window.setWindowState(Qt.WindowState.WindowFullScreen)
            self.window.show()
        self.changed.emit()
        self._refresh()

    # ---- what is on it --------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene, *, moves: bool = False) -> None:
        """Show another scene; ``moves`` lets it unfold (the picture gets ``progress`` from 0 to 1)."""
        if self._held:
            self._next = (scene, moves)
            return
        self._scene = scene
        self._motion.stop()
        if moves and not self.reduce_motion:
            with QSignalBlocker(self._motion):  # its first value is drawn below
                self._motion.start()
        self._refresh()

    def clear(self) -> None:
        """Nothing shown, held or dark: another workshop begins with a wall of its own."""
        self._motion.stop()
        self._scene = self._next = self._picture = None
        self._held = self._blank = False
        self.changed.emit()
        self._refresh()

    @property
    def held(self) -> bool:
        """Whether the wall stays as it is while the console moves on."""
        return self._held

    def hold(self, held: bool) -> None:
        """Keep the wall as it is, or let it follow again."""
        self._held = held
        if not held and self._next is not None:
            (scene, moves), self._next = self._next, None
            self.show_scene(scene, moves=moves)
        self.changed.emit()

    @property
    def blank(self) -> bool:
        """Whether the wall is dark for the moment."""
        return self._blank

    def set_blank(self, blank: bool) -> None:
        """Darken the wall, or show it again."""
        self._blank = blank
        self.changed.emit()
        self._refresh()

    def tell(self, words: str) -> None:
        """Say one line at the wall's foot while it covers the console, which then cannot be read; '' for none."""
        changed, self._foot = words != self._foot, words
        if changed and self.over_console:
            self._refresh()

    @property
    def foot(self) -> str:
        """The line that stands at the wall's foot now."""
        return self._foot if self.over_console else ""

    @property
    def strip(self) -> int:
        """The pixels at the foot that the line takes; the scene is laid out anew above it."""
        return round(self.shape.height() * FOOT / WALL_HEIGHT) if self.foot else 0

    # ---- drawing --------------------------------------------------------------------------------------------

    @property
    def shape(self) -> QSize:
        """The wall's size in pixels; that of a usual projector while there is none."""
        return self.window.size() if self.on else USUAL

    @property
    def progress(self) -> float:
        """How far the scene has unfolded, 0 to 1."""
        running = self._motion.state() == QVariantAnimation.State.Running
        return float(self._motion.currentValue()) if running else 1.0

    @property
    def picture(self) -> Picture | None:
        """What the room sees, or would see; None while the wall is blank or nothing was shown yet.

        A scene that fails is reported and the last good picture stays: the wall never shows a fault.
        """
        return None if self._blank else self.scene_drawn

    @property
    def scene_drawn(self) -> Picture | None:
        """The scene in hand, whether the wall is blank or not: for the preview."""
        if self._scene is None:
            return None
        size = self.shape
        wanted = (size.width(), size.height(), self.progress, self.strip)
        if self._drawn_for != wanted:
            self._drawn_for = wanted
            try:
                self._picture = self._scene(self._frame(size))
            except Exception:
                sys.excepthook(*sys.exc_info())
        return self._picture

    def close(self) -> None:
        """Take the window down with the console."""
        self._motion.stop()
        self._settle.stop()
        self.window.hide()
        self.window.deleteLater()

    def _frame(self, size: QSize) -> Frame:
        if self._measure is None:
            from desktop.look.measure import FontMeasure

            self._measure = FontMeasure()
        return frame_for(self._measure, size.width(), size.height(), strip=self.strip, progress=self.progress)

    def _moved(self, _value: object) -> None:
        self.window.update()
        self.drawn.emit()

    def _refresh(self) -> None:
        self._drawn_for = None
        picture = self.picture
        self.window.setAccessibleDescription(picture.alt if picture is not None else "")
        self.window.update()
        self.drawn.emit()


class _Audience(QWidget):
    """The window itself: no frame, no focus, no cursor."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._stage = stage
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle("Wall")
        self.setAccessibleName("What the room sees")
        self.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on the wall's own dark ground, to the last pixel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), WALL.surface)
        strip = self._stage.strip
        if (picture := self._stage.picture) is not None:
            paint(picture, painter, QRectF(self.rect().adjusted(0, 0, 0, -strip)))
        if strip:
            self._paint_foot(painter, strip)

    def _paint_foot(self, painter: QPainter, strip: int) -> None:
        """One calm line, in the wall's least size, on a ground of its own."""
        unit = self.height() / WALL_HEIGHT
        margin = round(self.width() * 0.05)
        room = self.rect().adjusted(0, self.height() - strip, 0, 0)
        painter.fillRect(room, QColor(WALL.card))
        face = theme.font(14)
        face.setPixelSize(max(1, round(LEAST * unit)))
        painter.setFont(face)
        painter.setPen(WALL.ink)
        line = room.adjusted(margin, 0, -margin, 0)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        said = painter.fontMetrics().elidedText(self._stage.foot, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, middle, said)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The system may take it away, at the end of a session."""
        event.accept()
        self._stage.turn_off()


BLACK = "The room sees black"
DIMMED = 0.28
"""How much of the scene the preview keeps while the wall is blank."""


class Preview(QWidget):
    """The wall, small, in the console: the same picture, live."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.setAccessibleName("What the room sees")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)
        stage.drawn.connect(self._drawn)
        stage.changed.connect(self.update)
        self._drawn()

    def sizeHint(self) -> QSize:
        """As in the side panel, in the wall's shape."""
        return QSize(352, self.heightForWidth(352))

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in the wall's shape."""
        shape = self._stage.shape
        return round(width * shape.height() / max(1, shape.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wall with rounded corners: framed in colour while held, dimmed under words while blank."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        corners = QPainterPath()
        corners.addRoundedRect(area, 8, 8)
        painter.setClipPath(corners)
        painter.fillRect(self.rect(), WALL.surface)
        stage, worn = self._stage, theme.current().theme
        if (picture := stage.scene_drawn) is not None:
            painter.setOpacity(DIMMED if stage.blank else 1.0)
            paint(picture, painter, area)
            painter.setOpacity(1.0)
        if stage.blank:
            painter.setFont(theme.font(14, QFont.Weight.DemiBold))
            said = QRectF(painter.fontMetrics().boundingRect(BLACK)).adjusted(-10, -6, 10, 6)
            said.moveCenter(area.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(WALL.surface))
            painter.drawRoundedRect(said, 6, 6)
            painter.setPen(WALL.ink)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), BLACK)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stage.held:
            painter.setPen(QPen(QColor(worn.warn), 4))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 7, 7)
        elif worn.dark:
            painter.setPen(QPen(QColor(worn.border)))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _drawn(self) -> None:
        picture = self._stage.picture
        self.setAccessibleDescription(picture.alt if picture is not None else BLACK)
        self.updateGeometry()
        self.update()
