"""What a document says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class About:
    """Title, language (BCP 47), author (the organisation), when it was made, and its base direction."""

    title: str
    language: str
    author: str
    made_at: datetime
    subject: str = ""
    rtl: bool = False

    @property
    def moment(self) -> datetime:
        """When it was made, in UTC and whole seconds. A time without zone is taken as UTC."""
        at = self.made_at
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        return at.replace(microsecond=0)
