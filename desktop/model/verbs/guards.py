"""What verbs ask before they act: may this workshop still change, and does the thing named exist."""

from __future__ import annotations

from desktop.model.records import Action, Group, Participant, Round, Session, Step
from desktop.model.refused import Refused
from desktop.model.workshop import Workshop


def may_change(w: Workshop) -> None:
    """Only before it is final.

    Raises:
        Refused: ``sealed`` or ``final``.
    """
    if w.about.sealed_at is not None:
        raise Refused("sealed")
    if w.about.state == "final":
        raise Refused("final")


def the_round(w: Workshop, id: str) -> Round:
    """The round, or ``round.unknown``."""
    if id not in w.rounds:
        raise Refused("round.unknown")
    return w.rounds[id]


def open_round(w: Workshop, id: str) -> Round:
    """The round if it is open, or ``round.unknown``, ``round.revealed``, ``round.not_open``."""
    found = the_round(w, id)
    if found.state == "revealed":
        raise Refused("round.revealed", subject=found.subject)
    if found.state != "open":
        raise Refused("round.not_open", subject=found.subject)
    return found


def the_participant(w: Workshop, id: str) -> Participant:
    """The participant, or ``seat.unknown``."""
    if id not in w.participants:
        raise Refused("seat.unknown")
    return w.participants[id]


def the_group(w: Workshop, id: str) -> Group:
    """The group, or ``group.unknown``."""
    if id not in w.groups:
        raise Refused("group.unknown")
    return w.groups[id]


def the_step(w: Workshop, id: str) -> Step:
    """The agenda step, or ``step.unknown``."""
    if id not in w.steps:
        raise Refused("step.unknown")
    return w.steps[id]


def the_session(w: Workshop, id: str) -> Session:
    """The session, or ``session.unknown``."""
    if id not in w.sessions:
        raise Refused("session.unknown")
    return w.sessions[id]


def the_action(w: Workshop, id: str) -> Action:
    """The action, or ``action.unknown``."""
    if id not in w.actions:
        raise Refused("action.unknown")
    return w.actions[id]


def the_pivot(w: Workshop, id: str) -> str:
    """The pivot's id, or ``pivot.unknown``."""
    if id not in w.framework.pivot_by_id:
        raise Refused("pivot.unknown", subject=id)
    return id


def asked_question(w: Workshop, id: str) -> str:
    """The id of a question this workshop asks, or ``question.unknown``."""
    if all(question.id != id for question in w.questions):
        raise Refused("question.unknown", subject=id)
    return id
