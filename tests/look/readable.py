"""What can be read from ten metres: nothing clipped, nothing overlapping, nothing too small."""

from __future__ import annotations

from desktop.look.marks import Picture, Text
from desktop.look.measure import FontMeasure
from desktop.look.scale import LEAST

MEASURE = FontMeasure()
ASCENT, DESCENT = 0.74, 0.22
"""How far ordinary letters reach from the baseline; stacked accents may reach further into free space."""


def extent(mark: Text) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a line of text."""
    width = MEASURE.width(mark.words, mark.size, mark.weight)
    before = {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
    left = mark.at[0] - (width - before if mark.rtl else before)
    return left, mark.at[1] - mark.size * ASCENT, left + width, mark.at[1] + mark.size * DESCENT


def texts_of(picture: Picture) -> list[Text]:
    return [mark for mark in picture.marks if isinstance(mark, Text)]


def assert_readable(picture: Picture) -> None:
    texts = texts_of(picture)
    places = [extent(mark) for mark in texts]
    for mark, (left, top, right, bottom) in zip(texts, places, strict=True):
        assert mark.size >= LEAST, mark
        assert left >= -0.5 and right <= picture.width + 0.5, ("beside the canvas", mark)  # noqa: PT018
        assert top >= 0 and bottom <= picture.height, ("above or below the canvas", mark)  # noqa: PT018
    for i, (left, top, right, bottom) in enumerate(places):
        for j in range(i + 1, len(places)):
            other = places[j]
            apart = (
                right <= other[0] + 1 or other[2] <= left + 1 or bottom <= other[1] + 1 or other[3] <= top + 1
            )
            assert apart, (texts[i], texts[j])
