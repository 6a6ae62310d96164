"""A workshop that is not kept yet: the four values, and what the day would be with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date, timedelta
from itertools import count

from desktop.model import builtin
from desktop.model.agenda import AgendaTemplate
from desktop.model.framework import Framework
from desktop.model.library.content import Choice
from desktop.model.moment import Moment
from desktop.model.records import About
from desktop.model.timing import planned_minutes
from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop
from desktop.ui.prepare.day import start_of
from desktop.ui.prepare.four_fields import FourValues

DAYS_AHEAD, PEOPLE = 14, 12


def first_values(today: date) -> FourValues:
    """What stands in the fields of a new workshop: two weeks ahead, twelve people, from nine."""
    template = builtin.agendas()[builtin.USUAL_AGENDA]
    day = (today + timedelta(days=DAYS_AHEAD)).isoformat()
    return FourValues("", day, PEOPLE, prepare.START_MINUTE, template.sittings[0], len(template.sittings))


class Draft:
    """A workshop being typed. Nothing of it is kept before :meth:`keep`; what is typed while it is being kept is
    known as well, so that it can follow."""

    def __init__(self, today: date, choice: Choice) -> None:
        self.choice = choice
        self.values = first_values(today)
        self.template = builtin.agendas()[builtin.USUAL_AGENDA]
        self.made_with = self.template
        """The agenda it was asked for with."""
        self.making = False
        """Whether it is being kept now."""

    def keep(self, create: Callable[[Choice, dict[str, object]], Future[str]]) -> Future[str]:
        """Ask for the workshop as it is typed now."""
        self.making, self.made_with = True, self.template
        return create(self.choice, facts_of(self.values, self.template))

    def shown(self) -> Workshop:
        """What the day would be."""
        return preview(self.choice.framework, self.values, self.template)


def facts_of(values: FourValues, template: AgendaTemplate) -> dict[str, object]:
    """The values as ``prepare.create`` takes them."""
    return {
        "city": values.city,
        "date": values.date,
        "people": values.people,
        "template": template,
        "start_minute": values.start_minute,
    }


def preview(framework: Framework, values: FourValues, template: AgendaTemplate) -> Workshop:
    """The workshop these values would make, made the way it will be made, kept nowhere."""
    ids = count()
    moment = Moment("2000-01-01T00:00:00.000Z", lambda: f"preview-{next(ids)}")
    change = prepare.create(moment, framework, **(facts_of(values, template) | {"city": values.city or "…"}))  # type: ignore[arg-type]
    about = next(change.after(About))
    return Workshop(about, framework).with_change(change)


def values_of(w: Workshop) -> FourValues:
    """The four values of a workshop that is kept."""
    first = next((step.session for step in w.agenda), "")
    minutes = sum(planned_minutes(w, step) for step in w.agenda if step.session == first)
    return FourValues(w.about.city, w.about.date, len(w.seats), start_of(w), minutes, len(w.sessions))


def agenda_followed(w: Workshop, agendas: Mapping[str, AgendaTemplate]) -> str:
    """The template whose steps these still are, or '' once the agenda was adapted."""
    steps = [(step.kind, step.subject or "", step.minutes) for step in w.agenda]
    for id, template in agendas.items():
        planned = template.plan(w.framework, w.about.ways)
        if steps == [(step.kind, step.subject or "", step.minutes) for step in planned]:
            return id
    return ""
