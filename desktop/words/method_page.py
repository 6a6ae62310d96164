"""The page *Method and limits* of the roadmap: a heading and a paragraph for each thing a reader may ask."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.measures.rounding import rounded
from desktop.words.catalogue import Words, mark
from desktop.words.dates import long_date
from desktop.words.formats import computed, decimal, in_words, whole
from desktop.words.lists import inside, sentence

Paragraph = tuple[str, str]


def what_was_asked(words: Words, questions: int, pivots: int, levels: int) -> Paragraph:
    """How many questions, on what scale."""
    number = sentence(in_words(words, questions))
    asked = words.many("{number} question", "{number} questions", questions, number=number)
    about = words.many("{number} pivot", "{number} pivots", pivots, number=in_words(words, pivots))
    return words.say("What was asked"), words.say(
        "{questions} about {pivots}. Each has {levels} levels, and each level names something one can show. "
        "“Can’t say” is always a choice and enters no mean.",
        questions=asked,
        pivots=about,
        levels=in_words(words, levels),
    )


def how_people_voted(words: Words, voted: str, again: int) -> Paragraph:
    """``voted``: the sentence of ``people.voted``, '' for no vote; ``again`` counts questions with a second vote."""
    if not voted:
        return words.say("How people voted"), words.say("No result of a vote was shown.")
    said = words.say(
        "{voted} Nobody saw a result before the vote closed. Then the room talked.", voted=voted
    ).strip()
    if again:
        more = words.many(
            "On one question it voted again.",
            "On {number} questions it voted again.",
            again,
            number=in_words(words, again),
        )
        said = f"{said} {more}"
    return words.say("How people voted"), said


def from_votes_to_level(words: Words) -> Paragraph:
    """Mean of means, then the room's word."""
    return words.say("From votes to a level"), words.say(
        "A question’s level is the mean of its votes. A pivot’s level is the mean of its questions. The room then "
        "agrees one level, whole or half; that one is in force."
    )


_ALWAYS = (
    (
        mark("Marks"),
        mark(
            "2 or 2½ with a solid mark: agreed by the room. 2.3 with a hollow mark: computed from the votes. If the "
            "two differ by half a level or more, both are printed with the reason."
        ),
    ),
    (
        mark("When too few answer"),
        mark(
            "Under five votes: not shown. Under half of those present: shown and marked. Half or more “can’t say”: "
            "that is the finding, and there is no level."
        ),
    ),
    (
        mark("Rounding"),
        mark(
            "Once, at the end, half away from zero: 2.25 becomes 2.3. Under 20 people we print counts, never a "
            "percentage."
        ),
    ),
    (
        mark("Words for a vote"),
        mark(
            "Consensus: three in four at one level, hardly anyone far off. Leaning: most at one level, or three in four "
            "at two neighbours. Two camps: a quarter or more on each side, hardly anyone between. Spread: none of these."
        ),
    ),
    (
        mark("The order of gaps"),
        mark(
            "Gap = target − level, never below 0. Order = gap × weight. A place is firm if it holds whichever one "
            "voter is left out; otherwise it is a close call. Tie: as far as another. Decided: the room agreed levels "
            "and weights, so no single vote counts."
        ),
    ),
    (
        mark("If all is done"),
        mark(
            "Each action names a question and a step, such as “D4, from 1 to 2”. If every chosen action finishes and "
            "works, the question moves that far. This is arithmetic, not a forecast."
        ),
    ),
    (
        mark("Where it comes from"),
        mark(
            "The pivots and the stages follow published work on cities’ digital change; the questions, levels and "
            "actions are our own. No one named there stands behind this paper."
        ),
    ),
    (
        mark("Privacy"),
        mark(
            "No name is stored with a vote. Nothing is shown for a group of fewer than five. A vote that everyone "
            "cast alike cannot be hidden."
        ),
    ),
)


def standing_paragraphs(words: Words) -> tuple[Paragraph, ...]:
    """What is the same in every workshop: marks, few answers, rounding, gaps, the projection, origin, privacy."""
    return tuple((words.say(heading), words.say(paragraph)) for heading, paragraph in _ALWAYS)


def what_it_shows(
    words: Words,
    people: int,
    day: str,
    pivot: str = "",
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> Paragraph:
    """What may be claimed; with a pivot's band, how far one person could move it."""
    heading = words.say("What this shows")
    if not people:
        return heading, words.say("Nothing yet: nobody took part.")
    judged = words.many(
        "What this one official judged on {date}",
        "What these {number} officials judged on {date}",
        people,
        number=whole(words, people),
        date=long_date(words, day),
    )
    if low is None or high is None:
        return heading, words.say("{judged}.", judged=judged)
    if computed(words, low) == computed(words, high):
        return heading, words.say(
            "{judged}, and how far one person could move it: if any one had stayed away, {pivot} would still compute "
            "to {level}.",
            judged=judged,
            pivot=inside(words, pivot),
            level=computed(words, low),
        )
    return heading, words.say(
        "{judged}, and how far one person could move it: if any one had stayed away, {pivot} would compute to between "
        "{low} and {high}.",
        judged=judged,
        pivot=inside(words, pivot),
        low=computed(words, low),
        high=computed(words, high),
    )


def what_it_does_not(words: Words) -> Paragraph:
    """What may not be claimed."""
    return words.say("What it does not"), words.say(
        "A single level for the city. A margin of error. A difference between two pivots smaller than one voter makes. "
        "A comparison with other cities."
    )


def question_sum(words: Words, counts: Sequence[int], lowest: int = 1) -> str:
    """A worked example: "(6 × 1 + 15 × 2 + 6 × 3 + 0 × 4) ÷ 27 = 54 ÷ 27 = 2.0"."""
    n, total = sum(counts), sum(count * level for level, count in enumerate(counts, lowest))
    if not n:
        return ""
    terms = " + ".join(f"{count} × {level}" for level, count in enumerate(counts, lowest))
    return f"({terms}) ÷ {n} = {total} ÷ {n} = {computed(words, Fraction(total, n))}"


def pivot_sum(words: Words, levels: Sequence[Fraction]) -> str:
    """A worked example with equal weights: "(2.00 + 1.63 + 2.27) ÷ 3 = 1.97, printed as 2.0"."""
    if not levels:
        return ""
    mean = sum(levels, Fraction(0)) / len(levels)
    terms = " + ".join(decimal(words, rounded(level, 2)) for level in levels)
    return words.say(
        "({terms}) ÷ {number} = {mean}, printed as {printed}",
        terms=terms,
        number=len(levels),
        mean=decimal(words, rounded(mean, 2)),
        printed=computed(words, mean),
    )
