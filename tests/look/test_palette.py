"""Colours that everyone can tell apart and read."""

from __future__ import annotations

from itertools import combinations

import pytest

from desktop.look.palette import (
    DARK,
    DARK_THEME,
    LIGHT,
    LIGHT_THEME,
    PAPER,
    WALL,
    Ground,
    Theme,
    contrast,
    mix,
)

GROUNDS = {"wall": WALL, "dark": DARK, "light": LIGHT, "paper": PAPER}


def test_contrast_is_the_known_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.01)


def test_a_mix_is_solid_and_between() -> None:
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"
    assert mix("#123456", "#ffffff", 1) == "#123456"
    assert mix("#123456", "#abcdef", 0) == "#abcdef"


@pytest.mark.parametrize("name", GROUNDS)
def test_words_are_readable(name: str) -> None:
    ground = GROUNDS[name]
    for behind in (ground.surface, ground.card):
        assert contrast(ground.ink, behind) >= 12
        assert contrast(ground.muted, behind) >= 5.5


@pytest.mark.parametrize("name", GROUNDS)
def test_every_pivot_shows_and_its_digit_can_be_read(name: str) -> None:
    ground = GROUNDS[name]
    for number in range(1, 8):
        assert contrast(ground.pivot(number), ground.surface) >= 3
        assert contrast(ground.digit_on(number), ground.pivot(number)) >= 4.4


@pytest.mark.parametrize("name", GROUNDS)
def test_lit_windows_stand_out_from_unlit_ones(name: str) -> None:
    ground: Ground = GROUNDS[name]
    assert contrast(ground.lit, ground.unlit) >= 1.7
    assert contrast(ground.lit, ground.surface) >= 2.7


@pytest.mark.parametrize("ground", [WALL, PAPER], ids=["wall", "paper"])
def test_no_two_pivots_print_in_the_same_grey(ground: Ground) -> None:
    for one, other in combinations(range(1, 8), 2):
        assert abs(_lightness(ground.pivot(one)) - _lightness(ground.pivot(other))) >= 5.5


def _lightness(colour: str) -> float:
    """CIE L* from the contrast with black."""
    luminance = contrast(colour, "#000000") * 0.05 - 0.05
    return 116 * luminance ** (1 / 3) - 16


@pytest.mark.parametrize("theme", [LIGHT_THEME, DARK_THEME], ids=["light", "dark"])
def test_the_console_is_readable_in_every_role(theme: Theme) -> None:
    for behind in (theme.bg, theme.surface, theme.sunken):
        assert contrast(theme.text, behind) >= 12
        assert contrast(theme.muted, behind) >= 5.5
        assert contrast(theme.outline, behind) >= 3
    assert contrast(theme.on_accent, theme.accent) >= 7
    for role, behind in (
        (theme.good, theme.surface),
        (theme.warn, theme.soft_warn),
        (theme.bad, theme.soft_bad),
    ):
        assert contrast(role, behind) >= 4.5
