"""The content that comes with the program, read once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from desktop.model.action_library import ActionLibrary, read_actions
from desktop.model.agenda import AgendaTemplate, read_agenda
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.help_file import Help, read_help
from desktop.model.script import Script, read_script
from desktop.model.shock_file import POINTER, Shock, Shocks, read_shocks
from desktop.model.voting_time import Way, read_ways

FRAMEWORK = "seven-pivots"
AGENDAS = ("ninety-minutes", "town-hall", "half-day", "two-half-days", "full-day")

USUAL_AGENDA = "half-day"
"""The one a new workshop starts with: time for the standard set."""


def _bytes(folder: str, name: str) -> bytes:
    return resources.files("resources").joinpath(folder, f"{name}.json").read_bytes()


@cache
def framework() -> Framework:
    """The *Seven digital pivots*."""
    return read_framework(_bytes("frameworks", FRAMEWORK))


@cache
def actions() -> ActionLibrary:
    """The actions written for the *Seven digital pivots*."""
    return read_actions(_bytes("actions", f"{FRAMEWORK}-actions"), framework())


def actions_for(used: Framework) -> ActionLibrary:
    """Those of the program's actions that fit a framework: it has their question, their levels and what they need."""
    library = actions()
    if used.sha256 == framework().sha256:
        return library
    fitting = library.actions if used.id == FRAMEWORK else ()
    fitting = tuple(
        one
        for one in fitting
        if one.question in used.questions and {one.from_level, one.to_level} <= set(used.levels)
        and all(need.question in used.questions for need in one.needs if need.question)
    )  # fmt: skip
    there = {one.id for one in fitting}
    fitting = tuple(one for one in fitting if all(need.action in there for need in one.needs if need.action))
    return replace(library, actions=fitting)


@cache
def script() -> Script:
    """What to say at each moment."""
    return read_script(_bytes("scripts", "facilitator"))


@cache
def help() -> Help:
    """How to open each kind of step, and what to do when something goes wrong in it."""
    return read_help(_bytes("help", "facilitator"))


@cache
def shocks() -> Shocks:
    """The shocks written for the *Seven digital pivots*."""
    return read_shocks(_bytes("shocks", "shocks"), framework())


def shocks_for(used: Framework) -> tuple[Shock, ...]:
    """Those of the program's shocks that fit a framework: it has their pivots and the questions they point at."""
    if used.sha256 == framework().sha256:
        return shocks().shocks
    if used.id != FRAMEWORK:
        return ()
    return tuple(one for one in shocks().shocks if _fits(one, used))


def _fits(shock: Shock, used: Framework) -> bool:
    saw = " ".join(words for beat in shock.beats for words in beat.saw.values())
    return set(shock.pivots) <= set(used.pivot_by_id) and set(POINTER.findall(saw)) <= set(used.questions)


@cache
def agendas() -> Mapping[str, AgendaTemplate]:
    """The agenda templates by id, the shortest first."""
    moments = script().moments
    templates = (read_agenda(_bytes("agendas", name), framework(), moments) for name in AGENDAS)
    return {template.id: template for template in templates}


@cache
def ways() -> Mapping[str, Way]:
    """The four ways of voting and the seconds they cost."""
    return read_ways(_bytes("ways", "ways"))
