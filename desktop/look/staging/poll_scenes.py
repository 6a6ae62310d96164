"""The scenes of a warm-up and of a shock, from a workshop. Never an answer before it is shown, never a level."""

from __future__ import annotations

from desktop.look.pictures import city
from desktop.look.scenes.blank import Blank, blank
from desktop.look.scenes.exercise import Told, told
from desktop.look.scenes.fails import Answer, District, Fails, FailsShown, fails, fails_shown
from desktop.look.scenes.phases import Phase, Phases, phases
from desktop.look.scenes.question import Counter, Hands
from desktop.look.scenes.stages import Stages, Stair, stages
from desktop.look.staging.telling import Scene, Telling, scale_of, standings_of
from desktop.model import framework as content
from desktop.model import levels, shocks
from desktop.model.measures.stage import dark_windows
from desktop.model.polls import UNSHOWN, FailsFirst, fails_first, shown
from desktop.model.records import RoundKind, Step
from desktop.model.shock_file import Shock
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.words import polls
from desktop.words.formats import of


def poll_scene(w: Workshop, step: Step, place: Place, telling: Telling) -> Scene:
    """The scene of one part of a warm-up or a shock."""
    shock = shocks.of_step(w, step)
    match place.part:
        case "phases" | "phases_shown":
            return _phases(w, telling, asking=place.part == "phases")
        case "stages":
            return _stages(w, place, telling)
        case "exercise":
            return _announced(w, telling)
        case "lived" if shock is not None:
            return _told(w, shock, shock.lived, telling)
        case "beat" if shock is not None:
            return _beat(w, shock, place, telling)
        case "fails" | "fails_shown" if shock is not None:
            seen = shown(w, "fails_first", shock.id) if place.part == "fails_shown" else None
            return _fails_shown(w, shock, telling) if seen is not None else _fails(w, shock, telling)
        case "debrief" if shock is not None:
            at = _number(place) - 1
            aside = polls.number_of(telling.words, at + 1, len(shock.debrief))
            return _told(w, shock, shock.debrief[min(at, len(shock.debrief) - 1)], telling, aside)
        case _:
            said = Blank(telling.words.say("The wall is empty."))
            return lambda frame: blank(said, frame)


def _number(place: Place) -> int:
    return int(place.subject) if place.subject and place.subject.isdecimal() else 1


def _counter(w: Workshop, telling: Telling, kind: RoundKind, subject: str) -> Counter | Hands:
    """How many answers are in, or the one that hands are up for."""
    say = telling.words.say
    if telling.hands is not None:
        return Hands(say("Hands up for"), telling.hands)
    held = w.latest(kind, subject)
    cast = levels.tally(w, held.id).cast if held is not None else 0
    return Counter(say("Answers in"), min(cast, w.present), say("of {n}", n=w.present), w.present)


def _phases(w: Workshop, telling: Telling, *, asking: bool) -> Scene:
    words = telling.words
    names = [content.say(text, w.language) for _, text in w.framework.phases]
    found = None if asking else shown(w, "phase")
    tally = found[1] if found is not None else None
    counts = tally.counts if tally is not None and tally.state not in UNSHOWN else None
    said = Phases(
        title=polls.phases_title(words),
        city=w.about.city,
        phases=tuple(
            Phase(number, name, counts[number - 1] if counts else None)
            for number, name in enumerate(names, 1)
        ),
        aside=_counter(w, telling, "phase", "") if tally is None else None,
        finding=polls.phases_finding(words, tally, names) if tally is not None else "",
        how=polls.how_to_answer(words, w.about.ways),
        cant_say=words.say("Can’t say"),
        heads=(words.say("Phase"), words.say("Answers")),
    )
    return lambda frame: phases(said, frame)


def _stages(w: Workshop, place: Place, telling: Telling) -> Scene:
    words, names = telling.words, telling.stages(w)
    lines = [polls.stage_line(words, stage.id) for stage in w.framework.stages]
    steps = tuple(
        Stair(str(level), names.name(level), line)
        for level, line in zip(w.framework.levels, lines, strict=True)
    )
    said = Stages(
        title=polls.stages_title(words, names.names[0], names.names[-1], known=all(lines)),
        city=w.about.city,
        steps=steps,
        told=_number(place) - w.framework.lowest + 1,
        heads=(words.say("Stage"), words.say("What one sees")),
    )
    return lambda frame: stages(said, frame)


