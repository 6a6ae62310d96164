"""What the room decides, plans and hands over, until it is final and sealed."""

from __future__ import annotations

import inspect
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop.model import builtin, days, levels
from desktop.model.change import Change, turned
from desktop.model.offering import likely_owner
from desktop.model.records import Action, Ballot
from desktop.model.refused import Refused
from desktop.model.text import line, note
from desktop.model.to_finish import ToFinish, Unfinished, to_finish
from desktop.model.verbs import (
    actions,
    agenda,
    ballots,
    barriers,
    commit,
    counts,
    decisions,
    groups,
    notes,
    papers,
    people,
    prepare,
    presence,
    rounds,
    sessions,
    targets,
    waves,
    wordings,
)
from desktop.model.verbs.named import named
from desktop.model.verbs.seating import GroupRow
from tests.model.make import Room, room


def refused(there: Room, code: str, verb: Any, **args: Any) -> Refused:
    before = there.w
    with pytest.raises(Refused) as refusal:
        there.do(verb, **args)
    assert refusal.value.code == code
    assert there.w is before
    return refusal.value


def written(there: Room, title: str = "Write the plan", **values: Any) -> str:
    change = there.do(actions.write, **({"pivot": "D", "title": title} | values))
    return next(change.after(Action)).id


def offered(there: Room, *ids: str) -> list[Action]:
    """Suggestions of the built-in library, whose question ids the small framework shares."""
    change = there.do(actions.offer, library=builtin.actions(), library_ids=ids)
    return list(change.after(Action))


# ---- text -----------------------------------------------------------------------------------------------------


def test_text_is_cleaned_and_refused_if_too_long() -> None:
    assert line(" e\u0301\tone\x0b two\r\nthree\u202e\ufdd0\U0001ffff \ud800") == "é one two three \ufffd"
    assert note(" one\x00\r\n\u2066two\u2028 ") == "one\ntwo"
    assert line("<b>=cmd() & مرحبا 🏙") == "<b>=cmd() & مرحبا 🏙"
    assert line("x" * 300) == "x" * 300
    for broom, limit in ((line, 300), (note, 100_000)):
        with pytest.raises(Refused, match=r"text.too_long") as refusal:
            broom("x" * (limit + 1))
        assert dict(refusal.value.facts) == {"length": limit + 1, "limit": limit}


def test_days_are_plain_and_real() -> None:
    assert days.month_end("2028-02-03") == days.month_end("2028-02") == "2028-02-29"
    assert days.months_after("2027-08-31", 6) == "2028-02-29"
    for text in ("", "2027-1-1", "2027-02-30", "20270301", "2027-W09-1", "٢٠٢٧-٠٣-٠١", "0001-01-01"):
        with pytest.raises(Refused, match=r"date.invalid"):
            days.day(text)


# ---- decisions and targets ------------------------------------------------------------------------------------


def test_a_level_is_agreed_changed_and_withdrawn() -> None:
    there = room()
    there.showing("D1", 1, 2, 2, 2, 3)
    there.do(decisions.agree, about="pivot", subject="D", level=2.5, dissent="Ada: <b>3</b>")
    first = there.w.decision_on("pivot", "D")
    assert first is not None
    assert (first.level, first.present, first.dissent) == (2.5, 12, "Ada: <b>3</b>")
    there.do(decisions.agree, about="pivot", subject="D", level=3)
    again = there.w.decision_on("pivot", "D")
    assert again is not None
    assert (again.id, again.level, again.dissent) == (first.id, 3.0, "")
    there.do(decisions.agree, about="question", subject="D1", level=1)
    assert levels.in_force(there.w, "D").level == 3
    there.do(decisions.withdraw, about="pivot", subject="D")
    assert levels.in_force(there.w, "D").level == 1
    there.do(decisions.withdraw, about="question", subject="D1")
    assert levels.in_force(there.w, "D").level == 2
    refused(there, "decision.unknown", decisions.withdraw, about="pivot", subject="D")


def test_levels_that_cannot_be_agreed() -> None:
    there = room()
    for level in (0.5, 4.5, 2.25, float("nan"), float("inf")):
        refused(there, "level.off_scale", decisions.agree, about="pivot", subject="D", level=level)
        refused(there, "target.off_scale", targets.set, pivot="D", level=level)
    refused(there, "decision.level_missing", decisions.agree, about="pivot", subject="D", level=None)
    refused(there, "pivot.unknown", decisions.agree, about="pivot", subject="Z", level=2)
    refused(there, "question.unknown", decisions.agree, about="question", subject="D2", level=2)
    refused(there, "pivot.unknown", decisions.leave_open, pivot="Z")


