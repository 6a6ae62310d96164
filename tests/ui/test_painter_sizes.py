"""Text of every size on every display: large type must not vanish."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.look.marks import Picture, Text
from desktop.ui.painter import image


def _share_of_ink(size: float, scale: float) -> float:
    """Painted pixels of a word as a share of its square of type."""
    picture = Picture(1200, 300, (Text((20, 220), "Rivermouth", size, "#FFFFFF", "bold"),))
    drawn = image(picture, round(1200 * scale), round(300 * scale), "#000000")
    step = max(1, round(scale))
    lit = sum(
        drawn.pixelColor(x, y).red() > 127
        for x in range(0, drawn.width(), step)
        for y in range(0, drawn.height(), step)
    )
    return lit * step * step / (size * scale) ** 2


@pytest.mark.parametrize("scale", [0.33, 1.0, 2.0], ids=["preview", "1080 lines", "4K"])
@pytest.mark.parametrize("size", [44.0, 58.0, 92.0, 108.0])
def test_a_word_has_about_the_same_ink_at_every_size(qapp: QApplication, size: float, scale: float) -> None:
    assert _share_of_ink(size, scale) == pytest.approx(_share_of_ink(48.0, 1.0), rel=0.25)
