"""Warm-up and shock in words: the line of phases, the four stages as a story, what fails first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.model.measures.polls import PhaseLine
from desktop.model.measures.tally import RoomState, Tally
from desktop.model.polls import FailsFirst
from desktop.words.catalogue import Words, mark
from desktop.words.counting import cant_say
from desktop.words.formats import of, tied, whole
from desktop.words.lists import both, inside, stopped

STAGE_LINES: Mapping[str, str] = {
    "exploring": mark("A few of us try something new. The work stays as it was."),
    "doing": mark("The form is on a screen. The steps behind it are the old ones."),
    "becoming": mark("Services work as one. Steps fall away, and residents notice."),
    "being": mark("We see a need early and help before people ask."),
}
"""What each stage of the built-in scale looks like, in a line; the whole is one story."""

MANY_ALIKE = 3
"""So many phases or pivots with the same count, and none stands out."""


def stage_line(words: Words, stage: str) -> str:
    """The line of a stage by its id; '' for a scale of one's own."""
    return words.say(STAGE_LINES[stage]) if stage in STAGE_LINES else ""


def stages_title(words: Words, first: str, last: str, *, known: bool) -> str:
    """Over the story of the stages; ``known``: it is the built-in scale, from doing to being digital."""
    if known:
        return words.say("From doing digital to being digital")
    return words.say("From {first} to {last}", first=inside(words, first), last=inside(words, last))


def phases_title(words: Words) -> str:
    """What the warm-up asks."""
    return words.say("Where does most of our effort sit today?")


def not_shown(words: Words, tally: Tally) -> str:
    """Why a poll shows nothing; '' if it may be shown."""
    match tally.state:
        case RoomState.EMPTY:
            return words.say("No answers yet.")
        case RoomState.TOO_FEW:
            return words.many(
                "Too few to show: 1 person answered.", "Too few to show: {n} people answered.", tally.cast
            )
    return ""


def phases_finding(words: Words, tally: Tally, names: Sequence[str]) -> str:
    """The wall's sentence: "Named most: the cloud, 9 of 24. 1 can’t say." Counts only."""
    if hidden := not_shown(words, tally):
        return hidden
    rest = [words.say("{number}.", number=cant_say(words, tally.cant_say))] if tally.cant_say else []
    most = max(tally.counts)
    top = [inside(words, name) for name, count in zip(names, tally.counts, strict=True) if count == most]
    if not most:
        return words.say("Nobody can say: that is the finding.")
    if len(top) >= MANY_ALIKE:
        return " ".join([words.say("No phase stands out."), *rest])
    count = of(words, most, tally.cast)
    said = words.say("Named most: {phases}, {count}.", phases=both(words, top), count=count)
    if len(top) > 1:
        said = words.say("Named most: {phases}, {count} each.", phases=both(words, top), count=count)
    return " ".join([said, *rest])


def phases_reading(words: Words, line: PhaseLine, names: Sequence[str]) -> str:
    """For the facilitator: the middle answer and how far apart the room is; '' where nobody answered."""
    if line.lowest is None or line.highest is None:
        return ""
    spread = words.say("Answers go from {low} to {high}.", low=line.lowest, high=line.highest)
    if not line.typical:
        return words.say("Two camps: no answer stands in the middle. {spread}", spread=spread)
    middle = both(words, [f"{phase}, {inside(words, names[phase - 1])}" for phase in line.typical])
    return words.say("In the middle: {middle}. {spread}", middle=middle, spread=spread)


def how_to_answer(words: Words, ways: Sequence[str]) -> str:
    """How this poll is answered, by the ways of voting in use. Phones and devices have no poll yet: hands."""
    if "paper" in ways and ("hands" in ways or "dots" in ways):
        return words.say("One answer each: a number on a slip, or a hand.")
    if "paper" in ways:
        return words.say("One answer each: write the number on a slip, with your seat.")
    if "dots" in ways and "hands" not in ways:
        return words.say("One dot each, on one of them.")
    return words.say("One hand each, for one of them.")


def fails_title(words: Words) -> str:
    """What a shock asks."""
    return words.say("Which pivot fails first?")


def nothing_fails(words: Words) -> str:
    """The answer that no pivot fails."""
    return words.say("Nothing fails")


def say_this_first(words: Words) -> str:
    """Under a pivot's count."""
    return words.say("say this first")


def fails_finding(words: Words, found: FailsFirst, names: Mapping[str, str]) -> str:
    """The wall's sentence: "Named most: data mastery, 9 of 24. 2 say nothing fails. 1 can’t say." Never a level."""
    top = [inside(words, names[pivot]) for pivot in found.most]
    if not top:
        said = [words.say("Nobody names a pivot.")]
    elif len(top) >= MANY_ALIKE:
        said = [words.say("No pivot stands out.")]
    else:
        count = of(words, found.named[found.most[0]], found.cast)
        one = words.say("Named most: {pivots}, {count}.", pivots=both(words, top), count=count)
        each = words.say("Named most: {pivots}, {count} each.", pivots=both(words, top), count=count)
        said = [one if len(top) == 1 else each]
    if found.nothing:
        number = whole(words, found.nothing)
        said.append(
            words.many(
                "{number} says nothing fails.", "{number} say nothing fails.", found.nothing, number=number
            )
        )
    if found.cant_say:
        said.append(words.say("{number}.", number=cant_say(words, found.cant_say)))
    return " ".join(said)


def stress_gap(words: Words, pivot: str, level: str, named: int, cast: int) -> str:
    """For the facilitator: "Data mastery: we scored 3.2, yet 7 of 12 say it fails first." It changes nothing."""
    return words.say(
        "{pivot}: we scored {level}, yet {count} say it fails first.",
        pivot=pivot, level=level, count=of(words, named, cast),
    )  # fmt: skip


def number_of(words: Words, number: int, total: int) -> str:
    """Says "2 of 3"."""
    return of(words, number, total)


def beat_over(words: Words, minutes: int) -> str:
    """What is left of a beat on the wall; never negative."""
    if minutes <= 0:
        return words.say("time is up")
    return tied(words.say("{minutes} min left", minutes=minutes))


def lived_note(words: Words, title: str) -> str:
    """How the note says it that the city has lived through a shock."""
    return stopped(words.say("We have lived through this lately: {shock}", shock=inside(words, title)))


def exercise_intro(words: Words, title: str) -> str:
    """On paper: what the exercise was, and that it is fiction."""
    return words.say(
        "We went through a made-up event, “{shock}”, as an exercise. It changed no level.", shock=title
    )


def exercise_finding(words: Words, found: FailsFirst, names: Mapping[str, str]) -> str:
    """On paper: what the room says fails first."""
    return words.say("Which pivot fails first? {finding}", finding=fails_finding(words, found, names))