def _fiction(w: Workshop) -> str:
    return content.say(shocks.fiction(), w.language)


def _announced(w: Workshop, telling: Telling) -> Scene:
    """Before a story is told; which one it is stands in the console only."""
    say = telling.words.say
    said = Told(
        say("Shock"), w.about.city, say("Now an exercise"),
        say("The story is made up; the city in it is ours. If it is too near to you, say so: we take another."), _fiction(w),
    )  # fmt: skip
    return lambda frame: told(said, frame)


def _told(w: Workshop, shock: Shock, line: content.Text, telling: Telling, aside: str = "") -> Scene:
    said = Told(
        content.say(shock.title, w.language),
        aside or w.about.city,
        content.say(line, w.language),
        "",
        _fiction(w),
    )
    return lambda frame: told(said, frame)


def _beat(w: Workshop, shock: Shock, place: Place, telling: Telling) -> Scene:
    number = min(_number(place), len(shock.beats))
    beat = shock.beats[number - 1]
    whole = beat.minutes * 60
    left = max(0, whole - int(telling.seconds_here))
    said = Told(
        over=content.say(shock.title, w.language),
        aside=polls.number_of(telling.words, number, len(shock.beats)),
        line=content.say(beat.wall, w.language),
        text=content.say(beat.see, w.language),
        fiction=_fiction(w),
        left=polls.beat_over(telling.words, -(-left // 60)),
        spent=1 - left / whole,
    )
    return lambda frame: told(said, frame)


def _fails(w: Workshop, shock: Shock, telling: Telling) -> Scene:
    words = telling.words
    answers = [
        Answer(str(pivot.place), pivot.colour, w.words(pivot.id, "name", pivot.name)) for pivot in w.pivots
    ]
    answers += [Answer("0", 0, polls.nothing_fails(words)), Answer("–", 0, words.say("Can’t say"))]
    said = Fails(
        title=polls.fails_title(words),
        over=content.say(shock.title, w.language),
        answers=tuple(answers),
        aside=_counter(w, telling, "fails_first", shock.id),
        how=polls.how_to_answer(words, w.about.ways),
        fiction=_fiction(w),
        heads=(words.say("No."), words.say("Pivot")),
    )
    return lambda frame: fails(said, frame)


def _fails_shown(w: Workshop, shock: Shock, telling: Telling) -> Scene:
    words = telling.words
    found, seen = fails_first(w, shock.id), shown(w, "fails_first", shock.id)
    names = {pivot.id: w.words(pivot.id, "name", pivot.name) for pivot in w.pivots}
    finding = polls.not_shown(words, seen[1]) if found is None and seen is not None else ""
    said = FailsShown(
        title=polls.fails_title(words),
        over=content.say(shock.title, w.language),
        finding=polls.fails_finding(words, found, names) if found is not None else finding,
        districts=_districts(w, telling, found) if found is not None else (),
        total=found.cast if found is not None else 0,
        say_first=polls.say_this_first(words),
        lit_key=words.say("Still lit"),
        dark_key=words.say("Gone dark: the share who say this first"),
        fiction=_fiction(w),
        scale=scale_of(w, telling),
        heads=(words.say("Pivot"), words.say("Say this first")),
        show_city=telling.show_city,
    )
    return lambda frame: fails_shown(said, frame)


def _districts(w: Workshop, telling: Telling, found: FailsFirst) -> tuple[District, ...]:
    scale = scale_of(w, telling)
    made = []
    for pivot, standing in zip(w.pivots, standings_of(w, telling), strict=True):
        named, lit = found.named[pivot.id], city.windows(standing.today, scale)
        count = of(telling.words, named, found.cast)
        made.append(District(standing, dark_windows(lit, named, found.cast), named, count))
    return tuple(made)
