"""Sections 1 to 3: one round, the room it shows, and two rounds compared."""

from __future__ import annotations

import statistics
from fractions import Fraction
from typing import Any

import pytest

from desktop.model.measures.agreement import (
    agreement,
    agreement_points,
    camps,
    pair_distance,
    verdict,
)
from desktop.model.measures.invitation import speaking_order
from desktop.model.measures.rounding import percentages, rounded
from desktop.model.measures.rounds import moves, shift
from desktop.model.measures.tally import room_state, tally
from desktop.model.measures.wall import Most, TwoCamps, wall_counts
from tests.model.measures.cases import CASES, STATES, drives, exact, of
from tests.model.measures.literature import leik, tastle_wierman, van_der_eijk


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
