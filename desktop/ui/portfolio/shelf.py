"""The workshops as a list model: rows change in place, the model is filled anew only when others are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.portfolio.ready import standing
from desktop.words.calendar_days import table_day
from desktop.words.catalogue import Words

if TYPE_CHECKING:
    from desktop.model.library.listing import Listing

LISTING = Qt.ItemDataRole.UserRole


class Shelf(QAbstractListModel):
    """The listings shown, in order."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: list[Listing] = []
        self.pivot_names: dict[str, dict[str, str]] = {}
        """The names of the pivots, by framework."""

    @property
    def shown(self) -> Sequence[Listing]:
        """What is in the list."""
        return self._shown

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show these."""
        if [one.id for one in listings] == [one.id for one in self._shown]:
            fresh = [
                at for at, (old, new) in enumerate(zip(self._shown, listings, strict=True)) if old != new
            ]
            self._shown = list(listings)
            for at in fresh:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._shown = list(listings)
        self.endResetModel()

    def place_of(self, workshop: str) -> int:
        """The row of a workshop, or -1."""
        return next((at for at, one in enumerate(self._shown) if one.id == workshop), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The listing itself, and a sentence for those who hear the list."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == LISTING:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = standing(self._words, one, self.pivot_names.get(one.framework, {})).words
            people = self._words.many("{n} person", "{n} people", one.people)
            return f"{one.city}, {one.title}, {table_day(self._words, one.date)}, {people}, {said}"
        return None
