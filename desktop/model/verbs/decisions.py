"""What the room agrees: a level for a pivot or a question, or that a pivot stays open."""

from __future__ import annotations

from typing import Literal

from desktop.model.change import Change, gone, turned
from desktop.model.moment import Moment
from desktop.model.records import Decision
from desktop.model.refused import Refused
from desktop.model.text import note
from desktop.model.verbs.guards import asked_question, may_change, the_pivot
from desktop.model.workshop import Workshop

DecidedAbout = Literal["question", "pivot"]


def agree(
    w: Workshop,
    at: Moment,
    *,
    about: DecidedAbout,
    subject: str,
    level: float | None,
    rationale: str = "",
    dissent: str = "",
) -> Change:
    """The room agrees a whole or half level; who sees it otherwise is kept as dissent.

    A reason for a level far from the computed one is asked for on *To finish*, not here.

    Raises:
        Refused: ``decision.level_missing``, ``level.off_scale``, ``pivot.unknown``, ``question.unknown``,
            ``text.too_long``, ``final``.
    """
    may_change(w)
    _check_subject(w, about, subject)
    if level is None:
        raise Refused("decision.level_missing", subject=subject)
    if not on_scale(w, level):
        lowest, highest = w.framework.lowest, w.framework.highest
        raise Refused("level.off_scale", subject=subject, level=level, lowest=lowest, highest=highest)
    return _decide(w, at, "decisions.agree", about, subject, float(level), note(rationale), note(dissent))


def leave_open(w: Workshop, at: Moment, *, pivot: str, rationale: str = "") -> Change:
    """The room does not settle this pivot; the computed level, if there is one, stays in force.

    Raises:
        Refused: ``pivot.unknown``, ``text.too_long``, ``final``.
    """
    may_change(w)
    the_pivot(w, pivot)
    return _decide(w, at, "decisions.leave_open", "pivot", pivot, None, note(rationale), "")


def withdraw(w: Workshop, at: Moment, *, about: DecidedAbout, subject: str) -> Change:
    """Take a decision back, as if none was made.

    Raises:
        Refused: ``decision.unknown``, ``final``.
    """
    may_change(w)
    before = w.decision_on(about, subject)
    if before is None:
        raise Refused("decision.unknown", subject=subject)
    return Change("decisions.withdraw", gone(before), {"about": about, "subject": subject})


def on_scale(w: Workshop, level: float) -> bool:
    """Whether a level is a whole or half step of the scale."""
    return w.framework.lowest <= level <= w.framework.highest and (2 * level) % 1 == 0


def _check_subject(w: Workshop, about: DecidedAbout, subject: str) -> None:
    if about == "pivot":
        the_pivot(w, subject)
    else:
        asked_question(w, subject)


def _decide(
    w: Workshop,
    at: Moment,
    verb: str,
    about: DecidedAbout,
    subject: str,
    level: float | None,
    rationale: str,
    dissent: str,
) -> Change:
    before = w.decision_on(about, subject)
    id = before.id if before else at.new_id()
    after = Decision(id, w.about.id, about, subject, level, rationale, dissent, w.present, at.now)
    return Change(verb, turned(before, after), {"about": about, "subject": subject, "level": level})
