"""The report against numbers worked out again from the rows alone, and against everything a day may lack."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.model import builtin
from desktop.model.desk import Desk
from desktop.model.verbs import actions, ballots, decisions, papers, presence, rounds, sessions, targets
from exports.report import Report
from tests.exports.rehearsed import fresh, rehearsed, report_of


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    w, library = rehearsed(tmp_path_factory.mktemp("played"))
    return report_of(w), library


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clerk, opened = fresh(tmp_path)
    yield opened
    clerk.close()


def rows(library: Path, query: str, *facts: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query, facts).fetchall()


def test_levels_are_the_means_of_the_latest_votes(played: tuple[Report, Path]) -> None:
    report, library = played
    for section in report.pivots:
        for question in section.questions:
            votes = rows(
                library,
                "SELECT b.choice FROM ballots b JOIN rounds r ON r.id = b.round WHERE r.subject = ? AND r.number = "
                "(SELECT max(number) FROM rounds WHERE subject = ?) AND b.choice IS NOT NULL",
                question.id, question.id,
            )  # fmt: skip
            levels = [int(str(row[0])) for row in votes]
            if question.level is not None:
                assert question.level == Fraction(sum(levels), len(levels))
            assert question.rounds[-1].counts == tuple(levels.count(level) for level in (1, 2, 3, 4))


def test_agreed_levels_targets_and_gaps(played: tuple[Report, Path]) -> None:
    report, library = played
    agreed = dict(rows(library, "SELECT subject, level FROM decisions WHERE about = 'pivot'"))
    aims = dict(rows(library, "SELECT pivot, level FROM targets"))
    for one in report.standings:
        assert one.agreed == Fraction(str(agreed[one.id]))
        assert one.target == Fraction(str(aims[one.id]))
        assert one.gap == max(Fraction(0), Fraction(str(aims[one.id])) - Fraction(str(agreed[one.id])))
    assert report.asked_for == sum((one.gap or Fraction(0) for one in report.standings), Fraction(0))
    shares = [gap.share for gap in report.gaps]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == 1


def test_what_each_action_adds_is_what_all_of_them_reach(played: tuple[Report, Path]) -> None:
    report, _ = played
    for one in report.standings:
        added = sum((entry.adds for entry in report.actions if entry.pivot == one.id), Fraction(0))
        assert one.now is not None
        assert one.if_done == one.now + added
    assert report.closes == sum((entry.adds for entry in report.actions), Fraction(0))
    assert sum(len(wave.actions) for wave in report.waves) == len(report.actions)


def test_nobody_can_be_found_in_a_report(played: tuple[Report, Path]) -> None:
    report, library = played
    told = repr(report)
    for table, column in (("participants", "id"), ("rounds", "id"), ("ballots", "cast_at")):
        for (value,) in rows(library, f"SELECT DISTINCT {column} FROM {table}"):
            assert str(value) not in told


def test_a_day_on_which_nothing_happened(desk: Desk) -> None:
    report = report_of(desk.workshop)
    assert {one.missing for one in report.standings} == {"not discussed"}
    assert report.gaps == ()
    assert report.gaps_note == "No target is set."
    assert report.council.asked == ()
    assert not report.status.for_decision
    assert report.council.in_short == "No pivot has a level."
    assert report.actions == ()
    assert "No action is chosen" in report.council.reach


def vote(desk: Desk, question: str, answers: str) -> None:
    """Everyone votes a digit, or - for can't say; then it is shown."""
    desk.do(rounds.open, kind="level", subjects=(question,)).result()
    held = desk.workshop.latest("level", question)
    assert held is not None
    for seat, answer in zip(desk.workshop.seats, answers, strict=False):
        choice = None if answer == "-" else int(answer)
        desk.do(ballots.cast, round=held.id, participant=seat.id, choice=choice).result()
    desk.do(rounds.show, rounds=(held.id,)).result()


@pytest.mark.parametrize(
    ("answers", "missing", "counts"),
    [
        ("1234", "too few to show", None),
        ("------------", "nobody can say", (0, 0, 0, 0)),
        ("111------", "half can’t say", (3, 0, 0, 0)),
        ("111222333444", "", (3, 3, 3, 3)),
    ],
)
def test_room_states(desk: Desk, answers: str, missing: str, counts: tuple[int, ...] | None) -> None:
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result()
    question = desk.workshop.questions_of("D")[0].id
    vote(desk, question, answers)
    report = report_of(desk.workshop)
    one = report.standing_of["D"]
    assert one.missing == missing
    assert (one.now is None) == bool(missing)
    (section,) = [section for section in report.pivots if section.standing.id == "D"]
    assert section.questions[0].rounds[0].counts == counts


def test_left_open_far_from_the_votes_and_dissent(desk: Desk) -> None:
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result()
    for pivot in ("D", "I"):
        vote(desk, desk.workshop.questions_of(pivot)[0].id, "222222222222")
    desk.do(decisions.leave_open, pivot="D", rationale="We lack the list.").result()
    desk.do(decisions.agree, about="pivot", subject="I", level=3.0, dissent="Two held 2.").result()
    report = report_of(desk.workshop)
    sections = {section.standing.id: section for section in report.pivots}
    left, far = sections["D"].decision, sections["I"].decision
    assert left is not None
    assert left.left_open
    assert far is not None
    assert far.differs
    assert far.dissent == "Two held 2."
    assert any("was left open" in line for line in report.to_finish)
    assert any("lacks the reason" in line for line in report.to_finish)


def test_the_facilitator_s_words_win_over_the_drafts(desk: Desk) -> None:
    desk.do(targets.set, pivot="D", level=3.0).result()
    assert report_of(desk.workshop).council.asked
    desk.do(papers.ask, lines=("Agree the target for data.",)).result()
    assert report_of(desk.workshop).council.asked == ("Agree the target for data.",)
    desk.do(papers.ask, lines=()).result()
    assert not report_of(desk.workshop).status.for_decision


def test_final_says_final(desk: Desk) -> None:
    step = desk.workshop.agenda[0]
    from desktop.model.verbs import agenda

    desk.do(agenda.go, step=step.id, part="title").result()
    desk.do(sessions.end).result()
    assert report_of(desk.workshop).status.word.replace("\u00a0", " ") == "Draft v1"
    desk.do(papers.finalise, name="Ana Ruíz").result()
    assert report_of(desk.workshop).status.word == "Final"


def test_page_one_names_what_was_ticked(desk: Desk) -> None:
    for title in ("First", "Second", "Third", "Fourth"):
        desk.do(actions.write, pivot="D", title=title).result()
    fourth = desk.workshop.plan[-1]
    desk.do(actions.feature, action=fourth.id, on_page_one=True).result()
    assert report_of(desk.workshop).council.first_actions == ("A-004",)


def test_only_the_framework_s_own_people_are_quoted(played: tuple[Report, Path]) -> None:
    report, _ = played
    assert json.dumps([section.story_source for section in report.pivots])
    assert {section.standing.id for section in report.pivots} == {
        pivot.id for pivot in builtin.framework().pivots
    }
