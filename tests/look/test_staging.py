"""What the wall says of a workshop at a place: no more than is true, and nothing the room may not see."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.look.marks import Measure, Picture, Text
from desktop.look.measure import FontMeasure
from desktop.look.scenes.frame import frame_for
from desktop.look.staging.scene import scene
from desktop.look.staging.telling import Telling
from desktop.model.verbs import decisions, targets
from desktop.model.walk import Part, Place
from desktop.model.workshop import Workshop
from desktop.words.catalogue import ENGLISH
from tests.model.make import room

SIZES = ((1024, 768), (1366, 768), (1920, 1080))


@pytest.fixture(scope="module")
def measure() -> Measure:
    return FontMeasure()


def drawn(w: Workshop, place: Place, measure: Measure, size: tuple[int, int] = SIZES[2]) -> Picture:
    """The scene of a place on a projector of this size."""
    return scene(w, place, Telling(ENGLISH))(frame_for(measure, *size))


def said(picture: Picture) -> str:
    """Every word on the picture."""
    words = " ".join(mark.words for mark in picture.marks if isinstance(mark, Text))
    return " ".join(words.replace("\u00a0", " ").split())


def at(w: Workshop, kind: str, part: Part, subject: str | None = None) -> Place:
    """The first step of a kind."""
    return Place(next(one.id for one in w.agenda if one.kind == kind), part, subject)


@pytest.mark.parametrize(
    ("ways", "promised"),
    [
        (("hands",), "Hands are open: the room sees yours; only totals are kept."),
        (("dots",), "Dots are open: the room sees yours; only totals are kept."),
        (
            ("paper",),
            "The screen shows totals only. Your answer is kept on the workshop laptop without your name.",
        ),
        (
            ("paper", "hands"),
            "The screen shows totals only. Your ballot is kept on the workshop laptop without your name. "
            "A raised hand is open.",
        ),
    ],
)
def test_the_wall_promises_no_more_than_the_ways_can_keep(
    ways: Sequence[str], promised: str, measure: Measure
) -> None:
    w = room(ways=ways).w
    for size in SIZES:
        assert promised in said(drawn(w, at(w, "welcome", "title"), measure, size))


def test_the_talk_says_ballots_are_counted_only_where_ballots_are(measure: Measure) -> None:
    by_paper = room()
    talk = at(by_paper.w, "talk", "pause")
    assert "ballots are being counted" not in said(drawn(by_paper.w, talk, measure))
    by_paper.open(by_paper.w.questions[0].id)
    assert "Your ballots are being counted." in said(drawn(by_paper.w, talk, measure))
    by_hands = room(ways=("hands",))
    by_hands.open(by_hands.w.questions[0].id)
    step = next((one.id for one in by_hands.w.agenda if one.kind in ("talk", "welcome")), "")
    assert "ballots are being counted" not in said(drawn(by_hands.w, Place(step, "pause"), measure))


def decided(dissent: str = "") -> Workshop:
    """Every pivot voted on, agreed at 2, wanted at 3 by the end of 2028; one pivot with dissent."""
    held = room()
    for pivot in held.w.pivots:
        for one in held.w.questions_of(pivot.id):
            held.showing(one.id, *[2] * 12)
        held.do(
            decisions.agree,
            about="pivot",
            subject=pivot.id,
            level=2,
            dissent=dissent if pivot is held.w.pivots[-1] else "",
        )
        held.do(targets.set, pivot=pivot.id, level=3.0, horizon="2028-12")
    return held.w


def test_the_read_back_says_each_level_and_target_and_what_was_seen_otherwise(measure: Measure) -> None:
    w = decided("Some held that 3 is fair.")
    for size in SIZES:
        words = said(drawn(w, at(w, "commit", "read_back"), measure, size))
        assert words.count("2 → 3") == len(w.pivots)
        assert "by the end of 2028" in words
        assert f"Seen otherwise: {w.pivots[-1].short['en']}" in words
        assert "Some held that 3 is fair." in words
        assert "No action is chosen yet." in words
        assert "of 3 pivots have" not in words, "no numbers about numbers"


@pytest.mark.parametrize("size", SIZES)
def test_results_say_what_the_most_chosen_level_means_here(measure: Measure, size: tuple[int, int]) -> None:
    held = room()
    asked = held.w.questions[0]
    held.showing(asked.id, 3, 3, 3, 3, 2, 2, 1, 4, 3, 3, 3, 3)
    words = said(drawn(held.w, at(held.w, "pivot", "discuss", asked.id), measure, size))
    assert f"3 {asked.levels[2].short['en']}" in words
    assert asked.levels[1].short["en"] not in words
    divided = room()
    divided.showing(asked.id, 1, 1, 1, 1, 4, 4, 4, 4, 2, 3, 2, 3)
    words = said(drawn(divided.w, at(divided.w, "pivot", "discuss", asked.id), measure, size))
    assert f"1 {asked.levels[0].short['en']}" in words
    assert f"4 {asked.levels[3].short['en']}" in words


@pytest.mark.parametrize(
    ("ways", "how"),
    [
        (("paper", "hands"), "Raise your hand for three"),
        (("dots",), "Put your dots on three"),
        (("paper",), "Write three numbers on a slip"),
    ],
)
def test_picks_say_how_to_pick(measure: Measure, ways: Sequence[str], how: str) -> None:
    w = room(ways=ways).w
    assert how in said(drawn(w, at(w, "actions", "picks"), measure))
