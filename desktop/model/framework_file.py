"""Reading a framework file (``docs/content.md`` describes the format)."""

from __future__ import annotations

from functools import cache
from importlib import resources

from desktop.model.framework import (
    Figure,
    Framework,
    Level,
    Pivot,
    Question,
    QuestionSet,
    Stage,
    Story,
    Text,
)
from desktop.model.json_lines import Node
from desktop.model.reading import Part, Reading

SHORT = 44
"""Characters of a level's short text: one line on the wall."""
FULL = 25
"""Words of a level's full text."""
TITLE = 5
"""Words of a question's title."""
QUESTION = 14
"""Words of a question."""
MOST_BARRIERS = 10
PIVOT_COLOURS = 7
HIGHEST_VALUE = 9
"""A level is one digit key."""

_HEAD = (
    "licence",
    "title",
    "yardstick",
    "scale",
    "lenses",
    "phases",
    "barriers",
    "pivots",
    "sets",
    "default_set",
)
_PIVOT = ("id", "name", "short", "colour", "icon", "definition", "why", "covers", "hold_in_mind", "questions")
_QUESTION = ("id", "lens", "title", "text", "levels", "ask_for", "not_this", "who_knows")


def read_framework(data: str | bytes) -> Framework:
    """The framework in a file's text, whole or not at all.

    Raises:
        Faults: everything that is wrong with it, by line and id.
    """
    return framework_from(Reading.of(data))


def framework_from(reading: Reading) -> Framework:
    """The framework in a reading that was begun, whatever kind of file it is of: these are the only rules.

    Raises:
        Faults: everything that is wrong with it, by line and id.
    """
    head = reading.head(_HEAD, ("glossary",))
    lowest, stages = _scale(reading, head)
    lenses = dict(_named(reading, head, "lenses", at_least=1))
    pivots = _pivots(reading, head, lenses, len(stages))
    sets, default = _sets(reading, head, {question.id for pivot in pivots for question in pivot.questions})
    barriers = _named(reading, head, "barriers")
    if len(barriers) > MOST_BARRIERS:
        reading.note(head.line_of("barriers"), "", "barriers.too_many", limit=MOST_BARRIERS)
    phases, glossary = _named(reading, head, "phases"), _named(reading, head, "glossary")
    identity = reading.id(head, set())
    version, licence = reading.string(head, "version"), reading.string(head, "licence")
    title, yardstick = reading.text(head, "title"), reading.text(head, "yardstick")
    sha256 = reading.finish()
    return Framework(
        identity, version, reading.language, licence, title, yardstick, lowest, stages, lenses, phases, barriers,
        pivots, sets, default, glossary, reading.body, sha256,
    )  # fmt: skip


@cache
def icons() -> frozenset[str]:
    """The names of the icons that come with the program."""
    shipped = resources.files("resources").joinpath("icons").iterdir()
    return frozenset(file.name.removesuffix(".svg") for file in shipped if file.name.endswith(".svg"))


def _scale(reading: Reading, head: Part) -> tuple[int, tuple[Stage, ...]]:
    scale = reading.child(head, "scale", ("lowest", "stages"), ("step",))
    step = scale.values.get("step")
    if step is not None and step.value != 1:
        reading.note(step.line, "", "scale.step")
    lowest = reading.integer(scale, "lowest")
    stages = tuple(Stage(id, name) for id, name in _named(reading, scale, "stages", at_least=2))
    if lowest < 0 or lowest + len(stages) - 1 > HIGHEST_VALUE:
        reading.note(scale.line_of("lowest"), "", "scale.range", highest=HIGHEST_VALUE)
    return lowest, stages


def _named(reading: Reading, part: Part, key: str, at_least: int = 0) -> tuple[tuple[str, Text], ...]:
    """A list of parts that have an id and a name."""
    taken: set[str] = set()
    found = []
    for node in reading.nodes(part, key, at_least=at_least):
        named = reading.part(node, key, ("id", "name"))
        found.append((reading.id(named, taken), reading.text(named, "name")))
    return tuple(found)


