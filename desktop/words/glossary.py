"""The field's words for what the model keeps as codes: one word per thing, the same in every place."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words.catalogue import Words, mark
from desktop.words.dates import long_date
from desktop.words.lists import isolated

STEPS: Mapping[str, str] = {
    "welcome": mark("Welcome"),
    "warm_up": mark("Warm-up"),
    "ballots": mark("Fill in ballots"),
    "pivot": mark("Pivot"),
    "shock": mark("Shock"),
    "where_to": mark("Where to"),
    "actions": mark("Actions"),
    "commit": mark("Commit"),
    "after": mark("Hand over"),
    "break": mark("Break"),
    "talk": mark("Talk"),
    "slack": mark("Spare time"),
}
WORKSHOP_STATES: Mapping[str, str] = {
    "preparing": mark("Preparing"),
    "running": mark("Running"),
    "draft": mark("Draft"),
    "final": mark("Final"),
}
WAVES: Mapping[str, str] = {"now": mark("Now"), "next": mark("Next"), "later": mark("Later")}
ACTION_STATES: Mapping[str, str] = {
    "offered": mark("Offered"),
    "planned": mark("Planned"),
    "in_progress": mark("In progress"),
    "blocked": mark("Blocked"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
MONEY: Mapping[str, str] = {
    "none": mark("None"),
    "in_budget": mark("In the budget"),
    "new": mark("New money"),
    "unknown": mark("Not known"),
}
SIZES: Mapping[str, str] = {
    "s": mark("small"),
    "m": mark("medium"),
    "l": mark("large"),
    "x": mark("very large"),
}
EFFORTS: Mapping[str, str] = {
    "s": mark("5 to 15 person-days"),
    "m": mark("15 to 40 person-days"),
    "l": mark("40 to 120 person-days"),
    "x": mark("120 person-days or more"),
}
WAYS: Mapping[str, str] = {
    "phone": mark("Phones"),
    "device": mark("One device passed round"),
    "paper": mark("Paper ballots"),
    "hands": mark("Show of hands"),
    "dots": mark("Dots on the wall"),
    "ballots": mark("Secret ballots"),
}
NOTES: Mapping[str, str] = {
    "evidence": mark("Evidence"),
    "quote": mark("Quote"),
    "parking": mark("Parking lot"),
    "debrief": mark("Debrief"),
    "rule": mark("House rule"),
    "lived": mark("Lived through"),
}
PAPERS: Mapping[str, str] = {
    "roadmap": mark("Roadmap"),
    "council": mark("Council paper"),
    "plan": mark("Action plan"),
}


def name(words: Words, table: Mapping[str, str], code: str) -> str:
    """The word for a code of one of the tables above.

    Raises:
        KeyError: the table has no such code.
    """
    return words.say(table[code])


def step_name(words: Words, kind: str, title: str | None = None, pivot: str | None = None) -> str:
    """An agenda step: its own title, the pivot's short name, or the name of its kind."""
    return title or pivot or name(words, STEPS, kind)


def wave_name(words: Words, wave: str) -> str:
    """Says "Now", "Next", "Later"."""
    return name(words, WAVES, wave)


def wave_until(words: Words, wave: str, day: str | None) -> str:
    """Says "Now, by 31 August 2027"; "Later, no date". ``day`` as already written."""
    if not day:
        return words.say("{wave}, no date", wave=wave_name(words, wave))
    return words.say("{wave}, by {date}", wave=wave_name(words, wave), date=day)


def status(words: Words, state: str, revision: int = 0) -> str:
    """What stands on a paper: "Draft v1", "Final"; before the first hand-over "Draft"."""
    if state == "final":
        return words.say("Final")
    return (
        words.say("Draft v{number}", number=revision).replace(" ", "\u00a0")
        if revision
        else words.say("Draft")
    )


def final_by(words: Words, day: str, name: str) -> str:
    """In the status of a final paper: "Final, 1 March 2027, by Ana Ruíz"."""
    return words.say("Final, {day}, by {name}", day=long_date(words, day), name=isolated(words, name))


def rehearsed(words: Words) -> str:
    """In the status of a rehearsal's papers, before "Draft v1"."""
    return words.say("Rehearsal, simulated people")


def rehearsal_mark(words: Words) -> str:
    """On every document of a rehearsal."""
    return words.say("Rehearsal: simulated people")
