"""What holds a pivot back: a few of the framework's barriers, with a word on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from desktop.model.change import Change, Row, gone, turned
from desktop.model.moment import Moment
from desktop.model.records import Barrier
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs.guards import may_change, the_pivot
from desktop.model.workshop import Workshop

MOST_BARRIERS = 3
_NO_NOTES: Mapping[str, str] = MappingProxyType({})


def pick(
    w: Workshop, at: Moment, *, pivot: str, barriers: Sequence[str], notes: Mapping[str, str] = _NO_NOTES
) -> Change:
    """The barriers of a pivot, all in one list of ids; ``notes`` by barrier, unnamed ones stay.

    Raises:
        Refused: ``pivot.unknown``, ``barrier.unknown``, ``barriers.too_many`` (three at most),
            ``text.too_long``, ``final``.
    """
    may_change(w)
    the_pivot(w, pivot)
    chosen = tuple(dict.fromkeys(barriers))
    known = {id for id, _ in w.framework.barriers}
    if unknown := [id for id in chosen if id not in known]:
        raise Refused("barrier.unknown", barrier=unknown[0])
    if len(chosen) > MOST_BARRIERS:
        raise Refused("barriers.too_many", barriers=len(chosen), limit=MOST_BARRIERS)
    old = {one.barrier: one for one in w.barriers.values() if one.pivot == pivot}
    rows: list[Row] = [*gone(*(one for one in old.values() if one.barrier not in chosen))]
    for id in chosen:
        before = old.get(id)
        words = line(notes[id]) if id in notes else (before.note if before else "")
        rows += turned(before, Barrier(before.id if before else at.new_id(), w.about.id, pivot, id, words))
    return Change("barriers.pick", tuple(rows), {"subject": pivot, "barriers": chosen})
