"""From the first vote to the second (method.md §3): totals of moves, or what the counts alone can tell."""

from __future__ import annotations

from desktop.model.measures.rounds import Moves, Shift
from desktop.words.catalogue import Words, mark
from desktop.words.formats import of, whole
from desktop.words.lists import quoted


def moved(words: Words, moves: Moves) -> str:
    """Says "12 of 28 people changed their answer: 1 up, 11 down." '' where that would give somebody away."""
    if not moves.may_be_shown:
        return ""
    if not moves.changed:
        return words.say("Nobody changed their answer.")
    how = [
        words.say(pattern, n=whole(words, number))
        for pattern, number in (
            (mark("{n} up"), moves.up),
            (mark("{n} down"), moves.down),
            (mark("{n} from can’t say to a level"), moves.to_level),
            (mark("{n} to can’t say"), moves.to_cant_say),
        )
        if number
    ]
    return words.say(
        "{count} people changed their answer: {how}.",
        count=of(words, moves.changed, moves.paired),
        how=", ".join(how),
    )


def at_least(words: Words, shift: Shift) -> str:
    """Where ballots cannot be paired: "At least 4 ballots changed."."""
    if not shift.least_changed:
        return words.say("The counts are the same as before.")
    return words.many(
        "At least 1 ballot changed.",
        "At least {number} ballots changed.",
        shift.least_changed,
        number=whole(words, shift.least_changed),
    )


def second_vote(words: Words, first: str, second: str, change: str) -> str:
    """Both counting sentences and what changed: "First: … Second: … 12 of 28 people changed …"."""
    said = words.say("First: {first} Second: {second}", first=first, second=second)
    return f"{said} {change}".rstrip()


def disagreed_most(words: Words, question: str, id: str, said: str) -> str:
    """Says "They disagreed most on ‘Tell us once’ (D1). First: … Second: …" ``said``: what was counted.

    ``said`` is '' where the counts would show a single voter apart from all others; then the roadmap has them.
    """
    named = words.say("They disagreed most on {question}.", question=quoted(words, question, id))
    return f"{named} {said or words.say('The roadmap has the counts.')}"


def not_split(words: Words) -> str:
    """No vote was spread or in two camps, and none was held twice."""
    return words.say("On no question was the room split.")
