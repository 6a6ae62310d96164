"""The polls of a workshop, counted: the line of phases, and what fails first in a shock. No level comes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model import levels
from desktop.model.measures import polls
from desktop.model.measures.polls import PhaseLine
from desktop.model.measures.tally import RoomState, Tally
from desktop.model.records import Round, RoundKind
from desktop.model.workshop import Workshop

UNSHOWN = (RoomState.EMPTY, RoomState.TOO_FEW)
"""States of a poll whose numbers are not shown."""


@dataclass(frozen=True, slots=True)
class FailsFirst:
    """What a room named: people by pivot, those who say that nothing fails, those who can't say, all of them.

    ``most`` are the pivots named most; ``stress`` those at a high level that half or more say fail first.
    """

    named: Mapping[str, int]
    nothing: int
    cant_say: int
    cast: int
    most: tuple[str, ...]
    stress: tuple[str, ...]


def shown(w: Workshop, kind: RoundKind, subject: str = "") -> tuple[Round, Tally] | None:
    """A poll whose result was shown, and its answers."""
    held = w.latest_revealed(kind, subject)
    return (held, levels.tally(w, held.id)) if held is not None else None


def phases(w: Workshop) -> tuple[Tally, PhaseLine] | None:
    """The answers on the line of phases, once shown."""
    found = shown(w, "phase")
    return (found[1], polls.phase_line(found[1].counts)) if found is not None else None


def fails_first(w: Workshop, scenario: str) -> FailsFirst | None:
    """What the room says fails first in a shock, once shown; None too while too few answered to show it."""
    found = shown(w, "fails_first", scenario)
    if found is None or found[1].state in UNSHOWN:
        return None
    nothing, *counts = found[1].counts
    cast = found[1].cast
    order = [pivot.id for pivot in w.pivots]
    named = dict(zip(order, counts, strict=True))
    most = polls.fails_first(counts, cast).most
    today = {pivot: levels.in_force(w, pivot).level for pivot in order}
    stress = polls.stress_gaps(today, named, cast, w.framework.lowest, w.framework.highest)
    return FailsFirst(named, nothing, found[1].cant_say, cast, tuple(order[at] for at in most), stress)
