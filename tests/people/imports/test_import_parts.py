"""The pure parts: headings, posts, identity numbers, days, what a value writes it reads back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.people import columns as c
from thenchot.people import identity
from thenchot.people.imports import forms
from thenchot.people.imports.headings import meaning_of
from thenchot.people.imports.posts import posts_of, split
from thenchot.people.imports.showing import cell_of
from thenchot.platform.office.excel.cells import BadCell, read_loose_day
from thenchot.platform.office.excel.tables import folded
from thenchot.policy.codelists import code_list

PATHS = {
    "Ngày sinh → Nam": "born_m",
    "Ngày, tháng, năm sinh → Nữ": "born_f",
    "Trình độ → Chuyên môn": "degree",
    "Trình độ → LLCT": "theory",
    "Trình độ → Lý luận chính trị": "theory",
    "Trình độ → QLNN": "state_management",
    "Trình độ → Ngoại ngữ": "language_level",
    "Trình độ → Tin học": "it",
    "Trình độ → GDPT": "general_education",
    "Ngày vào Đảng → Dự bị": "party_joined_on",
    "Ngày vào Đảng CSVN → Chính thức": "party_official_on",
    "Vào Đảng → Ngày chính thức": "party_official_on",
    "Ngạch → Mã": "rank",
    "Ngạch → Bậc": "step",
    "Ngạch → Hệ số": "coefficient",
    "Lương hiện hưởng → Mã ngạch": "rank",
    "Lương hiện hưởng → Từ ngày": "salary_from",
    "Chức vụ → Đảng": "title_party",
    "Chức vụ → Chính quyền": "title_state",
    "Giới tính → Nam": "sex_m",
    "Nữ": "sex_f",
    "Lý luận chính trị → Cao cấp": "hot:theory:high",
    "Trình độ → LLCT → Sơ cấp": "hot:theory:elementary",
    "Chuyên môn → ThS": "hot:degree:master",
    "QLNN → CVC": "hot:state_management:senior",
    "Số CCCD (12 số)": "identity_no",
    "CCCD → Số": "identity_no",
    "CCCD → Ngày cấp": "identity_issued_on",
    "STT": "ordinal",
    "Họ và tên (chữ in hoa)": "name",
    "Năm sinh": "born",
    "Đơn vị công tác": "unit",
    "Chức vụ, đơn vị công tác": "post",
    "Độ mật": "secrecy",
    "Vợ (chồng) → Họ và tên": "",
    "Quan hệ gia đình → Năm sinh": "",
    "Cột lạ": "",
    "Chuyên môn → Trên đại học": "",
    "Danh sách cán bộ → Họ và tên": "name",
}


@pytest.mark.parametrize("path", PATHS)
def test_what_a_column_means(path):
    assert meaning_of(tuple(folded(part) for part in path.split(" → "))) == PATHS[path]


def test_every_column_is_known_by_its_own_title():
    assert [
        column.key for column in c.KEPT if meaning_of((folded(column.title),)) != column.key
    ] == []


def test_at_least_forty_columns_are_kept():
    assert len(c.KEPT) >= 40 and len({column.key for column in c.KEPT}) == len(c.KEPT)


class TestPosts:
    @pytest.mark.parametrize(
        ("text", "titles", "is_written"),
        [
            (
                "Phó Bí thư Đảng ủy, Chủ tịch UBND phường",
                ("Phó Bí thư Đảng ủy", "Chủ tịch UBND phường"),
                False,
            ),
            ("Bí thư; Chủ tịch HĐND", ("Bí thư", "Chủ tịch HĐND"), True),
            (
                "Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
                ("Trưởng phòng Kinh tế, Hạ tầng và Đô thị",),
                True,
            ),
            ("Phó Chủ tịch\nUBND phường", ("Phó Chủ tịch UBND phường",), True),
            ("Bí thư Đảng ủy\nChủ tịch HĐND", ("Bí thư Đảng ủy", "Chủ tịch HĐND"), False),
            (
                "Phó Chủ tịch UBMTTQ kiêm Chủ tịch Hội Nông dân",
                ("Phó Chủ tịch UBMTTQ", "Chủ tịch Hội Nông dân"),
                False,
            ),
            ("Trưởng phòng Văn hóa - Xã hội", ("Trưởng phòng Văn hóa - Xã hội",), True),
            ("Công chức Tư pháp - hộ tịch", ("Công chức Tư pháp - hộ tịch",), True),
            ("Chuyên viên", ("Chuyên viên",), True),
            ("Chuyên viên; Chuyên viên", ("Chuyên viên",), True),
        ],
    )
    def test_apart(self, text, titles, is_written):
        assert split(text)[0] == titles and (len(titles) == 1 or split(text)[1] is is_written)

    def test_an_office_before_a_membership_then_the_own_unit(self):
        bodies = {"Chủ tịch UBND": "ubnd", "Phó Bí thư Đảng ủy": "đảng ủy"}
        text = "Ủy viên BTV, Phó Bí thư Đảng ủy, Chủ tịch UBND"
        assert posts_of(text, "ubnd", bodies.get).titles == (
            "Chủ tịch UBND",
            "Phó Bí thư Đảng ủy",
            "Ủy viên BTV",
        )
        assert posts_of(text, None, bodies.get).titles == (
            "Phó Bí thư Đảng ủy",
            "Chủ tịch UBND",
            "Ủy viên BTV",
        )
        assert posts_of("Ủy viên; Chủ tịch UBND", "ubnd", bodies.get).titles == (
            "Ủy viên",
            "Chủ tịch UBND",
        )


class TestIdentity:
    @pytest.mark.parametrize(
        ("text", "was_number", "number"),
        [
            ("031080000123", False, "031080000123"),
            ("31080000123", True, "031080000123"),
            ("1080000123", True, "001080000123"),
            ("031 080 000 123", False, "031080000123"),
            ("131234567", False, "131234567"),
            ("31234567", True, "031234567"),
            ("31080000123", False, "031080000123"),
        ],
    )
    def test_reads(self, text, was_number, number):
        written = identity.read_number(text, was_number=was_number)
        assert written.number == number and bool(written.guess) == (
            len(text.replace(" ", "")) != len(number)
        )

    @pytest.mark.parametrize(
        ("text", "was_number"),
        [
            ("3.1E+10", False),
            ("3,1e10", False),
            ("31080000000", True),
            ("1234", True),
            ("12345678", False),
            ("abc", False),
            ("0310800001234", False),
        ],
    )
    def test_spoilt(self, text, was_number):
        with pytest.raises(identity.SpoiltNumber):
            identity.read_number(text, was_number=was_number)

    def test_a_text_may_end_in_zeros(self):
        assert identity.read_number("031080100000", was_number=False).guess == ""

    @pytest.mark.parametrize(
        ("number", "born", "sex", "words"),
        [
            ("031080000123", date(1980, 1, 1), "m", []),
            ("031180000123", date(1980, 1, 1), "f", []),
            ("031301000123", date(2001, 1, 1), "f", []),
            ("031080000123", date(1981, 1, 1), "m", ["1980"]),
            ("031080000123", date(1980, 1, 1), "f", ["là nam"]),
            ("000080000123", None, "", ["000 không phải mã tỉnh"]),
            ("031080000123", None, "", []),
            ("131234567", date(1980, 1, 1), "m", []),
        ],
    )
    def test_doubts(self, number, born, sex, words):
        said = identity.doubts(number, born, sex)
        assert bool(said) == bool(words) and all(word in said for word in words)


@pytest.mark.parametrize(
    ("value", "on", "guess"),
    [
        ("12/05/1980", date(1980, 5, 12), ""),
        ("5/1980", date(1980, 5, 1), "chỉ có tháng"),
        ("tháng 5/1980", date(1980, 5, 1), "chỉ có tháng"),
        ("12/5/05", date(2005, 5, 12), "2005"),
        ("12/5/85", date(1985, 5, 12), "1985"),
        ("5/25/1980", date(1980, 5, 25), "tháng đứng trước"),
        (date(1905, 6, 1), date(1979, 1, 1), "1979"),
        (29353, date(1980, 5, 12), "Excel"),
    ],
)
def test_days_of_old_lists(value, on, guess):
    found = read_loose_day(value, this_year=2026)
    assert found.on == on and (guess in found.guess if guess else not found.guess)


@pytest.mark.parametrize(
    "value", ["31/02/1980", "13/1980", "40/05/80", "25/25/1980", "hôm qua", "1.5"]
)
def test_no_day(value):
    with pytest.raises(BadCell):
        read_loose_day(value, this_year=2026)


def test_every_code_of_every_list_is_read_back_from_its_cell():
    for column in c.KEPT:
        if column.form in ("code", "level", "degree"):
            for item in code_list(column.codes):
                read = forms.FORMS[column.form](cell_of(column.key, item.code, {}), column)
                assert read.value == (
                    None if item.code == "none" and column.form != "code" else item.code
                ), (column.key, item)


@given(st.text(max_size=100))
def test_a_free_text_is_read_as_it_is_compared(said):
    from thenchot.people.imports.state import _said
    from thenchot.platform.office.excel.worksheets import neutral

    assert (forms.text(neutral(said), c.NOTE).value or "") == _said(said)
