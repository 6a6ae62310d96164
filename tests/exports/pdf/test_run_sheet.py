"""The run sheet read back: times that add up, the whole script, every question, the help, and texts as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.text import clean
from desktop.model.verbs import agenda, prepare, wordings
from desktop.model.workshop import Workshop
from desktop.words.catalogue import speak
from exports.pdf.document import make_document
from exports.pdf.printed.runsheet import run_sheet
from exports.pdf.watched import WatchedCanvas
from exports.printed import Printed, gather_printed
from exports.printing import print_papers
from tests.exports.pdf.reading import Element, Reading
from tests.exports.rehearsed import HOSTILE, MADE_AT
from tests.journeys.playing import START

FILES = Path(__file__).parents[2] / "files"
Begin = Callable[..., Desk]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """A workshop as Prepare leaves it; the built-in questions unless another framework is given."""
    clerk = Clerk.start(tmp_path / "library.sqlite", clock=ScriptClock(START), ids=seeded_ids(5))

    def begun(framework: Framework | None = None, template: str = "ninety-minutes", **facts: object) -> Desk:
        chosen = framework or builtin.framework()
        given = {"city": "Rivermouth", "date": "2027-03-01", "people": 24} | facts
        key = clerk.create(
            chosen,
            lambda at: prepare.create(at, chosen, template=builtin.agendas()[template], **given),  # type: ignore[arg-type]
        ).result(20)
        return clerk.open(key).result(20)

    yield begun
    clerk.close()


def twenty_one() -> Framework:
    return read_framework((FILES / "framework-three-a-pivot.json").read_bytes())


@pytest.fixture(autouse=True)
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be painted outside a mark."""

    def made_watched(*given: object, **how: object) -> object:
        return make_document(*given, canvas=WatchedCanvas, **how)  # type: ignore[arg-type]

    monkeypatch.setattr("exports.pdf.printed.runsheet.make_document", made_watched)


def printed_for(w: Workshop, **how: object) -> Printed:
    return gather_printed(w, builtin.actions(), made_at=MADE_AT, **how)  # type: ignore[arg-type]


def data_of(printed: Printed) -> bytes:
    return run_sheet(printed, speak(printed.language), lambda _page: None).data


def read(w: Workshop, **how: object) -> Reading:
    return Reading(data_of(printed_for(w, **how)))


def said(reading: Reading) -> str:
    return plain(" ".join(words for _, words in reading.document.outline()))


def plain(words: str) -> str:
    """Words with single spaces only."""
    return " ".join(words.replace("\u00a0", " ").split())


def cells(row: Element) -> list[str]:
    return [plain(child.text) for child in row.children if isinstance(child, Element)]


def timetable(reading: Reading) -> list[list[str]]:
    """The rows of the first table without its head."""
    return [cells(row) for row in reading.document.all("Table")[0].all("TR")[1:]]


def minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def test_the_times_of_the_day_add_up(begin: Begin) -> None:
    w = begin(start_minute=13 * 60 + 30).workshop
    reading = read(w)
    rows = timetable(reading)
    assert [row[0] for row in rows][:3] == ["13:30", "13:35", "13:40"]
    assert sum(int(row[1]) for row in rows) == 90
    for row, following in pairwise(rows):
        assert minute(row[0]) + int(row[1]) == minute(following[0])
    assert "1 March 2027, 13:30 to 15:00" in said(reading)
    assert [row[2] for row in rows][3:5] == ["Infrastructure", "Data"]


def test_a_step_left_out_is_not_on_it_and_the_day_ends_earlier(begin: Begin) -> None:
    desk = begin()
    step = next(one for one in desk.workshop.agenda if one.kind == "talk")
    desk.do(agenda.remove, step=step.id).result(20)
    reading = read(desk.workshop)
    assert "Talk in pairs" not in said(reading)
    assert "09:00 to 10:25" in said(reading)


def test_an_added_break_has_its_line_and_its_help(begin: Begin) -> None:
    desk = begin()
    desk.do(agenda.add, kind="break", place=6, title="Coffee", minutes=15).result(20)
    reading = read(desk.workshop)
    row = next(row for row in timetable(reading) if row[2] == "Coffee")
    assert row[3] == f"“Back at {clock(minute(row[0]) + 15)}.”"
    assert builtin.help().steps["break"].open["en"] in said(reading)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@pytest.mark.parametrize(
    ("make", "chosen", "template", "asked"),
    [
        (builtin.framework, "quick", "ninety-minutes", 7),
        (builtin.framework, "standard", "half-day", 21),
        (builtin.framework, "full", "full-day", 42),
        (twenty_one, "", "ninety-minutes", 21),
    ],
)
def test_every_question_is_on_it_with_levels_and_who_would_know(
    begin: Begin, make: Callable[[], Framework], chosen: str, template: str, asked: int
) -> None:
    framework = make()
    w = begin(framework, template, question_set=chosen or framework.default_set).workshop
    assert len(w.questions) == asked
    text = said(read(w))
    for question in w.questions:
        for part in (question.title, question.text, question.ask_for, question.not_this, question.who_knows):
            assert plain(part["en"]) in text, question.id
        for level in question.levels:
            assert plain(level.text["en"]) in text, question.id
    titles = [plain(one.text) for one in read(w).document.all("H3")]
    assert titles == [plain(question.title["en"]) for question in w.questions]


