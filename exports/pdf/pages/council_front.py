"""Page one of the council paper: what is asked, where the city stands, what comes first, who said so."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words.dates import long_date
from desktop.words.lists import isolated
from desktop.words.plan import action_line, first_step
from exports.pdf.flowables import Block, FigureBlock, Gap, Panel, Rule, Span, Stack, Words
from exports.pdf.pages.parts import Desk, figure_caption
from exports.pdf.sheet import ASK, H1, INK, NOTE, SMALL, STRONG
from exports.report import ActionEntry, CouncilPaper


class Numbers:
    """The paragraphs of the paper, numbered through."""

    def __init__(self) -> None:
        """Begin at 1."""
        self._last = 0

    def next(self) -> str:
        """The next number."""
        self._last += 1
        return str(self._last)


def front(
    desk: Desk,
    numbers: Numbers,
    *,
    steps: bool,
    disagreement: bool,
    tight: bool = False,
    posts: bool = True,
    uncovered: bool = True,
) -> list[Block]:
    """The blocks of page one.

    Without ``steps`` the first steps give way, without ``disagreement`` that, without ``posts`` who answers for the
    first actions, without ``uncovered`` the gaps that have none; ``tight`` lowers the rows of figure 1.
    """
    council = desk.report.council
    blocks: list[Block] = [*_title(desk), *_asked(desk, council, numbers)]
    say = desk.words.say
    short = [
        desk.text(words, number=numbers.next()) for words in (council.in_short, council.overruled) if words
    ]
    blocks.append(desk.beside(say("In short"), short))
    blocks += [Gap(9), *_figure(desk, council, tight=tight), Gap(10)]
    blocks += [_gaps(desk, council, numbers), Gap(8)]
    blocks += [_first_actions(desk, council, numbers, steps=steps, posts=posts, uncovered=uncovered), Gap(8)]
    who = f"{council.who} {council.disagreement}".rstrip() if disagreement else council.who
    blocks += [desk.beside(say("Who took part"), [desk.text(who, number=numbers.next())]), Gap(6)]
    blocks.append(desk.beside(say("Limits"), [desk.text(council.limits, number=numbers.next())]))
    return blocks


def _title(desk: Desk) -> list[Block]:
    report, say = desk.report, desk.words.say
    purpose = say("Decision") if report.status.for_decision else say("Information")
    facts = (
        (say("City"), report.city),
        (say("Workshop held"), long_date(desk.words, report.date)),
        (say("Status"), report.status.line or report.status.word),
        (say("For"), purpose),
    )
    return [
        desk.text(report.title, H1, role="H1", outline=True),
        Rule(0.9, INK, before=3, after=7),
        desk.facts(facts),
        Gap(9),
    ]


def _asked(desk: Desk, council: CouncilPaper, numbers: Numbers) -> list[Block]:
    """The panel: one to three lines, or that this paper is for information."""
    say = desk.words.say
    asked = council.asked or (say("This paper is for information. It asks for no decision."),)
    lines: list[Block] = [desk.text(words, ASK, number=numbers.next(), after=5.0) for words in asked]
    if council.new_money:
        lines.append(desk.text(council.new_money, number=numbers.next()))
    else:
        lines[-1].spaceAfter = 0.0
    heading = say("We ask the council to") if council.asked else say("What we ask")
    return [Panel([desk.beside(heading, lines)]), Gap(9)]


def _figure(desk: Desk, council: CouncilPaper, *, tight: bool) -> list[Block]:
    caption = desk.text(
        figure_caption(desk.words, "figure", 1, council.figure), NOTE, keep_next=True, after=5
    )
    return [
        caption,
        FigureBlock(
            desk.bars(council.figure, desk.page.full, tight=tight), alt=desk.bars_alt(council.figure)
        ),
    ]


def _gaps(desk: Desk, council: CouncilPaper, numbers: Numbers) -> Block:
    say = desk.words.say
    if desk.report.equal_weights:
        note = say("by distance; every pivot counts the same")
    else:
        note = say("by distance and by how much they matter to the room")
    if not council.gaps:
        words = [desk.text(desk.report.gaps_note, number=numbers.next())]
        return desk.beside(say("Largest gaps"), words)
    names = [standing.name for standing in desk.report.standings]
    lines: list[Block] = [
        desk.text(_named(desk, names, line), number=numbers.next()) for line in council.gaps
    ]
    return desk.beside(say("Largest gaps"), lines, note=note)


def _named(desk: Desk, names: Sequence[str], sentence: str) -> Words:
    """A sentence that begins with the name of a pivot, the name in semibold."""
    said = [isolated(desk.words, name) for name in names]
    name = max((name for name in said if name and sentence.startswith(name)), key=len, default="")
    if not name:
        return [sentence]
    return [Span(name, desk.body.but(weight="semibold")), sentence[len(name) :]]


def _first_actions(
    desk: Desk, council: CouncilPaper, numbers: Numbers, *, steps: bool, posts: bool, uncovered: bool
) -> Block:
    say = desk.words.say
    if not council.first_actions:
        words = desk.text(say("No action is chosen yet."), number=numbers.next())
        return desk.beside(say("First actions"), [words])
    entries = [desk.report.action_by_number[number] for number in council.first_actions]
    blocks: list[Block] = [
        action_lines(desk, entry, numbers.next(), step=steps, post=posts) for entry in entries
    ]
    if uncovered and council.uncovered:
        blocks.append(desk.text(council.uncovered, number=numbers.next()))
    return desk.beside(say("First actions"), blocks)


def action_lines(desk: Desk, entry: ActionEntry, number: str, *, step: bool, post: bool) -> Stack:
    """Number and title, then post, day and money, then the first step."""
    line = action_line(desk.words, entry.owner, entry.due, entry.money)
    blocks: list[Block] = [
        desk.text([Span(f"{entry.number}  ", STRONG), entry.title], STRONG, number=number, keep_next=post),
    ]
    if post:
        blocks.append(desk.text(line, SMALL))
    if step and entry.first_step:
        blocks.append(desk.text(first_step(desk.words, entry.first_step), NOTE))
    return Stack(blocks, after=4)
