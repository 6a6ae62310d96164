"""Why there is no number: "–" always comes with a reason."""

from __future__ import annotations

from enum import StrEnum

from desktop.words.catalogue import Words
from desktop.words.dates import long_date


class Missing(StrEnum):
    """Why a pivot has no level, target or plan."""

    NOT_DISCUSSED = "not_discussed"
    TOO_LITTLE = "too_little"
    HALF_CANT_SAY = "half_cant_say"
    NOBODY_CAN_SAY = "nobody_can_say"
    TOO_FEW = "too_few"
    LEFT_OPEN = "left_open"
    NO_TARGET = "no_target"


def missing(words: Words, why: Missing) -> str:
    """A few words for a table or a district of the city: "not discussed"."""
    return {
        Missing.NOT_DISCUSSED: words.say("not discussed"),
        Missing.TOO_LITTLE: words.say("too little answered"),
        Missing.HALF_CANT_SAY: words.say("half can’t say"),
        Missing.NOBODY_CAN_SAY: words.say("nobody can say"),
        Missing.TOO_FEW: words.say("too few to show"),
        Missing.LEFT_OPEN: words.say("left open"),
        Missing.NO_TARGET: words.say("no target"),
    }[why]


def not_discussed(words: Words, pivot: str, review: str | None = None) -> str:
    """A pivot that was left out: what that means, and who takes it up."""
    said = words.say("{pivot} was not discussed. This says nothing about how the city does.", pivot=pivot)
    if review is None:
        return said
    next_time = words.say("The plan keeper raises it at the review on {date}.", date=long_date(words, review))
    return f"{said} {next_time}"


def not_scored(words: Words) -> str:
    """Under a dark district of the city."""
    return words.say("not scored")


def too_little(words: Words, answered: int, asked: int) -> str:
    """Why a pivot has no level though some questions have one."""
    return words.many(
        "Too little answered: {answered} of 1 question has a level.",
        "Too little answered: {answered} of {n} questions have a level.",
        asked,
        answered=answered,
    )


def indicative(words: Words) -> str:
    """Beside a level that rests on one question."""
    return words.say("indicative: one question")
