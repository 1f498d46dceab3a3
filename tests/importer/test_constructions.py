"""The forms of giving work, each with inputs of our own: what is to be done, by whom, with whom, by
when.
"""

import pytest

STATE = "ỦY BAN NHÂN DÂN\nXÃ MẪU SƠN\nSố: 41/{code}-UBND\nMẫu Sơn, ngày 12 tháng 02 năm 2026\n\n"
PLAN = STATE.format(code="KH") + "KẾ HOẠCH\nNâng cao chất lượng phục vụ năm 2026\n\n"
DECISION = STATE.format(code="QĐ") + "QUYẾT ĐỊNH\nVề việc {about}\n\nQUYẾT ĐỊNH:\n"
NOTICE = STATE.format(code="TB") + "THÔNG BÁO\n{about}\n\n"
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"

FORMS = {
    "labelled block under a numbered line": (
        PLAN + "II. NHIỆM VỤ\n1. Cải tạo kho hồ sơ địa chính\n- Cơ quan chủ trì: Phòng Kinh tế\n"
        "- Cơ quan phối hợp: Công an xã; Văn phòng HĐND và UBND\n- Thời hạn: trước 20/4/2026\n",
        [
            (
                "Cải tạo kho hồ sơ địa chính",
                ["Phòng Kinh tế"],
                ["Công an xã", "Văn phòng HĐND và UBND"],
                "2026-04-19",
            )
        ],
    ),
    "labels whose values stand on the next line": (
        PLAN + "II. NHIỆM VỤ\n1. Vệ sinh kênh mương\n- Nạo vét kênh số 4 đoạn qua thôn Đông.\n"
        "Đơn vị thực hiện:\nPhòng Kinh tế.\nThời gian hoàn thành:\nTrong tháng 5/2026.\n",
        [("Nạo vét kênh số 4", ["Phòng Kinh tế"], [], "2026-05-31")],
    ),
    "labels of a section that hold for all its dashes": (
        PLAN + "II. CẢI TẠO CHỢ\n- Sửa mái nhà lồng chợ.\n- Thay hệ thống thoát nước.\n"
        "Đơn vị chủ trì thực hiện: Phòng Kinh tế.\nThời gian thực hiện: Quý III/2026.\n",
        [
            ("Sửa mái nhà lồng chợ", ["Phòng Kinh tế"], [], "2026-09-30"),
            ("Thay hệ thống thoát nước", ["Phòng Kinh tế"], [], "2026-09-30"),
        ],
    ),
    "lettered block": (
        PLAN + "II. NỘI DUNG\n1. Về lưu trữ\na) Công việc: Chỉnh lý 300 hồ sơ tồn đọng.\n"
        "b) Đơn vị thực hiện:\n- Chủ trì: Văn phòng HĐND và UBND.\n- Phối hợp: Phòng Kinh tế.\n"
        "c) Thời hạn hoàn thành: Quý II/2026.\n",
        [
            (
                "Chỉnh lý 300 hồ sơ tồn đọng",
                ["Văn phòng HĐND và UBND"],
                ["Phòng Kinh tế"],
                "2026-06-30",
            )
        ],
    ),
    "lettered block with several works": (
        PLAN + "II. NỘI DUNG\n1. Về thư viện\na) Nhiệm vụ:\n- Mua bổ sung 500 đầu sách.\n"
        "- Mở phòng đọc cho thiếu nhi.\nb) Cơ quan chủ trì: Phòng Văn hóa - Xã hội.\n"
        "c) Thời gian: Hoàn thành trong tháng 8/2026.\n",
        [
            ("Mua bổ sung 500 đầu sách", ["Phòng Văn hóa - Xã hội"], [], "2026-08-31"),
            ("Mở phòng đọc cho thiếu nhi", ["Phòng Văn hóa - Xã hội"], [], "2026-08-31"),
        ],
    ),
    "numbered content, bodies and time under one heading": (
        PLAN + "I. TIÊM PHÒNG DẠI\n1. Nội dung thực hiện\na) Lập danh sách chó, mèo từng thôn;\n"
        "b) Tổ chức ba điểm tiêm lưu động.\n2. Phân công thực hiện\na) Đơn vị chủ trì\n"
        "- Phòng Kinh tế.\nb) Đơn vị phối hợp\n- Trạm Y tế; các thôn.\n"
        "3. Thời gian thực hiện: Trước ngày 15/4/2026.\n",
        [
            ("Lập danh sách chó", ["Phòng Kinh tế"], ["Trạm Y tế", "các thôn"], "2026-04-14"),
            ("Tổ chức ba điểm tiêm", ["Phòng Kinh tế"], ["Trạm Y tế", "các thôn"], "2026-04-14"),
        ],
    ),
    "a sentence behind the label": (
        PLAN + "II. NỘI DUNG\n1. Ngày hội đọc sách\n- Nội dung: Tổ chức ngày hội đọc sách cấp xã.\n"
        "- Đơn vị thực hiện: Phòng Văn hóa - Xã hội chủ trì, phối hợp với Đoàn xã, các trường"
        " học.\n"
        "- Thời gian: 23/4/2026.\n",
        [
            (
                "Tổ chức ngày hội đọc sách cấp xã",
                ["Phòng Văn hóa - Xã hội"],
                ["Đoàn xã", "các trường học"],
                "2026-04-23",
            )
        ],
    ),
    "dated lines under the label of time": (
        PLAN
        + "II. NỘI DUNG\n1. Bình chọn gia đình văn hóa\n- Nội dung: Bình chọn gia đình văn hóa.\n"
        "- Đơn vị thực hiện: Các thôn.\n- Thời gian:\n"
        "+ Các thôn gửi danh sách về Phòng Văn hóa - Xã hội trước ngày 05/11/2026.\n"
        "+ Phòng Văn hóa - Xã hội trình công nhận trước ngày 18/11/2026.\n",
        [
            ("Các thôn gửi danh sách", ["Các thôn"], [], "2026-11-04"),
            (
                "Phòng Văn hóa - Xã hội trình công nhận",
                ["Phòng Văn hóa - Xã hội"],
                [],
                "2026-11-17",
            ),
        ],
    ),
    "dates before the bodies": (
        PLAN + "II. TIẾN ĐỘ\n- Trước ngày 10/3/2026: Phòng Kinh tế lập dự toán.\n"
        "- Từ ngày 11/3 đến ngày 25/3/2026: Văn phòng HĐND và UBND thẩm tra hồ sơ.\n",
        [
            ("Phòng Kinh tế lập dự toán", ["Phòng Kinh tế"], [], "2026-03-09"),
            (
                "Văn phòng HĐND và UBND thẩm tra",
                ["Văn phòng HĐND và UBND"],
                [],
                "2026-03-25",
            ),
        ],
    ),
    "assigned by sentence": (
        DECISION.format(about="giao việc")
        + "Điều 1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra bãi tập kết cát, "
        "xong trước ngày 01/4/2026.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n",
        [("kiểm tra bãi tập kết cát", ["Phòng Kinh tế"], ["Công an xã"], "2026-03-31")],
    ),
    "the work behind the colon": (
        DECISION.format(about="giao việc")
        + "Điều 1. Giao Phòng Văn hóa - Xã hội chủ trì thực hiện: Kiểm kê hiện vật.\n"
        "Điều 2. Giao Trạm Y tế: Khám sức khỏe người cao tuổi, xong trước ngày 01/10/2026.\n",
        [
            ("Kiểm kê hiện vật", ["Phòng Văn hóa - Xã hội"], [], None),
            ("Khám sức khỏe người cao tuổi", ["Trạm Y tế"], [], "2026-09-30"),
        ],
    ),
    "one date for all in a later article": (
        DECISION.format(about="giao việc dọn kho")
        + "Điều 1. Giao Văn phòng HĐND và UBND thực hiện các việc sau:\n1. Phân loại tài liệu.\n"
        "2. Tiêu hủy tài liệu hết giá trị.\nĐiều 2. Thời hạn hoàn thành: Trước ngày 15/5/2026.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n",
        [
            ("Phân loại tài liệu", ["Văn phòng HĐND và UBND"], [], "2026-05-14"),
            ("Tiêu hủy tài liệu", ["Văn phòng HĐND và UBND"], [], "2026-05-14"),
        ],
    ),
    "one date for the works of a named section": (
        NOTICE.format(about="Kết luận cuộc họp về bến đò")
        + "1. Giao Phòng Kinh tế làm các việc sau:\n- Kẻ vạch bến.\n- Treo phao cứu sinh.\n"
        "2. Thời hạn hoàn thành các nội dung tại mục 1: Trước ngày 05/3/2026.\n"
        "3. Công an xã tuần tra bến đò vào ngày nghỉ.\n",
        [
            ("Kẻ vạch bến", ["Phòng Kinh tế"], [], "2026-03-04"),
            ("Treo phao cứu sinh", ["Phòng Kinh tế"], [], "2026-03-04"),
            ("Công an xã tuần tra bến đò", ["Công an xã"], [], None),
        ],
    ),
    "works that only a later date makes duties": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại buổi làm việc")
        + "1. Thống nhất thực hiện các nội dung:\n- Đo lại ranh giới bãi rác.\n- Lắp hàng rào.\n"
        "2. Thời gian hoàn thành: Trong tháng 3/2026.\n",
        [
            ("Đo lại ranh giới", [], [], "2026-03-31"),
            ("Lắp hàng rào", [], [], "2026-03-31"),
        ],
    ),
    "requests of a letter": (
        "SỞ XÂY DỰNG\nSố: 512/SXD-HT\nV/v rà soát biển báo\n"
        "Bình Lâm, ngày 03 tháng 3 năm 2026\n\nKính gửi: Ủy ban nhân dân xã Mẫu Sơn\n\n"
        "Sở Xây dựng nhận được phản ánh của người dân về biển báo đường xã.\n\n"
        "Sở Xây dựng đề nghị UBND xã Mẫu Sơn rà soát, thay thế biển báo hỏng trước ngày"
        " 20/3/2026.\n\n"
        "Trân trọng cảm ơn sự phối hợp của quý cơ quan./.\n",
        [("rà soát, thay thế biển báo hỏng", ["UBND xã Mẫu Sơn"], [], "2026-03-19")],
    ),
    "conclusions of a meeting": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại phiên họp tháng 2")
        + "1. Về tình hình chung: Các phòng đã hoàn thành tốt nhiệm vụ trong tháng 01/2026.\n"
        "2. Về thủy lợi: Giao Phòng Kinh tế duyệt phương án tưới, xong trước ngày 25/2/2026.\n"
        "3. Về trường học:\n- Phòng Văn hóa - Xã hội kiểm tra bếp ăn bán trú.\n",
        [
            ("duyệt phương án tưới", ["Phòng Kinh tế"], [], "2026-02-24"),
            ("kiểm tra bếp ăn bán trú", ["Phòng Văn hóa - Xã hội"], [], None),
        ],
    ),
    "duties of a position beside those of bodies": (
        PLAN
        + "III. PHÂN CÔNG\n1. Trưởng Ban Chỉ đạo\n- Phụ trách chung.\n- Chủ trì các phiên họp.\n"
        "2. Phòng Kinh tế - Cơ quan thường trực Ban Chỉ đạo\n"
        "- Lập kế hoạch chi tiết, xong trước ngày 28/2/2026.\n",
        [("Lập kế hoạch chi tiết", ["Phòng Kinh tế"], [], "2026-02-27")],
    ),
    "columns that part who drafts, who submits and who examines": (
        PLAN + "PHỤ LỤC\n| TT | Tên văn bản | Cơ quan trình | Cơ quan soạn thảo | Cơ quan thẩm tra "
        "| Thời hạn |\n|--|--|--|--|--|--|\n"
        "| 1 | Quy chế chi tiêu nội bộ | UBND xã | Phòng Kinh tế (Văn phòng phối hợp) | Ban"
        " Pháp chế "
        "| 30/4/2026 |\n",
        [("Quy chế chi tiêu nội bộ", ["Phòng Kinh tế"], ["Văn phòng"], "2026-04-30")],
    ),
    "rows of common nouns in a cell": (
        PLAN + "PHỤ LỤC\n| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|--|--|--|--|--|\n"
        "| 1 | Khảo sát chợ | Phòng Kinh tế | Hợp tác xã, Sở, ban, ngành có liên quan | T5/2026"
        " |\n",
        [
            (
                "Khảo sát chợ",
                ["Phòng Kinh tế"],
                ["Hợp tác xã", "Sở, ban, ngành có liên quan"],
                "2026-05-31",
            )
        ],
    ),
}


