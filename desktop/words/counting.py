"""What the wall and the papers say about a round: counts, never an index (method.md §1)."""

from __future__ import annotations

from desktop.model.measures.tally import RoomState, Tally
from desktop.model.measures.wall import Most, TwoCamps, wall_counts
from desktop.words.catalogue import Words
from desktop.words.formats import of, tied, whole
from desktop.words.stages import Stages


def counting(stages: Stages, counts: Most | TwoCamps) -> str:
    """Says "22 of 28 at Doing or Becoming digital. 5 lower, 1 higher. 1 can’t say." Zeros are left out."""
    words = stages.words
    said = _camps(stages, counts) if isinstance(counts, TwoCamps) else _most(stages, counts)
    if counts.cant_say:
        said.append(words.say("{number}.", number=cant_say(words, counts.cant_say)))
    return " ".join(said)


def counting_of(stages: Stages, tally: Tally) -> str:
    """The counting sentence of a round whatever its state; '' if nobody named a level."""
    counts = wall_counts(tally)
    return "" if counts is None else counting(stages, counts)


def round_in_short(stages: Stages, tally: Tally) -> str:
    """As :func:`round_says`, for a line among many: levels by number, and one finding only."""
    if tally.state is RoomState.HALF_CANT_SAY:
        count = of(stages.words, tally.cant_say, tally.cast)
        return stages.words.say("{count} can’t say: that is the finding.", count=count)
    return round_says(_numbered(stages), tally)


def round_at_a_glance(stages: Stages, tally: Tally) -> str:
    """The shortest that may be said of a round: "19 of 21 at 2 or 3", levels by number, or its state."""
    if tally.state not in (RoomState.OK, RoomState.FEWER_THAN_HALF):
        return state_name(stages.words, tally.state)
    counts = wall_counts(tally)
    if counts is None:
        return ""
    numbered = _numbered(stages)
    said = _camps(numbered, counts) if isinstance(counts, TwoCamps) else _most(numbered, counts)
    return said[0].rstrip(".")


def _numbered(stages: Stages) -> Stages:
    levels = range(stages.lowest, stages.highest + 1)
    return Stages(stages.words, tuple(str(level) for level in levels), stages.lowest)


def round_says(stages: Stages, tally: Tally) -> str:
    """What may be said about a round in its state: the counting sentence, marked, or why there is none."""
    words = stages.words
    match tally.state:
        case RoomState.EMPTY:
            return words.say("No answers yet.")
        case RoomState.TOO_FEW:
            return words.many(
                "Too few to show: 1 person answered.", "Too few to show: {n} people answered.", tally.cast
            )
        case RoomState.NOBODY_CAN_SAY:
            return words.say("Nobody can say: that is the finding.")
        case RoomState.HALF_CANT_SAY:
            return _half_cant_say(stages, tally)
        case RoomState.FEWER_THAN_HALF:
            marked = words.say("{count} answered, fewer than half.", count=of(words, tally.cast, tally.room))
            return f"{marked} {counting_of(stages, tally)}".rstrip()
        case _:
            return counting_of(stages, tally)


def state_name(words: Words, state: RoomState) -> str:
    """The state of a round in a few words; '' if all is well."""
    return {
        RoomState.EMPTY: words.say("no answers yet"),
        RoomState.TOO_FEW: words.say("too few to show"),
        RoomState.FEWER_THAN_HALF: words.say("fewer than half answered"),
        RoomState.NOBODY_CAN_SAY: words.say("nobody can say"),
        RoomState.HALF_CANT_SAY: words.say("half can’t say"),
        RoomState.OK: "",
    }[state]


def cant_say(words: Words, number: int) -> str:
    """Says "1 can’t say", unbreakable."""
    return tied(words.say("{number} can’t say", number=whole(words, number)))


def answers_in(words: Words, cast: int, present: int) -> str:
    """While a vote is open: "12 of 28 in"."""
    return tied(words.say("{count} in", count=of(words, cast, present)))


def answers_are_in(words: Words, cast: int, present: int) -> str:
    """On the wall, of a vote whose results are not shown: "11 of 12 answers are in"."""
    return words.many(
        "{count} answer is in.", "{count} answers are in.", present, count=of(words, cast, present)
    )


def close_anyway(words: Words, cast: int, present: int) -> str:
    """The first press on *close* with answers missing: "12 of 28 in, press again to close"."""
    return words.say("{count}, press again to close", count=answers_in(words, cast, present))


def _most(stages: Stages, counts: Most) -> list[str]:
    words = stages.words
    said = [
        words.say(
            "{count} at {levels}.",
            count=of(words, counts.count, counts.n),
            levels=stages.any_of(counts.levels),
        )
    ]
    rest = []
    if counts.lower:
        rest.append(tied(words.say("{number} lower", number=whole(words, counts.lower))))
    if counts.higher:
        rest.append(tied(words.say("{number} higher", number=whole(words, counts.higher))))
    if rest:
        said.append(words.say("{rest}.", rest=", ".join(rest)))
    return said


def _camps(stages: Stages, counts: TwoCamps) -> list[str]:
    words = stages.words
    parts = [
        words.say(
            "{number}\u00a0at {levels}", number=whole(words, camp.count), levels=stages.any_of(camp.levels)
        )
        for camp in (counts.low, counts.high)
    ]
    if counts.between:
        parts.append(tied(words.say("{number} between", number=whole(words, counts.between))))
    return [words.say("{parts}.", parts=", ".join(parts))]


def _half_cant_say(stages: Stages, tally: Tally) -> str:
    words = stages.words
    counts = wall_counts(tally)
    said = words.say("{count} can’t say: that is the finding.", count=of(words, tally.cant_say, tally.cast))
    if counts is None:
        return said
    rated = _camps(stages, counts) if isinstance(counts, TwoCamps) else _most(stages, counts)
    return " ".join([said, words.say("Of those who chose a level, {counts}", counts=" ".join(rated))])
