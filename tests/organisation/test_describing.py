"""The description of a position as it is stored, compared and typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.organisation.describing import (
    clean_competencies,
    clean_description,
    clean_lines,
    differences,
    lines_to_rows,
    read_level,
    rows_to_lines,
    shown_level,
)

CELLS = st.text("abđượ ,;-0123", max_size=20)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("2", [2, 2]),
        ("2-3", [2, 3]),
        (" 2 – 3 ", [2, 3]),
        ("2 đến 3", [2, 3]),
        ("2/3", [2, 3]),
        ("Cấp độ 3", [3, 3]),
        ("Mức 4-5", [4, 5]),
        ("3-2", None),
        ("6", None),
        ("", None),
        ("cao", None),
        ("2-9", None),
    ],
)
def test_a_level_is_read(text, level):
    assert read_level(text) == level


@given(st.integers(1, 5), st.integers(1, 5))
def test_a_shown_level_is_read_back(one, other):
    level = sorted([one, other])
    assert read_level(shown_level(level)) == level


def test_no_level_shows_as_nothing():
    assert (shown_level(None), shown_level([])) == ("", "")


def test_lines_are_tidied_and_empty_ones_left_out():
    assert clean_lines("  Một   dòng \n\n\t\nHai dòng ,  ") == "Một dòng\nHai dòng,"


def test_letters_are_composed_and_what_word_cannot_print_is_gone():
    assert clean_lines("To\u0302\u0301t\x0b\ue000") == "Tốt"


class TestDescription:
    def test_empty_parts_are_absent(self):
        said = {
            "goal": " ",
            "tasks": [["", "", ""]],
            "authority": [""],
            "qualification": {"degree": ""},
            "place": None or "",
        }
        assert clean_description(said) == {}

    def test_rows_are_as_wide_as_their_table(self):
        said = clean_description(
            {"tasks": [["Văn thư"]], "outside": [["Sở", "Xin ý kiến", "thừa"]]}
        )
        assert said == {"tasks": [["Văn thư", "", ""]], "outside": [["Sở", "Xin ý kiến"]]}

    def test_unknown_parts_do_not_enter(self):
        assert clean_description(
            {"goal": "Quản lý", "colour": "red", "qualification": {"age": "30"}}
        ) == {"goal": "Quản lý"}

    def test_cleaning_twice_changes_nothing(self):
        said = {
            "goal": " Quản  lý ",
            "tasks": [["a ", " b", "c"]],
            "authority": ["x", " "],
            "qualification": {"degree": " ĐH "},
        }
        once = clean_description(said)
        assert clean_description(once) == once

    def test_differences_are_named(self):
        before = {"goal": "Quản lý", "tasks": [["a", "b", "c"]]}
        assert differences(before, {"goal": " Quản lý ", "tasks": [["a", "b", "c"]]}) == []
        assert differences(before, {"goal": "Quản trị", "authority": ["Ký"]}) == [
            "Mục tiêu",
            "Công việc và tiêu chí",
            "Quyền hạn",
        ]


class TestTyping:
    @pytest.mark.parametrize(
        ("line", "row"),
        [
            ("Văn bản | Đăng ký | Trong ngày", ["Văn bản", "Đăng ký", "Trong ngày"]),
            ("Văn bản", ["Văn bản", "", ""]),
            ("a | b | c | d", ["a", "b", "c | d"]),
            ("| b |", ["", "b", ""]),
        ],
    )
    def test_a_line_is_a_row(self, line, row):
        assert lines_to_rows(line, 3) == [row]

    def test_empty_lines_are_no_rows(self):
        assert lines_to_rows("\n  \na|b|c\n", 3) == [["a", "b", "c"]]

    @given(
        st.lists(st.lists(CELLS.map(clean_lines), min_size=3, max_size=3).filter(any), max_size=4)
    )
    def test_rows_survive_typing(self, rows):
        assert lines_to_rows(rows_to_lines(rows), 3) == rows

    def test_a_break_inside_a_cell_becomes_a_semicolon(self):
        assert rows_to_lines([["a\nb", "c", ""]]) == "a; b | c | "


def test_competencies_keep_the_order_of_the_framework_and_only_known_ones():
    assert list(
        clean_competencies({"language": [1, 2], "ethics": (3, 3), "swimming": [1, 1], "it": []})
    ) == ["ethics", "language"]
