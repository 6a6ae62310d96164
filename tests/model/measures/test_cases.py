"""Every worked example of the method (``tests/method_cases.json``, sections 1–5 and 7), by id."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from desktop.model.measures.agreement import (
    agreement,
    agreement_points,
    camps,
    pair_distance,
    verdict,
)
from desktop.model.measures.bands import if_the_missing_had_rated, pivot_without_any_one, without_any_one
from desktop.model.measures.invitation import speaking_order
from desktop.model.measures.leave_out import Band, QuestionVotes
from desktop.model.measures.priority import Evidence, PivotVotes, neighbours, priorities
from desktop.model.measures.projection import project
from desktop.model.measures.reach import DeclaredAction, PivotToday, moved_level, reach
from desktop.model.measures.rounding import percentages, rounded
from desktop.model.measures.rounds import moves, shift
from desktop.model.measures.score import (
    city_score,
    counting_round,
    pivot_score,
    preset,
    question_score,
    weighted_mean,
)
from desktop.model.measures.stage import dark_windows, lit_windows, stage_at
from desktop.model.measures.tally import Tally, room_state, tally
from desktop.model.measures.wall import Most, TwoCamps, wall_counts
from desktop.model.measures.weights import weights_from_points

CASES = json.loads((Path(__file__).parents[2] / "method_cases.json").read_text(encoding="utf-8"))
SECTIONS: dict[str, list[dict[str, Any]]] = CASES["sections"]

DRIVERS: dict[str, Callable[[Any, Any], None]] = {}

STATES = {
    "too_few_to_show": "too_few",
    "below_quorum": "fewer_than_half",
    "half_cannot_say": "half_cant_say",
}
"""Where the cases and the program use another word for a state of the room."""


def drives(*groups: str) -> Callable[[Callable[[Any, Any], None]], Callable[[Any, Any], None]]:
    def note(driver: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
        DRIVERS.update(dict.fromkeys(groups, driver))
        return driver

    return note


def exact(value: Any) -> Fraction | None:
    """A number of the cases file as a fraction."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        return Fraction(value["frac"])
    return Fraction(str(value))


def band(value: Sequence[Any] | None) -> Band | None:
    if value is None:
        return None
    low, high = (exact(end) for end in value)
    assert low is not None
    assert high is not None
    return Band(low, high)


def of(counts: Sequence[int], *, cant_say: int = 0, present: int | None = None, lowest: int = 1) -> Tally:
    room = sum(counts) + cant_say if present is None else present
    return Tally(tuple(counts), cant_say, room, lowest)


@drives("1_summary")
def summary(given: Any, expected: Any) -> None:
    choices = [
        given["lowest_level"] + place for place, count in enumerate(given["counts"]) for _ in range(count)
    ]
    levels = range(given["lowest_level"], given["lowest_level"] + len(given["counts"]))
    found = tally([*choices, *[None] * given["cant_say"]], levels, present=given["present"])
    assert found.counts == tuple(given["counts"])
    assert found.n == expected["n"]
    assert found.cant_say == expected["cant_say"]
    assert found.cast == expected["cast"]
    assert found.missing == expected["missing"]
    assert found.coverage == exact(expected["coverage"])
    assert found.cant_say_share == exact(expected["cant_share"])
    assert found.mean == exact(expected["mean"])
    assert found.median_low == expected["median_low"]
    assert found.median_high == expected["median_high"]
    assert found.imedian == exact(expected["imedian"])
    assert list(found.modes) == expected["mode"]
    occupied = found.occupied or (None,)
    assert (occupied[0], occupied[-1]) == (expected["lowest"], expected["highest"])
    assert found.percentages == (expected["percent"] and tuple(expected["percent"]))
    assert found.state == STATES.get(expected["state"], expected["state"])


@drives("1_room_state")
def state_of_the_room(given: Any, expected: Any) -> None:
    assert given["quorum"] == "1/2"
    assert room_state(given["rated"], given["cant_say"], given["present"]) == STATES.get(expected, expected)


@drives("1_rounding")
def rounding(given: Any, expected: Any) -> None:
    assert str(rounded(Fraction(given["value"]), given["decimals"])) == expected


@drives("1_percent")
def percent(given: Any, expected: Any) -> None:
    assert percentages(given) == tuple(expected)


@drives("2_all_five_on_four", "2_more_on_four", "2_other_scales")
def room(given: Any, expected: Any) -> None:
    assert sum(given) == expected["n"]
    assert agreement(given) == exact(expected["agreement"])
    assert agreement_points(given) == expected["points"]
    assert pair_distance(given) == exact(expected["pair_distance"])
    assert verdict(given) == expected["verdict"]
    assert list(speaking_order(given)) == expected["invite"]
    if expected["camps"] is not None:
        split = camps(given)
        assert split is not None
        assert {name: getattr(split, name) for name in expected["camps"]} == expected["camps"]
    else:
        assert verdict(given) != "two_camps"


