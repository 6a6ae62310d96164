"""The texts of a framework, a line each: what each is called, where it belongs, how much room it has.

Writer and reader of the workbook go by these lines, so that neither knows a text the other does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.model.framework import Framework, Pivot, Question, Text, say
from desktop.model.framework_file import FULL, QUESTION, SHORT, TITLE
from desktop.model.reading import LONGEST_TEXT, TRANSLATED
from desktop.words.catalogue import Words, mark

Unit = Literal["characters", "words"]
NEW = "+"
"""A place for a new question is known by this and its pivot's id; its own id is typed in."""

FIELDS = {
    "title": mark("Title"), "yardstick": mark("Yardstick"), "name": mark("Name"), "short": mark("Short name"),
    "definition": mark("What it is"), "why": mark("Why it matters"), "covers": mark("What belongs to it"),
    "hold_in_mind": mark("Hold in mind"), "story": mark("Story"), "figure": mark("Survey figure"),
    "text": mark("Question"), "ask_for": mark("Ask for"), "not_this": mark("Not this"),
    "who_knows": mark("Who knows"),
}  # fmt: skip
"""What a text is called in the workbook, by its key in the file."""

LISTS = {
    "stages": mark("Stage"), "lenses": mark("Lens"), "phases": mark("Phase"), "barriers": mark("Barrier"),
    "glossary": mark("Glossary"), "sets": mark("Question set"),
}  # fmt: skip
"""The parts that have an id and a name, by their key in the file."""

ON_THE_WALL, IN_FULL = mark("On the wall"), mark("In full")
"""The two texts of a level."""
PIVOT_FIELDS = ("name", "short", "definition", "why", "covers", "hold_in_mind", "story", "figure")
ROOM: dict[str, tuple[int, Unit]] = {"title": (TITLE, "words"), "text": (QUESTION, "words")}
"""Texts of a question that are counted in words; every other has :data:`LONGEST_TEXT` characters."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text. ``key`` finds it again; ``pivot``, ``question`` and ``level`` tell people where it belongs."""

    key: str
    pivot: str
    question: str
    level: str
    field: str
    text: Text
    limit: int = LONGEST_TEXT
    unit: Unit = "characters"
    optional: bool = False

    def room(self, *, translated: bool) -> int:
        """How long the text may be."""
        return int(self.limit * TRANSLATED) if translated else self.limit


def lines_of(framework: Framework, words: Words) -> Iterator[Line]:
    """Every text of a framework, then the places for one new question a pivot."""
    say_ = words.say
    yield Line("title", "", "", "", say_("Name of these questions"), framework.title)
    yield Line("yardstick", "", "", "", say_(FIELDS["yardstick"]), framework.yardstick)
    for key, id, name in named_parts(framework):
        yield Line(f"{key}/{id}", "", "", "", f"{say_(LISTS[key])}: {id}", name)
    for pivot in framework.pivots:
        yield from _of_pivot(pivot, words)
        for question in pivot.questions:
            yield from _of_question(pivot, question.id, question, framework, words)
    for pivot in framework.pivots:
        yield from _of_question(pivot, f"{NEW}{pivot.id}", None, framework, words)


def named_parts(framework: Framework) -> Iterator[tuple[str, str, Text]]:
    """(key of the list, id, name) of everything that is only an id and a name."""
    for stage in framework.stages:
        yield "stages", stage.id, stage.name
    for id, name in framework.lenses.items():
        yield "lenses", id, name
    for id, name in framework.phases:
        yield "phases", id, name
    for id, name in framework.barriers:
        yield "barriers", id, name
    for id, name in framework.glossary:
        yield "glossary", id, name
    for chosen in framework.sets:
        yield "sets", chosen.id, chosen.name


def _of_pivot(pivot: Pivot, words: Words) -> Iterator[Line]:
    texts = {name: getattr(pivot, name) for name in PIVOT_FIELDS[:-2]}
    texts["story"] = pivot.story.text if pivot.story else {}
    texts["figure"] = pivot.figure.text if pivot.figure else {}
    for name, text in texts.items():
        optional = name in ("story", "figure")
        yield Line(
            f"pivots/{pivot.id}/{name}", pivot.id, "", "", words.say(FIELDS[name]), text, optional=optional
        )


def _of_question(
    pivot: Pivot, slot: str, question: Question | None, framework: Framework, words: Words
) -> Iterator[Line]:
    def line(name: str, level: str, field: str, text: Text, limit: int, unit: Unit) -> Line:
        shown = words.say("new") if question is None else question.id
        return Line(
            f"questions/{slot}/{name}", pivot.id, shown, level, field, text, limit, unit, question is None
        )

    def plain(name: str) -> Line:
        limit, unit = ROOM.get(name, (LONGEST_TEXT, "characters"))
        return line(name, "", words.say(FIELDS[name]), getattr(question, name, {}), limit, unit)

    yield plain("title")
    yield plain("text")
    for place, value in enumerate(framework.levels):
        level = question.levels[place] if question else None
        stage = f"{value} {say(framework.stages[place].name, framework.language)}"
        wall, full = words.say(ON_THE_WALL), words.say(IN_FULL)
        yield line(f"levels/{place}/short", stage, wall, level.short if level else {}, SHORT, "characters")
        yield line(f"levels/{place}/text", stage, full, level.text if level else {}, FULL, "words")
    for name in ("ask_for", "not_this", "who_knows"):
        yield plain(name)


def languages(framework: Framework) -> tuple[str, ...]:
    """The languages a framework offers, its own first."""
    found = {language for line in lines_of(framework, Words()) for language in line.text}
    return (framework.language, *sorted(found - {framework.language}))
