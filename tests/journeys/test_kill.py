"""Kill the program at any moment, open the library again: the last step it told of is there, whole."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.clerk import Clerk
from desktop.model.refused import Refused
from tests.journeys.playing import digest, rehearse

SEED, PEOPLE = 11, 12
KILLS = int(os.environ.get("KILLS", "8"))
"""How often the program is killed; set ``KILLS=100`` in the environment for a longer run."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The state after each commit of the whole rehearsal, the state before the first one at index 0."""
    found: list[str] = []
    library = tmp_path_factory.mktemp("whole") / "library.sqlite"

    def started(desk: object) -> None:
        found.append(digest(desk.workshop))  # type: ignore[attr-defined]
        desk.listen(lambda w, _changes: found.append(digest(w)))  # type: ignore[attr-defined]

    rehearse(library, SEED, PEOPLE, started)
    return found


@pytest.mark.parametrize("turn", range(KILLS))
def test_a_kill_loses_nothing_that_was_told(states: list[str], turn: int, tmp_path: Path) -> None:
    last = random.Random(turn).randrange(1, len(states) - 1)
    library = tmp_path / "library.sqlite"
    command = [sys.executable, "-m", "tests.journeys.playing", str(library), str(SEED), str(PEOPLE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = 0
        for line in child.stdout:
            told = int(line)
            if told >= last:
                child.kill()
                break
        told = max([told, *(int(line) for line in child.stdout if line.endswith("\n"))])
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    clerk = Clerk.start(library)
    try:
        desk = clerk.open(clerk.find("latest").result()).result()
        found = digest(desk.workshop)
        assert found in states, "a state the rehearsal never had: a step was kept by halves"
        assert states.index(found) >= told
        step = desk.undo_step
        if step is not None:
            before = digest(desk.workshop)
            no = desk.undo().exception()
            if no is None:
                desk.redo().result()
            else:  # killed while ballots were keyed: the vote stays open
                assert isinstance(no, Refused)
                assert (no.code, step.verb) == ("round.has_ballots", "rounds.open")
            assert digest(desk.workshop) == before or step.verb in ("rounds.show", "rounds.reveal")
    finally:
        clerk.close()
