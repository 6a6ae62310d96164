"""The shape of a day: agenda templates, and how a template becomes the steps of one workshop.

The file's format is described in ``docs/content.md``. All minutes are our arithmetic, not timed in a room.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from desktop.model.framework import Framework, Text, say
from desktop.model.json_lines import Node
from desktop.model.reading import Part, Reading
from desktop.model.voting_time import WAYS

STEP_KINDS = (
    "welcome", "warm_up", "ballots", "pivot", "shock", "where_to", "actions", "commit", "after", "break", "talk",
    "slack",
)  # fmt: skip
CUTS = ("skip", "one_round", "quick_questions", "owners_later")
"""What *Catch up* may offer: leave the step out, vote once, quick questions only, owners to *To finish*."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to catch up in a step, with the minutes it saves each time the step comes."""

    cut: str
    saves: int
    text: Text


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """One entry of a template.

    A ``pivot`` step stands for ``subjects``, or for every pivot in turn where none are named. A step with
    ``ways`` is only needed where one of those ways of voting is used. ``grows_to``: the minutes it takes where
    there is time to spare. ``sitting`` counts the days from 0.
    """

    kind: str
    minutes: int
    title: Text
    purpose: Text
    moment: str
    catch_up: tuple[Cut, ...]
    subjects: tuple[str, ...]
    ways: tuple[str, ...]
    grows_to: int
    sitting: int


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of a workshop's own agenda; ``subject`` is the pivot's id, else '' or the scenario's."""

    kind: str
    subject: str
    minutes: int
    template: StepTemplate

    def title(self, framework: Framework, language: str) -> str:
        """What the agenda calls the step: a pivot by its name."""
        pivot = framework.pivot_by_id.get(self.subject)
        return say(pivot.name if pivot else self.template.title, language)


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A whole agenda; its steps add up to the minutes of each sitting with every pivot and every way of voting.

    ``sittings``: the minutes of each day, one after the other. ``tables`` says how people sit.
    """

    id: str
    version: str
    language: str
    title: Text
    question_set: str
    sittings: tuple[int, ...]
    tables: Text | None
    steps: tuple[StepTemplate, ...]

    @property
    def minutes(self) -> int:
        """All days together."""
        return sum(self.sittings)

    def plan(self, framework: Framework, ways: Collection[str]) -> tuple[PlannedStep, ...]:
        """The steps of one workshop, in order.

        Steps that only a way not in use would need are left out. Their minutes go to the steps of the same day
        that can grow, then to its time in hand, so that the day still ends when the template says.
        """
        needed = [step for step in self.steps if not step.ways or set(step.ways) & set(ways)]
        steps = [planned for step in needed for planned in _planned(step, framework)]
        for sitting, minutes in enumerate(self.sittings):
            spare = minutes - sum(step.minutes for step in steps if step.template.sitting == sitting)
            for step in [one for one in steps if one.template.sitting == sitting and spare > 0]:
                room = spare if step.kind == "slack" else max(0, step.template.grows_to - step.minutes)
                more = min(spare, room)
                steps[steps.index(step)] = replace(step, minutes=step.minutes + more)
                spare -= more
        return tuple(steps)


def _planned(step: StepTemplate, framework: Framework) -> Iterator[PlannedStep]:
    if step.kind != "pivot":
        yield PlannedStep(step.kind, "", step.minutes, step)
        return
    for pivot in step.subjects or tuple(framework.pivot_by_id):
        yield PlannedStep(step.kind, pivot, step.minutes, step)


def read_agenda(data: str | bytes, framework: Framework, moments: Collection[str]) -> AgendaTemplate:
    """The agenda template in a file's text.

    Raises:
        Faults: everything that is wrong with it, also steps that do not add up to its minutes.
    """
    reading = Reading.of(data)
    head = reading.head(("title", "question_set", "minutes", "steps"), ("sittings", "tables"))
    identity, version = reading.id(head, set()), reading.string(head, "version")
    title, minutes = reading.text(head, "title"), reading.integer(head, "minutes")
    chosen = reading.choice(head, "question_set", framework.set_by_id, "set.unknown")
    sittings = _sittings(reading, head, minutes)
    tables = reading.text(head, "tables") if "tables" in head.values else None
    steps: list[StepTemplate] = []
    for place, node in enumerate(reading.nodes(head, "steps", at_least=1), 1):
        before = steps[-1].sitting if steps else 0
        steps.append(_step(reading, node, place, framework, moments, (before, len(sittings))))
    for sitting, wanted in enumerate(sittings):
        day = [step for step in steps if step.sitting == sitting]
        total = sum(planned.minutes for step in day for planned in _planned(step, framework))
        if steps and total != wanted:
            where = head.line_of("sittings" if len(sittings) > 1 else "minutes")
            reading.note(where, "", "agenda.sum", found=total, wanted=wanted)
    reading.finish()
    return AgendaTemplate(identity, version, reading.language, title, chosen, sittings, tables, tuple(steps))


def _sittings(reading: Reading, head: Part, minutes: int) -> tuple[int, ...]:
    """The minutes of each day; one day where the file names none."""
    days: list[int] = []
    for place, node in enumerate(reading.nodes(head, "sittings"), 1):
        part = reading.part(node, f"sittings {place}", ("minutes",))
        days.append(reading.integer(part, "minutes"))
    if days and sum(days) != minutes:
        reading.note(head.line_of("sittings"), "", "agenda.sum", found=sum(days), wanted=minutes)
    return tuple(days) or (minutes,)


def _step(
    reading: Reading,
    node: Node,
    place: int,
    framework: Framework,
    moments: Collection[str],
    sittings: tuple[int, int],
) -> StepTemplate:
    """``sittings``: the day of the step before, and how many days there are."""
    part = reading.part(
        node,
        f"steps {place}",
        ("kind", "minutes", "title", "purpose", "moment", "catch_up"),
        ("subjects", "ways", "grows_to", "sitting"),
    )
    before, many = sittings
    sitting = reading.integer(part, "sitting", otherwise=before + 1) - 1
    if not before <= sitting < many:
        reading.note(part.line_of("sitting"), part.id, "agenda.no_sitting", sitting=sitting + 1, days=many)
        sitting = before
    grows_to = reading.integer(part, "grows_to")
    minutes = reading.integer(part, "minutes", otherwise=1)
    if minutes < 1:
        reading.note(part.line_of("minutes"), part.id, "agenda.no_minutes")
    if "grows_to" in part.values and grows_to <= minutes:
        reading.note(
            part.line_of("grows_to"), part.id, "agenda.grows_too_little", to=grows_to, minutes=minutes
        )
    for subject in (subjects := reading.strings(part, "subjects")):
        if subject and subject not in framework.pivot_by_id:
            reading.note(part.line_of("subjects"), part.id, "agenda.pivot_unknown", word=subject)
    for way in (ways := reading.strings(part, "ways")):
        if way and way not in WAYS:
            reading.note(part.line_of("ways"), part.id, "way.unknown", word=way)
    return StepTemplate(
        reading.choice(part, "kind", STEP_KINDS, "agenda.kind_unknown"),
        minutes,
        reading.text(part, "title"),
        reading.text(part, "purpose"),
        reading.choice(part, "moment", moments, "moment.unknown"),
        tuple(_cut(reading, child, part, minutes) for child in reading.nodes(part, "catch_up")),
        subjects,
        ways,
        grows_to,
        sitting,
    )


def _cut(reading: Reading, node: Node, step: Part, minutes: int) -> Cut:
    part = reading.part(node, step.id, ("cut", "saves", "text"))
    saves = reading.integer(part, "saves", otherwise=1)
    if not 1 <= saves <= minutes:
        reading.note(part.line_of("saves"), step.id, "agenda.saves_too_much", saves=saves, minutes=minutes)
    return Cut(reading.choice(part, "cut", CUTS, "agenda.cut_unknown"), saves, reading.text(part, "text"))
