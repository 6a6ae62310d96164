"""What the plan costs, in words: what is known, what is asked for, what nobody knows yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.model.records import Money
from desktop.words.catalogue import Words
from desktop.words.formats import in_words, money
from desktop.words.lists import both, sentence


@dataclass(frozen=True, slots=True)
class Cost:
    """One action's number as printed ("A-007"), its kind of money and, for new money, the sum."""

    action: str
    money: Money
    amount: Fraction | float | None = None


def spending(words: Words, costs: Sequence[Cost], currency: str | None = None) -> str:
    """Says "Four actions need none and two are in the budget. A-007 asks for 40,000 of new money. The cost of …"."""
    if not costs:
        return words.say("No action is chosen, so no money is asked for.")
    parts = [
        _covered(words, costs),
        _new(words, costs, currency),
        _new_unknown(words, costs),
        _unknown(words, costs),
    ]
    return " ".join(part for part in parts if part)


def money_name(words: Words, kind: Money) -> str:
    """In a sentence or cell: "none", "in the budget", "new money", "not known"."""
    return {
        "none": words.say("none"),
        "in_budget": words.say("in the budget"),
        "new": words.say("new money"),
        "unknown": words.say("not known"),
    }[kind]


def money_line(
    words: Words, kind: Money, amount: Fraction | float | None = None, currency: str | None = None
) -> str:
    """One action's money: "none", "in the budget", "new, EUR 40,000", "not known"."""
    if kind == "new" and amount is not None:
        return words.say("new, {sum}", sum=money(words, amount, currency))
    return money_name(words, kind)


def _covered(words: Words, costs: Sequence[Cost]) -> str:
    none = sum(cost.money == "none" for cost in costs)
    budget = sum(cost.money == "in_budget" for cost in costs)
    if none == len(costs):
        return words.many(
            "The one action needs no money.",
            "All {number} actions need no money.",
            none,
            number=in_words(words, none),
        )
    if budget == len(costs):
        return words.many(
            "The one action is in the budget.",
            "All {number} actions are in the budget.",
            budget,
            number=in_words(words, budget),
        )
    if none and budget:
        first = words.many(
            "{number} action needs none", "{number} actions need none", none, number=in_words(words, none)
        )
        second = words.many(
            "{number} is in the budget", "{number} are in the budget", budget, number=in_words(words, budget)
        )
        return sentence(words.say("{first} and {second}.", first=first, second=second))
    if none:
        return sentence(
            words.many(
                "{number} action needs no money.",
                "{number} actions need no money.",
                none,
                number=in_words(words, none),
            )
        )
    if budget:
        return sentence(
            words.many(
                "{number} action is in the budget.",
                "{number} actions are in the budget.",
                budget,
                number=in_words(words, budget),
            )
        )
    return ""


def _new(words: Words, costs: Sequence[Cost], currency: str | None) -> str:
    asked = [cost for cost in costs if cost.money == "new" and cost.amount is not None]
    if not asked:
        return ""
    total = sum((Fraction(cost.amount) for cost in asked if cost.amount is not None), Fraction(0))
    return words.many(
        "{actions} asks for {sum} of new money.",
        "{actions} ask for {sum} of new money in all.",
        len(asked),
        actions=both(words, [cost.action for cost in asked]),
        sum=money(words, total, currency),
    )


def _new_unknown(words: Words, costs: Sequence[Cost]) -> str:
    asked = [cost.action for cost in costs if cost.money == "new" and cost.amount is None]
    if not asked:
        return ""
    return words.many(
        "{actions} needs new money; the sum is not known.",
        "{actions} need new money; the sums are not known.",
        len(asked),
        actions=both(words, asked),
    )


def _unknown(words: Words, costs: Sequence[Cost]) -> str:
    unknown = [cost.action for cost in costs if cost.money == "unknown"]
    if not unknown:
        return ""
    if len(unknown) == len(costs):
        return words.say("What the actions cost is not known.")
    return words.say("The cost of {actions} is not known.", actions=both(words, unknown))
