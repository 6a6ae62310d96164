"""The content that comes with the program: complete, short, plain, and honest about its sources."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import resources
from itertools import combinations
from statistics import median
from typing import Any

import pyphen
import pytest

from desktop.model import builtin
from desktop.model.action_library import LibraryAction
from desktop.model.agenda import STEP_KINDS
from desktop.model.framework import Question

FRAMEWORK = builtin.framework()
QUESTIONS = list(FRAMEWORK.questions.values())
ACTIONS = list(builtin.actions().actions)
SHOCKS: dict[str, Any] = json.loads(
    resources.files("resources").joinpath("shocks", "shocks.json").read_text("utf-8")
)

NEVER = ("respondent", "user", "legacy", "agile", "api", "kpi", "quorum", "score", "stakeholder", "leverage")
"""The glossary's banned words; a level is never called a score."""
JARGON = (
    "silo",
    "ecosystems",
    "governance",
    "framework",
    "maturity",
    "deliverable",
    "synergy",
    "robust",
    "seamless",
)
MISSING = (
    "no", "not", "nobody", "nothing", "none", "never", "without", "lack", "lacks", "missing", "unknown", "only",
    "yet", "still", "cannot", "hardly", "few", "neither", "nor",
)  # fmt: skip
"""Words by which a level would say what is not there, and so leave a city without a level."""
HEDGES = (
    "may",
    "might",
    "could",
    "should",
    "will",
    "if",
    "appropriate",
    "possible",
    "planned",
    "plans",
    "intend",
)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9’'-]+", text.lower())


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?!:])\s+", text) if sentence]


def texts(part: object) -> Iterator[str]:
    """Every English text inside a record."""
    if isinstance(part, str):
        return
    if is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))
    elif isinstance(part, tuple):
        for child in part:
            yield from texts(child)
    elif isinstance(part, dict):
        yield from (value for value in part.values() if isinstance(value, str))


