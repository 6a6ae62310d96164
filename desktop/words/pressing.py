"""What the primary button says: it names the next scene."""

from __future__ import annotations

from desktop.model.walk import Press
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words
from desktop.words.formats import NONE, agreed
from desktop.words.glossary import step_name


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
        ),
        "plan": words.say("Show what they move"),
        "read_back": words.say("Read back"),
        "roadmap": words.say("Show the roadmap"),
        "city": words.say("Show our city"),
        "end": words.say("Close the day"),
    }.get(press.label, NONE)


def _step(words: Words, w: Workshop, step: str) -> str:
    found = w.steps[step]
    pivot = _short(w, found.subject) if found.subject in w.framework.pivot_by_id else None
    return step_name(words, found.kind, found.title, pivot)


def _title(w: Workshop, question: str) -> str:
    return w.words(question, "title", w.framework.questions[question].title)


def _short(w: Workshop, pivot: str | None) -> str:
    found = w.framework.pivot_by_id[pivot or ""]
    return w.words(found.id, "short", found.short)
