"""The content that comes with the program fits its scenes on a mirrored and on a wide wall, whole and large enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.look.marks import Picture, Text
from desktop.look.scenes.frame import frame_for
from desktop.look.staging.scene import scene
from desktop.look.staging.telling import Telling
from desktop.model import builtin, walk
from desktop.model.records import Step
from desktop.model.shock_file import Shock
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.words.catalogue import ENGLISH
from tests.journeys.playing import rehearse
from tests.look.readable import MEASURE, assert_readable, texts_of

SCREENS = {"a square projector": (1024, 768, 0.0), "a wide wall": (1920, 1080, 0.0)}
MIRRORED = {**SCREENS, "above the strip": (1024, 768, 76.0)}
"""The warm-up and the shocks are held to fit above the strip of a mirrored screen too."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    library = tmp_path_factory.mktemp("full") / "library.sqlite"
    return rehearse(library, 7, 24, lambda _desk: None, agenda="full-day", question_set="full")


def asking(w: Workshop, pivot: str, questions: Collection[str]) -> Workshop:
    """The same workshop, with these questions of one pivot alone."""
    out = tuple(one.id for one in w.questions_of(pivot) if one.id not in questions)
    return replace(w, about=replace(w.about, questions_out=out))


def places(w: Workshop, step: Step) -> Iterator[Place]:
    """Every place of a step, and each of its questions discussed, not the widest only."""
    yield from walk.places(w, step)
    for question in w.questions_of(step.subject or ""):
        yield Place(step.id, "discuss", question.id)


def check(picture: Picture) -> None:
    assert_readable(picture)
    assert [mark.words for mark in texts_of(picture) if mark.words.endswith("…")] == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("pivot", [pivot.id for pivot in builtin.framework().pivots])
@pytest.mark.parametrize("chosen", ["standard", "full"])
def test_a_pivot_fits_with_three_and_with_six_questions(
    played: Workshop, pivot: str, screen: str, chosen: str
) -> None:
    w = asking(played, pivot, builtin.framework().set_by_id[chosen].questions)
    step = next(one for one in w.agenda if one.subject == pivot)
    wide, high, strip = SCREENS[screen]
    for place in places(w, step):
        check(scene(w, place, Telling(ENGLISH))(frame_for(MEASURE, wide, high, strip=strip)))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("question", builtin.framework().set_by_id["full"].questions)
def test_a_question_alone_says_what_each_of_its_levels_means(
    played: Workshop, question: str, screen: str
) -> None:
    pivot = builtin.framework().questions[question].pivot
    alone = asking(played, pivot, [question])
    step = next(one for one in played.agenda if one.subject == pivot)
    wide, high, strip = SCREENS[screen]
    for part in ("vote", "agree", "lit"):
        subject = question if part == "vote" else None
        picture = scene(alone, Place(step.id, part, subject), Telling(ENGLISH))(
            frame_for(MEASURE, wide, high, strip=strip)
        )
        check(picture)
        said = " ".join(mark.words for mark in picture.marks if isinstance(mark, Text))
        for level in builtin.framework().questions[question].levels:
            assert level.short["en"].split()[-1] in said


@pytest.mark.parametrize("screen", MIRRORED)
@pytest.mark.parametrize("shock", builtin.shocks().shocks, ids=lambda shock: shock.id)
def test_every_beat_and_question_of_a_shock_fits(played: Workshop, shock: Shock, screen: str) -> None:
    step = next(one for one in played.agenda if one.kind == "shock")
    w = replace(played, steps={**played.steps, step.id: replace(step, subject=shock.id)})
    wide, high, strip = MIRRORED[screen]
    for place in walk.places(w, w.steps[step.id]):
        picture = scene(w, place, Telling(ENGLISH, seconds_here=61))(
            frame_for(MEASURE, wide, high, strip=strip)
        )
        check(picture)
        said = " ".join(mark.words for mark in texts_of(picture))
        assert builtin.shocks().fiction["en"] in said
        assert not any(beat.saw["en"][:20] in said or beat.say["en"][:20] in said for beat in shock.beats)
        assert_words_whole(picture)


@pytest.mark.parametrize("screen", MIRRORED)
@pytest.mark.parametrize("hands", [None, *range(8)])
def test_the_warm_up_fits_while_hands_are_counted_and_once_shown(
    played: Workshop, screen: str, hands: int | None
) -> None:
    step = next(one for one in played.agenda if one.kind == "warm_up")
    wide, high, strip = MIRRORED[screen]
    for place in walk.places(played, step):
        picture = scene(played, place, Telling(ENGLISH, hands=hands))(
            frame_for(MEASURE, wide, high, strip=strip)
        )
        check(picture)
        assert_words_whole(picture)


def test_answers_are_not_on_the_wall_before_they_are_shown(played: Workshop) -> None:
    step = next(one for one in played.agenda if one.kind == "shock")
    held = played.latest("fails_first", step.subject or "")
    assert held is not None
    w = replace(played, rounds={**played.rounds, held.id: replace(held, state="closed")})
    for part in ("fails", "fails_shown"):
        picture = scene(w, Place(step.id, part), Telling(ENGLISH))(frame_for(MEASURE, 1920, 1080))
        assert not any("say this first" in mark.words for mark in texts_of(picture))
    phases = next(one for one in played.rounds.values() if one.kind == "phase")
    w = replace(played, rounds={**played.rounds, phases.id: replace(phases, state="open")})
    first = next(one for one in played.agenda if one.kind == "warm_up")
    for part in ("phases", "phases_shown"):
        picture = scene(w, Place(first.id, part), Telling(ENGLISH))(frame_for(MEASURE, 1920, 1080))
        assert all(row[1] == "–" for row in picture.table.rows)


def assert_words_whole(picture: Picture) -> None:
    """No line ends inside a word: the end of one and the start of the next never make a word of the table."""
    known = {word for row in picture.table.rows for cell in row for word in cell.split()}
    lines = [mark.words.split() for mark in texts_of(picture)]
    for first, second in pairwise(lines):
        assert first[-1] in known or first[-1] + second[0] not in known, (first, second)
