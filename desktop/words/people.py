"""Who took part and how they voted; head counts only, never names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.words.catalogue import Words, mark
from desktop.words.formats import in_words, of, whole
from desktop.words.lists import both

_VOTED = {
    "phone": mark("{n} voted by phone"),
    "device": mark("{n} voted on a shared device"),
    "paper": mark("{n} voted on paper"),
    "hands": mark("{n} voted by show of hands"),
    "dots": mark("{n} voted with dots"),
    "ballots": mark("{n} voted by secret ballot"),
}
_BY = {
    "phone": mark("{n} by phone"),
    "device": mark("{n} on a shared device"),
    "paper": mark("{n} on paper"),
    "hands": mark("{n} by show of hands"),
    "dots": mark("{n} with dots"),
    "ballots": mark("{n} by secret ballot"),
}


def took_part(
    words: Words,
    present: int,
    invited: int,
    ways: Mapping[str, int],
    questions: tuple[int, int] | None = None,
) -> str:
    """Says "28 of 31 invited officials; 21 voted on paper, 7 by show of hands, three questions a pivot."

    ``questions`` is the fewest and the most asked about a pivot; told only where somebody voted.
    """
    who = words.many(
        "{count} invited official", "{count} invited officials", invited, count=of(words, present, invited)
    )
    if invited <= present:
        who = words.many("{count} official", "{count} officials", present, count=whole(words, present))
    if not present:
        return words.say("Nobody has taken part yet.")
    how = voted(words, ways)
    if not how:
        return words.say("{who}.", who=who)
    said = words.say("{who}; {how}", who=who, how=how)
    return f"{said.removesuffix('.')}, {_asked(words, questions)}" if questions else said


def _asked(words: Words, questions: tuple[int, int]) -> str:
    """How many questions a pivot's level rests on."""
    fewest, most = questions
    if most <= 1:
        return words.say("one question a pivot (indicative).")
    if fewest != most:
        return words.say(
            "{fewest} to {most} questions a pivot.",
            fewest=in_words(words, fewest),
            most=in_words(words, most),
        )
    return words.say("{number} questions a pivot.", number=in_words(words, most))


def voted(words: Words, ways: Mapping[str, int]) -> str:
    """Says "21 voted on paper, 7 by show of hands." by way; ways nobody used are left out; '' for nobody."""
    used = [(way, number) for way, number in ways.items() if number]
    parts = [
        words.say((_BY if place else _VOTED)[way], n=whole(words, number))
        for place, (way, number) in enumerate(used)
    ]
    return words.say("{parts}.", parts=", ".join(parts)) if parts else ""


def ways_named(words: Words, ways: Sequence[str]) -> str:
    """How we vote today: "on paper and by show of hands"."""
    names = {
        "phone": words.say("by phone"),
        "device": words.say("on a shared device"),
        "paper": words.say("on paper"),
        "hands": words.say("by show of hands"),
        "dots": words.say("with dots on the wall"),
        "ballots": words.say("by secret ballot"),
    }
    return both(words, [names[way] for way in ways])


def open_vote(words: Words) -> str:
    """Beside a result counted by hands or dots."""
    return words.say("An open vote, and recorded as one.")


def stand_behind(words: Words, yes: int, asked: int) -> str:
    """Says "24 of 27 stand behind this plan"."""
    return words.many(
        "{count} stands behind this plan", "{count} stand behind this plan", yes, count=of(words, yes, asked)
    )


def in_the_room(words: Words, present: int) -> str:
    """Says "28 people in the room"."""
    return words.many(
        "{number} person in the room", "{number} people in the room", present, number=whole(words, present)
    )


def invited(words: Words, seats: int, waiting: int, away: int) -> str:
    """At Welcome: "28 invited, 3 not here yet, 2 away", "28 invited, all here"."""
    said = [words.say("{n} invited", n=whole(words, seats))]
    said += [words.say("{n} not here yet", n=whole(words, waiting))] if waiting else []
    said += [words.say("{n} away", n=whole(words, away))] if away else []
    if not waiting and not away:
        said.append(words.say("all here"))
    return ", ".join(said)


OPEN_WAYS = ("hands", "dots")
"""Ways in which the room sees who answers what."""


def all_open(ways: Sequence[str]) -> bool:
    """Whether the room sees every answer: nobody votes by ballot, phone or device."""
    return bool(ways) and all(way in OPEN_WAYS for way in ways)


def promise(words: Words, ways: Sequence[str]) -> str:
    """What people are told before they vote, on the wall and on the ballot: no more than the ways can keep."""
    if all_open(ways):
        if "dots" not in ways:
            return words.say("Hands are open: the room sees yours; only totals are kept.")
        if "hands" not in ways:
            return words.say("Dots are open: the room sees yours; only totals are kept.")
        return words.say("Hands and dots are open: the room sees yours; only totals are kept.")
    if "paper" not in ways:
        kept = words.say(
            "The screen shows totals only. Your answer is kept on this laptop without your name."
        )
    elif len(ways) == 1:
        return words.say(
            "The screen shows totals only. Your answer is kept on the workshop laptop without your name."
        )
    else:
        kept = words.say(
            "The screen shows totals only. Your ballot is kept on the workshop laptop without your name."
        )
    open_ = words.say("A raised hand is open.") if "hands" in ways else ""
    return f"{kept} {open_}".strip()
