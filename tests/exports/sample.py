"""A report made by hand: seven pivots, eight actions, and its variants. No workshop is played, so it takes no time.

Numbers agree with each other as a gathered report's do: what a pivot's actions add is what *if all is done* gains.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from desktop.model.measures.rounding import printed
from exports.report import (
    ActionEntry,
    CouncilPaper,
    DecisionResult,
    Gap,
    Method,
    OpenTask,
    Options,
    PivotSection,
    QuestionResult,
    Report,
    RoundResult,
    StageName,
    Standing,
    Status,
    WaveEntry,
)

HALF = Fraction(1, 2)
STAGES = ("Exploring", "Doing digital", "Becoming digital", "Being digital")
PIVOTS = (  # id, name, short, agreed, computed, target
    ("A", "Flexible & secure infrastructure", "Infrastructure", Fraction(2), Fraction(23, 10), 3 + HALF),
    ("B", "Data mastery", "Data", 2 + HALF, Fraction(13, 5), 3 + HALF),
    ("C", "Digitally savvy, open talent networks", "Talent", None, Fraction(7, 3), Fraction(3)),
    ("D", "Ecosystem engagement", "Ecosystem", 1 + HALF, Fraction(4, 3), 2 + HALF),
    ("E", "Intelligent workflows", "Workflows", 2 + HALF, Fraction(12, 5), None),
    ("F", "Unified customer experience", "Customers", 1 + HALF, Fraction(3, 2), 2 + HALF),
    ("G", "Business model adaptability", "Business", None, None, Fraction(3)),
)
ACTIONS: tuple[dict[str, Any], ...] = (
    {"pivot": "A", "title": "Write the attack plan, then practise it", "wave": "now", "adds": HALF,
     "owner": "Head of IT", "due": "2027-02-20", "status": "in_progress", "progress": 40},
    {"pivot": "A", "title": "Move the three oldest servers", "wave": "later", "adds": Fraction(1, 3),
     "owner": "", "due": "2028-12-31"},
    {"pivot": "B", "title": "Reuse facts in the busiest services", "wave": "next", "adds": Fraction(1, 6),
     "owner": "Head of customer service", "due": "2027-03-20", "needs": ("A-001", "Data sharing at 2")},
    {"pivot": "C", "title": "Train a stand-in for each busy service", "wave": "now", "adds": Fraction(1, 4),
     "owner": "Head of human resources", "due": None, "person": "Marta Vela"},
    {"pivot": "D", "title": "Publish the bus times", "wave": "now", "adds": Fraction(1, 2), "owner": "Head of IT",
     "due": "2027-01-31", "status": "done", "progress": 100, "owner_update": "Published on 28 January."},
    {"pivot": "F", "title": "One form for moving house", "wave": "next", "adds": Fraction(1, 2),
     "owner": "Head of customer service", "due": "2027-09-30", "status": "blocked",
     "owner_update": "Waits for the population register.\nAsked again on 12 February."},
    {"pivot": "G", "title": "List the rules that demand paper", "wave": "now", "adds": Fraction(0),
     "owner": "City solicitor", "due": "2027-09-30"},
    {"pivot": "F", "title": "Read every letter aloud before it is sent", "wave": None, "adds": Fraction(0),
     "owner": "Chief of staff", "due": None},
)  # fmt: skip


def sample(**changes: Any) -> Report:
    """The whole report; ``changes`` replace fields of it."""
    entries = tuple(_entry(number, **facts) for number, facts in enumerate(ACTIONS, start=1))
    return replace(_report(entries), **changes)


def with_actions(count: int) -> Report:
    """The report with ``count`` actions, the eight over and over; what they add is counted once."""
    entries = [
        _entry(n, **{**ACTIONS[n % 8], "adds": Fraction(0), "title": f"{ACTIONS[n % 8]['title']} ({n})"})
        for n in range(1, count + 1)
    ]
    return _report(tuple(entries))


def with_texts(text: str, skip: frozenset[str] = frozenset()) -> Report:
    """The report with ``text`` in every field a person could have filled in, but for those named in ``skip``."""
    report = _typed(sample(), text, skip)
    assert isinstance(report, Report)
    return report


def rehearsed_sample() -> Report:
    """The report marked as a rehearsal, final."""
    return sample(status=Status("Final", 2, final=True, for_decision=True, rehearsal=True))


_TYPED = frozenset({
    "city", "organisation", "workshop_title", "name", "short", "missing", "target_rationale", "rationale", "dissent",
    "definition", "covers", "story", "story_source", "held_back_by", "evidence", "quotes", "barriers", "parked",
    "title", "detail", "owner", "person", "reports_to", "money_note", "measure", "measure_what", "measure_from",
    "measure_to", "measure_source", "first_step", "benefit", "risk", "needs", "owner_update", "plan_keeper", "asked",
    "limits", "to_finish", "about", "who", "currency", "question_title", "text", "levels",
})  # fmt: skip


def _typed(value: Any, text: str, skip: frozenset[str], field: str = "") -> Any:
    """A copy in which each text of a typed field is ``text``; pivots' names stay apart from each other."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {
            one.name: _typed(getattr(value, one.name), text, skip, one.name) for one in fields(type(value))
        }
        if isinstance(value, Standing) and "name" not in skip:
            found["name"] = f"{text} {value.id}" if text else value.name
        return replace(value, **found)
    if isinstance(value, tuple):
        return tuple(_typed(one, text, skip, field) for one in value)
    return text if isinstance(value, str) and field in _TYPED - skip else value


