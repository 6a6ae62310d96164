"""Which screen serves which kind of step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.console.steps.base import StepScreen

if TYPE_CHECKING:
    from desktop.ui.console.screen import Console


def make_step(kind: str, console: Console) -> StepScreen:
    """The screen for a kind of step, made when the day first comes to it."""
    speech, feed = console.speech, console.feed
    match kind:
        case "welcome":
            from desktop.ui.console.steps.opening import Welcome

            return Welcome(speech, feed)
        case "ballots" | "talk" | "break":
            from desktop.ui.console.steps.ballots import BallotsStep

            return BallotsStep(speech, feed)
        case "warm_up":
            from desktop.ui.console.steps.warm_up import WarmUpStep

            return WarmUpStep(speech, feed)
        case "shock":
            from desktop.ui.console.steps.shock import ShockStep

            return ShockStep(speech, feed)
        case "pivot":
            from desktop.ui.console.steps.pivot import PivotStep

            return PivotStep(speech, feed)
        case "where_to":
            from desktop.ui.console.steps.where_to import WhereToStep

            return WhereToStep(speech, feed)
        case "actions":
            from desktop.ui.console.steps.actions import ActionsStep

            return ActionsStep(speech, feed)
        case "commit" | "after":
            from desktop.ui.console.steps.commit import CommitStep

            return CommitStep(speech, feed, console.settings, console.jobs)
        case _:
            from desktop.ui.console.steps.opening import Plain

            return Plain(speech, feed)
