"""Behind *More*: the groups of people, how many are in each, and which seats that makes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.model.workshop import Workshop
from desktop.ui.prepare import group_edits as edits
from desktop.ui.prepare.doing import Do
from desktop.ui.prepare.group_edits import SeatedGroup, seated_groups
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry, Labelled, Stepper
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words
from desktop.words.lists import both

FEW = 5
"""Groups smaller than this are never shown by themselves."""


class Groups(QFrame):
    """Each group with its number of people; a field for one more."""

    def __init__(self, speech: Words, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._do = speech, do
        self._lines: dict[str, GroupLine] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add = Entry(
            speech.say("Name of another group"),
            hint=speech.say("Another group, for example Service leads"),
            kind="small",
        )
        self._adding = Labelled(speech.say("Add a group"), self.add)
        self._adding.name.hide()
        self._note = words("", "muted", wrap=True)
        self.setLayout(column(self._rows, self._adding, self._note, gap=8))
        self.add.edited.connect(self._add)

    def show_workshop(self, w: Workshop) -> None:
        """Show the groups; called twice it changes nothing."""
        groups = seated_groups(w)
        if list(self._lines) != [group.id for group in groups]:
            self._order(groups)
        free = len(w.seats) - sum(len(group.seats) for group in groups)
        for group in groups:
            self._lines[group.id].show_group(group, most=len(group.seats) + free)
        self._note.setText(self._explain(groups, free, len(w.seats)))

    def _order(self, groups: tuple[SeatedGroup, ...]) -> None:
        """The lines in this order; those that stay keep the focus."""
        old, self._lines = self._lines, {}
        for place, group in enumerate(groups):
            line = self._lines[group.id] = old.pop(group.id) if group.id in old else self._line(group)
            self._rows.removeWidget(line)
            self._rows.insertWidget(place, line)
            line.show()
        for line in old.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()

    def lines(self, name: str) -> int:
        """How many lines have this name."""
        return sum(line.name.kept == name for line in self._lines.values())

    @property
    def said(self) -> str:
        """What is said about the groups as they stand."""
        return self._note.text()

    @property
    def wrong(self) -> str:
        """What is wrong with the group being added."""
        return self.add.accessibleDescription()

    def _line(self, group: SeatedGroup) -> GroupLine:
        line = GroupLine(self._speech, group)
        line.renamed.connect(lambda name, id=group.id: self._rename(id, name))
        line.resized.connect(lambda number, id=group.id: self._resize(id, number))
        line.removed.connect(lambda id=group.id: self._remove(id))
        return line

    def _explain(self, groups: tuple[SeatedGroup, ...], free: int, people: int) -> str:
        speech = self._speech
        if not groups:
            return speech.say("No groups: results are shown for the whole room only.")
        said = []
        if free:
            said.append(
                speech.many(
                    "{n} of {people} people is in no group.",
                    "{n} of {people} people are in no group.",
                    free,
                    people=people,
                )
            )
        if small := [group.name for group in groups if 0 < len(group.seats) < FEW]:
            said.append(
                speech.say(
                    "Fewer than five people in {names}: always shown together with another group.",
                    names=both(speech, small),
                )
            )
        return " ".join(said)

    # ---- doing ----------------------------------------------------------------------------------------------

    def _add(self, name: str) -> None:
        if not name.strip():
            self._adding.complain("")
            return
        self._do(
            self.add, edits.add, then=lambda _: self._added(name), refused=self._adding.complain, name=name
        )

    def _added(self, name: str) -> None:
        self._adding.complain("")
        self.add.emptied(name)

    def _rename(self, group: str, name: str) -> None:
        line = self._lines[group]
        self._do(
            line.name, edits.rename, then=lambda _: line.named.complain(""), refused=line.named.complain,
            group=group, name=name,
        )  # fmt: skip

    def _resize(self, group: str, number: int) -> None:
        self._do(self._lines[group].number, edits.resize, group=group, number=number)

    def _remove(self, group: str) -> None:
        self._do(self._lines[group].away, edits.remove, group=group)


class GroupLine(QFrame):
    """One group."""

    renamed = Signal(str)
    resized = Signal(int)
    removed = Signal()

    def __init__(self, speech: Words, group: SeatedGroup) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self.name = Entry(speech.say("Name of the group"), kind="small")
        self.named = Labelled(speech.say("Name of the group"), self.name)
        self.named.name.hide()
        self.number = Stepper(
            speech.say("People in {group}", group=group.name),
            least=0,
            most=1000,
            fewer=speech.say("One fewer in {group}", group=group.name),
            more=speech.say("One more in {group}", group=group.name),
        )
        self._seats = words("", "muted", width=120)
        self.away = Button(kind="quiet", icon="x", name=speech.say("Remove {group}", group=group.name))
        self.setLayout(row((self.named, 1), self.number, self._seats, self.away, gap=12))
        self.name.edited.connect(self.renamed)
        self.number.changed.connect(self.resized)
        self.away.clicked.connect(self.removed)

    def show_group(self, group: SeatedGroup, *, most: int) -> None:
        """Show its name, number and seats."""
        self.name.show_value(group.name)
        self.number.allow(most)
        self.number.show_value(len(group.seats))
        self._seats.setText(_seats(self._speech, group.seats))


def _seats(speech: Words, seats: tuple[int, ...]) -> str:
    if not seats:
        return speech.say("no seats")
    if len(seats) == 1:
        return speech.say("seat {n}", n=seats[0])
    if seats == tuple(range(seats[0], seats[-1] + 1)):
        return speech.say("seats {first} to {last}", first=seats[0], last=seats[-1])
    return speech.say("{n} seats", n=len(seats))