@drives("2_literature_measures")
def literature(given: Any, expected: Any) -> None:
    n, k, apart = sum(given), len(given), 0
    for cut in range(1, k):
        apart += sum(given[:cut]) * sum(given[cut:])
    assert agreement(given) == exact(expected["one_minus_IOV_berry_mielke"])
    assert 1 - Fraction(4 * apart, (k - 1) * n * n) == exact(expected["l2_blair_lacy"])
    assert leik(given) == exact(expected["leik_1_minus_D"])
    assert van_der_eijk(given) == exact(expected["van_der_eijk_A"])
    assert tastle_wierman(given) == pytest.approx(expected["tastle_wierman"], abs=CASES["tol"])
    ratings = [place for place, count in enumerate(given) for _ in range(count)]
    assert statistics.stdev(ratings) / (k - 1) == pytest.approx(
        expected["sd_sample_over_width"], abs=CASES["tol"]
    )


@drives("2_wall_sentence")
def wall(given: Any, expected: Any) -> None:
    found = wall_counts(of(given["counts"]))
    if expected is None:
        assert found is None
    elif expected["kind"] == "camps":
        assert isinstance(found, TwoCamps)
        for name in ("low", "high"):
            camp = getattr(found, name)
            assert {"levels": list(camp.levels), "count": camp.count} == expected[name]
        assert found.between == expected["between"]
    else:
        assert isinstance(found, Most)
        assert len(found.levels) == {"level": 1, "pair": 2}[expected["kind"]]
        assert list(found.levels) == expected["levels"]
        assert (found.count, found.lower, found.higher) == (
            expected["count"],
            expected["lower"],
            expected["higher"],
        )
        assert found.n == sum(given["counts"])


@drives("3_shift_paired")
def paired(given: Any, expected: Any) -> None:
    pairs = list(enumerate(given["pairs"]))
    first: dict[Any, int | None] = {person: before for person, (before, _) in pairs}
    second: dict[Any, int | None] = {person: after for person, (_, after) in pairs}
    first.update({f"left {number}": 1 for number in range(given["left"])})
    second.update({f"joined {number}": 1 for number in range(given["joined"])})
    found = moves(first, second)
    assert (found.joined, found.left) == (given["joined"], given["left"])
    assert (found.paired, found.rated_twice) == (expected["paired"], expected["rated_both"])
    assert (found.up, found.down, found.stayed) == (expected["up"], expected["down"], expected["stayed"])
    assert (found.to_level, found.to_cant_say) == (expected["to_level"], expected["to_cant"])
    assert found.changed == expected["changed"]
    assert found.changed_share == exact(expected["share_changed"])
    assert found.net == exact(expected["net_steps"])
    assert found.may_be_shown == expected["show_moves"]


@drives("3_shift_unpaired")
def unpaired(given: Any, expected: Any) -> None:
    assert given["last_is_cant_say"]
    first, second = (of(given[name][:-1], cant_say=given[name][-1]) for name in ("round1", "round2"))
    found = shift(first, second)
    assert found.least_changed == expected["at_least_changed"]
    assert found.least_steps == expected["least_steps"]
    assert found.agreement_before == exact(expected["agreement_before"])
    assert found.agreement_after == exact(expected["agreement_after"])


@drives("4_question")
def question(given: Any, expected: Any) -> None:
    rounds = [
        (
            held["number"],
            held["state"],
            of(
                held["counts"],
                cant_say=held["cant_say"],
                present=given["present"],
                lowest=given["lowest_level"],
            ),
        )
        for held in given["rounds"]
    ]
    found = question_score("D1", counting_round(rounds), exact(given["agreed"]))
    assert found.level == exact(expected["level"])


@drives("4_pivot")
def pivot(given: Any, expected: Any) -> None:
    questions = [
        question_score(str(place), of(row["counts"]), exact(row["agreed"]), row["weight"])
        for place, row in enumerate(given["questions"])
    ]
    found = pivot_score(questions, exact(given["agreed"]))
    assert found.level == exact(expected["level"])
    assert found.computed == exact(expected["computed"])
    assert found.coverage == exact(expected["coverage"])
    assert found.source == expected["source"]
    assert found.difference == exact(expected["diff"])


@drives("4_city")
def city(given: Any, expected: Any) -> None:
    levels = {str(place): exact(level) for place, (level, _) in enumerate(given)}
    weights = {str(place): weight for place, (_, weight) in enumerate(given)}
    found = city_score(levels, weights)
    assert found.level == exact(expected["level"])
    assert found.coverage == exact(expected["coverage"])
    assert found.missing == tuple(name for name, level in levels.items() if level is None)


@drives("4_average_of_averages")
def average_of_averages(given: Any, expected: Any) -> None:
    if "question_counts" in given:
        tallies = [of(counts) for counts in given["question_counts"]]
        scores = [
            question_score(str(place), held, weight=weight)
            for place, (held, weight) in enumerate(zip(tallies, given["weights"], strict=True))
        ]
        assert pivot_score(scores).level == exact(expected["pivot_mean_of_question_means"])
        ballots = tally([], range(1, 5), present=25, counted=[(held.counts, 0) for held in tallies])
        assert ballots.mean == exact(expected["mean_of_all_ballots"])
    elif "group_counts" in given:
        counted = [(counts, 0) for counts in given["group_counts"]]
        assert tally([], range(1, 5), present=25, counted=counted).mean == exact(expected["room_mean"])
        parts = [(of(counts).mean, 1) for counts in given["group_counts"]]
        assert weighted_mean(parts)[0] == exact(expected["wrong_mean_of_group_means"])
    else:
        pivots = {
            str(place): weighted_mean((Fraction(level), 1) for level in levels)[0]
            for place, levels in enumerate(given["pivots"])
        }
        weights = dict(zip(pivots, given["weights"], strict=True))
        assert city_score(pivots, weights).level == exact(expected["city"])
        every = [(Fraction(level), 1) for levels in given["pivots"] for level in levels]
        assert weighted_mean(every)[0] == exact(expected["wrong_mean_of_questions"])


