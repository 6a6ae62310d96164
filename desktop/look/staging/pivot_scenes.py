"""The scenes of a pivot, from a workshop: story, question, results, the level agreed. Never a value before reveal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from desktop.look.pictures.distribution import Distribution
from desktop.look.scenes.agree import Agree, Said, agree
from desktop.look.scenes.question import Choice, Counter, Hands, Question, question
from desktop.look.scenes.results import Result, Results, results
from desktop.look.scenes.story import Story, story
from desktop.look.scenes.welcome import Way
from desktop.look.staging.telling import Scene, Telling, head_of, scale_of, standing_of
from desktop.look.wrap import TIE
from desktop.model import framework as content
from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.measures.tally import RoomState, Tally
from desktop.model.measures.wall import TwoCamps, wall_counts
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.words import formats
from desktop.words.counting import answers_are_in, round_at_a_glance, round_in_short, round_says
from desktop.words.verdicts import verdict_word

MANY = 3
"""Questions of a pivot above which each has one line only; the levels' names stand below them."""
MOST_MEANT = 2
"""Levels whose meaning stands under the counting sentence."""
SHOWN = (RoomState.OK, RoomState.FEWER_THAN_HALF, RoomState.HALF_CANT_SAY, RoomState.NOBODY_CAN_SAY)


def pivot_scene(w: Workshop, place: Place, pivot: Pivot, telling: Telling) -> Scene:
    """The scene of one part of a pivot step."""
    match place.part:
        case "story":
            return _story(w, pivot, telling)
        case "vote" if place.subject:
            return _vote(w, pivot, w.framework.questions[place.subject], telling)
        case "results":
            return _results(w, pivot, levels.widest_first(w, pivot.id), telling)
        case "discuss" if place.subject:
            return _results(w, pivot, (place.subject,), telling)
        case _:
            return _agree(w, pivot, telling, done=place.part == "lit")


def _aside(w: Workshop, pivot: Pivot, telling: Telling) -> str:
    return telling.words.say("Pivot {n} of {total}", n=pivot.place, total=len(w.pivots))


def _story(w: Workshop, pivot: Pivot, telling: Telling) -> Scene:
    said = Story(
        head=head_of(w, pivot, _aside(w, pivot, telling)),
        icon=pivot.icon,
        definition=w.words(pivot.id, "definition", pivot.definition),
        story_head=telling.words.say("Elsewhere"),
        story=content.say(pivot.story.text, w.language) if pivot.story else "",
        source=pivot.story.source if pivot.story else "",
        hold_head=telling.words.say("Hold in mind"),
        hold=w.words(pivot.id, "hold_in_mind", pivot.hold_in_mind),
    )
    return lambda frame: story(said, frame)


def _vote(w: Workshop, pivot: Pivot, asked: content.Question, telling: Telling) -> Scene:
    say = telling.words.say
    stages = telling.stages(w)
    choices = [
        Choice(str(level), stages.name(level), w.words(asked.id, f"level {place}", text.short))
        for place, (level, text) in enumerate(zip(w.framework.levels, asked.levels, strict=True), start=1)
    ]
    choices.append(Choice("–", "", say("Can’t say")))
    held = w.latest("level", asked.id)
    cast = (
        telling.answers_in if telling.answers_in is not None else levels.tally(w, held.id).cast if held else 0
    )
    aside: Counter | Hands = Counter(
        say("Answers in"), min(cast, w.present), say("of {n}", n=w.present), w.present
    )
    if telling.hands is not None:
        aside = Hands(say("Hands up for"), telling.hands)
    asked_here = w.questions_of(pivot.id)
    number = [one.id for one in asked_here].index(asked.id) + 1 if asked in asked_here else 1
    aside_words = _aside(w, pivot, telling)
    if len(asked_here) > 1:
        aside_words = say("Question {n} of {total}", n=number, total=len(asked_here))
    ways: tuple[Way, ...] = ()
    if held is not None and w.ballots_in(held.id) and w.present > len(w.ballots_in(held.id)):
        ways = (
            Way("vote", say("Ballot handed in: you are done")),
            Way("hand", say("No ballot: raise a hand when asked")),
        )
    said = Question(
        head_of(w, pivot, aside_words), w.words(asked.id, "text", asked.text), tuple(choices), aside, ways
    )
    return lambda frame: question(said, frame)


