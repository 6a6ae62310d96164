"""What is printed for the day: the sentences of ballots, reading copy, posters, cards, sign-in sheet."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words.catalogue import Words
from desktop.words.glossary import EFFORTS, SIZES, name
from desktop.words.lists import stopped


def heading(words: Words) -> str:
    """What the ballot, the reading copy and the invitation ask."""
    return words.say("Where does our city stand today?")


def how_to_answer(words: Words) -> str:
    """Over a ballot."""
    return words.say(
        "Tick one box for each question. Judge what exists today, not what is planned. If you do not know, tick "
        "“can’t say”: it is as good an answer. Do not write your name."
    )


def promise(words: Words) -> str:
    """The promise to people, as it stands on paper."""
    return words.say(
        "The screen shows totals only. Your answer is kept on the workshop laptop without your name."
    )


def cant_say(words: Words) -> str:
    """The answer beside the levels, as good as they are."""
    return words.say("Can’t say")


def seat(words: Words, number: int | None) -> str:
    """Says "Seat 14"; without a number a line to write it on."""
    return words.say("Seat {number}", number="____" if number is None else number)


def empty_side(words: Words) -> str:
    """On the back that only lets the next ballot begin on a sheet of its own."""
    return words.say("This side is empty.")


def turn_over(words: Words) -> str:
    """At the end of a side that is not the last."""
    return words.say("Turn over")


def next_sheet(words: Words) -> str:
    """At the end of a sheet that is not the last."""
    return words.say("Next sheet")


def how_to_print(words: Words, *, both_sides: bool) -> str:
    """Told once ballots are written: a printer that guesses wrong puts two people on one sheet."""
    if both_sides:
        return words.say("Print the ballots on both sides of the paper: each begins on a new sheet.")
    return words.say("Print the ballots on one side of the paper only: each is one page.")


def sheet_of(words: Words, number: int, total: int) -> str:
    """Says "sheet 1 of 2"."""
    return words.say("sheet {n} of {total}", n=number, total=total)


def goes_on(words: Words, pivot: str) -> str:
    """Over the rest of a pivot on the next side."""
    return words.say("{pivot}, continued", pivot=pivot)


def dots_rule(words: Words) -> str:
    """Under the question of a poster."""
    return words.say("One dot a person, in one field. Judge what exists today, not what is planned.")


def lifts(words: Words, question: str, title: str, start: str, goal: str) -> str:
    """Says "D4, Data has owners: from 1 Exploring to 2 Doing digital"."""
    return words.say(
        "{id}, {title}: from {start} to {goal}", id=question, title=title, start=start, goal=goal
    )


def effort(words: Words, code: str) -> str:
    """Says "Small, 5 to 15 person-days: a guess; the facilitator adjusts"."""
    size, days = name(words, SIZES, code), name(words, EFFORTS, code)
    return words.say(
        "{size}, {days}: a guess; the facilitator adjusts", size=size[:1].upper() + size[1:], days=days
    )


def busiest(words: Words, services: Sequence[str]) -> str:
    """The services the yardstick counts, where the city named them."""
    return words.say("Our busiest services: {services}", services=stopped(", ".join(services)))


def sign_in_note(words: Words) -> str:
    """On the sign-in sheet: what it is, and what it cannot tell."""
    return words.say(
        "This sheet says which posts took part. It has no seat numbers and is kept apart from the ballots. Nobody "
        "can tell from it who answered what."
    )


def no_actions(words: Words) -> str:
    """In place of cards where the library has none for these questions."""
    return words.say(
        "There are no ready-made actions for these questions. Write your own on the back of this sheet."
    )


def reading_intro(words: Words, questions: int) -> str:
    """At the top of the reading copy."""
    return words.many(
        "On the day we answer {n} question. You need no papers to answer it. Read it now, and look at what your "
        "service can show today.",
        "On the day we answer {n} questions. You need no papers to answer them. Read them now, and look at what your "
        "service can show today.",
        questions,
    )


def reading_rule(words: Words) -> str:
    """How a level is judged; none is the aim."""
    return words.say(
        "A level is what one can see today, never a mark. Plans and contracts do not count yet. The highest level is "
        "not always the goal."
    )


def reading_cant_say(words: Words) -> str:
    """That not knowing is an answer too."""
    return words.say("“Can’t say” is a full answer. Nobody knows every service.")
