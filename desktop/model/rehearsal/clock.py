"""Time and ids of a rehearsal: both follow from the seed and the script, never from the machine."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random


class ScriptClock:
    """A clock that the script moves on."""

    def __init__(self, start: datetime) -> None:
        """Begin at ``start``, with its zone."""
        self._start = start
        self._now = start

    def wall(self) -> datetime:
        """The script's time of day."""
        return self._now

    def steady(self) -> float:
        """Seconds since the start of the script."""
        return (self._now - self._start).total_seconds()

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)


def seeded_ids(seed: int) -> Callable[[], str]:
    """Ids that come out the same for the same seed."""
    source = Random(f"ids {seed}")
    return lambda: str(uuid.UUID(int=source.getrandbits(128), version=4))
