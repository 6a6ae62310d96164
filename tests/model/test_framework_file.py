"""A framework file is read whole or not at all, and one reading finds every fault in it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model.faults import Fault, Faults
from desktop.model.framework_file import read_framework
from desktop.model.json_lines import DEEPEST, LARGEST_FILE
from desktop.words.catalogue import ENGLISH
from desktop.words.faults import FAULTS, fault_sentence

FILES = Path(__file__).parents[1] / "files"
ROOT = Path(__file__).parents[2]
SMALL = (FILES / "framework-one-a-pivot.json").read_text(encoding="utf-8")
Content = dict[str, Any]


def faults_of(data: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(Faults) as refused:
        read_framework(data)
    return refused.value.faults


def codes_after(change: Callable[[Content], object]) -> list[tuple[str, str]]:
    """The faults of the small framework after one change, as (id, code)."""
    content = json.loads(SMALL)
    change(content)
    return [(fault.id, fault.code) for fault in faults_of(json.dumps(content, indent=1))]


def question(content: Content) -> Content:
    found: Content = content["pivots"][0]["questions"][0]
    return found


@pytest.mark.parametrize(
    ("name", "questions", "levels"),
    [
        ("framework-one-a-pivot", 7, range(1, 5)),
        ("framework-three-a-pivot", 21, range(1, 5)),
        ("framework-five-levels-from-0", 7, range(5)),
    ],
)
def test_reads_the_small_frameworks_of_the_tests(name: str, questions: int, levels: range) -> None:
    framework = read_framework((FILES / f"{name}.json").read_bytes())

    assert len(framework.pivots) == 7
    assert len(framework.questions) == questions
    assert framework.levels == levels
    assert all(len(asked.levels) == len(levels) for asked in framework.questions.values())
    assert [pivot.place for pivot in framework.pivots] == [1, 2, 3, 4, 5, 6, 7]
    assert framework.set_by_id[framework.default_set].questions == tuple(framework.questions)


def test_the_example_in_the_documentation_is_a_framework() -> None:
    guide = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", guide, flags=re.DOTALL)

    assert list(read_framework(example).questions) == ["D1"]


def test_stages_are_named_from_the_lowest_value_of_the_scale() -> None:
    framework = read_framework((FILES / "framework-five-levels-from-0.json").read_bytes())

    assert [framework.stage_name(level, "en") for level in framework.levels] == [
        "None", "Some", "Half", "Most", "All",
    ]  # fmt: skip


def test_the_text_is_kept_as_read_and_its_fingerprint_ignores_spaces_and_order() -> None:
    framework = read_framework(SMALL)
    respelled = json.dumps(dict(reversed(json.loads(SMALL).items())), indent=7)

    assert framework.body == SMALL
    assert read_framework(respelled).sha256 == framework.sha256
    assert read_framework(b"\xef\xbb\xbf" + SMALL.encode()) == framework

    other = json.loads(SMALL)
    question(other)["ask_for"]["en"] = "another list"
    assert read_framework(json.dumps(other)).sha256 != framework.sha256


def test_every_fault_is_told_at_once_with_its_line_and_its_part() -> None:
    broken = SMALL.replace('"colour": 1,', '"colour": 8,', 1)
    broken = broken.replace('"lens": "service_delivery",', '"lens": "weather",', 1)
    broken = broken.replace('"ask_for": {"en": "a list"},', "", 1)
    broken = broken.replace('"T1"', '"D1"', 1)
    lines = broken.splitlines()

    def line_of(words: str) -> int:
        return next(number for number, line in enumerate(lines, 1) if words in line)

    twice = [number for number, line in enumerate(lines, 1) if '"id": "D1"' in line]
    found = {(fault.line, fault.id, fault.code) for fault in faults_of(broken)}

    assert (line_of('"colour": 8'), "I", "colour.unknown") in found
    assert (line_of("weather"), "I1", "lens.unknown") in found
    assert (line_of('"id": "I1"') - 1, "I1", "key.missing") in found
    assert (twice[1], "D1", "id.repeated") in found
    assert {code for _, _, code in found} == {
        "colour.unknown", "lens.unknown", "key.missing", "id.repeated", "set.question_unknown",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ('{\n "format": 1,\n "id" "x"\n}', 3),
        ('{\n "format": 1,\n}', 3),
        ('{\n "format": 1\n}\n]', 4),
        ('{\n "title": "no end', 2),
        ('{"format": NaN}', 1),
        ('[\n1,\n2 3]', 3),
        ('{"format": ' + "9" * 5000 + "}", 1),
        ("{'format': 1}", 1),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_by_line(text: str, line: int) -> None:
    assert [(fault.line, fault.code) for fault in faults_of(text)] == [(line, "json.syntax")]


def test_a_file_that_is_not_text_or_not_ours_is_refused_before_anything_else() -> None:
    assert [(fault.line, fault.code) for fault in faults_of(b"{\n\xff}")] == [(2, "file.not_utf8")]
    assert faults_of(b" " * (LARGEST_FILE + 1))[0].code == "file.too_large"
    assert faults_of("[" * (DEEPEST + 2))[0].code == "json.too_deep"
    assert faults_of("[" * 100_000)[0].code == "json.too_deep"
    assert [fault.code for fault in faults_of("[1, 2]")] == ["object.missing"]


def test_a_newer_format_says_only_that() -> None:
    assert codes_after(lambda content: content.update(format=2, surprise=True)) == [("", "format.newer")]


def test_a_key_that_stands_twice_is_a_fault() -> None:
    broken = SMALL.replace('"lowest": 1,', '"lowest": 0,\n "lowest": 1,', 1)
    line = next(number for number, words in enumerate(broken.splitlines(), 1) if '"lowest": 1' in words)

    assert [(fault.line, fault.code, fault.facts["key"]) for fault in faults_of(broken)] == [
        (line, "key.repeated", "lowest")
    ]


def set_level(content: Content, key: str, words: str) -> None:
    question(content)["levels"][0][key]["en"] = words


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.pop("format"), [("", "key.missing")]),
        (lambda c: c.update(format=0), [("", "format.unknown")]),
        (lambda c: c.update(format="1"), [("", "type.not_whole")]),
        (lambda c: c.update(language="English!"), [("", "language.unknown")]),
        (lambda c: c.update(id="seven pivots"), [("", "id.shape")]),
        (lambda c: c.update(extra=1), [("", "key.unknown")]),
        (lambda c: c.update(title="Seven"), [("", "type.not_texts")]),
        (lambda c: c.update(licence=3), [("", "type.not_text")]),
        (lambda c: c.update(phases={}), [("", "type.not_list")]),
        (lambda c: c.update(title={"fr": "Sept"}), [("", "text.missing")]),
        (lambda c: c.update(title={"en": " "}), [("", "text.missing")]),
        (lambda c: c.update(pivots=[]), [("", "list.too_short"), *[("all", "set.question_unknown")] * 7]),
        (lambda c: c.update(default_set="full"), [("", "set.unknown")]),
        (lambda c: c["scale"].update(step=0.5), [("", "scale.step")]),
        (lambda c: c["scale"].update(lowest=-1), [("", "scale.range")]),
        (lambda c: c["scale"].update(lowest=7), [("", "scale.range")]),
        (lambda c: c["scale"].update(lowest=True), [("", "type.not_whole")]),
        (lambda c: c["barriers"].append({"id": "more", "name": {"en": "More"}}), [("", "barriers.too_many")]),
        (lambda c: c["sets"][0]["questions"].append("Z9"), [("all", "set.question_unknown")]),
        (lambda c: c["sets"][0]["questions"].append("D1"), [("all", "set.question_repeated")]),
        (lambda c: question(c)["levels"].pop(), [("I1", "levels.count")]),
        (lambda c: question(c)["levels"].__setitem__(0, 5), [("I1", "object.missing")]),
        (lambda c: question(c).update(text={"en": "word " * 15}), [("I1", "text.too_many_words")]),
        (lambda c: question(c).update(title={"en": "one two three four five six"}), [("I1", "text.too_many_words")]),
        (lambda c: set_level(c, "short", "x" * 45), [("I1", "text.too_long")]),
        (lambda c: set_level(c, "text", "word " * 26), [("I1", "text.too_many_words")]),
        (lambda c: set_level(c, "text", "bell\x07"), [("I1", "text.characters")]),
        (lambda c: set_level(c, "text", "half a sign \ud800"), [("I1", "text.characters")]),
        (lambda c: set_level(c, "text", "turned \u202e round"), [("I1", "text.characters")]),
        (lambda c: set_level(c, "text", "two\nlines"), [("I1", "text.characters")]),
        (lambda c: c["pivots"][1].update(story={"text": {"en": "It happened."}}), [("D", "key.missing")]),
        (lambda c: c["pivots"][1].update(figure={"text": {"en": "60%"}, "source": ""}), [("D", "text.missing")]),
    ],
)  # fmt: skip
def test_each_fault_has_its_code(
    change: Callable[[Content], object], expected: list[tuple[str, str]]
) -> None:
    assert codes_after(change) == expected


def test_the_limits_themselves_are_allowed_and_a_translation_has_more_room() -> None:
    content = json.loads(SMALL)
    set_level(content, "short", "x" * 44)
    set_level(content, "text", "word " * 25)
    question(content)["levels"][0]["short"]["de"] = "ü" * 61
    question(content)["text"] = {"en": " ".join(["word"] * 14), "ar": "كلمة " * 19}

    framework = read_framework(json.dumps(content))

    assert framework.questions["I1"].levels[0].short == {"en": "x" * 44, "de": "ü" * 61}


def test_hostile_words_come_out_as_themselves() -> None:
    content = json.loads(SMALL)
    hostile = "<b>&amp; =cmd() {line} 🏙 مدينة %s"
    question(content)["ask_for"] = {"en": hostile}

    assert read_framework(json.dumps(content)).questions["I1"].ask_for == {"en": hostile}


WRONG = st.sampled_from([None, True, -1, 10**30, 1.5, "", "Z9", [], [None], {}, {"en": 3}, {"": ""}, "\x00"])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_wrong_is_told_as_faults_with_a_sentence_each(data: st.DataObject) -> None:
    content = copy.deepcopy(json.loads(SMALL))
    place: Any = content
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[key] = data.draw(WRONG)

    told: tuple[Fault, ...] = ()
    try:
        read_framework(json.dumps(content))
    except Faults as refused:
        told = refused.faults

    for fault in told:
        assert fault.line >= 1
        assert str(fault.line) in fault_sentence(ENGLISH, fault)


def test_every_code_the_readers_note_has_a_sentence_and_no_sentence_is_unused() -> None:
    readers = (
        "json_lines",
        "reading",
        "framework_file",
        "action_library",
        "agenda",
        "script",
        "help_file",
        "shock_file",
        "voting_time",
    )
    code = re.compile(r'"([a-z]+\.[a-z_0-9]+)"')
    noted = {
        found
        for name in readers
        for found in code.findall((ROOT / "desktop" / "model" / f"{name}.py").read_text(encoding="utf-8"))
    }
    # What only a workbook can have wrong is noted by its reader; everything else by the one reader of all files.
    of_cells = re.compile(r'"((?:cell|answer|sheet|column|row)\.[a-z_]+)"')
    for path in (ROOT / "exports" / "content").glob("*.py"):
        noted |= set(of_cells.findall(path.read_text(encoding="utf-8")))

    assert noted == set(FAULTS)


def test_a_sentence_says_line_part_and_what_to_do() -> None:
    fault = Fault(12, "D1", "levels.count", {"found": 3, "wanted": 4})

    assert (
        fault_sentence(ENGLISH, fault)
        == "Line 12, D1: 3 levels are described, the scale has 4. Describe each one."
    )
    assert (
        fault_sentence(ENGLISH, Fault(3, "", "key.missing", {"key": "sets"}))
        == "Line 3: “sets” is missing. Add it."
    )