def english(node: object) -> Iterator[str]:
    """Every English text inside a file as it was read."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from (value,) if key == "en" else english(value)
    elif isinstance(node, list):
        for child in node:
            yield from english(child)


TOLD = {
    "shocks": list(english(SHOCKS)),
    "help": [text for step in builtin.help().steps.values() for text in texts(step)],
    "script": [line["en"] for lines in builtin.script().moments.values() for line in lines],
    "agendas": [text for agenda in builtin.agendas().values() for text in texts((agenda.title, agenda.tables, agenda.steps))],
}  # fmt: skip
"""What is said or shown during the day, apart from questions and actions."""

ALL_TEXTS = [
    *texts(FRAMEWORK.pivots), *texts(FRAMEWORK.phases), *texts(FRAMEWORK.barriers), *texts(FRAMEWORK.glossary), FRAMEWORK.yardstick["en"],
    *texts(builtin.actions().actions), *(text for told in TOLD.values() for text in told),
]  # fmt: skip


def test_the_seven_pivots_stand_in_their_order_with_their_own_colour_and_icon() -> None:
    assert [pivot.id for pivot in FRAMEWORK.pivots] == list("IDTEWCM")
    assert [pivot.colour for pivot in FRAMEWORK.pivots] == [1, 2, 3, 4, 5, 6, 7]
    assert [pivot.icon for pivot in FRAMEWORK.pivots] == [
        "cloud-cog", "database", "users", "handshake", "workflow", "user-round-check", "shuffle",
    ]  # fmt: skip


def test_the_quick_set_asks_one_question_a_pivot_in_both_lenses() -> None:
    quick = FRAMEWORK.set_by_id["quick"].questions

    assert quick == ("I4", "D1", "T4", "E1", "W4", "C1", "M1")
    assert [FRAMEWORK.questions[id].pivot for id in quick] == list("IDTEWCM")
    assert {id for id in quick if FRAMEWORK.questions[id].lens == "city_operations"} == {"I4", "T4", "W4"}


def test_the_sets_hold_each_other_and_both_lenses() -> None:
    quick, standard, full = (set(FRAMEWORK.set_by_id[id].questions) for id in ("quick", "standard", "full"))

    assert quick < standard < full
    assert (len(standard), len(full)) == (21, 42)
    assert FRAMEWORK.default_set == "standard"
    assert full == {f"{pivot}{number}" for pivot in "IDTEWCM" for number in range(1, 7)}
    for pivot in FRAMEWORK.pivots:
        for chosen in (standard, full):
            lenses = [asked.lens for asked in pivot.questions if asked.id in chosen]
            assert len(lenses) == len(chosen) // 7
            assert set(lenses) == {"service_delivery", "city_operations"}
        lenses = [asked.lens for asked in pivot.questions if asked.id in full]
        assert lenses == ["service_delivery"] * 3 + ["city_operations"] * 3


def test_green_computing_may_be_asked_and_is_in_no_set() -> None:
    assert set(FRAMEWORK.questions) - set(FRAMEWORK.set_by_id["full"].questions) == {"G1"}


def test_the_stages_have_their_names() -> None:
    assert [FRAMEWORK.stage_name(level, "en") for level in FRAMEWORK.levels] == [
        "Exploring", "Doing digital", "Becoming digital", "Being digital",
    ]  # fmt: skip
    assert len(FRAMEWORK.phases) == 7
    assert 1 <= len(FRAMEWORK.barriers) <= 10


def test_the_glossary_says_each_word_in_one_short_line() -> None:
    for id, line in FRAMEWORK.glossary:
        word, _, meaning = line["en"].partition(": ")
        assert word.lower().replace("’", "").replace(" ", "_") == id
        assert 3 <= len(meaning.split()) <= 15
    assert {"pivot", "level", "stage", "ballot", "round", "target", "gap", "action", "owner", "wave"} <= {
        id for id, _ in FRAMEWORK.glossary
    }


def test_every_pivot_tells_a_story_with_its_source() -> None:
    for pivot in FRAMEWORK.pivots:
        assert pivot.story is not None
        assert len(words(pivot.story.text["en"])) <= 35
        assert len(pivot.story.source) >= 10
        assert pivot.figure is None or re.search(r"\b20\d\d\b", pivot.figure.text["en"] + pivot.figure.source)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_a_question_is_short_and_ends_as_one(asked: Question) -> None:
    assert len(asked.title["en"].split()) <= 5
    assert len(asked.text["en"].split()) <= 14
    assert asked.text["en"].endswith("?")
    assert not {"and", "or"} & set(words(asked.text["en"]))


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_levels_hold_one_idea_in_the_present(asked: Question) -> None:
    for level in asked.levels:
        short, full = level.short["en"], level.text["en"]
        assert len(short) <= 44
        assert not short.endswith(".")
        assert full.endswith(".")
        assert len(full.split()) <= 25
        assert all(len(sentence.split()) <= 15 for sentence in sentences(full)), full
        for text in (short, full):
            assert not {"and", "or", "and/or"} & set(words(text)), text
            assert not set(HEDGES) & set(words(text)) - {"plans"}, text
            assert "&" not in text
            assert "/" not in text


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_no_level_above_the_first_says_what_is_missing(asked: Question) -> None:
    # Finished texts whose word says what somebody is spared, or that nothing is left out; a city is never
    # without a level for them.
    spared = re.compile("without asking again|needs no typing|AI is no exception")
    for level in asked.levels[1:]:
        for text in (level.short["en"], spared.sub("", level.text["en"])):
            assert not set(MISSING) & set(words(text)), text
            assert "n’t" not in text


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_the_yardstick_grows_from_some_to_most_to_all(asked: Question) -> None:
    if not any("all 20" in level.text["en"].lower() for level in asked.levels):
        return
    second, third, fourth = (level.text["en"].lower() for level in asked.levels[1:])
    assert "some" in second
    assert "most of our 20 busiest services" in third or asked.id == "D6"
    assert "all 20" in fourth


def test_four_levels_of_a_question_all_differ() -> None:
    for asked in QUESTIONS:
        for field in ("short", "text"):
            assert len({getattr(level, field)["en"] for level in asked.levels}) == 4


def test_few_questions_are_judged_beside_the_yardstick() -> None:
    """Where there are no 20 services to count: a plan, files, links, checks, directors, teams on one map, events."""
    off_yardstick = [
        asked.id
        for asked in QUESTIONS
        if not any("all 20" in level.text["en"].lower() for level in asked.levels)
    ]

    assert off_yardstick == ["I4", "D3", "D5", "D6", "T5", "W6", "C3"]


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_no_text_uses_a_banned_word_or_an_acronym(text: str) -> None:
    spoken = words(text)
    assert not {word for word in spoken if word.rstrip("s") in NEVER}, text
    assert not {word for word in spoken if word in JARGON}, text
    assert "and/or" not in text.lower()
    # IT is the name of a team in any town hall; AI is the one acronym the voice allows.
    acronyms = set(re.findall(r"\b[A-Z]{2,}\b", text)) - {"AI", "IT"}
    assert not acronyms, text


def test_customer_is_said_only_in_the_pivots_name_and_in_a_post() -> None:
    said = {text for text in ALL_TEXTS if "customer" in text.lower()}

    assert {text for text in said if "head of customer service" not in text.lower()} == {
        "Unified customer experience"
    }


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_says_everything_an_owner_needs(action: LibraryAction) -> None:
    assert action.id.startswith(FRAMEWORK.questions[action.question].pivot + "-")
    assert len(action.title["en"].split()) <= 8
    assert len(sentences(action.detail["en"])) == 2
    assert all(len(sentence.split()) <= 18 for sentence in sentences(action.detail["en"]))
    assert len(sentences(action.first_step["en"])) == 1
    assert action.owner["en"].lower() not in action.first_step["en"].lower()  # who would ask their own desk?
    assert action.measure.start["en"] != action.measure.goal["en"]
    assert "," not in action.owner["en"]
    assert action.reports_to["en"] == "Chief executive"
    assert {goal.partition(".")[0] for goal in action.sdg} <= {"11"}


def test_some_action_lifts_every_step_of_every_capability() -> None:
    for question in FRAMEWORK.set_by_id["full"].questions:
        offered = builtin.actions().of_question(question)
        assert {step for action in offered for step in range(action.from_level, action.to_level)} == {1, 2, 3}
    for pivot in FRAMEWORK.pivots:
        assert len([action for action in ACTIONS if action.id.startswith(f"{pivot.id}-")]) >= 10


SYLLABLES = pyphen.Pyphen(lang="en_US")


def grade(text: str) -> float:
    """The Flesch-Kincaid school grade of a text (Kincaid and others, 1975), hyphenation standing for syllables."""
    spoken = re.findall(r"[\w’'-]+", text)
    ends = max(1, len(re.findall(r"[.?!:]+(?=\s|$)", text)))
    syllables = sum(SYLLABLES.inserted(word).count("-") + 1 for word in spoken)
    return 0.39 * len(spoken) / ends + 11.8 * syllables / len(spoken) - 15.59


def test_a_councillor_who_runs_no_system_can_read_every_set() -> None:
    for chosen in ("quick", "standard", "full"):
        asked = [FRAMEWORK.questions[id] for id in FRAMEWORK.set_by_id[chosen].questions]
        levels = [level.text["en"] for one in asked for level in one.levels]
        assert grade(" ".join([one.text["en"] for one in asked] + levels)) <= 8
        assert median(grade(level) for level in levels) <= 5
    assert all(grade(action.detail["en"]) <= 8 for action in ACTIONS)


def test_no_two_actions_or_questions_say_the_same() -> None:
    for one, other in combinations(ACTIONS, 2):
        assert one.title != other.title
        assert one.first_step != other.first_step
        assert one.measure.what != other.measure.what
    assert len({asked.ask_for["en"] for asked in QUESTIONS}) == len(QUESTIONS)


def test_ninety_minutes_add_up_and_can_be_caught_up() -> None:
    agenda = builtin.agendas()["ninety-minutes"]
    steps = agenda.plan(FRAMEWORK, ["paper"])

    assert agenda.minutes == sum(step.minutes for step in steps) == 90
    assert sum(cut.saves for step in steps for cut in step.template.catch_up) >= 15
    assert all(builtin.script().lines(step.template.moment) for step in steps)


def test_the_script_keeps_its_promises() -> None:
    said = " ".join(line["en"] for line in builtin.script().lines("welcome"))

    assert "The screen shows totals only." in said
    assert "without your name" in said
    assert "“Can’t say” is a full answer." in said


@pytest.mark.parametrize("told", TOLD)
def test_what_is_told_during_the_day_is_short_and_plain(told: str) -> None:
    for text in TOLD[told]:
        assert len(text.split()) <= 25, text
        assert all(len(sentence.split()) <= 15 for sentence in sentences(text)), text
        assert "'" not in text, text
    whole = [text for text in TOLD[told] if len(text.split()) >= 5]
    assert len(whole) >= 10
    assert grade(" ".join(whole)) <= 5
    assert median(grade(text) for text in whole) <= 4
    assert max(grade(text) for text in whole) <= 8


def test_every_kind_of_step_has_three_to_five_signs_of_trouble() -> None:
    steps = builtin.help().steps

    assert set(steps) == set(STEP_KINDS)
    for kind, help in steps.items():
        assert 3 <= len(help.wrong) <= 5, kind
        assert len({trouble.sign["en"] for trouble in help.wrong}) == len(help.wrong)


def test_eight_shocks_say_that_they_are_made_up() -> None:
    assert len({shock["id"] for shock in SHOCKS["shocks"]}) == len(SHOCKS["shocks"]) == 8
    assert "fiction" in SHOCKS["fiction"]["en"]
    for shock in SHOCKS["shocks"]:
        assert "the story is made up" in shock["beats"][0]["say"]["en"]


@pytest.mark.parametrize("shock", SHOCKS["shocks"], ids=lambda shock: shock["id"])
def test_a_shock_is_told_in_three_beats_and_three_questions(shock: dict[str, Any]) -> None:
    assert len(shock["beats"]) == 3
    for beat in shock["beats"]:
        assert len(beat["wall"]["en"]) <= 44
        assert 4 <= beat["minutes"] <= 6
        assert "?" in beat["say"]["en"]
    assert len(shock["debrief"]) == 3
    assert all(question["en"].endswith("?") for question in [*shock["debrief"], shock["lived"]])


@pytest.mark.parametrize("shock", SHOCKS["shocks"], ids=lambda shock: shock["id"])
def test_what_a_city_at_level_four_saw_names_its_questions(shock: dict[str, Any]) -> None:
    named = set()
    for beat in shock["beats"]:
        for sentence in sentences(beat["saw"]["en"]):
            ids = re.findall(r"\(([A-Z]\d)\)", sentence)
            # A sentence may lead into the next by a colon, which names the question for both.
            assert len(ids) == (0 if sentence.endswith(":") else 1), sentence
            named.update(ids)
    assert named <= set(FRAMEWORK.questions)
    assert {FRAMEWORK.questions[id].pivot for id in named} == set(shock["pivots"])
