"""Long notes: the page shows the first 1,200 characters, the annex has the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.words.clean import clean, shorten
from exports.pdf.sheet import ACCENT, BODY, Style
from exports.pdf.text.spans import Link, Span

NOTE_LIMIT = 1200


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """A whole note, its title, and the anchor that the short form leads to."""

    title: str
    text: str
    anchor: str


@dataclass(slots=True)
class Annex:
    """Collects what was cut while the pages of one pass are built; print ``notes`` at the end of the story.

    ``goes_on`` makes the sentence that leads there ("The note goes on in annex B, page 12.") from the anchor.
    """

    goes_on: Callable[[str], str]
    notes: list[AnnexNote] = field(default_factory=list)

    def cap(self, title: str, text: str, style: Style = BODY, limit: int = NOTE_LIMIT) -> list[str | Span]:
        """The text if it is short enough; else its beginning, "…", and a linked sentence to the annex."""
        whole = clean(text)
        if len(whole) <= limit:
            return [whole]
        anchor = f"annex-note-{len(self.notes) + 1}"
        self.notes.append(AnnexNote(clean(title), whole, anchor))
        says = self.goes_on(anchor)
        return [shorten(whole, limit), " ", Span(says, style.but(colour=ACCENT), Link(f"#{anchor}", says))]
