"""What an exercise showed, in the report and in the roadmap: counts and what was said, never a level or a seat."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from desktop.model.verbs import agenda, ballots, counts, notes, rounds, shock
from exports.gather import gather
from exports.pdf.roadmap import write_roadmap
from exports.report import Report
from exports.report_file import as_json
from tests.model.make import Room, room

HOSTILE = "<b>Two maps</b> & =cmd() \u202e مرحبا 🚑"


def told(named: tuple[int, ...]) -> Room:
    there = room(12, name="seven-pivots")
    there.do(agenda.add, kind="shock", place=3)
    step = next(one for one in there.w.agenda if one.kind == "shock")
    there.do(shock.choose, step=step.id, scenario="cyber-attack")
    there.do(shock.lived, step=step.id, text="We were attacked in May.")
    there.do(shock.choose, step=step.id, scenario="flood")
    (held,) = there.do(rounds.open, kind="fails_first", subjects=["flood"]).rows
    key: str = held.record.id  # type: ignore[union-attr]
    there.do(counts.enter, round=key, numbers=named)
    there.do(ballots.cast, round=key, participant=there.seat(12), choice=2)
    there.do(rounds.show, rounds=[key])
    there.do(notes.write, kind="debrief", subject="flood", text=HOSTILE)
    there.do(notes.write, kind="parking", subject="flood", text="Ask the county for its map.")
    return there


def report_of(there: Room) -> Report:
    return gather(there.w, made_at="2027-03-01T17:00:00.000Z")


def test_a_report_says_what_fails_first_and_what_the_room_said() -> None:
    (one,) = report_of(told((1, 2, 5, 0, 0, 0, 0, 0))).exercises

    assert one.title == "Flood"
    said = one.finding.replace("\u00a0", " ")
    assert said == "Which pivot fails first? Named most: data mastery, 6 of 9. 1 says nothing fails."
    assert one.notes == (HOSTILE.replace("\u202e", ""), "Ask the county for its map.")


def test_fewer_than_five_answers_and_what_was_lived_through_stay_out() -> None:
    report = report_of(told((0, 1, 2, 0, 0, 0, 0, 0)))

    assert [(one.title, one.finding) for one in report.exercises] == [("Flood", "")]
    assert "attacked in May" not in as_json(report)


def test_a_day_without_an_exercise_has_no_chapter(tmp_path: Path) -> None:
    there = room(12, name="seven-pivots")
    assert report_of(there).exercises == ()
    write_roadmap(report_of(there), tmp_path / "roadmap.pdf")
    assert "What the exercise showed" not in words_of(tmp_path / "roadmap.pdf")


def test_the_roadmap_has_a_short_chapter(tmp_path: Path) -> None:
    write_roadmap(report_of(told((1, 2, 5, 0, 0, 0, 0, 0))), tmp_path / "roadmap.pdf")
    said = words_of(tmp_path / "roadmap.pdf")

    assert "What the exercise showed" in said
    assert "Named most: data mastery, 6 of 9." in said
    assert "<b>Two maps</b> & =cmd()" in said
    assert "Ask the county for its map." in said
    assert "It changed no level." in said


def words_of(path: Path) -> str:
    pages = (page.extract_text() for page in PdfReader(path).pages)
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())