def test_a_pivot_left_open_or_agreed_far_off_is_to_finish() -> None:
    there = room()
    there.showing("D1", 2, 2, 2, 2, 2)
    there.do(decisions.leave_open, pivot="I", rationale="No one from the data centre here.")
    there.do(decisions.agree, about="pivot", subject="D", level=2.5)
    assert to_finish(there.w) == (
        ToFinish(Unfinished.LEFT_OPEN, pivot="I"),
        ToFinish(Unfinished.REASON, pivot="D"),
    )
    there.do(decisions.agree, about="pivot", subject="D", level=2.5, rationale="The register went live.")
    assert [one.pivot for one in to_finish(there.w)] == ["I"]


def test_targets_have_horizons_at_a_months_end() -> None:
    there = room()
    there.do(targets.set, pivot="D", level=3.5, rationale="Council term")
    found = there.w.target_of("D")
    assert found is not None
    assert (found.level, found.horizon) == (3.5, "2028-12-31")
    there.do(targets.set, pivot="D", level=3, horizon="2029-02-05")
    found = there.w.target_of("D")
    assert found is not None
    assert (found.level, found.horizon, found.rationale) == (3, "2029-02-28", "Council term")
    there.do(targets.set, pivot="D", level=2)
    assert there.w.target_of("D").horizon == "2029-02-28"  # type: ignore[union-attr]
    refused(there, "date.invalid", targets.set, pivot="D", level=3, horizon="soon")
    refused(there, "pivot.unknown", targets.set, pivot="Z", level=3)


def test_the_rooms_word_breaks_a_tie() -> None:
    there = room()
    for pivot in ("I", "D"):
        there.do(decisions.agree, about="pivot", subject=pivot, level=2)
        there.do(targets.set, pivot=pivot, level=3)
    assert [one.pivot for one in levels.gaps(there.w)][:2] == ["I", "D"]
    there.do(targets.prefer, pivot="D")
    assert [one.pivot for one in levels.gaps(there.w)][:2] == ["D", "I"]
    there.do(targets.weigh, values={"I": 2})
    assert [one.pivot for one in levels.gaps(there.w)][:2] == ["I", "D"]
    refused(there, "target.missing", targets.prefer, pivot="M")
    refused(there, "pivot.unknown", targets.weigh, values={"D1": 2})
    refused(there, "weight.negative", targets.weigh, values={"D": -2})
    refused(there, "weights.all_zero", targets.weigh, values=dict.fromkeys("IDTEWCM", 0))


# ---- notes, barriers, wordings --------------------------------------------------------------------------------


def test_notes() -> None:
    there = room(groups=[GroupRow("Care")])
    care = next(iter(there.w.groups))
    there.do(notes.write, kind="quote", subject="D1", text="We ask\nthree times", group=care)
    (one,) = there.w.notes.values()
    there.at_time("2027-03-01T10:00:00.000Z")
    there.do(notes.write, id=one.id, kind="evidence", subject="D1", text="Twice")
    (changed,) = there.w.notes.values()
    assert (changed.text, changed.kind, changed.at) == ("Twice", "evidence", one.at)
    refused(there, "text.missing", notes.write, kind="quote", text=" \x00")
    refused(there, "group.unknown", notes.write, kind="quote", text="x", group="none")
    refused(there, "note.unknown", notes.write, kind="quote", text="x", id="none")
    there.do(notes.remove, id=one.id)
    refused(there, "note.unknown", notes.remove, id=one.id)


def test_at_most_three_barriers_a_pivot() -> None:
    there = room()
    there.do(barriers.pick, pivot="D", barriers=["money", "skills"], notes={"money": "No line for it"})
    there.do(barriers.pick, pivot="D", barriers=["money", "time", "owner"])
    assert {one.barrier: one.note for one in there.w.barriers.values()} == {
        "money": "No line for it", "time": "", "owner": "",
    }  # fmt: skip
    refused(
        there, "barriers.too_many", barriers.pick, pivot="D", barriers=["money", "time", "owner", "rules"]
    )
    refused(there, "barrier.unknown", barriers.pick, pivot="D", barriers=["weather"])
    refused(there, "pivot.unknown", barriers.pick, pivot="Z", barriers=[])


