"""What the list says in a framework's words. It is read after the first paint, so the list can do without."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.framework import Framework, say
from desktop.words.catalogue import Words


@dataclass(frozen=True)
class Known:
    """One framework's names and colours, ready to paint."""

    framework: str
    sets: dict[str, str]
    pivot_names: dict[str, str]
    colours: tuple[tuple[str, int], ...]
    lowest: int
    levels: int

    @classmethod
    def of(cls, words: Words, framework: Framework) -> Known:
        """Read off a framework."""
        return cls(
            framework.sha256,
            {one.id: f"{say(one.name, words.language)}, {len(one.questions)}" for one in framework.sets},
            {one.id: say(one.short, words.language) for one in framework.pivots},
            tuple((one.id, one.colour) for one in framework.pivots),
            framework.lowest,
            len(framework.stages),
        )

    def share(self, level: float | None) -> float | None:
        """How far up its scale a level is, 0 to 1."""
        return None if level is None else min(max((level - self.lowest + 1) / self.levels, 0.0), 1.0)
