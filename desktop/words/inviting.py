"""The invitation: what is asked of people, how long it takes, what happens to their answers."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words.catalogue import Words
from desktop.words.dates import clock_time, duration, long_date
from desktop.words.formats import in_words
from desktop.words.lists import both, inside
from desktop.words.printed import promise


def opening(words: Words, city: str, pivots: int) -> str:
    """The first sentence."""
    return words.many(
        "You are invited to judge, with your colleagues, where {city} stands on {number} digital pivot.",
        "You are invited to judge, with your colleagues, where {city} stands on {number} digital pivots.",
        pivots,
        city=city,
        number=in_words(words, pivots),
    )


def purpose(words: Words) -> str:
    """What the day is for."""
    return words.say(
        "Together we agree where we stand, where residents need us to be, and which few actions come first. The "
        "council gets a paper of two pages."
    )


def sitting(words: Words, day: str, start: int, minutes: int) -> str:
    """Says "1 March 2027, 09:00 to 10:30 (1 h 30 min)"; without an agenda only when it begins."""
    date, begins = long_date(words, day), clock_time(start)
    if not minutes:
        return words.say("{date}, {start}", date=date, start=begins)
    return words.say(
        "{date}, {start} to {end} ({time})",
        date=date,
        start=begins,
        end=clock_time(start + minutes),
        time=duration(words, minutes),
    )


def read_before(words: Words, questions: int) -> str:
    """What to read, and how much of it."""
    return words.many(
        "The reading copy holds {n} question with four levels. It takes about {minutes} minutes. Ask in your service "
        "what one can show today.",
        "The reading copy holds all {n} questions with their levels. It takes about {minutes} minutes. Ask in your "
        "service what one can show today.",
        questions,
        minutes=minutes_to_read(questions),
    )


def minutes_to_read(questions: int) -> int:
    """About a minute a question, in steps of five: our own reckoning."""
    return max(5, -(-questions // 5) * 5)


def about_pivots(words: Words, names: Sequence[str]) -> str:
    """Which pivots are discussed."""
    return words.say("We talk about {pivots}.", pivots=both(words, [inside(words, name) for name in names]))


def how_answers_are_kept(words: Words) -> tuple[str, ...]:
    """The promise, and what it leaves out."""
    return (
        promise(words),
        words.say("We judge the city, never a person. “Can’t say” is a full answer."),
        words.say("No paper of the day says who answered what."),
    )


def bring(words: Words) -> str:
    """What to bring: nothing that takes work."""
    return words.say("No slides and no report. Bring what you know from your own desk.")


def other_formats(words: Words) -> str:
    """For those whom the usual paper does not serve."""
    return words.say("Ballots come in large print too. Tell us beforehand what you need to take part.")


def place(words: Words) -> str:
    """The place is written in by whoever invites: the workshop does not know it."""
    return words.say("Room and address: {line}", line="_" * 30)
