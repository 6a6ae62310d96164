"""The first page of the wall, to try the projector with before the day."""

from __future__ import annotations

from desktop.look.marks import Picture
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scenes.frame import Frame
from desktop.look.scenes.welcome import Way, Welcome, welcome
from desktop.model import builtin
from desktop.model.framework import say
from desktop.model.workshop import Workshop
from desktop.ui.prepare.day import start_of
from desktop.ui.stage import Scene
from desktop.words.calendar_days import full_day
from desktop.words.catalogue import Words
from desktop.words.dates import clock_time
from desktop.words.missing import not_scored
from desktop.words.people import promise

_ICONS = {"paper": "vote", "hands": "hand", "dots": "hand"}


def first_page(speech: Words, w: Workshop) -> Scene:
    """The scene that will greet the room."""
    ways = builtin.ways()
    said = Welcome(
        city=w.about.city,
        when=f"{full_day(speech, w.about.date)}, {clock_time(start_of(w))}",
        title=w.about.title,
        ways=tuple(
            Way(_ICONS[way], say(ways[way].name, speech.language))
            for way in w.about.ways
            if way in _ICONS and way in ways
        ),
        promise=promise(speech, w.about.ways),
        standings=tuple(_unlit(speech, w, place) for place in range(len(w.pivots))),
        scale=Scale(
            w.framework.lowest, tuple(say(stage.name, speech.language) for stage in w.framework.stages)
        ),
    )

    def draw(frame: Frame) -> Picture:
        return welcome(said, frame)

    return draw


def _unlit(speech: Words, w: Workshop, place: int) -> Standing:
    pivot = w.pivots[place]
    name, short = w.words(pivot.id, "name", pivot.name), w.words(pivot.id, "short", pivot.short)
    return Standing(place + 1, pivot.colour, name, short, None, "", not_scored(speech))
