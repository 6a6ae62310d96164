"""The council paper: two pages that can be tabled as they are.

When texts are long, parts give way in a fixed order (look of the papers): page one gives the first steps, then
where they disagreed, to page two, then room between the rows of its figure, then what page two says again: the
posts of the first actions and the gaps without one. Page two folds its last waves to one line an action, then
leaves the risks and at last some actions to the roadmap. Who took part and the limits never leave page one; type
never shrinks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.platypus import Flowable

from desktop.words.catalogue import Words, speak
from desktop.words.dates import long_date
from exports.pdf.document import Made, Places, Written, make_document, turn_page, write_made
from exports.pdf.pages.council_back import back
from exports.pdf.pages.council_front import Numbers, front
from exports.pdf.pages.parts import Desk
from exports.report import Report

PAGES = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """How much has given way."""

    steps: bool = True
    disagreement: bool = True
    tight: bool = False
    posts: bool = True
    uncovered: bool = True
    folded: int = 0
    risks: bool = True
    most: int | None = None


def make_council(report: Report, words: Words | None = None) -> Made:
    """Lay the council paper out so that each side holds one page, as far as giving way can bring it."""
    desk = Desk(report, words or speak(report.language))
    made: Made | None = None
    fit = Fit()
    for fit in _front_fits():
        if _pages(desk, fit, back_too=False) <= 1:
            break
    for found in _back_fits(fit, len(report.actions)):
        made = _make(desk, found, back_too=True)
        if made.pages <= PAGES:
            break
    assert made is not None, "there is always a first fit"
    return made


def write_council(report: Report, path: Path, words: Words | None = None) -> Written:
    """Write the council paper; :class:`exports.safely.NotWhole` or OSError if it could not be put in place."""
    return write_made(path, make_council(report, words))


def _front_fits() -> Iterator[Fit]:
    yield Fit()
    yield Fit(steps=False)
    yield Fit(disagreement=False)
    yield Fit(steps=False, disagreement=False)
    yield Fit(steps=False, disagreement=False, tight=True)
    yield Fit(steps=False, disagreement=False, tight=True, posts=False)
    yield Fit(steps=False, disagreement=False, tight=True, posts=False, uncovered=False)


def _back_fits(fit: Fit, actions: int) -> Iterator[Fit]:
    for folded in (0, 1, 2):
        yield replace(fit, folded=folded)
    yield replace(fit, folded=2, risks=False)
    yield replace(fit, folded=3, risks=False)
    for most in (24, 16, 12, 8, 5, 3):
        if most < actions:
            yield replace(fit, folded=3, risks=False, most=most)


def _pages(desk: Desk, fit: Fit, *, back_too: bool) -> int:
    return _make(desk, fit, back_too=back_too).pages


def _make(desk: Desk, fit: Fit, *, back_too: bool) -> Made:
    report, say = desk.report, desk.words.say

    def story(_places: Places) -> Sequence[Flowable]:
        numbers = Numbers()
        first = front(
            desk,
            numbers,
            steps=fit.steps,
            disagreement=fit.disagreement,
            tight=fit.tight,
            posts=fit.posts,
            uncovered=fit.uncovered,
        )
        if not back_too:
            return first
        second = back(
            desk,
            numbers,
            folded=fit.folded,
            risks=fit.risks,
            most=fit.most,
            disagreement=not fit.disagreement,
        )
        return [*first, *turn_page(), *second]

    foot = say(
        "{city} · {title} · workshop of {date}",
        city=desk.typed(report.city), title=report.title, date=long_date(desk.words, report.date),
    )  # fmt: skip
    running = desk.running(say("Paper to the City Council"), foot, head_aloud=True)
    about = desk.about(say("Council paper: {title}, {city}", title=report.title, city=report.city))
    return make_document(about, story, running, page=desk.page)
