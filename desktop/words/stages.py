"""The names of levels in sentences: "Doing or Becoming digital", "between Doing and Becoming"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.model.framework import Framework
from desktop.model.measures.stage import stage_at
from desktop.words.catalogue import Words
from desktop.words.formats import tied
from desktop.words.lists import either


@dataclass(frozen=True, slots=True)
class Stages:
    """The stage names of one scale in one language, lowest first."""

    words: Words
    names: tuple[str, ...]
    lowest: int = 1

    @property
    def highest(self) -> int:
        """The value of the last level."""
        return self.lowest + len(self.names) - 1

    def name(self, level: int) -> str:
        """The name of a whole level, unbreakable.

        Raises:
            IndexError: the level is not on the scale.
        """
        if not self.lowest <= level <= self.highest:
            raise IndexError(level)
        return tied(self.names[level - self.lowest])

    def short(self, level: int) -> str:
        """The name without the word most names end in: "Doing"."""
        return tied(self._without_tail(self.names[level - self.lowest]))

    def any_of(self, levels: Sequence[int]) -> str:
        """Says "Doing or Becoming digital", "Exploring or Doing digital": the common last word once, at the end."""
        if not levels:
            return ""
        tail = self._tail
        last = self.names[levels[-1] - self.lowest]
        shorten = bool(tail) and last.endswith(f" {tail}")
        first = [self.short(level) if shorten else self.name(level) for level in levels[:-1]]
        return either(self.words, [*first, tied(last)])

    def at(self, level: Fraction | float) -> str:
        """The stage of any level (method.md §4): the nearest to the shown value, "between …" at exactly a half."""
        found = stage_at(Fraction(level), self.lowest, self.highest)
        if not found.between:
            return self.name(found.level)
        return self.words.say(
            "between {lower} and {higher}", lower=self.short(found.level), higher=self.short(found.level + 1)
        )

    @property
    def _tail(self) -> str:
        """The last word that at least two names share ("digital"); '' if there is none."""
        lasts = Counter(name.rsplit(" ", 1)[1] for name in self.names if " " in name)
        word, times = lasts.most_common(1)[0] if lasts else ("", 0)
        return word if times > 1 else ""

    def _without_tail(self, name: str) -> str:
        return name.removesuffix(f" {self._tail}") if self._tail else name


def stages_of(words: Words, framework: Framework) -> Stages:
    """The stage names of a framework in the language of ``words``."""
    names = tuple(framework.stage_name(level, words.language) for level in framework.levels)
    return Stages(words, names, framework.lowest)
