"""A workshop as large as a day gets: 200 people invited, every question voted on twice."""

from __future__ import annotations

from pathlib import Path

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import actions, ballots, prepare, rounds
from tests.journeys.playing import START

PEOPLE = 200


def play_large(clerk: Clerk, clock: ScriptClock, people: int = PEOPLE) -> Desk:
    """Rehearse the day, then vote a second time on every question that was voted on once."""
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city="Rivermouth", date="2027-03-01", template=template, people=people,
            rehearsal=True, seed=7,
        ),
    ).result()  # fmt: skip
    desk = clerk.open(key).result()
    for _ in play(desk, 7, clock.forward):
        pass
    here = [one.id for one in desk.workshop.seats if one.state == "present"]
    for question in desk.workshop.questions:
        first = desk.workshop.rounds_on("level", question.id)[0]
        if len(desk.workshop.rounds_on("level", question.id)) > 1:
            continue
        desk.do(rounds.again, round=first.id).result()
        latest = desk.workshop.latest("level", question.id)
        assert latest is not None
        given = desk.workshop.ballots_in(first.id)
        for one in here:
            choice = given[one].choice if one in given else None
            desk.do(ballots.slip, participant=one, answers={latest.id: choice}).result()
        desk.do(rounds.close, round=latest.id).result()
        desk.do(rounds.show, rounds=(latest.id,)).result()
    return desk


def add_actions(desk: Desk, total: int) -> None:
    """Write actions in the room's own words until the plan has ``total``."""
    pivots = desk.workshop.pivots
    for number in range(len(desk.workshop.plan), total):
        desk.do(
            actions.write,
            pivot=pivots[number % len(pivots)].id,
            title=f"Publish service standard {number + 1} and review it with the districts",
            owner="Head of Digital Services",
            wave=("now", "next", "later")[number % 3],
        ).result()


def new_clerk(library: Path) -> tuple[Clerk, ScriptClock]:
    """A clerk on a library of its own."""
    clock = ScriptClock(START)
    return Clerk.start(library, clock=clock, ids=seeded_ids(7)), clock
