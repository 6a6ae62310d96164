"""Sections 5 and 7: the order of the gaps and what actions reach."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from desktop.model.measures.leave_out import QuestionVotes
from desktop.model.measures.priority import Evidence, PivotVotes, neighbours, priorities
from desktop.model.measures.projection import project
from desktop.model.measures.reach import DeclaredAction, PivotToday, moved_level, reach
from desktop.model.measures.score import (
    weighted_mean,
)
from tests.model.measures.cases import drives, exact


@drives("5_priority")
def priority(given: Any, expected: Any) -> None:
    order = priorities(
        {name: exact(level) for name, level in given["levels"].items()},
        {name: exact(target) for name, target in given["targets"].items()},
        {name: exact(weight) or Fraction(0) for name, weight in given["weights"].items()},
    )
    assert [row.pivot for row in order] == [row["id"] for row in expected]
    for found, wanted in zip(order, expected, strict=True):
        assert found.gap == exact(wanted["gap"])
        assert found.value == exact(wanted["priority"])
        assert found.share == exact(wanted["share"])


@drives("5_stability")
def stability(given: Any, expected: Any) -> None:
    assert given["weights"] == "equal"
    people = [{"a": 2, "b": 2}] * 6 if isinstance(given["people"], str) else given["people"]
    ballots = {
        name: QuestionVotes({person: row[name] for person, row in enumerate(people)})
        for name in given["targets"]
    }
    levels = {name: Fraction(votes.total, votes.n) for name, votes in ballots.items()}
    order = priorities(levels, {name: exact(target) for name, target in given["targets"].items()})
    assert [row.pivot for row in order] == expected["order"]
    found = neighbours(order, Evidence({name: PivotVotes([votes]) for name, votes in ballots.items()}))
    assert [[pair.first, pair.second, pair.lost, pair.order] for pair in found] == expected["pairs"]


@drives("5_decided")
def decided(given: Any, expected: Any) -> None:
    assert given["weights"] is None
    names = [str(place) for place in range(len(given["agreed"]))]
    levels = {name: exact(level) for name, level in zip(names, given["agreed"], strict=True)}
    targets = {name: exact(level) for name, level in zip(names, given["targets"], strict=True)}
    first = [str(given["first"])] if "first" in given else []
    order = priorities(levels, targets, preferred=first)
    assert [int(row.pivot) for row in order] == expected["order"]
    found = neighbours(order, Evidence({name: PivotVotes(agreed=level) for name, level in levels.items()}))
    assert [pair.order for pair in found] == expected["labels"]


@drives("7_projection")
def projection(given: Any, expected: Any) -> None:
    current = {name: exact(level) for name, level in given["current"].items()}
    if "projected" in given:
        shown = {name: exact(level) for name, level in given["projected"].items()}
        found = moved_level(exact(given["agreed"]), current, shown, given["weights"], exact(given["target"]))
        assert found == exact(expected)
        return
    actions = [
        DeclaredAction(str(number), row["question"], row["frm"], row["to"])
        for number, row in enumerate(given["actions"])
    ]
    targets = {name: exact(level) for name, level in given["targets"].items()}
    reaches = {
        name: reach(level, targets[name], [step for step in actions if step.question == name], 1, 4)
        for name, level in current.items()
    }
    for name, wanted in expected["questions"].items():
        assert reaches[name].reached == exact(wanted["reach"])
        assert reaches[name].shown == exact(wanted["shown"])
        assert reaches[name].uncovered == exact(wanted["uncovered"])
        assert reaches[name].beyond == exact(wanted["beyond"])
    now = weighted_mean((level, given["weights"][name]) for name, level in current.items())[0]
    assert now == exact(expected["pivot_now"])
    shown_levels = {name: found.shown for name, found in reaches.items()}
    assert moved_level(now, current, shown_levels, given["weights"], None) == exact(
        expected["pivot_projected"]
    )
    whole = project(PivotToday(now, max(filter(None, targets.values())), current, given["weights"]), actions)
    listed = {row.id: [row.question, row.from_level, row.to_level] for row in actions}
    for name, ids in (
        ("waiting_for_a_step", whole.waits_for_a_step),
        ("already_there", whole.already_there),
        ("no_level_to_start_from", whole.no_level_to_start_from),
    ):
        assert [listed[found] for found in ids] == expected[name]
    if len(set(targets.values())) == 1:
        assert whole.projected == exact(expected["pivot_projected"])
