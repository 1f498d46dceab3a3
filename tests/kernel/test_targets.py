"""Targets, phrase by phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.targets import find_targets, number, parse_target

TABLE = [
    ("Cắt giảm ít nhất 30% chi phí tuân thủ", "decrease", 30, "%"),
    ("Lượng phát thải giảm 10%/năm", "decrease", 10, "%"),
    ("Giá trị sản xuất tăng bình quân 5%/năm trở lên", ">=", 5, "%"),
    ("Không còn hộ nghèo", "<=", 0, None),
    ("tỷ lệ cấp ủy viên nữ từ 20% trở lên", ">=", 20, "%"),
    ("Tối thiểu 85% thủ tục được cung cấp trực tuyến", ">=", 85, "%"),
    ("Ít nhất 80% trường học đạt chuẩn", ">=", 80, "%"),
    ("100% cán bộ được đào tạo", ">=", 100, "%"),
    ("Bảo đảm 100% hồ sơ đúng hạn", ">=", 100, "%"),
    ("Tỷ lệ trẻ đến lớp đạt 99,5%", ">=", 99.5, "%"),
    ("Phấn đấu hằng năm có từ 95% cán bộ hoàn thành tốt nhiệm vụ trở lên", ">=", 95, "%"),
    ("trên 90% người dân được lấy ý kiến", ">", 90, "%"),
    ("Trên 1.200 hộ có nước sạch", ">", 1200, "hộ"),
    ("Không quá 5% hồ sơ trễ hạn", "<=", 5, "%"),
    ("Tối đa 02 điểm trường lẻ", "<=", 2, "điểm trường"),
    ("tỷ lệ hộ nghèo dưới 1%", "<", 1, "%"),
    ("dưới hoặc bằng 3% học sinh bỏ học", "<=", 3, "%"),
    ("Tỷ lệ hộ nghèo còn không quá 0,8%", "<=", 0.8, "%"),
    ("Tăng 5% số hồ sơ trực tuyến", "increase", 5, "%"),
    ("giảm 10% thời gian giải quyết", "decrease", 10, "%"),
    ("Giảm tỷ lệ bỏ học xuống dưới 0,5%", "<", 0.5, "%"),
    ("Nâng tỷ lệ giáo viên trên chuẩn lên 35%", ">=", 35, "%"),
    ("tăng tỷ lệ cán bộ nữ trong tổng số cán bộ quản lý", "increase", None, "%"),
    ("giảm tỷ lệ tai nạn giao thông", "decrease", None, "%"),
    ("có 01 cán bộ trẻ giữ chức vụ Bí thư", ">=", 1, "person"),
    ("có cán bộ nữ trong Ban Thường vụ Đảng ủy", ">=", 1, "person"),
    ("Kết nạp ít nhất 60 đảng viên mới", ">=", 60, "person"),
    ("Có từ 40 doanh nghiệp trở lên", ">=", 40, "doanh nghiệp"),
    ("Giảm tỷ suất tử vong trẻ em xuống dưới 15‰", "<", 15, "‰"),
    ("Hằng năm tổ chức ít nhất 02 giải thể thao", ">=", 2, "giải"),
    ("Trồng mới 5.000 cây xanh", ">=", 5000, "cây"),
    ("tất cả cán bộ được tập huấn kỹ năng tiếp dân", ">=", 100, "%"),
    ("trong đó 20% hoàn thành xuất sắc", None, 20, "%"),
    ("Xây dựng đội ngũ cán bộ liêm chính", "qualitative", None, None),
    ("Hoàn thiện các quy định theo Nghị quyết số 5", "qualitative", None, None),
    ("Đến năm 2030 có trụ sở làm việc chung", "qualitative", None, None),
    ("vận hành mô hình chính quyền 02 cấp", "qualitative", None, None),
]


@pytest.mark.parametrize(("phrase", "comparator", "value", "unit"), TABLE)
def test_a_target_is_read(phrase, comparator, value, unit):
    read = parse_target(phrase)
    assert (read.comparator, read.value, read.unit) == (comparator, value, unit)


def test_a_condition_is_never_the_value():
    read = parse_target("tỷ lệ cán bộ trẻ (dưới 42 tuổi) từ 15% trở lên (tính cho cả nhiệm kỳ)")
    assert (read.comparator, read.value, read.condition) == (
        ">=",
        15,
        "dưới 42 tuổi; tính cho cả nhiệm kỳ",
    )


def test_a_range_keeps_both_ends():
    read = parse_target("đạt từ 15% đến 20%")
    assert (read.comparator, read.value, read.upper) == (">=", 15, 20)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.200", 1200),
        ("99,5", 99.5),
        ("12.5", 12.5),
        ("1.234.567,8", 1234567.8),
        ("7", 7),
        ("08", 8),
    ],
)
def test_numbers_are_written_the_vietnamese_way(text, value):
    assert number(text) == value


def test_a_sentence_with_several_aims_is_cut():
    found = find_targets(
        "Phấn đấu tỷ lệ nữ từ 20% trở lên và có cán bộ nữ trong Ban Thường vụ; tỷ lệ trẻ (dưới "
        "42 tuổi) từ 15% trở lên."
    )
    assert [(one.comparator, one.value) for one in found] == [(">=", 20), (">=", 1), (">=", 15)]


def test_of_which_is_an_aim_of_its_own():
    found = find_targets(
        "Có từ 95% cán bộ hoàn thành tốt nhiệm vụ trở lên; trong đó 20% hoàn thành xuất sắc, tạo "
        "động lực thi đua."
    )
    assert [(one.comparator, one.value) for one in found] == [(">=", 95), (None, 20)]


def test_a_row_of_shares_is_one_aim_for_each():
    found = find_targets(
        "Tăng tỷ lệ cán bộ trẻ, cán bộ nữ, cán bộ có trình độ sau đại học trong tổng số cán bộ "
        "quản lý"
    )
    assert [one.part for one in found] == [
        "cán bộ trẻ",
        "cán bộ nữ",
        "cán bộ có trình độ sau đại học",
    ]


def test_an_aside_is_no_aim():
    [found] = find_targets(
        "100% cán bộ đạt chuẩn trình độ; coi đây là tiêu chí bắt buộc trong đánh giá."
    )
    assert found.value == 100


@given(
    st.one_of(
        st.text(max_size=120),
        st.lists(st.sampled_from([row[0] for row in TABLE]), max_size=3).map("; ".join),
    )
)
def test_any_text_is_read_and_spans_fit(text):
    assert parse_target(text).comparator in (
        ">=",
        ">",
        "<=",
        "<",
        "increase",
        "decrease",
        "qualitative",
        None,
    )
    for one in find_targets(text):
        assert 0 <= one.span[0] < one.span[1] <= len(text)