def _said(task):
    end = task.deadline.end
    return list(task.lead), list(task.coordinate), end.isoformat() if end else None


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_giving_work_is_read(read, form):
    text, wanted = FORMS[form]
    tasks = read(text + END).tasks
    assert [_said(task) for task in tasks] == [tuple(one[1:]) for one in wanted]
    assert [one[0] in task.text for one, task in zip(wanted, tasks, strict=True)] == [
        True for _ in wanted
    ]


def test_the_duties_of_a_position_stand_apart(read):
    text, _ = FORMS["duties of a position beside those of bodies"]
    standing = read(text + END).assignments
    assert [task.rules["form"] for task in standing] == ["standing_duty", "standing_duty"]
    assert all(task.deadline.kind == "none" for task in standing)


def test_who_examines_a_draft_is_noted(read):
    text, _ = FORMS["columns that part who drafts, who submits and who examines"]
    [task] = read(text + END).tasks
    assert task.notes == ("Cơ quan thẩm tra: Ban Pháp chế",)
    assert task.review == ("Ban Pháp chế",)
    assert task.approval == "UBND xã"


def test_a_table_of_aims_with_a_lead_gives_targets(read):
    parsed = read(
        PLAN + "PHỤ LỤC\n| TT | Chỉ tiêu | Đơn vị chủ trì |\n|--|--|--|\n"
        "| 1 | Tỷ lệ hồ sơ đúng hạn đạt 98% | Văn phòng |\n"
        "| 2 | Trồng 2.000 cây xanh | Phòng Kinh tế |\n" + END
    )
    assert parsed.tasks == ()
    assert [(target.value, target.unit) for target in parsed.targets] == [(98, "%"), (2000, "cây")]


