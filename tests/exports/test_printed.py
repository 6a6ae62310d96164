"""The papers for the day, opened with another reader: every seat once, every text as it was typed, sizes, tags."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.text import clean
from desktop.model.verbs import prepare
from desktop.model.verbs.seating import Expected, GroupRow
from desktop.model.workshop import Workshop
from desktop.words.catalogue import ENGLISH
from desktop.words.printed import promise
from exports.pdf.printed import ballots, cards, invitation, posters, reading, signin
from exports.pdf.watched import WatchedCanvas
from exports.printed import AskedQuestion, Printed, gather_printed
from exports.printing import BY_KEY, PAPERS, print_papers
from tests.exports.pdf.reading import Reading
from tests.exports.rehearsed import HOSTILE, MADE_AT

A4, A3, LETTER = (595.28, 841.89), (841.89, 1190.55), (612.0, 792.0)
Print = Callable[..., Printed]
FILES = Path(__file__).parents[1] / "files"


def silent(_page: int) -> None:
    """Tell nobody."""


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clerk]:
    started = Clerk.start(tmp_path_factory.mktemp("printed") / "library.sqlite")
    yield started
    started.close()


@pytest.fixture(scope="module")
def held(clerk: Clerk) -> Callable[..., Workshop]:
    """A workshop that is prepared."""

    def made(framework: Framework | None = None, **facts: object) -> Workshop:
        chosen = framework or builtin.framework()
        given = {
            "city": "Aldersund",
            "date": "2027-03-01",
            "template": builtin.agendas()["ninety-minutes"],
            "question_set": chosen.default_set if framework else "quick",
        } | facts
        key = clerk.create(chosen, lambda at: prepare.create(at, chosen, **given)).result()  # type: ignore[arg-type]
        return clerk.open(key).result().workshop

    return made


@pytest.fixture(scope="module")
def printed(held: Callable[..., Workshop]) -> Print:
    """What is printed for such a workshop."""

    @cache
    def made(**facts: object) -> Printed:
        return gather_printed(held(**facts), builtin.actions(), made_at=MADE_AT)

    return made


def words_of(data: bytes) -> list[str]:
    """What each page says, on one line, by its structure."""
    texts = [" ".join(page.values()) for page in Reading(data).pages]
    return [" ".join(text.replace("\u00a0", " ").split()) for text in texts]


def sizes(data: bytes) -> set[tuple[float, float]]:
    return {
        (round(float(page.mediabox.width), 2), round(float(page.mediabox.height), 2))
        for page in PdfReader(io.BytesIO(data)).pages
    }


@pytest.fixture(autouse=True)
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be painted outside a mark."""
    monkeypatch.setattr("exports.pdf.printed.desk.make_document", _made_watched)


def _made_watched(*given: object, **how: object) -> object:
    from exports.pdf.document import make_document

    return make_document(*given, canvas=WatchedCanvas, **how)  # type: ignore[arg-type]


# ---- ballots ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [1, 4])
def test_the_quick_set_is_one_sheet_a_seat_and_every_seat_is_there_once(printed: Print, people: int) -> None:
    p = printed(people=people)
    made = ballots.by_seat(p, ENGLISH, silent)
    assert made.pages == people * ballots.sides_of(p, ENGLISH)
    assert ballots.sides_of(p, ENGLISH) <= 2
    found = Counter(
        int(number) for text in words_of(made.data) for number in re.findall(r"Seat (\d+)keyed in", text)
    )
    assert found == {seat: ballots.sides_of(p, ENGLISH) for seat in range(1, people + 1)}
    assert sizes(made.data) == {A4}
    outline = [
        str(one.title) for one in PdfReader(io.BytesIO(made.data)).outline if not isinstance(one, list)
    ]
    assert outline == [f"Seat {number}" for number in range(1, people + 1)]


