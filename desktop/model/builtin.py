"""The content that comes with the program, read once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from desktop.model.action_library import ActionLibrary, read_actions
from desktop.model.agenda import AgendaTemplate, read_agenda
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.script import Script, read_script
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


@cache
def script() -> Script:
    """What to say at each moment."""
    return read_script(_bytes("scripts", "facilitator"))


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
