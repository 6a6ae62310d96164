"""A whole workshop played through the same presses and verbs as on the day, by simulated people.

The script walks where *Next* leads (:mod:`desktop.model.walk`) and does at each place what a room and its
facilitator would do there: hand in ballots, raise hands, vote again, agree, disagree, aim, pick, promise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from desktop.model import days, levels, shocks, walk
from desktop.model.desk import Desk
from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.measures.score import preset
from desktop.model.offering import likely_owner
from desktop.model.records import Action, Participant, RoundKind, Step, WaveName
from desktop.model.rehearsal.people import City, Person, first_answer, imagine_city, invite, second_answer
from desktop.model.verbs.named import named
from desktop.model.walk import Place
from desktop.model.workshop import Workshop

SECONDS: dict[str, int] = {
    "title": 300, "fill": 300, "pause": 300, "story": 60, "vote": 40, "results": 60, "discuss": 120, "agree": 60,
    "lit": 20, "aims": 420, "gaps": 180, "suggest": 180, "picks": 180, "plan": 180, "read_back": 120,
    "roadmap": 90, "city": 90, "phases": 240, "phases_shown": 120, "stages": 60, "exercise": 60, "lived": 30,
    "beat": 300, "fails": 120, "fails_shown": 120, "debrief": 180,
}  # fmt: skip
"""How long the script stays in each part of a step."""
NIGHT = 20 * 3600
"""Seconds between two sittings."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the rehearsal is: the step's kind and subject, and how many of how many steps are behind it."""

    kind: str
    subject: str | None
    done: int
    of: int


@cache
def remarks() -> dict[str, Any]:
    """What simulated people say."""
    text = resources.files("resources").joinpath("rehearsal", "remarks.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def play(
    desk: Desk, seed: int, forward: Callable[[float], None] = lambda _seconds: None
) -> Iterator[Progress]:
    """Play the workshop at this desk from arrival to the end of the day; progress after every place.

    ``forward`` lets time pass on the clock in use. Run it outside the window's thread: it waits for every
    answer. Raises what a verb refuses: a rehearsal that is refused has found a fault.
    """
    yield from _Play(desk, Random(f"play {seed}"), Random(f"polls {seed}"), forward).run()


