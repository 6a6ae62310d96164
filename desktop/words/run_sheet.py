"""The run sheet: what the facilitator does at each step, what is ready before, the keys, and when to say what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from desktop.words.catalogue import Words, mark
from desktop.words.formats import tied

MOMENTS: Mapping[str, str] = {
    "vote": mark("While they answer"),
    "hands": mark("Hands are counted"),
    "results": mark("The answers are shown"),
    "unanimous": mark("All chose one level"),
    "one_voice": mark("One voice apart"),
    "two_camps": mark("Two camps"),
    "spread": mark("Many levels"),
    "third_person": mark("Too few to ask one of them"),
    "cant_say": mark("Many can’t say"),
    "table_talk": mark("Talk at the tables"),
    "again": mark("One more vote"),
    "agree": mark("Agree a level"),
    "unloved_level": mark("Nobody loves the level"),
    "left_open": mark("No level is agreed"),
    "barriers": mark("What holds us back"),
    "shock_vote": mark("After the last beat"),
    "debrief": mark("When it is over"),
    "groups": mark("In groups"),
    "welcome_back": mark("The second welcome"),
    "day_one_close": mark("The first part ends"),
    "equal_gaps": mark("Equal gaps"),
    "owner": mark("Owner and wave"),
    "stand_behind": mark("The last question"),
    "thanks": mark("At the end"),
}
"""When the words of a moment are said, for those that do not open a step."""

_DO: Mapping[str, str] = {
    "welcome": mark("Count the room. Say how we vote."),
    "warm_up": mark("One answer each."),
    "ballots": mark("Hand out, wait, collect."),
    "shock": mark("Three beats, then one vote."),
    "where_to": mark("A target for each pivot."),
    "actions": mark("A post, a wave for each."),
    "commit": mark("Read back, hand over."),
    "after": mark("Hand over the papers."),
    "slack": mark("What was left too soon."),
}


def title(words: Words) -> str:
    """What the paper is called."""
    return words.say("Run sheet")


def for_whom(words: Words, city: str) -> str:
    """In the running head: "Rivermouth · for the facilitator, not for the wall"."""
    return words.say("{city} · for the facilitator, not for the wall", city=city)


def what_to_do(words: Words, kind: str, *, keyed: bool) -> str:
    """In the timetable beside a step. ``keyed``: paper ballots are keyed in while the room talks or rests."""
    if kind in ("talk", "break"):
        return words.say("Key in the ballots.") if keyed else words.say("Read your notes.")
    return words.say(_DO[kind]) if kind in _DO else ""


def asked(words: Words, questions: Sequence[str], *, first: bool) -> str:
    """In the timetable beside a pivot: its questions, the first time with what is done with them."""
    ids = ", ".join(tied(one) for one in questions)
    if not ids:
        return words.say("No question: agree a level, or leave it open.")
    return words.say("{questions}: ask, show, agree.", questions=ids) if first else ids


def moment(words: Words, id: str) -> str:
    """When the words are said; a moment of a script of one's own by its id."""
    return words.say(MOMENTS[id]) if id in MOMENTS else id.replace("_", " ").replace("-", " ").capitalize()


def blanks(words: Words) -> Mapping[str, str]:
    """What stands for the words that only the room's answers fill."""
    return {
        "level": words.say("[level]"),
        "stage": words.say("[stage]"),
        "first": words.say("[one level]"),
        "second": words.say("[the other level]"),
    }


def checks(words: Words, *, mirrored: bool, ways: Collection[str], seats: int) -> tuple[str, ...]:
    """What is ready before people come."""
    say = words.say
    ready = {
        "paper": words.many(
            "Ballot and pen on seat 1; sign-in sheet at the door.",
            "Ballots and pens on seats 1 to {n}; sign-in sheet at the door.",
            seats,
        ),
        "hands": say("Somebody to count hands with you."),
        "dots": say("Posters on the wall; dots on the tables."),
        "phone": say("The room’s own network is on; one phone is tried."),
        "device": say("The device to pass round is charged; it begins at seat 1."),
    }
    screen = (
        say("One screen for all: this sheet is the only script. Clicker tried; power in.")
        if mirrored
        else say("Wall on the second screen; clicker tried; power in.")
    )
    return screen, *(ready[way] for way in ready if way in ways)


def how_we_vote(words: Words, ways: str) -> str:
    """Says "We vote on paper and by show of hands." ``ways`` as named already."""
    return words.say("We vote {ways}.", ways=ways)


def saved(words: Words, minutes: int, times: int) -> str:
    """Beside a way to catch up: "15", or "2 each" where it comes more than once."""
    return words.say("{n} each", n=minutes) if times > 1 else str(minutes)


def keys(words: Words, *, mirrored: bool, lowest: int, highest: int) -> tuple[tuple[str, str], ...]:
    """Key and meaning, as the console has them; on a mirrored screen as they are there."""
    say = words.say
    levels = f"{lowest} … {highest}" if highest > lowest else str(lowest)
    two = (
        (say("F5"), say("wall on or off")),
        (say("H"), say("hold the wall, go on")),
        (say("?"), say("help, only for you")),
    )
    one = ((say("F5 or Esc"), say("blank the screen")), (say("Esc"), say("held a second: leave it")))
    return (
        (say("PageDown"), say("next scene; so does Space")),
        (say("PageUp"), say("earlier scene, no undo")),
        (say("Clicker"), say("its arrows are these two")),
        (say("B or ."), say("blank the wall")),
        *(one if mirrored else two),
        (levels, say("level or hands; − can’t say")),
        (say("V"), say("verdict; ← → change it")),
        (say("C"), say("the city, and back")),
        (say("N"), say("write a note")),
        (say("Ctrl+Z"), say("undo the last change")),
    )
