"""How the day runs, in the console's fixed line and on the wall: late, left, back at, saved."""

from __future__ import annotations

from desktop.words.catalogue import Words
from desktop.words.dates import clock_time, duration
from desktop.words.formats import in_words, tied


def drift(words: Words, minutes: int) -> str:
    """Says "4 min late", "3 min early", "on time"."""
    if minutes == 0:
        return words.say("on time")
    if minutes > 0:
        return tied(words.say("{time} late", time=duration(words, minutes)))
    return tied(words.say("{time} early", time=duration(words, -minutes)))


def left(words: Words, minutes: int) -> str:
    """Says "7 min left", "time is up", "2 min over"."""
    if minutes == 0:
        return words.say("time is up")
    if minutes > 0:
        return tied(words.say("{time} left", time=duration(words, minutes)))
    return tied(words.say("{time} over", time=duration(words, -minutes)))


def back_at(words: Words, minute: int) -> str:
    """A break on the wall: "Back at 10:45". ``minute`` after midnight."""
    return words.say("Back at {time}", time=clock_time(minute))


def saved(words: Words, time: str) -> str:
    """Says "Saved 10:42"."""
    return tied(words.say("Saved {time}", time=time))


def not_saved_since(words: Words, time: str) -> str:
    """Says "Not saved since 16:42"."""
    return words.say("Not saved since {time}", time=time)


def no_question_asked(words: Words) -> str:
    """At Prepare, where every question is left out."""
    return words.say("No question is asked. Choose at least one.")


def start_now(words: Words, days: int) -> str:
    """At Prepare, on another day than the workshop's: "The day is in 14 days. Press again to start now."."""
    if days == 1:
        when = words.say("The day is tomorrow.")
    elif days == -1:
        when = words.say("The day was yesterday.")
    elif days > 0:
        when = words.say("The day is in {n} days.", n=days)
    else:
        when = words.say("The day was {n} days ago.", n=-days)
    return words.say("{when} Press again to start now.", when=when)


def voting_share(words: Words, voting: int, agenda: int) -> str:
    """On the run sheet, where lines are dear: "Voting this way takes about 11 of the 52 minutes." """
    return words.say(
        "Voting this way takes about {voting} of the {agenda} minutes.", voting=voting, agenda=agenda
    )


def voting_sum(words: Words, voting: int, agenda: int, *, pivots: int, whole: int) -> str:
    """At Prepare: "Voting this way takes about 9 min; your seven pivots have 52 of the 90 minutes."

    ``agenda`` are the minutes for the pivots and their ballots, ``whole`` those of the day.
    """
    minutes = tied(words.say("{minutes} min", minutes=voting))
    if not pivots:
        return words.say(
            "Voting this way takes about {voting}; the votes have {agenda} of the {whole} minutes.",
            voting=minutes,
            agenda=agenda,
            whole=whole,
        )
    return words.many(
        "Voting this way takes about {voting}; your one pivot has {agenda} of the {whole} minutes.",
        "Voting this way takes about {voting}; your {pivots} pivots have {agenda} of the {whole} minutes.",
        pivots,
        voting=minutes,
        pivots=in_words(words, pivots),
        agenda=agenda,
        whole=whole,
    )