def test_wordings() -> None:
    there = room()
    question = there.w.questions_of("D")[0]
    own = there.w.words("D1", "text", question.text)
    there.do(wordings.correct, subject="D1", field="text", language="en", text="Said otherwise?")
    assert there.w.words("D1", "text", question.text) == "Said otherwise?"
    there.do(wordings.correct, subject="D1", field="text", language="en", text="")
    assert there.w.words("D1", "text", question.text) == own
    refused(there, "question.unknown", wordings.correct, subject="Z", field="text", language="en", text="x")


# ---- actions --------------------------------------------------------------------------------------------------


def of_question(question: str) -> list[str]:
    return [one.id for one in builtin.actions().of_question(question)]


def test_a_suggestion_is_filled_in_marked_to_check_and_numbered_when_kept() -> None:
    there = room()
    (one, *_) = offered(there, *of_question("D1"))
    assert (one.number, one.status, one.pivot, one.wave) == (None, "offered", "D", None)
    assert not one.owner, "nobody named a post"
    assert likely_owner(replace(there.w, own_actions=builtin.actions()), one)
    assert {"owner", "measure", "first_step"} <= set(one.to_check)
    assert not there.w.plan
    there.do(actions.choose, action=one.id, wave="now")
    kept = there.w.actions[one.id]
    assert (kept.number, kept.status, kept.due, kept.days_guessed) == (1, "planned", "2027-09-30", True)
    assert not there.do(actions.choose, action=one.id).rows
    lacks = [found.lack for found in to_finish(there.w)]
    assert Unfinished.OWNER_UNCONFIRMED in lacks
    assert Unfinished.OWNER not in lacks
    there.do(actions.edit, action=one.id, owner="City registrar", first_step="Call the registrar")
    assert Unfinished.OWNER_UNCONFIRMED not in [found.lack for found in to_finish(there.w)]
    assert not {"owner", "first_step"} & set(there.w.actions[one.id].to_check)
    assert "measure" in there.w.actions[one.id].to_check
    refused(there, "action.unknown", actions.offer, library=builtin.actions(), library_ids=["none"])
    refused(there, "action.unknown", actions.choose, action="none")


def test_an_action_about_a_question_the_framework_lacks_is_never_suggested() -> None:
    there = room()
    there.showing("I1", 1, 1, 1, 1, 1)
    there.do(targets.set, pivot="I", level=3)
    suggested = levels.suggestions(there.w, "I", builtin.actions())
    assert {one.question for one in suggested} == {"I1"}
    elsewhere = of_question("I4")[:1]
    refused(there, "action.unknown", actions.offer, library=builtin.actions(), library_ids=elsewhere)


def test_a_number_is_never_used_again() -> None:
    there = room(name=builtin.FRAMEWORK)
    first, second = (one.id for one in offered(there, *of_question("D1"), *of_question("I4"))[:2])
    there.do(actions.keep, actions=[first, second])
    there.do(actions.drop, action=second)
    third = written(there)
    assert [there.w.actions[id].number for id in (first, second, third)] == [1, 2, 3]
    assert [one.number for one in there.w.plan] == [1, 3]
    there.do(actions.choose, action=second)
    assert [one.number for one in there.w.plan] == [1, 2, 3]
    assert len({one.place for one in there.w.actions.values()}) == len(there.w.actions)


def test_offering_twice_offers_once_and_brings_back_what_was_dropped() -> None:
    there = room()
    (one, *_) = offered(there, *of_question("D1"))
    assert not offered(there, *of_question("D1"))
    there.do(actions.drop, action=one.id)
    assert [again.id for again in offered(there, *of_question("D1"))] == [one.id]
    assert there.w.actions[one.id].status == "offered"


def test_what_was_dropped_and_is_offered_again_is_not_planned_until_it_is_kept() -> None:
    there = room()
    (one, *_) = offered(there, *of_question("D1"))
    there.do(actions.choose, action=one.id)
    there.do(actions.feature, action=one.id, on_page_one=True)
    there.do(actions.drop, action=one.id)
    offered(there, *of_question("D1"))
    assert not there.w.plan
    there.do(actions.choose, action=one.id)
    assert [(kept.id, kept.number, kept.on_page_one) for kept in there.w.plan] == [(one.id, 1, False)]


