"""Gaps between today and target, and how firm their order is (method.md §5)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.measures.priority import Order
from desktop.model.measures.score import Source
from desktop.words.catalogue import Words
from desktop.words.formats import agreed, in_words, level, ordinal_place, steps
from desktop.words.lists import both, inside, quoted, sentence


def gap(words: Words, pivot: str, now: Fraction, source: Source, target: Fraction | float) -> str:
    """Says "Data mastery, from 2 to 3."."""
    return words.say("{pivot}, {step}.", pivot=pivot, step=from_to(words, now, source, target))


def from_to(words: Words, now: Fraction, source: Source, target: Fraction | float) -> str:
    """Says "from 2.3 to 3"; "stays at 3" where the target asks for no more; "from 3 down to 1"."""
    if is_below(now, target):
        return words.say(
            "from {now} down to {target}", now=level(words, now, source), target=agreed(words, target)
        )
    if Fraction(target) <= now:
        return words.say("stays at {now}", now=level(words, now, source))
    return words.say("from {now} to {target}", now=level(words, now, source), target=agreed(words, target))


def is_below(now: Fraction, target: Fraction | float) -> bool:
    """Whether a target is below today. The half step under a computed level is where a pivot *stays*."""
    return Fraction(target) <= now - Fraction(1, 2)


def below_today(words: Words, target: Fraction, now: Fraction, source: Source) -> str:
    """The first time a target below today is typed: "1 is below today’s 3. Press again to keep it."."""
    return words.say(
        "{target} is below today’s {now}. Press again to keep it.",
        target=agreed(words, target), now=level(words, now, source),
    )  # fmt: skip


def close_call(words: Words, next_pivot: str) -> str:
    """On paper, after a gap whose place is not firm."""
    return words.say("This and the next one, {pivot}, could swap places.", pivot=inside(words, next_pivot))


def share_a_place(words: Words, place: int, pivots: Sequence[str], size: str = "", first: str = "") -> str:
    """On paper, for gaps that are equal: "Five share second place, 1 step each: data; talent; …".

    ``size`` is the gap they share in figures, '' where it differs; ``first`` the one the room put first.
    """
    number, names = in_words(words, len(pivots)), both(words, [inside(words, name) for name in pivots])
    at = ordinal_place(words, place)
    if size:
        said = words.say(
            "{number} share {place} place, {size} each: {pivots}.",
            number=number,
            place=at,
            size=size,
            pivots=names,
        )
    else:
        said = words.say("{number} share {place} place: {pivots}.", number=number, place=at, pivots=names)
    if first:
        said = f"{said} {words.say('The room put {pivot} first.', pivot=inside(words, first))}"
    return sentence(said)


def step_size(words: Words, size: Fraction, *, agreed_levels: bool) -> str:
    """Says "1 step", "1½ steps"."""
    return words.many(
        "{steps} step",
        "{steps} steps",
        1 if size <= 1 else 2,
        steps=steps(words, size, agreed_levels=agreed_levels),
    )


def not_listed(
    words: Words, met: Sequence[str], without_target: Sequence[str], without_level: Sequence[str]
) -> str:
    """Under the table of gaps, who is not in it and why; '' where everyone is."""
    reasons = (
        (met, words.say("at or above target")),
        (without_target, words.say("no target")),
        (without_level, words.say("no level")),
    )
    parts = [
        words.say("{pivots} ({why})", pivots=both(words, [inside(words, name) for name in names]), why=why)
        for names, why in reasons
        if names
    ]
    return words.say("Not listed: {parts}.", parts="; ".join(parts)) if parts else ""


def come_first(words: Words, pivots: Sequence[str]) -> str:
    """Over the table of gaps: "Data mastery comes first.", "Data and law come first, and are equal."."""
    names = both(words, [pivots[0], *(inside(words, name) for name in pivots[1:])])
    return words.many(
        "{pivots} comes first.", "{pivots} come first, and are equal.", len(pivots), pivots=names
    )


def close_pair(words: Words, place: int) -> str:
    """Over the table of gaps: "Third and fourth are a close call: without one voter these two could swap places."."""
    said = words.say(
        "{a} and {b} are a close call: without one voter these two could swap places.",
        a=ordinal_place(words, place),
        b=ordinal_place(words, place + 1),
    )
    return sentence(said)


def how_to_read(words: Words, *, equal_weights: bool) -> str:
    """Beside the table of gaps: what the order goes by."""
    if equal_weights:
        return words.say(
            "Order is distance: how far the room wants to go. Every pivot counts the same. Equal gaps stand together."
        )
    return words.say(
        "Order is distance times weight: how far the room wants to go, times how much the pivot matters to it. "
        "Equal gaps stand together."
    )


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


def rounded_sums(words: Words) -> str:
    """Under a table of computed levels."""
    return words.say("Rounded, so sums may differ by 0.1.")


def below_level(words: Words) -> str:
    """After a target that asks for less than there is."""
    return words.say("The target lies below today’s level.")


def all_met(words: Words) -> str:
    """No gap anywhere."""
    return words.say("All targets are met.")


def none_to_tell(words: Words) -> str:
    """Targets are set, but a pivot that has one lacks a level."""
    return words.say("No gap is known: a pivot needs a level and a target.")


def no_targets(words: Words) -> str:
    """No target is set."""
    return words.say("No target is set.")


def held_back(words: Words, questions: Sequence[str]) -> str:
    """Questions more than one level below their pivot: "Held back by ‘Tell us once’."."""
    return words.say(
        "Held back by {questions}.", questions=both(words, [quoted(words, name) for name in questions])
    )
