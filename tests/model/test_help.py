"""The shipped help: every kind of step is served, each known failure of a room is answered, and lines stay short."""

from __future__ import annotations

import re

import pytest

from desktop.model import builtin
from desktop.model.agenda import STEP_KINDS

LONGEST = 24
"""Words of any one text: it is read while forty people wait."""

FAILURES = {
    "dominance": ("pivot", r"one voice", r"another level.*leaders"),
    "anchoring": ("pivot", r"before we close", r"only how many"),
    "scoring plans": ("pivot", r"plan", r"show a visitor today.*not this"),
    "false middle": ("pivot", r"middle", r"both groups.*choose"),
    "fatigue": ("pivot", r"tired", r"most agree"),
    "jargon": ("ballots", r"means", r"full level"),
    "fear and blame": ("welcome", r"against them", r"totals only.*never about a person"),
    "guessing": ("ballots", r"guessing", r"can’t say"),
    "action wish-list": ("actions", r"grows", r"makes room"),
    "nobody owns it": ("actions", r"nobody", r"post"),
    "gaps left over": ("actions", r"no action", r"aloud"),
    "wrong people": ("welcome", r"nobody in the room", r"call"),
}
"""Known failures of such rooms: the step, the sign to see it by, the gist of the answer."""


@pytest.mark.parametrize("failure", FAILURES)
def test_every_known_failure_is_answered(failure: str) -> None:
    kind, sign, answer = FAILURES[failure]
    found = [
        trouble
        for trouble in builtin.help().steps[kind].wrong
        if re.search(sign, trouble.sign["en"], re.IGNORECASE)
    ]
    assert len(found) == 1
    assert re.search(answer, found[0].do["en"], re.IGNORECASE)


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_each_step_has_three_troubles_or_more_each_once_and_short(kind: str) -> None:
    given = builtin.help().steps[kind]
    signs = [trouble.sign["en"] for trouble in given.wrong]
    assert len(signs) >= 3
    assert len(set(signs)) == len(signs)
    for text in (given.open["en"], *signs, *(trouble.do["en"] for trouble in given.wrong)):
        assert len(text.split()) <= LONGEST, text
        assert text.endswith((".", "?", "!", "”"))
