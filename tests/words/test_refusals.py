"""Every refusal has one sentence that says what happened and what to do, however little is known."""

from __future__ import annotations

import pytest

from desktop.model.refused import CODES, NotKept, Refused
from desktop.words.catalogue import ENGLISH
from desktop.words.refusals import NOT_KEPT, REFUSALS, placeholders, refusal, refusal_of


def test_every_code_has_its_sentence_and_no_sentence_is_left_over() -> None:
    assert set(REFUSALS) == set(CODES)


def test_every_no_of_the_disk_has_its_sentence() -> None:
    assert set(NOT_KEPT) == {"disk.full", "disk.error", "library.swapped", "library.gone"}
    for code in NOT_KEPT:
        said = refusal(ENGLISH, NotKept(code, "errno 28"))
        assert said.startswith("Not saved: ")
        assert "still here" in said
        assert "errno" not in said


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_a_refusal_reads_well_without_any_fact(code: str) -> None:
    said = refusal_of(ENGLISH, code)
    assert said[0].isupper()
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_a_refusal_tells_every_fact_it_has_room_for(code: str) -> None:
    facts = {name: f"<{name}>" for pattern in REFUSALS[code] for name in placeholders(pattern)}
    said = refusal_of(ENGLISH, code, facts)
    assert all(value in said for name, value in facts.items() if name in placeholders(REFUSALS[code][0]))


def test_facts_that_are_missing_or_empty_give_way_to_the_plain_sentence() -> None:
    assert (
        refusal(ENGLISH, Refused("seat.absent", seat=12))
        == "Seat 12 is not in the room. Count the person in first."
    )
    assert refusal(ENGLISH, Refused("seat.absent", seat=None)) == (
        "This seat is not in the room. Count the person in first."
    )
    assert refusal(ENGLISH, Refused("round.not_open", subject="")) == "This vote is not open. Open it first."


def test_an_id_nobody_knows_is_not_read_out() -> None:
    said = refusal(ENGLISH, Refused("round.revealed", subject="0b8e3c56-2f0f-4a55-9d5d-6a6a4f1f2a10"))
    assert "0b8e" not in said
    assert "D4" in refusal(ENGLISH, Refused("round.revealed", subject="D4"))


def test_levels_read_as_people_write_them() -> None:
    said = refusal(ENGLISH, Refused("target.off_scale", subject="D", level=4.5, lowest=1, highest=4))
    assert said == "A target of 4½ is not on the scale. Choose 1 to 4, whole or half."


def test_a_ring_of_needs_is_named_by_its_titles() -> None:
    said = refusal(ENGLISH, Refused("need.ring", ring=("1", "2", "1"), titles=("Map", "Redraw", "Map")))
    assert said == "These actions wait for each other: Map → Redraw → Map. Take one need away."


def test_what_people_typed_comes_out_as_itself() -> None:
    for typed in ("<b>{x}</b>", "{level}", "=cmd()", "%s", "مدينة"):
        assert typed in refusal(ENGLISH, Refused("workshop.unknown", workshop=typed))
