"""Aims in the wordings of plans: of committees, of the Party, of schools, stations, associations.
The text, and every aim that is to be read: words of it, its sign, its value.
"""

from tests.importer.test_constructions import DECISION, PLAN, STATE

PARTY = (
    "ĐẢNG BỘ TỈNH LẠNG SƠN\nĐẢNG ỦY XÃ MẪU SƠN\n*\nSố 18-CTr/ĐU\nMẫu Sơn, ngày 12 tháng 02 năm"
    " 2026\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết Đại hội\n\n"
)
LETTER = STATE.format(code="UBND") + "Kính gửi: Các thôn, các trường.\n\n"
WORK = "II. NHIỆM VỤ\n1. Phòng Kinh tế hướng dẫn các thôn lập hồ sơ trước ngày 30/4/2026.\n"

FORMS = {
    "several aims of one sentence, parted by commas": (
        PLAN + "I. MỤC TIÊU\nNăm 2026 toàn xã trồng mới 85 ha quế, chăm sóc 210 ha rừng,"
        " nâng độ che phủ lên 61,5%.\n" + WORK,
        [
            ("trồng mới 85 ha", ">=", 85),
            ("210 ha rừng", ">=", 210),
            ("độ che phủ", ">=", 61.5),
        ],
    ),
    "two aims that only và joins": (
        PLAN + "I. CHỈ TIÊU\n- Bê tông hóa 4,2 km đường thôn và xây 02 ngầm tràn.\n"
        "- Kết nạp 12 hội viên mới và củng cố 03 chi hội yếu.\n" + WORK,
        [
            ("4,2 km", ">=", 4.2),
            ("02 ngầm", ">=", 2),
            ("12 hội viên", ">=", 12),
            ("03 chi hội", ">=", 3),
        ],
    ),
    "what must not happen": (
        PLAN + "I. MỤC TIÊU\n- Không để xảy ra cháy rừng trên địa bàn.\n"
        "- Không có ca tử vong do sốt xuất huyết.\n"
        "- Không còn hộ ở nhà tạm.\n- Số vụ ngộ độc tập thể bằng 0.\n" + WORK,
        [
            ("cháy rừng", "=", 0),
            ("ca tử vong", "=", 0),
            ("nhà tạm", "=", 0),
            ("ngộ độc", "=", 0),
        ],
    ),
    "all of so many": (
        PLAN + "I. MỤC TIÊU\n- 14/14 thôn có nhà văn hóa đạt chuẩn.\n"
        "- Giữ vững 19/19 tiêu chí nông thôn mới.\n- Có 7/9 trường đạt chuẩn quốc gia.\n" + WORK,
        [("nhà văn hóa", ">=", 14), ("nông thôn mới", ">=", 19), ("trường đạt", ">=", 7)],
    ),
    "a purpose that holds figures": (
        PLAN + "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNâng cao nhận thức của người dân; phấn đấu"
        " kéo giảm ít nhất 15% số vụ trộm cắp so với năm 2025.\n2. Yêu cầu\nCác thôn làm nghiêm"
        " túc.\n" + WORK,
        [("kéo giảm ít nhất 15%", ">=", 15)],
    ),
    "what is to be reached under another name": (
        PLAN + "A. KẾT QUẢ CẦN ĐẠT\nThu gom 96% rác thải sinh hoạt; làm mới 150 hố ủ phân;"
        " lắp 40 camera.\nB. NHIỆM VỤ\n1. Đoàn xã lắp camera trước ngày 30/4/2026.\n",
        [("96% rác", ">=", 96), ("150 hố ủ", ">=", 150), ("40 camera", ">=", 40)],
    ),
    "a paragraph that only strives": (
        DECISION.format(about="phát động thi đua")
        + "Điều 1. Năm 2026 toàn xã phấn đấu sản lượng chè búp tươi đạt 3.400 tấn, giá trị"
        " xuất khẩu 1,2 triệu USD, thu nhập bình quân đầu người 58 triệu đồng/năm.\n"
        "Điều 2. Giao Phòng Kinh tế ban hành hướng dẫn trước ngày 15/3/2026.\n",
        [
            ("3.400 tấn", ">=", 3400),
            ("1,2 triệu USD", ">=", 1.2),
            ("58 triệu", ">=", 58),
        ],
    ),
    "a topic that opens with về mục tiêu": (
        PLAN + "Một là, về mục tiêu. Cả năm vận động 320 đơn vị máu, bảo đảm tỷ lệ hiến nhắc"
        " lại từ 45% trở lên.\nHai là, về phân công. Trạm Y tế lập danh sách trước 20/3/2026.\n",
        [("320 đơn vị máu", ">=", 320), ("hiến nhắc lại", ">=", 45)],
    ),
    "an aim among the duties": (
        PLAN + "I. PHÂN CÔNG\n1. Hội Nông dân xã\n"
        "- Vận động ít nhất 80% hộ chăn nuôi ký cam kết trước ngày 30/4/2026.\n"
        "- Lập sổ theo dõi đàn vật nuôi trước ngày 15/5/2026.\n"
        "2. Đoàn xã\n- Ra quân dọn vệ sinh, phấn đấu thu gom 5 tấn rác.\n",
        [("80% hộ chăn nuôi", ">=", 80), ("5 tấn rác", ">=", 5)],
    ),
    "a letter that names its aim": (
        LETTER + "Ủy ban nhân dân xã đặt mục tiêu đến hết năm 2026: nâng tỷ lệ hộ có hố xí hợp vệ"
        " sinh lên 92%; vận động thêm 150 người tham gia bảo hiểm xã hội tự nguyện. Đề nghị các"
        " thôn lập danh sách gửi về Phòng Kinh tế trước ngày 20/3/2026.\n",
        [("hố xí", ">=", 92), ("150 người", ">=", 150)],
    ),
    "a directive that says for what": (
        STATE.format(code="CT") + "CHỈ THỊ\nVề thu ngân sách\n\nĐể đạt tổng thu cả năm không"
        " thấp hơn 42 tỷ đồng và giảm nợ thuế xuống dưới 3%, Chủ tịch Ủy ban nhân dân xã yêu"
        " cầu:\n1. Phòng Kinh tế rà soát hộ kinh doanh trước ngày 30/4/2026.\n"
        "2. Công an xã cung cấp thông tin cư trú trong tháng 5/2026.\n",
        [("42 tỷ đồng", ">=", 42), ("nợ thuế", "<", 3)],
    ),
    "ranks": (
        PLAN + "I. MỤC TIÊU\n- Chỉ số cải cách hành chính nằm trong tốp 10 của tỉnh.\n"
        "- Chuyển đổi số xếp thứ 15 trở lên.\n- Thuộc nhóm 20 xã dẫn đầu về thi đua.\n" + WORK,
        [("cải cách", "<=", 10), ("Chuyển đổi số", "<=", 15), ("thi đua", "<=", 20)],
    ),
    "bounds on time, number and cost": (
        PLAN + "I. MỤC TIÊU\n- Thời gian giải quyết một hồ sơ không quá 03 ngày làm việc.\n"
        "- Mỗi thôn tổ chức tối đa 02 cuộc họp trong một tháng.\n"
        "- Chi phí tối đa 120 triệu đồng.\n- Hồ sơ trễ hạn không vượt 1%.\n" + WORK,
        [
            ("03 ngày", "<=", 3),
            ("02 cuộc họp", "<=", 2),
            ("120 triệu", "<=", 120),
            ("trễ hạn", "<=", 1),
        ],
    ),
    "interim steps in brackets are no further aims": (
        PLAN + "I. MỤC TIÊU\n- Tỷ lệ hồ sơ số hóa đạt 95% (hết quý II đạt 70%, hết quý III đạt"
        " 85%).\n" + WORK,
        [("hồ sơ số hóa", ">=", 95)],
    ),
    "an aim of size behind an aim of number": (
        PLAN + "I. MỤC TIÊU\nHình thành 02 vùng trồng rau quy mô từ 5 ha trở lên; mở 03 lớp nghề"
        " cho ít nhất 90 lao động.\n" + WORK,
        [
            ("02 vùng", ">=", 2),
            ("5 ha", ">=", 5),
            ("03 lớp", ">=", 3),
            ("90 lao động", ">=", 90),
        ],
    ),
    "counts of every kind of thing": (
        PLAN + "I. CHỈ TIÊU\n- Xây mới 03 nhà tình nghĩa, sửa 11 nhà cho người có công.\n"
        "- Trao 60 suất quà.\n- Khám sức khỏe cho 450 người cao tuổi.\n"
        "- Thả 20 nghìn con cá giống.\n- Cấp 35 giấy phép xây dựng.\n" + WORK,
        [
            ("03 nhà", ">=", 3),
            ("11 nhà", ">=", 11),
            ("60 suất", ">=", 60),
            ("450 người", ">=", 450),
            ("20 nghìn con", ">=", 20000),
            ("35 giấy phép", ">=", 35),
        ],
    ),
    "what rises and falls": (
        PLAN + "I. CHỈ TIÊU\n- Giá trị sản xuất tăng bình quân 9,5%/năm.\n"
        "- Đàn trâu tăng 120 con so với năm 2025.\n- Số vụ tai nạn giảm 10%.\n"
        "- Giảm 45 hộ nghèo, 30 hộ cận nghèo.\n" + WORK,
        [
            ("Giá trị sản xuất", ">=", 9.5),
            ("Đàn trâu", ">=", 120),
            ("tai nạn", ">=", 10),
            ("45 hộ", ">=", 45),
            ("30 hộ", ">=", 30),
        ],
    ),
    "a list under the aims of a period": (
        PARTY + "I- MỤC TIÊU\n1. Đến hết năm 2027\n- 100% chi bộ có đảng viên trẻ; mỗi năm kết"
        " nạp từ 10 đảng viên trở lên.\n2. Giai đoạn 2028 - 2030\n- Ít nhất 95% tổ chức đảng hoàn"
        " thành tốt nhiệm vụ.\nII- NHIỆM VỤ\n1. Ban Xây dựng Đảng mở 02 lớp bồi dưỡng trước ngày"
        " 30-6-2026.\n",
        [("100% chi bộ", ">=", 100), ("10 đảng viên", ">=", 10), ("95% tổ chức", ">=", 95)],
    ),
    "an appendix of aims without a table": (
        DECISION.format(about="giao chỉ tiêu") + "Điều 1. Giao chỉ tiêu theo phụ lục.\n"
        "Điều 2. Quyết định có hiệu lực từ ngày ký.\n\nPhụ lục: CÁC CHỈ TIÊU NĂM 2026\n"
        "Nhóm 1. Kinh tế\n1.1. Tổng đàn lợn đạt 4.600 con.\n1.2. Thu ngân sách 12,4 tỷ đồng.\n"
        "Nhóm 2. Xã hội\n2.1. Trên 93% hộ đạt gia đình văn hóa.\n"
        "2.2. Giải quyết việc làm cho 140 lao động, trong đó xuất khẩu lao động 20 người.\n",
        [
            ("đàn lợn", ">=", 4600),
            ("Thu ngân sách", ">=", 12.4),
            ("gia đình văn hóa", ">", 93),
            ("140 lao động", ">=", 140),
            ("xuất khẩu lao động", None, 20),
        ],
    ),
    "values as a school writes them": (
        STATE.format(code="KH") + "KẾ HOẠCH\nNăm học 2026 - 2027\n\nII. Chỉ tiêu cụ thể\n"
        "- Huy động trẻ 5 tuổi ra lớp: 100%.\n- Duy trì sĩ số 99,5% trở lên.\n"
        "- Học sinh lên lớp thẳng: 97%; lưu ban dưới 1%.\n- Giáo viên giỏi cấp xã: 08 đồng"
        " chí.\nIII. Phân công\n1. Tổ 1: dạy chuyên đề trước ngày 30/4/2026.\n",
        [
            ("trẻ 5 tuổi", ">=", 100),
            ("sĩ số", ">=", 99.5),
            ("lên lớp", ">=", 97),
            ("lưu ban", "<", 1),
            ("Giáo viên giỏi", ">=", 8),
        ],
    ),
}
TABLES = {
    "units in rows, aims in columns": (
        "| Thôn | Hộ dùng nước sạch (%) | Đường hoa (km) |\n|---|---|---|\n"
        "| Hạ | 80 | 1,5 |\n| Trung | 75 | - |\n",
        [
            ("Hạ – Hộ dùng nước sạch (%)", ">=", 80, "%"),
            ("Hạ – Đường hoa (km)", ">=", 1.5, "km"),
            ("Trung – Hộ dùng nước sạch (%)", ">=", 75, "%"),
        ],
    ),
    "aims in rows, units in columns": (
        "| TT | Chỉ tiêu | Đơn vị tính | Thôn Hạ | Thôn Trung | Toàn xã |\n"
        "|---|---|---|---|---|---|\n| 1 | Trồng rừng | ha | 12 | 8,5 | 20,5 |\n"
        "| 2 | Hộ thoát nghèo | hộ | 4 | | 4 |\n",
        [
            ("Thôn Hạ – Trồng rừng", ">=", 12, "ha"),
            ("Thôn Trung – Trồng rừng", ">=", 8.5, "ha"),
            ("Toàn xã – Trồng rừng", ">=", 20.5, "ha"),
            ("Thôn Hạ – Hộ thoát nghèo", ">=", 4, "hộ"),
            ("Toàn xã – Hộ thoát nghèo", ">=", 4, "hộ"),
        ],
    ),
    "a column of the year done and one of the year planned": (
        "| STT | Nội dung chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2026 | Ghi chú |\n"
        "|---|---|---|---|---|---|\n| A | Kinh tế | | | | |\n"
        "| 1 | Thu ngân sách | tỷ đồng | 10,2 | ≥ 12 | |\n"
        "| 2 | Hộ nghèo | % | 3,1 | dưới 2 | |\n| 3 | Đảng viên mới | người | 9 | 12 trở lên | |\n",
        [
            ("Thu ngân sách", ">=", 12, "tỷ đồng"),
            ("Hộ nghèo", "<", 2, "%"),
            ("Đảng viên mới", ">=", 12, "người"),
        ],
    ),
    "so many of so many, by year": (
        "| Chỉ tiêu | ĐVT | Năm 2026 | Năm 2027 |\n|---|---|---|---|\n"
        "| Tiêu chí đạt chuẩn | tiêu chí | 14/19 | 17/19 |\n| Hộ nghèo còn | % | 12 | 9 |\n",
        [
            ("Tiêu chí đạt chuẩn", ">=", 14, "tiêu chí"),
            ("Tiêu chí đạt chuẩn", ">=", 17, "tiêu chí"),
            ("Hộ nghèo còn", "<=", 12, "%"),
            ("Hộ nghèo còn", "<=", 9, "%"),
        ],
    ),
}
