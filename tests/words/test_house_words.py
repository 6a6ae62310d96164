"""One word per thing, and none of those the house does without, over every text in the words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

import desktop.words
from desktop.model import records
from desktop.words import glossary
from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied

ROOM = Path(desktop.words.__path__[0])
BANNED = re.compile(
    r"\b(scores?|respondents?|users?|legacy|agile|APIs?|KPIs?|quorum|index|indices|please|customers?|simply|participant)\b",
    re.IGNORECASE,
)
STRAIGHT = re.compile(r"[A-Za-z]'[A-Za-z]|\"")


def _said(tree: ast.AST) -> Iterator[str]:
    """The texts given to say, many and mark."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("say", "many", "mark"):
            yield from (
                each.value
                for each in node.args
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def _texts() -> list[str]:
    found = {text for path in sorted(ROOM.glob("*.py")) for text in _said(ast.parse(path.read_text("utf-8")))}
    return sorted(found)


TEXTS = _texts()


def test_there_is_something_to_read() -> None:
    assert len(TEXTS) > 300


def test_no_text_uses_a_word_the_house_does_without() -> None:
    assert not [text for text in TEXTS if BANNED.search(text) or "%" in text]


def test_quotes_and_apostrophes_are_the_printer_s() -> None:
    assert not [text for text in TEXTS if STRAIGHT.search(text) or text.count("“") != text.count("”")]


def test_every_text_speaks_of_today() -> None:
    assert not [text for text in TEXTS if re.search(r"\b(will|shall|should|may be|might)\b", text)]


def test_every_sentence_can_be_read_in_one_breath() -> None:
    sentences = [part for text in TEXTS for part in re.split(r"(?<=[.?!;:])\s", untied(text))]
    assert not [sentence for sentence in sentences if len(sentence.split()) > 24]


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (glossary.STEPS, records.StepKind),
        (glossary.WAVES, records.WaveName),
        (glossary.ACTION_STATES, records.ActionStatus),
        (glossary.MONEY, records.Money),
        (glossary.EFFORTS, records.Effort),
        (glossary.SIZES, records.Effort),
        (glossary.NOTES, records.NoteKind),
        (glossary.WORKSHOP_STATES, records.State),
    ],
)
def test_every_code_of_the_model_has_its_word(table: Mapping[str, str], codes: object) -> None:
    assert set(table) == set(get_args(codes))
    assert all(glossary.name(ENGLISH, table, code) for code in table)


def test_every_way_of_voting_has_its_word() -> None:
    assert set(glossary.WAYS) == {*get_args(records.Method), *get_args(records.Way)}


def test_the_status_of_a_paper() -> None:
    assert untied(glossary.status(ENGLISH, "draft", 1)) == "Draft v1"
    assert glossary.status(ENGLISH, "running") == "Draft"
    assert glossary.status(ENGLISH, "final", 3) == "Final"


def test_a_step_has_its_own_title_or_its_kind_s_name() -> None:
    assert glossary.step_name(ENGLISH, "ballots") == "Fill in ballots"
    assert glossary.step_name(ENGLISH, "break", "Lunch") == "Lunch"
    assert glossary.step_name(ENGLISH, "pivot", None, "Data") == "Data"


def test_a_wave_names_its_end() -> None:
    assert glossary.wave_until(ENGLISH, "now", "31 August 2027") == "Now, by 31 August 2027"
    assert glossary.wave_until(ENGLISH, "later", None) == "Later, no date"