def test_two_hundred_seats_are_printed_page_by_page_and_can_be_stopped(printed: Print) -> None:
    class Stopped(Exception):
        pass

    seen: list[int] = []

    def begun(page: int) -> None:
        seen.append(page)
        if page == 30:
            raise Stopped

    p = printed(people=200, question_set="standard")
    assert len(p.seats) == 200
    with pytest.raises(Stopped):
        ballots.by_seat(p, ENGLISH, begun)
    assert seen == list(range(1, 31))


def test_a_ballot_says_everything_a_person_needs(printed: Print) -> None:
    p = printed(people=2, organisation="City of Aldersund")
    text = " ".join(words_of(ballots.by_seat(p, ENGLISH, silent).data)[: ballots.sides_of(p, ENGLISH)])
    for said in ("Aldersund, 1 March 2027", "Tick one box for each question.", p.yardstick, promise(ENGLISH)):
        assert " ".join(said.split()) in text
    for question in p.questions:
        assert f"{question.id} {question.text}" in text
        for level in question.levels:
            assert level in text
    assert text.count("Can’t say") == len(p.questions)


def test_the_answers_are_a_list_with_equal_boxes(printed: Print) -> None:
    reading_ = Reading(ballots.for_a_guest(printed(people=2), ENGLISH, silent).data)
    lists = reading_.document.all("L")
    assert len(lists) == len(builtin.framework().pivots)
    for one in lists:
        assert [label.text for label in one.all("Lbl")] == ["1", "2", "3", "4", "–"]
        assert one.all("LBody")[-1].text == "Can’t say"
    roles = [role for role, _ in reading_.document.outline() if role.startswith("H")]
    assert roles == ["H1"] + ["H2"] * len(lists)


@pytest.mark.parametrize(("chosen", "most"), [("standard", 4), ("full", 8)])
def test_larger_sets_fill_whole_sheets_pivot_by_pivot(printed: Print, chosen: str, most: int) -> None:
    p = printed(people=2, question_set=chosen)
    made = ballots.by_seat(p, ENGLISH, silent)
    pages = made.pages // 2
    assert pages % 2 == 0, "the next ballot begins on a sheet of its own"
    assert pages <= most
    texts = words_of(made.data)
    assert [text.count("Seat 2") > 0 for text in texts] == [False] * pages + [True] * pages
    first = " ".join(texts[:pages])
    assert [first.count(f" {question.id} ") for question in p.questions] == [1] * len(p.questions)
    assert "Turn over" in texts[0]
    assert "sheet 1 of" in texts[0]


def test_a_guest_has_no_number_and_large_print_is_large(printed: Print) -> None:
    p = printed(people=5)
    guest = words_of(ballots.for_a_guest(p, ENGLISH, silent).data)
    assert all("Seat ____" in text for text in guest)
    made = ballots.in_large_print(p, ENGLISH, silent)
    assert made.pages % 2 == 0 or made.pages == 1
    assert sizes(made.data) == {A4}
    for page in PdfReader(io.BytesIO(made.data)).pages:
        set_ = [float(size) for size in re.findall(rb" ([\d.]+) Tf", page.get_contents().get_data())]
        # the badge's digit repeats the pivot for the eye alone
        assert min(size for size in set_ if size != pytest.approx(12.64, abs=0.1)) >= 16


def test_another_scale_has_its_own_boxes(held: Callable[..., Workshop]) -> None:
    framework = read_framework((FILES / "framework-five-levels-from-0.json").read_bytes())
    w = held(framework, people=2)
    p = gather_printed(w, builtin.actions(), made_at=MADE_AT)
    (first, *_) = Reading(ballots.for_a_guest(p, ENGLISH, silent).data).document.all("L")
    assert [label.text for label in first.all("Lbl")] == ["0", "1", "2", "3", "4", "–"]
    assert p.cards == (), "the ready-made actions belong to another framework"
    assert "no ready-made actions" in words_of(cards.cards(p, ENGLISH, silent).data)[0]
    assert posters.posters(p, ENGLISH, silent).pages == len(p.questions)


