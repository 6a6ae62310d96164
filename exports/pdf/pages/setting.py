"""How words are set on a page of one language and paper, whatever the document says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.words.catalogue import Words
from exports.pdf.flowables import Beside, Block, Columns, Stack, TextBlock
from exports.pdf.flowables import Words as Text
from exports.pdf.sheet import A4, BODY, BODY_RTL, LABEL, LETTER, NOTE, SIDE_HEADING, STRONG, Page, Style

QUARTERS = (0.0, 130.0, 247.7, 365.3)
"""Where four facts in a row stand, from the left margin."""


class Setting:
    """The words, their direction, the paper and the size of plain text."""

    def __init__(self, words: Words, paper: str) -> None:
        """Lay out in one language on ``a4`` or ``letter``."""
        self.words = words
        self.rtl = words.rtl
        self.page: Page = LETTER if paper == "letter" else A4
        self.body: Style = BODY_RTL if self.rtl else BODY

    def page_words(self, number: int, total: int) -> str:
        """Says "Page 2 of 9"."""
        return self.words.say("Page {n} of {total}", n=number, total=total)

    def text(self, words: Text, style: Style | None = None, **how: object) -> TextBlock:
        """A paragraph in the sheet's direction."""
        return TextBlock(words, style or self.body, rtl=self.rtl, **how)  # type: ignore[arg-type]

    def heading(self, words: str, role: str = "H2") -> TextBlock:
        """A heading in the side column."""
        return TextBlock(words, SIDE_HEADING, role=role, rtl=self.rtl, outline=role == "H2")

    def beside(
        self,
        heading: str,
        main: Sequence[Block],
        *,
        note: str = "",
        role: str = "H2",
        before: float = 0.0,
        whole: bool = False,
    ) -> Beside:
        """Paragraphs with their heading in the side column, a note under it."""
        side: list[Block] = [self.heading(heading, role)] if heading else []
        if note:
            side.append(TextBlock(note, NOTE, rtl=self.rtl, fit="balanced", before=2))
        return Beside(side or None, list(main), rtl=self.rtl, before=before, whole=whole)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> Columns:
        """Up to four labelled facts in a row."""
        columns = [
            Stack([TextBlock(label, LABEL, rtl=self.rtl), TextBlock(value, STRONG, rtl=self.rtl, before=2)])
            for label, value in pairs
        ]
        return Columns(columns, QUARTERS[: len(columns)], rtl=self.rtl)
