"""What the console is told: readings, invitations, orders and suggestions that no worked example shows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.measures.agreement import Camps, Reading, Verdict, read_room, typical_answer, widest_first
from desktop.model.measures.invitation import Invitation, invitation
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
from desktop.model.measures.score import city_score, pivot_score, question_score
from desktop.model.measures.suggestions import suggestions
from desktop.model.measures.tally import Tally, tally
from desktop.model.measures.weights import Weighing, weights_from_counts, weights_from_points


def room(*counts: int, lowest: int = 1) -> Tally:
    return Tally(counts, 0, sum(counts), lowest)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 6, 1, 0), Reading(Verdict.CONSENSUS, (2,))),
        ((0, 7, 0, 1), Reading(Verdict.LEANING, (2,), far_off=1)),
        ((0, 4, 4, 0), Reading(Verdict.LEANING, (2, 3))),
        ((3, 1, 4, 0), Reading(Verdict.SPREAD, (1, 3))),
        ((4, 0, 0, 4), Reading(Verdict.TWO_CAMPS, (1, 4), camps=Camps(1, 4, 4, 0, 4))),
        ((5, 5), Reading(Verdict.SPREAD, (1, 2))),
        ((6, 2), Reading(Verdict.CONSENSUS, (1,))),
        ((0, 1, 1, 0), Reading(Verdict.TOO_FEW, (2, 3))),
        ((0, 0, 0, 0), Reading(Verdict.NONE, ())),
    ],
)
def test_a_reading_names_the_levels_of_its_sentence(counts: tuple[int, ...], expected: Reading) -> None:
    assert read_room(counts) == expected


def test_levels_are_values_of_the_scale() -> None:
    assert read_room((4, 0, 0, 4), lowest=0).camps == Camps(0, 3, 4, 0, 4)
    assert invitation(room(4, 0, 0, 4, lowest=0)) == Invitation((0, 3))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((4, 1, 0, 5), Invitation((1, 4))),
        ((1, 6, 1, 0), Invitation((2,))),
        ((1, 1, 3, 3), Invitation((4, 3))),
        ((2, 0, 6, 0), Invitation((3,))),
        ((2, 3, 3, 2), Invitation((2, 3))),
        ((2, 2, 2, 2), Invitation(third_person=1)),
        ((0, 0, 9, 0), Invitation((3,), unanimous=True)),
        ((0, 0, 0, 0), Invitation()),
    ],
)
def test_an_invitation_follows_the_rule_of_three(counts: tuple[int, ...], expected: Invitation) -> None:
    assert invitation(room(*counts)) == expected


def test_two_camps_have_no_typical_answer() -> None:
    assert typical_answer(room(1, 5, 4, 1)) == (2, 2)
    assert typical_answer(room(2, 2, 2, 2)) == (2, 3)
    assert typical_answer(room(4, 0, 0, 4)) is None
    assert typical_answer(room(0, 0, 0, 0)) is None


def test_a_choice_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="level 5"):
        tally([1, 5], range(1, 5), present=2)


def test_whoever_cast_a_ballot_was_there() -> None:
    held = Tally((3, 3, 0, 0), 1, present=4)
    assert (held.room, held.missing, held.coverage) == (7, 0, Fraction(6, 7))


def test_the_widest_question_comes_first_and_the_unanswered_last() -> None:
    counts = {"D1": (0, 0, 0, 0), "D2": (0, 6, 2, 0), "D3": (4, 0, 0, 4), "D4": (0, 6, 2, 0)}
    assert widest_first(counts) == ("D3", "D2", "D4", "D1")


def test_a_pivot_says_what_holds_it_back_and_when_to_ask_why() -> None:
    questions = [
        question_score("D1", room(0, 0, 0, 6)),
        question_score("D2", room(0, 0, 0, 6)),
        question_score("D3", room(6, 0, 0, 0)),
    ]
    found = pivot_score(questions, Fraction(5, 2))
    assert found.held_back_by == ("D3",)
    assert found.preset == 3
    assert (found.difference, found.needs_reason) == (Fraction(-1, 2), True)
    assert pivot_score(questions).needs_reason is False


def test_too_little_answered_presets_nothing_and_compares_nothing() -> None:
    questions = [question_score("D1", room(0, 6, 0, 0))]
    questions += [question_score(name, None) for name in ("D2", "D3")]
    found = pivot_score(questions, Fraction(3))
    assert (found.level, found.computed, found.enough) == (3, 2, False)
    assert (found.preset, found.difference) == (None, None)


def test_counted_dots_are_plain_shares() -> None:
    found = weights_from_counts({"A": 30, "B": 10})
    assert (found.shares, found.how) == ({"A": Fraction(3, 4), "B": Fraction(1, 4)}, Weighing.COUNTED)
    assert weights_from_counts({"A": 0}).how is Weighing.EQUAL
    with pytest.raises(ValueError, match="negative"):
        weights_from_counts({"A": -1})
    with pytest.raises(ValueError, match="negative"):
        weights_from_points([{"A": 3, "B": -1}], ["A", "B"])


def test_weights_say_how_many_gave_nothing() -> None:
    found = weights_from_points([{"A": 10}, {"A": 5, "B": 5}, {}], ["A", "B"])
    assert (found.people, found.gave_none) == (2, {"A": 0, "B": 1})


def test_equals_at_the_cut_are_asked_about_unless_the_room_has_spoken() -> None:
    levels = dict.fromkeys("ABCDE", Fraction(2))
    targets = {"A": Fraction(4), "B": Fraction(3), "C": Fraction(3), "D": Fraction(3), "E": Fraction(5, 2)}
    assert equal_at_cut(priorities(levels, targets)) == ("B", "C", "D")
    assert equal_at_cut(priorities(levels, targets, preferred=["C", "D"])) == ()
    assert equal_at_cut(priorities(levels, targets), cut=4) == ()
    assert equal_at_cut(priorities(levels, dict.fromkeys("ABCDE", Fraction(2)))) == ()


def test_a_pivot_without_a_weight_weighs_one() -> None:
    levels = dict.fromkeys("AB", Fraction(2))
    order = priorities(levels, dict.fromkeys("AB", Fraction(3)), {"A": 3})
    assert [row.weight for row in order] == [Fraction(3, 4), Fraction(1, 4)]
    assert city_score({"A": Fraction(2), "B": Fraction(4)}, {"A": 3}).level == Fraction(5, 2)


def order_of(a: QuestionVotes, b: QuestionVotes, **dots: object) -> Order:
    levels = {name: Fraction(votes.total, votes.n) for name, votes in (("A", a), ("B", b))}
    weights = {"A": 30, "B": 20} if dots else None
    order = priorities(levels, dict.fromkeys("AB", Fraction(4)), weights)
    evidence = Evidence({"A": PivotVotes([a]), "B": PivotVotes([b])}, **dots)  # type: ignore[arg-type]
    (pair,) = neighbours(order, evidence)
    return pair.order


def test_counted_hands_make_a_close_call_when_their_extremes_can_swap_two() -> None:
    assert order_of(QuestionVotes(counted=(8, 0, 0, 0)), QuestionVotes(counted=(0, 8, 0, 0))) is Order.FIRM
    assert (
        order_of(QuestionVotes(counted=(4, 4, 0, 0)), QuestionVotes(counted=(3, 5, 0, 0))) is Order.CLOSE_CALL
    )
    assert order_of(QuestionVotes(counted=(2, 2, 0, 0)), QuestionVotes(counted=(1, 3, 0, 0))) is Order.TOO_FEW


def test_one_person_may_have_placed_ten_of_the_counted_dots() -> None:
    same = QuestionVotes(agreed=Fraction(2), counted=(0, 8, 0, 0))
    assert order_of(same, same, counted_dots={"A": 30, "B": 20}) is Order.CLOSE_CALL
    assert order_of(same, same, counted_dots={"A": 31, "B": 20}) is Order.FIRM


def test_agreed_levels_with_voted_weights_are_not_decided() -> None:
    pivots = {"A": PivotVotes(agreed=Fraction(2)), "B": PivotVotes(agreed=Fraction(2))}
    dots = {person: {"A": 6, "B": 4} for person in range(6)}
    order = priorities(dict.fromkeys("AB", Fraction(2)), dict.fromkeys("AB", Fraction(3)), {"A": 6, "B": 4})
    assert [pair.order for pair in neighbours(order, Evidence(pivots, dots))] == [Order.FIRM]
    assert [pair.order for pair in neighbours(order, Evidence(pivots))] == [Order.DECIDED]


def step(
    name: str, question: str | None, start: int | None, end: int | None, effort: str = "m"
) -> DeclaredAction:
    return DeclaredAction(name, question, start, end, effort)


TODAY = PivotToday(Fraction(3, 2), Fraction(3), {"D1": Fraction(1), "D2": Fraction(2)})


def test_an_action_for_the_whole_pivot_lifts_every_question_it_fits() -> None:
    found = project(TODAY, [step("wide", None, 2, 3)])
    assert {name: reach.shown for name, reach in found.questions.items()} == {"D1": 1, "D2": 3}
    assert (found.projected, found.waits_for_a_step) == (2, ())
    assert found.questions["D1"].missing_step == (1, 2)


def test_a_pivot_without_questions_is_its_own() -> None:
    alone = PivotToday(Fraction(2), Fraction(3), {})
    found = project(alone, [step("wide", None, 2, 4)])
    assert (found.projected, found.beyond, found.uncovered) == (3, 1, 0)


def test_an_action_without_a_step_promises_nothing() -> None:
    found = project(TODAY, [step("talk", "D1", None, None)])
    assert (found.projected, found.waits_for_a_step, found.no_level_to_start_from) == (Fraction(3, 2), (), ())


def test_a_chain_adds_when_it_is_complete() -> None:
    chain = [step("late", "D1", 2, 3), step("early", "D1", 1, 2), step("again", "D1", 2, 3)]
    assert adds(TODAY, chain) == {"late": 0, "early": 1, "again": 0}
    assert closes([project(TODAY, chain)]) == (1, Fraction(3, 2))


def test_suggestions_prefer_gain_then_little_effort_then_the_name() -> None:
    library = [
        step("z", "D1", 1, 2, "l"),
        step("y", "D1", 1, 3, "x"),
        step("x", "D2", 2, 3, "s"),
        step("b", "D2", 2, 4, "s"),
        step("not yet", "D1", 2, 3),
        step("already there", "D2", 1, 2),
        step("not asked", "D7", 1, 2),
        step("wide", None, 1, 2),
    ]
    assert [found.id for found in suggestions(TODAY, library)] == ["y", "b", "x"]
    assert [found.id for found in suggestions(TODAY, library, taken={"y", "b"})] == ["x", "z"]
    chosen = [step("chosen", "D2", 2, 3)]
    assert [found.id for found in suggestions(TODAY, library, chosen)] == ["y", "z", "b"]


def test_without_a_target_nothing_is_suggested_or_uncovered() -> None:
    open_end = PivotToday(Fraction(1), None, {"D1": Fraction(1)})
    assert suggestions(open_end, [step("z", "D1", 1, 2)]) == ()
    found = project(open_end, [step("z", "D1", 1, 2)])
    assert (found.projected, found.uncovered, found.gap) == (2, None, None)
