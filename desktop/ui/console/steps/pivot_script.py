"""What to say at a pivot: by the part of the step and the shape of the answers."""

from __future__ import annotations

from desktop.model import levels, walk
from desktop.model.framework import Pivot
from desktop.model.measures.invitation import invitation
from desktop.model.walk import Part
from desktop.model.workshop import Workshop
from desktop.ui.console.steps.base import Spoken
from desktop.ui.console.steps.question_row import JUDGED
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.hearing import to_ask
from desktop.words.stages import stages_of


def spoken(
    speech: Words, w: Workshop, part: Part, pivot: Pivot, question: str | None, *, counting: bool
) -> Spoken:
    """The lines for a part; ``question`` is the one in hand, ``counting`` whether its hands are being counted."""
    match part:
        case "story":
            blanks = {
                "definition": w.words(pivot.id, "definition", pivot.definition),
                "hold_in_mind": w.words(pivot.id, "hold_in_mind", pivot.hold_in_mind),
            }
            return Spoken(("open",), blanks)
        case "vote":
            return Spoken(("hands",) if counting else ("vote",), hints=_hints(speech, w, question))
        case "results" | "discuss":
            return _after_the_reveal(speech, w, question)
        case "agree":
            return _agreeing(speech, w, pivot)
        case _:
            return Spoken()


def _after_the_reveal(speech: Words, w: Workshop, question: str | None) -> Spoken:
    held = w.latest_revealed("level", question) if question else None
    if held is None:
        return Spoken(("results",))
    tally = levels.tally(w, held.id)
    own = to_ask(stages_of(speech, w.framework), invitation(tally)) if tally.state in JUDGED else ()
    return Spoken(("results",), own=tuple(own), hints=_hints(speech, w, question))


def _agreeing(speech: Words, w: Workshop, pivot: Pivot) -> Spoken:
    """Where the answers point; nothing to point to where too little was answered."""
    score = levels.computed(w, pivot.id)
    if score.level is None:
        return Spoken()
    if walk.two_camps(w, pivot.id):  # the mean lies where nobody was: the room names a level itself
        own = (speech.say("We have two groups. Which level can both of us live with for today?"),)
        return Spoken(("barriers",) if w.framework.barriers else (), own=own)
    stage = stages_of(speech, w.framework).at(score.level)
    asked = ("agree", "barriers") if w.framework.barriers else ("agree",)
    return Spoken(asked, {"level": formats.computed(speech, score.level), "stage": stage})


def _hints(speech: Words, w: Workshop, key: str | None) -> tuple[tuple[str, str], ...]:
    if key not in w.framework.questions:
        return ()
    question, say = w.framework.questions[key or ""], speech.say
    return (
        (say("Ask for"), w.words(question.id, "ask_for", question.ask_for)),
        (say("Not this"), w.words(question.id, "not_this", question.not_this)),
        (say("Who would know"), w.words(question.id, "who_knows", question.who_knows)),
    )
