"""Where the city wants to stand, by when, and how much each pivot counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import lcm

from desktop.model import days
from desktop.model.change import Change, turned
from desktop.model.measures.weights import weights_from_counts, weights_from_points
from desktop.model.moment import Moment
from desktop.model.records import Target
from desktop.model.refused import Refused
from desktop.model.text import note
from desktop.model.verbs.decisions import on_scale
from desktop.model.verbs.guards import may_change, the_pivot, the_round
from desktop.model.verbs.prepare import weight_rows
from desktop.model.workshop import Workshop


def set(
    w: Workshop,
    at: Moment,
    *,
    pivot: str,
    level: float,
    horizon: str | None = None,
    rationale: str | None = None,
) -> Change:
    """A pivot's target: a whole or half level by the last day of a month.

    No horizon: the one set before, else 31 December of the year after the workshop. No rationale: as before.

    Raises:
        Refused: ``pivot.unknown``, ``target.off_scale``, ``date.invalid``, ``text.too_long``, ``final``.
    """
    may_change(w)
    the_pivot(w, pivot)
    if not on_scale(w, level):
        lowest, highest = w.framework.lowest, w.framework.highest
        raise Refused("target.off_scale", subject=pivot, level=level, lowest=lowest, highest=highest)
    before = w.target_of(pivot)
    start = before or Target(at.new_id(), w.about.id, pivot, level, days.end_of_next_year(w.about.date))
    after = replace(
        start,
        level=float(level),
        horizon=start.horizon if horizon is None else days.month_end(horizon),
        rationale=start.rationale if rationale is None else note(rationale),
    )
    facts = {"subject": pivot, "level": after.level, "horizon": after.horizon}
    return Change("targets.set", turned(before, after), facts)


def weigh(
    w: Workshop, at: Moment, *, values: Mapping[str, float] | None = None, round: str | None = None
) -> Change:
    """How much the pivots count: values by pivot, or the shares of a dots round that was closed.

    Raises:
        Refused: ``pivot.unknown``, ``weight.negative``, ``weights.all_zero``, ``round.unknown``,
            ``round.not_closed``, ``final``.
    """
    may_change(w)
    if round is not None:
        values = _dotted(w, round)
    given = values or {}
    for pivot in given:
        the_pivot(w, pivot)
    return Change("targets.weigh", weight_rows(w, at, dict(given)), {"round": round, "values": dict(given)})


def prefer(w: Workshop, at: Moment, *, pivot: str, first: bool = True) -> Change:
    """The room's word where gaps are equal: this pivot before the others.

    Raises:
        Refused: ``pivot.unknown``, ``target.missing`` (it has no target), ``final``.
    """
    may_change(w)
    the_pivot(w, pivot)
    before = w.target_of(pivot)
    if before is None:
        raise Refused("target.missing", subject=pivot)
    return Change("targets.prefer", turned(before, replace(before, first=first)), {"subject": pivot})


def _dotted(w: Workshop, id: str) -> Mapping[str, float]:
    """Weights in proportion to the shares of the room's dots, as whole numbers so that equal stays equal."""
    held = the_round(w, id)
    if held.kind != "dots":
        raise LookupError(f"not a round of dots: {held.kind}")
    if held.state not in ("closed", "revealed"):
        raise Refused("round.not_closed", subject="")
    pivots = [pivot.id for pivot in w.pivots]
    people = [ballot.points or {} for ballot in w.ballots_in(id).values()]
    counted = _counted(w, id, pivots)
    if any(counted.values()):
        # Nobody knows whose dot is whose, so that nothing can be trimmed: plain shares of all dots.
        counted = {pivot: counted[pivot] + sum(one.get(pivot, 0) for one in people) for pivot in pivots}
        shares = weights_from_counts(counted).shares
    else:
        shares = weights_from_points(people, pivots).shares
    if shares is None:
        raise Refused("weights.all_zero")
    scale = lcm(*(share.denominator for share in shares.values()))
    return {pivot: float(share * (scale if scale < 2**53 else 1)) for pivot, share in shares.items()}


def _counted(w: Workshop, id: str, pivots: Sequence[str]) -> dict[str, int]:
    counts = [count.numbers for count in w.counts_in(id)]
    return {pivot: sum(numbers[place] for numbers in counts) for place, pivot in enumerate(pivots)}
