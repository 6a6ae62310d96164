"""Which groups are published together (method.md §8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.model.change import Change, turned
from desktop.model.moment import Moment
from desktop.model.refused import Refused
from desktop.model.verbs.guards import may_change, the_group
from desktop.model.workshop import Workshop


def fix_parts(w: Workshop, at: Moment, *, parts: Sequence[Sequence[str]]) -> Change:
    """Fix the parts, lists of groups, at the first showing by group; afterwards they can only be merged.

    Raises:
        Refused: ``group.unknown``; ``group.repeated`` (in two parts); ``groups.fixed`` where a part would
            be taken apart; ``final``.
    """
    may_change(w)
    wanted = tuple(tuple(part) for part in parts if part)
    named = [group for part in wanted for group in part]
    for group in named:
        the_group(w, group)
    if repeated := [group for group in named if named.count(group) > 1]:
        raise Refused("group.repeated", name=w.groups[repeated[0]].name)
    for old in w.about.parts or ():
        if not any(set(old) <= set(part) for part in wanted):
            raise Refused("groups.fixed")
    return Change("groups.fix_parts", turned(w.about, replace(w.about, parts=wanted)), {"parts": len(wanted)})
