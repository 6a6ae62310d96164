"""The page on method and limits, with a worked example from this workshop."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model import levels
from desktop.model.measures import bands
from desktop.words import method_page, people
from exports.gathering.pivots import ways_of
from exports.gathering.told import Told, first_votes
from exports.report import Method, PivotSection


def method(told: Told, sections: Sequence[PivotSection], present: int) -> Method:
    """The paragraphs in the order a reader asks, and the sums behind one pivot's level."""
    w, words = told.w, told.words
    again = sum(len(levels.shown_rounds(w, question.id)) > 1 for question in w.questions)
    standing = method_page.standing_paragraphs(words)
    paragraphs = [
        method_page.what_was_asked(words, len(w.questions), len(w.pivots), len(w.framework.stages)),
        method_page.how_people_voted(words, people.voted(words, ways_of(told, first_votes(w))), again),
        method_page.from_votes_to_level(words),
        *standing[:-2],
        _shows(told, sections, present),
        method_page.what_it_does_not(words),
        *standing[-2:],
    ]
    return Method(tuple(paragraphs), _example(told, sections))


def _shows(told: Told, sections: Sequence[PivotSection], present: int) -> tuple[str, str]:
    """What one person could move: a pivot whose agreed level follows its votes, so that the band tells of it."""
    for section in (*filter(_follows, sections), *sections):
        found = bands.pivot_without_any_one(levels.pivot_votes(told.w, section.standing.id))
        if section.standing.computed is not None and found is not None:
            name = told.said(section.standing.name)
            return method_page.what_it_shows(
                told.words, present, told.w.about.date, name, found.low, found.high
            )
    return method_page.what_it_shows(told.words, present, told.w.about.date)


def _follows(section: PivotSection) -> bool:
    """Whether the level in force is the votes' own, or was agreed close to it."""
    return section.standing.now is not None and not (section.decision and section.decision.differs)


def _example(told: Told, sections: Sequence[PivotSection]) -> tuple[tuple[str, str], ...]:
    """A pivot whose level follows its votes: the sum of one question, and of the pivot if it has several."""
    words = told.words
    for section in (*filter(_follows, sections), *sections):
        for question in section.questions:
            counts = question.rounds[-1].counts if question.rounds else None
            if question.level is None or counts is None:
                continue
            rows = [
                (
                    words.say("Question {id}", id=question.id),
                    method_page.question_sum(words, counts, told.w.framework.lowest),
                )
            ]
            known = [one.level for one in section.questions if one.level is not None]
            equal = not any(
                one.subject in {question.id for question in section.questions}
                for one in told.w.weights.values()
            )
            if len(known) > 1 and equal and section.standing.computed is not None:
                label = words.say("Pivot {n}", n=section.standing.place)
                rows.append((label, method_page.pivot_sum(words, known)))
            return tuple(rows)
    return ()