def test_an_action_in_the_rooms_own_words() -> None:
    there = room()
    id = written(there, question="D1", from_level=1, to_level=2, effort="l", wave="next", owner="Registrar")
    one = there.w.actions[id]
    assert (one.number, one.days, one.days_guessed, one.due) == (1, 60, True, "2028-09-30")
    there.do(actions.edit, action=id, wave="later")
    assert there.w.actions[id].due is None
    there.do(actions.edit, action=id, wave="now", due="2027-05-02", days=12, effort="s")
    there.do(actions.place, action=id, wave="next", pinned=True)
    one = there.w.actions[id]
    assert (one.wave, one.pinned, one.due, one.days, one.days_guessed) == (
        "next",
        True,
        "2027-05-02",
        12,
        False,
    )
    there.do(actions.feature, action=id, on_page_one=True)
    there.do(actions.edit, action=id, status="done")
    assert (there.w.actions[id].progress, there.w.actions[id].on_page_one) == (100, True)
    there.do(actions.person, action=id, name="Ada")
    there.do(actions.person, action=id, name="")
    assert not there.w.people_of_actions


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title": " "}, "text.missing"),
        ({"pivot": "Z"}, "pivot.unknown"),
        ({"question": "Z1"}, "question.unknown"),
        ({"from_level": 0}, "level.off_scale"),
        ({"to_level": 5}, "level.off_scale"),
        ({"due": "tomorrow"}, "date.invalid"),
        ({"days": -1}, "number.invalid"),
        ({"days": float("nan")}, "number.invalid"),
        ({"money_amount": float("inf")}, "number.invalid"),
        ({"progress": 101}, "number.invalid"),
        ({"owner": "x" * 301}, "text.too_long"),
    ],
)
def test_what_an_action_cannot_hold(values: dict[str, Any], code: str) -> None:
    there = room()
    id = written(there)
    refused(there, code, actions.write, **({"pivot": "D", "title": "x"} | values))
    refused(there, code, actions.edit, action=id, **values)


def test_a_plan_says_what_is_to_finish() -> None:
    there = room()
    id = written(there, effort="m")
    lacks = [Unfinished.OWNER, Unfinished.DUE, Unfinished.MEASURE, Unfinished.FIRST_STEP, Unfinished.DAYS]
    assert [one.lack for one in to_finish(there.w)] == [*lacks, Unfinished.MONEY]
    there.do(
        actions.edit, action=id, owner="Registrar", due="2027-06-30", measure="Letters", first_step="Call",
        days=3, money="none",
    )  # fmt: skip
    assert not to_finish(there.w)


def test_needs_make_no_ring() -> None:
    there = room()
    a, b, c = (written(there, title) for title in "abc")
    there.do(actions.need, action=b, on=[a, ("I1", 3)])
    there.do(actions.need, action=c, on=[b])
    found = refused(there, "need.ring", actions.need, action=a, on=[c])
    assert found.facts["titles"] == ("a", "b", "c", "a")
    refused(there, "need.ring", actions.need, action=a, on=[a])
    refused(there, "action.unknown", actions.need, action=a, on=["none"])
    refused(there, "question.unknown", actions.need, action=a, on=[("Z1", 2)])
    refused(there, "level.off_scale", actions.need, action=a, on=[("I1", 9)])
    refused(there, "needs.too_many", actions.need, action=a, on=[str(number) for number in range(21)])
    there.do(actions.need, action=b, on=[("I1", 3)])
    there.do(actions.need, action=a, on=[c])


def test_a_wave_that_ends_later_takes_its_due_dates_along() -> None:
    there = room()
    at_end, own = written(there, wave="now"), written(there, wave="now", due="2027-04-01")
    there.do(waves.plan, wave="now", until="2027-12-31", capacity_days=80)
    assert [there.w.actions[id].due for id in (at_end, own)] == ["2027-12-31", "2027-04-01"]
    there.do(waves.plan, wave="now")
    assert there.w.actions[at_end].due == "2027-09-30"
    refused(there, "date.invalid", waves.plan, wave="now", until="late")
    refused(there, "number.invalid", waves.plan, wave="now", capacity_days=-1)