def _results(w: Workshop, pivot: Pivot, questions: tuple[str, ...], telling: Telling) -> Scene:
    scale = scale_of(w, telling)
    said = Results(
        head=head_of(w, pivot, _aside(w, pivot, telling)),
        title=telling.words.say("What our answers say"),
        scale=scale,
        cant_say=telling.words.say("Can’t say"),
        questions=tuple(_result(w, key, telling, among=len(questions)) for key in questions),
    )
    return lambda frame: results(said, frame)


def _result(w: Workshop, key: str, telling: Telling, *, among: int) -> Result:
    asked = w.framework.questions[key]
    title = w.words(key, "title", asked.title)
    text = w.words(key, "text", asked.text)
    held = w.latest_revealed("level", key)
    if held is None:
        latest = w.latest("level", key)
        said = telling.words.say("Not voted on yet.")
        if latest is not None:
            counted = levels.tally(w, latest.id)
            said = answers_are_in(telling.words, counted.cast, counted.room)
        return Result(title, text, None, said)
    tally = levels.tally(w, held.id)
    sentence = _says(telling, w, tally, among)
    if tally.state not in SHOWN:
        return Result(title, text, None, sentence)
    found = wall_counts(tally)
    named: tuple[int, ...] = ()
    if found is not None:
        named = (
            (*found.low.levels, *found.high.levels) if isinstance(found, TwoCamps) else tuple(found.levels)
        )
    shown = Distribution(
        labels=tuple(str(level) for level in w.framework.levels),
        counts=tally.counts,
        cant_say=tally.cant_say,
        cant_label=telling.words.say("Can’t say"),
        named=frozenset(level - w.framework.lowest for level in named),
        cant_named=tally.state in (RoomState.HALF_CANT_SAY, RoomState.NOBODY_CAN_SAY),
    )
    word = verdict_word(telling.words, held.word) if held.word else ""
    return Result(title, text, shown, sentence, word, _means(w, asked, tally.counts))


def _means(w: Workshop, asked: content.Question, counts: tuple[int, ...]) -> tuple[str, ...]:
    """What the most chosen levels mean for this question: one, or two that are equal; more say nothing."""
    most = max(counts, default=0)
    chosen = [place for place, count in enumerate(counts) if count and count == most]
    if not 0 < len(chosen) <= MOST_MEANT:
        return ()
    return tuple(
        f"{w.framework.lowest + place}{TIE}{TIE}"
        + w.words(asked.id, f"level {place + 1}", asked.levels[place].short)
        for place in chosen
    )


def _says(telling: Telling, w: Workshop, tally: Tally, among: int) -> str:
    """What is said of one question among so many on the wall: the more there are, the shorter."""
    short = among > MANY or (among > 1 and tally.state is RoomState.HALF_CANT_SAY)
    return (round_in_short if short else round_says)(telling.stages(w), tally)


def _agree(w: Workshop, pivot: Pivot, telling: Telling, *, done: bool) -> Scene:
    say = telling.words.say
    decision = w.decision_on("pivot", pivot.id)
    agreed = Fraction(decision.level) if decision is not None and decision.level is not None else None
    standing = standing_of(w, pivot, telling)
    title = say("Which one level says it for the city?")
    if done and agreed is not None:
        title = say(
            "{level}: {stage}",
            level=formats.agreed(telling.words, agreed),
            stage=telling.stages(w).at(agreed),
        )
    elif done:
        title = say("We leave this open today.")
    if agreed is None or not done:
        standing = replace(standing, today=None, today_words="", agreed=False)
    computed = levels.computed(w, pivot.id)
    answers = []
    for key in levels.widest_first(w, pivot.id):
        held = w.latest_revealed("level", key)
        if held is not None:
            asked, tally = w.questions_of(pivot.id), levels.tally(w, held.id)
            words = (
                round_at_a_glance(telling.stages(w), tally)
                if len(asked) > MANY
                else _says(telling, w, tally, len(asked))
            )
            answers.append(Said(w.words(key, "title", w.framework.questions[key].title), words))
    asked = w.questions_of(pivot.id)
    meanings: tuple[str, ...] = ()
    if len(asked) == 1:
        meanings = tuple(
            w.words(asked[0].id, f"level {place}", text.short)
            for place, text in enumerate(asked[0].levels, 1)
        )
    said = Agree(
        head=head_of(w, pivot, _aside(w, pivot, telling)),
        title=title,
        scale=scale_of(w, telling),
        standing=standing,
        answers=tuple(answers),
        computed=computed.level if done else None,
        computed_words=say("our answers: {level}", level=formats.computed(telling.words, computed.level))
        if done and computed.level is not None
        else "",
        show_city=telling.show_city,
        levels=meanings,
    )
    return lambda frame: agree(said, frame)
