"""The scenes around the pivots, from a workshop: welcome, ballots, breaks, where to, actions, commit, the city."""

from __future__ import annotations

from desktop.look.pictures.roadmap import Card, Wave
from desktop.look.pictures.standing import Standing
from desktop.look.scenes.ballots import Ballots, ballots
from desktop.look.scenes.blank import Blank, blank
from desktop.look.scenes.frame import Head
from desktop.look.scenes.offers import Offer, Offers, offers
from desktop.look.scenes.our_city import OurCity, our_city
from desktop.look.scenes.pause import Pause, pause
from desktop.look.scenes.radar import Radar, radar
from desktop.look.scenes.read_back import Decided, Kept, ReadBack, read_back
from desktop.look.scenes.roadmap import Roadmap, roadmap
from desktop.look.scenes.welcome import Way, Welcome, welcome
from desktop.look.scenes.where_to import WhereTo, where_to
from desktop.look.staging.telling import Scene, Telling, head_of, scale_of, standings_of
from desktop.model import framework as content
from desktop.model import levels, walk
from desktop.model.measures.rounding import printed
from desktop.model.records import WAVES, Action
from desktop.model.verbs.waves import wave_end
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.words import figures, formats, people, reach
from desktop.words.dates import clock_time, long_date, until
from desktop.words.glossary import step_name, wave_name
from desktop.words.lists import both, inside
from desktop.words.standing import Standing as InShort
from desktop.words.standing import in_short

WAY_ICONS = {"paper": "vote", "hands": "hand", "dots": "circle", "phone": "presentation", "device": "laptop"}


def day_scene(w: Workshop, place: Place, telling: Telling) -> Scene:
    """The scene of a place outside the pivots."""
    match place.part:
        case "title":
            return _welcome(w, telling)
        case "fill":
            return _ballots(w, telling)
        case "pause":
            return _pause(w, place, telling)
        case "aims":
            return _where_to(w, place, telling)
        case "gaps":
            return _radar(w, telling, plan=False)
        case "suggest" if place.subject:
            return _suggest(w, place.subject, telling)
        case "picks":
            return _picks(w, telling)
        case "plan":
            return _radar(w, telling, plan=True)
        case "read_back":
            return _read_back(w, telling)
        case "roadmap":
            return _roadmap(w, telling)
        case "city":
            return city_scene(w, telling)
        case _:
            said = Blank(telling.words.say("The wall is empty."))
            return lambda frame: blank(said, frame)


def _welcome(w: Workshop, telling: Telling) -> Scene:
    say = telling.words.say
    start = min((session.start_minute for session in w.sessions.values()), default=9 * 60)
    said = Welcome(
        city=w.about.city,
        when=say("{date}, {time}", date=long_date(telling.words, w.about.date), time=clock_time(start)),
        title=say("Where does our city stand, and what comes next?"),
        ways=tuple(
            Way(
                WAY_ICONS.get(way, "vote"),
                people.ways_named(telling.words, [way])[:1].upper()
                + people.ways_named(telling.words, [way])[1:],
            )
            for way in w.about.ways
        ),
        promise=people.promise(telling.words, w.about.ways),
        standings=standings_of(w, telling),
        scale=scale_of(w, telling),
    )
    return lambda frame: welcome(said, frame)


def _ballots(w: Workshop, telling: Telling) -> Scene:
    say = telling.words.say
    said = Ballots(
        title=say("Fill in your ballots"),
        aside=w.about.city,
        steps=(
            say("Answer alone, for the whole city, as it is today."),
            say("One level for each question. “Can’t say” is a full answer."),
            say("Hand it in. Your seat number is on it, not your name."),
        ),
        yardstick=content.say(w.framework.yardstick, w.language),
        promise=people.promise(telling.words, ("paper",)),
        counter=None,
    )
    return lambda frame: ballots(said, frame)


def _pause(w: Workshop, place: Place, telling: Telling) -> Scene:
    say = telling.words.say
    step = w.steps[place.step]
    following: Head | str = ""
    ahead = walk.to_next_step(w, step).place
    if ahead is not None:
        coming = w.steps[ahead.step]
        pivot = w.framework.pivot_by_id.get(coming.subject or "")
        following = head_of(w, pivot) if pivot else step_name(telling.words, coming.kind, coming.title)
    said = Pause(
        title=step_name(telling.words, step.kind, step.title),
        city=w.about.city,
        until_label=say("Back at"),
        clock=telling.back_at,
        left=telling.left,
        spent=telling.spent,
        note=say("Your ballots are being counted. The screen shows totals only.")
        if step.kind == "talk" and _being_keyed(w)
        else "",
        next_label=say("Next"),
        following=following,
    )
    return lambda frame: pause(said, frame)


