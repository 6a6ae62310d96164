"""All workshops in rows, or those in the bin, with what may be done with the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from desktop.ui import theme
from desktop.ui.portfolio.rows import HEAD, ROW, Head, RowPainter
from desktop.ui.portfolio.shelf import LISTING, Shelf
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.twice import PressTwice
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from desktop.model.library.listing import Listing
    from desktop.ui.portfolio.known import Known


class Listed(QFrame):
    """The card with the rows."""

    opened = Signal(str)
    duplicated = Signal(str)
    deleted = Signal(str)
    restored = Signal(str)
    emptied = Signal()
    turned = Signal()
    """Between the list and the bin."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._in_bin = False
        self.shelf = Shelf(speech, self)
        self.rows = _Rows()
        self.rows.setAccessibleName(speech.say("All workshops"))
        self.rows.setModel(self.shelf)
        self._painter = RowPainter(speech, self.rows)
        self.rows.setItemDelegate(self._painter)
        self._title = words(speech.say("All workshops"), "section")
        self._order = words(speech.say("newest first"), "muted")
        self.copy = Button(speech.say("Duplicate"), kind="quiet", icon="copy")
        self.bin = Button(speech.say("To the bin"), kind="quiet", icon="trash-2", key="Del")
        self.restore = Button(speech.say("Restore"), icon="archive-restore")
        self.empty = PressTwice(speech.say("Empty the bin"), "", kind="page", icon="trash-2")
        self.turn = Button(kind="quiet", icon="trash-2")
        self._nothing = words("", "muted", wrap=True)
        self._nothing.setContentsMargins(24, 20, 24, 20)
        self._card = frame(
            "card", column(Head(speech, self.rows.room), (self.rows, 1), self._nothing, gap=0, pad=1)
        )
        head = row(self._title, 4, self._order, ..., self.restore, self.copy, self.bin, self.empty, self.turn)
        self.setLayout(column(head, (self._card, 1000), (frame("plain"), 1), gap=8))
        self._connect()
        self._show_tools()

    def _connect(self) -> None:
        self.rows.opened.connect(self._open)
        self.rows.doubleClicked.connect(self._open)
        self.rows.dropped.connect(self._delete)
        self.rows.selectionModel().selectionChanged.connect(self._show_tools)
        self.shelf.modelReset.connect(self._show_tools)
        self.copy.clicked.connect(self._copy)
        self.bin.clicked.connect(self._delete)
        self.restore.clicked.connect(self._restore)
        self.empty.confirmed.connect(self.emptied)
        self.turn.clicked.connect(self._turn)

    # ---- showing --------------------------------------------------------------------------------------------

    @property
    def in_bin(self) -> bool:
        """Whether the bin is shown."""
        return self._in_bin

    def know(self, known: Known) -> None:
        """From now on: a framework's own words and colours."""
        self._painter.know(known)
        self.shelf.pivot_names[known.framework] = known.pivot_names
        self.rows.viewport().update()

    @property
    def chosen(self) -> Listing | None:
        """The workshop chosen."""
        found = self.rows.selectionModel().selectedIndexes()
        return found[0].data(LISTING) if found else None

    def show_listings(self, shown: Sequence[Listing], *, binned: int, asked: str) -> None:
        """Show these rows; ``binned`` workshops are in the bin, ``asked`` was searched for."""
        chosen = self.chosen
        self.shelf.show_listings(shown)
        if chosen is not None:
            self.choose(chosen.id)
        self._fit()
        self.rows.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.setText(self._why_nothing(asked))
        speech = self._speech
        self._title.setText(speech.say("In the bin") if self._in_bin else speech.say("All workshops"))
        self._order.setText(
            speech.say("kept until you empty it") if self._in_bin else speech.say("newest first")
        )
        self.turn.say(
            speech.say("Back to the list") if self._in_bin else speech.say("Bin, {n}", n=binned),
            "chevron-left" if self._in_bin else "trash-2",
        )
        self.turn.setVisible(self._in_bin or binned > 0)
        self.empty.warn(
            speech.many(
                "Press again: {n} workshop goes for good", "Press again: {n} workshops go for good", binned
            )
        )
        self._show_tools()

    def choose(self, workshop: str) -> None:
        """Choose a row."""
        place = self.shelf.place_of(workshop)
        if place >= 0:
            self.rows.setCurrentIndex(self.shelf.index(place))

    def focus_list(self) -> None:
        """Into the rows, at the first if none is chosen."""
        if self.shelf.rowCount():
            if self.chosen is None:
                self.rows.setCurrentIndex(self.shelf.index(0))
            self.rows.setFocus()

    def leave_bin(self) -> None:
        """Back to the list."""
        if self._in_bin:
            self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """The card ends with its last row; beyond the room there is it scrolls."""
        px, number = theme.current().px, self.shelf.rowCount()
        self.rows.setMaximumHeight(max(1, number) * px(ROW) + 4)
        self._card.setMaximumHeight(px(HEAD) + number * px(ROW) + 6 if number else px(HEAD) + 64)

    def _why_nothing(self, asked: str) -> str:
        if asked:
            return self._speech.say("No workshop fits “{asked}”.", asked=asked)
        if self._in_bin:
            return self._speech.say("The bin is empty.")
        return self._speech.say("No workshop in the list. Those you deleted are in the bin.")

    def _show_tools(self) -> None:
        chosen = self.chosen is not None
        self.copy.setVisible(chosen and not self._in_bin)
        self.bin.setVisible(chosen and not self._in_bin)
        self.restore.setVisible(chosen and self._in_bin)
        self.empty.setVisible(self._in_bin and self.shelf.rowCount() > 0)

    # ---- doing ----------------------------------------------------------------------------------------------

    def _turn(self) -> None:
        self._in_bin = not self._in_bin
        self.rows.clearSelection()
        self.turned.emit()
        self.focus_list()

    def _open(self, index: QModelIndex) -> None:
        if not self._in_bin and index.isValid():
            self.opened.emit(index.data(LISTING).id)

    def _delete(self) -> None:
        if (one := self.chosen) is not None and not self._in_bin:
            self.deleted.emit(one.id)

    def _copy(self) -> None:
        if (one := self.chosen) is not None:
            self.duplicated.emit(one.id)

    def _restore(self) -> None:
        if (one := self.chosen) is not None:
            self.restored.emit(one.id)


class _Rows(QListView):
    """Arrow keys choose, Enter opens, Del drops; a click chooses, a double click opens."""

    opened = Signal(QModelIndex)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(1)
        self._room = 0

    def room(self) -> int:
        """How wide a row is, beside the scroll bar.

        Remembered: whoever asks for ``viewport()`` has Qt for Python set up every class a widget could be,
        which costs the start some 10 ms.
        """
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is resized is what the rows stand in."""
        super().resizeEvent(event)
        self._room = event.size().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Del, else as usual."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
