"""A rehearsal is a workshop like any other, the same for the same seed, with rooms worth rehearsing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.model import builtin, levels
from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.measures.rounds import moves
from desktop.model.workshop import Workshop
from tests.journeys.playing import digest, rehearse


def played(tmp_path: Path, seed: int, people: int, name: str = "library") -> Workshop:
    return rehearse(tmp_path / f"{name}-{seed}-{people}.sqlite", seed, people, lambda _desk: None)


def test_the_same_seed_plays_the_same_day(tmp_path: Path) -> None:
    first, second = played(tmp_path, 7, 24, "one"), played(tmp_path, 7, 24, "two")
    assert first == second
    assert digest(first) != digest(played(tmp_path, 8, 24))


@pytest.mark.parametrize(("seed", "people"), [(seed, 5 + 7 * seed) for seed in range(8)] + [(3, 200)])
def test_no_rule_refuses_what_a_plausible_room_does(tmp_path: Path, seed: int, people: int) -> None:
    w = played(tmp_path, seed, people)
    assert w.about.state == "draft"
    assert w.about.rehearsal
    assert all(w.latest_revealed("level", question.id) for question in w.questions)
    assert all(w.decision_on("pivot", pivot.id) for pivot in w.pivots)
    assert w.plan
    assert all(action.wave for action in w.plan)


@pytest.mark.parametrize("seed", [3, 7, 9])
def test_the_plan_takes_nothing_up_before_what_it_needs(tmp_path: Path, seed: int) -> None:
    w = played(tmp_path, seed, 24)
    place = {"now": 0, "next": 1, "later": 2}
    for need in w.needs.values():
        first, then = w.actions.get(need.needs_action or ""), w.actions[need.action]
        if first is not None and first.number and then.number:
            assert place[first.wave or "later"] <= place[then.wave or "later"]


def test_where_the_room_judges_lower_than_it_voted_the_reason_is_kept(tmp_path: Path) -> None:
    w = played(tmp_path, 7, 24)
    apart = [pivot.id for pivot in w.pivots if levels.in_force(w, pivot.id).needs_reason]
    assert apart
    for pivot in apart:
        decision = w.decision_on("pivot", pivot)
        assert decision is not None
        assert decision.rationale


def test_people_differ_in_plausible_ways(tmp_path: Path) -> None:
    w = played(tmp_path, 7, 24)
    first = {question.id: w.rounds_on("level", question.id)[0] for question in w.questions}
    verdicts = [verdict(levels.tally(w, one.id).counts) for one in first.values()]
    assert Verdict.TWO_CAMPS in verdicts
    assert {Verdict.CONSENSUS, Verdict.LEANING} & set(verdicts)
    assert max(levels.tally(w, one.id).cant_say for one in first.values()) >= 4
    (again,) = [one for one in w.rounds.values() if one.kind == "level" and one.number == 2]
    before = w.ballots_in(first[again.subject].id)
    after = w.ballots_in(again.id)
    moved = moves(
        {key: one.choice for key, one in before.items()}, {key: one.choice for key, one in after.items()}
    )
    assert moved.changed > 0
    assert any(decision.dissent for decision in w.decisions.values())
    assert {target.level for target in w.targets.values()} != {4.0}


@pytest.mark.parametrize("agenda", builtin.agendas())
@pytest.mark.parametrize("chosen", ["quick", "standard", "full"])
def test_every_agenda_and_every_set_can_be_played(tmp_path: Path, agenda: str, chosen: str) -> None:
    w = rehearse(tmp_path / "library.sqlite", 5, 9, lambda _desk: None, agenda=agenda, question_set=chosen)
    assert w.about.state == "draft"
    assert len(w.questions) == {"quick": 7, "standard": 21, "full": 42}[chosen]
    assert all(w.latest_revealed("level", question.id) for question in w.questions)
    assert all(one.ended_at for one in w.sessions.values())
    assert len({(one.started_at or "")[:10] for one in w.sessions.values()}) == len(w.sessions)


def test_what_simulated_people_say_is_read_from_data() -> None:
    from desktop.model.rehearsal.script import remarks

    assert json.dumps(remarks())
    assert all(not line.endswith(" ") and line for line in remarks()["evidence"] + remarks()["quotes"])
