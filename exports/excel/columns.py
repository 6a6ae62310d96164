"""The columns of the sheet Actions, in order: what each holds, how wide it is, who fills it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.model.text import clean
from desktop.words.catalogue import Words
from exports.excel.cells import Value
from exports.excel.names import money_words, status_words, wave_words
from exports.report import ActionEntry, Report

PAGE_ENDS = ("attention", "update")
"""The columns with which a printed page ends: who does what by when; how and with what money; what for."""

LONGEST_CURRENCY = 12

Read = Callable[[ActionEntry], "Value | Fraction"]


@dataclass(frozen=True, slots=True)
class ActionColumn:
    """One column. ``own``: its owner fills it in; ``style`` is a named style; ``read`` takes the value."""

    key: str
    head: str
    width: float
    style: str
    own: bool
    read: Read


def action_columns(report: Report, words: Words) -> tuple[ActionColumn, ...]:
    """The columns of one workbook; the person who does it only where that was asked for."""
    say = words.say
    pivots: Mapping[str, str] = {standing.id: standing.name for standing in report.standings}
    waves, statuses, money = wave_words(words), status_words(words), money_words(words)
    columns = (
        ActionColumn("number", say("No."), 8, "plain", False, lambda one: one.number),
        ActionColumn("title", say("Action"), 34, "text", True, lambda one: one.title),
        ActionColumn("what", say("What"), 40, "text", True, lambda one: one.detail),
        ActionColumn("pivot", say("Pivot"), 20, "text", True, lambda one: pivots.get(one.pivot, "")),
        ActionColumn("wave", say("Wave"), 8, "centre", True, lambda one: waves[one.wave] if one.wave else ""),
        ActionColumn("owner", say("Owner"), 19, "text", True, lambda one: one.owner),
        ActionColumn("person", say("Person"), 16, "text", True, lambda one: one.person),
        ActionColumn("start", say("Start"), 11.5, "date", True, lambda one: as_day(one.start)),
        ActionColumn("due", say("Due"), 11.5, "date", True, lambda one: as_day(one.due)),
        ActionColumn("days", say("Person-days"), 9, "number", True, lambda one: one.days),
        ActionColumn("status", say("Status"), 12, "centre", True, lambda one: statuses.get(one.status, "")),
        ActionColumn("progress", say("Progress"), 10, "percent", True, lambda one: one.progress / 100),
        ActionColumn("attention", say("Attention"), 14, "says", False, lambda one: None),
        ActionColumn("first_step", say("First step"), 30, "text", True, lambda one: one.first_step),
        ActionColumn("measure", say("Measure"), 34, "text", True, lambda one: one.measure),
        ActionColumn(
            "source", say("Source of the measure"), 26, "text", True, lambda one: one.measure_source
        ),
        ActionColumn("money", say("Money"), 12, "text", True, lambda one: money[one.money_kind]),
        ActionColumn(
            "amount", _amount(report, words), 13, _in_cents(report), True, lambda one: one.money_amount
        ),
        ActionColumn("update", say("Owner’s update"), 34, "text", True, lambda one: one.owner_update),
        ActionColumn("benefit", say("Residents notice"), 28, "text", True, lambda one: one.benefit),
        ActionColumn("risk", say("If it is not done"), 28, "text", True, lambda one: one.risk),
        ActionColumn("reports_to", say("Reports to"), 18, "text", True, lambda one: one.reports_to),
        ActionColumn("needs", say("Depends on"), 16, "text", False, lambda one: ", ".join(one.needs)),
        ActionColumn("lifts", say("Lifts"), 34, "text", False, lambda one: lifted(words, one)),
        ActionColumn("adds", say("Adds levels"), 9, "adds", False, lambda one: one.adds),
        ActionColumn("key", say("Key"), 3, "key", False, lambda one: one.id),
    )
    return tuple(column for column in columns if column.key != "person" or report.options.people)


def lifted(words: Words, one: ActionEntry) -> str:
    """Says "Tell us once: from 1 to 2"; '' for an action that moves no question."""
    if not one.question_title or one.from_level is None or one.to_level is None:
        return ""
    return words.say(
        "{question}: from {low} to {high}",
        question=one.question_title,
        low=one.from_level,
        high=one.to_level,
    )


def _amount(report: Report, words: Words) -> str:
    """The head of the column of money, with the currency where one was chosen."""
    currency = " ".join(clean(report.currency).split())[:LONGEST_CURRENCY]
    return words.say("Amount ({currency})", currency=currency) if currency else words.say("Amount")


def _in_cents(report: Report) -> str:
    """Whole sums of money stand without decimals; where one has cents, all show theirs."""
    amounts = [one.money_amount for one in report.actions if one.money_amount is not None]
    return "cents" if any(amount.denominator != 1 for amount in amounts) else "money"


def as_day(text: str | None) -> date | None:
    """A plain day as a date."""
    return date.fromisoformat(text) if text else None
