"""What the pages of every document share: headings beside, facts in a row, tables of levels, pictures of pivots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop.look.marks import Picture
from desktop.look.measure import FontMeasure
from desktop.look.palette import PAPER
from desktop.look.pictures.bars import BarTable, bar_table
from desktop.look.pictures.standing import Scale
from desktop.look.pictures.standing import Standing as Drawn
from desktop.look.sheet import Sheet
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.dates import until
from exports.pdf.about import About
from exports.pdf.document import Running
from exports.pdf.flowables import Beside, Block, Columns, Span, Stack, TextBlock
from exports.pdf.flowables import Words as Text
from exports.pdf.sheet import A4, BODY, BODY_RTL, LABEL, LETTER, NOTE, SIDE_HEADING, STRONG, Page, Style
from exports.report import Report, Standing

LEAST = 8.5
"""Nothing on paper is set smaller (points)."""

QUARTERS = (0.0, 130.0, 247.7, 365.3)
"""Where four facts in a row stand, from the left margin."""


class Desk:
    """What every page needs at hand: the report, its words, its direction and its paper."""

    def __init__(self, report: Report, words: Words) -> None:
        """Lay out for one report in one language."""
        self.report = report
        self.words = words
        self.rtl = words.language.split("-")[0] in ("ar", "he", "fa", "ur")
        self.page: Page = LETTER if report.options.paper == "letter" else A4
        self.body: Style = BODY_RTL if self.rtl else BODY

    @property
    def scale(self) -> Scale:
        """The levels and their names."""
        stages = self.report.stages
        return Scale(stages[0].level, tuple(stage.name for stage in stages))

    def about(self, title: str) -> About:
        """What the document says about itself."""
        author = self.report.organisation or self.report.city
        made_at = datetime.fromisoformat(self.report.made_at)
        return About(title, self.words.language, author, made_at, rtl=self.rtl)

    def running(self, head: str, foot: str) -> Running:
        """Head, foot and the status mark; a rehearsal says so on every page."""
        status = self.report.status
        tag = self.words.say("Rehearsal") if status.rehearsal else status.word
        return Running(
            head,
            foot,
            lambda n, total: self.words.say("Page {n} of {total}", n=n, total=total),
            tag=tag,
            tag_solid=status.rehearsal,
        )

    def sheet(self) -> Sheet:
        """An empty drawing on paper."""
        return Sheet(FontMeasure(), PAPER, LEAST)

    # ---- words in places ------------------------------------------------------------------------------------

    def text(self, words: Text, style: Style | None = None, **how: object) -> TextBlock:
        """A paragraph in the sheet's direction."""
        return TextBlock(words, style or self.body, rtl=self.rtl, **how)  # type: ignore[arg-type]

    def heading(self, words: str, role: str = "H2") -> TextBlock:
        """A heading in the side column."""
        return TextBlock(words, SIDE_HEADING, role=role, rtl=self.rtl, outline=role == "H2")

    def beside(
        self, heading: str, main: Sequence[Block], *, note: str = "", role: str = "H2", before: float = 0.0
    ) -> Beside:
        """Paragraphs with their heading in the side column, a note under it."""
        side: list[Block] = [self.heading(heading, role)] if heading else []
        if note:
            side.append(TextBlock(note, NOTE, rtl=self.rtl, fit="balanced", before=2))
        return Beside(side or None, list(main), rtl=self.rtl, before=before)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> Columns:
        """Up to four labelled facts in a row."""
        columns = [
            Stack([TextBlock(label, LABEL, rtl=self.rtl), TextBlock(value, STRONG, rtl=self.rtl, before=2)])
            for label, value in pairs
        ]
        return Columns(columns, QUARTERS[: len(columns)], rtl=self.rtl)

    # ---- levels ---------------------------------------------------------------------------------------------

    def level(self, standing: Standing) -> str:
        """The level in force: "2½" agreed, "2.3" computed, "–" for none."""
        if standing.agreed is not None:
            return formats.agreed(self.words, standing.agreed)
        return formats.computed(self.words, standing.now)

    def target(self, standing: Standing) -> str:
        """The target level, "–" for none."""
        return formats.agreed(self.words, standing.target)

    def drawn(self, standing: Standing) -> Drawn:
        """A pivot ready for a picture."""
        return Drawn(
            number=standing.place,
            colour=standing.colour,
            name=standing.name,
            short=standing.short,
            today=standing.now,
            today_words=self.level(standing),
            stage=standing.stage if standing.now is not None else standing.missing,
            agreed=standing.agreed is not None,
            target=standing.target,
            target_words=self.target(standing) if standing.target is not None else "",
            by=until(self.words, standing.horizon) if standing.horizon else "",
            plan=standing.if_done,
            plan_words=formats.computed(self.words, standing.if_done) if standing.if_done is not None else "",
        )

    def bars(self, finding: str, width: float) -> Picture:
        """Now → target for every pivot."""
        say = self.words.say
        heads = BarTable(say("Pivot"), say("Now"), say("Target"), finding)
        drawn = [self.drawn(standing) for standing in self.report.standings]
        return bar_table(drawn, self.scale, heads, self.sheet(), width)


def figure_caption(words: Words, kind: str, number: int, finding: str) -> Text:
    """Number, then the finding: "Figure 1  Every pivot is below its target."."""
    label = words.say("Figure {n}", n=number) if kind == "figure" else words.say("Table {n}", n=number)
    return [Span(f"{label}  ", NOTE.but(weight="semibold", colour="#131A29")), finding]
