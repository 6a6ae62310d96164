"""Where a pivot stands: the one record that city, radar, bars and tables draw from, with its words ready."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of a framework: the value of the first one and the stage names from there on."""

    lowest: int
    stages: tuple[str, ...]

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return len(self.stages)

    def position(self, level: Fraction | int) -> Fraction:
        """1 at the lowest level, and so on; halves and computed levels lie between."""
        return Fraction(level) - self.lowest + 1

    def share(self, level: Fraction | int) -> float:
        """How far along the whole scale a level is, 0 to 1: the lowest of four is a quarter."""
        return min(1.0, max(0.0, float(self.position(level) / self.levels)))


@dataclass(frozen=True, slots=True)
class Standing:
    """One pivot: its level in force, its target, its level with the chosen actions, and the words for each.

    ``today_words`` is "2" when agreed and "2.3" when computed; ``stage`` is a stage name or what is said in its
    place ("not scored"). ``gap_words`` and ``by`` (the horizon) may be empty. ``votes`` is the computed level where
    the room agreed far from it.
    """

    number: int
    colour: int
    name: str
    short: str
    today: Fraction | None
    today_words: str
    stage: str
    agreed: bool = True
    target: Fraction | None = None
    target_words: str = ""
    gap_words: str = ""
    by: str = ""
    plan: Fraction | None = None
    plan_words: str = ""
    votes: Fraction | None = None

    @property
    def ringed(self) -> bool:
        """Whether the level is computed and not yet agreed: drawn as a ring."""
        return self.today is not None and not self.agreed

    def arrow(self, rtl: bool = False) -> str:
        """The way from today to the target: "2 → 3½", or today alone where no target is set."""
        if not self.target_words or self.target is None:
            return self.today_words
        return f"{self.today_words} {'←' if rtl else '→'} {self.target_words}"
