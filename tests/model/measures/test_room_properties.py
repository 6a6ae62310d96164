"""What holds for every room: agreement, verdict, invitation, rounds (method §12, properties of §§1–3)."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import floor

from hypothesis import assume, example, given
from hypothesis import strategies as st

from desktop.model.measures.agreement import (
    Verdict,
    agreement,
    camps,
    fullest_window,
    pair_distance,
    read_room,
    verdict,
)
from desktop.model.measures.invitation import FEWEST_INVITED, invitation, speaking_order
from desktop.model.measures.rounding import percentages, rounded
from desktop.model.measures.rounds import moves, shift
from desktop.model.measures.stage import stage_at
from desktop.model.measures.tally import RoomState, Tally, room_state, tally
from desktop.model.measures.wall import TwoCamps, wall_counts

COUNTS = st.integers(2, 10).flatmap(lambda k: st.lists(st.integers(0, 12), min_size=k, max_size=k))
BALLOTS = st.lists(st.one_of(st.none(), st.integers(1, 4)), max_size=40)
LEVELS = range(1, 5)


def of(counts: list[int]) -> Tally:
    return Tally(tuple(counts), 0, sum(counts))


@given(COUNTS)
def test_agreement_is_one_for_one_voice_only(counts: list[int]) -> None:
    found = agreement(counts)
    assert (found is None) == (sum(counts) < 2)
    if found is not None:
        assert 0 <= found <= 1
        assert (found == 1) == (sum(count > 0 for count in counts) == 1)


@given(COUNTS)
def test_agreement_and_verdict_have_no_upside_down(counts: list[int]) -> None:
    assert agreement(counts) == agreement(counts[::-1])
    assert pair_distance(counts) == pair_distance(counts[::-1])
    assert verdict(counts) == verdict(counts[::-1])


@given(BALLOTS, st.randoms(use_true_random=False))
def test_the_order_of_ballots_is_irrelevant(ballots: list[int | None], dice: st.DataObject) -> None:
    shuffled = list(ballots)
    dice.shuffle(shuffled)
    assert tally(ballots, LEVELS, present=40) == tally(shuffled, LEVELS, present=40)


@given(COUNTS)
def test_more_of_the_same_ballots_agree_as_much(counts: list[int]) -> None:
    n = sum(counts)
    assume(n >= 2)
    once = agreement(counts)
    assert once is not None
    if n % 2 == 0:
        assert agreement([3 * count for count in counts]) == once
    else:
        twice = agreement([2 * count for count in counts])
        assert twice is not None
        assert abs(twice - once) <= Fraction(1, n * n - 1)


@given(COUNTS, st.data())
def test_a_step_towards_the_median_never_lowers_agreement(counts: list[int], data: st.DataObject) -> None:
    room = of(counts)
    assume(room.n >= 2)
    low, high = room.median_low, room.median_high
    assert low is not None
    assert high is not None
    outer = [level for level in room.occupied if level < low or level > high]
    assume(outer)
    level = data.draw(st.sampled_from(outer))
    moved = list(counts)
    moved[level - 1] -= 1
    moved[level - 1 + (1 if level < low else -1)] += 1
    before, after = agreement(counts), agreement(moved)
    assert before is not None
    assert after is not None
    assert after >= before


@given(st.lists(st.integers(0, 4), min_size=2, max_size=6))
def test_the_distance_of_two_at_random_is_that_of_all_pairs(counts: list[int]) -> None:
    ratings = [place for place, count in enumerate(counts) for _ in range(count)]
    pairs = list(combinations(ratings, 2))
    wanted = Fraction(sum(abs(one - other) for one, other in pairs), len(pairs)) if pairs else None
    assert pair_distance(counts) == wanted


@given(COUNTS)
def test_the_verdict_hangs_on_shares_not_on_size(counts: list[int]) -> None:
    assert verdict([4 * count for count in counts]) == verdict([8 * count for count in counts])


@st.composite
def consensus(draw: st.DrawFn) -> list[int]:
    """Three quarters on one of 3 to 5 levels, at most a tenth more than one level away."""
    k = draw(st.integers(3, 5))
    main, full = draw(st.integers(0, k - 1)), draw(st.integers(3, 40))
    counts = [0] * k
    counts[main] = full
    near = [place for place in (main - 1, main + 1) if 0 <= place < k]
    for place in draw(st.lists(st.sampled_from(near), max_size=full // 3)):
        counts[place] += 1
    spare = min(sum(counts) // 10, full // 3 - (sum(counts) - full))
    far = [place for place in range(k) if abs(place - main) > 1]
    for place in draw(st.lists(st.sampled_from(far), max_size=spare)) if far else ():
        counts[place] += 1
    return counts


@given(consensus())
def test_one_more_on_the_fullest_level_keeps_consensus(counts: list[int]) -> None:
    assert verdict(counts) is Verdict.CONSENSUS
    more = list(counts)
    more[fullest_window(counts, 1)] += 1
    assert verdict(more) is Verdict.CONSENSUS


@given(COUNTS)
def test_invited_levels_are_occupied_and_camps_are_two(counts: list[int]) -> None:
    order = speaking_order(counts)
    assert len(set(order)) == len(order) <= 2
    assert all(counts[level - 1] for level in order)
    if verdict(counts) is Verdict.TWO_CAMPS:
        assert len(order) == 2


@given(COUNTS)
@example([1, 6, 1, 0])
@example([2, 0, 6, 0])
@example([1, 1, 1, 1])
def test_an_invitation_names_only_levels_of_three(counts: list[int]) -> None:
    found = invitation(of(counts))
    assert all(counts[level - 1] >= FEWEST_INVITED for level in found.levels)
    nobody_may_be_named = 0 < max(counts) < FEWEST_INVITED
    assert (found.third_person is not None) == nobody_may_be_named
    assert bool(found.levels) == (max(counts) >= FEWEST_INVITED)
    assert found.unanimous == (sum(count > 0 for count in counts) == 1)


@given(COUNTS)
def test_camps_and_the_wall_count_everyone_once(counts: list[int]) -> None:
    room = of(counts)
    split = camps(counts)
    if split is not None:
        assert split.low + split.between + split.high == room.n
        assert 4 * min(split.low, split.high) >= room.n
    said = wall_counts(room)
    if isinstance(said, TwoCamps):
        assert split is not None
        assert said.low.count + said.between + said.high.count == room.n
        assert said.low.count == sum(room.at(level) for level in said.low.levels)
        assert said.high.count == sum(room.at(level) for level in said.high.levels)
    elif said is not None:
        assert said.lower + said.count + said.higher == room.n
        assert said.count == sum(room.at(level) for level in said.levels)


@given(COUNTS)
def test_a_reading_names_levels_of_the_scale(counts: list[int]) -> None:
    found = read_room(counts, lowest=0)
    assert set(found.levels) <= set(range(len(counts)))
    if found.verdict in (Verdict.CONSENSUS, Verdict.LEANING):
        inside = sum(counts[level] for level in found.levels)
        assert 2 * inside > sum(counts)
        assert inside + found.far_off <= sum(counts)


@given(BALLOTS, BALLOTS)
def test_groups_are_added(one: list[int | None], other: list[int | None]) -> None:
    first, second = (tally(ballots, LEVELS, present=40) for ballots in (one, other))
    both = tally(one, LEVELS, present=80, counted=[(second.counts, second.cant_say)])
    assert both == tally([*one, *other], LEVELS, present=80)
    if both.n:
        assert both.mean == (first.n * (first.mean or 0) + second.n * (second.mean or 0)) / Fraction(both.n)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 120))
def test_a_shown_round_has_a_crowd(rated: int, cant_say: int, present: int) -> None:
    state = room_state(rated, cant_say, present)
    if state not in (RoomState.EMPTY, RoomState.TOO_FEW):
        assert rated + cant_say >= 5
    if state is RoomState.OK:
        assert rated > cant_say
        assert 2 * (rated + cant_say) >= present


@given(BALLOTS, st.integers(0, 10))
def test_medians_and_shares_stay_inside(ballots: list[int | None], absent: int) -> None:
    room = tally(ballots, LEVELS, present=len(ballots) + absent)
    assert room.missing == absent
    if room.n:
        low, typical, high = room.median_low, room.imedian, room.median_high
        assert low is not None
        assert high is not None
        assert typical is not None
        assert low <= high
        assert low - Fraction(1, 2) <= typical <= high + Fraction(1, 2)
        assert {low, high} <= set(room.occupied)
        assert room.coverage is not None
        assert 0 < room.coverage <= 1


@given(st.lists(st.integers(0, 500), min_size=1, max_size=12))
def test_percentages_sum_to_a_hundred(parts: list[int]) -> None:
    found = percentages(parts)
    if not any(parts):
        assert found is None
    else:
        assert found is not None
        assert sum(found) == 100
        for share, part in zip(found, parts, strict=True):
            assert abs(share - Fraction(100 * part, sum(parts))) < 1


@given(st.fractions(-10, 10), st.fractions(-10, 10), st.integers(0, 4))
def test_rounding_is_idempotent_monotone_and_near(one: Fraction, other: Fraction, places: int) -> None:
    found = rounded(one, places)
    assert rounded(Fraction(found), places) == found
    assert abs(Fraction(found) - one) <= Fraction(1, 2 * 10**places)
    assert rounded(-one, places) == -found
    assert (rounded(one, places) <= rounded(other, places)) or one > other
    assert not (found == 0 and str(found).startswith("-"))


@given(st.fractions(1, 4), st.fractions(1, 4))
def test_a_higher_level_never_has_a_lower_stage(one: Fraction, other: Fraction) -> None:
    lower, higher = (stage_at(level, 1, 4) for level in sorted([one, other]))
    assert lower.level <= higher.level
    assert lower.level in (floor(lower.shown), floor(lower.shown) + 1)
    assert lower.between == (lower.shown % 1 == Fraction(1, 2))


ROUND = st.dictionaries(st.integers(0, 12), st.one_of(st.none(), st.integers(1, 4)))


@given(ROUND, ROUND)
def test_moves_account_for_everyone(first: dict[int, int | None], second: dict[int, int | None]) -> None:
    found = moves(first, second)
    assert found.changed + found.stayed == found.paired
    assert found.paired + found.left == len(first)
    assert found.paired + found.joined == len(second)
    assert found.changed == sum(first[who] != second[who] for who in first.keys() & second.keys())
    if found.may_be_shown:
        assert found.paired >= 5
        assert {found.joined, found.left}.isdisjoint({1, 2, 3, 4})


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=20))
def test_counts_never_claim_more_change_than_there_was(pairs: list[tuple[int, int]]) -> None:
    before, after = (tally([pair[end] for pair in pairs], LEVELS, present=20) for end in (0, 1))
    found = shift(before, after)
    assert found.least_changed <= sum(early != late for early, late in pairs)
    assert found.least_steps is not None
    assert found.least_steps <= sum(abs(early - late) for early, late in pairs)
    assert shift(before, before).least_changed == 0
