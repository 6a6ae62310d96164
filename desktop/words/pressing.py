"""What the primary button says: it names the next scene."""

from __future__ import annotations

from desktop.model import walk
from desktop.model.walk import Press
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words
from desktop.words.counting import close_anyway
from desktop.words.formats import NONE, agreed, in_words
from desktop.words.glossary import step_name
from desktop.words.lists import both
from desktop.words.stages import stages_of


def press_label(words: Words, w: Workshop, press: Press, level: float | None = None) -> str:
    """The label of a press; ``level`` is what the screen would agree with it."""
    if press.agrees:
        return (
            words.say("Agree {level}", level=agreed(words, level))
            if level is not None
            else words.say("Leave it open")
        )
    subject = str(press.facts.get("subject", ""))
    match press.label:
        case "step":
            return words.say("Start “{step}”", step=_step(words, w, str(press.facts["step"])))
        case "vote" | "again" if subject in w.framework.questions:
            return words.say("Ask “{question}”", question=_title(w, subject))
        case "discuss" if subject in w.framework.questions:
            return words.say("Discuss “{question}”", question=_title(w, subject))
        case "suggest" if subject in w.framework.pivot_by_id:
            return words.say("Show actions for “{pivot}”", pivot=_short(w, subject))
        case "beat" if subject != "1":
            return words.say("Go on with the story")
        case "debrief" if subject != "1":
            return words.say("Show the next question")
        case "stages" if subject:
            return words.say("Tell “{stage}”", stage=_stage(words, w, subject))
    return {
        "title": words.say("Show the title"),
        "fill": words.say("Show the ballots"),
        "pause": words.say("Show the clock"),
        "story": words.say("Show the story"),
        "show": words.say("Close and show results"),
        "results": words.say("Show results"),
        "agree": words.say("Ask for one level"),
        "lit": words.say("Light the district"),
        "aims": words.say("Show the targets"),
        "gaps": words.say("Show the gaps"),
        "picks": words.say("Three picks each"),
        "keep": words.many(
            "Keep the {n} picked", "Keep the {n} picked", int(str(press.facts.get("count", 0)))
        )
        if press.facts.get("count")
        else words.say("Show what they move"),
        "plan": words.say("Show what they move"),
        "read_back": words.say("Read back"),
        "roadmap": words.say("Show the roadmap"),
        "city": words.say("Show our city"),
        "phases": words.say("Ask where our effort sits"),
        "phases_shown": words.say("Show results"),
        "exercise": words.say("Announce the exercise"),
        "draw": words.say("Draw a shock"),
        "lived": words.say("Ask: lived through it?"),
        "beat": words.say("Begin the story"),
        "fails": words.say("Ask what fails first"),
        "fails_shown": words.say("Show results"),
        "debrief": words.say("Show the first question"),
        "end": words.say("Close the day"),
    }.get(press.label, NONE)


def asked_first(words: Words, w: Workshop, press: Press) -> str:
    """What the first press says instead of going on: "12 of 28 in, press again to close"."""
    match press.asks:
        case "missing" if press.missing is not None and not press.missing[1]:
            return words.say("Nobody is counted as here. Press again to close the vote.")
        case "missing" if press.missing is not None:
            return close_anyway(words, *press.missing)
        case "nobody":
            return words.many(
                "Nobody is counted yet. Press again if the one invited is here.",
                "Nobody is counted yet. Press again if all {n} are here.",
                len(w.seats),
            )
        case "camps":
            return words.say("Two camps: choose a level, or press again to leave it open.")
        case "no_picks":
            return words.say("No pick is counted. Press again to go on without picks.")
        case "equal":
            equal, taken = walk.equal_gaps(w), walk.gaps_worked_on(w)
            names = [_short(w, pivot) for pivot in taken]
            return words.say(
                "{number} gaps are equal. Ask the room which come first, or press again to go on with {pivots}.",
                number=in_words(words, len(equal)).capitalize(), pivots=both(words, names),
            )  # fmt: skip
    return ""


def _step(words: Words, w: Workshop, step: str) -> str:
    found = w.steps[step]
    pivot = _short(w, found.subject) if found.subject in w.framework.pivot_by_id else None
    return step_name(words, found.kind, found.title, pivot)


def _title(w: Workshop, question: str) -> str:
    return w.words(question, "title", w.framework.questions[question].title)


def _short(w: Workshop, pivot: str | None) -> str:
    found = w.framework.pivot_by_id[pivot or ""]
    return w.words(found.id, "short", found.short)


def _stage(words: Words, w: Workshop, level: str) -> str:
    stages = stages_of(words, w.framework)
    known = level.isdecimal() and stages.lowest <= int(level) <= stages.highest
    return stages.name(int(level)) if known else level