def test_power_given_until_a_day_has_no_deadline(read):
    parsed = read(
        DECISION.format(about="x").replace("Về việc x", "Ủy quyền cho Trưởng phòng Kinh tế")
        + "Điều 1. Ủy quyền cho Trưởng phòng Kinh tế\n"
        "1. Ký giấy xác nhận đối với hồ sơ đã được tiếp nhận trước ngày 01/01/2026.\n"
        "Điều 2. Thời hạn ủy quyền: Đến hết ngày 31/12/2026.\n" + END
    )
    assert (parsed.gives, parsed.tasks) == ("standing", ())
    assert [task.deadline.kind for task in parsed.assignments] == ["none"]
    said = {warning.code: warning.message_vi for warning in parsed.warnings}
    assert said["mandate_ends"] == "Thời hạn ủy quyền: Đến hết ngày 31/12/2026"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("QUY CHẾ", "Làm việc của Ủy ban nhân dân xã"),
        ("ĐIỀU LỆ", "Hội khuyến học xã"),
        ("TỜ TRÌNH", "Về việc xin kinh phí"),
        ("BÁO CÁO", "Kết quả công tác quý I"),
        ("GIẤY MỜI", "Dự hội nghị"),
        ("QUYẾT ĐỊNH", "Ban hành Quy chế quản lý chợ"),
    ],
)
def test_a_document_that_gives_no_orders_proposes_none(read, kind, title):
    parsed = read(
        STATE.format(code="QC")
        + f"{kind}\n{title}\n\nĐiều 1. Phòng Kinh tế có trách nhiệm quản lý "
        "chợ, báo cáo trước ngày 20/12/2026.\n" + END
    )
    assert (parsed.gives, parsed.tasks, parsed.assignments) == ("nothing", (), ())
    assert "gives_nothing" in {warning.code for warning in parsed.warnings}


