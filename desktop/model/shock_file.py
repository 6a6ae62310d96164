"""Shocks a room can live through as an exercise: a story in timed beats, and questions for afterwards.

The file's format is described in ``docs/content.md``. A shock is fiction and says so; it tests the pivots it
names, and what the highest level saw in time points at questions in brackets, such as ``(D2)``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.model.framework import Framework, Text
from desktop.model.json_lines import Node
from desktop.model.reading import Part, Reading

BEATS = 3
MOST_DEBRIEF = 5
LONGEST_WALL = 44
"""Characters of a beat's line on the wall: read at a glance."""
LONGEST_SEE = 160
LONGEST_BEAT = 60
"""Minutes."""
POINTER = re.compile(r"\(([A-Za-z][A-Za-z0-9_-]*)\)")
"""A question's id in brackets."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One turn of the story. ``wall`` and ``see`` are for everybody, ``say`` and ``saw`` for the facilitator.

    ``saw`` is what a city at the highest level had noticed or could do; ``minutes`` how long the room takes.
    """

    wall: Text
    see: Text
    say: Text
    saw: Text
    minutes: int


@dataclass(frozen=True, slots=True)
class Shock:
    """One story. ``lived`` asks whether the city has been through it lately: then another one is told."""

    id: str
    title: Text
    pivots: tuple[str, ...]
    lived: Text
    beats: tuple[Beat, ...]
    debrief: tuple[Text, ...]


@dataclass(frozen=True)
class Shocks:
    """The shocks written for one framework, in file order; ``fiction`` stands under every scene of one."""

    id: str
    framework: str
    version: str
    language: str
    fiction: Text
    shocks: tuple[Shock, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Shock]:
        """Every shock by id."""
        return {shock.id: shock for shock in self.shocks}


def read_shocks(data: str | bytes, framework: Framework) -> Shocks:
    """The shocks in a file's text, checked against the framework they are written for.

    Raises:
        Faults: everything that is wrong with it, by line and id.
    """
    reading = Reading.of(data)
    head = reading.head(("framework", "licence", "fiction", "shocks"))
    identity, version = reading.id(head, set()), reading.string(head, "version")
    reading.string(head, "licence")
    meant = reading.string(head, "framework")
    if meant and meant != framework.id:
        reading.note(head.line_of("framework"), "", "framework.other", word=meant, wanted=framework.id)
    fiction = reading.text(head, "fiction", characters=LONGEST_WALL)
    taken: set[str] = set()
    nodes = reading.nodes(head, "shocks", at_least=1)
    shocks = tuple(_shock(reading, node, place, taken, framework) for place, node in enumerate(nodes, 1))
    reading.finish()
    return Shocks(identity, meant, version, reading.language, fiction, shocks)


def _shock(reading: Reading, node: Node, place: int, taken: set[str], framework: Framework) -> Shock:
    part = reading.part(node, f"shocks {place}", ("id", "title", "pivots", "lived", "beats", "debrief"))
    identity = reading.id(part, taken)
    beats = reading.nodes(part, "beats")
    if "beats" in part.values and len(beats) != BEATS:
        reading.note(part.line_of("beats"), part.id, "shock.beats", found=len(beats), wanted=BEATS)
    questions = reading.nodes(part, "debrief", at_least=1)
    if len(questions) > MOST_DEBRIEF:
        reading.note(part.line_of("debrief"), part.id, "shock.debrief_too_long", limit=MOST_DEBRIEF)
    return Shock(
        id=identity,
        title=reading.text(part, "title", characters=LONGEST_WALL),
        pivots=_pivots(reading, part, framework),
        lived=reading.text(part, "lived", characters=LONGEST_SEE),
        beats=tuple(_beat(reading, beat, part.id, framework) for beat in beats),
        debrief=tuple(
            reading.text_of(child, part.id, "debrief", characters=LONGEST_SEE) for child in questions
        ),
    )


def _pivots(reading: Reading, part: Part, framework: Framework) -> tuple[str, ...]:
    """The pivots a shock tests: each in the framework, each once."""
    found: list[str] = []
    for node in reading.nodes(part, "pivots", at_least=1):
        word = reading.checked(node, part.id, "pivots")
        if word and word not in framework.pivot_by_id:
            reading.note(node.line, part.id, "shock.pivot_unknown", word=word)
        elif word in found:
            reading.note(node.line, part.id, "shock.pivot_repeated", word=word)
        found.append(word)
    return tuple(found)


def _beat(reading: Reading, node: Node, shock: str, framework: Framework) -> Beat:
    part = reading.part(node, shock, ("wall", "see", "say", "saw", "minutes"))
    minutes = reading.integer(part, "minutes")
    if "minutes" in part.values and not 1 <= minutes <= LONGEST_BEAT:
        reading.note(part.line_of("minutes"), shock, "shock.minutes", minutes=minutes, limit=LONGEST_BEAT)
    saw = reading.text(part, "saw")
    for words in saw.values():
        for word in POINTER.findall(words):
            if word not in framework.questions:
                reading.note(part.line_of("saw"), shock, "shock.question_unknown", word=word)
    return Beat(
        wall=reading.text(part, "wall", characters=LONGEST_WALL),
        see=reading.text(part, "see", characters=LONGEST_SEE),
        say=reading.text(part, "say"),
        saw=saw,
        minutes=minutes,
    )
