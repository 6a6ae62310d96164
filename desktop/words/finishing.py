"""What is still *To finish* after the day, one line each."""

from __future__ import annotations

from desktop.model.to_finish import Unfinished
from desktop.words.catalogue import Words
from desktop.words.formats import in_words
from desktop.words.lists import sentence


def to_finish(words: Words, lack: Unfinished, name: str) -> str:
    """One thing to finish. ``name``: the action's number and title, or the pivot's name."""
    return {
        Unfinished.OWNER: words.say("{name} has no owner.", name=name),
        Unfinished.DUE: words.say("{name} has no date.", name=name),
        Unfinished.MEASURE: words.say("{name} has no measure.", name=name),
        Unfinished.FIRST_STEP: words.say("{name} has no first step.", name=name),
        Unfinished.TO_CHECK: words.say("{name} still has suggested text to check.", name=name),
        Unfinished.DAYS: words.say("{name} has guessed days of work.", name=name),
        Unfinished.MONEY: words.say("{name} has no answer about money.", name=name),
        Unfinished.REASON: words.say("{name} lacks the reason why the room and the votes differ.", name=name),
        Unfinished.LEFT_OPEN: words.say("{name} was left open.", name=name),
    }[lack]


def task(words: Words, lack: Unfinished) -> str:
    """What is to be done about one thing to finish: "Name an owner: a post."."""
    return {
        Unfinished.OWNER: words.say("Name an owner: a post."),
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
