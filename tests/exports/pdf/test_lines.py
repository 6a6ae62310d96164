from __future__ import annotations

from exports.pdf.sheet import BODY, STRONG
from exports.pdf.text.lines import Line, balanced, fill, settled
from exports.pdf.text.spans import Span, Words, plain, spans
from exports.pdf.text.tokens import tokens


def words(line: Line) -> str:
    return "".join(piece.run.text for token in line.tokens for piece in token.pieces)


def set_in(text: Words, width: float, how=fill, rtl: bool = False) -> list[str]:  # type: ignore[no-untyped-def]
    return [words(line) for line in how(tokens(spans(text, BODY), rtl), width)]


def test_no_line_is_wider_than_its_room_and_no_letter_is_lost() -> None:
    text = "The council agrees the seven targets, and asks the owners to begin now. " * 5
    lines = fill(tokens(spans(text, BODY)), 150)
    assert all(line.width <= 150.001 for line in lines)
    assert " ".join(words(line) for line in lines) == text.strip()


def test_a_no_break_space_holds_its_words_together() -> None:
    for line in set_in("on 31\u00a0August\u00a02027 and on 15\u00a0September\u00a02027", 90):
        assert "31" not in line or "31\u00a0August\u00a02027" in line


def test_the_last_line_is_not_a_lone_word() -> None:
    text = "Agree the seven targets in figure one as the aim of the city for years"
    for width in range(120, 330, 3):
        greedy, better = set_in(text, width), set_in(text, width, settled)
        assert len(better) == len(greedy)
        if len(greedy) > 1 and " " not in greedy[-1] and " " in better[-1]:
            return
    raise AssertionError("no width was found where settling mattered")


def test_a_heading_is_balanced_in_as_few_lines() -> None:
    heading = [Span("What the plan reaches by the end of the second wave", STRONG)]
    lines = balanced(tokens(spans(heading, BODY)), 200)
    assert len(lines) == len(fill(tokens(spans(heading, BODY)), 200)) == 2
    assert abs(lines[0].width - lines[1].width) < 70


def test_a_word_wider_than_the_line_is_cut_between_letters() -> None:
    text = "e\u0323\u0301x" * 60
    lines = set_in(text, 40)
    assert "".join(lines) == plain(text)
    assert not any(line.startswith(("\u0301", "\u0323")) for line in lines)


def test_addresses_break_after_slashes_and_han_between_letters() -> None:
    assert all(line.endswith("/") for line in set_in("https://example.org/strategy/roadmap/actions", 75)[:-1])
    lines = set_in("北京市朝阳区人民政府，数字化转型。", 60)
    assert len(lines) > 1
    assert not any(line[0] in "，。" for line in lines)


def test_a_newline_ends_the_line_and_spaces_inside_stay() -> None:
    assert set_in("a\n\nb  c", 200) == ["a", "", "b  c"]


def test_words_are_data_not_markup() -> None:
    assert set_in("<b>bold</b> &amp; <img src='/etc/passwd'>", 400) == [
        "<b>bold</b> &amp; <img src='/etc/passwd'>"
    ]


def test_an_isolated_name_does_not_turn_its_neighbours() -> None:
    def levels(isolate: bool) -> list[tuple[str, int]]:
        parts = spans([Span("مريم", isolate=isolate), " 3, by"], BODY)
        return [(p.run.text, p.run.level) for token in tokens(parts) for p in token.pieces]

    assert ("3,", 0) in levels(isolate=True)
    assert ("3,", 0) not in levels(isolate=False)


def test_what_is_too_wide_breaks_after_its_words_before_it_breaks_a_number() -> None:
    lines = set_in("New, EUR\u00a01,234,567.25", 75)
    assert [line.strip() for line in lines] == ["New,", "EUR", "1,234,567.25"]
