"""What the list says of a workshop is what the workshop says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.verbs import actions, agenda, prepare
from tests.model.make import framework


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    started = Clerk.start(tmp_path / "library.sqlite", inline=True)
    yield started
    started.close()


def test_the_list_counts_what_is_planned_and_what_takes_time(clerk: Clerk) -> None:
    made, template = framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        made, lambda at: prepare.create(at, made, city="Aldersund", date="2027-03-01", template=template)
    ).result()
    desk = clerk.open(key).result()
    library = builtin.actions()
    about = [one.id for one in library.actions if one.question in ("D1", "I1")][:3]
    desk.do(actions.offer, library=library, library_ids=about).result()
    kept, dropped, again = list(desk.workshop.actions)
    for one in (kept, dropped, again):
        desk.do(actions.choose, action=one).result()
        desk.do(actions.edit, action=one, owner="Registrar" if one == kept else "").result()
    for one in (dropped, again):
        desk.do(actions.drop, action=one).result()
    desk.do(actions.offer, library=library, library_ids=[desk.workshop.actions[again].library_id]).result()
    desk.do(actions.write, pivot="D", title="Nobody does it").result()
    skipped = next(step for step in desk.workshop.agenda if step.kind == "pivot")
    desk.do(agenda.skip, step=skipped.id).result()

    (listed,) = clerk.listing().result()
    plan = desk.workshop.plan
    assert len(plan) == 2
    assert (listed.actions, listed.without_owner) == (2, 1)
    assert listed.minutes == sum(step.minutes for step in desk.workshop.agenda) - skipped.minutes
