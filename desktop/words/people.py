"""Who took part and how they voted; head counts only, never names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.words.catalogue import Words, mark
from desktop.words.formats import of, whole
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


def took_part(words: Words, present: int, invited: int, ways: Mapping[str, int]) -> str:
    """Says "28 of 31 invited officials; 21 voted on paper, 7 by show of hands." """
    who = words.many(
        "{count} invited official", "{count} invited officials", invited, count=of(words, present, invited)
    )
    if invited <= present:
        who = words.many("{count} official", "{count} officials", present, count=whole(words, present))
    how = voted(words, ways)
    return words.say("{who}; {how}", who=who, how=how) if how else words.say("{who}.", who=who)


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
