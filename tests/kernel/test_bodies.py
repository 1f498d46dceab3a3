"""Names of bodies: lists cut apart, names with commas kept whole, and where a list ends in a
sentence.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.bodies import is_body_phrase, read_bodies, split_bodies

LISTS = [
    (
        "Phòng Kinh tế, Hạ tầng và Đô thị, Phòng Văn hóa – Xã hội;",
        ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"],
    ),
    ("Các cơ quan, đơn vị liên quan", ["Các cơ quan, đơn vị liên quan"]),
    ("các cấp ủy, cơ quan, đơn vị", ["các cấp ủy, cơ quan, đơn vị"]),
    (
        "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội phường",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam", "các tổ chức chính trị - xã hội phường"],
    ),
    (
        "Các chi bộ trực thuộc; UBND xã; các cơ quan, ban, ngành, đoàn thể",
        ["Các chi bộ trực thuộc", "UBND xã", "các cơ quan, ban, ngành, đoàn thể"],
    ),
    ("Cấp ủy, lãnh đạo cơ quan, đơn vị", ["Cấp ủy", "lãnh đạo cơ quan, đơn vị"]),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"],
    ),
    (
        "Văn phòng HĐND và UBND phường, Công an phường",
        ["Văn phòng HĐND và UBND phường", "Công an phường"],
    ),
    ("Văn phòng Đảng ủy, Trung tâm Chính trị", ["Văn phòng Đảng ủy", "Trung tâm Chính trị"]),
    ("Đảng ủy xã, phường", ["Đảng ủy xã, phường"]),
    ("UBND các xã, phường, đặc khu", ["UBND các xã, phường, đặc khu"]),
    (
        "Hội Nông dân, Hội Phụ nữ và Đoàn Thanh niên",
        ["Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên"],
    ),
    ("Báo và Phát thanh, truyền hình tỉnh", ["Báo và Phát thanh, truyền hình tỉnh"]),
    ("Các đồng chí Ủy viên BCH, BTV Đảng ủy", ["Các đồng chí Ủy viên BCH, BTV Đảng ủy"]),
    (
        "Các tổ chức Đảng, các cơ quan, đơn vị, cá nhân có liên quan",
        ["Các tổ chức Đảng", "các cơ quan, đơn vị", "cá nhân có liên quan"],
    ),
    (
        "Ông Đào Văn Kiên, Trưởng thôn Đoài, và bà Chu Thị Oanh, Chi hội trưởng Phụ nữ",
        ["Ông Đào Văn Kiên, Trưởng thôn Đoài", "bà Chu Thị Oanh, Chi hội trưởng Phụ nữ"],
    ),
    (
        "Đồng chí Vì Văn Dung, Trưởng Công an phường, Ủy viên, Thư ký",
        ["Đồng chí Vì Văn Dung, Trưởng Công an phường, Ủy viên, Thư ký"],
    ),
    ("BS. Trần Quốc Toàn, ĐD. Lý Thị Ba", ["BS. Trần Quốc Toàn", "ĐD. Lý Thị Ba"]),
    ("Thượng tá Lê Văn Nam, Công an xã", ["Thượng tá Lê Văn Nam", "Công an xã"]),
    ("Phòng Công chức, viên chức", ["Phòng Công chức, viên chức"]),
    ("- Phòng Nội vụ\n- Công an xã", ["Phòng Nội vụ", "Công an xã"]),
    ("Bưu điện xã<br>Đoàn Thanh niên xã", ["Bưu điện xã", "Đoàn Thanh niên xã"]),
    ("Đảng ủy, UBND phường", ["Đảng ủy", "UBND phường"]),
    ("", []),
    ("-", []),
    ("...", []),
]

SENTENCES = [
    ("Ban Xây dựng Đảng tham mưu xây dựng kế hoạch", ["Ban Xây dựng Đảng"], "tham mưu"),
    ("các địa phương, cơ quan, đơn vị cử cán bộ đi học", ["các địa phương, cơ quan, đơn vị"], "cử"),
    (
        "Ban Tổ chức Tỉnh ủy, ban thường vụ đảng ủy cấp xã tham mưu",
        ["Ban Tổ chức Tỉnh ủy", "ban thường vụ đảng ủy cấp xã"],
        "tham mưu",
    ),
    (
        "Các chi bộ; UBND xã; các cơ quan, đoàn thể tổ chức quán triệt",
        ["Các chi bộ", "UBND xã", "các cơ quan, đoàn thể"],
        "tổ chức",
    ),
    ("BS. Trần Quốc Toàn khám bệnh", ["BS. Trần Quốc Toàn"], "khám"),
    ("Trường PTDT bán trú THCS Tả Van đưa vào", ["Trường PTDT bán trú THCS Tả Van"], "đưa"),
    ("Hội đồng nghĩa vụ quân sự xã họp xét", ["Hội đồng nghĩa vụ quân sự xã"], "họp"),
    ("Thư ký Đại hội bàn giao hồ sơ", ["Thư ký Đại hội"], "bàn giao"),
    ("Ba trưởng thôn họp dân", ["Ba trưởng thôn"], "họp"),
    ("Các tổ dân phố nhắc nhở hộ kinh doanh", ["Các tổ dân phố"], "nhắc nhở"),
    (
        "Cấp ủy các tổ chức đảng trực thuộc xây dựng chương trình",
        ["Cấp ủy các tổ chức đảng trực thuộc"],
        "xây dựng",
    ),
    ("Sở Nông nghiệp và Môi trường theo dõi", ["Sở Nông nghiệp và Môi trường"], "theo dõi"),
    (
        "Trung tâm Phục vụ hành chính công xã niêm yết",
        ["Trung tâm Phục vụ hành chính công xã"],
        "niêm yết",
    ),
    (
        "các cơ quan chuyên trách tham mưu giúp việc của Đảng ủy phối hợp",
        ["các cơ quan chuyên trách tham mưu giúp việc của Đảng ủy"],
        "phối hợp",
    ),
]


@pytest.mark.parametrize(("phrase", "bodies"), LISTS)
def test_a_list_is_cut_where_a_new_body_begins(phrase, bodies):
    assert split_bodies(phrase) == bodies


@pytest.mark.parametrize(("sentence", "bodies", "verb"), SENTENCES)
def test_a_list_in_a_sentence_ends_before_the_verb(sentence, bodies, verb):
    found, end = read_bodies(sentence)
    assert [body.name for body in found] == bodies
    assert sentence[end:].strip().startswith(verb)


@pytest.mark.parametrize(
    "heading",
    [
        "Ban Tổ chức Tỉnh ủy",
        "Đảng ủy xã, phường",
        "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh",
        "Trường Chính trị tỉnh",
    ],
)
def test_a_heading_that_is_only_bodies(heading):
    assert is_body_phrase(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Tổ chức thực hiện",
        "Ban hành kế hoạch",
        "Hội nghị tổng kết",
        "Phòng, chống tham nhũng",
        "Lãnh đạo đổi mới phương thức",
        "TỔ CHỨC THỰC HIỆN",
        "Mục đích",
        "Công tác cán bộ",
    ],
)
def test_a_heading_that_is_no_body(heading):
    assert not is_body_phrase(heading)


@given(
    st.one_of(
        st.text(max_size=100),
        st.lists(st.sampled_from([row[0] for row in LISTS]), max_size=3).map(", ".join),
    )
)
def test_any_phrase_is_cut_into_parts_of_itself(phrase):
    for name in split_bodies(phrase):
        assert name
        assert all(word in phrase for word in name.split())
    found, end = read_bodies(phrase)
    assert all(0 <= body.span[0] < body.span[1] <= len(phrase) for body in found)
    assert 0 <= end <= len(phrase)


NAMES = (
    "Ban An toàn giao thông tỉnh",
    "Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn xã",
    "Ban Chỉ đạo chuyển đổi số tỉnh",
    "Ban Chỉ đạo cải cách hành chính",
    "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "Ban Quản lý các khu công nghiệp tỉnh",
    "Ban Quản lý rừng phòng hộ",
    "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
    "Quỹ Phát triển đất tỉnh",
    "Quỹ Hỗ trợ phát triển hợp tác xã",
    "Trung tâm Kiểm soát bệnh tật tỉnh",
    "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh",
    "Trung tâm Giám sát, điều hành thông minh",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Hạt Kiểm lâm khu vực",
    "Liên minh Hợp tác xã tỉnh",
    "Hiệp hội Doanh nghiệp tỉnh",
    "Hiệp hội Du lịch thành phố",
    "Ngân hàng Chính sách xã hội chi nhánh tỉnh",
    "Ngân hàng Nhà nước khu vực 5",
    "Phòng Thi hành án dân sự khu vực 3",
    "Thi hành án dân sự tỉnh",
    "Tập đoàn Bưu chính Viễn thông",
    "Văn phòng Đăng ký đất đai",
    "Văn phòng Điều phối nông thôn mới tỉnh",
    "Bộ đội Biên phòng tỉnh",
    "Phòng Cảnh sát giao thông",
    "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Tổng cục Thống kê",
    "Thống kê tỉnh",
    "Thư viện tỉnh",
    "Đội Thanh niên xung kích",
    "Lực lượng dân quân tự vệ",
    "Các đơn vị sự nghiệp công lập",
    "Các cơ sở khám bệnh, chữa bệnh",
    "Các hộ kinh doanh",
    "Chủ đầu tư các dự án",
    "Vụ Tổ chức cán bộ",
    "Vụ Kế hoạch - Tài chính",
)
VERBS = (
    "chủ trì, phối hợp với Sở Tài chính",
    "tăng cường kiểm tra",
    "vận động hội viên",
    "chấn chỉnh kỷ luật",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_verbs_inside_ends_where_its_sentence_begins(name):
    for verb in VERBS:
        assert [body.name for body in read_bodies(f"{name} {verb}")[0]] == [name]
    assert split_bodies(name) == [name]


def test_names_behind_a_colon_belong_to_the_body():
    bodies, _ = read_bodies(
        "Ủy ban nhân dân các xã: Tân An, Phú Lâm tập trung hoàn thành tiêu chí môi trường"
    )
    assert [body.name for body in bodies] == ["Ủy ban nhân dân các xã: Tân An, Phú Lâm"]