def test_a_question_left_out_is_not_on_it(begin: Begin) -> None:
    desk = begin()
    gone = desk.workshop.questions[0]
    desk.do(prepare.leave_out, questions=(gone.id,)).result(20)
    text = said(read(desk.workshop))
    assert plain(gone.text["en"]) not in text
    assert "No question: agree a level, or leave it open." in text


def test_the_whole_script_is_on_it(begin: Begin) -> None:
    text = said(read(begin().workshop))
    away = (
        "warm_up",
        "shock",
        "break",
        "debrief",
        "welcome_back",
        "welcome_open",
        "day_one_close",
        "groups",
    )  # of longer days, and of a room that votes by hands alone
    moments = [id for id in builtin.script().moments if not id.startswith(away)]
    held = [line["en"] for id in moments for line in builtin.script().lines(id)]
    assert len(held) > 30
    for line in held:
        for piece in plain(line).split("{")[:1]:
            assert piece in text, line
    assert "{" not in text
    assert "Our answers point to [level], [stage]." in text
    for pivot in begin().workshop.pivots:
        assert plain(pivot.definition["en"]) in text
        assert plain(pivot.hold_in_mind["en"]) in text


@pytest.mark.parametrize("template", builtin.AGENDAS)
def test_every_agenda_adds_up_and_says_all_of_its_steps(begin: Begin, template: str) -> None:
    w = begin(template=template).workshop
    reading = read(w)
    rows, text = timetable(reading), said(reading)
    steps = [row for row in rows if len(row) > 2]  # a sitting's own line has its day and its hours
    assert sum(int(row[1]) for row in steps) == builtin.agendas()[template].minutes
    for row, after in pairwise(rows):
        if len(row) > 2 and len(after) > 2:
            assert minute(row[0]) + int(row[1]) == minute(after[0])
    assert all(row[3] for row in steps), "there is something to say at every step"
    for kind in {step.kind for step in w.agenda}:
        for line in builtin.script().lines(kind):
            assert plain(line["en"]).split("{")[0] in text


def test_two_half_days_are_two_sittings_with_their_own_welcome(begin: Begin) -> None:
    w = begin(template="two-half-days").workshop
    reading = read(w)
    heads = [row[0] for row in timetable(reading) if len(row) <= 2]
    assert [plain(head)[:12] for head in heads] == ["1 March 2027", "2 March 2027"]
    text = said(reading)
    assert "09:00 to 12:00" in text
    for moment in ("welcome", "welcome_back", "day_one_close"):
        assert plain(builtin.script().lines(moment)[0]["en"]) in text


def test_work_in_groups_is_only_said_where_there_is_time_for_it(begin: Begin) -> None:
    line = plain(builtin.script().lines("groups")[0]["en"])
    assert line in said(read(begin(template="full-day").workshop))
    assert line not in said(read(begin().workshop))


def test_help_for_every_step_of_the_day_is_on_it(begin: Begin) -> None:
    w = begin().workshop
    text = said(read(w))
    for kind in {step.kind for step in w.agenda}:
        given = builtin.help().steps[kind]
        assert plain(given.open["en"]) in text
        for trouble in given.wrong:
            assert plain(trouble.sign["en"]) in text
            assert plain(trouble.do["en"]) in text


def test_it_says_how_we_vote_what_saves_minutes_and_the_keys(begin: Begin) -> None:
    text = said(read(begin(ways=("paper", "hands"), people=28).workshop))
    assert "We vote on paper and by show of hands. Voting this way takes about 11 of the 52 minutes." in text
    assert "Ballots and pens on seats 1 to 28" in text
    assert "1 each Vote once: skip the second round" in text
    assert "5 Owners go to the To finish list" in text
    for key in ("PageDown", "PageUp", "B or .", "F5", "Ctrl+Z", "Clicker"):
        assert key in text


def test_without_paper_the_time_in_hand_that_can_be_used_is_what_there_is(begin: Begin) -> None:
    w = begin(ways=("hands",)).workshop
    slack = next(step for step in w.agenda if step.kind == "slack")
    text = said(read(w))
    assert f"{slack.minutes} Use the time in hand" in text
    assert "Ballots and pens" not in text