@drives("4_stage")
def stage(given: Any, expected: Any) -> None:
    lowest, highest = (int(end) for end in given["scale"].split("-"))
    found = stage_at(Fraction(given["level"]), lowest, highest)
    assert str(found.shown) == expected["shown"]
    assert (found.level, found.between) == (expected["stage"], expected["between"])


@drives("4_weights")
def weights(given: Any, expected: Any) -> None:
    pivots = [str(place) for place in range(len(given[0]))]
    found = weights_from_points([dict(zip(pivots, row, strict=True)) for row in given], pivots)
    assert found.how == expected["how"]
    if expected["weights"] is None:
        assert found.shares is None
    else:
        assert found.shares is not None
        assert [found.shares[pivot] for pivot in pivots] == [exact(share) for share in expected["weights"]]
        assert percentages([found.shares[pivot] for pivot in pivots]) == tuple(expected["shown"])


@drives("4_bands")
def bands(given: Any, expected: Any) -> None:
    if "people" in given:
        questions = [
            QuestionVotes(
                {person: row[place] for person, row in enumerate(given["people"]) if row[place] is not None},
                weight=Fraction(weight),
            )
            for place, weight in enumerate(given["weights"])
        ]
        means = [(Fraction(question.total, question.n), question.weight) for question in questions]
        assert weighted_mean(means)[0] == exact(expected["level"])
        assert pivot_without_any_one(questions) == band(expected["without_any_one"])
    else:
        held = of(given["counts"], present=given["present"])
        assert without_any_one(held) == band(expected["without_any_one"])
        assert if_the_missing_had_rated(held) == band(expected["if_the_missing_had_voted"])


@drives("4_city_windows")
def city_windows(given: Any, expected: Any) -> None:
    lit = lit_windows(exact(given["level"]), given["lowest_level"], given["levels"])
    assert lit == expected["lit"]
    if "dark" in expected:
        assert lit is not None
        assert dark_windows(lit, given["taps"], given["ballots"]) == expected["dark"]


@drives("4_preset")
def preset_level(given: Any, expected: Any) -> None:
    assert preset(Fraction(given["computed"])) == exact(expected["preset"])


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


def leik(counts: Sequence[int]) -> Fraction:
    """Leik 1966, 1 − D."""
    n, k = sum(counts), len(counts)
    shares = [Fraction(sum(counts[: cut + 1]), n) for cut in range(k)]
    return 1 - 2 * sum(min(share, 1 - share) for share in shares) / (k - 1)


def van_der_eijk(counts: Sequence[int]) -> Fraction:
    """van der Eijk 2001: the distribution cut into layers, each judged by its pattern."""
    left, n, found = list(counts), sum(counts), Fraction(0)
    while any(left):
        least = min(count for count in left if count)
        pattern = [int(count > 0) for count in left]
        found += Fraction(least * sum(pattern), n) * layer(pattern)
        left = [count - least * used for count, used in zip(left, pattern, strict=True)]
    return found


def layer(pattern: Sequence[int]) -> Fraction:
    k, used = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    together = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
    apart = sum(triple == (1, 0, 1) for triple in triples)
    unimodal = (
        Fraction((k - 2) * together - (k - 1) * apart, (k - 2) * (together + apart))
        if together + apart
        else Fraction(1)
    )
    return unimodal * (1 - Fraction(used - 1, k - 1))


def tastle_wierman(counts: Sequence[int]) -> float:
    """Tastle & Wierman 2007: consensus by Shannon's entropy around the mean."""
    n, width = sum(counts), len(counts) - 1
    mean = sum(place * count for place, count in enumerate(counts)) / n
    return 1 + sum(
        count / n * math.log2(1 - abs(place - mean) / width) for place, count in enumerate(counts) if count
    )


WANTED = [name for name in SECTIONS if name.split("_")[0] in {"1", "2", "3", "4", "5", "7"}]


def test_every_group_of_these_sections_is_driven() -> None:
    assert set(DRIVERS) == set(WANTED)
    assert len(WANTED) == 24
    assert {name: len(SECTIONS[name]) for name in WANTED if not SECTIONS[name]} == {}


@pytest.mark.parametrize(
    ("group", "case"),
    [pytest.param(name, case, id=f"{name}-{case['id']}") for name in WANTED for case in SECTIONS[name]],
)
def test_case(group: str, case: dict[str, Any]) -> None:
    DRIVERS[group](case["input"], case["expected"])