# ---- the others ------------------------------------------------------------------------------------------------


def test_the_reading_copy_has_every_question_whole_and_no_level_leads(printed: Print) -> None:
    p = printed(people=2, question_set="standard")
    reading_ = Reading(reading.reading_copy(p, ENGLISH, silent).data)
    text = " ".join(reading_.document.text.replace("\u00a0", " ").split())
    for pivot in p.pivots:
        assert pivot.definition in text
        assert pivot.why in text
        for question in pivot.questions:
            for said in (
                question.text,
                *question.levels,
                question.ask_for,
                question.not_this,
                question.who_knows,
            ):
                assert " ".join(said.split()) in text
    assert p.yardstick in text
    asked = [one for one in reading_.document.all("L") if len(one.all("LI")) == 4][1:]
    assert len(asked) == len(p.questions)


def test_posters_are_a3_one_a_question_and_read_from_afar(printed: Print) -> None:
    p = printed(people=2)
    made = posters.posters(p, ENGLISH, silent)
    assert made.pages == len(p.questions)
    assert sizes(made.data) == {A3}
    for page, text, question in zip(
        PdfReader(io.BytesIO(made.data)).pages, words_of(made.data), p.questions, strict=True
    ):
        assert question.text in text
        assert "Can’t say" in text
        for short in question.short:
            assert short in text
        set_ = {float(size) for size in re.findall(rb" ([\d.]+) Tf", page.get_contents().get_data())}
        assert set_ & set(posters.LEVEL_SIZES)
        assert set_ & set(posters.QUESTION_SIZES)
    assert sizes(posters.posters(replace(p, paper="letter"), ENGLISH, silent).data) == {(792.0, 1224.0)}


