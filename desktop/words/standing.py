"""Where the city stands, in short: strongest and weakest pivot, ties, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.model.measures.rounding import rounded
from desktop.model.measures.score import Source
from desktop.words.catalogue import Words
from desktop.words.formats import computed, in_words, level
from desktop.words.lists import both, inside
from desktop.words.stages import Stages


@dataclass(frozen=True, slots=True)
class Standing:
    """One pivot's full name and its level in force; ``level`` None: it has none, though it may be ``discussed``."""

    name: str
    level: Fraction | None
    source: Source
    discussed: bool = False

    @property
    def shown(self) -> Decimal | None:
        """The level as compared: rounded as people see it, so that what reads alike is a tie."""
        return None if self.level is None else rounded(self.level)


def in_short(stages: Stages, pivots: Sequence[Standing]) -> str:
    """Says "The city is strongest in … It is weakest in …", with ties, and "Of the six pivots discussed, …"."""
    words = stages.words
    scored = [pivot for pivot in pivots if pivot.shown is not None]
    without = [pivot for pivot in pivots if pivot.shown is None]
    left_out = bool(without) and not any(pivot.discussed for pivot in without)
    if not scored:
        return words.say("No pivot has a level.")
    if len(scored) == 1:
        return words.say("Only {pivot} has a level.", pivot=_with_level(stages, scored))
    levels = [pivot.shown for pivot in scored if pivot.shown is not None]
    if min(levels) == max(levels):
        return _all_equal(words, scored, left_out=left_out, all_scored=not without)
    strongest = _with_level(stages, [pivot for pivot in scored if pivot.shown == max(levels)])
    weakest = _with_level(stages, [pivot for pivot in scored if pivot.shown == min(levels)])
    if left_out:
        first = words.say(
            "Of the {number} pivots discussed, the city is strongest in {pivot}.",
            number=in_words(words, len(scored)),
            pivot=strongest,
        )
    elif without:
        first = words.say(
            "Of the {number} pivots with a level, the city is strongest in {pivot}.",
            number=in_words(words, len(scored)),
            pivot=strongest,
        )
    else:
        first = words.say("The city is strongest in {pivot}.", pivot=strongest)
    return f"{first} {words.say('It is weakest in {pivot}.', pivot=weakest)}"


def level_and_stage(stages: Stages, value: Fraction, source: Source) -> str:
    """Says "3, Becoming digital", "2½, between Doing and Becoming"."""
    return stages.words.say(
        "{level}, {stage}", level=level(stages.words, value, source), stage=stages.at(value)
    )


def _all_equal(words: Words, scored: Sequence[Standing], *, left_out: bool, all_scored: bool) -> str:
    number, shown = in_words(words, len(scored)), _shown(words, scored)
    if left_out:
        return words.say("All {number} pivots discussed stand at {level}.", number=number, level=shown)
    if not all_scored:
        return words.say("All {number} pivots with a level stand at {level}.", number=number, level=shown)
    return words.say("All {number} pivots stand at {level}.", number=number, level=shown)


def _with_level(stages: Stages, tied_pivots: Sequence[Standing]) -> str:
    """Says "{pivot} ({level}, {stage})"; a tie: "{a} and {b} (both {level})"; more: "(all {level})"."""
    words = stages.words
    names = both(words, [inside(words, pivot.name) for pivot in tied_pivots])
    if len(tied_pivots) == 1:
        [one] = tied_pivots
        assert one.level is not None, "only pivots with a level are named"
        return words.say(
            "{pivot} ({level})", pivot=names, level=level_and_stage(stages, one.level, one.source)
        )
    shown = _shown(words, tied_pivots)
    if len(tied_pivots) == 2:
        return words.say("{pivots} (both {level})", pivots=names, level=shown)
    return words.say("{pivots} (all {level})", pivots=names, level=shown)


def _shown(words: Words, alike: Sequence[Standing]) -> str:
    """The level they share: in halves if the room agreed every one of them, else with one decimal."""
    if all(pivot.source is Source.AGREED for pivot in alike):
        return level(words, alike[0].level, Source.AGREED)
    return computed(words, alike[0].level)
