"""Page one of the council paper: what is asked, where the city stands, what comes first, who said so."""

from __future__ import annotations

from desktop.words.dates import long_date
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


def front(desk: Desk, numbers: Numbers, *, steps: bool, who: bool) -> list[Block]:
    """The blocks of page one. Without ``steps`` the first steps give way; without ``who``, who took part."""
    council = desk.report.council
    blocks: list[Block] = [*_title(desk), *_asked(desk, council, numbers)]
    say = desk.words.say
    blocks.append(desk.beside(say("In short"), [desk.text(council.in_short, number=numbers.next())]))
    blocks += [Gap(9), *_figure(desk, council), Gap(10)]
    blocks += [_gaps(desk, council, numbers), Gap(8)]
    blocks += [_first_actions(desk, council, numbers, steps=steps), Gap(8)]
    if who:
        blocks += [who_took_part(desk, numbers), Gap(6)]
    blocks.append(desk.beside(say("Limits"), [desk.text(council.limits, number=numbers.next())]))
    return blocks


def who_took_part(desk: Desk, numbers: Numbers) -> Block:
    """How many, how they voted, where they disagreed."""
    words = desk.text(desk.report.council.who, number=numbers.next())
    return desk.beside(desk.words.say("Who took part"), [words])


def _title(desk: Desk) -> list[Block]:
    report, say = desk.report, desk.words.say
    purpose = say("Decision") if report.status.for_decision else say("Information")
    facts = (
        (say("City"), report.city),
        (say("Workshop held"), long_date(desk.words, report.date)),
        (say("Status"), report.status.word),
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
    if not council.asked:
        line = desk.text(
            say("This paper is for information. It asks for no decision."), ASK, number=numbers.next()
        )
        return [Panel([desk.beside(say("What we ask"), [line])]), Gap(9)]
    lines: list[Block] = []
    for place, words in enumerate(council.asked):
        after = 5.0 if place + 1 < len(council.asked) else 0.0
        lines.append(desk.text(words, ASK, number=numbers.next(), after=after))
    return [Panel([desk.beside(say("We ask the council to"), lines)]), Gap(9)]


def _figure(desk: Desk, council: CouncilPaper) -> list[Block]:
    caption = desk.text(
        figure_caption(desk.words, "figure", 1, council.figure), NOTE, keep_next=True, after=5
    )
    return [
        caption,
        FigureBlock(desk.bars(council.figure, desk.page.full), alt=_bars_alt(desk, council.figure)),
    ]


def _bars_alt(desk: Desk, finding: str) -> str:
    """The finding, then every pivot with its two levels: the figure's table, aloud."""
    say = desk.words.say
    rows = []
    for standing in desk.report.standings:
        now = desk.level(standing) if standing.now is not None else standing.missing
        rows.append(
            say(
                "{pivot}: now {now}, target {target}",
                pivot=standing.name,
                now=now,
                target=desk.target(standing),
            )
        )
    return f"{finding} {'; '.join(rows)}."


def _gaps(desk: Desk, council: CouncilPaper, numbers: Numbers) -> Block:
    say = desk.words.say
    if desk.report.equal_weights:
        note = say("by distance; every pivot counts the same")
    else:
        note = say("by distance and by how much they matter to the room")
    if not council.gaps:
        words = [desk.text(desk.report.gaps_note, number=numbers.next())]
        return desk.beside(say("Largest gaps"), words)
    lines: list[Block] = []
    for row in desk.report.gaps[: len(council.gaps)]:
        standing = desk.report.standing_of[row.pivot]
        sentence = row.sentence if not row.remark else f"{row.sentence} {row.remark}"
        lines.append(desk.text(_named(desk, standing.name, sentence), number=numbers.next()))
    return desk.beside(say("Largest gaps"), lines, note=note)


def _named(desk: Desk, name: str, sentence: str) -> Words:
    """A sentence that begins with a name, the name in semibold."""
    if not sentence.startswith(name):
        return [sentence]
    return [Span(name, desk.body.but(weight="semibold")), sentence[len(name) :]]


def _first_actions(desk: Desk, council: CouncilPaper, numbers: Numbers, *, steps: bool) -> Block:
    say = desk.words.say
    if not council.first_actions:
        words = desk.text(say("No action is chosen yet."), number=numbers.next())
        return desk.beside(say("First actions"), [words])
    entries = [desk.report.action_by_number[number] for number in council.first_actions]
    blocks = [action_lines(desk, entry, numbers.next(), step=steps) for entry in entries]
    return desk.beside(say("First actions"), blocks)


def action_lines(desk: Desk, entry: ActionEntry, number: str, *, step: bool) -> Stack:
    """Number and title, then post, day and money, then the first step."""
    line = action_line(desk.words, entry.owner, entry.due, entry.money)
    blocks: list[Block] = [
        desk.text([Span(f"{entry.number}  ", STRONG), entry.title], STRONG, number=number, keep_next=True),
        desk.text(line, SMALL),
    ]
    if step and entry.first_step:
        blocks.append(desk.text(first_step(desk.words, entry.first_step), NOTE))
    return Stack(blocks, after=4)
