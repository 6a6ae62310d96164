"""What is still *To finish* after the day, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.to_finish import Unfinished
from desktop.words.catalogue import Words
from desktop.words.formats import in_words
from desktop.words.lists import both, sentence


def to_finish(words: Words, lack: Unfinished, name: str) -> str:
    """One thing to finish. ``name``: the action's number and title, or the pivot's name."""
    return {
        Unfinished.OWNER: words.say("{name} has no owner.", name=name),
        Unfinished.OWNER_UNCONFIRMED: words.say("{name} has an owner suggested, not confirmed.", name=name),
        Unfinished.DUE: words.say("{name} has no date.", name=name),
        Unfinished.MEASURE: words.say("{name} has no measure.", name=name),
        Unfinished.FIRST_STEP: words.say("{name} has no first step.", name=name),
        Unfinished.TO_CHECK: words.say("{name} still has suggested text to check.", name=name),
        Unfinished.LATE: words.say("{name} is due after its wave ends.", name=name),
        Unfinished.EARLY: words.say("{name} is due before the day of the workshop.", name=name),
        Unfinished.DAYS: words.say("{name} has guessed days of work.", name=name),
        Unfinished.MONEY: words.say("{name}: the cost is not known.", name=name),
        Unfinished.REASON: words.say("{name} lacks the reason why the room and the votes differ.", name=name),
        Unfinished.LEFT_OPEN: words.say("{name} was left open.", name=name),
    }[lack]


def guessed_days(words: Words, numbers: Sequence[str], actions: int) -> str:
    """One line for all guesses: "The days of work are first guesses in A-001 and A-004."; '' for none."""
    if not numbers:
        return ""
    if len(numbers) == actions > 1:
        return words.say(
            "The days of work are first guesses in all {number} actions.", number=in_words(words, actions)
        )
    return words.say("The days of work are first guesses in {actions}.", actions=both(words, numbers))


def task(words: Words, lack: Unfinished) -> str:
    """What is to be done about one thing to finish: "Name an owner: a post."."""
    return {
        Unfinished.OWNER: words.say("Name an owner: a post."),
        Unfinished.OWNER_UNCONFIRMED: words.say("Confirm the suggested owner, or name another."),
        Unfinished.LATE: words.say("Move the date into its wave, or choose another wave."),
        Unfinished.EARLY: words.say("Set a date after the workshop."),
        Unfinished.DUE: words.say("Set the date by which it is done."),
        Unfinished.MEASURE: words.say("Say by what one can see that it works."),
        Unfinished.FIRST_STEP: words.say("Write the first step."),
        Unfinished.TO_CHECK: words.say("Check the suggested text, and change what does not fit."),
        Unfinished.DAYS: words.say("Check the person-days; they are a first guess."),
        Unfinished.MONEY: words.say("Say whether it needs money, and how much."),
        Unfinished.REASON: words.say("Write down why the room and the votes differ."),
        Unfinished.LEFT_OPEN: words.say("Agree a level; the room left it open."),
    }[lack]


def how_many_to_finish(words: Words, things: int) -> str:
    """Says "13 things to finish", "Nothing is left to finish."."""
    if not things:
        return words.say("Nothing is left to finish.")
    return words.many("{n} thing to finish", "{n} things to finish", things)


def without_owner(words: Words, missing: int, actions: int) -> str:
    """At Commit: "1 of 6 has no owner yet"; '' if each has one."""
    if not missing:
        return ""
    return words.many(
        "{n} of {actions} has no owner yet", "{n} of {actions} have no owner yet", missing, actions=actions
    )


def parked(words: Words, notes: int) -> str:
    """Says "Three parking-lot notes go to the annex."; '' for none."""
    if not notes:
        return ""
    return sentence(
        words.many(
            "{number} parking-lot note goes to the annex.",
            "{number} parking-lot notes go to the annex.",
            notes,
            number=in_words(words, notes),
        )
    )
