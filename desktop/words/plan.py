"""One action, and the plan as a whole, in the sentences of the papers."""

from __future__ import annotations

from fractions import Fraction

from desktop.words.catalogue import Words
from desktop.words.dates import long_date
from desktop.words.formats import in_words, person_days, tied, whole
from desktop.words.lists import isolated, quoted, sentence, stopped


def action_number(number: int) -> str:
    """Says "A-012"."""
    return f"A-{number:03d}"


def action_line(words: Words, owner: str, due: str | None, money: str) -> str:
    """Says "City Registrar, by 30 June 2027. Money: none." ``money`` from ``spending.money_line``."""
    post = isolated(words, owner.strip()) or words.say("No owner yet")
    who = words.say("{post}, by {date}.", post=post, date=long_date(words, due)) if due else stopped(post)
    return f"{who} {words.say('Money: {money}.', money=money)}"


def first_step(words: Words, text: str) -> str:
    """Says "First step: Ask three directors to name a post this month." '' for none."""
    return words.say("First step: {step}", step=stopped(text)) if text.strip() else ""


def measure(words: Words, what: str, start: str, end: str) -> str:
    """Says "Registers with a named owner: from 0 to 3"; what is missing is left out."""
    if not (start.strip() and end.strip()):
        return what.strip() or words.say("no measure yet")
    return words.say("{what}: from {start} to {end}", what=what.strip(), start=start.strip(), end=end.strip())


def needs_level(words: Words, question: str, id: str, level: int, *, asked: bool) -> str:
    """What an action waits for: "‘Check new uses first’ (D6) at level 3", and if this workshop did not ask it."""
    title = quoted(words, question, id)
    if asked:
        return words.say("{title} at level {level}", title=title, level=level)
    return words.say("{title} at level {level}, not asked in this workshop", title=title, level=level)


def plan_opening(words: Words, actions: int, *, owned: int, guessed: bool) -> str:
    """Says "Six actions; five have a post that answers for them." and whether the days of work are guesses.

    ``owned`` counts the actions with an owner; where each has one: "Six actions, each with one post …".
    """
    if not actions:
        return words.say("No action is chosen.")
    said = sentence(_opening(words, actions, owned))
    if not guessed:
        return said
    return f"{said} {words.say('The days of work are first guesses, to be checked by the owners.')}"


def _opening(words: Words, actions: int, owned: int) -> str:
    number = in_words(words, actions)
    if owned == actions:
        return words.many(
            "{number} action, with one post that answers for it.",
            "{number} actions, each with one post that answers for it.",
            actions,
            number=number,
        )
    if not owned:
        return words.many(
            "{number} action; no post answers for it yet.",
            "{number} actions; no post answers for any of them yet.",
            actions,
            number=number,
        )
    return words.many(
        "{number} actions; {owned} has a post that answers for it.",
        "{number} actions; {owned} have a post that answers for them.",
        owned,
        number=number,
        owned=in_words(words, owned),
    )


def load(words: Words, days: Fraction | float, capacity: Fraction | float | None) -> str:
    """A wave's work: "43 of 60 person-days", or without a limit "43 person-days"."""
    if capacity is None:
        return person_days(words, days)
    return tied(
        words.say("{days} of {capacity}", days=_number(words, days), capacity=person_days(words, capacity))
    )


def nothing_decided(words: Words, review: str | None, *, targets: bool = True, actions: bool = True) -> str:
    """*If nothing is decided*: what follows then, with or without ``targets`` and ``actions`` to decide on."""
    if not actions:
        if targets:
            return words.say("The targets stay the view of those present.")
        return words.say("What was said stays the view of those present.")
    if not targets:
        return _no_mandate(words, review)
    if review is None:
        return words.say("The targets stay the view of those present, and no owner has a mandate.")
    return words.say(
        "The targets stay the view of those present, no owner has a mandate, and the review on {date} has nothing "
        "to report.",
        date=long_date(words, review),
    )


def _no_mandate(words: Words, review: str | None) -> str:
    if review is None:
        return words.say("No owner has a mandate.")
    return words.say(
        "No owner has a mandate, and the review on {date} has nothing to report.",
        date=long_date(words, review),
    )


def limits(words: Words) -> str:
    """What the papers are, and are not."""
    return words.say(
        "These are the judgements of those present. Not an audit, not a comparison with other cities, not council "
        "policy."
    )


def _number(words: Words, days: Fraction | float) -> str:
    return whole(words, int(days)) if days == int(days) else person_days(words, days).split("\u00a0")[0]