def test_suggestions_fit_the_level_and_the_plan_moves_it() -> None:
    there = room()
    there.showing("D1", 1, 1, 1, 1, 1)
    there.do(targets.set, pivot="D", level=3)
    (first, *_) = levels.suggestions(there.w, "D", builtin.actions())
    assert (first.question, first.from_level) == ("D1", 1)
    (one,) = offered(there, first.id)
    there.do(actions.choose, action=one.id)
    assert first.id not in [again.id for again in levels.suggestions(there.w, "D", builtin.actions())]
    assert levels.projection(there.w, "D").projected == Fraction(min(3, first.to_level))
    assert levels.city(there.w).level == 1


# ---- closing, final, sealed -----------------------------------------------------------------------------------


def finalised(there: Room) -> Room:
    there.do(sessions.start)
    there.do(sessions.end)
    there.do(papers.finalise, name="City manager")
    return there


def test_the_day_runs_and_closes() -> None:
    there = room()
    refused(there, "session.not_running", sessions.end)
    there.do(sessions.start)
    assert there.w.about.state == "running"
    refused(there, "not_draft", papers.finalise, name="City manager")
    there.do(sessions.end)
    assert there.w.about.state == "draft"
    there.do(sessions.start)
    assert there.w.about.state == "running"
    refused(there, "session.unknown", sessions.start, session="none")
    there.do(sessions.end)
    refused(there, "session.not_running", sessions.end)
    refused(there, "final.name_missing", papers.finalise, name=" ")
    refused(there, "not_final", papers.seal)
    there.do(papers.finalise, name="City manager")
    assert (there.w.about.state, there.w.about.final_by) == ("final", "City manager")


def test_commit_and_papers() -> None:
    there = room()
    there.do(commit.keeper, post="Head of digital")
    there.do(commit.reviews, dates=["2027-09-01", "2027-06-01", "2027-06-01"])
    there.do(papers.ask, lines=["Adopt the plan", " ", "Name an owner"])
    about = there.w.about
    assert (about.plan_keeper, about.reviews) == ("Head of digital", ("2027-06-01", "2027-09-01"))
    assert about.asked == ("Adopt the plan", "Name an owner")
    refused(there, "date.invalid", commit.reviews, dates=["soon"])
    refused(there, "lines.too_many", papers.ask, lines=["a", "b", "c", "d"])
    written_paper = {"kind": "pdf", "file_name": "plan.pdf", "sha256": "00", "options": {"content": "said"}}
    assert papers.revision_of(there.w, "said") == 1
    there.do(papers.record, revision=1, **written_paper)
    there.do(papers.record, revision=1, **(written_paper | {"kind": "xlsx", "rows": [{"number": 1}]}))
    assert papers.revision_of(there.w, "said") == 1, "the same words keep their number"
    assert papers.revision_of(there.w, "more") == 2
    there.do(papers.record, revision=2, **(written_paper | {"options": {"content": "more"}}))
    assert papers.revision_of(there.w, "said") == 3, "a number is never used for other words again"
    refused(there, "number.invalid", papers.record, revision=0, **written_paper)


REACHES_FINAL = {"people.erase", "papers.seal", "papers.record"}
ANY: dict[str, Any] = {
    "kind": "level", "subjects": ["I1"], "about": "pivot", "pivot": "D", "level": 2, "title": "x", "text": "x",
    "value": 1.0, "id": "quick", "count": 12, "n": 12, "by": 1, "rows": [], "participants": [], "questions": [], "values": {},
    "numbers": [1, 0, 0, 0], "choice": 1, "answers": {}, "place": 1, "minutes": 5, "field": "text", "language": "en",
    "wave": "now", "on": [], "fields": [], "name": "Ada", "post": "x", "dates": [], "lines": [], "parts": [],
    "barriers": [], "library_ids": [], "on_page_one": True, "word": None, "actions": [], "rounds": [],
    "framework": builtin.framework(), "actions_sha": None,
}  # fmt: skip
MODULES = (
    actions, agenda, ballots, barriers, commit, counts, decisions, groups, notes, papers, people, prepare, presence,
    rounds, sessions, targets, waves, wordings,
)  # fmt: skip