def _entry(number: int, **facts: Any) -> ActionEntry:
    plain: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012}", "number": f"A-{number:03}", "question": None,
        "question_title": "Tell us once" if number % 2 else "", "from_level": 2, "to_level": 3,
        "detail": "Choose one post to answer for each register. Tell all staff which posts.", "person": "",
        "reports_to": "Deputy mayor", "start": "2027-03-15", "due": "2027-09-30", "days": Fraction(20),
        "days_guessed": True, "effort": "m", "money_kind": "in_budget", "money": "In the budget",
        "money_amount": Fraction(1200), "money_note": "", "measure": "Share of cases: 10% → 60%",
        "measure_what": "Share of cases", "measure_from": "10%", "measure_to": "60%", "measure_source": "Register",
        "first_step": "Ask each head of service for two names this month.",
        "benefit": "Fewer letters, and an answer within a week.", "risk": "Two people carry it.", "needs": (),
        "sdg": (), "status": "planned", "progress": 0, "owner_update": "", "on_page_one": False, "to_check": (),
    }  # fmt: skip
    return ActionEntry(**{**plain, **facts})


def _standing(place: int, entries: tuple[ActionEntry, ...]) -> Standing:
    key, name, short, agreed, computed, target = PIVOTS[place - 1]
    now = agreed if agreed is not None else computed
    gained = sum((one.adds for one in entries if one.pivot == key), Fraction(0))
    done = None if now is None else now + gained
    asked = now is not None and target is not None
    return Standing(
        id=key, place=place, colour=place, icon="", name=name, short=short, now=now, agreed=agreed, computed=computed,
        stage="" if now is None else STAGES[int(now) - 1], missing="not discussed" if now is None else "",
        target=target, horizon="2028-12-31" if target is not None else None, target_rationale="",
        gap=target - now if asked and target is not None and now is not None else None,
        weight=Fraction(100, 7), share=None, if_done=done,
        still_open=max(Fraction(0), target - printed(done)) if target is not None and done is not None else None,
        indicative=False,
    )  # fmt: skip


def _section(standing: Standing, entries: tuple[ActionEntry, ...]) -> PivotSection:
    votes = RoundResult(
        1, (6, 12, 5, 1), 2, 26, 26, (2,), "12 of 26 at Doing digital.", "Broad agreement", "", "Hands"
    )
    asked = QuestionResult(
        f"{standing.id}1", "service_delivery", "A question", "How far are we?", STAGES, (votes,), standing.computed,
        None, standing.missing, "",
    )  # fmt: skip
    decision = DecisionResult(
        standing.agreed, standing.stage, standing.agreed is None, standing.agreed != standing.computed,
        "We judged by what most residents meet.", "Two held that one level higher is fair.", 26,
    )  # fmt: skip
    return PivotSection(
        standing=standing, definition="What it means.", covers="What it covers.", story="A story.",
        story_source="A city", questions=(asked,), decision=decision if standing.now is not None else None,
        left_out="" if standing.now is not None else "Not discussed on the day.", held_back_by="Time",
        evidence=("A report",), quotes=("We do this by hand.",), barriers=("Time",), parked=(), target="To 3.",
        actions=tuple(one.number for one in entries if one.pivot == standing.id), not_covered="",
    )  # fmt: skip


def _gaps(standings: tuple[Standing, ...]) -> tuple[Gap, ...]:
    """The gaps there are, the largest first."""
    found = sorted((one for one in standings if one.gap), key=lambda one: (-(one.gap or 0), one.place))
    return tuple(
        Gap(one.id, one.gap or Fraction(0), Fraction(1, len(found)), "", f"{one.name}.", "") for one in found
    )


def _report(entries: tuple[ActionEntry, ...]) -> Report:
    standings = tuple(_standing(place, entries) for place in range(1, 8))
    council = CouncilPaper(
        ("Agree the plan.",), "Strongest: data. Weakest: customers.", "Now and target", ("A gap.",), ("A-001",),
        "26 of 28 took part.", "These are the judgements of those present. Not an audit.", "The plan", "No new money.",
        "The plan reaches two targets.", "The gaps stay.", "",
    )  # fmt: skip
    waves = tuple(
        WaveEntry(wave, name, None, Fraction(20), None, "20 person-days",
                  tuple(one.number for one in entries if one.wave == wave))
        for wave, name in (("now", "Now"), ("next", "Next"), ("later", "Later"), (None, "Not placed yet"))
    )  # fmt: skip
    return Report(
        workshop="0b2f7c1e-5a57-4a3e-9a55-2f5f3f0a7d11", city="Rivermouth", organisation="City of Rivermouth",
        title="Digital roadmap", workshop_title="A day on our digital city", date="2027-03-01", language="en",
        made_at="2027-03-01T12:00:00.000Z", status=Status("Draft v1", 1, False, True, False), options=Options(),
        present=26, invited=28, voted="Show of hands", stages=tuple(
            StageName(level, name) for level, name in enumerate(STAGES, start=1)
        ),
        standings=standings, gaps=_gaps(standings), gaps_note="", not_listed="", pivots=tuple(_section(one, entries) for one in standings),
        actions=entries, waves=waves, closes=sum((one.adds for one in entries), Fraction(0)),
        asked_for=sum((one.gap or Fraction(0) for one in standings), Fraction(0)), plan_keeper="Chief of staff",
        reviews=("2027-09-30", "2028-03-31"), to_finish=(), parked=(), council=council, method=Method((), ()), currency="EUR",
        open_tasks=(
            OpenTask("", "Talent", "Agree a level; the room left it open.", "Chief of staff"),
            OpenTask("A-002", "Move the three oldest servers", "Name an owner: a post.", ""),
        ),
    )  # fmt: skip
