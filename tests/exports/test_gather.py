"""The report against numbers worked out again from the rows alone, and against everything a day may lack."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from desktop.model import builtin
from desktop.model.desk import Desk
from desktop.model.to_finish import to_finish
from desktop.model.verbs import (
    actions,
    ballots,
    commit,
    counts,
    decisions,
    papers,
    prepare,
    presence,
    rounds,
    sessions,
    targets,
)
from desktop.words.formats import untied
from exports.gather import gather
from exports.report import Options, PivotSection, Report
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


def stage(level: Fraction) -> int:
    """The stage nearest to the level as printed; half-way counts as the lower one."""
    printed = (Decimal(level.numerator) / level.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return ceil(printed - Decimal("0.5"))


def test_steps_closed_are_worked_out_from_the_rows(played: tuple[Report, Path]) -> None:
    """Actions lift their question in chains; what they lift is added to the level agreed, up to the target."""
    report, library = played
    closed, asked = Fraction(0), Fraction(0)
    for one in report.standings:
        (question,) = next(section.questions for section in report.pivots if section.standing.id == one.id)
        ((agreed,),) = rows(
            library, "SELECT level FROM decisions WHERE about = 'pivot' AND subject = ?", one.id
        )
        ((aim,),) = rows(library, "SELECT level FROM targets WHERE pivot = ?", one.id)
        steps = rows(
            library,
            "SELECT from_level, to_level FROM actions WHERE question = ? AND number IS NOT NULL AND status != 'dropped'",
            question.id,
        )  # fmt: skip
        assert question.level is not None
        now, target = Fraction(str(agreed)), Fraction(str(aim))
        reached = question.level
        for _ in steps:
            for start, end in steps:
                if stage(reached) >= int(str(start)) and reached < int(str(end)):
                    reached = Fraction(int(str(end)))
        gain = max(question.level, min(reached, target)) - question.level
        done = max(now, min(now + gain, target))
        assert one.if_done == done
        closed += done - now
        asked += max(Fraction(0), target - now)
    assert (report.closes, report.asked_for) == (closed, asked)


def test_money_in_words_is_what_the_rows_say(played: tuple[Report, Path]) -> None:
    report, library = played
    kinds = dict(
        rows(
            library,
            "SELECT money, count(*) FROM actions WHERE number IS NOT NULL AND status != 'dropped' GROUP BY money",
        )
    )
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
    said = report.council.money.lower()
    assert f"{names[int(str(kinds['none']))]} actions need none" in said
    assert f"{names[int(str(kinds['in_budget']))]} are in the budget" in said
    unknown = rows(library, "SELECT number FROM actions WHERE money = 'unknown' AND number IS NOT NULL")
    assert all(f"A-{row[0]:03d}" in report.council.money for row in unknown)
    assert sum(int(str(number)) for number in kinds.values()) == len(report.actions)


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
    assert report.council.if_nothing == "What was said stays the view of those present."
    assert report.pivots[0].target == "No target is set."
    assert ("How people voted", "No result of a vote was shown.") in report.method.paragraphs


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
    ("answers", "missing", "printed"),
    [
        ("1234", "too few to show", None),
        ("------------", "nobody can say", (0, 0, 0, 0)),
        ("111------", "half can’t say", (3, 0, 0, 0)),
        ("111222333444", "", (3, 3, 3, 3)),
    ],
)
def test_room_states(desk: Desk, answers: str, missing: str, printed: tuple[int, ...] | None) -> None:
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result()
    question = desk.workshop.questions_of("D")[0].id
    vote(desk, question, answers)
    report = report_of(desk.workshop)
    one = report.standing_of["D"]
    assert one.missing == missing
    assert (one.now is None) == bool(missing)
    (section,) = [section for section in report.pivots if section.standing.id == "D"]
    assert section.questions[0].rounds[0].counts == printed


def everyone(desk: Desk) -> None:
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result()


def section_of(report: Report, pivot: str) -> PivotSection:
    (found,) = [section for section in report.pivots if section.standing.id == pivot]
    return found


def test_fewer_than_five_leave_no_trace_of_how_they_voted(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("D")[0].id, "1444")
    report = report_of(desk.workshop)
    (held,) = section_of(report, "D").questions[0].rounds
    assert (held.counts, held.cant_say, held.named, held.verdict) == (None, None, (), "")
    assert held.sentence == "Too few to show: 4 people answered."
    assert report.standing_of["D"].computed is None
    assert report.council.disagreement == ""
    assert report.method.example == ()
    assert not any("stayed away" in words for _, words in report.method.paragraphs)


def test_a_vote_set_aside_is_not_the_first(desk: Desk) -> None:
    everyone(desk)
    question = desk.workshop.questions_of("D")[0].id
    desk.do(rounds.open, kind="level", subjects=(question,)).result()
    aside = desk.workshop.latest("level", question)
    assert aside is not None
    desk.do(rounds.void, round=aside.id).result()
    vote(desk, question, "111111222222")
    report = report_of(desk.workshop)
    (held,) = section_of(report, "D").questions[0].rounds
    assert held.number == 2
    assert report.voted == "12 voted on paper."
    assert report.council.disagreement == "On no question was the room split."
    assert not any("voted again" in words for _, words in report.method.paragraphs)


def test_one_who_joins_the_second_vote_hides_who_moved(desk: Desk) -> None:
    seats = desk.workshop.seats
    desk.do(presence.arrive, participants=tuple(one.id for one in seats[:11])).result()
    question = desk.workshop.questions_of("D")[0].id
    vote(desk, question, "11111444444")
    everyone(desk)
    first = desk.workshop.latest("level", question)
    assert first is not None
    desk.do(rounds.again, round=first.id).result()
    second = desk.workshop.latest("level", question)
    assert second is not None
    for seat, answer in zip(seats, "222223333334", strict=True):
        desk.do(ballots.cast, round=second.id, participant=seat.id, choice=int(answer)).result()
    desk.do(rounds.show, rounds=(second.id,)).result()
    found = section_of(report_of(desk.workshop), "D").questions[0]
    assert found.change == ""
    assert [held.counts for held in found.rounds] == [(5, 0, 0, 6), (0, 5, 6, 1)]


def test_hands_the_second_time_tell_only_the_least_that_changed(desk: Desk) -> None:
    everyone(desk)
    question = desk.workshop.questions_of("D")[0].id
    vote(desk, question, "111111444444")
    first = desk.workshop.latest("level", question)
    assert first is not None
    desk.do(rounds.again, round=first.id).result()
    second = desk.workshop.latest("level", question)
    assert second is not None
    desk.do(counts.enter, round=second.id, numbers=(2, 8, 0, 2)).result()
    desk.do(rounds.show, rounds=(second.id,)).result()
    found = section_of(report_of(desk.workshop), "D").questions[0]
    assert found.change == "At least 8 ballots changed."
    assert found.rounds[-1].ways == "12 voted by show of hands."


def test_half_that_cannot_say_was_discussed_and_a_pivot_left_out_was_not(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("I")[0].id, "333333333333")
    vote(desk, desk.workshop.questions_of("W")[0].id, "111111111111")
    vote(desk, desk.workshop.questions_of("D")[0].id, "111------")
    desk.do(decisions.leave_open, pivot="C", rationale="Time ran out.").result()
    report = report_of(desk.workshop)
    assert report.council.in_short.startswith("Of the two pivots with a level, the city is strongest in flex")
    assert report.standing_of["C"].missing == "left open"
    assert section_of(report, "D").left_out == section_of(report, "C").left_out == ""
    assert section_of(report, "E").left_out == (
        "Ecosystem engagement was not discussed. This says nothing about how the city does."
    )


def test_rooms_of_one_mind_did_not_disagree(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("I")[0].id, "333333333333")
    paper = report_of(desk.workshop).council
    assert paper.who == "12 officials; 12 voted on paper, one question a pivot (indicative)."
    assert paper.disagreement == "On no question was the room split."


def test_a_split_room_is_told_in_counts(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("I")[0].id, "222222222223")
    vote(desk, desk.workshop.questions_of("D")[0].id, "111111444444")
    assert untied(report_of(desk.workshop).council.disagreement) == (
        "They disagreed most on ‘Tell us once’ (D1). 6 at Exploring, 6 at Being digital."
    )


def test_one_voter_apart_stays_off_page_one(desk: Desk) -> None:
    """Eleven at one level and one above, voted on twice: worth naming, but not the one."""
    everyone(desk)
    question = desk.workshop.questions_of("D")[0].id
    vote(desk, question, "222222222224")
    first = desk.workshop.latest("level", question)
    assert first is not None
    desk.do(rounds.again, round=first.id).result()
    second = desk.workshop.latest("level", question)
    assert second is not None
    for seat in desk.workshop.seats:
        desk.do(ballots.cast, round=second.id, participant=seat.id, choice=2).result()
    desk.do(rounds.show, rounds=(second.id,)).result()
    report = report_of(desk.workshop)
    assert untied(report.council.disagreement) == (
        "They disagreed most on ‘Tell us once’ (D1). The roadmap has the counts."
    )
    assert (
        untied(section_of(report, "D").questions[0].rounds[0].sentence)
        == "11 of 12 at Doing digital. 1 higher."
    )


def test_a_consensus_is_not_called_a_disagreement(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("D")[0].id, "222222222223")
    assert report_of(desk.workshop).council.disagreement == "On no question was the room split."


def test_a_vote_of_too_few_keeps_every_other_silent(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("I")[0].id, "222222222223")
    vote(desk, desk.workshop.questions_of("D")[0].id, "1444")
    assert report_of(desk.workshop).council.disagreement == ""


def test_page_one_says_where_the_room_overruled_its_votes(desk: Desk) -> None:
    everyone(desk)
    vote(desk, desk.workshop.questions_of("I")[0].id, "333333333333")
    reason = "Asked for a list, we could name two."
    desk.do(decisions.agree, about="pivot", subject="I", level=2.0, rationale=reason).result()
    desk.do(decisions.agree, about="pivot", subject="D", level=2.0).result()
    paper = report_of(desk.workshop).council
    assert paper.overruled == (
        "In infrastructure the room agreed 2; its votes gave 3.0 (reason: Asked for a list, we could name two)."
    )
    assert paper.figure.endswith("Ring: the votes.")


def test_page_one_names_gaps_without_an_action(desk: Desk) -> None:
    for pivot in ("D", "I", "T"):
        desk.do(decisions.agree, about="pivot", subject=pivot, level=2.0).result()
        desk.do(targets.set, pivot=pivot, level=2.0 if pivot == "T" else 3.0).result()
    assert report_of(desk.workshop).council.uncovered == ""
    desk.do(actions.write, pivot="D", title="Ask", money="new", money_amount=40000.0).result()
    paper = report_of(desk.workshop).council
    assert paper.uncovered == "No action covers flexible & secure infrastructure."
    assert untied(paper.new_money).endswith("40,000 of new money; this paper does not grant it.")
    assert report_of(desk.workshop).not_listed.startswith(
        "Not listed: digitally savvy, open talent networks (at or above target); "
    )


def test_equal_gaps_are_named_though_only_three_are_listed(desk: Desk) -> None:
    for pivot, level in (("I", 1.0), ("D", 2.0), ("T", 2.0), ("E", 2.0), ("W", 2.0)):
        desk.do(decisions.agree, about="pivot", subject=pivot, level=level).result()
        desk.do(targets.set, pivot=pivot, level=3.0).result()
    report = report_of(desk.workshop)
    assert report.council.gaps == (
        "Flexible & secure infrastructure, from 1 to 3.",
        "Four share second place, 1 step each: data mastery; digitally savvy, open talent networks; ecosystem "
        "engagement and intelligent workflows.",
    )
    assert report.gaps_note == "Flexible & secure infrastructure comes first."
    assert [gap.word for gap in report.gaps] == ["decided", "tie", "tie", "tie", "tie"]
    desk.do(targets.prefer, pivot="W").result()
    report = report_of(desk.workshop)
    assert report.gaps[1].sentence == "Intelligent workflows, from 2 to 3."
    assert report.council.gaps[1].endswith(" The room put intelligent workflows first.")


def test_a_target_without_a_level_is_not_met(desk: Desk) -> None:
    desk.do(targets.set, pivot="D", level=3.0).result()
    report = report_of(desk.workshop)
    assert report.gaps_note == "No gap is known: a pivot needs a level and a target."
    assert report.council.figure.endswith("Tick: the target for the end of 2028.")
    assert "Bar:" not in report.council.figure


def test_a_plan_without_targets_closes_nothing_and_says_why(desk: Desk) -> None:
    desk.do(actions.write, pivot="D", title="Ask").result()
    paper = report_of(desk.workshop).council
    assert paper.reach == "No target is set. So the plan has no gap to close."
    assert paper.if_nothing == "No owner has a mandate."
    assert "Tick" not in paper.figure
    desk.do(decisions.agree, about="pivot", subject="D", level=2.0).result()
    desk.do(targets.set, pivot="D", level=3.0).result()
    paper = report_of(desk.workshop).council
    assert paper.reach.endswith("What is planned for data mastery lifts no level.")
    assert "No action covers" not in paper.reach


def test_only_what_lifts_nothing_is_said_to_lift_nothing(desk: Desk) -> None:
    for pivot in ("D", "I"):
        question = desk.workshop.questions_of(pivot)[0].id
        desk.do(presence.count, n=12).result()
        vote(desk, question, "222222222222")
        desk.do(targets.set, pivot=pivot, level=3.0).result()
        to_level = {"to_level": 3, "from_level": 2, "question": question} if pivot == "D" else {}
        desk.do(actions.write, pivot=pivot, title="Ask", **to_level).result()
    reach = report_of(desk.workshop).council.reach
    assert reach.endswith("What is planned for flexible & secure infrastructure lifts no level.")


def test_a_close_call_is_told_between_gaps_and_not_with_a_target_met(desk: Desk) -> None:
    desk.do(presence.count, n=6).result()
    for pivot, answers in (("D", "223322"), ("C", "332223")):
        vote(desk, desk.workshop.questions_of(pivot)[0].id, answers)
        desk.do(targets.set, pivot=pivot, level=2.5).result()
    report = report_of(desk.workshop)
    assert [(gap.pivot, gap.word) for gap in report.gaps] == [("D", "close call")]
    assert report.gaps_note == "Data mastery comes first."
    desk.do(targets.set, pivot="D", level=3.5).result()
    desk.do(targets.set, pivot="C", level=3.5).result()
    note = report_of(desk.workshop).gaps_note
    assert note.endswith("First and second are a close call: without one voter these two could swap places.")


def test_who_does_it_is_named_only_when_asked_for(desk: Desk) -> None:
    desk.do(actions.write, pivot="D", title="Ask").result()
    desk.do(actions.person, action=desk.workshop.plan[0].id, name="Ada Vela").result()
    assert [entry.person for entry in report_of(desk.workshop).actions] == [""]
    assert "Ada" not in repr(report_of(desk.workshop))
    assert [entry.person for entry in report_of(desk.workshop, people=True).actions] == ["Ada Vela"]


def test_a_need_that_is_not_planned_is_told_by_its_title(desk: Desk) -> None:
    for title in ("Build", "List the rules", "Draw a map"):
        desk.do(actions.write, pivot="D", title=title).result()
    build, rules, _ = desk.workshop.plan
    desk.do(actions.need, action=build.id, on=[rules.id]).result()

    def needed() -> tuple[str, ...]:
        return next(one.needs for one in report_of(desk.workshop).actions if one.title == "Build")

    assert needed() == ("A-002",)
    desk.do(actions.drop, action=rules.id).result()
    assert needed() == ("List the rules",)


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


def test_what_is_to_finish_has_somebody_who_does_it(desk: Desk) -> None:
    desk.do(decisions.leave_open, pivot="D", rationale="We lack the list.").result()
    desk.do(prepare.describe, currency="EUR").result()
    desk.do(
        actions.write, pivot="D", title="Owned", owner="City registrar", measure="m", first_step="f"
    ).result()
    desk.do(actions.write, pivot="D", title="Not owned").result()
    assert {one.who for one in report_of(desk.workshop).open_tasks if one.about != "Owned"} == {""}
    desk.do(commit.keeper, post="Chief of staff").result()
    report = report_of(desk.workshop)
    assert len(report.open_tasks) == len(to_finish(desk.workshop))
    first = report.open_tasks[0]
    assert (first.number, first.about, first.who) == ("", "Data mastery", "Chief of staff")
    assert {(one.about, one.who) for one in report.open_tasks if one.number} == {
        ("Owned", "City registrar"),
        ("Not owned", "Chief of staff"),
    }
    assert report.currency == "EUR"


def test_the_digest_is_of_what_is_said_alone(desk: Desk) -> None:
    first = report_of(desk.workshop)
    later = gather(desk.workshop, Options(paper="letter"), made_at="2031-01-01T00:00:00.000Z", revision=9)
    assert first.content == later.content
    desk.do(papers.ask, lines=("Agree the plan.",)).result()
    assert report_of(desk.workshop).content != first.content


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
    status = report_of(desk.workshop).status
    assert status.word == "Final"
    assert untied(status.line).startswith("Final, ")
    assert status.line.endswith(", by Ana Ruíz")


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
