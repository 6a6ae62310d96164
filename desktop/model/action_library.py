"""Ready-made actions a room can pick from: what an action lifts, who could own it, how one would measure it.

The file's format is described in ``docs/content.md``. Effort is a band of person-days without a source, shown
as "facilitator to adjust": s 5–15, m 15–40, l 40–120, x 120 and more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desktop.model.framework import Framework, Text
from desktop.model.json_lines import Node
from desktop.model.reading import Part, Reading

EFFORTS = ("s", "m", "l", "x")
_ACTION = (
    "id", "question", "from", "to", "effort", "title", "detail", "first_step", "measure", "owner", "reports_to",
    "benefit", "risk", "sdg", "needs",
)  # fmt: skip
_SDG = re.compile(r"(1[0-7]|[1-9])(\.([1-9][0-9]?|[a-d]))?")


@dataclass(frozen=True, slots=True)
class Measure:
    """What to count, its value at the start and when done, and where the figure is found."""

    what: Text
    start: Text
    goal: Text
    source: Text


@dataclass(frozen=True, slots=True)
class LibraryNeed:
    """What must be there first: another action, or a question at a level. Exactly one of the two."""

    action: str | None = None
    question: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class LibraryAction:
    """One action of the library; it lifts its question from ``from_level`` to ``to_level``."""

    id: str
    question: str
    from_level: int
    to_level: int
    effort: str
    title: Text
    detail: Text
    first_step: Text
    measure: Measure
    owner: Text
    reports_to: Text
    benefit: Text
    risk: Text
    sdg: tuple[str, ...]
    needs: tuple[LibraryNeed, ...]


@dataclass(frozen=True)
class ActionLibrary:
    """The actions written for one framework, in file order."""

    id: str
    framework: str
    version: str
    language: str
    actions: tuple[LibraryAction, ...]
    body: str = field(default="", repr=False)
    sha256: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, LibraryAction]:
        """Every action by id, in file order."""
        return {action.id: action for action in self.actions}

    def of_question(self, question: str) -> tuple[LibraryAction, ...]:
        """The actions that lift one question."""
        return tuple(action for action in self.actions if action.question == question)


def read_actions(data: str | bytes, framework: Framework) -> ActionLibrary:
    """The action library in a file's text, checked against the framework it is written for.

    Raises:
        Faults: everything that is wrong with it, by line and id.
    """
    return actions_from(Reading.of(data), framework)


def actions_from(reading: Reading, framework: Framework) -> ActionLibrary:
    """The action library in a reading that was begun, whatever kind of file it is of.

    Raises:
        Faults: everything that is wrong with it, by line and id.
    """
    head = reading.head(("framework", "actions"))
    identity, version = reading.id(head, set()), reading.string(head, "version")
    meant = reading.string(head, "framework")
    if meant and meant != framework.id:
        reading.note(head.line_of("framework"), "", "framework.other", word=meant, wanted=framework.id)
    taken: set[str] = set()
    nodes = reading.nodes(head, "actions", at_least=1)
    actions = tuple(_action(reading, node, place, taken, framework) for place, node in enumerate(nodes, 1))
    _check_needs(reading, nodes, actions)
    sha256 = reading.finish()
    return ActionLibrary(identity, meant, version, reading.language, actions, reading.body, sha256)


def _action(reading: Reading, node: Node, place: int, taken: set[str], framework: Framework) -> LibraryAction:
    part = reading.part(node, f"actions {place}", _ACTION)
    question = reading.string(part, "question")
    if question and question not in framework.questions:
        reading.note(part.line_of("question"), part.id, "action.question_unknown", word=question)
    start = _level(reading, part, "from", framework)
    goal = _level(reading, part, "to", framework)
    if start is not None and goal is not None and start >= goal:
        reading.note(part.line_of("to"), part.id, "action.no_step")
    return LibraryAction(
        reading.id(part, taken),
        question,
        start or 0,
        goal or 0,
        reading.choice(part, "effort", EFFORTS, "effort.unknown"),
        reading.text(part, "title"),
        reading.text(part, "detail"),
        reading.text(part, "first_step"),
        _measure(reading, part),
        reading.text(part, "owner"),
        reading.text(part, "reports_to"),
        reading.text(part, "benefit"),
        reading.text(part, "risk"),
        _goals(reading, part),
        tuple(_need(reading, child, part.id, framework) for child in reading.nodes(part, "needs")),
    )


def _level(reading: Reading, part: Part, key: str, framework: Framework) -> int | None:
    """A whole level of the scale; None where the file has none, with its fault noted."""
    if key not in part.values:
        return None
    level = reading.integer(part, key, otherwise=framework.lowest)
    if level not in framework.levels:
        lowest, highest = framework.lowest, framework.highest
        reading.note(
            part.line_of(key), part.id, "level.off_scale", level=level, lowest=lowest, highest=highest
        )
        return None
    return level


def _measure(reading: Reading, action: Part) -> Measure:
    part = reading.child(action, "measure", ("what", "from", "to", "source"))
    what, start = reading.text(part, "what"), reading.text(part, "from")
    return Measure(what, start, reading.text(part, "to"), reading.text(part, "source"))


def _goals(reading: Reading, action: Part) -> tuple[str, ...]:
    """The Sustainable Development Goals an action serves: a goal (``11``) or a target (``11.5``)."""
    goals = reading.strings(action, "sdg")
    for goal in goals:
        if goal and not _SDG.fullmatch(goal):
            reading.note(action.line_of("sdg"), action.id, "sdg.unknown", word=goal)
    return goals


def _need(reading: Reading, node: Node, action: str, framework: Framework) -> LibraryNeed:
    values = node.value if isinstance(node.value, dict) else {}
    if "question" not in values:
        part = reading.part(node, action, ("action",))
        return LibraryNeed(action=reading.string(part, "action"))
    part = reading.part(node, action, ("question", "level"))
    question = reading.string(part, "question")
    if question and question not in framework.questions:
        reading.note(part.line_of("question"), action, "need.question_unknown", word=question)
    return LibraryNeed(question=question, level=_level(reading, part, "level", framework))


def _check_needs(reading: Reading, nodes: list[Node], actions: tuple[LibraryAction, ...]) -> None:
    """Needed actions exist, and no action waits for itself in the end."""
    waits = {action.id: [need.action for need in action.needs if need.action] for action in actions}
    for node, action in zip(nodes, actions, strict=True):
        for needed in waits[action.id]:
            if needed not in waits:
                reading.note(node.line, action.id, "need.action_unknown", word=needed)
        if _reaches(action.id, waits):
            reading.note(node.line, action.id, "need.ring")


def _reaches(start: str, waits: Mapping[str, list[str]]) -> bool:
    """Whether following needs from an action comes back to it."""
    ahead, seen = list(waits.get(start, ())), set[str]()
    while ahead:
        action = ahead.pop()
        if action == start:
            return True
        if action not in seen:
            seen.add(action)
            ahead.extend(waits.get(action, ()))
    return False
