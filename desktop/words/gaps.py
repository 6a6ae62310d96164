"""Gaps between today and target, and how firm their order is (method.md §5)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.measures.priority import Order
from desktop.model.measures.score import Source
from desktop.words.catalogue import Words
from desktop.words.formats import agreed, level, ordinal_place, steps
from desktop.words.lists import both, inside, sentence


def gap(words: Words, pivot: str, now: Fraction, source: Source, target: Fraction | float) -> str:
    """Says "Data mastery, from 2 to 3."."""
    return words.say("{pivot}, {step}.", pivot=pivot, step=from_to(words, now, source, target))


def from_to(words: Words, now: Fraction, source: Source, target: Fraction | float) -> str:
    """Says "from 2.3 to 3"; "stays at 3" where the target asks for no more."""
    if Fraction(target) <= now:
        return words.say("stays at {now}", now=level(words, now, source))
    return words.say("from {now} to {target}", now=level(words, now, source), target=agreed(words, target))


def close_call(words: Words, next_pivot: str) -> str:
    """On paper, after a gap whose place is not firm."""
    return words.say("This and the next one, {pivot}, could swap places.", pivot=inside(words, next_pivot))


def order_word(words: Words, order: Order) -> str:
    """How firm the order of two neighbours is, for the facilitator; '' where nothing is claimed."""
    return {
        Order.FIRM: words.say("firm"),
        Order.CLOSE_CALL: words.say("close call"),
        Order.TIE: words.say("tie"),
        Order.DECIDED: words.say("decided"),
        Order.TOO_FEW: "",
    }[order]


def ask_the_room(words: Words, pivots: Sequence[str]) -> str:
    """Equal gaps at the cut of three: the facilitator asks which comes first."""
    return words.say(
        "{pivots} are equally far. Ask the room which comes first.",
        pivots=both(words, [pivots[0], *(inside(words, name) for name in pivots[1:])]),
    )


def close_place(words: Words, place: int) -> str:
    """Console: "Third place is a close call: one voter could swap the two. Ask the room which comes first."."""
    return sentence(
        words.say(
            "{place} place is a close call: one voter could swap the two. Ask the room which comes first.",
            place=ordinal_place(words, place),
        )
    )


def furthest(words: Words, pivots: Sequence[str], size: Fraction, *, agreed_levels: bool) -> str:
    """Says "Furthest to go: business model, 1½ steps." One name or several equal ones."""
    return words.many(
        "Furthest to go: {pivots}, {steps} step.",
        "Furthest to go: {pivots}, {steps} steps.",
        1 if size <= 1 else 2,
        pivots=both(words, [inside(words, name) for name in pivots]),
        steps=steps(words, size, agreed_levels=agreed_levels),
    )


def all_met(words: Words) -> str:
    """No gap anywhere."""
    return words.say("All targets are met.")


def no_targets(words: Words) -> str:
    """No target is set."""
    return words.say("No target is set.")


def held_back(words: Words, questions: Sequence[str]) -> str:
    """Questions more than one level below their pivot: "Held back by tell us once."."""
    return words.say(
        "Held back by {questions}.", questions=both(words, [inside(words, name) for name in questions])
    )
