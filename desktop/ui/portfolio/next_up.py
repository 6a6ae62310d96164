"""The card of the workshop that comes next: what it is, what is missing, and its city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui import theme
from desktop.ui.portfolio.ready import Check, standing
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.pictures import PictureView
from desktop.ui.widgets.words import Glyph, OneLine, words
from desktop.words.calendar_days import full_day, how_far
from desktop.words.catalogue import Words
from desktop.words.dates import clock_time, duration
from desktop.words.formats import of
from desktop.words.lists import inside

if TYPE_CHECKING:
    from desktop.model.framework import Framework
    from desktop.model.library.listing import Listing
    from desktop.ui.portfolio.known import Known

CITY_WIDTH = 378
NARROW = 1180


class NextUp(QFrame):
    """One card, the only one with a filled button."""

    opened = Signal(str)
    rehearsed = Signal(str)

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self._speech = speech
        self._frameworks: dict[str, Framework] = {}
        self._workshop = ""
        self._shown: tuple[Listing, tuple[Check, ...], str] | None = None
        self._known: dict[str, Known] = {}
        self.setProperty("role", "card")
        self._when = words("", "accent")
        self._city = OneLine("", "title")
        self._day = OneLine("", "body")
        self._size = OneLine("", "muted")
        self.go = Button(kind="primary", key=speech.say("Enter"))
        self.rehearse = Button(speech.say("Rehearse it"), icon="circle-play", height=48)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(8)
        self._said = words("", "muted", wrap=True)
        self._picture = PictureView(width=CITY_WIDTH)
        self._lights = frame("plain", column(self._said, ..., self._picture, gap=12))
        self._missing = frame("plain", column(self._checks, ..., gap=0))
        text = column(
            self._when,
            self._city,
            self._day,
            self._size,
            12,
            row(self.go, self.rehearse, ..., gap=12),
            ...,
            gap=4,
        )
        self.setLayout(row((text, 5), (self._missing, 3), self._lights, gap=32, pad=(32, 26, 32, 26)))
        self.go.clicked.connect(lambda: self.opened.emit(self._workshop))
        self.rehearse.clicked.connect(lambda: self.rehearsed.emit(self._workshop))

    @property
    def workshop(self) -> str:
        """The id of the workshop shown."""
        return self._workshop

    def make_room(self, width: int) -> None:
        """Without the city where the window is narrow."""
        self._lights.setVisible(width >= theme.current().px(NARROW))

    def show_listing(self, one: Listing, checks: Sequence[Check], today: str) -> None:
        """Show a workshop; called again with the same it changes nothing."""
        if self._shown == (shown := (one, tuple(checks), today)):
            return
        self._shown, self._workshop = shown, one.id
        speech = self._speech
        self._when.setText(self._lead(one, today))
        self._city.setText(one.city)
        self._day.setText(self._times(one))
        self._size.setText(self._sizes(one))
        before = one.state == "preparing"
        self.go.say(
            speech.say("Open {city}", city=one.city)
            if before
            else speech.say("Go on with {city}", city=one.city)
        )
        self.rehearse.setVisible(before)
        self._show_checks(checks)
        lit = any(level is not None for level in one.levels.values())
        self._said.setText(
            speech.say("Our city as the room agreed it")
            if lit
            else speech.say("No level yet: the lights go on as the room agrees")
        )
        self._draw(one)

    def know(self, framework: Framework, known: Known) -> None:
        """From now on: a framework's words, and the city it makes; the first one known stands in for others."""
        self._frameworks[framework.sha256], self._known[framework.sha256] = framework, known
        if self._shown is not None:
            shown, self._shown = self._shown, None
            self.show_listing(*shown)

    def _draw(self, one: Listing) -> None:
        framework = self._frameworks.get(one.framework) or next(iter(self._frameworks.values()), None)
        if framework is None:
            return
        from desktop.ui.portfolio.skyline import skyline

        self._picture.show_picture(
            lambda ground: skyline(self._speech, framework, one.levels, ground, CITY_WIDTH)
        )

    def _lead(self, one: Listing, today: str) -> str:
        if one.state == "preparing" and one.date >= today:
            away = inside(self._speech, how_far(self._speech, one.date, today))
            return self._speech.say("Next, {when}", when=away)
        known = self._known.get(one.framework)
        return standing(self._speech, one, known.pivot_names if known else {}).words

    def _times(self, one: Listing) -> str:
        day = full_day(self._speech, one.date)
        if one.start_minute is None or not one.minutes:
            return day
        begin, end = clock_time(one.start_minute), clock_time(one.start_minute + one.minutes)
        return self._speech.say("{day}, {begin} to {end}", day=day, begin=begin, end=end)

    def _sizes(self, one: Listing) -> str:
        speech = self._speech
        parts = [speech.many("{n} person", "{n} people", one.people)]
        if one.minutes:
            parts.append(duration(speech, one.minutes))
        if (framework := self._frameworks.get(one.framework)) is not None:
            chosen = framework.set_by_id.get(one.question_set)
            number = len(chosen.questions) if chosen is not None else 0
            name = (
                self._known[one.framework]
                .sets.get(one.question_set, one.question_set)
                .partition(",")[0]
                .lower()
            )
            parts.append(
                speech.many("{name} set of {n} question", "{name} set of {n} questions", number, name=name)
            )
        return ", ".join(parts)

    def _show_checks(self, checks: Sequence[Check]) -> None:
        emptied(self._checks)
        self._missing.setVisible(bool(checks))
        if not checks:
            return
        ready = sum(check.done for check in checks)
        self._checks.addWidget(
            words(self._speech.say("{of} ready", of=of(self._speech, ready, len(checks))), "over")
        )
        for check in checks:
            sign = Glyph("check", "good", 18) if check.done else Glyph("circle", "outline", 16, box=18)
            self._checks.addLayout(
                row(sign, words(check.words, "muted" if check.done else "bold"), ..., gap=12)
            )
