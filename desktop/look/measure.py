"""How wide words are: HarfBuzz on the shipped fonts, ligatures off, the same for every painter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from desktop.look.bidi import needs_bidi
from desktop.look.faces import Face, extends, face, face_for, stack
from desktop.look.marks import Weight
from desktop.look.wrap import wrap

UNKNOWN = "\ufffd"
"""What is drawn for a character that no shipped face has."""


class FontMeasure:
    """The :class:`desktop.look.marks.Measure` of the shipped fonts. Holds nothing: widths are kept for all."""

    __slots__ = ()

    def width(self, words: str, size: float, weight: Weight = "regular") -> float:
        """The advance of ``words`` at ``size``, in the unit of ``size``; kerned, without ligatures or hinting."""
        return _advance(words, weight) * size / 1000

    def wrap(self, words: str, size: float, width: float, weight: Weight = "regular") -> list[str]:
        """As few lines as fit ``width``, about equally long."""
        return wrap(words, width, lambda part: self.width(part, size, weight))


@lru_cache(maxsize=40_000)
def _advance(words: str, weight: Weight) -> float:
    return sum(
        one.shape(part, rtl=needs_bidi(part), ligatures=False).advance
        for one, part in face_runs(words, weight)
    )


def face_runs(words: str, weight: Weight) -> Iterator[tuple[Face, str]]:
    """``words`` in reading order, cut where the face changes; what no face has is drawn as U+FFFD."""
    first = face(stack(weight)[0])
    if first.characters.issuperset(map(ord, words)):
        yield first, words
        return
    held, run = first, ""
    for cluster in clusters(words):
        found = face_for(cluster, weight)
        if found is None:
            found, cluster = face_for(UNKNOWN, weight) or first, UNKNOWN
        if found is not held and run:
            yield held, run
            run = ""
        held, run = found, run + cluster
    if run:
        yield held, run


def clusters(words: str) -> Iterator[str]:
    """Letters with the marks and joiners that belong to them."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not (extends(words[at]) or words[at - 1] == "\u200d"):
            if words[start:at]:
                yield words[start:at]
            start = at