def test_in_a_mirrored_room_it_is_the_only_script(begin: Begin) -> None:
    mirrored = said(read(begin(display="mirrored").workshop))
    assert "this sheet is the only script" in mirrored
    assert "held a second: leave it" in mirrored
    assert "wall on or off" not in mirrored
    assert "the only script" not in said(read(begin().workshop))


def test_a_quick_set_takes_six_pages_and_a_pivot_is_never_cut(begin: Begin) -> None:
    w = begin().workshop
    for paper, most in (("a4", 6), ("letter", 7)):
        reading = read(w, paper=paper)
        assert len(reading.pages) <= most
        pages = [plain(" ".join(words for words in page.values())) for page in reading.pages]
        for question in w.questions:
            on = [page for page in pages if plain(question.text["en"]) in page]
            assert len(on) == 1
            assert all(plain(level.text["en"]) in on[0] for level in question.levels)


def test_it_is_tagged_in_order_and_says_what_it_is(begin: Begin) -> None:
    reading = read(begin().workshop)
    roles = [role for role, _ in reading.document.outline()]
    assert roles[0] == "H1"
    assert roles.count("H1") == 1
    assert reading.catalogue["/Lang"] == "en"
    assert reading.catalogue["/MarkInfo"]["/Marked"]
    heads = [plain(one.text) for one in reading.document.all("H2")]
    assert heads[:6] == [
        "Before they come",
        "If you run late",
        "Keys",
        "Welcome",
        "Fill in ballots",
        "Talk in pairs",
    ]
    first = reading.document.all("Table")[0]
    assert cells(first.all("TR")[0]) == ["Start", "Min", "Step", "Say", "Do", "Ended"]
    assert reading.reader.metadata is not None
    assert reading.reader.metadata.title == "Run sheet, Rivermouth"
    assert "for the facilitator, not for the wall" in plain(reading.artifacts[0])


def test_hostile_texts_come_out_as_themselves(begin: Begin) -> None:
    desk = begin(city=HOSTILE[0], organisation=HOSTILE[1])
    pivot, question = desk.workshop.pivots[0], desk.workshop.questions[0]
    for place, text in enumerate(HOSTILE[:5]):
        desk.do(agenda.add, kind="talk", place=2, title=text).result(20)
        subject, field = ((pivot.id, "definition"), (question.id, "text"), (question.id, "level 1 text"),
                          (question.id, "who_knows"), (pivot.id, "name"))[place]  # fmt: skip
        desk.do(wordings.correct, subject=subject, field=field, language="en", text=text).result(20)
    reading = read(desk.workshop)
    text = said(reading)
    for hostile in HOSTILE[:5]:
        assert plain(clean(hostile)) in text
    assert plain(clean(HOSTILE[0])) in plain(reading.artifacts[0])


def test_very_long_texts_are_set_to_their_end(begin: Begin) -> None:
    desk = begin()
    question = desk.workshop.questions[0]
    long = "word " * 300
    desk.do(wordings.correct, subject=question.id, field="text", language="en", text=f"{long}end").result(20)
    assert plain(f"{long}end") in said(read(desk.workshop))


def test_a_city_in_arabic_and_a_workshop_from_right_to_left(begin: Begin, tmp_path: Path) -> None:
    city = "الرباط"
    (made,) = print_papers(printed_for(begin(city=city).workshop), tmp_path, ("runsheet",))
    assert made.missing == ()
    assert made.path.name == f"{city}-2027-03-01-run-sheet.pdf"
    assert city in plain(Reading(made.path.read_bytes()).artifacts[0])
    mirrored = read(begin(city=city, language="ar").workshop)
    assert mirrored.catalogue["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert [row[0] for row in timetable(mirrored)][:2] == ["09:00", "09:05"]


def test_a_rehearsal_says_so_on_every_page(begin: Begin) -> None:
    reading = read(begin(rehearsal=True).workshop)
    assert all("Rehearsal" in page for page in reading.artifacts)


def test_no_name_and_no_seat_of_a_person_is_on_it(begin: Begin) -> None:
    people = [prepare.Expected(name="Ana Ruiz"), prepare.Expected(name="Olena Ivanenko")]
    text = said(read(begin(people=people).workshop))
    assert "Ana" not in text
    assert "Olena" not in text


def test_the_same_day_makes_the_same_bytes(begin: Begin) -> None:
    printed = printed_for(begin().workshop)
    assert data_of(printed) == data_of(printed)


def test_where_all_hands_are_open_the_welcome_promises_no_secret(begin: Begin) -> None:
    by_hands = said(read(begin(ways=("hands",)).workshop))
    assert "We vote by open hands: the room sees yours." in by_hands
    assert "without your name. " not in by_hands.partition("We judge today")[0]
    by_paper = said(read(begin(ways=("paper", "hands")).workshop))
    assert "We vote by open hands" not in by_paper
