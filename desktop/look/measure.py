"""How wide words are: HarfBuzz on the shipped fonts, ligatures off, the same for every painter."""

from __future__ import annotations

from functools import lru_cache

from desktop.look.marks import Weight
from desktop.look.runs import line_runs
from desktop.look.wrap import wrap


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
    """In thousandths of the size."""
    return sum(run.shaped.advance for run in line_runs(words, weight))
