"""Forms of giving work met late: stages of one work, common times in many wordings, clauses cut at
their own recurrence, names in a row. The text, and what is to be read.
"""

from tests.importer.test_constructions import DECISION, NOTICE, PLAN, STATE

TWO = "Điều 1. Giao nhiệm vụ:\n1. Phòng Kinh tế sửa cầu tạm.\n2. Công an xã cắm biển báo.\n"
DIRECTIVE = STATE.format(code="CT") + "CHỈ THỊ\nVề trật tự công cộng\n\nYêu cầu:\n"


def _bound(sentence, bridge="2026-06-05", signs="2026-06-05"):
    """Two works, and the sentence that binds them."""
    text = DECISION.format(about="giao việc") + TWO + f"Điều 2. {sentence}\n"
    wanted = [("sửa cầu", ["Phòng Kinh tế"], bridge), ("cắm biển", ["Công an xã"], signs)]
    return text, wanted


COMMON = {
    sentence: _bound(sentence)
    for sentence in (
        "Các công việc tại Điều 1 phải làm xong trước lễ khởi công, muộn nhất ngày 05/6/2026.",
        "Thời hạn chung cho các phần việc nêu tại Điều 1 là ngày 05/6/2026.",
        "Toàn bộ các việc tại Điều 1 hoàn tất trước khi vào mùa mưa, chậm nhất ngày 05/6/2026.",
        "Những nội dung trên, yêu cầu hoàn thành chậm nhất 05/6/2026 và báo cáo kết quả.",
        "Hạn cuối cùng của mọi phần việc nêu trên: 05/6/2026.",
        "Hạn chót: hết ngày 05/6/2026.",
        "Kế hoạch này phải thực hiện xong trong khoảng thời gian từ 01/5 đến ngày 05/6/2026.",
        "Phòng Kinh tế, Công an xã hoàn thành các nhiệm vụ tại Điều 1 trước ngày 06/6/2026.",
        "Yêu cầu các đơn vị tổ chức và hoàn thành các phần việc trên trước ngày 06/6/2026.",
    )
} | {
    "one work before the others": _bound(
        "Riêng việc nêu tại khoản 2 phải xong trước ngày 20/5/2026; các việc còn lại xong chậm"
        " nhất vào ngày 05/6/2026.",
        signs="2026-05-19",
    ),
}
FORMS = COMMON | {
    "one work over the days of its stages": (
        PLAN + "II. TIẾN ĐỘ\n1. Xây cầu Nà Hin (Ban Quản lý dự án xã)\n"
        "- Duyệt dự toán: 20/5/2026\n- Thi công: quý III/2026\n- Nghiệm thu: trước 15/10/2026\n"
        "2. Lập bản đồ thôn — Phòng Kinh tế\n+ đo vẽ: tháng 5/2026\n+ bàn giao: tháng 7/2026\n",
        [
            ("Xây cầu Nà Hin", ["Ban Quản lý dự án xã"], "2026-10-14"),
            ("Lập bản đồ", ["Phòng Kinh tế"], "2026-07-31"),
        ],
    ),
    "stages below a label of who": (
        PLAN + "**1. Đường Nà Lùng (1,2 km)**\n\n*Chủ đầu tư: Ban QLDA xã; thôn Hạ tham gia hiến"
        " đất*\n\n- Khởi công: trong tháng 4/2026\n- Thông xe: chậm nhất 31/8/2026\n",
        [("Đường Nà Lùng", ["Ban QLDA xã"], "2026-08-31")],
    ),
    "a work that recurs behind one with a day": (
        DIRECTIVE + "1. Công an xã lập chốt trước ngày 20/4/2026; công khai kết quả trên loa vào"
        " thứ Sáu hằng tuần.\n",
        [("lập chốt", ["Công an xã"], "2026-04-19"), ("công khai", ["Công an xã"], None)],
    ),
    "a work without a day behind one that has it": (
        DIRECTIVE + "1. Đoàn xã ra quân dọn vệ sinh, xong trước ngày 20/4/2026; vận động các hộ"
        " ký cam kết giữ sạch ngõ xóm.\n",
        [("ra quân", ["Đoàn xã"], "2026-04-19"), ("vận động các hộ", ["Đoàn xã"], None)],
    ),
    "others that act behind riêng and còn": (
        DIRECTIVE + "1. Trạm Y tế phun thuốc vào ngày 20/4/2026, Ban Quản lý chợ rửa chợ xong trước"
        " 25/4/2026, còn Đoàn xã dọn mương trong tháng 5/2026.\n",
        [
            ("phun thuốc", ["Trạm Y tế"], "2026-04-20"),
            ("rửa chợ", ["Ban Quản lý chợ"], "2026-04-24"),
            ("dọn mương", ["Đoàn xã"], "2026-05-31"),
        ],
    ),
    "names of one kind in a row": (
        PLAN + "II. PHÂN CÔNG\n1. Các thôn Hạ, Trung, Thượng:\na) Phát cỏ ven đường trước ngày"
        " 20/4/2026.\n2. Các khu dân cư:\na) Treo cờ trong tháng 4/2026.\n",
        [
            ("Phát cỏ", ["Các thôn Hạ, Trung, Thượng"], "2026-04-19"),
            ("Treo cờ", ["Các khu dân cư"], "2026-04-30"),
        ],
    ),
    "persons with their posts in brackets": (
        NOTICE.format(about="Kết luận của Hiệu trưởng tại cuộc họp hội đồng")
        + "1. Cô Thảo (kế toán) lập dự toán trong tuần này.\n"
        "2. Tổ 1 và tổ 2 rà soát sách vở trước 20-4.\n",
        [
            ("lập dự toán", ["Cô Thảo (kế toán)"], "2026-02-15"),
            ("rà soát", ["Tổ 1", "tổ 2"], "2026-04-19"),
        ],
    ),
    "a column of members, a time as title of rows": (
        DECISION.format(about="phân công thành viên")
        + "| STT | Thành viên | Nhiệm vụ | Hoàn thành |\n|---|---|---|---|\n"
        "| | | **QUÝ I** | |\n| 1 | Ông Lý A Tủa, Trưởng Công an - Ủy viên | Xác minh lý lịch | |\n"
        "| 2 | Bà Vi Thị Mai, Trạm trưởng - Ủy viên | Sơ tuyển | 10/3/2026 |\n",
        [
            ("Xác minh", ["Ông Lý A Tủa, Trưởng Công an - Ủy viên"], "2026-03-31"),
            ("Sơ tuyển", ["Bà Vi Thị Mai, Trạm trưởng - Ủy viên"], "2026-03-10"),
        ],
    ),
    "blocks under a number alone": (
        PLAN + "II. HOẠT ĐỘNG\n\nHoạt động 1\nNội dung: Kiểm kê hiện vật\nĐầu mối: Đoàn xã\n"
        "Khi nào: tháng 4/2026\n\nHoạt động 2\nNội dung: Mở lớp hát then\n"
        "Đầu mối: Hội Nông dân xã\nKhi nào: trước 01/6/2026\n",
        [
            ("Kiểm kê", ["Đoàn xã"], "2026-04-30"),
            ("Mở lớp hát", ["Hội Nông dân xã"], "2026-05-31"),
        ],
    ),
    "whoever a letter calls quý trường": (
        STATE.format(code="UBND") + "Kính gửi: Hiệu trưởng các trường mầm non, tiểu học.\n\n"
        "Ủy ban nhân dân xã đề nghị quý trường thực hiện các nội dung sau:\n"
        "1. Lập danh sách học sinh trước ngày 20/4/2026.\n2. Dọn sân trường trong tháng 5/2026.\n",
        [
            ("Lập danh sách", ["Hiệu trưởng các trường mầm non, tiểu học"], "2026-04-19"),
            ("Dọn sân", ["Hiệu trưởng các trường mầm non, tiểu học"], "2026-05-31"),
        ],
    ),
    "names of those who do one thing": (
        PLAN + "II. PHÂN CÔNG\n1. Bộ phận Y tế dự phòng phun thuốc trước ngày 20/4/2026.\n"
        "2. Giáo viên Âm nhạc tập luyện đội văn nghệ xong trong tháng 4/2026.\n"
        "3. Các phòng: Kinh tế, Văn hóa - Xã hội\n- Rà soát danh mục đầu tư năm 2026 trước ngày"
        " 25/4/2026.\n",
        [
            ("phun thuốc", ["Bộ phận Y tế dự phòng"], "2026-04-19"),
            ("tập luyện", ["Giáo viên Âm nhạc"], "2026-04-30"),
            ("Rà soát", ["Các phòng: Kinh tế, Văn hóa - Xã hội"], "2026-04-24"),
        ],
    ),
    "those the work is done with lead nothing": (
        PLAN + "II. TIẾN ĐỘ\n1. Bước tiến hành (Tổ kiểm tra thực hiện)\n"
        "- Từ 20/4 đến 24/4/2026: làm việc với Chi bộ thôn Hạ, Chi bộ thôn Trung;\n"
        "- Ngày 27/4/2026: làm việc với Chi bộ Trạm Y tế.\n",
        [
            ("Chi bộ thôn Hạ", ["Tổ kiểm tra"], "2026-04-24"),
            ("Chi bộ Trạm", ["Tổ kiểm tra"], "2026-04-27"),
        ],
    ),
}
