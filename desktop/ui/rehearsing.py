"""A rehearsal started in the window: a workshop like the real one, played by made-up people beside it."""

from __future__ import annotations

from datetime import date

from desktop.model import builtin
from desktop.model.change import Change
from desktop.model.clerk import Clerk
from desktop.model.moment import Moment
from desktop.model.rehearsal.script import play
from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop
from desktop.ui.jobs import Report
from desktop.words.catalogue import ENGLISH
from desktop.words.glossary import step_name

SEED = 7
CITY, PEOPLE = "Rivermouth", 24


def rehearse(clerk: Clerk, workshop: str, report: Report) -> str:
    """Play a rehearsal of ``workshop``, or of a made-up city for ''; the new workshop's id.

    It waits for every answer of the clerk, so it runs on the worker thread. Stopped or refused half-way, what
    was played so far goes into the bin.

    Raises:
        Refused, NotKept, Stopped: see above.
    """
    like = clerk.open(workshop).result().workshop if workshop else None
    framework = like.framework if like is not None else builtin.framework()
    played = clerk.create(framework, lambda at: _made_up(at, like), origin="rehearsal").result()
    desk = clerk.open(played).result()
    try:
        for step in play(desk, SEED):
            pivot = framework.pivot_by_id.get(step.subject or "")
            short = pivot.short.get(desk.workshop.language) if pivot is not None else None
            report(step.done, step.of, step_name(ENGLISH, step.kind, None, short))
    except BaseException:
        clerk.delete(played).result()
        raise
    return played


def _made_up(at: Moment, like: Workshop | None) -> Change:
    template = next(iter(builtin.agendas().values()))
    if like is None:
        return prepare.create(
            at, builtin.framework(), city=CITY, date=date.fromisoformat(at.today).isoformat(), template=template,
            people=PEOPLE, rehearsal=True, seed=SEED,
        )  # fmt: skip
    about = like.about
    return prepare.create(
        at, like.framework, city=about.city, date=about.date, template=template, people=len(like.seats),
        title=about.title, question_set=about.question_set, ways=about.ways, rehearsal=True, rehearsal_of=about.id,
        seed=SEED, actions_sha=about.actions_sha,
    )  # fmt: skip
