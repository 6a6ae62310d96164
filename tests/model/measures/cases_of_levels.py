"""Section 4: questions, pivots, the city, weights, bands, stages and windows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from desktop.model.measures.bands import if_the_missing_had_rated, pivot_without_any_one, without_any_one
from desktop.model.measures.leave_out import QuestionVotes
from desktop.model.measures.rounding import percentages
from desktop.model.measures.score import (
    city_score,
    counting_round,
    pivot_score,
    preset,
    question_score,
    weighted_mean,
)
from desktop.model.measures.stage import dark_windows, lit_windows, stage_at
from desktop.model.measures.tally import tally
from desktop.model.measures.weights import weights_from_points
from tests.model.measures.cases import band, drives, exact, of


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
