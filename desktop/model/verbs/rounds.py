"""Votes are opened, closed and shown; nothing is shown that is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.model.ceilings import check, people_of
from desktop.model.change import Change, Row, new, turned
from desktop.model.kinds import answers
from desktop.model.moment import Moment
from desktop.model.records import Round, RoundKind
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs.guards import (
    asked_question,
    may_change,
    open_round,
    the_action,
    the_pivot,
    the_round,
)
from desktop.model.workshop import Workshop


def open(w: Workshop, at: Moment, *, kind: RoundKind, subjects: Sequence[str] = ("",)) -> Change:
    """Open the first round of a kind on each subject, all together. Kinds about the room have subject ''.

    Raises:
        Refused: ``round.open_already``; ``round.held`` where a round was closed (``again`` opens the next);
            ``question.unknown``, ``pivot.unknown``, ``action.unknown``, ``final``.
    """
    may_change(w)
    for subject in subjects:
        _check_subject(w, kind, subject)
        if latest := w.latest(kind, subject):
            raise Refused("round.open_already" if latest.state == "open" else "round.held", subject=subject)
    rounds = (_fresh(w, at, kind, subject) for subject in dict.fromkeys(subjects))
    return Change("rounds.open", new(*rounds), {"kind": kind, "subjects": tuple(dict.fromkeys(subjects))})


def close(w: Workshop, at: Moment, *, round: str) -> Change:
    """End the vote and keep how many people it had.

    Raises:
        Refused: ``round.unknown``, ``round.not_open``, ``round.revealed``, ``final``.
    """
    may_change(w)
    before = open_round(w, round)
    return Change("rounds.close", turned(before, _closed(w, at, before)), _facts(before))


def reopen(w: Workshop, at: Moment, *, round: str) -> Change:
    """Let a closed round go on, as long as nobody saw its result.

    Raises:
        Refused: ``round.unknown``, ``round.revealed`` (also one whose showing was taken back),
            ``round.open_already``, ``round.not_open`` (void), ``count.above_present``, ``final``.
    """
    may_change(w)
    before = the_round(w, round)
    if before.state == "revealed" or before.seen_at is not None:
        raise Refused("round.revealed", subject=before.subject)
    latest = w.latest(before.kind, before.subject)
    if latest is not None and latest.state == "open":
        raise Refused("round.open_already", subject=before.subject)
    if before.state != "closed":
        raise Refused("round.not_open", subject=before.subject)
    after = replace(before, state="open", closed_at=None, present=None)
    change = Change("rounds.reopen", turned(before, after), _facts(before))
    check(w.with_change(change), after)
    return change


def uncover(w: Workshop, at: Moment, *, rounds: Sequence[str]) -> Change:
    """The facilitator looked at the totals of these before they were shown; when first is kept, and never undone.

    Raises:
        Refused: ``round.unknown``, ``round.not_open`` (void), ``final``.
    """
    may_change(w)
    rows: list[Row] = []
    subjects = []
    for before in (_counting(w, id) for id in dict.fromkeys(rounds)):
        if before.state != "revealed":
            rows += turned(before, replace(before, uncovered_at=before.uncovered_at or at.now))
        subjects.append(before.subject)
    return Change("rounds.uncover", tuple(rows), {"subjects": tuple(subjects)})


def reveal(w: Workshop, at: Moment, *, round: str) -> Change:
    """Show the result of a closed round.

    Raises:
        Refused: ``round.unknown``, ``round.not_closed``, ``round.revealed``, ``round.not_open`` (void), ``final``.
    """
    may_change(w)
    before = _counting(w, round)
    if before.state == "open":
        raise Refused("round.not_closed", subject=before.subject)
    if before.state == "revealed":
        raise Refused("round.revealed", subject=before.subject)
    return Change("rounds.reveal", turned(before, _revealed(at, before)), _facts(before))


def show(w: Workshop, at: Moment, *, rounds: Sequence[str]) -> Change:
    """Close what is still open and show all of these together, as one step.

    Raises:
        Refused: ``round.unknown``, ``round.revealed``, ``round.not_open`` (void), ``final``.
    """
    may_change(w)
    rows: list[Row] = []
    subjects = []
    for before in (_counting(w, id) for id in dict.fromkeys(rounds)):
        if before.state == "revealed":
            raise Refused("round.revealed", subject=before.subject)
        closed = _closed(w, at, before) if before.state == "open" else before
        rows += turned(before, _revealed(at, closed))
        subjects.append(before.subject)
    return Change("rounds.show", tuple(rows), {"subjects": tuple(subjects)})


def again(w: Workshop, at: Moment, *, round: str) -> Change:
    """Vote once more on the subject of a round: the next number opens.

    Raises:
        Refused: ``round.unknown``, ``round.open_already``, ``question.unknown`` (no longer asked), ``final``.
    """
    may_change(w)
    before = the_round(w, round)
    _check_subject(w, before.kind, before.subject)
    latest = w.latest(before.kind, before.subject)
    if latest is not None and latest.state == "open":
        raise Refused("round.open_already", subject=before.subject)
    fresh = _fresh(w, at, before.kind, before.subject)
    return Change("rounds.again", new(fresh), _facts(fresh))


def void(w: Workshop, at: Moment, *, round: str) -> Change:
    """Set a round aside: its ballots are kept and count for nothing.

    Raises:
        Refused: ``round.unknown``, ``round.not_open`` (void already), ``final``.
    """
    may_change(w)
    before = _counting(w, round)
    return Change("rounds.void", turned(before, replace(before, state="void")), _facts(before))


def say(w: Workshop, at: Moment, *, round: str, word: str | None) -> Change:
    """The verdict word the facilitator puts on the wall, a code; None takes it down.

    Raises:
        Refused: ``round.unknown``, ``round.not_revealed``, ``text.too_long``, ``final``.
    """
    may_change(w)
    before = the_round(w, round)
    if before.state != "revealed":
        raise Refused("round.not_revealed", subject=before.subject)
    after = replace(before, word=line(word) or None if word else None)
    return Change("rounds.say", turned(before, after), _facts(before) | {"word": after.word})


def _check_subject(w: Workshop, kind: RoundKind, subject: str) -> None:
    match answers(w, kind).about:
        case "question":
            asked_question(w, subject)
        case "pivot":
            the_pivot(w, subject)
        case "action":
            the_action(w, subject)
        case "scenario" if not subject:
            raise LookupError("a scenario has an id")
        case "room" if subject:
            raise LookupError(f"a round of kind {kind} has no subject")


def _counting(w: Workshop, id: str) -> Round:
    found = the_round(w, id)
    if found.state == "void":
        raise Refused("round.not_open", subject=found.subject)
    return found


def _fresh(w: Workshop, at: Moment, kind: RoundKind, subject: str) -> Round:
    # A round set aside keeps its number.
    used = (one.number for one in w.rounds.values() if (one.kind, one.subject) == (kind, subject))
    return Round(at.new_id(), w.about.id, kind, subject, max(used, default=0) + 1, at.now)


def _closed(w: Workshop, at: Moment, round: Round) -> Round:
    return replace(round, state="closed", closed_at=at.now, present=people_of(w, round.id))


def _revealed(at: Moment, round: Round) -> Round:
    return replace(round, state="revealed", revealed_at=at.now)


def _facts(round: Round) -> dict[str, object]:
    return {"kind": round.kind, "subject": round.subject, "number": round.number}
