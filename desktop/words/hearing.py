"""Whom the room hears first: levels, never people; nothing else may put an invitation into words (method.md §2)."""

from __future__ import annotations

from desktop.model.measures.invitation import Invitation
from desktop.words.catalogue import Words
from desktop.words.stages import Stages


def hear_first(stages: Stages, invited: Invitation) -> str:
    """The console's line after "Hear first": "someone who chose 4, then someone who chose 2"; '' for nobody."""
    words = stages.words
    if invited.unanimous or invited.third_person is not None:
        return " ".join(to_ask(stages, invited))
    someone = [words.say("someone who chose {level}", level=level) for level in invited.levels]
    if len(someone) == 2:
        return words.say("{first}, then {second}", first=someone[0], second=someone[1])
    return "".join(someone)


def to_ask(stages: Stages, invited: Invitation) -> tuple[str, ...]:
    """What the facilitator may say aloud, one sentence a speaker; nothing if nobody named a level."""
    words = stages.words
    if invited.unanimous:
        return (words.say("What can we point to?"),)
    if invited.third_person is not None:
        stage = stages.name(invited.third_person)
        return (words.say("What would someone have seen who says {stage}?", stage=stage),)
    return tuple(_spoken(words, place, level) for place, level in enumerate(invited.levels))


def _spoken(words: Words, place: int, level: int) -> str:
    if place == 0:
        return words.say(
            "Someone who chose {level}, if you like: what could you show a visitor today?", level=level
        )
    return words.say("Someone who chose {level}: what would that visitor see with you?", level=level)
