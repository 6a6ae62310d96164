"""What the wall says of a workshop at a place: no more than is true, and nothing the room may not see."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.look.marks import Measure, Picture, Text
from desktop.look.measure import FontMeasure
from desktop.look.scenes.frame import frame_for
from desktop.look.staging.scene import scene
from desktop.look.staging.telling import Telling
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
    return words.replace("\u00a0", " ")


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
