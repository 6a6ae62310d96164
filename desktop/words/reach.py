"""What the plan reaches, if all of it finishes and works (method.md §7): arithmetic, never a forecast."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.words.catalogue import Words
from desktop.words.formats import in_words, steps
from desktop.words.lists import both, either, inside


def reach(
    words: Words,
    actions: int,
    closed: Fraction,
    asked: Fraction,
    reached: Sequence[str],
    uncovered: Sequence[str],
    *,
    pivots: int,
    agreed_levels: bool = True,
    unmoved: Sequence[str] = (),
) -> str:
    """Says "If all eight actions finish and work, they close 1.7 of the 6½ steps asked for; no pivot reaches …".

    ``asked`` is the sum of gaps, in halves if all ``agreed_levels``; ``reached`` and ``uncovered`` are names of
    pivots, ``unmoved`` those whose actions lift no level; ``pivots`` counts those that have a gap.
    """
    if not actions:
        said = words.say("No action is chosen, so every gap stays open.")
        return said if asked else words.say("No action is chosen.")
    done = words.many(
        "If the one action finishes and works, it closes {steps}; {reached}.",
        "If all {number} actions finish and work, they close {steps}; {reached}.",
        actions,
        number=in_words(words, actions),
        steps=_steps(words, closed, asked, agreed_levels=agreed_levels),
        reached=_reached(words, reached, pivots),
    )
    rest = (no_action_covers(words, uncovered), lifts_nothing(words, unmoved))
    return " ".join(said for said in (done, *rest) if said)


def no_action_covers(words: Words, names: Sequence[str]) -> str:
    """Says "No action covers talent or experience." '' if every gap is covered."""
    if not names:
        return ""
    return words.say(
        "No action covers {names}.", names=either(words, [inside(words, name) for name in names])
    )


def lifts_nothing(words: Words, names: Sequence[str]) -> str:
    """Says "What is planned for law lifts no level." '' if every chosen action lifts one."""
    if not names:
        return ""
    return words.say(
        "What is planned for {names} lifts no level.",
        names=both(words, [inside(words, name) for name in names]),
    )


def closes_nothing(words: Words, why: str) -> str:
    """A plan where no gap is known. ``why``: "No target is set."."""
    return words.say("{why} So the plan has no gap to close.", why=why)


def gap_stays(words: Words, step: str) -> str:
    """A pivot without an action: "No action chosen. The gap from 2 to 3 stays open." ``step``: "from 2 to 3"."""
    return words.say("No action chosen. The gap {step} stays open.", step=step)


def _steps(words: Words, closed: Fraction, asked: Fraction, *, agreed_levels: bool) -> str:
    """Says "1.7 of the 6½ steps asked for"; what is closed reads in halves only if it is one."""
    halves = agreed_levels and closed.denominator <= 2 and closed > 0
    return words.many(
        "{closed} of the {asked} step asked for",
        "{closed} of the {asked} steps asked for",
        1 if asked <= 1 else 2,
        closed=steps(words, closed, agreed_levels=halves) if closed else "0",
        asked=steps(words, asked, agreed_levels=agreed_levels),
    )


def _reached(words: Words, reached: Sequence[str], pivots: int) -> str:
    if not reached:
        return words.say("no pivot reaches its target yet")
    if len(reached) == pivots > 1:
        return words.say("every pivot reaches its target")
    names = both(words, [inside(words, name) for name in reached])
    return words.many("{names} reaches its target", "{names} reach their targets", len(reached), names=names)
