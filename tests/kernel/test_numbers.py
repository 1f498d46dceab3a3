"""Numbers of documents and the documents named in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.numbers import DocumentNumber, DocumentReference, find_documents, same_document


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("71- QĐ/TU", "71-QĐ/TU"),
        ("90 -QĐ/ĐU", "90-QĐ/ĐU"),
        ("18/CT-TTg", "18/CT-TTg"),
        ("53/2025/NQ-HĐND", "53/2025/NQ-HĐND"),
        ("Số 17-CTr/ĐU", "17-CTr/ĐU"),
        ("Số: 1637/QĐ-UBND", "1637/QĐ-UBND"),
        ("21-TB/VPTW", "21-TB/VPTW"),
        ("904/SNV-CCHC", "904/SNV-CCHC"),
        ("33-CTr/TĐTN-TNNT", "33-CTr/TĐTN-TNNT"),
        ("09 – NQ / TU", "09-NQ/TU"),
        ("Số: 87/KH-BCĐQG1418", "87/KH-BCĐQG1418"),
        ("1264/NQ-UBTVQH15", "1264/NQ-UBTVQH15"),
        ("Số: 2107. /UBND-NC", "2107/UBND-NC"),
        ("Số: 15 ./KH-UBND", "15/KH-UBND"),
        ("Số: 31/QÐ-UBND", "31/QĐ-UBND"),
    ],
)
def test_a_number_has_one_written_form(text, canonical):
    assert DocumentNumber.parse(text).canonical == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18/CT-TTg", "18-CT/TTg"),
        ("71- QĐ/TU", "71-QĐ/TU"),
        ("09-NQ/TU", "9 - NQ/TU"),
        ("64/kh-ubnd", "64/KH-UBND"),
    ],
)
def test_keys_ignore_separators_spaces_and_case(one, other):
    assert DocumentNumber.parse(one).key == DocumentNumber.parse(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("09-NQ/TU", "09-NQ/ĐU"),
        ("53/2025/NQ-HĐND", "53/NQ-HĐND"),
        ("5/KH-UBND", "50/KH-UBND"),
        ("9-KL/TU", "9-NQ/TU"),
    ],
)
def test_keys_keep_real_differences(one, other):
    assert DocumentNumber.parse(one).key != DocumentNumber.parse(other).key


def test_a_blank_number_has_no_serial():
    assert DocumentNumber.parse("Số:       /KH-UBND").serial is None


@pytest.mark.parametrize(
    "text", ["", "không có số", "Quý III/2026", "ngày 12/3/2026", "24/7", "và/hoặc"]
)
def test_other_words_are_no_number(text):
    assert DocumentNumber.parse(text) is None


def test_a_document_is_found_with_kind_date_and_issuer():
    [found] = find_documents(
        "Thực hiện Nghị quyết số 09-NQ/TU, ngày 26/5/2026 của Ban Thường vụ Thành ủy về giải pháp"
    )
    assert (found.kind, found.number.canonical, found.date, found.issuer) == (
        "Nghị quyết",
        "09-NQ/TU",
        date(2026, 5, 26),
        "Ban Thường vụ Thành ủy",
    )


def test_dates_in_words_are_read():
    [found] = find_documents(
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ"
    )
    assert (found.date, found.issuer) == (date(2025, 6, 9), "Chính phủ")


def test_a_list_shares_the_issuer_named_last():
    found = find_documents(
        "Quy định 71- QĐ/TU ngày 17/11/2025, Quy định số 396-QĐ/TU ngày 15/5/2026 của Thành ủy "
        "Hải Phòng và Quyết định 1637/QĐ-UBND ngày 24/4/2026 của Ủy ban nhân dân thành phố sau "
        "khi"
    )
    assert [(item.number.canonical, item.issuer) for item in found] == [
        ("71-QĐ/TU", "Thành ủy Hải Phòng"),
        ("396-QĐ/TU", "Thành ủy Hải Phòng"),
        ("1637/QĐ-UBND", "Ủy ban nhân dân thành phố"),
    ]


def test_the_code_tells_a_central_issuer():
    [found] = find_documents("theo Nghị định số 300/2025/NĐ-CP")
    assert (found.issuer, found.issuer_stated) == ("Chính phủ", False)


def _reference(number, day=None, issuer=None):
    return DocumentReference(DocumentNumber.parse(number), (0, 1), None, day, issuer)


def test_the_same_document_is_known_through_different_spelling():
    one = _reference("18/CT-TTg", date(2026, 5, 8), "Thủ tướng Chính phủ")
    assert same_document(one, _reference("18-CT/TTg", date(2026, 5, 8)))
    assert same_document(
        _reference("64/KH-UBND", None, "UBND tỉnh"),
        _reference("64/KH-UBND", None, "Ủy ban nhân dân tỉnh"),
    )


def test_another_issuer_or_day_is_another_document():
    assert not same_document(_reference("09-NQ/TU"), _reference("09-NQ/ĐU"))
    assert not same_document(
        _reference("5/KH-UBND", date(2026, 1, 1)), _reference("5/KH-UBND", date(2025, 1, 1))
    )
    assert not same_document(
        _reference("5/KH-UBND", None, "UBND xã Hòa Sơn"),
        _reference("5/KH-UBND", None, "UBND phường Tân Lập"),
    )


@given(st.text(max_size=120))
def test_any_text_is_searched_without_failing(text):
    DocumentNumber.parse(text)
    assert all(0 <= item.span[0] < item.span[1] <= len(text) for item in find_documents(text))
