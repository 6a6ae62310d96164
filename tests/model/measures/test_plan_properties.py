"""What holds for every order of gaps and every projection (method §12, properties of §§5 and 7)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.measures.leave_out import QuestionVotes
from desktop.model.measures.priority import (
    Evidence,
    Order,
    PivotVotes,
    equal_at_cut,
    neighbours,
    priorities,
)
from desktop.model.measures.projection import adds, closes, project
from desktop.model.measures.reach import DeclaredAction, PivotToday
from desktop.model.measures.suggestions import suggestions
from desktop.model.measures.weights import weights_from_points

NAMES = ("A", "B", "C", "D")
LEVEL = st.fractions(1, 4, max_denominator=12)
HALVES = st.integers(2, 8).map(lambda halves: Fraction(halves, 2))
LEVELS = st.fixed_dictionaries({name: st.one_of(st.none(), LEVEL) for name in NAMES})
TARGETS = st.fixed_dictionaries({name: st.one_of(st.none(), HALVES) for name in NAMES})
WEIGHTS = st.one_of(st.none(), st.fixed_dictionaries({name: st.integers(0, 4) for name in NAMES}))


@st.composite
def actions(draw: Any, most: int = 8) -> list[DeclaredAction]:
    found = []
    for number in range(draw(st.integers(0, most))):
        start = draw(st.one_of(st.none(), st.integers(1, 3)))
        end = None if start is None else draw(st.integers(start + 1, 5))
        question = draw(st.sampled_from([None, "q1", "q2", "q3", "not asked"]))
        found.append(DeclaredAction(str(number), question, start, end, draw(st.sampled_from("smlx"))))
    return found


@st.composite
def pivots(draw: Any) -> PivotToday:
    names = draw(st.sampled_from([(), ("q1",), ("q1", "q2", "q3")]))
    return PivotToday(
        draw(st.one_of(st.none(), LEVEL)),
        draw(st.one_of(st.none(), HALVES)),
        {name: draw(st.one_of(st.none(), LEVEL)) for name in names},
        {name: draw(st.integers(0, 3)) for name in names if draw(st.booleans())},
    )


@given(LEVELS, TARGETS, WEIGHTS)
def test_gaps_stand_in_order(levels: dict[str, Any], targets: dict[str, Any], weights: Any) -> None:
    order = priorities(levels, targets, weights)
    assert sorted(row.pivot for row in order) == sorted(levels)
    values = [row.value for row in order]
    scored = [value for value in values if value is not None]
    assert values[: len(scored)] == sorted(scored, reverse=True)
    shares = [row.share for row in order if row.share is not None]
    assert sum(shares) == (1 if any(scored) else 0)
    for row in order:
        if row.gap is not None and row.surplus is not None:
            assert row.level is not None
            assert row.target is not None
            assert row.gap - row.surplus == row.target - row.level


@given(LEVELS, TARGETS, WEIGHTS, st.sampled_from(NAMES), st.integers(1, 4))
def test_raising_a_target_never_lowers_a_rank(
    levels: dict[str, Any], targets: dict[str, Any], weights: Any, pivot: str, halves: int
) -> None:
    if targets[pivot] is None:
        targets[pivot] = Fraction(1)
    raised = {**targets, pivot: targets[pivot] + Fraction(halves, 2)}
    before, after = (
        [row.pivot for row in priorities(levels, wanted, weights)].index(pivot)
        for wanted in (targets, raised)
    )
    assert after <= before


@given(LEVELS, TARGETS, WEIGHTS, st.sampled_from(NAMES))
def test_the_rooms_word_orders_equals_only(
    levels: dict[str, Any], targets: dict[str, Any], weights: Any, pivot: str
) -> None:
    plain, worded = priorities(levels, targets, weights), priorities(levels, targets, weights, [pivot])
    assert [row.value for row in plain] == [row.value for row in worded]
    first = next(row for row in worded if row.value == next(r.value for r in plain if r.pivot == pivot))
    assert first.pivot == pivot
    assert pivot not in equal_at_cut(worded)


BALLOTS = st.dictionaries(st.integers(0, 7), st.integers(1, 4), min_size=1)
DOTS = st.dictionaries(
    st.integers(0, 7), st.fixed_dictionaries({"A": st.integers(0, 5), "B": st.integers(0, 5)})
)


@given(BALLOTS, BALLOTS, st.one_of(st.just({}), DOTS))
def test_firm_is_what_survives_every_absence(
    a: dict[int, int], b: dict[int, int], dots: dict[int, dict[str, int]]
) -> None:
    def order(absent: int | None) -> list[tuple[str, Fraction | None]] | None:
        levels: dict[str, Fraction | None] = {}
        for name, votes in (("A", a), ("B", b)):
            left = [level for person, level in votes.items() if person != absent]
            levels[name] = Fraction(sum(left), len(left)) if left else None
        given_dots = [points for person, points in dots.items() if person != absent]
        weights = weights_from_points(given_dots, ["A", "B"]).shares
        return [
            (row.pivot, row.value) for row in priorities(levels, dict.fromkeys("AB", Fraction(4)), weights)
        ]

    whole = order(None)
    levels = {name: Fraction(sum(v.values()), len(v)) for name, v in (("A", a), ("B", b))}
    weights = weights_from_points(list(dots.values()), ["A", "B"]).shares
    ranked = priorities(levels, dict.fromkeys("AB", Fraction(4)), weights)
    evidence = Evidence({"A": PivotVotes([QuestionVotes(a)]), "B": PivotVotes([QuestionVotes(b)])}, dots)
    found = neighbours(ranked, evidence)
    assert whole is not None
    if not any(value for _, value in whole):
        assert found == ()
        return
    (pair,) = found
    people = set(a) | set(b) | {person for person, points in dots.items() if any(points.values())}

    def kept(person: int) -> bool:
        (first, high), (_, low) = order(person)
        return first == pair.first and high is not None and low is not None and high > low

    lost = sum(not kept(person) for person in people)
    assert pair.lost == lost
    if ranked[0].value == ranked[1].value:
        assert pair.order is Order.TIE
    elif len(people) < 5:
        assert pair.order is Order.TOO_FEW
    else:
        assert pair.order is (Order.CLOSE_CALL if lost else Order.FIRM)


@given(pivots(), actions(), st.randoms(use_true_random=False))
def test_the_order_of_actions_is_irrelevant(pivot: PivotToday, chosen: list[Any], dice: Any) -> None:
    found = project(pivot, chosen)
    shuffled = list(chosen)
    dice.shuffle(shuffled)
    other = project(pivot, shuffled)
    assert other.questions == found.questions
    assert other.projected == found.projected
    assert set(other.waits_for_a_step) == set(found.waits_for_a_step)
    assert set(other.already_there) == set(found.already_there)
    assert set(other.no_level_to_start_from) == set(found.no_level_to_start_from)


@given(pivots(), actions())
def test_what_is_shown_lies_between_now_and_target(pivot: PivotToday, chosen: list[Any]) -> None:
    found = project(pivot, chosen)
    for reach in found.questions.values():
        if reach.current is not None and reach.shown is not None:
            top = Fraction(4) if pivot.target is None else max(reach.current, pivot.target)
            assert reach.current <= reach.shown <= top
            assert (reach.missing_step is None) == (not reach.uncovered)
    if found.level is not None and found.projected is not None and pivot.target is not None:
        assert found.level <= found.projected <= max(found.level, pivot.target)


@given(pivots(), actions())
def test_the_same_plan_twice_reaches_no_further(pivot: PivotToday, chosen: list[Any]) -> None:
    found = project(pivot, chosen)
    assert project(pivot, [*chosen, *chosen]).questions == found.questions
    after = {name: found.questions[name].shown for name in pivot.questions}
    level = found.projected if not any(after.values()) else pivot.level
    again = project(PivotToday(level, pivot.target, after, pivot.weights), chosen)
    for name, reach in again.questions.items():
        assert reach.shown == found.questions[name].shown


@given(pivots(), actions(), actions())
def test_more_actions_never_reach_less(pivot: PivotToday, some: list[Any], more: list[Any]) -> None:
    one, other = project(pivot, some), project(pivot, [*some, *more])
    for name, reach in one.questions.items():
        further = other.questions[name].shown
        if reach.shown is not None:
            assert further is not None
            assert further >= reach.shown
    if one.projected is not None:
        assert other.projected is not None
        assert other.projected >= one.projected


@given(pivots(), actions())
def test_what_actions_add_is_what_the_plan_gains(pivot: PivotToday, chosen: list[Any]) -> None:
    found, added = project(pivot, chosen), adds(pivot, chosen)
    assert list(added) == [action.id for action in chosen]
    if pivot.level is None:
        assert set(added.values()) <= {None}
    else:
        assert all(value is not None and value >= 0 for value in added.values())
        assert sum(value for value in added.values() if value is not None) == found.gain


@given(pivots(), actions(12), actions(3))
def test_suggestions_fit_and_come_largest_gain_first(
    pivot: PivotToday, library: list[Any], chosen: list[Any]
) -> None:
    found = suggestions(pivot, library, chosen)
    assert len(found) <= 3
    base = project(pivot, chosen).projected
    for action in found:
        current = pivot.questions[action.question]
        assert current is not None
        assert pivot.target is not None
        assert current < action.to_level
        assert current < pivot.target
    gains = [(project(pivot, [*chosen, action]).projected or 0) - (base or 0) for action in found]
    assert gains == sorted(gains, reverse=True)


@given(st.lists(st.tuples(pivots(), actions(4)), max_size=4))
def test_a_plan_closes_no_more_than_was_asked_for(parts: list[Any]) -> None:
    closed, asked = closes(project(pivot, chosen) for pivot, chosen in parts)
    assert 0 <= closed <= asked
