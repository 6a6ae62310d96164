"""One pivot's pages: meaning, levels, every question with its votes, the decision, and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.measures.rounding import printed
from desktop.words import decided, formats
from desktop.words.dates import until
from desktop.words.formats import of
from desktop.words.missing import indicative
from exports.pdf.annex import Annex
from exports.pdf.flowables import (
    Beside,
    Block,
    Columns,
    FigureBlock,
    Gap,
    ListBlock,
    Panel,
    Rule,
    Span,
    Stack,
)
from exports.pdf.pages.figures import vote_picture
from exports.pdf.pages.parts import Desk, ink_of
from exports.pdf.pages.setting import QUARTERS
from exports.pdf.sheet import H1, LABEL, LEVEL_LARGE, NOTE, QUESTION, SMALL, STRONG
from exports.report import DecisionResult, PivotSection, QuestionResult, RoundResult, Standing

_MANY = 3
"""With more questions than this they stand closer, so that four share the first page of a pivot."""


def anchor(standing: Standing) -> str:
    """Where links to a pivot lead."""
    return f"pivot-{standing.place}"


def pivot(desk: Desk, section: PivotSection, annex: Annex) -> list[Block]:
    """All blocks of one pivot."""
    say = desk.words.say
    standing = section.standing
    title: list[str | Span] = [
        Span(f"{standing.place}  ", H1.but(colour=ink_of(standing.colour))),
        standing.name,
    ]
    blocks: list[Block] = [
        desk.text(title, H1, role="H1", outline=standing.name, anchor=anchor(standing)),
        Gap(9),
        desk.beside(
            say("What it means"),
            [desk.text(f"{section.definition} {say('It covers {covers}', covers=_lower(section.covers))}")],
        ),
        Gap(9),
        _levels(desk, standing),
        Gap(9),
        desk.beside(
            "", [desk.text(words, NOTE) for words in (_key(desk), _counted_from(desk, standing)) if words]
        ),
        Gap(8),
    ]
    for number, question in enumerate(section.questions):
        if number:
            blocks.append(
                Rule(before=3, after=7) if len(section.questions) > _MANY else Rule(before=4, after=10)
            )
        blocks += _question(desk, question, standing.colour)
    if not section.questions or all(not question.rounds for question in section.questions):
        words = section.left_out or say("No question of this pivot was voted on.")
        blocks.append(desk.beside(say("Votes"), [desk.text(words)]))
    blocks += [Gap(9), _decision(desk, section), Gap(9), *_said(desk, section, annex)]
    return [*blocks, Rule(before=6, after=10), *_plan(desk, section)]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _key(desk: Desk) -> str:
    return "   ".join(f"{stage.level} {stage.name}" for stage in desk.report.stages)


def _counted_from(desk: Desk, standing: Standing) -> str:
    """Where *if all is done* starts, if the level agreed is not what the votes gave."""
    agreed, votes = standing.agreed, standing.computed
    if agreed is None or votes is None or standing.if_done is None or printed(agreed) == printed(votes):
        return ""
    return desk.words.say(
        "“If all is done” is counted from the agreed {level}, not from the votes.",
        level=formats.agreed(desk.words, agreed),
    )


def _levels(desk: Desk, standing: Standing) -> Panel:
    """Now, from the votes, target, if all is done."""
    say = desk.words.say
    agreed = formats.agreed(desk.words, standing.agreed) if standing.agreed is not None else formats.NONE
    remark = indicative(desk.words) if standing.indicative and standing.computed is not None else ""
    short = _short(desk, standing)
    horizon = until(desk.words, standing.horizon) if standing.horizon else ""
    facts = (
        (
            f"● {say('Now, agreed')}",
            agreed,
            standing.stage if standing.agreed is not None else standing.missing or say("not agreed"),
        ),
        (f"○ {say('From the votes')}", formats.computed(desk.words, standing.computed), remark),
        (say("Target"), desk.target(standing), horizon),
        (say("If all is done"), formats.computed(desk.words, standing.if_done), short),
    )
    columns = [
        Stack(
            [desk.text(label, LABEL), desk.text(value, LEVEL_LARGE, before=2), desk.text(note or " ", SMALL)]
        )
        for label, value, note in facts
    ]
    return Panel([Columns(columns, QUARTERS, rtl=desk.rtl)])


def _short(desk: Desk, standing: Standing) -> str:
    """What the plan leaves open, under *If all is done*, from the levels as printed."""
    say = desk.words.say
    if standing.still_open is None:
        return ""
    if standing.lowered:
        return say("the target is below today’s level")
    if standing.still_open:
        return say("{steps} short of the target", steps=formats.computed(desk.words, standing.still_open))
    return say("reaches the target") if standing.reached else say("at the target already")


def _question(desk: Desk, question: QuestionResult, colour: int) -> list[Block]:
    """Its number and lens beside; title, text, the vote that counts, and what changed since the first."""
    words = desk.words
    held = question.rounds[-1] if question.rounds else None
    side: list[Block] = [desk.heading(question.id, "H3"), desk.text(question.lens, NOTE, before=2)]
    if question.level is not None:
        side.append(
            desk.text(
                ["○ ", Span(formats.computed(words, question.level), STRONG), f" {words.say('computed')}"],
                SMALL,
                before=6,
            )
        )
    if held is not None:
        side.append(
            desk.text(words.say("{count} answered", count=of(words, held.cast, held.present)), NOTE, before=2)
        )
        if held.verdict:
            side.append(desk.text(words.say("Verdict: {verdict}", verdict=held.verdict), NOTE, before=2))
    main: list[Block] = [desk.text(question.title, QUESTION, role="H3"), desk.text(question.text, after=5)]
    if held is not None:
        main += _vote(desk, question, held, colour)
    blocks: list[Block] = [Beside(side, main, rtl=desk.rtl, whole=True)]
    if len(question.rounds) > 1:
        blocks += [Gap(9), _two_votes(desk, question, colour)]
    return blocks


def _vote(desk: Desk, question: QuestionResult, held: RoundResult, colour: int) -> list[Block]:
    if held.counts is None:
        return [desk.text(held.sentence, STRONG)]
    picture = vote_picture(desk, question, held, colour, desk.page.main)
    blocks: list[Block] = [FigureBlock(picture), desk.text(held.sentence, STRONG, before=4)]
    if len(question.rounds) > 1:
        blocks.append(desk.text(desk.words.say("This is the second vote; the first is below."), NOTE))
    if held.ways:
        blocks.append(desk.text(held.ways, NOTE))
    return blocks


def _two_votes(desk: Desk, question: QuestionResult, colour: int) -> Block:
    """The first vote's picture, both sentences, and how many changed."""
    say = desk.words.say
    first, last = question.rounds[0], question.rounds[-1]
    main: list[Block] = []
    if first.counts is not None:
        main.append(FigureBlock(vote_picture(desk, question, first, colour, desk.page.main)))
    strong = desk.body.but(weight="semibold")
    main.append(desk.text([Span(say("First: "), strong), first.sentence], before=4))
    main.append(desk.text([Span(say("Second: "), strong), last.sentence]))
    if question.change:
        main.append(desk.text(question.change))
    return desk.beside(
        say("From the first vote to the second"),
        main,
        note=f"{question.id}, {question.title}",
        role="H3",
        whole=True,
    )


