"""Further wordings of aims, set down before the grammar was mended on those of `aim_forms`; they
show what it makes of wordings it was not mended on.
"""

from tests.importer.aim_forms import LETTER, PARTY, WORK
from tests.importer.test_constructions import DECISION, NOTICE, PLAN, STATE

FORMS = {
    "a health station": (
        STATE.format(code="KH") + "KẾ HOẠCH\nPhòng, chống sốt xuất huyết năm 2026\n\n"
        "1. Mục tiêu\n- Giảm 20% số ca mắc so với trung bình 5 năm, không có ca tử vong.\n"
        "- 100% ổ dịch được xử lý; chỉ số bọ gậy (BI) dưới 20.\n"
        "- Duy trì 12 cộng tác viên tại 6 thôn.\n2. Phân công\n"
        "- Trạm Y tế phun hóa chất trước ngày 15/5/2026.\n",
        [
            ("20% số ca", ">=", 20),
            ("ca tử vong", "=", 0),
            ("100% ổ dịch", ">=", 100),
            ("bọ gậy", "<", 20),
            ("12 cộng tác viên", ">=", 12),
        ],
    ),
    "a cooperative": (
        STATE.format(code="PA") + "PHƯƠNG ÁN\nSản xuất kinh doanh năm 2026\n\nI. CHỈ TIÊU\n"
        "- Doanh thu 8,6 tỷ đồng, lợi nhuận sau thuế 420 triệu đồng.\n"
        "- Diện tích lúa liên kết đạt 180 ha, năng suất 62 tạ/ha.\n"
        "- Thu nhập của thành viên ít nhất 6 triệu đồng/người/tháng.\n" + WORK,
        [
            ("Doanh thu", ">=", 8.6),
            ("lợi nhuận", ">=", 420),
            ("180 ha", ">=", 180),
            ("62 tạ", ">=", 62),
            ("Thu nhập", ">=", 6),
        ],
    ),
    "a women's union": (
        NOTICE.format(about="Phát động đợt thi đua năm 2026")
        + "I. Nội dung, chỉ tiêu thi đua\n1. Mỗi chi hội giúp ít nhất 02 hộ nghèo do phụ nữ làm"
        " chủ.\n2. Phát triển mới 45 hội viên, thành lập 01 tổ hợp tác.\n"
        "3. Trên 90% hội viên tham gia bảo hiểm y tế.\nII. Tổ chức thực hiện\n"
        "Các chi hội gửi đăng ký trước ngày 20/3/2026.\n",
        [
            ("02 hộ nghèo", ">=", 2),
            ("45 hội viên", ">=", 45),
            ("01 tổ hợp tác", ">=", 1),
            ("90% hội viên", ">", 90),
        ],
    ),
    "the army": (
        PLAN + "I. CHỈ TIÊU\n1. Giao quân 18 thanh niên, đạt 100% chỉ tiêu.\n"
        "2. Huấn luyện dân quân: quân số tham gia trên 95%, kết quả khá giỏi từ 80% trở lên.\n"
        + WORK,
        [
            ("18 thanh niên", ">=", 18),
            ("100% chỉ tiêu", ">=", 100),
            ("trên 95%", ">", 95),
            ("khá giỏi", ">=", 80),
        ],
    ),
    "a Party resolution in one paragraph": (
        PARTY + "I- MỤC TIÊU\nPhấn đấu đến năm 2030, giá trị sản xuất tăng bình quân 11%/năm; thu"
        " nhập bình quân đầu người đạt 95 triệu đồng; tỷ lệ đô thị hóa trên 40%; cơ bản không còn"
        " hộ nghèo; 85% lao động qua đào tạo, trong đó có bằng cấp 35%.\n"
        "II- NHIỆM VỤ\n1. Đảng ủy UBND xã xây dựng kế hoạch trước ngày 31-3-2026.\n",
        [
            ("giá trị sản xuất", ">=", 11),
            ("95 triệu", ">=", 95),
            ("đô thị hóa", ">", 40),
            ("hộ nghèo", "=", 0),
            ("85% lao động", ">=", 85),
            ("bằng cấp", None, 35),
        ],
    ),
    "the youth": (
        PLAN + "I. MỤC TIÊU\n+ Mỗi chi đoàn đảm nhận 01 công trình thanh niên.\n"
        "+ Toàn xã thu hút 600 lượt thiếu nhi sinh hoạt hè, mở 04 lớp bơi miễn phí.\n"
        "+ Không để xảy ra đuối nước.\n" + WORK,
        [
            ("01 công trình", ">=", 1),
            ("600 lượt", ">=", 600),
            ("04 lớp bơi", ">=", 4),
            ("đuối nước", "=", 0),
        ],
    ),
    "administration": (
        PLAN + "I. CHỈ TIÊU PHẤN ĐẤU\n- Hồ sơ nộp trực tuyến đạt 80%, thanh toán trực tuyến đạt"
        " 70%.\n- Điểm chỉ số phục vụ người dân từ 90 điểm trở lên.\n"
        "- Rút ngắn 30% thời gian giải quyết.\n- Số hóa 12.000 trang tài liệu.\n"
        "- Mức độ hài lòng không thấp hơn 96%.\n" + WORK,
        [
            ("nộp trực tuyến", ">=", 80),
            ("thanh toán", ">=", 70),
            ("90 điểm", ">=", 90),
            ("Rút ngắn", ">=", 30),
            ("12.000 trang", ">=", 12000),
            ("hài lòng", ">=", 96),
        ],
    ),
    "land": (
        PLAN + "I. KHỐI LƯỢNG, CHỈ TIÊU\nĐến 31/12/2026: đo đạc 1.240 ha; cấp 560 giấy chứng nhận;"
        " chỉnh lý 9.300 thửa; giải quyết dứt điểm 25 đơn thư tồn đọng.\n" + WORK,
        [
            ("1.240 ha", ">=", 1240),
            ("560 giấy", ">=", 560),
            ("9.300 thửa", ">=", 9300),
            ("25 đơn thư", ">=", 25),
        ],
    ),
    "tourism": (
        PLAN + "I. MỤC TIÊU CỤ THỂ\na) Năm 2026: đón 25 nghìn lượt khách, doanh thu 18 tỷ đồng.\n"
        "b) Năm 2030: đón 60 nghìn lượt khách, 15 cơ sở lưu trú cộng đồng, khách quốc tế chiếm"
        " tối thiểu 12%.\n" + WORK,
        [
            ("25 nghìn", ">=", 25000),
            ("18 tỷ", ">=", 18),
            ("60 nghìn", ">=", 60000),
            ("15 cơ sở", ">=", 15),
            ("quốc tế", ">=", 12),
        ],
    ),
    "duties with aims in a letter": (
        LETTER + "Để bảo đảm tiến độ, UBND xã yêu cầu:\n1. Các trường vận động ít nhất 95% học"
        " sinh tham gia bảo hiểm y tế trước ngày 30/9/2026.\n2. Các thôn rà soát hộ nghèo trước"
        " ngày 15/10/2026, phấn đấu giảm tối thiểu 3% so với đầu năm.\n",
        [("95% học sinh", ">=", 95), ("tối thiểu 3%", ">=", 3)],
    ),
    "a meeting that sets a mark": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban")
        + "1. Ban Quản lý dự án xã đẩy nhanh tiến độ, phấn đấu đến 30/6/2026 giải ngân trên 60%"
        " kế hoạch vốn.\n2. Công an xã tuần tra ban đêm từ nay đến hết tháng 3/2026.\n",
        [("giải ngân", ">", 60)],
    ),
    "figures of the past are no aims": (
        PLAN + "I. KẾT QUẢ NĂM 2025\nNăm qua đã trồng 40 ha rừng; thu ngân sách đạt 9,1 tỷ đồng;"
        " hộ nghèo còn 6,2%.\nII. MỤC TIÊU NĂM 2026\nTrồng 55 ha rừng; hộ nghèo còn 4,8%.\n"
        "III. NHIỆM VỤ\n1. Phòng Kinh tế cấp giống trước ngày 30/4/2026.\n",
        [("55 ha", ">=", 55), ("4,8%", "<=", 4.8)],
    ),
    "ordinary numbers are no aims": (
        PLAN + "I. NHIỆM VỤ\n1. Phòng Kinh tế mời 03 đơn vị báo giá trước ngày 30/4/2026.\n"
        "2. Công an xã trực 24/24 giờ tại 02 chốt từ ngày 01/5/2026 đến ngày 05/5/2026.\n"
        "3. Trạm Y tế khám cho 45 hộ thuộc dự án trong tháng 5/2026.\n",
        [],
    ),
    "poverty": (
        PLAN + "I. MỤC TIÊU\n1. Phấn đấu giảm tỷ lệ hộ nghèo bình quân 3 - 4%/năm.\n"
        "2. 100% hộ nghèo có nhu cầu được vay vốn, mức vay tối đa 100 triệu đồng/hộ.\n"
        "3. Xóa 27 nhà tạm, hỗ trợ 15 mô hình sinh kế.\n" + WORK,
        [
            ("hộ nghèo bình quân", ">=", 3),
            ("được vay vốn", ">=", 100),
            ("mức vay", "<=", 100),
            ("27 nhà tạm", ">=", 27),
            ("15 mô hình", ">=", 15),
        ],
    ),
    "health figures by so many": (
        PLAN + "I. MỤC TIÊU\n- Đạt 12 bác sĩ trên 1 vạn dân.\n- Tỷ suất tử vong mẹ không quá 42"
        " ca/100.000 trẻ đẻ sống.\n- Tiêm đủ mũi cho ít nhất 96% trẻ dưới 1 tuổi.\n" + WORK,
        [("bác sĩ", ">=", 12), ("tử vong mẹ", "<=", 42), ("96% trẻ", ">=", 96)],
    ),
    "an expected product": (
        PLAN + "I. KẾT QUẢ DỰ KIẾN\n- 01 quy hoạch chi tiết được phê duyệt.\n"
        "- 05 tuyến phố văn minh đô thị.\n- 80% hộ kinh doanh ký cam kết.\n" + WORK,
        [("01 quy hoạch", ">=", 1), ("05 tuyến", ">=", 5), ("80% hộ", ">=", 80)],
    ),
    "an emulation agreement": (
        DECISION.format(about="giao ước thi đua") + "Điều 1. Chỉ tiêu thi đua của các thôn:\n"
        "a) 95% trở lên số hộ đạt gia đình văn hóa.\n"
        "b) Hiến ít nhất 500 m2 đất làm đường, đóng góp 300 ngày công.\n"
        "c) Không có người vi phạm pháp luật.\n"
        "Điều 2. Phòng Văn hóa - Xã hội tổng hợp trước ngày 15/12/2026.\n",
        [
            ("95% trở lên", ">=", 95),
            ("500 m2", ">=", 500),
            ("300 ngày công", ">=", 300),
            ("vi phạm", "=", 0),
        ],
    ),
    "the environment": (
        PLAN + "I. MỤC TIÊU\nTỷ lệ thu gom rác tại khu dân cư đạt từ 98%, xử lý nước thải 60%; xóa"
        " toàn bộ 09 điểm tập kết tự phát; mỗi tuần có 01 buổi tổng vệ sinh.\n" + WORK,
        [
            ("thu gom rác", ">=", 98),
            ("nước thải", ">=", 60),
            ("09 điểm", ">=", 9),
            ("01 buổi", ">=", 1),
        ],
    ),
}
TABLES = {
    "each school its number": (
        "| Trường | Số lớp | Học sinh huy động | Học sinh bán trú (%) |\n|---|---|---|---|\n"
        "| Mầm non Hoa Ban | 9 | 240 | 95 |\n| Tiểu học Bản Mế | 15 | 410 | 60 |\n",
        [
            ("Mầm non Hoa Ban – Số lớp", ">=", 9, "lớp"),
            ("Mầm non Hoa Ban – Học sinh huy động", ">=", 240, "học sinh"),
            ("Mầm non Hoa Ban – Học sinh bán trú (%)", ">=", 95, "%"),
            ("Tiểu học Bản Mế – Số lớp", ">=", 15, "lớp"),
            ("Tiểu học Bản Mế – Học sinh huy động", ">=", 410, "học sinh"),
            ("Tiểu học Bản Mế – Học sinh bán trú (%)", ">=", 60, "%"),
        ],
    ),
    "what was done, what is planned, what is guessed": (
        "| STT | Tên chỉ tiêu | Đơn vị | TH 2024 | Ước TH 2025 | KH 2026 |\n"
        "|---|---|---|---|---|---|\n| 1 | Sản lượng lúa | tấn | 5.100 | 5.230 | 5.400 |\n"
        "| 2 | Hộ nghèo giảm xuống | % | 7,1 | 5,9 | 4,5 |\n"
        "| 3 | Vụ cháy | vụ | 2 | 1 | 0 |\n",
        [
            ("Sản lượng lúa", ">=", 5400, "tấn"),
            ("Hộ nghèo giảm xuống", "<=", 4.5, "%"),
            ("Vụ cháy", "=", 0, "vụ"),
        ],
    ),
}
