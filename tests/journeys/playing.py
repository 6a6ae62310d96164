"""A rehearsal that tells every step it has kept, so that a test can kill it and see what is left.

    python -m tests.journeys.playing LIBRARY SEED PEOPLE

prints the number of commits the room was told of, one line each, as they happen.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def digest(w: Workshop) -> str:
    """One word for the whole state of a workshop."""
    parts = [repr(w.about), repr(w.position)]
    for field in fields(w):
        shelf = getattr(w, field.name)
        if field.name == "ballots":
            rows = sorted(repr(ballot) for ballots in shelf.values() for ballot in ballots.values())
        elif field.name in ("about", "position", "framework", "own_actions"):
            continue
        else:
            rows = sorted(repr(record) for record in shelf.values())
        parts.append(f"{field.name}: {rows}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def rehearse(
    library: Path,
    seed: int,
    people: int,
    started: Callable[[Desk], object],
    *,
    agenda: str = "ninety-minutes",
    question_set: str = "quick",
) -> Workshop:
    """Play a whole rehearsal into a library; ``started`` gets the desk before the first step."""
    clock = ScriptClock(START)
    clerk = Clerk.start(library, clock=clock, ids=seeded_ids(seed))
    try:
        framework, template = builtin.framework(), builtin.agendas()[agenda]
        key = clerk.create(
            framework,
            lambda at: prepare.create(
                at, framework, city="Rivermouth", date="2027-03-01", template=template, people=people,
                question_set=question_set, rehearsal=True, seed=seed,
            ),
        ).result()  # fmt: skip
        desk = clerk.open(key).result()
        started(desk)
        for _ in play(desk, seed, clock.forward):
            pass
        return desk.workshop
    finally:
        clerk.close()


def main() -> None:
    """Play, and tell each commit."""
    library, seed, people = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    told = 0

    def tell(w: Workshop, changes: object) -> None:
        nonlocal told
        told += 1
        print(told, flush=True)

    rehearse(library, seed, people, lambda desk: desk.listen(tell))


if __name__ == "__main__":
    main()
