"""Time and new ids, handed to verbs so that they call neither a clock nor a random source."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Moment:
    """When a verb runs (UTC text) and where its new ids come from."""

    now: str
    new_id: Callable[[], str]

    @property
    def today(self) -> str:
        """The UTC day, ``YYYY-MM-DD``."""
        return self.now[:10]


class Clock(Protocol):
    """Two clocks: one for what people read, one for what has elapsed."""

    def wall(self) -> datetime:
        """The time of day, with its zone."""
        ...

    def steady(self) -> float:
        """Seconds that only ever grow and count sleep; for elapsed time."""
        ...


class SystemClock:
    """The machine's clocks."""

    def wall(self) -> datetime:
        """The time of day here."""
        return datetime.now().astimezone()

    def steady(self) -> float:
        """Seconds since boot, sleep included where the system tells."""
        boot = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic() if boot is None else time.clock_gettime(boot)


def as_text(moment: datetime) -> str:
    """A moment as the library keeps it: UTC, milliseconds, ``Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def random_id() -> str:
    """A fresh UUID as text."""
    return str(uuid.uuid4())