class _Play:
    """One run of the script, with the people it imagined."""

    def __init__(self, desk: Desk, source: Random, polls: Random, forward: Callable[[float], None]) -> None:
        """``polls`` has its own chance: a day with a warm-up judges its pivots as the same day without one."""
        self.desk = desk
        self.source = source
        self.polls = polls
        self.forward = forward
        self.city: City = imagine_city(desk.workshop.framework, source)
        seats = desk.workshop.seats
        self.people: dict[str, Person] = dict(
            zip((one.id for one in seats), invite(len(seats), source), strict=True)
        )
        self.late: list[Participant] = []

    def do(self, verb: str, **args: object) -> None:
        self.desk.do(named(verb), origin="rehearsal", **args).result()

    def run(self) -> Iterator[Progress]:
        self._arrive()
        of = len(self.desk.workshop.agenda)
        while True:
            place = walk.here(self.desk.workshop)
            step = self.desk.workshop.steps[place.step]
            self._act(place)
            self.forward(SECONDS.get(place.part, 60))
            yield Progress(step.kind, step.subject, step.place, of)
            press = walk.ahead(self.desk.workshop, place)
            if press.agrees:
                self._agree(str(press.facts["pivot"]))
            if press.place is None:
                break
            self._sleep_over(step, self.desk.workshop.steps[press.place.step])
            for call in press.calls:
                self.do(call.verb, **call.args)
        self.do("sessions.end")

    def _sleep_over(self, left: Step, coming: Step) -> None:
        """A sitting ends, and the next one begins the morning after."""
        if left.session != coming.session:
            self.do("sessions.end", session=left.session)
            self.forward(NIGHT)
            self.do("sessions.start", session=coming.session)

    # ---- people ---------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        """One in twelve stays away; with eight or more invited, one person comes late."""
        seats = list(self.desk.workshop.seats)
        self.source.shuffle(seats)
        away = len(seats) // 12
        self.late = seats[away : away + 1] if len(seats) >= 8 else []
        here = [one.id for one in seats[away + len(self.late) :]]
        self.do("presence.arrive", participants=sorted(here))
        self.forward(240)

    def _let_in(self) -> None:
        """The one who was late sits down and fills in what is still open."""
        for one in self.late:
            self.do("presence.arrive", participants=(one.id,))
            self._hand_in(one)
        self.late = []

    # ---- what happens at a place ----------------------------------------------------------------------------

    def _act(self, place: Place) -> None:
        step = self.desk.workshop.steps[place.step]
        match place.part:
            case "pause" if step.kind in ("talk", "break"):
                self._key_in()
            case "story":
                if step.subject != self.desk.workshop.pivots[0].id:
                    self._let_in()
            case "vote":
                self._key_in()
            case "discuss":
                self._discuss(place)
            case "aims":
                self._aim()
            case "picks":
                self._pick()
            case "plan":
                self._promise()
            case "read_back":
                self._commit()
            case "phases":
                self._answer_phases()
            case "lived":
                self._lived(place)
            case "fails":
                self._name_what_fails(step)
            case "debrief":
                self._debrief(step, place)

    def _key_in(self) -> None:
        """Every ballot that lies on the table is keyed in, seat by seat."""
        for one in self.desk.workshop.seats:
            if one.state == "present":
                self._hand_in(one)
                self.forward(20)

    def _hand_in(self, one: Participant) -> None:
        w = self.desk.workshop
        answers: dict[str, int | None] = {}
        for question in w.questions:
            latest = w.latest("level", question.id)
            if latest is None or latest.state != "open" or one.id in w.ballots_in(latest.id):
                continue
            choice = first_answer(
                self.people[one.id], self.city, question.pivot, w.framework.levels, self.source
            )
            if latest.number > 1:
                choice = self._moved(question.id, one.id, choice)
            answers[latest.id] = choice
        if answers:
            self.do("ballots.slip", participant=one.id, answers=answers)

    def _moved(self, question: str, participant: str, choice: int | None) -> int | None:
        """The answer after the talk, from the one given before it (a newcomer answers afresh)."""
        w = self.desk.workshop
        first = w.rounds_on("level", question)[0]
        before = w.ballots_in(first.id).get(participant)
        if before is None:
            return choice
        counts = levels.tally(w, first.id).counts
        middle = counts.index(max(counts[1:-1])) + w.framework.lowest
        return second_answer(before.choice, middle, w.framework.levels, self.source)

    def _discuss(self, place: Place) -> None:
        """Evidence is named; where the room has two camps it votes once more, the first time only."""
        w = self.desk.workshop
        question = place.subject or ""
        pivot = w.framework.questions[question].pivot
        said = remarks()
        spoken = [note for note in w.notes.values() if note.kind in ("evidence", "quote")]
        kind, lines = ("quote", said["quotes"]) if len(spoken) % 2 else ("evidence", said["evidence"])
        if len(spoken) < len(said["quotes"]) + len(said["evidence"]):
            self.do("notes.write", kind=kind, subject=pivot, text=lines[len(spoken) // 2 % len(lines)])
        shown = w.latest_revealed("level", question)
        split = shown is not None and verdict(levels.tally(w, shown.id).counts) is Verdict.TWO_CAMPS
        if shown is not None and split and shown.number == 1:
            for call in walk.again(w, place, question).calls:
                self.do(call.verb, **call.args)
            self._key_in()
            latest = self.desk.workshop.latest("level", question)
            if latest is not None:
                self.do("rounds.show", rounds=(latest.id,))

    def _agree(self, pivot: str) -> None:
        w = self.desk.workshop
        computed = levels.computed(w, pivot).level
        if computed is None:
            self.do("decisions.leave_open", pivot=pivot, rationale=remarks()["unsure"])
            return
        level = preset(computed)
        lower = level - (level % 1 or 1)
        words: dict[str, str] = {}
        rounds = [one for question in w.questions_of(pivot) for one in w.rounds_on("level", question.id)]
        if any(one.number > 1 for one in rounds):
            words = remarks()["split"]
        elif lower >= w.framework.lowest and not any(one.rationale for one in w.decisions.values()):
            level, words = lower, remarks()["lower"]
        self.do("decisions.agree", about="pivot", subject=pivot, level=float(level), **words)

    def _aim(self) -> None:
        """A target for each pivot with a level: a step up, half a step where the pivot is already high."""
        for pivot in self.desk.workshop.pivots:
            w = self.desk.workshop
            now = levels.in_force(w, pivot.id).level
            if now is None:
                continue
            step = self.source.choice((1.0, 1.0, 1.5) if now < w.framework.lowest + 1.5 else (0.5, 1.0))
            self.do(
                "targets.set",
                pivot=pivot.id,
                level=min(float(preset(now)) + step, float(w.framework.highest)),
            )

    def _pick(self) -> None:
        """Three picks each among what is offered, counted by hands."""
        w = self.desk.workshop
        latest = w.latest("picks", "")
        offered = [one for one in w.actions.values() if one.status == "offered"]
        if latest is None or not offered:
            return
        numbers = [0] * max(one.place for one in w.actions.values())
        liked = {one.id: self.source.uniform(0.2, 1.0) for one in offered}
        for _ in range(w.present):
            ranked = sorted(offered, key=lambda one: (-liked[one.id] * self.source.random(), one.place))
            for one in ranked[:3]:
                numbers[one.place - 1] += 1
        self.do("counts.enter", round=latest.id, numbers=tuple(numbers))

    def _promise(self) -> None:
        """Each action kept gets its wave, its money and a first look at what the library filled in."""
        w = self.desk.workshop
        own = dict(remarks()["own"])
        if own["pivot"] in w.framework.pivot_by_id:
            self.do("actions.write", **own)
        waves: tuple[WaveName, ...] = ("now", "now", "now", "next", "next", "next", "later", "later")
        money = remarks()["money"]
        kept = _needed_first(self.desk.workshop)
        for number, one in enumerate(kept):
            self.do("actions.place", action=one.id, wave=waves[min(number, len(waves) - 1)])
            kind = money[number % len(money)]
            amount = {"money_amount": float(remarks()["amount"])} if kind == "new" else {}
            owner = one.owner or likely_owner(w, one)
            self.do("actions.edit", action=one.id, owner=owner, money=kind, **amount)
            if number % 3 != 2:
                self.do("actions.check", action=one.id, fields=one.to_check)

    def _commit(self) -> None:
        self.do("commit.keeper", post=remarks()["keeper"])
        date = self.desk.workshop.about.date
        self.do("commit.reviews", dates=(days.months_after(date, 6), days.months_after(date, 12)))
        self.do("notes.write", kind="parking", subject=None, text=remarks()["parking"][0])

    # ---- warm-up and shock ----------------------------------------------------------------------------------

    def _answer_phases(self) -> None:
        """One hand each, most for what residents see; a few can't say."""
        w = self.desk.workshop
        likely = [6.0, 5.0, 4.0, 2.0, 3.0, 1.0, 1.0][: len(w.framework.phases)]
        likely += [1.0] * (len(w.framework.phases) - len(likely))
        self._count_hands("phase", "", likely, w.present)

    def _lived(self, place: Place) -> None:
        """The first story that comes up is too near; the next one is told."""
        if not shocks.lived(self.desk.workshop):
            self.do("shock.lived", step=place.step, text=remarks()["lived"])

    def _name_what_fails(self, step: Step) -> None:
        """A third hand in a slip, which is keyed; the others raise a hand. What the story tests is named most."""
        w = self.desk.workshop
        told, held = shocks.of_step(w, step), w.latest("fails_first", step.subject or "")
        if told is None or held is None:
            return
        likely = [
            0.6,
            *(
                6.0 if pivot.id in told.pivots[:1] else 2.5 if pivot.id in told.pivots else 0.8
                for pivot in w.pivots
            ),
        ]
        here = [one for one in w.seats if one.state == "present"]
        slips = here[: len(here) // 3]
        for one in slips:
            choice = self.polls.choices(range(len(likely)), likely)[0]
            self.do("ballots.cast", round=held.id, participant=one.id, choice=choice)
            self.forward(2)
        self._count_hands("fails_first", told.id, likely, len(here) - len(slips))

    def _count_hands(self, kind: RoundKind, subject: str, likely: list[float], people: int) -> None:
        held = self.desk.workshop.latest(kind, subject)
        if held is None or held.state != "open" or not people:
            return
        cant_say = people // 20
        numbers = [0] * len(likely)
        for choice in self.polls.choices(range(len(likely)), likely, k=people - cant_say):
            numbers[choice] += 1
        self.do("counts.enter", round=held.id, numbers=tuple(numbers), cant_say=cant_say)

    def _debrief(self, step: Step, place: Place) -> None:
        """One thing is said to each question, and kept."""
        said = remarks()["debrief"]
        text = said[(int(place.subject or 1) - 1) % len(said)]
        self.do("notes.write", kind="debrief", subject=step.subject, text=text)


def _needed_first(w: Workshop) -> list[Action]:
    """The plan, the easiest first, but nothing before what it needs."""
    waiting, order = sorted(w.plan, key=_easiest_first), list[Action]()
    planned = {one.id for one in waiting}
    needs = {
        one.id: {need.needs_action for need in w.needs.values() if need.action == one.id} & planned
        for one in waiting
    }
    while waiting:
        placed = {one.id for one in order}
        following = next((one for one in waiting if needs[one.id] <= placed), waiting[0])
        waiting.remove(following)
        order.append(following)
    return order


def _easiest_first(action: Action) -> tuple[int, int, int]:
    """The lighter first; of two alike, the one that starts lower: a plan is written before it is practised."""
    return "smlx".index(action.effort or "x"), action.from_level or 0, action.number or 0