def _decision(desk: Desk, section: PivotSection) -> Block:
    """The panel with the level agreed, or that it was left open, or that nobody was asked."""
    say, words = desk.words.say, desk.words
    decision, computed = section.decision, section.standing.computed
    lines: list[Block]
    if decision is None:
        lines = [desk.text(say("The room agreed no level for this pivot."))]
    elif decision.left_open or decision.level is None:
        lines = [
            desk.text(decided.left_open(words, decision.rationale)),
            *([desk.text(decided.votes_stand(words))] if computed is not None else []),
        ]
    else:
        level = formats.agreed(words, decision.level)
        votes = f"   {decided.from_votes(words, computed)}" if computed is not None else ""
        lines = [
            desk.text([Span(f"{level}  ", LEVEL_LARGE), Span(decision.stage, QUESTION)], LEVEL_LARGE),
            desk.text(f"● {say('agreed by the room')}{votes}", SMALL),
        ]
    return Panel([desk.beside(say("Decision"), lines)])


def _said(desk: Desk, section: PivotSection, annex: Annex) -> list[Block]:
    """Why, dissent, evidence, barriers, parked: empty ones say so in a few words or are not asked for."""
    say, words = desk.words.say, desk.words
    decision = section.decision
    blocks: list[Block] = []
    if decision is not None and not decision.left_open:
        blocks += _why(desk, decision, annex, section.standing.name)
        dissent = decided.dissent(words, decision.dissent)
        blocks += [
            desk.beside(say("Dissent"), [desk.text(annex.cap(say("Dissent"), dissent, desk.body))]),
            Gap(6),
        ]
    for heading, lines, none in (
        (say("Evidence named"), [*section.evidence, *section.quotes], say("None named.")),
        (say("What holds us back"), section.barriers, ""),
        (say("Parked"), section.parked, ""),
    ):
        if lines:
            blocks += [desk.beside(heading, [_list(desk, annex, heading, lines)]), Gap(6)]
        elif none and not section.left_out:
            blocks += [desk.beside(heading, [desk.text(none)]), Gap(6)]
    if section.held_back_by:
        blocks += [desk.beside(say("Held back"), [desk.text(section.held_back_by)]), Gap(6)]
    return blocks


def _why(desk: Desk, decision: DecisionResult, annex: Annex, name: str) -> list[Block]:
    say = desk.words.say
    if not (decision.differs or decision.rationale.strip()):
        return []
    heading = say("Why they differ") if decision.differs else say("Why")
    reason = decided.reason(desk.words, decision.rationale)
    return [
        desk.beside(heading, [desk.text(annex.cap(f"{heading}: {name}", reason, desk.body))]),
        Gap(6),
    ]


def _list(desk: Desk, annex: Annex, heading: str, lines: Sequence[str]) -> Block:
    return ListBlock([annex.cap(heading, line, desk.body) for line in lines], desk.body, rtl=desk.rtl)


def _plan(desk: Desk, section: PivotSection) -> list[Block]:
    """Target, actions and what none of them covers."""
    say = desk.words.say
    blocks: list[Block] = [desk.beside(say("Target"), [desk.text(section.target)]), Gap(6)]
    if section.actions:
        lines: list[Block] = []
        for number in section.actions:
            entry = desk.report.action_by_number[number]
            owner = entry.owner or say("no owner yet")
            if entry.due:
                line = say("{owner}, by {date}", owner=desk.typed(owner), date=until(desk.words, entry.due))
            else:
                line = say("{owner}, no date yet", owner=desk.typed(owner))
            title = Span(entry.title, isolate=True)
            lines.append(desk.text([Span(f"{number}  ", STRONG), title], before=2, keep_next=True))
            lines.append(desk.text(line, NOTE))
        blocks += [desk.beside(say("Actions"), lines), Gap(6)]
    else:
        blocks += [
            desk.beside(say("Actions"), [desk.text(say("No action is chosen for this pivot."))]),
            Gap(6),
        ]
    if section.not_covered:
        blocks.append(desk.beside(say("Not covered"), [desk.text(section.not_covered)]))
    return blocks
