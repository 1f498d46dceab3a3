"""Deadlines inside sentences: found where they bind, passed over where they belong to a name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.deadlines import find_deadlines

REFERENCE = date(2026, 6, 18)

FOUND = [
    ("Triển khai từ tháng 7/2026 và hoàn thành trong quý II/2027.", "date", "2027-06-30"),
    ("Gửi số liệu trong tuần thứ hai của tháng cuối quý.", "recurring", None),
    ("Khóa sổ, hoàn thành trước 0 giờ ngày 01/01/2027.", "date", "2026-12-31"),
    ("Tổ chức lễ ra quân trước ngày 05/9 âm lịch.", "date", "2026-10-13"),
    ("Phổ biến Luật Dược năm 2024, xong trong tháng 9/2026.", "month", "2026-09-30"),
    ("Rà soát quy chế làm việc, hoàn thành trong tháng 6/2026.", "month", "2026-06-30"),
    ("Tham mưu ban hành kế hoạch (hoàn thành trước ngày 15/7/2026).", "date", "2026-07-14"),
    ("Báo cáo kết quả trước ngày 10/12/2026 để tổng hợp.", "date", "2026-12-09"),
    ("Công khai danh sách chậm nhất ngày 30 tháng 9 năm 2026.", "date", "2026-09-30"),
    ("Xây dựng đề án trình thông qua trong quý III/2026.", "quarter", "2026-09-30"),
    ("Đầu tư ba điểm trung chuyển hợp vệ sinh, hoàn thành trước năm 2029.", "year", "2028-12-31"),
    ("Xóa các điểm đen, xong trong 6 tháng đầu năm 2027.", "half", "2027-06-30"),
    ("Để chậm nhất đến 2030 đạt cơ cấu theo quy định.", "year", "2030-12-31"),
    ("Thực hiện chi trả từ ngày 15/6/2026 đến ngày 15/8/2026.", "date", "2026-08-15"),
    ("Hằng năm rà soát, bổ sung danh sách.", "recurring", None),
    ("Định kỳ hằng quý báo cáo Thường trực Đảng ủy.", "recurring", None),
    ("Báo cáo trước ngày 25 hằng tháng.", "recurring", None),
    ("Thường xuyên kiểm tra, đôn đốc các đơn vị.", "ongoing", None),
    ("Đôn đốc các đơn vị (thực hiện thường xuyên).", "ongoing", None),
    ("Chỉ đạo tuyển dụng ngay sau khi được giao biên chế.", "open", None),
    ("Báo cáo cấp trên khi có yêu cầu.", "open", None),
    (
        "Trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này, các phòng đăng ký nội dung.",
        "date",
        "2026-07-03",
    ),
]

AT_THE_END = [
    ("Phòng Kinh tế tham mưu phương án, quý III/2026.", "2026-09-30"),
    ("Lập danh sách hộ nghèo; tháng 8/2026;", "2026-08-31"),
    ("Giám sát việc chi trả trợ cấp, 6 tháng cuối năm 2026.", "2026-12-31"),
    ("Trình kế hoạch ngày 14/8/2026.", "2026-08-14"),
    ("Báo cáo Ban Thường vụ ngày 30/6/2026.", "2026-06-30"),
    ("Đo đạc thực địa, ngày 27 và 28/7/2026;", "2026-07-28"),
    ("Ký đề cương: ngày 08/9.", "2026-09-08"),
    ("Duyệt chương trình - 05/11;", "2026-11-05"),
    ("Báo cáo tại phiên giao ban tháng 9.", "2026-09-30"),
    ("Sơ tuyển sức khỏe trong các ngày 28, 29, 30/10/2026.", "2026-10-30"),
]

NOT_FOUND = [
    "Tổ chức lễ kỷ niệm ngày 20/11.",
    "Triển khai kế hoạch phát triển kinh tế năm 2026.",
    "Thực hiện kết luận tại cuộc họp ngày 20/5/2026.",
    "Tuyên truyền Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024",
    "Sửa đổi bộ tiêu chí đánh giá cán bộ theo quý, năm",
    "Thực hiện Nghị quyết số 09-NQ/TU ngày 26/5/2026 của Ban Thường vụ Thành ủy",
    "Triển khai Luật Cán bộ, công chức ngày 24/6/2025 của Quốc hội",
    "Nghị quyết Đại hội Đảng bộ phường nhiệm kỳ 2025 - 2030",
    "Đề án nâng cao chất lượng đội ngũ giai đoạn 2026-2030, tầm nhìn đến năm 2035",
    "Chính sách thu hút người có tài năng đến năm 2030, tầm nhìn đến năm 2050",
    "Chuyển đổi vị trí công tác người đã giữ chức vụ từ 05 năm trở lên",
    "Tiếp tục triển khai kế hoạch đào tạo năm 2026",
    "Nội dung được đưa vào sinh hoạt định kỳ của chi bộ",
    "Đây là nhiệm vụ thường xuyên, vừa cấp thiết vừa lâu dài",
    "Thăm, tặng quà nhân ngày 27/7",
    "Tính đến ngày 31/12/2025 đã có 12 chi bộ",
    "Số liệu so với năm 2025 tăng 5%",
    "Dân số 116.091 người, diện tích 6,56 km2",
    "Kịp thời đề xuất giải pháp tháo gỡ khó khăn",
    "Quyết định có hiệu lực kể từ ngày 01/7/2026",
]


@pytest.mark.parametrize(("sentence", "kind", "end"), FOUND)
def test_a_deadline_that_binds_is_found_first(sentence, kind, end):
    found = find_deadlines(sentence, REFERENCE)
    assert found, sentence
    strongest = max(
        found, key=lambda item: (item.bracketed, item.strong, item.deadline.end is not None)
    )
    assert strongest.deadline.kind == kind
    assert (strongest.deadline.end.isoformat() if strongest.deadline.end else None) == end


@pytest.mark.parametrize(("sentence", "end"), AT_THE_END)
def test_a_time_at_the_end_of_a_clause_is_found(sentence, end):
    [found] = find_deadlines(sentence, REFERENCE)
    assert found.deadline.end.isoformat() == end


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_a_time_that_belongs_to_a_name_is_passed_over(sentence):
    assert [item.raw for item in find_deadlines(sentence, REFERENCE)] == []


def test_a_day_without_a_year_joins_the_recurrence_of_its_sentence():
    [found] = find_deadlines(
        "Hằng năm, các chi bộ báo cáo kết quả (qua Ban Xây dựng Đảng) trước ngày 05/12."
    )
    assert dict(found.deadline.rule) == {"every": "year", "end": "12-04"}
    assert found.raw == "trước ngày 05/12"


def test_the_quarter_day_of_every_month_keeps_its_day():
    [found] = find_deadlines("Gửi số liệu trước ngày 25 hằng tháng")
    assert dict(found.deadline.rule) == {"every": "month", "end": "24"}


def test_brackets_are_remembered_for_cutting():
    [found] = find_deadlines("Ban hành quy chế (hoàn thành trong tháng 5/2026); tổ chức tập huấn")
    assert found.bracketed
    assert "Ban hành quy chế (hoàn thành trong tháng 5/2026); tổ chức tập huấn"[
        found.outer[0] : found.outer[1]
    ].startswith("(")


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from([s for s, *_ in FOUND] + NOT_FOUND), max_size=3).map(" ".join),
    )
)
def test_spans_lie_in_the_text_and_do_not_overlap(text):
    last = 0
    for item in find_deadlines(text, REFERENCE):
        start, end = item.span
        assert last <= start < end <= len(text)
        assert text[start:end] == item.raw
        last = end
