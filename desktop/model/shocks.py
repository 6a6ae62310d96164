"""The shocks of a workshop: which there are, which suit what was asked, which the city has lived through."""

from __future__ import annotations

from desktop.model import builtin, levels
from desktop.model.framework import Text
from desktop.model.records import Step
from desktop.model.shock_file import Shock
from desktop.model.workshop import Workshop


def fitting(w: Workshop) -> tuple[Shock, ...]:
    """The shocks written for the questions of this workshop, in file order; none for questions of another kind."""
    return builtin.shocks_for(w.framework)


def of_step(w: Workshop, step: Step) -> Shock | None:
    """The shock a step tells; None while none is chosen."""
    return next((one for one in fitting(w) if step.kind == "shock" and one.id == step.subject), None)


def lived(w: Workshop) -> frozenset[str]:
    """The shocks the room said it has been through lately."""
    return frozenset(note.subject for note in w.notes.values() if note.kind == "lived" and note.subject)


def suggested(w: Workshop) -> tuple[Shock, ...]:
    """Those that test what the room has talked about: every pivot of theirs, or else as many as any shock does.

    Before any pivot was talked about, the pivots asked about today count. What was lived through is not suggested.
    """
    known = {one.id for one in w.pivots if levels.discussed(w, one.id)}
    known = known or {one.id for one in w.pivots if w.questions_of(one.id)}
    left = [one for one in fitting(w) if one.id not in lived(w)]
    shares = {one.id: sum(pivot in known for pivot in one.pivots) / len(one.pivots) for one in left}
    best = max(shares.values(), default=0)
    return tuple(one for one in left if shares[one.id] == best)


def to_draw(w: Workshop, step: Step) -> tuple[Shock, ...]:
    """What may be drawn for a step: a suggested one, not the one in hand; then any other; lived through never."""
    others = [one for one in fitting(w) if one.id != step.subject and one.id not in lived(w)]
    liked = {one.id for one in suggested(w)}
    return tuple(one for one in others if one.id in liked) or tuple(others)


def fiction() -> Text:
    """What stands under every scene of a shock."""
    return builtin.shocks().fiction
