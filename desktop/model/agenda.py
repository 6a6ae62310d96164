"""The shape of a day: agenda templates, and how a template becomes the steps of one workshop.

The file's format is described in ``docs/content.md``. All minutes are our arithmetic, not timed in a room.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

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
    ``ways`` is only needed where one of those ways of voting is used.
    """

    kind: str
    minutes: int
    title: Text
    purpose: Text
    moment: str
    catch_up: tuple[Cut, ...]
    subjects: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of a workshop's own agenda; ``subject`` is the pivot's id, else ''."""

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
    """A whole agenda; its steps add up to ``minutes`` with every pivot and every way of voting."""

    id: str
    version: str
    language: str
    title: Text
    question_set: str
    minutes: int
    steps: tuple[StepTemplate, ...]

    def plan(self, framework: Framework, ways: Collection[str]) -> tuple[PlannedStep, ...]:
        """The steps of one workshop, in order.

        Steps that only a way not in use would need are left out; their minutes go to the time in hand, so that
        the day still ends when the template says.
        """
        needed = [step for step in self.steps if not step.ways or set(step.ways) & set(ways)]
        steps = [planned for step in needed for planned in _planned(step, framework)]
        spare = self.minutes - sum(step.minutes for step in steps)
        for place, step in enumerate(steps):
            if step.kind == "slack" and spare > 0:
                steps[place] = PlannedStep(step.kind, "", step.minutes + spare, step.template)
                break
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
    head = reading.head(("title", "question_set", "minutes", "steps"))
    identity, version = reading.id(head, set()), reading.string(head, "version")
    title, minutes = reading.text(head, "title"), reading.integer(head, "minutes")
    chosen = reading.choice(head, "question_set", framework.set_by_id, "set.unknown")
    steps = tuple(
        _step(reading, node, place, framework, moments)
        for place, node in enumerate(reading.nodes(head, "steps", at_least=1), 1)
    )
    total = sum(planned.minutes for step in steps for planned in _planned(step, framework))
    if steps and total != minutes:
        reading.note(head.line_of("minutes"), "", "agenda.sum", found=total, wanted=minutes)
    reading.finish()
    return AgendaTemplate(identity, version, reading.language, title, chosen, minutes, steps)


def _step(
    reading: Reading, node: Node, place: int, framework: Framework, moments: Collection[str]
) -> StepTemplate:
    part = reading.part(
        node,
        f"steps {place}",
        ("kind", "minutes", "title", "purpose", "moment", "catch_up"),
        ("subjects", "ways"),
    )
    minutes = reading.integer(part, "minutes", otherwise=1)
    if minutes < 1:
        reading.note(part.line_of("minutes"), part.id, "agenda.no_minutes")
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
    )


def _cut(reading: Reading, node: Node, step: Part, minutes: int) -> Cut:
    part = reading.part(node, step.id, ("cut", "saves", "text"))
    saves = reading.integer(part, "saves", otherwise=1)
    if not 1 <= saves <= minutes:
        reading.note(part.line_of("saves"), step.id, "agenda.saves_too_much", saves=saves, minutes=minutes)
    return Cut(reading.choice(part, "cut", CUTS, "agenda.cut_unknown"), saves, reading.text(part, "text"))
