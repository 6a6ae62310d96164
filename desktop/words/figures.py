"""Captions and alternative texts: each begins with the finding, then says how to read the picture."""

from __future__ import annotations

from desktop.words.catalogue import Words
from desktop.words.dates import until
from desktop.words.formats import in_words
from desktop.words.lists import sentence


def against_targets(words: Words, *, below: int, met: int, without_level: int, above: int = 0) -> str:
    """The finding of today against target, over pivots that have both; ``without_level`` have no level.

    ``met`` counts those at or above their target, ``above`` those whose target lies below their level.
    """
    if without_level:
        return sentence(
            words.many(
                "{number} pivot has no level; its row says why.",
                "{number} pivots have no level; each row says why.",
                without_level,
                number=in_words(words, without_level),
            )
        )
    if not below and not met:
        return words.say("No target is set.")
    if not met:
        return words.say("Every pivot is below its target.")
    if not below and above:
        return words.say("Every pivot stands at its target or above it.")
    if not below:
        return words.say("Every pivot stands at its target.")
    return sentence(
        words.many(
            "{number} pivot of {total} is below its target.",
            "{number} pivots of {total} are below their targets.",
            below,
            number=in_words(words, below),
            total=in_words(words, below + met),
        )
    )


def bars_key(
    words: Words,
    horizon: str | None,
    *,
    all_agreed: bool,
    bars: bool = True,
    ticks: bool = True,
    overruled: bool = False,
) -> str:
    """How to read what is drawn: "Bar: the level agreed. Tick: the target for the end of 2028."."""
    said = []
    if bars and all_agreed:
        said.append(words.say("Bar: the level agreed."))
    elif bars:
        said.append(words.say("Solid bar: agreed by the room. Outlined bar: computed from the votes."))
    if ticks and horizon is None:
        said.append(words.say("Tick: the target."))
    elif ticks:
        said.append(words.say("Tick: the target for {horizon}.", horizon=until(words, horizon)))
    if overruled:
        said.append(words.say("Ring: the votes."))
    return " ".join(said)


def city_key(words: Words, *, dim: bool = True) -> str:
    """Under the city; ``dim``: some district has no level."""
    said = words.say("Lit windows: today’s level. Outlined windows: the target.")
    return f"{said} {words.say('A dim district is not scored.')}" if dim else said


def radar_finding(words: Words, actions: int, moved: int, reached: int) -> str:
    """Says "The eight chosen actions move five pivots and reach no target."."""
    if not actions:
        return words.say("No action is chosen; the radar shows today and the targets.")
    moves = words.many("{n} pivot", "{n} pivots", moved, n=in_words(words, moved))
    targets = words.many("{n} target", "{n} targets", reached, n=in_words(words, reached))
    return words.many(
        "The one chosen action moves {pivots} and reaches {targets}.",
        "The {number} chosen actions move {pivots} and reach {targets}.",
        actions,
        number=in_words(words, actions),
        pivots=moves,
        targets=targets,
    )


def plan_finding(words: Words, actions: int, waves: int) -> str:
    """Over the plan in one picture: "Five actions in two waves; in words on the next pages."."""
    plan = words.many("{number} action", "{number} actions", actions, number=in_words(words, actions))
    said = words.many(
        "{plan} in one wave; in words on the next pages.",
        "{plan} in {number} waves; in words on the next pages.",
        waves,
        plan=plan,
        number=in_words(words, waves),
    )
    return sentence(said)
