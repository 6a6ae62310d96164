"""The scenes of warm-up and shock with the same sets of words as every other scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.look.scenes.exercise import Told, told
from desktop.look.scenes.fails import Answer, District, Fails, FailsShown, fails, fails_shown
from desktop.look.scenes.phases import Phase, Phases, phases
from desktop.look.scenes.question import Counter, Hands
from desktop.look.scenes.stages import Stages, Stair, stages
from tests.look.scene_cases import Language, Scene, scale, standings

_PHASES = (
    "Online services", "Work behind the counter", "Computers and networks", "The cloud", "Ease for residents",
    "Systems that work together", "Sensors in streets",
)  # fmt: skip
_ROOM, _TOWN_HALL = (6, 5, 4, 1, 3, 0, 5), (100, 12, 0, 44, 3, 1, 40)
_STAGES = (
    ("Exploring", "A few of us try something new. The work stays as it was."),
    ("Doing digital", "The form is on a screen. The steps behind it are the old ones."),
    ("Becoming digital", "Services work as one. Steps fall away, and residents notice."),
    ("Being digital", "We see a need early and help before people ask."),
)


def poll_cases(said: Language) -> Iterator[tuple[str, Scene]]:
    """Every form of them, by name."""
    counter = Counter(said.say("Answers in"), 21, said.say("of 24"), 24)
    crowd = Counter(said.say("Answers in"), 125, said.say("of 200"), 200)
    for name, aside in (
        ("", counter), ("-crowd", crowd), ("-hands", Hands(said.say("Hands up for"), 1)),
        ("-hands-cant-say", Hands(said.say("Hands up for"), 7)),
    ):  # fmt: skip
        yield f"phases{name}", lambda frame, aside=aside: phases(_phases(said, aside, None), frame)
    for name, counts in (("", _ROOM), ("-town-hall", _TOWN_HALL), ("-none", (0,) * 7)):
        yield f"phases-shown{name}", lambda frame, counts=counts: phases(_phases(said, None, counts), frame)
    for step in (1, 4):
        yield f"stages-{step}", lambda frame, step=step: stages(_stages(said, step), frame)
    beat = Told(
        said.say("Care and classes go remote"), "2 of 3", said.say("Wednesday: one question, five answers"),
        said.say("One pupil in three has no line at home. Many older people do not answer a video call. We have no list of them."),
        said.say("Exercise: this is fiction."), said.say("4 min left"), 0.2,
    )  # fmt: skip
    yield "beat", lambda frame: told(beat, frame)
    question = said.say("What one sentence would we have ready before the next busy day?")
    yield "debrief", lambda frame: told(replace(beat, line=question, text="", left=""), frame)
    yield "fails", lambda frame: fails(_fails(said, counter), frame)
    yield "fails-crowd", lambda frame: fails(_fails(said, crowd), frame)
    yield "fails-hands", lambda frame: fails(_fails(said, Hands(said.say("Hands up for"), 2)), frame)
    yield "fails-shown", lambda frame: fails_shown(_shown(said), frame)
    yield "fails-shown-bars", lambda frame: fails_shown(replace(_shown(said), show_city=False), frame)
    hidden = said.say("Too few to show: 3 people answered.")
    yield "fails-hidden", lambda frame: fails_shown(replace(_shown(said), finding=hidden, total=0), frame)


def _phases(said: Language, aside: Counter | Hands | None, counts: tuple[int, ...] | None) -> Phases:
    made = tuple(
        Phase(number, said.say(name), counts[number - 1] if counts else None)
        for number, name in enumerate(_PHASES, 1)
    )
    return Phases(
        said.say("Where does most of our effort sit today?"), said.city, made, aside,
        said.say("Named most: online services, 6 of 24. 1 can’t say."),
        said.say("One answer each: a number on a slip, or a hand."), said.say("Can’t say"), ("Phase", "Answers"),
    )  # fmt: skip


def _stages(said: Language, step: int) -> Stages:
    steps = tuple(
        Stair(str(sign), said.say(stage), said.say(line)) for sign, (stage, line) in enumerate(_STAGES, 1)
    )
    return Stages(said.say("From doing digital to being digital"), said.city, steps, step, ("Stage", ""))


def _fails(said: Language, aside: Counter | Hands) -> Fails:
    answers = [Answer(str(one.number), one.colour, one.name) for one in standings(said)]
    answers += [Answer("0", 0, said.say("Nothing fails")), Answer("–", 0, said.say("Can’t say"))]
    return Fails(
        said.say("Which pivot fails first?"), said.say("Data-centre outage"), tuple(answers), aside,
        said.say("One answer each: a number on a slip, or a hand."), said.say("Exercise: this is fiction."), ("No.", "Pivot"),
    )  # fmt: skip


def _shown(said: Language) -> FailsShown:
    named = (1, 9, 1, 2, 6, 4, 1)
    districts = tuple(
        District(one, min(12, count), count, f"{count}\u00a0of\u00a024")
        for one, count in zip(standings(said, missing=True), named, strict=True)
    )
    return FailsShown(
        said.say("Which pivot fails first?"), said.say("Benefit surge"),
        said.say("Named most: data mastery, 9\u00a0of\u00a024. 2 say nothing fails. 1\u00a0can’t\u00a0say."),
        districts, 24, said.say("say this first"), said.say("Still lit"),
        said.say("Gone dark: the share who say this first"), said.say("Exercise: this is fiction."), scale(said),
        ("Pivot", "Say this first"),
    )  # fmt: skip
