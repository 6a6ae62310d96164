"""The roadmap: the whole workshop on paper, for those who were not there and those who must defend it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from desktop.words.catalogue import Words, speak
from desktop.words.dates import long_date
from exports.pdf.annex import Annex
from exports.pdf.document import Made, Places, Written, make_document, turn_page, write_made
from exports.pdf.flowables import Block
from exports.pdf.pages import closing, cover, exercise, pivot
from exports.pdf.pages.parts import Desk
from exports.report import Report


def make_roadmap(report: Report, words: Words | None = None) -> Made:
    """Lay the roadmap out."""
    desk = Desk(report, words or speak(report.language))
    say = desk.words.say
    city, day = desk.typed(report.city), long_date(desk.words, report.date)
    foot = say("{city}, {date}", city=city, date=day)
    if report.present:
        people = desk.words.many(
            "a self-assessment by {n} official", "a self-assessment by {n} officials", report.present
        )
        foot = say("{city}, {date} · {people}", city=city, date=day, people=people)
    head = say("{city} · {title}", city=city, title=report.title)
    about = desk.about(say("{title}, {city}", title=report.title, city=report.city))
    return make_document(
        about, lambda places: _story(desk, places), desk.running(head, foot), page=desk.page, first="cover"
    )


def write_roadmap(report: Report, path: Path, words: Words | None = None) -> Written:
    """Write the roadmap; :class:`exports.safely.NotWhole` or OSError if it could not be put in place."""
    return write_made(path, make_roadmap(report, words))


def _story(desk: Desk, places: Places) -> Sequence[Flowable]:
    report, say = desk.report, desk.words.say
    annex = Annex(lambda anchor: say("The note goes on in the annex, page {page}.", page=places.page(anchor)))
    chapters: list[tuple[str, str, list[Block]]] = [(say("In short"), "in-short", cover.in_short(desk))]
    chapters += [
        (section.standing.name, pivot.anchor(section.standing), pivot.pivot(desk, section, annex))
        for section in report.pivots
    ]
    if report.exercises:
        chapters.append((say("What the exercise showed"), "exercise", exercise.exercise(desk, annex)))
    chapters.append((say("Gaps, in order"), "gaps", closing.gaps(desk)))
    chapters.append((say("The plan in one picture"), "plan", closing.plan(desk)))
    if report.actions:
        chapters.append((say("Actions"), "actions", closing.actions(desk, annex)))
    chapters.append((closing.open_points(desk), "to-finish", closing.to_finish(desk)))
    chapters.append((say("Method and limits"), "method", closing.method(desk)))
    if annex.notes:
        chapters.append((say("Annex: long notes in full"), "annex", closing.notes(desk, annex)))
    story: list[Flowable] = [*cover.cover(desk), *turn_page("page")]
    story += cover.contents(desk, places, [(name, anchor) for name, anchor, _ in chapters])
    for _, _, blocks in chapters:
        story += [*turn_page(), *blocks]
    return story
