"""One seat, one vote: cast, corrected until the round closes, withdrawn. Ballots are never in the journal."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.ceilings import check
from desktop.model.change import Change, Row, gone, turned
from desktop.model.kinds import MOST_DOTS, MOST_PICKS, answers
from desktop.model.moment import Moment
from desktop.model.records import Ballot, Method, Round
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs.guards import may_change, open_round, the_action, the_participant, the_pivot
from desktop.model.workshop import Workshop


def cast(
    w: Workshop,
    at: Moment,
    *,
    round: str,
    participant: str,
    choice: int | None = None,
    points: Mapping[str, int] | None = None,
    method: Method = "paper",
    cid: str | None = None,
    seq: int = 0,
) -> Change:
    """One person's answer; it replaces the seat's earlier one, whatever way that came.

    ``choice`` None without points is *can't say*. ``cid`` names a device: of one device's resends only a
    higher ``seq`` counts, and an older one changes nothing.

    Raises:
        Refused: ``round.unknown``, ``round.not_open``, ``round.revealed``, ``seat.unknown``, ``seat.absent``,
            ``level.off_scale``, ``picks.too_many``, ``dots.too_many``, ``action.unknown``, ``pivot.unknown``,
            ``number.invalid``, ``count.above_present``, ``final``.
    """
    may_change(w)
    found = open_round(w, round)
    _present(w, participant)
    given = _checked_points(w, found, points)
    _check_choice(w, found, choice)
    before = w.ballots_in(round).get(participant)
    device = line(cid) if cid else None
    if before is not None and device is not None and before.cid == device and seq <= before.seq:
        return Change("ballots.cast", (), {"round": round})
    ballot = Ballot(round, participant, choice, method, at.now, given, device, seq)
    change = Change("ballots.cast", turned(before, ballot), {"round": round})
    if before is None and w.counts_in(round):
        check(w.with_change(change), found)
    return change


def slip(
    w: Workshop, at: Moment, *, participant: str, answers: Mapping[str, int | None], method: Method = "paper"
) -> Change:
    """A whole paper ballot: answers by round, None is *can't say*; all or nothing.

    Raises:
        Refused: as :func:`cast`.
    """
    may_change(w)
    _present(w, participant)
    rows: list[Row] = []
    for id, choice in answers.items():
        found = open_round(w, id)
        _check_choice(w, found, choice)
        rows += turned(w.ballots_in(id).get(participant), Ballot(id, participant, choice, method, at.now))
    change = Change("ballots.slip", tuple(rows), {"rounds": tuple(answers)})
    if any(w.counts_in(id) for id in answers):
        after = w.with_change(change)
        for id in answers:
            check(after, w.rounds[id])
    return change


def withdraw(w: Workshop, at: Moment, *, round: str, participant: str) -> Change:
    """Take a person's answer back: no ballot, as if none was cast.

    Raises:
        Refused: ``round.unknown``, ``round.not_open``, ``round.revealed``, ``seat.unknown``, ``final``.
    """
    may_change(w)
    open_round(w, round)
    the_participant(w, participant)
    before = w.ballots_in(round).get(participant)
    return Change("ballots.withdraw", gone(before) if before else (), {"round": round})


def _present(w: Workshop, participant: str) -> None:
    one = the_participant(w, participant)
    if one.state != "present":
        raise Refused("seat.absent", seat=one.seat)


def _check_choice(w: Workshop, round: Round, choice: int | None) -> None:
    choices = answers(w, round.kind).choices
    if choice is None:
        return
    if choices is None:
        raise Refused("number.invalid", number=choice, lowest=0, highest=0)
    if choice not in choices:
        raise Refused(
            "level.off_scale", subject=round.subject, level=choice, lowest=choices[0], highest=choices[-1]
        )


def _checked_points(w: Workshop, round: Round, points: Mapping[str, int] | None) -> Mapping[str, int] | None:
    """Points of one person: whole, not negative, on things that exist, and not too many."""
    if points is None:
        return None
    if round.kind not in ("picks", "dots"):
        raise Refused("number.invalid", number=sum(points.values()), lowest=0, highest=0)
    most = 1 if round.kind == "picks" else MOST_DOTS
    for subject, number in points.items():
        (the_action if round.kind == "picks" else the_pivot)(w, subject)
        if number < 0 or (round.kind == "picks" and number > most):
            raise Refused("number.invalid", number=number, lowest=0, highest=most)
    given = {subject: number for subject, number in sorted(points.items()) if number}
    limit, code = (MOST_PICKS, "picks.too_many") if round.kind == "picks" else (MOST_DOTS, "dots.too_many")
    if sum(given.values()) > limit:
        raise Refused(code, given=sum(given.values()), limit=limit)
    return given