def test_a_notice_that_assigns_fields_of_work_gives_standing_duties(read):
    parsed = read(
        NOTICE.format(about="Phân công công tác của Chủ tịch và các Phó Chủ tịch UBND xã")
        + "1. Đồng chí Lê Văn Mẫu, Chủ tịch UBND xã\n- Phụ trách chung; quốc phòng, an ninh.\n"
        "2. Đồng chí Trần Thị Mẫu, Phó Chủ tịch UBND xã\n- Phụ trách văn hóa, giáo dục, y tế.\n"
        + END
    )
    assert (parsed.gives, parsed.tasks) == ("standing", ())
    assert [task.text for task in parsed.assignments] == [
        "Phụ trách chung; quốc phòng, an ninh.",
        "Phụ trách văn hóa, giáo dục, y tế.",
    ]


def test_a_decision_typed_with_the_wrong_letter_is_read(read):
    text, wanted = FORMS["assigned by sentence"]
    parsed = read((text + END).replace("Đ", "Ð"))
    assert parsed.metadata["kind"].value == "Quyết định"
    assert parsed.metadata["number"].value == "41/QĐ-UBND"
    assert [task.ref for task in parsed.tasks] == ["Điều 1"] and len(wanted) == 1


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 87/KH-BCĐQG1418", "87/KH-BCĐQG1418"),
        ("Số: 2107. /UBND-NC", "2107/UBND-NC"),
        ("Số: 1264/NQ-UBTVQH15", "1264/NQ-UBTVQH15"),
    ],
)
def test_a_number_keeps_its_code(read, line, number):
    head = STATE.format(code="KH").replace("Số: 41/KH-UBND", line)
    assert read(head + "KẾ HOẠCH\nThử\n\n1. Mở đầu\n").metadata["number"].value == number


