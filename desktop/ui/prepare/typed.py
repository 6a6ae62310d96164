"""What is typed into the four fields: it goes into the draft, and once the workshop is kept, to its desk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.model import builtin
from desktop.model.library.content import Choice
from desktop.model.verbs import agenda, prepare
from desktop.ui.ask import ask
from desktop.ui.prepare.doing import Do
from desktop.ui.prepare.draft import Draft
from desktop.ui.prepare.four_fields import FourFields, FourValues
from desktop.words.catalogue import Words
from desktop.words.refusals import refusal_of


class Typed(QObject):
    """Asks for the workshop with the first city, and then for each change of it."""

    created = Signal(str)
    """The workshop is kept under this id."""
    drafted = Signal()
    """The draft is another one."""
    lost = Signal(object)
    """The workshop was asked for and not kept; the draft is as it was."""

    def __init__(
        self, speech: Words, fields: FourFields, draft: Draft, create: Callable[[Choice, dict[str, object]], Future[str]],
        do: Do,
    ) -> None:  # fmt: skip
        super().__init__(fields)
        self._speech, self._fields, self._draft, self._create, self._do = speech, fields, draft, create, do
        self._kept = False
        fields.city_typed.connect(self.city)
        fields.day_chosen.connect(lambda day: self._value(fields.day, date=day))
        fields.people_chosen.connect(lambda number: self._value(fields.people.entry, people=number))
        fields.start_chosen.connect(lambda minute: self._value(fields.start, start_minute=minute))
        fields.agenda_chosen.connect(self._agenda)

    def bind(self, kept: FourValues) -> None:
        """The workshop is kept, with these values. What was typed while it was being made follows."""
        was_draft, self._kept, self._draft.making = self._draft.making, True, False
        if was_draft:
            self._catch_up(self._draft.values, kept)

    def city(self, city: str) -> None:
        """A city typed, or none: with the first one the workshop is asked for."""
        of_city = self._fields.of_city
        if self._kept:
            self._do(
                self._fields.city, prepare.describe, then=lambda _: of_city.complain(""), refused=of_city.complain,
                city=city,
            )  # fmt: skip
            return
        self._draft.values = replace(self._draft.values, city=city)
        if not city.strip():
            of_city.complain(refusal_of(self._speech, "city.missing"))
        elif not self._draft.making:
            of_city.complain("")
            ask(
                self._fields.city, self._keep, then=self.created.emit, refused=self._refused, not_kept=self._lose,
                failed=self._lose,
            )  # fmt: skip

    def _keep(self) -> Future[str]:
        """Ask for the workshop as the draft stands now; *Try again* comes here too."""
        return self._draft.keep(self._create)

    def _refused(self, _: object, sentence: str) -> None:
        self._draft.making = False
        self._fields.of_city.complain(sentence)

    def _lose(self, no: object) -> None:
        self._draft.making = False
        self.lost.emit(no)

    def _value(self, control: QWidget, **value: Any) -> None:
        """One of the other three, or the start time."""
        if self._kept:
            self._send(control, value)
            return
        self._draft.values = replace(self._draft.values, **value)
        self.drafted.emit()

    def _send(self, control: QWidget, value: dict[str, Any]) -> None:
        fields = self._fields
        field = {"date": fields.of_day, "people": fields.of_people}.get(next(iter(value)), fields.of_length)
        verb = prepare.people if "people" in value else prepare.describe
        args = {"count": value["people"]} if "people" in value else value
        self._do(control, verb, then=lambda _: field.complain(""), refused=field.complain, **args)

    def _agenda(self, id: str) -> None:
        self._draft.template = builtin.agendas()[id]
        if self._kept:
            self._use_agenda()
        else:
            self.drafted.emit()

    def _use_agenda(self) -> None:
        template = self._draft.template
        self._do(self._fields.length.button(template.id), agenda.use, template=template)

    def _catch_up(self, typed: FourValues, kept: FourValues) -> None:
        if typed.city.strip() and typed.city.strip() != kept.city:
            self.city(typed.city)
        if self._draft.template is not self._draft.made_with:
            self._use_agenda()
        fields = self._fields
        controls = {"date": fields.day, "people": fields.people.entry, "start_minute": fields.start}
        for name, control in controls.items():
            if (value := getattr(typed, name)) != getattr(kept, name):
                self._send(control, {name: value})
