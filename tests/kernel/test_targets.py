"""Targets, phrase by phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.value_kinds import VALUES

from thenchot.kernel.targets import find_targets, number, parse_target

TABLE = [
    ("Tổng mức bán lẻ đạt 2,4 nghìn tỷ đồng", ">=", 2400, "tỷ đồng"),
    ("Doanh thu dịch vụ đạt 3,5 triệu đồng/hộ", ">=", 3.5, "triệu đồng/hộ"),
    ("Đón 1,5 triệu lượt khách", ">=", 1_500_000, "lượt"),
    ("Trồng mới 20 nghìn cây xanh đô thị", ">=", 20_000, "cây"),
    ("Giá trị hàng hóa đạt trên 7,25 tỷ đồng", ">", 7.25, "tỷ đồng"),
    ("Có ít nhất bốn mô hình tiết kiệm điện", ">=", 4, "mô hình"),
    ("Mỗi tổ dân phố có ít nhất một câu lạc bộ", ">=", 1, "câu lạc bộ"),
    ("Thành lập ba tổ hợp tác", ">=", 3, "tổ hợp tác"),
    ("Có hai mươi lăm thôn đạt chuẩn văn hóa", ">=", 25, "thôn"),
    ("Một trăm phần trăm công chức được tập huấn", ">=", 100, "%"),
    ("Tỷ suất tử vong trẻ dưới 12/1.000 trẻ đẻ sống", "<", 12, "/1.000"),
    ("Số điều dưỡng đạt 25/10.000 dân", ">=", 25, "/10.000"),
    ("Đạt 30 giường bệnh/10.000 dân", ">=", 30, "/10.000"),
    ("Doanh thu thương mại điện tử gấp đôi năm 2025", ">=", 2, "lần"),
    ("Năng suất tăng gấp 1,8 lần so với năm 2025", ">=", 1.8, "lần"),
    ("Thu nhập gấp ít nhất 3 lần", ">=", 3, "lần"),
    ("Xếp thứ 7 trở lên về chuyển đổi số", "<=", 7, "hạng"),
    ("Nằm trong nhóm 5 phường dẫn đầu", "<=", 5, "hạng"),
    ("Thuộc tốp 10 về chỉ số hài lòng", "<=", 10, "hạng"),
    ("Đứng đầu thành phố về cải cách hành chính", "<=", 1, "hạng"),
    ("Giảm tỷ lệ hộ cận nghèo từ 4,1% xuống 2,2%", "<=", 2.2, "%"),
    ("Giảm tỷ lệ bỏ học từ 1,2% xuống còn dưới 0,4%", "<", 0.4, "%"),
    ("Rút ngắn thời gian từ 12 ngày xuống còn 7 ngày", "<=", 7, "ngày"),
    ("Nâng độ che phủ rừng từ 40% lên 43%", ">=", 43, "%"),
    ("Không có trường nào có tỷ lệ chuyên cần dưới 95%", ">=", 95, "%"),
    ("Không có thôn nào đạt dưới 16 tiêu chí", ">=", 16, "tiêu chí"),
    ("Không có hồ sơ nào quá 10 ngày", "<=", 10, "ngày"),
    ("Tuổi thọ trung bình đạt 76 tuổi", ">=", 76, "tuổi"),
    ("Cắt giảm ít nhất 30% chi phí tuân thủ", "decrease", 30, "%"),
    ("Lượng phát thải giảm 10%/năm", "decrease", 10, "%"),
    ("Giá trị sản xuất tăng bình quân 5%/năm trở lên", ">=", 5, "%"),
    ("Không còn hộ nghèo", "=", 0, "hộ"),
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
        "=",
        "increase",
        "decrease",
        "qualitative",
        None,
    )
    for one in find_targets(text):
        assert 0 <= one.span[0] < one.span[1] <= len(text)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Lao động qua đào tạo đạt 70%, trong đó có chứng chỉ đạt 30%", [70, 30]),
        ("Cơ cấu kinh tế chuyển dịch, trong đó công nghiệp 45%, dịch vụ 40%", [45, 40]),
        ("Kết nạp 30 đảng viên, trong đó có 12 nữ", [30, 12]),
    ],
)
def test_each_value_of_which_is_an_aim(sentence, values):
    assert [target.value for target in find_targets(sentence) if target.value] == values


@pytest.mark.parametrize(("sentence", "wanted"), VALUES)
def test_values_of_every_kind_are_read(sentence, wanted):
    read = [(one.comparator, one.value, one.unit) for one in find_targets(sentence)]
    assert read == wanted


@pytest.mark.parametrize(
    "name",
    [
        "Thực hiện Đề án 06 của Chính phủ",
        "Xây dựng thôn 5 thành khu dân cư kiểu mẫu",
        "Triển khai Nghị quyết 57 của Bộ Chính trị",
        "Nâng cấp Quốc lộ 4 qua địa bàn",
        "Thực hiện Chỉ thị 05 về học tập và làm theo Bác",
        "Duy trì mô hình 5 không, 3 sạch",
    ],
)
def test_a_number_that_belongs_to_a_name_is_no_value(name):
    assert parse_target(name).value is None
