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
        not_known(words, [cost.action for cost in costs if cost.money == "unknown"], len(costs)),
    ]
    return " ".join(part for part in parts if part)


def not_granted(words: Words, costs: Sequence[Cost], currency: str | None = None) -> str:
    """Page one: "Three actions ask for EUR 40,000 of new money; this paper does not grant it."; '' if none asks."""
    asked = [cost for cost in costs if cost.money == "new"]
    if not asked:
        return ""
    sums = [Fraction(cost.amount) for cost in asked if cost.amount is not None]
    number = sentence(in_words(words, len(asked)))
    total = money(words, sum(sums, Fraction(0)), currency) if sums else ""
    if not sums:
        said = words.many(
            "{number} action asks for new money, how much is not known;",
            "{number} actions ask for new money, how much is not known;",
            len(asked),
            number=number,
        )
    elif len(sums) < len(asked):
        said = words.say(
            "{number} actions ask for new money, {sum} so far as it is known;", number=number, sum=total
        )
    else:
        said = words.many(
            "{number} action asks for {sum} of new money;",
            "{number} actions ask for {sum} of new money;",
            len(asked),
            number=number,
            sum=total,
        )
    return f"{said} {words.say('this paper does not grant it.')}"


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
    """The actions that need no new money."""
    none = sum(cost.money == "none" for cost in costs)
    budget = sum(cost.money == "in_budget" for cost in costs)
    if len(costs) in (none, budget):
        return _all_alike(words, len(costs), no_money=bool(none))
    if none and budget:
        first = words.many("{n} action needs none", "{n} actions need none", none, n=in_words(words, none))
        second = words.many(
            "{n} is in the budget", "{n} are in the budget", budget, n=in_words(words, budget)
        )
        return sentence(words.say("{first} and {second}.", first=first, second=second))
    if none:
        said = words.many(
            "{n} action needs no money.", "{n} actions need no money.", none, n=in_words(words, none)
        )
        return sentence(said)
    if budget:
        return sentence(
            words.many(
                "{n} action is in the budget.",
                "{n} actions are in the budget.",
                budget,
                n=in_words(words, budget),
            )
        )
    return ""


def _all_alike(words: Words, actions: int, *, no_money: bool) -> str:
    number = in_words(words, actions)
    if no_money:
        return words.many(
            "The one action needs no money.", "All {n} actions need no money.", actions, n=number
        )
    return words.many(
        "The one action is in the budget.", "All {n} actions are in the budget.", actions, n=number
    )


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


def not_known(words: Words, actions: Sequence[str], of: int) -> str:
    """Says "The cost of A-008 is not known."; of all ``of`` actions: "What the actions cost is not known."."""
    if not actions:
        return ""
    if len(actions) == of:
        return words.say("What the actions cost is not known.")
    return words.say("The cost of {actions} is not known.", actions=both(words, actions))
