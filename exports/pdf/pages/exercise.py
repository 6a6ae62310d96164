"""The exercise: a short page on what a made-up event showed, and what the room wants in place before a real one."""

from __future__ import annotations

from exports.pdf.annex import Annex
from exports.pdf.flowables import Block, Gap, ListBlock
from exports.pdf.pages.parts import Desk
from exports.pdf.sheet import H1


def exercise(desk: Desk, annex: Annex) -> list[Block]:
    """Each shock the room went through, under one heading."""
    say = desk.words.say
    blocks: list[Block] = [
        desk.text(say("What the exercise showed"), H1, role="H1", outline=True, anchor="exercise"),
        Gap(9),
    ]
    for one in desk.report.exercises:
        main: list[Block] = [desk.text(one.intro)]
        if one.finding:
            main.append(desk.text(one.finding, before=5))
        blocks += [desk.beside(one.title, main), Gap(8)]
        if one.notes:
            notes = [annex.cap(one.title, note, desk.body) for note in one.notes]
            blocks += [desk.beside(say("What we said"), [ListBlock(notes, desk.body, rtl=desk.rtl)]), Gap(10)]
    return blocks[:-1]