def _being_keyed(w: Workshop) -> bool:
    """Whether ballots lie on the table: some vote is open, and it is taken on paper."""
    latest = (w.latest("level", one.id) for one in w.questions)
    return "paper" in w.about.ways and any(one is not None and one.state == "open" for one in latest)


def city_scene(w: Workshop, telling: Telling) -> Scene:
    """The whole city, any time."""
    say = telling.words.say
    standings = standings_of(w, telling)
    has_target = any(one.target is not None for one in standings)
    said = OurCity(
        title=say("Our city today, and the city we chose") if has_target else say("Our city today"),
        aside=w.about.city,
        today_key=say("Lit: our level today"),
        target_key=say("Outlined: where we want to be") if has_target else "",
        finding=_in_short(w, telling),
        heads=(say("Pivot"), say("Now"), say("Stage"), say("Target")),
        scale=scale_of(w, telling),
        standings=standings,
        computed_key=say("Computed, not yet agreed"),
    )
    return lambda frame: our_city(said, frame)


def _in_short(w: Workshop, telling: Telling) -> str:
    scores = levels.all_in_force(w)
    pivots = [
        InShort(
            w.words(one.id, "name", one.name),
            scores[one.id].level,
            scores[one.id].source,
            levels.discussed(w, one.id),
        )
        for one in w.pivots
    ]
    return in_short(telling.stages(w), pivots)


def _where_to(w: Workshop, place: Place, telling: Telling) -> Scene:
    say = telling.words.say
    horizons = {target.horizon for target in w.targets.values() if target.horizon}
    aside = say("by {day}", day=until(telling.words, horizons.pop())) if len(horizons) == 1 else w.about.city
    order = [pivot.id for pivot in w.pivots]
    said = WhereTo(
        title=say("Where do we want to be?"),
        aside=aside,
        scale=scale_of(w, telling),
        standings=standings_of(w, telling),
        finding=_in_short(w, telling),
        heads=(say("Pivot"), say("Now"), say("Target")),
        now=order.index(place.subject) if place.subject in order else None,
        computed_key=say("Computed, not yet agreed"),
    )
    return lambda frame: where_to(said, frame)


def _radar(w: Workshop, telling: Telling, *, plan: bool) -> Scene:
    say, words = telling.words.say, telling.words
    standings = standings_of(w, telling, plan=plan)
    names = {pivot.id: w.words(pivot.id, "name", pivot.name) for pivot in w.pivots}
    lines = []
    if plan:
        moved = sum(
            one.plan is not None and one.today is not None and one.plan > one.today for one in standings
        )
        reached = sum(
            one.plan is not None
            and one.target is not None
            and one.today is not None
            and printed(one.today) < one.target <= printed(one.plan)
            for one in standings
        )
        finding = figures.radar_finding(words, len(w.plan), moved, reached)
        still = [
            names[row.pivot]
            for row in levels.gaps(w)
            if row.value and not any(one.pivot == row.pivot for one in w.plan)
        ]
        lines = [finding, reach.no_action_covers(words, still)]
    else:
        first = walk.largest_gaps(w)
        finding = (
            say(
                "The largest gaps: {pivots}.",
                pivots=both(words, [inside(words, names[key]) for key in first]),
            )
            if first
            else say("All targets are met.")
        )
        lines = [finding]
    said = Radar(
        title=say("What our actions move") if plan else say("Where the gaps are"),
        aside=w.about.city,
        scale=scale_of(w, telling),
        standings=standings,
        keys=(say("Today"), say("If all chosen actions finish and work") if plan else "", say("Target")),
        lines=tuple(line for line in lines if line),
        finding=finding,
        heads=(say("Pivot"), say("Now"), say("If all is done"), say("Target")),
        gap_head="" if plan else say("Levels to climb"),
        computed_key=say("Computed, not yet agreed"),
    )
    return lambda frame: radar(said, frame)


def _suggest(w: Workshop, key: str, telling: Telling) -> Scene:
    say = telling.words.say
    pivot = w.framework.pivot_by_id[key]
    target = w.target_of(key)
    cards = [one for one in walk.offered(w) if one.pivot == key]
    chosen = [one for one in w.plan if one.pivot == key]
    horizon = until(telling.words, target.horizon) if target and target.horizon else ""
    said = Offers(
        title=say("What takes us there by {day}?", day=horizon) if horizon else say("What takes us there?"),
        aside="",
        head=head_of(
            w,
            pivot,
            say("{now} → {target}", now=_levels(w, key, telling)[0], target=_levels(w, key, telling)[1]),
        ),
        offers=tuple(_offer(w, one, telling) for one in (*cards, *chosen)),
        nothing=say("No suggestion fits. We write our own."),
        note=say("Each one can be changed. We can write our own."),
        heads=(say("No."), say("Action")),
    )
    return lambda frame: offers(said, frame)


