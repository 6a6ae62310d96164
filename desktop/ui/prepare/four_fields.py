"""The four fields: city, date, how many people, how long. They work before the workshop is kept, and after."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QBoxLayout, QCalendarWidget, QFrame, QToolButton, QWidget

from desktop.model.verbs.seating import MOST_PEOPLE
from desktop.ui import theme
from desktop.ui.icons import icon
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.fields import Entry, Labelled, Stepper
from desktop.ui.widgets.words import words
from desktop.words.calendar_days import full_day, how_far, read_day
from desktop.words.catalogue import Words
from desktop.words.dates import clock_time, duration
from desktop.words.refusals import refusal_of

NARROW = 820
"""Logical pixels below which the fields stand in one column."""


@dataclass(frozen=True, slots=True)
class FourValues:
    """What stands in the fields. ``date`` is a plain day, ``start_minute`` counts from midnight.

    ``minutes`` are those of the first of ``days`` sittings.
    """

    city: str
    date: str
    people: int
    start_minute: int
    minutes: int
    days: int = 1


class FourFields(QFrame):
    """City, date, people, length; each tells what was typed once it is finished."""

    city_typed = Signal(str)
    day_chosen = Signal(str)
    people_chosen = Signal(int)
    agenda_chosen = Signal(str)
    start_chosen = Signal(int)

    def __init__(
        self, speech: Words, agendas: Sequence[tuple[str, str]], *, today: Callable[[], date]
    ) -> None:
        """``agendas`` are the templates to choose from: (id, name)."""
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._today = speech, today
        self._values: FourValues | None = None
        self.city = Entry(speech.say("City"), hint=speech.say("The city’s name"), tall=True)
        self.day = Entry(speech.say("Date"), hint=speech.say("Day, month and year"), tall=True)
        self.calendar = Button(
            kind="field", icon="calendar", name=speech.say("Choose the date in a calendar"), height=48
        )
        self.people = Stepper(
            speech.say("How many people"),
            least=1,
            most=MOST_PEOPLE,
            fewer=speech.say("One person fewer"),
            more=speech.say("One person more"),
            tall=True,
        )
        self.length = Segments(speech.say("How long"), agendas)
        self.start = Entry(speech.say("Start time"), kind="digit", tall=True, width=88)
        self.of_city = Labelled(
            speech.say("City"), self.city, note=speech.say("Printed on every page and shown on the wall")
        )
        self.of_day = Labelled(speech.say("Date"), self.day, row((self.day, 1), self.calendar))
        self.of_people = Labelled(
            speech.say("How many people"),
            self.people.entry,
            row(self.people, ...),
            note=speech.say("Latecomers can join on the day"),
        )
        lasts = row(self.length, words(speech.say("from"), "muted"), self.start, ..., gap=12)
        self.of_length = Labelled(speech.say("How long"), self.start, lasts)
        self._what = row((self.of_city, 1), (self.of_day, 1), gap=32)
        self._how = row(self.of_people, (self.of_length, 1), gap=32)
        for pair, field in (
            (self._what, self.of_city), (self._what, self.of_day), (self._how, self.of_people), (self._how, self.of_length)
        ):  # fmt: skip
            pair.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._what, self._how, gap=20))
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where there is no room for two beside each other."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        stacked = self.width() < theme.current().px(NARROW)
        for pair in (self._what, self._how):
            pair.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
            pair.setSpacing(20 if stacked else 32)

    def _connect(self) -> None:
        self.city.edited.connect(self.city_typed)
        self.day.edited.connect(self._day_typed)
        self.calendar.clicked.connect(self._open_calendar)
        self.people.changed.connect(self.people_chosen)
        self.length.chosen.connect(self.agenda_chosen)
        self.start.edited.connect(self._start_typed)

    # ---- showing --------------------------------------------------------------------------------------------

    def show_values(self, values: FourValues, agenda: str) -> None:
        """Show what is kept; never in an editor in use. ``agenda`` is the template followed, or ''."""
        self._values = values
        self.city.show_value(values.city)
        self.day.show_value(full_day(self._speech, values.date))
        self.of_day.say(how_far(self._speech, values.date, self._today().isoformat()))
        self.people.show_value(values.people)
        self.length.choose(agenda)
        self.start.show_value(clock_time(values.start_minute))
        end = clock_time(values.start_minute + values.minutes)
        took = duration(self._speech, values.minutes)
        said = self._speech.say("{time}, ends at {end}", time=took, end=end)
        if values.days > 1:
            said = self._speech.say(
                "{n} days running; the first takes {time}, ends at {end}", n=values.days, time=took, end=end
            )
        self.of_length.say(said if values.minutes else "")

    # ---- typing ---------------------------------------------------------------------------------------------

    def _day_typed(self, text: str) -> None:
        found = read_day(text, self._today().isoformat())
        if found is None:
            self.of_day.complain(refusal_of(self._speech, "date.invalid", {"date": text[:40]}))
            return
        self.of_day.complain("")
        self.day.setText(full_day(self._speech, found))
        self.day_chosen.emit(found)

    def _start_typed(self, text: str) -> None:
        found = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*", text, re.ASCII)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            self.of_length.complain(
                self._speech.say("“{text}” is not a time of day. Type it like 09:00.", text=text[:12])
            )
            return
        self.of_length.complain("")
        self.start.setText(clock_time(hour * 60 + minute))
        self.start_chosen.emit(hour * 60 + minute)

    def _open_calendar(self) -> None:
        popup = CalendarPopup(self.calendar)
        if self._values is not None:
            popup.calendar.setSelectedDate(QDate.fromString(self._values.date, Qt.DateFormat.ISODate))
        popup.chosen.connect(self._day_picked)
        popup.open_below(self.calendar)

    def _day_picked(self, day: str) -> None:
        self.of_day.complain("")
        self.day.setText(full_day(self._speech, day))
        self.day_chosen.emit(day)


class CalendarPopup(QFrame):
    """A month to choose a day from; arrow keys, Enter, Escape."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName("Calendar")
        ink = theme.current().theme
        plain = QTextCharFormat()
        plain.setForeground(QColor(ink.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        for name, sign in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            if isinstance(button := self.calendar.findChild(QToolButton, name), QToolButton):
                button.setIcon(icon(sign, ink.text, 18))
        self.setLayout(column(self.calendar, pad=8))
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)

    def open_below(self, button: QWidget) -> None:
        """Show it under a button, its end at the button's end."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        self.move(max(0, corner.x()), corner.y())
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.chosen.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()