def all_verbs() -> list[str]:
    """Every function that takes a workshop and a moment and answers a change."""
    found = []
    for module in MODULES:
        for name, verb in inspect.getmembers(module, inspect.isfunction):
            own = verb.__module__ == module.__name__ and not name.startswith("_")
            if own and list(inspect.signature(verb).parameters)[:2] == ["w", "at"]:
                found.append(f"{module.__name__.rsplit('.', 1)[1]}.{name}")
    return [name for name in found if name != "prepare.weight_rows"]


@pytest.mark.parametrize("verb", all_verbs())
def test_nothing_else_changes_once_it_is_final(verb: str) -> None:
    there = room(5)
    (round,) = there.open("D1")
    action = written(there)
    finalised(there)
    there.w = there.w.with_change(
        Change("test", turned(there.w.about, replace(there.w.about, questions_out=())))
    )
    ids: dict[str, Any] = {
        "round": round, "participant": there.seat(1), "action": action, "step": there.w.agenda[0].id,
        "subject": "D", "template": builtin.agendas()["ninety-minutes"], "library": builtin.actions(),
    }  # fmt: skip
    call = named(verb)
    given = {
        name: (ids | ANY)[name]
        for name in inspect.signature(call).parameters
        if name in ids | ANY and not (verb == "prepare.people" and name == "rows")
    }
    if verb in ("rounds.show", "rounds.uncover"):
        given["rounds"] = [round]
    if verb in ("actions.keep",):
        given["actions"] = [action]
    if verb == "papers.record":
        given = {"kind": "pdf", "revision": 1, "file_name": "a", "sha256": "0", "options": {}}
    if verb == "actions.edit":
        given["title"] = "Other"
    if verb in REACHES_FINAL:
        there.do(call, **given)
        return
    refused(there, "final", call, **given)
    if verb != "papers.seal":
        there.do(papers.seal)
        refused(there, "sealed", call, **given)


def test_progress_is_written_also_after_final_and_seal() -> None:
    there = room(5)
    id = written(there)
    finalised(there)
    there.do(actions.edit, action=id, status="in_progress", progress=40, owner_update="Begun")
    refused(there, "final", actions.edit, action=id, progress=50, owner="Somebody else")
    there.do(papers.seal)
    there.do(actions.edit, action=id, progress=60)
    assert there.w.actions[id].progress == 60
    refused(there, "sealed", papers.seal)


def test_sealed_ballots_leave_their_sums() -> None:
    there = room(12)
    round = there.showing("D1", 1, 2, 2, None, 4)
    (counted,) = there.open("I1")
    there.vote(counted, 1)
    there.do(counts.enter, round=counted, numbers=[0, 3, 0, 0], cant_say=1)
    there.do(rounds.show, rounds=[counted])
    (dots,) = (row.record.id for row in there.do(rounds.open, kind="dots").rows)  # type: ignore[union-attr]
    there.do(ballots.cast, round=dots, participant=there.seat(1), points={"D": 4, "M": 6})
    there.do(ballots.cast, round=dots, participant=there.seat(2), points=None)
    before = {id: levels.tally(there.w, id) for id in (round, counted)}
    given, level = levels.points(there.w, dots), levels.in_force(there.w, "D")
    change = finalised(there).do(papers.seal)
    assert sum(isinstance(row.before, Ballot) and row.after is None for row in change.rows) == 8
    assert not any(there.w.ballots.values())
    assert {id: levels.tally(there.w, id) for id in (round, counted)} == before
    assert levels.points(there.w, dots) == given
    assert levels.in_force(there.w, "D") == level
    assert [count.way for count in there.w.counts_in(round)] == ["ballots"]


def test_sealing_keeps_groups_apart_only_where_nobody_can_be_found() -> None:
    there = room(12, groups=[GroupRow("Care"), GroupRow("Works")])
    care, works = there.w.groups
    for seat in there.w.seats:
        there.w = there.w.with_change(
            Change("test", turned(seat, replace(seat, group=care if seat.seat <= 6 else works)))
        )
    there.do(groups.fix_parts, parts=[[care], [works]])
    full = there.showing("D1", *[1] * 6, *[2] * 6)
    thin = there.showing("I1", *[1] * 8)
    finalised(there).do(papers.seal)
    assert {count.group for count in there.w.counts_in(full)} == {care, works}
    assert {count.group for count in there.w.counts_in(thin)} == {None}