def test_every_fitting_action_is_a_card_with_its_number(printed: Print) -> None:
    p = printed(people=2)
    made = cards.cards(p, ENGLISH, silent)
    assert made.pages == -(-len(p.cards) // 4)
    assert [card.number for card in p.cards] == list(range(1, len(p.cards) + 1))
    pivots = {pivot.id for pivot in p.pivots}
    fitting = [
        one
        for one in builtin.actions().actions
        if builtin.framework().questions[one.question].pivot in pivots
    ]
    assert len(p.cards) == len(fitting)
    text = " ".join(words_of(made.data))
    for card in p.cards:
        assert card.title in text
        assert " ".join(card.lifts.replace("\u00a0", " ").split()) in text
    assert text.count("a guess; the facilitator adjusts") == len(p.cards)


def test_cards_are_of_the_pivots_asked_about(clerk: Clerk, held: Callable[..., Workshop]) -> None:
    desk = clerk.open(held(people=2).about.id).result()
    desk.do(prepare.leave_out, questions=("D1",)).result()
    p = gather_printed(desk.workshop, builtin.actions(), made_at=MADE_AT)
    assert "D" not in {pivot.id for pivot in p.pivots}
    assert "D" not in {card.pivot.id for card in p.cards}
    assert p.cards


def test_the_sign_in_sheet_knows_groups_and_no_seat(held: Callable[..., Workshop]) -> None:
    people = [
        Expected("Ana Ruíz", "Finance"),
        Expected("Bo Lind", "Planning"),
        Expected("Cy Oro", "Planning"),
    ]
    w = held(people=people, groups=[GroupRow("Finance"), GroupRow("Planning")])
    p = gather_printed(w, builtin.actions(), made_at=MADE_AT)
    assert p.groups == (("Finance", 1), ("Planning", 2))
    made = signin.sign_in(p, ENGLISH, silent)
    reading_ = Reading(made.data)
    text = reading_.document.text
    assert "kept apart from the ballots" in text
    assert "Seat" not in text
    assert not re.search("Ana|Bo Lind|Cy", text)
    assert len(reading_.document.all("TR")) == 1 + 2 + 3 + signin.LEAST_SPARE


def test_two_hundred_sign_in_rows(printed: Print) -> None:
    rows = Reading(signin.sign_in(printed(people=200), ENGLISH, silent).data).document.all("TR")
    assert len(rows) == 1 + 200 + 20


def test_the_invitation_says_the_same_on_paper_and_in_a_mail(printed: Print) -> None:
    p = printed(people=2, facilitator="Ana Ruíz", organisation="City of Aldersund")
    (page,) = words_of(invitation.as_page(p, ENGLISH, silent).data)
    text = " ".join(invitation.as_text(p, ENGLISH, silent).decode("utf-8").split())
    for said in (
        "1 March 2027, 09:00 to 10:30 (1 h 30 min)", promise(ENGLISH), "Room and address:", "Ana Ruíz",
        f"holds all {len(p.questions)} questions", "large print",
    ):  # fmt: skip
        assert said in page
        assert said in text


# ---- all of them -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*HOSTILE, "الرباط"])
def test_hostile_text_comes_out_as_itself(text: str, printed: Print, tmp_path: Path) -> None:
    line = " ".join(clean(text).split())[:110].strip()
    p = printed(people=2, city=line, organisation=line, facilitator=line)
    loud = replace(
        p, yardstick=clean(text)[:600], cards=tuple(_loud(card, clean(text)) for card in p.cards[:2])
    )
    loud = replace(
        loud, pivots=tuple(replace(one, questions=_all_loud(one.questions, line)) for one in loud.pivots[:2])
    )
    done = print_papers(loud, tmp_path, [paper.key for paper in PAPERS])
    assert len(done) == 10
    for one in done:
        if one.path.suffix == ".pdf":
            assert len(PdfReader(one.path).pages) == one.pages
            assert (
                " ".join(line.split())[:40] in " ".join(words_of(one.path.read_bytes())) or not line.isascii()
            )
        else:
            assert line[:40] in " ".join(one.path.read_text("utf-8").split())


def _loud(card: object, text: str) -> object:
    return replace(
        card, title=text[:600], detail=text[:600], first_step=text[:600], owner=text[:600], risk=text[:600]
    )  # type: ignore[type-var]


def _all_loud(questions: tuple[AskedQuestion, ...], text: str) -> tuple[AskedQuestion, ...]:
    return tuple(
        replace(one, text=text, levels=(text,) * 4, short=(text[:44],) * 4, ask_for=text) for one in questions
    )


def test_names_of_files_and_progress(printed: Print, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    p = replace(printed(people=2), rehearsal=True)
    keys = ["signin", "invitation"]
    done = print_papers(p, tmp_path, keys, progress=lambda *given: told.append(given))
    assert [one.path.name for one in done] == [
        "aldersund-2027-03-01-sign-in-rehearsal.pdf",
        "aldersund-2027-03-01-invitation-rehearsal.pdf",
        "aldersund-2027-03-01-invitation-rehearsal.txt",
    ]
    assert told[0] == ("signin", 0, 3)
    assert told[-1] == ("", 3, 3)
    assert "Rehearsal" in words_of(done[0].path.read_bytes())[0]


def test_the_same_workshop_makes_the_same_bytes_and_letter_is_letter(printed: Print) -> None:
    p = replace(printed(people=2), paper="letter")
    first = ballots.by_seat(p, ENGLISH, silent)
    assert first.data == ballots.by_seat(p, ENGLISH, silent).data
    assert sizes(first.data) == {LETTER}


def test_the_table_names_makers_that_are_there() -> None:
    from importlib import import_module

    for paper in PAPERS:
        assert BY_KEY[paper.key] is paper
        for _, maker in paper.files:
            module, function = maker.split(":")
            assert callable(getattr(import_module(f"exports.pdf.printed.{module}"), function))
