"""The shocks a room went through: what fails first, and what it said afterwards. No level comes of them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model import shocks
from desktop.model.framework import say
from desktop.model.polls import fails_first
from desktop.words.polls import exercise_finding, exercise_intro
from exports.gathering.told import Told
from exports.report import Exercise

SAID = ("debrief", "evidence", "quote", "parking")
"""Kinds of notes that say something about a shock; that a city has lived through one is not printed."""


def exercises(told: Told) -> tuple[Exercise, ...]:
    """Those with something to say, in the order of the file."""
    return tuple(_exercises(told))


def _exercises(told: Told) -> Iterator[Exercise]:
    w = told.w
    names = {pivot.id: told.pivot_name(pivot) for pivot in w.pivots}
    for shock in shocks.fitting(w):
        notes = sorted(
            (note for note in w.notes.values() if note.subject == shock.id and note.kind in SAID),
            key=lambda note: (note.at, note.id),
        )
        found = fails_first(w, shock.id)
        if not notes and found is None:
            continue
        title = say(shock.title, w.language)
        finding = exercise_finding(told.words, found, names) if found is not None else ""
        intro = exercise_intro(told.words, title)
        yield Exercise(title, intro, finding, tuple(note.text for note in notes))
