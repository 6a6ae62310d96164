"""What may be entered in the sheet Actions: drop-downs, limits, and help that appears beside the cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.words.catalogue import Words
from exports.excel.names import FIRST_ROW, LAST_ROW

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
"""What Excel takes in a message beside a cell; a longer one makes it repair the file."""

FIRST_DAY, LAST_DAY = "36526", "73415"
"""1 January 2000 and 31 December 2100, as a workbook counts days."""


def add_lists_to(sheet: Worksheet, letters: Mapping[str, str], words: Words) -> None:
    """Drop-downs and limits, down to the last row that counts. A new owner's name is welcome: that one warns.

    ``letters`` are the column letters by key. Lists are names: a translation needs no other rule.
    """
    say = words.say
    refuse = (
        say("Not on the list"),
        say("Please choose one of the list. The lists stand on the sheet Lists."),
    )
    for key in ("pivot", "wave", "status", "money"):
        _check(sheet, letters[key], "list", (f"list_{key}",), error=refuse)
    _check(
        sheet, letters["owner"], "list", ("list_owner",), warns=True,
        error=(say("A new owner"), say("This post is not on the list yet. Keep it?")),
        prompt=(say("Owner"), say("A post, not a person. One post answers for one action.")),
    )  # fmt: skip
    for key in ("start", "due"):
        _check(
            sheet, letters[key], "date", (FIRST_DAY, LAST_DAY),
            error=(say("Not a date"), say("Please write a date between 2000 and 2100.")),
            prompt=(say("Date"), say("Year, month, day, for example 2027-08-31.")),
        )  # fmt: skip
    _check(
        sheet, letters["progress"], "decimal", ("0", "1"),
        error=(say("Progress"), say("Please write a share from 0% to 100%.")),
        prompt=(say("Progress"), say("A share of the work: 50% is half. At 100%, set the status to Done.")),
    )  # fmt: skip
    _check(
        sheet, letters["amount"], "decimal", ("0", "1000000000000"),
        error=(say("Amount"), say("Please write an amount of money as a number, without a currency.")),
    )  # fmt: skip
    _check(
        sheet, letters["adds"], "decimal", ("0", "3"),
        error=(say("Adds levels"), say("Please write a number of levels from 0 to 3.")),
        prompt=(say("Adds levels"), say("What this action adds to its pivot, by the workshop. For a new action, leave it empty.")),
    )  # fmt: skip
    _check(
        sheet, letters["update"], None, (),
        prompt=(say("Owner’s update"), say("What has moved since the last review, and what stands in the way. Begin with the date.")),
    )  # fmt: skip


def _check(
    sheet: Worksheet,
    letter: str,
    kind: Literal["list", "date", "decimal"] | None,
    limits: tuple[str, ...],
    *,
    error: tuple[str, str] | None = None,
    prompt: tuple[str, str] | None = None,
    warns: bool = False,
) -> None:
    """One rule on one column; ``error`` and ``prompt`` are title and message; one that warns lets the value stay."""
    first, second = (*limits, None, None)[:2]
    rule = DataValidation(kind, formula1=first, formula2=second, allow_blank=not warns)
    if error:
        rule.showErrorMessage = True
        rule.errorStyle = "warning" if warns else None
        rule.errorTitle, rule.error = error[0][:LONGEST_TITLE], error[1][:LONGEST_MESSAGE]
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = prompt[0][:LONGEST_TITLE], prompt[1][:LONGEST_MESSAGE]
    if second:
        rule.operator = "between"
    rule.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(rule)
