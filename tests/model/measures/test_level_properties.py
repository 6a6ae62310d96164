"""What holds for every roll-up, weight and band (method §12, properties of §4)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.model.measures.bands import if_the_missing_had_rated, pivot_without_any_one, without_any_one
from desktop.model.measures.leave_out import QuestionVotes, levels_without_each
from desktop.model.measures.score import QuestionScore, Source, computed_level, pivot_score, preset
from desktop.model.measures.stage import lit_windows
from desktop.model.measures.tally import Tally
from desktop.model.measures.weights import weights_from_points, weights_without_each

LEVEL = st.fractions(1, 4, max_denominator=40)
WEIGHT = st.integers(0, 5).map(Fraction)
PIVOTS = ("A", "B", "C", "D")


def score(name: str, level: Fraction | None, weight: Fraction) -> QuestionScore:
    source = Source.NONE if level is None else Source.COMPUTED
    return QuestionScore(name, level, source, level, weight)


QUESTIONS = st.lists(st.tuples(st.one_of(st.none(), LEVEL), WEIGHT), max_size=8).map(
    lambda rows: [score(f"Q{place}", level, weight) for place, (level, weight) in enumerate(rows)]
)
COUNTS = st.lists(st.integers(0, 9), min_size=4, max_size=4)
POINTS = st.lists(st.lists(st.integers(0, 10), min_size=4, max_size=4), max_size=14)


def rows(points: list[list[int]]) -> list[dict[str, int]]:
    return [dict(zip(PIVOTS, row, strict=True)) for row in points]


@given(QUESTIONS)
def test_a_pivot_lies_among_its_questions(questions: list[QuestionScore]) -> None:
    found = pivot_score(questions)
    counted = [question.level for question in questions if question.counts and question.level is not None]
    assert (found.computed is None) == (not counted)
    if found.computed is not None:
        assert min(counted) <= found.computed <= max(counted)
    assert (found.level is None) == (found.computed is None or 2 * found.coverage < 1)


@given(QUESTIONS, st.integers(1, 9), st.randoms(use_true_random=False))
def test_scaling_and_order_of_questions_change_nothing(
    questions: list[QuestionScore], factor: int, dice: Any
) -> None:
    scaled = [score(row.question, row.level, factor * row.weight) for row in questions]
    dice.shuffle(scaled)
    one, other = pivot_score(questions), pivot_score(scaled)
    assert (one.level, one.coverage) == (other.level, other.coverage)
    assert set(one.held_back_by) == set(other.held_back_by)


@given(QUESTIONS, LEVEL, WEIGHT)
def test_missing_and_weightless_questions_never_move_a_level(
    questions: list[QuestionScore], level: Fraction, weight: Fraction
) -> None:
    found = pivot_score(questions)
    missing = pivot_score([*questions, score("missing", None, weight)])
    assert missing.computed == found.computed
    assert missing.level in (found.level, None)
    weightless = pivot_score([*questions, score("weightless", level, Fraction(0))])
    assert (weightless.level, weightless.coverage) == (found.level, found.coverage)
    assert "weightless" not in weightless.held_back_by


@given(QUESTIONS, st.integers(2, 8).map(lambda halves: Fraction(halves, 2)))
def test_the_agreed_level_is_the_level(questions: list[QuestionScore], agreed: Fraction) -> None:
    computed = pivot_score(questions)
    found = pivot_score(questions, agreed)
    assert (found.level, found.source) == (agreed, Source.AGREED)
    assert found.computed == computed.computed
    assert found.difference == (None if computed.level is None else agreed - computed.level)
    assert found.preset == computed.preset


@given(COUNTS, st.integers(0, 30), st.integers(0, 40))
def test_cant_say_moves_no_level(counts: list[int], cant_say: int, present: int) -> None:
    before = computed_level(Tally(tuple(counts), 0, present))
    after = computed_level(Tally(tuple(counts), cant_say, present))
    if before is not None and after is not None:
        assert after == before


@given(LEVEL)
def test_the_preset_is_the_nearest_half(level: Fraction) -> None:
    found = preset(level)
    assert found.denominator in (1, 2)
    assert abs(found - level) <= Fraction(1, 4)
    assert preset(found) == found


@given(LEVEL, LEVEL)
def test_more_level_never_darkens_a_window(one: Fraction, other: Fraction) -> None:
    lower, higher = (lit_windows(level, 1, 4) for level in sorted([one, other]))
    assert lower is not None
    assert higher is not None
    assert 12 <= lower <= higher <= 48


@given(POINTS)
def test_weights_are_shares(points: list[list[int]]) -> None:
    found = weights_from_points(rows(points), PIVOTS)
    assert (found.shares is None) == (not any(map(any, points)))
    if found.shares is not None:
        assert all(share >= 0 for share in found.shares.values())
        assert sum(found.shares.values()) == 1


@given(
    POINTS,
    st.lists(st.integers(1, 9), min_size=14, max_size=14),
    st.permutations(PIVOTS),
    st.randoms(use_true_random=False),
)
def test_who_came_first_and_how_many_points_each_had_is_irrelevant(
    points: list[list[int]], factors: list[int], order: list[str], dice: Any
) -> None:
    found = weights_from_points(rows(points), PIVOTS)
    more = [
        [value * factor for value in row] for row, factor in zip(points, factors[: len(points)], strict=True)
    ]
    dice.shuffle(more)
    assert weights_from_points(rows(more), order).shares == found.shares


@given(POINTS)
def test_weights_without_each_are_the_weights_of_the_others(points: list[list[int]]) -> None:
    people = dict(enumerate(rows(points)))
    found = weights_without_each(people, PIVOTS)
    assert set(found) == {person for person, row in people.items() if any(row.values())}
    for person, sums in found.items():
        others = [row for other, row in people.items() if other != person]
        wanted = weights_from_points(others, PIVOTS).shares or dict.fromkeys(PIVOTS, Fraction(1, 4))
        total = sum(sums.values())
        assert {pivot: Fraction(value, total) for pivot, value in sums.items()} == wanted


@given(COUNTS, st.integers(0, 10))
def test_bands_contain_the_level(counts: list[int], absent: int) -> None:
    room = Tally(tuple(counts), 0, sum(counts) + absent)
    assume(room.n >= 3)
    one, worst = without_any_one(room), if_the_missing_had_rated(room)
    assert room.mean is not None
    assert one is not None
    assert one.low <= room.mean <= one.high
    assert one.high - one.low <= Fraction(3, room.n - 1)
    assert worst is not None
    assert worst.low <= room.mean <= worst.high
    if not absent:
        assert worst.low == worst.high == room.mean


VOTES = st.lists(
    st.tuples(
        st.dictionaries(st.integers(0, 6), st.integers(1, 4)),
        st.sampled_from([0, 1, 2, Fraction(1, 3)]),
        st.one_of(st.none(), st.sampled_from([Fraction(3, 2), Fraction(3)])),
    ),
    max_size=4,
).map(
    lambda rows: [
        QuestionVotes(ballots, weight=Fraction(weight), agreed=agreed) for ballots, weight, agreed in rows
    ]
)


def level_of(questions: list[QuestionVotes], absent: object = None) -> Fraction | None:
    """The long way: the weighted mean of the means of those who are left."""
    total, held = Fraction(0), Fraction(0)
    for question in questions:
        left = [level for person, level in question.ballots.items() if person != absent]
        if question.agreed is not None:
            level = question.agreed
        elif left:
            level = Fraction(sum(left), len(left))
        else:
            continue
        total, held = total + question.weight * level, held + question.weight
    return total / held if held else None


@given(VOTES)
def test_leaving_each_out_by_sums_is_leaving_each_out(questions: list[QuestionVotes]) -> None:
    found = levels_without_each(questions)
    for person in range(8):
        band = found.of(person)
        wanted = level_of(questions, person)
        assert (None if band is None else (band.low, band.high)) == (
            None if wanted is None else (wanted, wanted)
        )


@given(VOTES)
def test_a_pivots_band_contains_its_level(questions: list[QuestionVotes]) -> None:
    band = pivot_without_any_one(questions)
    level = level_of(questions)
    if band is not None:
        assert level is not None
        assert band.low <= level <= band.high


@given(COUNTS)
def test_hands_are_moved_by_their_extremes(counts: list[int]) -> None:
    assume(sum(counts) >= 3)
    by_hand = pivot_without_any_one([QuestionVotes(counted=counts)])
    assert by_hand == without_any_one(Tally(tuple(counts), 0, sum(counts)))