def _levels(w: Workshop, key: str, telling: Telling) -> tuple[str, str]:
    standing = next(
        one for pivot, one in zip(w.pivots, standings_of(w, telling), strict=True) if pivot.id == key
    )
    return standing.today_words, standing.target_words or "–"


def _offer(w: Workshop, action: Action, telling: Telling) -> Offer:
    pivot = w.framework.pivot_by_id[action.pivot]
    return Offer(action.place, pivot.place, pivot.colour, action.title, action.benefit or action.owner)


def _picks(w: Workshop, telling: Telling) -> Scene:
    say = telling.words.say
    said = Offers(
        title=_how_to_pick(w, telling),
        aside=w.about.city,
        head=None,
        offers=tuple(_offer(w, one, telling) for one in walk.offered(w)),
        nothing=say("Nothing to pick from."),
        note=say("At most eight stay: a short list gets done."),
        heads=(say("No."), say("Action")),
    )
    return lambda frame: offers(said, frame)


def _how_to_pick(w: Workshop, telling: Telling) -> str:
    """By the way of voting: what a person does now."""
    say = telling.words.say
    if "hands" in w.about.ways:
        return say("Raise your hand for three")
    return say("Put your dots on three") if "dots" in w.about.ways else say("Write three numbers on a slip")


def _roadmap(w: Workshop, telling: Telling) -> Scene:
    say = telling.words.say
    columns = []
    for wave in WAVES:
        end = wave_end(w, wave)
        cards = tuple(_card(w, one) for one in w.plan if one.wave == wave)
        by = say("by {date}", date=long_date(telling.words, end)) if end else ""
        columns.append(Wave(wave_name(telling.words, wave), by, cards))
    unplaced = tuple(_card(w, one) for one in w.plan if one.wave is None)
    if unplaced:
        columns.append(Wave(say("Not placed yet"), "", unplaced))
        columns = [column for column in columns if column.cards]
    said = Roadmap(
        title=say("Our roadmap"),
        aside=w.about.city,
        waves=tuple(columns),
        nothing=say("No action is chosen yet."),
        heads=(say("Wave"), say("Action"), say("Owner")),
    )
    return lambda frame: roadmap(said, frame)


def _card(w: Workshop, action: Action) -> Card:
    pivot = w.framework.pivot_by_id[action.pivot]
    needs = tuple(
        one.needs_action for one in w.needs.values() if one.action == action.id and one.needs_action
    )
    return Card(action.id, pivot.place, pivot.colour, action.title, action.owner, needs)


def _read_back(w: Workshop, telling: Telling) -> Scene:
    say, words = telling.words.say, telling.words
    horizons = {target.horizon for target in w.targets.values() if target.horizon}
    shared = horizons.pop() if len(horizons) == 1 else None
    head = say("Today, and by {day}", day=until(words, shared)) if shared else say("Today, and our target")
    others = _seen_otherwise(w, telling)
    said = ReadBack(
        title=say("What we decided today"),
        aside=w.about.city,
        decided_head=head,
        decided=tuple(_decided(w, one, telling, shared=shared) for one in standings_of(w, telling)),
        kept_head=say("Who does what"),
        kept=tuple(_kept(w, one, telling) for one in levels.by_wave(w.plan)),
        nothing=say("No action is chosen yet."),
        more_kept=_and_more(telling, len(w.plan)),
        others=others,
        more_others=_and_more(telling, len(others)),
    )
    return lambda frame: read_back(said, frame)


def _decided(w: Workshop, one: Standing, telling: Telling, *, shared: str | None) -> Decided:
    by = telling.words.say("by {day}", day=one.by) if one.by and shared is None else ""
    if one.today is None:
        return Decided(one.number, one.colour, one.short, one.stage)
    return Decided(one.number, one.colour, one.short, one.today_words, one.target_words, by)


def _kept(w: Workshop, one: Action, telling: Telling) -> Kept:
    pivot = w.framework.pivot_by_id[one.pivot]
    return Kept(pivot.place, pivot.colour, one.title, one.owner or telling.words.say("No owner yet"))


def _and_more(telling: Telling, most: int) -> tuple[str, ...]:
    words = telling.words
    return tuple(words.say("and {n} more", n=formats.in_words(words, left)) for left in range(1, most + 1))


def _seen_otherwise(w: Workshop, telling: Telling) -> tuple[tuple[str, str], ...]:
    """Dissent in its recorded words, and what the room left open with its reason."""
    say, found = telling.words.say, []
    for pivot in w.pivots:
        decision, name = w.decision_on("pivot", pivot.id), w.words(pivot.id, "short", pivot.short)
        if decision is not None and decision.dissent:
            found.append((say("Seen otherwise: {pivot}", pivot=name), decision.dissent))
        if decision is not None and decision.level is None:
            found.append(
                (
                    say("Left open: {pivot}", pivot=name),
                    decision.rationale or say("The votes stand as counted."),
                )
            )
    return tuple(found)
