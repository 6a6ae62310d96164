"""The sentences of the council paper and the roadmap, by their patterns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.measures.priority import Order
from desktop.model.measures.rounds import moves, shift
from desktop.model.measures.score import Source
from desktop.model.measures.tally import Tally
from desktop.words import (
    asking,
    changing,
    decided,
    figures,
    finishing,
    gaps,
    method_page,
    missing,
    people,
    plan,
    reach,
    spending,
    standing,
)
from desktop.words.catalogue import ENGLISH
from desktop.words.formats import untied
from desktop.words.lists import both, either
from desktop.words.spending import Cost
from desktop.words.stages import Stages
from desktop.words.standing import Standing

AGREED, COMPUTED = Source.AGREED, Source.COMPUTED


def _agreed(name: str, level: float) -> Standing:
    return Standing(name, Fraction(level), AGREED)


def test_in_short_names_the_strongest_and_the_weakest(stages: Stages) -> None:
    said = standing.in_short(
        stages,
        [
            _agreed("Unified customer experience", 3),
            _agreed("Data mastery", 2.5),
            _agreed("Business model adaptability", 1),
        ],
    )
    assert untied(said) == (
        "The city is strongest in unified customer experience (3, Becoming digital). It is weakest in business model "
        "adaptability (1, Exploring)."
    )


def test_in_short_tells_ties(stages: Stages) -> None:
    said = standing.in_short(
        stages,
        [_agreed("Data", 3), _agreed("Talent", 3), _agreed("Money", 1), _agreed("Law", 1), _agreed("AI", 1)],
    )
    assert untied(said) == (
        "The city is strongest in data and talent (both 3). It is weakest in money, law and AI (all 1)."
    )


def test_levels_that_read_alike_are_a_tie(stages: Stages) -> None:
    rows = [Standing("Data", Fraction(201, 100), COMPUTED), _agreed("Talent", 2), _agreed("Money", 1)]
    assert "data and talent (both 2.0)" in untied(standing.in_short(stages, rows))


def test_in_short_when_all_stand_alike(stages: Stages) -> None:
    rows = [_agreed(name, 2) for name in "abcdefg"]
    assert standing.in_short(stages, rows) == "All seven pivots stand at 2."
    rows[0] = Standing("a", None, Source.NONE)
    assert standing.in_short(stages, rows) == "All six pivots discussed stand at 2."


def test_in_short_when_some_were_left_out(stages: Stages) -> None:
    rows = [
        _agreed("Data", 3),
        Standing("Law", Fraction(23, 10), COMPUTED),
        Standing("Money", None, Source.NONE),
    ]
    assert untied(standing.in_short(stages, rows)) == (
        "Of the two pivots discussed, the city is strongest in data (3, Becoming digital). It is weakest in law (2.3, "
        "Doing digital)."
    )


def test_a_pivot_half_could_not_judge_was_discussed_all_the_same(stages: Stages) -> None:
    half = Standing("Money", None, Source.NONE, discussed=True)
    said = standing.in_short(stages, [_agreed("Data", 3), _agreed("Law", 2), half])
    assert said.startswith("Of the two pivots with a level, the city is strongest in data")
    assert standing.in_short(stages, [_agreed("Data", 2), _agreed("Law", 2), _agreed("AI", 2), half]) == (
        "All three pivots with a level stand at 2."
    )


def test_in_short_with_one_level_or_none(stages: Stages) -> None:
    none = Standing("Money", None, Source.NONE)
    assert untied(standing.in_short(stages, [_agreed("Data", 2.5), none])) == (
        "Only data (2½, between Doing and Becoming) has a level."
    )
    assert standing.in_short(stages, [none]) == "No pivot has a level."
    assert standing.in_short(stages, []) == "No pivot has a level."


def test_gaps_and_their_order() -> None:
    assert gaps.gap(ENGLISH, "Data mastery", Fraction(2), AGREED, 3) == "Data mastery, from 2 to 3."
    assert gaps.gap(ENGLISH, "Data mastery", Fraction(2), COMPUTED, 2.5) == "Data mastery, from 2.0 to 2½."
    assert gaps.from_to(ENGLISH, Fraction(3), AGREED, 3) == "stays at 3"
    assert gaps.from_to(ENGLISH, Fraction(3), AGREED, 1) == "from 3 down to 1"
    assert gaps.from_to(ENGLISH, Fraction(23, 10), COMPUTED, 2) == "stays at 2.3", "the half step under it"
    assert gaps.close_call(ENGLISH, "Intelligent workflows") == (
        "This and the next one, intelligent workflows, could swap places."
    )
    assert (
        gaps.ask_the_room(ENGLISH, ["Data", "Talent"])
        == "Data and talent are equally far. Ask the room which comes first."
    )
    assert {order: gaps.order_word(ENGLISH, order) for order in Order} == {
        Order.FIRM: "firm", Order.CLOSE_CALL: "close call", Order.TIE: "tie", Order.DECIDED: "decided", Order.TOO_FEW: "",
    }  # fmt: skip


def test_equal_gaps_share_a_place() -> None:
    names = ["Data", "Talent", "AI"]
    assert gaps.share_a_place(ENGLISH, 2, names) == "Three share second place: data, talent and AI."
    assert gaps.share_a_place(ENGLISH, 1, names[:2], "1 step", "Data") == (
        "Two share first place, 1 step each: data and talent. The room put data first."
    )
    assert gaps.step_size(ENGLISH, Fraction(3, 2), agreed_levels=True) == "1½ steps"
    assert gaps.step_size(ENGLISH, Fraction(1), agreed_levels=False) == "1.0 step"
    assert gaps.not_listed(ENGLISH, ["Data", "Law"], ["AI"], []) == (
        "Not listed: data and law (at or above target); AI (no target)."
    )
    assert gaps.not_listed(ENGLISH, [], [], []) == ""
    assert gaps.come_first(ENGLISH, ["Data mastery"]) == "Data mastery comes first."
    assert gaps.come_first(ENGLISH, ["Data", "Law"]) == "Data and law come first, and are equal."
    assert gaps.close_pair(ENGLISH, 3).startswith("Third and fourth are a close call: ")


def test_names_that_hold_a_comma_part_at_semicolons() -> None:
    names = ["Savvy, open talent", "Data", "Law"]
    assert both(ENGLISH, names) == "Savvy, open talent; Data and Law"
    assert either(ENGLISH, names) == "Savvy, open talent; Data or Law"
    assert both(ENGLISH, names[1:]) == "Data and Law"


def test_what_the_plan_reaches() -> None:
    said = reach.reach(ENGLISH, 8, Fraction(17, 10), Fraction(13, 2), [], ["Talent", "Experience"], pivots=7)
    assert said == (
        "If all eight actions finish and work, they close 1.7 of the 6½ steps asked for; no pivot reaches its target "
        "yet. No action covers talent or experience."
    )


def test_what_a_plan_of_one_action_reaches() -> None:
    said = reach.reach(ENGLISH, 1, Fraction(1), Fraction(1), ["Data"], [], pivots=7)
    assert (
        said
        == "If the one action finishes and works, it closes 1 of the 1 step asked for; data reaches its target."
    )


def test_a_plan_that_reaches_everything_or_is_empty() -> None:
    everything = reach.reach(ENGLISH, 2, Fraction(2), Fraction(2), ["Data", "Law"], [], pivots=2)
    assert everything.endswith("they close 2 of the 2 steps asked for; every pivot reaches its target.")
    some = reach.reach(ENGLISH, 2, Fraction(2), Fraction(3), ["Data", "Law"], [], pivots=3)
    assert some.endswith("data and law reach their targets.")
    nothing = reach.reach(ENGLISH, 0, Fraction(0), Fraction(3), [], ["Data"], pivots=7)
    assert nothing == "No action is chosen, so every gap stays open."


def test_an_action_that_lifts_no_level_still_covers_its_pivot() -> None:
    said = reach.reach(
        ENGLISH, 2, Fraction(1), Fraction(3), [], ["Talent"], pivots=3, unmoved=["Business model"]
    )
    assert said.endswith("No action covers talent. What is planned for business model lifts no level.")
    assert reach.closes_nothing(ENGLISH, gaps.no_targets(ENGLISH)) == (
        "No target is set. So the plan has no gap to close."
    )


def test_money_in_words() -> None:
    costs = [Cost(f"A-00{n}", "none") for n in range(1, 5)] + [
        Cost("A-005", "in_budget"),
        Cost("A-006", "in_budget"),
    ]
    costs += [Cost("A-007", "new", 40000), Cost("A-008", "unknown")]
    assert spending.spending(ENGLISH, costs) == (
        "Four actions need none and two are in the budget. A-007 asks for 40,000 of new money. The cost of A-008 is not "
        "known."
    )


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ([], ""),
        ([40000], "One action asks for EUR 40,000 of new money; this paper does not grant it."),
        ([1, 1.5], "Two actions ask for EUR 2.50 of new money; this paper does not grant it."),
        (
            [1, None],
            "Two actions ask for new money, EUR 1 so far as it is known; this paper does not grant it.",
        ),
        ([None], "One action asks for new money, how much is not known; this paper does not grant it."),
    ],
)
def test_page_one_grants_no_money(amounts: list[float | None], said: str) -> None:
    costs = [Cost("A-001", "none"), *(Cost(f"A-01{n}", "new", amount) for n, amount in enumerate(amounts))]
    assert untied(spending.not_granted(ENGLISH, costs, "EUR")) == said


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ([], "No action is chosen, so no money is asked for."),
        ([Cost("A-001", "none")], "The one action needs no money."),
        ([Cost("A-001", "in_budget")] * 3, "All three actions are in the budget."),
        ([Cost("A-001", "unknown")] * 2, "What the actions cost is not known."),
        (
            [Cost("A-001", "new", 100), Cost("A-002", "new", 50.5), Cost("A-003", "new")],
            "A-001 and A-002 ask for EUR 150.50 of new money in all. A-003 needs new money; the sum is not known.",
        ),
        (
            [Cost("A-001", "none"), Cost("A-002", "unknown")],
            "One action needs no money. The cost of A-002 is not known.",
        ),
    ],
)
def test_money_in_words_at_the_edges(costs: list[Cost], said: str) -> None:
    assert untied(spending.spending(ENGLISH, costs, "EUR")) == said


def test_an_action_in_three_lines() -> None:
    line = plan.action_line(ENGLISH, "City Registrar", "2027-06-30", spending.money_name(ENGLISH, "none"))
    assert untied(line) == "City Registrar, by 30 June 2027. Money: none."
    assert plan.first_step(ENGLISH, "Ask three directors to name a post this month.") == (
        "First step: Ask three directors to name a post this month."
    )
    assert plan.first_step(ENGLISH, "AI register: list all uses") == "First step: AI register: list all uses."
    assert (
        plan.measure(ENGLISH, "Registers with a named owner", "0", "3")
        == "Registers with a named owner: from 0 to 3"
    )


def test_an_action_nobody_finished_writing() -> None:
    assert plan.action_line(ENGLISH, " ", None, "not known") == "No owner yet. Money: not known."
    assert plan.first_step(ENGLISH, "  ") == ""
    assert plan.measure(ENGLISH, "", "", "") == "no measure yet"
    assert plan.measure(ENGLISH, "Letters", "", "3") == "Letters"


def test_the_work_of_a_wave() -> None:
    assert untied(plan.load(ENGLISH, 43, 60)) == "43 of 60 person-days"
    assert untied(plan.load(ENGLISH, 2.5, None)) == "2.5 person-days"
    assert plan.plan_opening(ENGLISH, 8, owned=8, guessed=True) == (
        "Eight actions, each with one post that answers for it. The days of work are first guesses, to be checked by the "
        "owners."
    )


@pytest.mark.parametrize(
    ("actions", "owned", "said"),
    [
        (6, 6, "Six actions, each with one post that answers for it."),
        (6, 5, "Six actions; five have a post that answers for them."),
        (2, 1, "Two actions; one has a post that answers for it."),
        (6, 0, "Six actions; no post answers for any of them yet."),
        (1, 0, "One action; no post answers for it yet."),
        (0, 0, "No action is chosen."),
    ],
)
def test_the_plan_counts_the_posts_that_answer_for_it(actions: int, owned: int, said: str) -> None:
    assert plan.plan_opening(ENGLISH, actions, owned=owned, guessed=False) == said


def test_if_nothing_is_decided() -> None:
    assert untied(plan.nothing_decided(ENGLISH, "2027-09-15")) == (
        "The targets stay the view of those present, no owner has a mandate, and the review on 15 September 2027 has "
        "nothing to report."
    )
    assert "review" not in plan.nothing_decided(ENGLISH, None)
    without_targets = plan.nothing_decided(ENGLISH, "2027-09-15", targets=False)
    assert untied(without_targets) == (
        "No owner has a mandate, and the review on 15 September 2027 has nothing to report."
    )
    assert plan.nothing_decided(ENGLISH, None, actions=False) == (
        "The targets stay the view of those present."
    )
    assert "targets" not in plan.nothing_decided(ENGLISH, None, targets=False, actions=False)


def test_who_took_part() -> None:
    assert untied(people.took_part(ENGLISH, 28, 31, {"paper": 21, "hands": 7, "phone": 0})) == (
        "28 of 31 invited officials; 21 voted on paper, 7 by show of hands."
    )
    assert people.took_part(ENGLISH, 12, 12, {}, (1, 1)) == "12 officials."

    def asked(fewest: int, most: int) -> str:
        return untied(people.took_part(ENGLISH, 184, 200, {"paper": 184}, (fewest, most)))

    assert asked(1, 1) == (
        "184 of 200 invited officials; 184 voted on paper, one question a pivot (indicative)."
    )
    assert asked(3, 3).endswith("184 voted on paper, three questions a pivot.")
    assert asked(2, 3).endswith("184 voted on paper, two to three questions a pivot.")
    assert untied(people.stand_behind(ENGLISH, 24, 27)) == "24 of 27 stand behind this plan"
    assert untied(people.stand_behind(ENGLISH, 1, 27)) == "1 of 27 stands behind this plan"


def test_the_second_vote() -> None:
    first = dict.fromkeys(range(12), 4) | dict.fromkeys(range(12, 28), 2)
    second = dict.fromkeys(range(28), 2) | {27: 3, 0: 4}
    said = changing.moved(ENGLISH, moves(first, second))
    assert untied(said) == "12 of 28 people changed their answer: 1 up, 11 down."
    assert untied(changing.second_vote(ENGLISH, "A.", "B.", said)).startswith(
        "First: A. Second: B. 12 of 28 people"
    )


def test_moves_that_would_give_somebody_away_are_not_told() -> None:
    first = dict.fromkeys(range(8), 2)
    second: dict[int, int | None] = {**first, 8: 4}
    assert changing.moved(ENGLISH, moves(first, second)) == ""
    assert changing.moved(ENGLISH, moves(first, first)) == "Nobody changed their answer."


def test_can_t_say_counts_as_an_answer_changed() -> None:
    first: dict[int, int | None] = {0: None, 1: 2, 2: 2, 3: 2, 4: 2}
    second: dict[int, int | None] = {0: 2, 1: None, 2: 2, 3: 2, 4: 2}
    assert untied(changing.moved(ENGLISH, moves(first, second))) == (
        "2 of 5 people changed their answer: 1 from can’t say to a level, 1 to can’t say."
    )


def test_unpaired_ballots_tell_the_least_that_changed() -> None:
    assert changing.at_least(ENGLISH, shift(Tally((3, 1, 1, 3), 0, 8), Tally((1, 3, 3, 1), 0, 8))) == (
        "At least 4 ballots changed."
    )
    same = Tally((3, 1, 1, 3), 0, 8)
    assert changing.at_least(ENGLISH, shift(same, same)) == "The counts are the same as before."


def test_a_decision_beside_its_votes(stages: Stages) -> None:
    assert untied(decided.decision(stages, 2.0, Fraction(5, 2))) == (
        "2 Doing digital ● agreed by the room ○ 2.5 computed from the votes"
    )
    assert untied(decided.decision(stages, 2.5, None)) == "2½ between Doing and Becoming ● agreed by the room"
    assert decided.reason(ENGLISH, "Benefits reuses facts, most services do not") == (
        "Benefits reuses facts, most services do not."
    )
    assert decided.reason(ENGLISH, " ") == "No reason is recorded."
    assert decided.dissent(ENGLISH, "") == "None recorded."
    assert decided.overruled(
        ENGLISH, "Infrastructure", 2.0, Fraction(28, 10), "Asked for a list,\nwe named two."
    ) == ("In infrastructure the room agreed 2; its votes gave 2.8 (reason: Asked for a list, we named two).")
    assert decided.overruled(ENGLISH, "Law", 2.0, Fraction(3), " ").endswith("(no reason is recorded).")
    assert len(decided.overruled(ENGLISH, "Law", 2.0, Fraction(3), "long " * 900)) < 220
    assert decided.left_open(ENGLISH, "Time ran out") == ("The room left this open. Time ran out.")


def test_what_is_missing_says_why() -> None:
    words = {why: missing.missing(ENGLISH, why) for why in missing.Missing}
    assert words[missing.Missing.TOO_LITTLE] == "too little answered"
    assert all(words.values())
    assert untied(missing.not_discussed(ENGLISH, "Data mastery", "2027-09-15")) == (
        "Data mastery was not discussed. This says nothing about how the city does. The plan keeper raises it at the "
        "review on 15 September 2027."
    )


def test_what_the_council_is_asked() -> None:
    drafts = asking.drafts(
        ENGLISH, targets=7, horizon="2028-12-31", owners=4, now_until="2027-08-31", review="2027-09-15"
    )
    assert [untied(line) for line in drafts] == [
        "Agree the seven targets in figure 1 as the city’s aim for the end of 2028.",
        "Ask the four owners of the first wave (page 2) to begin now and to finish by 31 August 2027.",
        "Receive a report on progress on 15 September 2027.",
    ]
    assert asking.drafts(ENGLISH, targets=0, horizon=None, owners=0, now_until=None, review=None) == ()
    assert asking.drafts(ENGLISH, targets=2, horizon=None, owners=1, now_until=None, review=None) == (
        "Agree the two targets in figure 1 as the city’s aims.",
        "Ask the owner of the first wave (page 2) to begin now.",
    )


def test_the_ask_says_which_first_action_has_no_owner() -> None:
    def asked(owners: int, unowned: list[str]) -> str:
        (line,) = asking.drafts(
            ENGLISH, targets=0, horizon=None, owners=owners, now_until=None, review=None, unowned=unowned
        )
        return line

    assert asked(2, ["A-004"]) == (
        "Ask the two owners of the first wave (page 2) to begin now. A-004 has no owner yet."
    )
    assert asked(1, ["A-001", "A-004"]).endswith(" A-001 and A-004 have no owner yet.")
    assert asked(0, ["A-004"]) == "Name an owner for A-004 of the first wave (page 2)."


def test_a_caption_begins_with_its_finding() -> None:
    assert (
        figures.against_targets(ENGLISH, below=7, met=0, without_level=0)
        == "Every pivot is below its target."
    )
    assert figures.against_targets(ENGLISH, below=2, met=5, without_level=0) == (
        "Two pivots of seven are below their targets."
    )
    assert (
        figures.against_targets(ENGLISH, below=0, met=7, without_level=0)
        == "Every pivot stands at its target."
    )
    assert figures.against_targets(ENGLISH, below=0, met=7, without_level=0, above=1) == (
        "Every pivot stands at its target or above it."
    )
    assert figures.against_targets(ENGLISH, below=3, met=1, without_level=3) == (
        "Three pivots have no level; each row says why."
    )
    assert figures.bars_key(ENGLISH, "2028-12-31", all_agreed=True) == (
        "Bar: the level agreed. Tick: the target for the end of 2028."
    )
    assert figures.bars_key(ENGLISH, None, all_agreed=False, bars=False) == "Tick: the target."
    assert figures.bars_key(ENGLISH, None, all_agreed=False, bars=False, ticks=False) == ""
    assert figures.plan_finding(ENGLISH, 5, 2) == "Five actions in two waves; in words on the next pages."
    assert figures.plan_finding(ENGLISH, 1, 1) == "One action in one wave; in words on the next pages."
    assert (
        figures.radar_finding(ENGLISH, 8, 5, 0)
        == "The eight chosen actions move five pivots and reach no targets."
    )
    assert (
        figures.radar_finding(ENGLISH, 1, 1, 1)
        == "The one chosen action moves one pivot and reaches one target."
    )


def test_what_is_left_to_finish() -> None:
    for lack in finishing.Unfinished:
        assert finishing.to_finish(ENGLISH, lack, "A-001").startswith("A-001")
    assert finishing.guessed_days(ENGLISH, ["A-001", "A-004"], 6) == (
        "The days of work are first guesses in A-001 and A-004."
    )
    assert (
        finishing.guessed_days(ENGLISH, ["A"] * 6, 6)
        == "The days of work are first guesses in all six actions."
    )
    assert finishing.guessed_days(ENGLISH, [], 6) == ""
    assert len({finishing.task(ENGLISH, lack) for lack in finishing.Unfinished}) == len(finishing.Unfinished)
    assert all(finishing.task(ENGLISH, lack).endswith(".") for lack in finishing.Unfinished)
    assert finishing.without_owner(ENGLISH, 1, 6) == "1 of 6 has no owner yet"
    assert finishing.without_owner(ENGLISH, 0, 6) == ""
    assert finishing.parked(ENGLISH, 3) == "Three parking-lot notes go to the annex."


def test_the_worked_example_of_the_method_page() -> None:
    assert method_page.question_sum(ENGLISH, (6, 15, 6, 0)) == (
        "(6 × 1 + 15 × 2 + 6 × 3 + 0 × 4) ÷ 27 = 54 ÷ 27 = 2.0"
    )
    assert method_page.pivot_sum(ENGLISH, [Fraction(2), Fraction(44, 27), Fraction(34, 15)]) == (
        "(2.00 + 1.63 + 2.27) ÷ 3 = 1.97, printed as 2.0"
    )
    assert method_page.question_sum(ENGLISH, (0, 0, 0, 0)) == ""


def test_the_method_page_says_what_the_figures_show() -> None:
    heading, said = method_page.what_it_shows(
        ENGLISH, 28, "2027-03-01", "Data mastery", Fraction(19, 10), Fraction(2)
    )
    assert heading == "What this shows"
    assert untied(said) == (
        "What these 28 officials judged on 1 March 2027, and how far one person could move it: if any one had stayed "
        "away, data mastery would compute to between 1.9 and 2.0."
    )
    _, same = method_page.what_it_shows(
        ENGLISH, 28, "2027-03-01", "Data", Fraction(229, 100), Fraction(233, 100)
    )
    assert same.endswith("if any one had stayed away, data would still compute to 2.3.")
    assert method_page.what_it_shows(ENGLISH, 0, "2027-03-01")[1] == "Nothing yet: nobody took part."
    assert method_page.what_it_does_not(ENGLISH)[1].startswith("A single level for the city.")
    standing_words = dict(method_page.standing_paragraphs(ENGLISH))
    assert all(
        word in standing_words["Words for a vote"] for word in ("Consensus", "Leaning", "Two camps", "Spread")
    )
    assert all(
        word in standing_words["The order of gaps"] for word in ("firm", "close call", "Tie", "Decided")
    )
    _, asked = method_page.what_was_asked(ENGLISH, 7, 7, 4)
    assert asked.startswith("Seven questions about seven pivots. Each has four levels")


@pytest.mark.parametrize(
    "typed", ["<b>no</b> & =cmd()", "{level}", "مدينة 😀", "“Not yet!”", "iPads first?", "x" * 20_000]
)
def test_what_people_wrote_comes_out_as_itself(stages: Stages, typed: str) -> None:
    for said in (
        decided.reason(ENGLISH, typed),
        decided.dissent(ENGLISH, typed),
        decided.left_open(ENGLISH, typed),
        plan.first_step(ENGLISH, typed),
        plan.action_line(ENGLISH, typed, None, "none"),
        plan.measure(ENGLISH, typed, "0", typed),
        finishing.to_finish(ENGLISH, finishing.Unfinished.OWNER, typed),
    ):
        assert typed in said
