"""Reports to print in tests: a rehearsal, and workshops that lack what a report is made of."""

from __future__ import annotations

from pathlib import Path

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop
from exports.gather import gather
from exports.report import Options, Report
from tests.journeys.playing import START, rehearse

MADE_AT = "2027-03-01T12:00:00.000Z"

HOSTILE = (
    "<b>bold & \"quotes\"</b> &copy; <img src='/etc/passwd'>",
    "=cmd()|' /C calc'!A0",
    "+1 -1 @x",
    "🦆 سلام שלום 2½ _x0041_",
    "a\x00b\x0bc\x1bd\ufffee\ud800f",
    "word " * 4000,
)
"""Texts that have broken documents before."""


def rehearsed(folder: Path, seed: int = 7, people: int = 24) -> tuple[Workshop, Path]:
    """A played workshop and its library."""
    library = folder / f"rehearsed-{seed}-{people}.sqlite"
    return rehearse(library, seed, people, lambda _desk: None), library


def report_of(w: Workshop, **options: object) -> Report:
    """The report of a workshop, first draft."""
    return gather(w, Options(**options), made_at=MADE_AT, revision=1)  # type: ignore[arg-type]


def fresh(folder: Path, people: int = 12, city: str = "Aldersund") -> tuple[Clerk, Desk]:
    """A workshop in which nothing has happened yet; close the clerk."""
    clerk = Clerk.start(folder / "fresh.sqlite", clock=ScriptClock(START), ids=seeded_ids(5))
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city=city, date="2027-03-01", template=template, people=people
        ),
    ).result()
    return clerk, clerk.open(key).result()
