"""Action libraries, agendas, scripts and ways of voting are read whole or not at all, against their framework."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from desktop.model import builtin
from desktop.model.action_library import read_actions
from desktop.model.agenda import read_agenda
from desktop.model.faults import Faults
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.help_file import read_help
from desktop.model.script import fill, read_script
from desktop.model.shock_file import read_shocks
from desktop.model.voting_time import read_ways, voting_minutes
from desktop.words.catalogue import ENGLISH
from desktop.words.faults import fault_sentence

FILES = Path(__file__).parents[1] / "files"
Content = dict[str, Any]


def shipped(folder: str, name: str) -> Content:
    text = resources.files("resources").joinpath(folder, f"{name}.json").read_text(encoding="utf-8")
    content: Content = json.loads(text)
    return content


def faults_of(read: Callable[[str], object], content: Content) -> list[tuple[str, str]]:
    with pytest.raises(Faults) as refused:
        read(json.dumps(content, indent=1))
    return [(fault.id, fault.code) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.update(framework="six-pivots"), [("", "framework.other")]),
        (lambda c: c["actions"][0].update(question="I9"), [("I-plan", "action.question_unknown")]),
        (lambda c: c["actions"][0].update(to=1), [("I-plan", "action.no_step")]),
        (lambda c: c["actions"][0].update(to=5), [("I-plan", "level.off_scale")]),
        (lambda c: c["actions"][0].update(to="4"), [("I-plan", "type.not_whole"), ("I-plan", "action.no_step")]),
        (lambda c: c["actions"][0].update(effort="xl"), [("I-plan", "effort.unknown")]),
        (lambda c: c["actions"][0].update(sdg=["11.5", "18"]), [("I-plan", "sdg.unknown")]),
        (lambda c: c["actions"][0].update(needs=[{"action": "Z"}]), [("I-plan", "need.action_unknown")]),
        (lambda c: c["actions"][0].update(needs=[{"action": "I-plan"}]), [("I-plan", "need.ring")]),
        (lambda c: c["actions"][0].update(needs=[{"question": "D1", "level": 9}]), [("I-plan", "level.off_scale")]),
        (lambda c: c["actions"][0].update(needs=[{"question": "Z1", "level": 2}]), [("I-plan", "need.question_unknown")]),
        (lambda c: c["actions"][0].update(needs=[{"question": "D1", "action": "I-plan", "level": 1}]), [("I-plan", "key.unknown")]),
        (lambda c: c["actions"][0].update(needs=["I-plan"]), [("I-plan", "object.missing")]),
        (lambda c: c["actions"][1].update(id="I-plan"), [("I-plan", "id.repeated")]),
        (lambda c: c["actions"][0]["measure"].pop("source"), [("I-plan", "key.missing")]),
        (lambda c: c["actions"][0].pop("measure"), [("I-plan", "key.missing")]),
    ],
)  # fmt: skip
def test_an_action_library_names_each_fault(
    change: Callable[[Content], object], expected: list[tuple[str, str]]
) -> None:
    content = shipped("actions", "seven-pivots-actions")
    change(content)

    found = faults_of(lambda text: read_actions(text, builtin.framework()), content)

    assert sorted(found) == sorted(expected)


def test_a_ring_of_needs_is_found_however_long() -> None:
    content = shipped("actions", "seven-pivots-actions")
    first, second, third = content["actions"][:3]
    first["needs"] = [{"action": second["id"]}]
    second["needs"] = [{"action": third["id"]}]
    third["needs"] = [{"action": first["id"]}]

    found = faults_of(lambda text: read_actions(text, builtin.framework()), content)

    # The fourth action needs the third: it waits for a ring, but is not in it.
    assert found == [(first["id"], "need.ring"), (second["id"], "need.ring"), (third["id"], "need.ring")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.update(minutes=95), [("", "agenda.sum")]),
        (lambda c: c["steps"][3].update(minutes=7), [("", "agenda.sum")]),
        (lambda c: c["steps"][0].update(minutes=0), [("steps 1", "agenda.no_minutes"), ("", "agenda.sum")]),
        (lambda c: c["steps"][0].update(kind="lunch"), [("steps 1", "agenda.kind_unknown")]),
        (lambda c: c["steps"][0].update(moment="lunch"), [("steps 1", "moment.unknown")]),
        (lambda c: c["steps"][1].update(ways=["post"]), [("steps 2", "way.unknown")]),
        (lambda c: c["steps"][3].update(subjects=["Z"], minutes=42), [("steps 4", "agenda.pivot_unknown")]),
        (lambda c: c["steps"][7]["catch_up"][0].update(saves=4), [("steps 8", "agenda.saves_too_much")]),
        (lambda c: c["steps"][7]["catch_up"][0].update(cut="hurry"), [("steps 8", "agenda.cut_unknown")]),
        (lambda c: c.update(question_set="endless"), [("", "set.unknown")]),
    ],
)
def test_an_agenda_names_each_fault(
    change: Callable[[Content], object], expected: list[tuple[str, str]]
) -> None:
    content = shipped("agendas", "ninety-minutes")
    change(content)

    found = faults_of(lambda text: read_agenda(text, builtin.framework(), builtin.script().moments), content)

    assert sorted(found) == sorted(expected)


def test_an_agenda_plans_a_step_for_each_pivot_and_keeps_its_length() -> None:
    agenda = builtin.agendas()["ninety-minutes"]

    with_paper = agenda.plan(builtin.framework(), ["paper", "hands"])
    by_hands = agenda.plan(builtin.framework(), ["hands"])

    assert [step.kind for step in with_paper] == [
        "welcome", "ballots", "talk", *["pivot"] * 7, "where_to", "actions", "commit", "slack",
    ]  # fmt: skip
    assert [step.subject for step in with_paper if step.kind == "pivot"] == list("IDTEWCM")
    assert [step.kind for step in by_hands if step.kind in ("ballots", "talk")] == []
    assert sum(step.minutes for step in with_paper) == sum(step.minutes for step in by_hands) == 90
    assert by_hands[-1].minutes == 13
    assert with_paper[4].title(builtin.framework(), "en") == "Data mastery"
    assert with_paper[0].title(builtin.framework(), "en") == "Welcome"


def test_an_agenda_can_take_some_pivots_before_a_break() -> None:
    content = shipped("agendas", "ninety-minutes")
    pivot = content["steps"][3]
    content["steps"][3:4] = [
        pivot | {"subjects": ["I", "D", "T"]},
        content["steps"][0] | {"kind": "break", "moment": "slack"},
        pivot | {"subjects": ["E", "W", "C", "M"]},
    ]
    content["minutes"] = 95

    agenda = read_agenda(json.dumps(content), builtin.framework(), builtin.script().moments)
    steps = agenda.plan(builtin.framework(), ["paper"])

    assert [step.subject or step.kind for step in steps][3:11] == ["I", "D", "T", "break", "E", "W", "C", "M"]


@pytest.mark.parametrize("name", ["framework-one-a-pivot", "framework-three-a-pivot"])
def test_the_built_in_agenda_also_plans_other_frameworks(name: str) -> None:
    framework: Framework = read_framework((FILES / f"{name}.json").read_bytes())

    steps = builtin.agendas()["ninety-minutes"].plan(framework, ["paper"])

    assert sum(step.minutes for step in steps) == 90


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.update(framework="six-pivots"), [("", "framework.other")]),
        (lambda c: c.pop("fiction"), [("", "key.missing")]),
        (lambda c: c.update(shocks=[]), [("", "list.too_short")]),
        (lambda c: c["shocks"][0].update(pivots=["W", "Z"]), [("benefit-surge", "shock.pivot_unknown")]),
        (lambda c: c["shocks"][0].update(pivots=["W", "W"]), [("benefit-surge", "shock.pivot_repeated")]),
        (lambda c: c["shocks"][0].update(pivots=[]), [("benefit-surge", "list.too_short")]),
        (lambda c: c["shocks"][0].update(beats=c["shocks"][0]["beats"][:2]), [("benefit-surge", "shock.beats")]),
        (lambda c: c["shocks"][0].pop("beats"), [("benefit-surge", "key.missing")]),
        (lambda c: c["shocks"][0]["beats"][1].update(minutes=0), [("benefit-surge", "shock.minutes")]),
        (lambda c: c["shocks"][0]["beats"][1].update(minutes="5"), [("benefit-surge", "type.not_whole"), ("benefit-surge", "shock.minutes")]),
        (lambda c: c["shocks"][0]["beats"][2].update(saw={"en": "They knew (Z9)."}), [("benefit-surge", "shock.question_unknown")]),
        (lambda c: c["shocks"][0]["beats"][2].update(wall={"en": "A" * 45}), [("benefit-surge", "text.too_long")]),
        (lambda c: c["shocks"][0]["beats"][2].update(hear={"en": "A siren."}), [("benefit-surge", "key.unknown")]),
        (lambda c: c["shocks"][0].update(debrief=[]), [("benefit-surge", "list.too_short")]),
        (lambda c: c["shocks"][0].update(debrief=[{"en": "What next?"}] * 6), [("benefit-surge", "shock.debrief_too_long")]),
        (lambda c: c["shocks"][1].update(id="benefit-surge"), [("benefit-surge", "id.repeated")]),
    ],
)  # fmt: skip
def test_a_file_of_shocks_names_each_fault(
    change: Callable[[Content], object], expected: list[tuple[str, str]]
) -> None:
    content = shipped("shocks", "shocks")
    change(content)

    found = faults_of(lambda text: read_shocks(text, builtin.framework()), content)

    assert sorted(found) == sorted(expected)


def test_faults_of_shocks_come_together_with_their_lines() -> None:
    content = shipped("shocks", "shocks")
    content["shocks"][0]["pivots"].append("Z")
    content["shocks"][7]["beats"][0]["saw"]["en"] = "They knew (Q1)."
    text = json.dumps(content, indent=1, ensure_ascii=False)
    lines = text.splitlines()

    with pytest.raises(Faults) as refused:
        read_shocks(text, builtin.framework())

    assert [(fault.line, fault.id, fault.code) for fault in refused.value.faults] == [
        (lines.index('    "Z"') + 1, "benefit-surge", "shock.pivot_unknown"),
        (next(at for at, line in enumerate(lines, 1) if "(Q1)" in line) - 1, "supplier-fails", "shock.question_unknown"),
    ]  # fmt: skip


def test_eight_shocks_come_with_the_program_and_each_pivot_is_tested() -> None:
    shocks = builtin.shocks()

    assert len(shocks.shocks) == 8
    assert {pivot for shock in shocks.shocks for pivot in shock.pivots} == set("IDTEWCM")
    assert builtin.shocks_for(builtin.framework()) == shocks.shocks


def test_a_framework_of_ones_own_keeps_the_shocks_it_has_the_questions_for() -> None:
    own = read_framework((FILES / "framework-three-a-pivot.json").read_bytes())
    shocks = builtin.shocks_for(replace(own, id="seven-pivots"))

    assert builtin.shocks_for(replace(own, id="other")) == ()
    for shock in shocks:
        assert set(shock.pivots) <= set(own.pivot_by_id)
    assert len(shocks) < 8


def test_a_script_names_blanks_that_nothing_fills() -> None:
    content = shipped("scripts", "facilitator")
    content["moments"][0]["lines"][1]["en"] = "Look at {the wall}."

    assert faults_of(read_script, content) == [("welcome", "script.blank_unknown")]


def test_blanks_are_filled_with_words_as_they_are() -> None:
    line = builtin.script().lines("agree")[0]["en"]

    assert fill(line, {"level": "2½", "stage": "{level} <b>"}) == (
        "Our answers point to 2½, {level} <b>. Can we live with that for today?"
    )
    assert fill(line, {"level": "2"}) == "Our answers point to 2, …. Can we live with that for today?"


def test_a_moment_without_words_says_nothing() -> None:
    assert builtin.script().lines("coffee") == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.update(format=2), [("", "format.newer")]),
        (lambda c: c.pop("steps"), [("", "key.missing")]),
        (lambda c: c.update(steps=[]), [("steps", "object.missing")]),
        (lambda c: c["steps"].pop("shock"), [("steps", "help.step_missing")]),
        (lambda c: c["steps"].update(lunch={}), [("steps", "help.step_unknown")]),
        (lambda c: c["steps"]["pivot"].pop("open"), [("pivot", "key.missing")]),
        (lambda c: c["steps"]["pivot"].update(opne={"en": "x"}), [("pivot", "key.unknown")]),
        (lambda c: c["steps"]["pivot"].update(wrong={}), [("pivot", "type.not_list")]),
        (lambda c: c["steps"]["pivot"]["wrong"][0].pop("do"), [("pivot", "key.missing")]),
        (lambda c: c["steps"]["pivot"]["wrong"][0].update(sign="late"), [("pivot", "type.not_texts")]),
        (lambda c: c["steps"]["pivot"]["wrong"][0].update(do={"de": "Warten"}), [("pivot", "text.missing")]),
        (lambda c: c["steps"]["pivot"]["wrong"][0]["do"].update(en="a\nb"), [("pivot", "text.characters")]),
        (
            lambda c: (c["steps"].pop("break"), c["steps"]["welcome"]["open"].update(en=" ")),
            [("steps", "help.step_missing"), ("welcome", "text.missing")],
        ),
    ],
)
def test_help_names_each_fault(change: Callable[[Content], object], expected: list[tuple[str, str]]) -> None:
    content = shipped("help", "facilitator")
    change(content)

    assert sorted(faults_of(read_help, content)) == sorted(expected)


def test_a_fault_of_the_help_is_told_by_line_and_step() -> None:
    content = shipped("help", "facilitator")
    content["steps"]["welcome"].pop("open")
    content["steps"]["lunch"] = {}
    text = json.dumps(content, indent=1)
    with pytest.raises(Faults) as refused:
        read_help(text)

    lines = text.splitlines()
    assert [lines[fault.line - 1].split(":")[0].strip() for fault in refused.value.faults] == [
        '"welcome"', '"lunch"'
    ]  # fmt: skip
    said = [fault_sentence(ENGLISH, fault) for fault in refused.value.faults]
    assert said[0].endswith("welcome: “open” is missing. Add it.")
    assert "There is no step “lunch”. Use one of welcome, warm_up" in said[1]


def test_ways_cost_seconds_from_zero() -> None:
    content = shipped("ways", "ways")
    content["ways"][0]["seconds_a_question"] = -1
    content["ways"][1]["id"] = "post"

    assert faults_of(read_ways, content) == [("phone", "type.not_number"), ("post", "way.unknown")]


def test_keying_ballots_takes_what_was_measured() -> None:
    paper = builtin.ways()["paper"]

    assert 28 * 21 * paper.an_answer / 60 == pytest.approx(13, abs=0.5)
    assert 28 * 7 * paper.an_answer / 60 == pytest.approx(4.5, abs=0.15)


def test_voting_takes_as_long_as_the_slowest_way_in_use() -> None:
    ways = builtin.ways()

    assert voting_minutes(ways, ["phone"], 21, 28) == 31
    assert voting_minutes(ways, ["phone", "device"], 21, 28) == voting_minutes(ways, ["device"], 21, 28) > 31
    assert voting_minutes(ways, ["paper"], 7, 28) == 10
    assert voting_minutes(ways, [], 7, 28) == 0
    assert voting_minutes(ways, ["hands"], 0, 28) == 0
