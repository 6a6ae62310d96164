"""What the room decided about a level, where it differs from the votes, what it left open, who disagreed."""

from __future__ import annotations

from fractions import Fraction

from desktop.words.catalogue import Words
from desktop.words.clean import shorten
from desktop.words.formats import agreed, computed
from desktop.words.lists import inside, isolated, stopped
from desktop.words.stages import Stages


def decision(stages: Stages, level: Fraction | float, votes: Fraction | None) -> str:
    """Says "2 Doing digital ● agreed by the room ○ 2.0 computed from the votes"; without votes, the first half."""
    words = stages.words
    said = words.say(
        "{level} {stage} ● agreed by the room", level=agreed(words, level), stage=stages.at(level)
    )
    return said if votes is None else f"{said} {from_votes(words, votes)}"


def from_votes(words: Words, votes: Fraction) -> str:
    """Says "○ 2.0 computed from the votes"."""
    return words.say("○ {level} computed from the votes", level=computed(words, votes))


def overruled(
    words: Words, pivot: str, level: Fraction | float, votes: Fraction, rationale: str | None
) -> str:
    """Says "In infrastructure the room agreed 2; its votes gave 2.8 (reason: Asked for a list, we could …)."

    ``rationale`` None leaves the reason out.
    """
    pivot, shown, counted = inside(words, pivot), agreed(words, level), computed(words, votes)
    if rationale is None:
        return words.say(
            "In {pivot} the room agreed {level}; its votes gave {votes}.",
            pivot=pivot,
            level=shown,
            votes=counted,
        )
    why = shorten(" ".join(rationale.split()), _REASON).rstrip(".")
    return words.say(
        "In {pivot} the room agreed {level}; its votes gave {votes} ({reason}).",
        pivot=pivot,
        level=shown,
        votes=counted,
        reason=words.say("reason: {why}", why=isolated(words, why))
        if why
        else words.say("no reason is recorded"),
    )


def reasons_elsewhere(words: Words) -> str:
    """After several of them without their reasons."""
    return words.say("The roadmap gives the reasons.")


_REASON = 140
"""Characters of a reason on page one; the roadmap has it in full."""


def reason(words: Words, rationale: str) -> str:
    """Why the room agreed this level, as it was written, or "No reason is recorded."."""
    return stopped(rationale) or words.say("No reason is recorded.")


def dissent(words: Words, text: str) -> str:
    """The dissent as it was written, or "None recorded."."""
    return stopped(text) or words.say("None recorded.")


def left_open(words: Words, reason: str = "") -> str:
    """A pivot the room did not agree a level for."""
    return f"{words.say('The room left this open.')} {stopped(reason)}".rstrip()


def votes_stand(words: Words) -> str:
    """After *left open*: what the papers print instead of an agreed level."""
    return words.say("The votes stand as counted.")
