"""What the pages of every document share: headings beside, facts in a row, tables of levels, pictures of pivots."""

from __future__ import annotations

from datetime import datetime

from desktop.look.marks import Picture
from desktop.look.measure import FontMeasure
from desktop.look.palette import PAPER, contrast
from desktop.look.pictures.bars import BarTable, bar_table
from desktop.look.pictures.standing import Scale
from desktop.look.pictures.standing import Standing as Drawn
from desktop.look.sheet import Sheet
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.dates import short_date
from desktop.words.glossary import rehearsed
from desktop.words.lists import isolated
from exports.pdf.about import About
from exports.pdf.document import Running
from exports.pdf.flowables import Span
from exports.pdf.flowables import Words as Text
from exports.pdf.pages.setting import Setting
from exports.pdf.sheet import NOTE
from exports.report import Report, Standing

LEAST = 8.5
"""Nothing on paper is set smaller (points)."""


class Desk(Setting):
    """What every page of a report needs at hand."""

    def __init__(self, report: Report, words: Words) -> None:
        """Lay out for one report in one language."""
        super().__init__(words, report.options.paper)
        self.report = report

    @property
    def scale(self) -> Scale:
        """The levels and their names."""
        stages = self.report.stages
        return Scale(stages[0].level, tuple(stage.name for stage in stages))

    def about(self, title: str) -> About:
        """What the document says about itself."""
        author = self.report.organisation or self.report.city
        made_at = datetime.fromisoformat(self.report.made_at)
        return About(self.title(title), self.words.language, author, made_at, rtl=self.rtl)

    def title(self, title: str) -> str:
        """A document's title; a rehearsal says so in it."""
        if not self.report.status.rehearsal:
            return title
        return self.words.say("{title} ({rehearsal})", title=title, rehearsal=rehearsed(self.words))

    def running(self, head: str, foot: str, *, head_aloud: bool = False) -> Running:
        """Head, foot and the status mark; a rehearsal says so on every page."""
        status = self.report.status
        tag = self.words.say("Rehearsal") if status.rehearsal else status.word
        return Running(
            head,
            foot,
            self.page_words,
            tag=tag,
            tag_solid=status.rehearsal,
            head_aloud=head_aloud,
        )

    def sheet(self) -> Sheet:
        """An empty drawing on paper."""
        return Sheet(FontMeasure(), PAPER, LEAST)

    def typed(self, text: str) -> str:
        """What somebody typed, ready to stand beside our words and numbers."""
        return isolated(self.words, text)

    @property
    def overruled(self) -> set[str]:
        """The pivots whose level the room agreed half a level or more from its votes."""
        return {
            section.standing.id
            for section in self.report.pivots
            if section.decision is not None and section.decision.differs
        }

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
            by=short_date(self.words, standing.horizon) if standing.horizon else "",
            votes=standing.computed if standing.id in self.overruled else None,
            plan=standing.if_done,
            plan_words=formats.computed(self.words, standing.if_done) if standing.if_done is not None else "",
        )

    def bars(self, finding: str, width: float, *, tight: bool = False) -> Picture:
        """Now → target for every pivot; ``tight``: in lower rows."""
        say = self.words.say
        horizons = {one.horizon for one in self.report.standings if one.target is not None}
        heads = BarTable(
            say("Pivot"), say("Now"), say("Target"), finding, say("By") if len(horizons) > 1 else ""
        )
        drawn = [self.drawn(standing) for standing in self.report.standings]
        return bar_table(drawn, self.scale, heads, self.sheet(), width, 17.0 if tight else 20.0)

    def bars_alt(self, finding: str) -> str:
        """The finding, then every pivot with its levels and target: the figure's table, aloud."""
        return f"{finding} {'; '.join(self.levels_aloud())}."

    def levels_aloud(self) -> list[str]:
        """Every pivot: "Data mastery: now 2½, target 3½"; where the votes gave another level, that too."""
        say = self.words.say
        said = []
        for standing in self.report.standings:
            now = self.level(standing) if standing.now is not None else standing.missing
            if standing.id in self.overruled and standing.computed is not None:
                votes = formats.computed(self.words, standing.computed)
                now = say("{now} (the votes gave {votes})", now=now, votes=votes)
            said.append(
                say(
                    "{pivot}: now {now}, target {target}",
                    pivot=standing.name,
                    now=now,
                    target=self.target(standing),
                )
            )
        return said


def ink_of(number: int) -> str:
    """A pivot's colour for large type; ink where the colour is too light to be read."""
    colour = PAPER.pivot(number)
    return colour if contrast(colour, PAPER.surface) >= 3 else PAPER.ink


def figure_caption(words: Words, kind: str, number: int, finding: str) -> Text:
    """Number, then the finding: "Figure 1  Every pivot is below its target."."""
    label = words.say("Figure {n}", n=number) if kind == "figure" else words.say("Table {n}", n=number)
    return [Span(f"{label}  ", NOTE.but(weight="semibold", colour="#131A29")), finding]