def _pivots(reading: Reading, head: Part, lenses: dict[str, Text], levels: int) -> tuple[Pivot, ...]:
    pivots: set[str] = set()
    questions: set[str] = set()
    return tuple(
        _pivot(reading, node, place, pivots, questions, lenses, levels)
        for place, node in enumerate(reading.nodes(head, "pivots", at_least=1), 1)
    )


def _pivot(
    reading: Reading,
    node: Node,
    place: int,
    taken: set[str],
    questions: set[str],
    lenses: dict[str, Text],
    levels: int,
) -> Pivot:
    part = reading.part(node, f"pivots {place}", _PIVOT, ("story", "figure"))
    colour = reading.integer(part, "colour", 1)
    if not 1 <= colour <= PIVOT_COLOURS:
        reading.note(part.line_of("colour"), part.id, "colour.unknown", highest=PIVOT_COLOURS)
    icon = reading.string(part, "icon")
    if icon and icon not in icons():
        reading.note(part.line_of("icon"), part.id, "icon.unknown", word=icon)
    story = _sourced(reading, part, "story")
    figure = _sourced(reading, part, "figure")
    identity = reading.id(part, taken)
    return Pivot(
        identity,
        place,
        reading.text(part, "name"),
        reading.text(part, "short"),
        colour,
        icon,
        reading.text(part, "definition"),
        reading.text(part, "why"),
        reading.text(part, "covers"),
        reading.text(part, "hold_in_mind"),
        Story(*story) if story else None,
        Figure(*figure) if figure else None,
        tuple(
            _question(reading, child, identity, questions, lenses, levels)
            for child in reading.nodes(part, "questions", at_least=1)
        ),
    )


def _sourced(reading: Reading, pivot: Part, key: str) -> tuple[Text, str] | None:
    node = pivot.values.get(key)
    if node is None or node.value is None:
        return None
    part = reading.part(node, pivot.id, ("text", "source"))
    return reading.text(part, "text"), reading.string(part, "source")


def _question(
    reading: Reading, node: Node, pivot: str, taken: set[str], lenses: dict[str, Text], levels: int
) -> Question:
    part = reading.part(node, pivot, _QUESTION)
    lens = reading.string(part, "lens")
    if lens and lens not in lenses:
        reading.note(part.line_of("lens"), part.id, "lens.unknown", word=lens)
    described = reading.nodes(part, "levels")
    if "levels" in part.values and len(described) != levels:
        reading.note(part.line_of("levels"), part.id, "levels.count", found=len(described), wanted=levels)
    return Question(
        reading.id(part, taken),
        pivot,
        lens,
        reading.text(part, "title", words=TITLE),
        reading.text(part, "text", words=QUESTION),
        tuple(_level(reading, child, part.id) for child in described),
        reading.text(part, "ask_for"),
        reading.text(part, "not_this"),
        reading.text(part, "who_knows"),
    )


def _level(reading: Reading, node: Node, question: str) -> Level:
    part = reading.part(node, question, ("short", "text"))
    return Level(reading.text(part, "short", characters=SHORT), reading.text(part, "text", words=FULL))


def _sets(reading: Reading, head: Part, known: set[str]) -> tuple[tuple[QuestionSet, ...], str]:
    taken: set[str] = set()
    sets = tuple(_set(reading, node, taken, known) for node in reading.nodes(head, "sets", at_least=1))
    default = reading.string(head, "default_set")
    if default and default not in taken:
        reading.note(head.line_of("default_set"), "", "set.unknown", word=default)
    return sets, default


def _set(reading: Reading, node: Node, taken: set[str], known: set[str]) -> QuestionSet:
    part = reading.part(node, "sets", ("id", "name", "questions"))
    chosen: list[str] = []
    for child in reading.nodes(part, "questions", at_least=1):
        question = reading.checked(child, part.id, "questions")
        if question and question not in known:
            reading.note(child.line, part.id, "set.question_unknown", word=question)
        elif question in chosen:
            reading.note(child.line, part.id, "set.question_repeated", word=question)
        chosen.append(question)
    return QuestionSet(reading.id(part, taken), reading.text(part, "name"), tuple(chosen))
