"""Every worked example of the method (``tests/method_cases.json``, sections 1–5, 7 and 10), by id."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.measures import cases_of_levels, cases_of_plans, cases_of_polls, cases_of_rounds
from tests.model.measures.cases import DRIVERS, SECTIONS

DRIVING = (cases_of_rounds, cases_of_levels, cases_of_plans, cases_of_polls)
"""Imported for what they note down: which driver plays which group of cases."""

WANTED = [name for name in SECTIONS if name.split("_")[0] in {"1", "2", "3", "4", "5", "7", "10"}]


def test_every_group_of_these_sections_is_driven() -> None:
    assert set(DRIVERS) == set(WANTED)
    assert len(WANTED) == 28
    assert {name: len(SECTIONS[name]) for name in WANTED if not SECTIONS[name]} == {}


@pytest.mark.parametrize(
    ("group", "case"),
    [pytest.param(name, case, id=f"{name}-{case['id']}") for name in WANTED for case in SECTIONS[name]],
)
def test_case(group: str, case: dict[str, Any]) -> None:
    DRIVERS[group](case["input"], case["expected"])
