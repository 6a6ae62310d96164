"""The questions a workshop asks: pivots, their questions and levels, and the scale they are judged on.

A framework is read from a file (:mod:`desktop.model.framework_file`) and never changes while a workshop
uses it; corrections of wording during the day are rows of the workshop (``wordings``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

Text = Mapping[str, str]
"""One text in every language the file offers: ``{"en": "…"}``."""


def say(text: Text, language: str) -> str:
    """The text in ``language``, else in English, else in whatever language it has."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


@dataclass(frozen=True, slots=True)
class Stage:
    """The name of one level of the scale."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Level:
    """What one can point to at this level: ``short`` for the wall (≤ 44 characters), ``text`` for paper."""

    short: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One capability, asked. ``levels`` run from the lowest to the highest of the scale."""

    id: str
    pivot: str
    lens: str
    title: Text
    text: Text
    levels: tuple[Level, ...]
    ask_for: Text
    not_this: Text
    who_knows: Text


@dataclass(frozen=True, slots=True)
class Story:
    """A true story that opens a pivot, with its public source."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One survey figure shown beside a pivot as context, never as a benchmark, with its public source."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Pivot:
    """One of the groups of assets and capabilities. ``place`` counts from 1, ``colour`` picks a pivot colour."""

    id: str
    place: int
    name: Text
    short: Text
    colour: int
    icon: str
    definition: Text
    why: Text
    covers: Text
    hold_in_mind: Text
    story: Story | None
    figure: Figure | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A named choice of questions, by id."""

    id: str
    name: Text
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Framework:
    """A whole framework as read. ``lowest`` is the value of the first level; levels step by one."""

    id: str
    version: str
    language: str
    licence: str
    title: Text
    yardstick: Text
    lowest: int
    stages: tuple[Stage, ...]
    lenses: Mapping[str, Text]
    phases: tuple[tuple[str, Text], ...]
    barriers: tuple[tuple[str, Text], ...]
    pivots: tuple[Pivot, ...]
    sets: tuple[QuestionSet, ...]
    default_set: str
    glossary: tuple[tuple[str, Text], ...] = ()
    """Words of the day, a line each: the word, a colon, what it means."""
    body: str = field(default="", repr=False)
    sha256: str = ""

    @property
    def highest(self) -> int:
        """The value of the last level."""
        return self.lowest + len(self.stages) - 1

    @property
    def levels(self) -> range:
        """The whole levels of the scale, lowest first."""
        return range(self.lowest, self.highest + 1)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in framework order."""
        return {question.id: question for pivot in self.pivots for question in pivot.questions}

    @cached_property
    def pivot_by_id(self) -> Mapping[str, Pivot]:
        """Every pivot by id, in framework order."""
        return {pivot.id: pivot for pivot in self.pivots}

    @cached_property
    def set_by_id(self) -> Mapping[str, QuestionSet]:
        """Every question set by id."""
        return {chosen.id: chosen for chosen in self.sets}

    def stage_name(self, level: int, language: str) -> str:
        """The name of a whole level.

        Raises:
            IndexError: the level is not on the scale.
        """
        if level not in self.levels:
            raise IndexError(level)
        return say(self.stages[level - self.lowest].name, language)