def test_several_report_days_are_all_kept(read):
    [task] = read(
        PLAN
        + "II. NHIỆM VỤ\n1. Phòng Kinh tế báo cáo UBND xã trước ngày 15/6 (sáu tháng), trước ngày "
        "15/12 (cả năm).\n" + END
    ).tasks
    assert [day.isoformat() for day in task.deadline.ends] == ["2026-06-14", "2026-12-14"]


def test_a_lunar_day_is_shown_with_its_solar_day_to_be_checked(read):
    parsed = read(
        PLAN + "II. LỄ HỘI\n1. Phòng Văn hóa - Xã hội tổ chức lễ hội, xong trước ngày 10/3 "
        "âm lịch.\n" + END
    )
    [task] = parsed.tasks
    assert task.deadline.end and task.deadline.end.isoformat() == "2026-04-25"
    assert task.deadline.confidence <= 0.8
    assert "âm lịch" in task.deadline_raw
    assert "deadline_lunar_day" in {warning.code for warning in parsed.warnings}


def test_those_who_examine_a_draft_are_parted(read):
    cell = "- Ban Pháp chế chủ trì thẩm tra; - Ban Kinh tế phối hợp"
    text, _ = FORMS["columns that part who drafts, who submits and who examines"]
    [task] = read(text.replace("| Ban Pháp chế ", f"| {cell} ") + END).tasks
    assert task.review == ("Ban Pháp chế", "Ban Kinh tế")
    assert task.coordinate == ("Văn phòng",)
