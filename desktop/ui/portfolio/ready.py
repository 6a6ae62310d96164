"""Which workshop comes next, and what it still needs: read from the list alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.words.catalogue import Words
from desktop.words.dates import duration
from desktop.words.glossary import STEPS

if TYPE_CHECKING:
    from desktop.model.library.listing import Listing


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a workshop as the list shows it."""

    words: str
    icon: str
    ink: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to have ready before the day."""

    words: str
    done: bool


def next_workshop(listings: Sequence[Listing], today: str) -> Listing | None:
    """The one to open: under way, else the nearest day ahead, else the draft with something to finish."""
    real = [one for one in listings if not one.rehearsal and one.deleted_at is None]
    running = [one for one in real if one.state == "running"]
    if running:
        return max(running, key=lambda one: one.changed_at)
    ahead = [one for one in real if one.state == "preparing" and one.date >= today]
    if ahead:
        return min(ahead, key=lambda one: (one.date, one.created_at))
    drafts = [one for one in real if one.state == "draft"]
    if drafts:
        return max(drafts, key=lambda one: (one.date, one.changed_at))
    return max(real, key=lambda one: (one.date, one.changed_at), default=None)


def standing(words: Words, one: Listing, pivot_names: dict[str, str]) -> Standing:
    """The state in words, its icon and its ink."""
    if one.rehearsal:
        return Standing(words.say("Rehearsal"), "circle-play", "muted")
    match one.state:
        case "preparing":
            return Standing(words.say("Preparing"), "circle-dashed", "muted")
        case "running":
            step = pivot_names.get(one.step_subject or "") or words.say(
                STEPS.get(one.step or "", STEPS["welcome"])
            )
            return Standing(words.say("Stopped at {step}", step=step), "pause", "accent")
        case "draft" if one.without_owner:
            from desktop.words.finishing import how_many_to_finish

            things = how_many_to_finish(words, one.without_owner)
            return Standing(words.say("Draft: {things}", things=things), "list-checks", "warn")
        case "draft":
            return Standing(words.say("Draft"), "list-checks", "text")
        case _ if one.sealed_at:
            return Standing(words.say("Final, sealed"), "lock", "good")
        case _:
            return Standing(words.say("Final"), "check", "good")


def checks(
    words: Words, one: Listing, others: Sequence[Listing], *, second_display: bool, folder: bool
) -> tuple[Check, ...]:
    """What is ready and what is missing before the day; nothing once it has begun."""
    if one.state != "preparing" or one.rehearsal:
        return ()
    rehearsed = any(
        other.rehearsal and other.city == one.city and other.deleted_at is None for other in others
    )
    agenda = words.say("Agenda of {time}", time=duration(words, one.minutes))
    return (
        Check(words.many("{n} person expected", "{n} people expected", one.people), one.people > 0),
        Check(agenda if one.minutes else words.say("Agenda to plan"), one.minutes > 0),
        Check(
            words.say("Second display found") if second_display else words.say("Second display to connect"),
            second_display,
        ),
        Check(words.say("Rehearsed") if rehearsed else words.say("Rehearsal to watch"), rehearsed),
        Check(
            words.say("Folder for the documents chosen")
            if folder
            else words.say("Folder for the documents to choose"),
            folder,
        ),
    )


def matches(one: Listing, asked: str) -> bool:
    """Whether every word asked for stands in city, title, day or state."""
    text = " ".join(
        (one.city, one.title, one.date, one.state, "rehearsal" if one.rehearsal else "")
    ).casefold()
    return all(word in text for word in asked.casefold().split())
