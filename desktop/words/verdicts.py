"""The kind of room in words: prompts for the facilitator, on the wall only by choice (method.md §2)."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.measures.agreement import Reading, Verdict
from desktop.words.catalogue import Words
from desktop.words.formats import computed
from desktop.words.stages import Stages


def verdict_word(words: Words, verdict: Verdict | str) -> str:
    """One or two words: "Two camps". '' where there is no verdict. Takes a round's stored word too."""
    return {
        Verdict.CONSENSUS: words.say("Consensus"),
        Verdict.TWO_CAMPS: words.say("Two camps"),
        Verdict.LEANING: words.say("Leaning"),
        Verdict.SPREAD: words.say("Spread"),
        Verdict.TOO_FEW: words.say("Too few for a verdict"),
        Verdict.NONE: "",
    }[Verdict(verdict)]


def verdict_line(words: Words, reading: Reading) -> str:
    """The console's row: "Two camps", "Leaning to 2–3, a few are far off", "Spread from 1 to 4"."""
    word = verdict_word(words, reading.verdict)
    match reading.verdict:
        case Verdict.CONSENSUS:
            return words.say("Consensus at {levels}", levels=_range(reading.levels))
        case Verdict.LEANING:
            said = words.say("Leaning to {levels}", levels=_range(reading.levels))
            return words.say("{said}, a few are far off", said=said) if reading.far_off else said
        case Verdict.SPREAD:
            return words.say("Spread from {low} to {high}", low=reading.levels[0], high=reading.levels[-1])
        case _:
            return word


def one_ballot(words: Words) -> str:
    """Beside a verdict from fewer than 12 ratings, console only."""
    return words.say("One ballot could change this.")


def apart(words: Words, distance: Fraction | None) -> str:
    """Says "Two of us picked at random are 0.8 levels apart." '' for none."""
    if distance is None:
        return ""
    return words.say(
        "Two of us picked at random are {levels} levels apart.", levels=computed(words, distance)
    )


def typical(stages: Stages, low: int | None, high: int | None, verdict: Verdict) -> str:
    """The typical answer (both medians): "level 2", "between 2 and 3"; '' for two camps and where there is none."""
    if low is None or high is None or verdict is Verdict.TWO_CAMPS:
        return ""
    words = stages.words
    return (
        words.say("level {level}", level=low)
        if low == high
        else words.say("between {low} and {high}", low=low, high=high)
    )


def _range(levels: tuple[int, ...]) -> str:
    return "–".join(str(level) for level in dict.fromkeys((levels[0], levels[-1]))) if levels else ""
