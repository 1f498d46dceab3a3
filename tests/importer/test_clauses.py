"""Tasks from sentences: who leads, who coordinates, where a clause is cut."""

IMPLEMENT = "III. TỔ CHỨC THỰC HIỆN\n"


def _tasks(parsed):
    return [
        (task.ref, list(task.lead), list(task.coordinate), task.deadline.kind)
        for task in parsed.tasks
    ]


def test_bullets_take_the_body_of_their_heading(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Sở Nội vụ\n- Rà soát vị trí việc làm (hoàn thành trong tháng 6/2026).\n- Chủ "
            "trì, phối hợp với Sở Tài chính, các cơ quan liên quan tham mưu kinh phí."
        )
    )
    assert _tasks(parsed) == [
        ("III.1 bullet 1", ["Sở Nội vụ"], [], "month"),
        ("III.1 bullet 2", ["Sở Nội vụ"], ["Sở Tài chính", "các cơ quan liên quan"], "none"),
    ]


def test_a_clause_names_its_own_lead(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra bến bãi.\n2. Đề "
            "nghị Ủy ban MTTQ xã giám sát.\n3. Phòng Nội vụ có trách nhiệm đôn đốc."
        )
    )
    assert [task[1:3] for task in _tasks(parsed)] == [
        (["Phòng Kinh tế"], ["Công an xã"]),
        (["Ủy ban MTTQ xã"], []),
        (["Phòng Nội vụ"], []),
    ]


def test_a_bullet_is_cut_behind_a_deadline_in_brackets(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Sở Nội vụ\n- Ban hành quy định mới (hoàn thành trong tháng 5/2026); đồng "
            "thời tổ chức bồi dưỡng nghiệp vụ cho công chức (thực hiện thường xuyên)."
        )
    )
    assert [(task.ref, task.deadline.kind) for task in parsed.tasks] == [
        ("III.1 bullet 1a", "month"),
        ("III.1 bullet 1b", "ongoing"),
    ]
    assert parsed.tasks[1].text.startswith("tổ chức bồi dưỡng")


def test_a_bullet_is_cut_where_another_body_takes_over(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Đảng ủy xã\n- Xây dựng kế hoạch bồi dưỡng cán bộ trong tháng 3/2027. Các chi "
            "bộ trực thuộc đăng ký danh sách học viên."
        )
    )
    assert [(task.ref, list(task.lead)) for task in parsed.tasks] == [
        ("III.1 bullet 1a", ["Đảng ủy xã"]),
        ("III.1 bullet 1b", ["Các chi bộ trực thuộc"]),
    ]


def test_without_a_new_deadline_or_lead_a_bullet_stays_whole(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Đảng ủy xã\n- Hoàn thành đề án trong tháng 01/2027; tổ chức thực hiện nghiêm "
            "túc sau khi được phê duyệt."
        )
    )
    assert len(parsed.tasks) == 1


def test_leading_others_makes_them_coordinate(read):
    parsed = read(
        IMPLEMENT
        + "1. Đảng ủy Ủy ban nhân dân tỉnh\n1.1. Lãnh đạo, chỉ đạo Ủy ban nhân dân tỉnh và "
        "các sở, ngành liên quan thực hiện các nội dung sau:\n- Cụ thể hóa kế hoạch "
        "(hoàn thành trong tháng 6/2026).\n"
        "1.2. Chỉ đạo Sở Nội vụ:\n- Tham mưu phân cấp quản lý."
    )
    assert [(list(task.lead), list(task.coordinate)) for task in parsed.tasks] == [
        (["Đảng ủy Ủy ban nhân dân tỉnh"], ["Ủy ban nhân dân tỉnh", "các sở, ngành liên quan"]),
        (["Sở Nội vụ"], []),
    ]


def test_a_body_before_a_colon(read):
    [task] = read(
        IMPLEMENT + "1. Văn phòng Đảng ủy: Phối hợp với Ban Xây dựng Đảng theo dõi tiến độ."
    ).tasks
    assert (task.lead, task.coordinate) == (("Văn phòng Đảng ủy",), ("Ban Xây dựng Đảng",))
    assert task.text == "Phối hợp với Ban Xây dựng Đảng theo dõi tiến độ."


def test_aims_and_views_are_no_tasks(read):
    parsed = read(
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Tạo chuyển biến trong năm 2027.\nII. MỤC TIÊU\n- "
        "Phấn đấu trong năm 2027 đạt 90% hồ sơ trực tuyến.\n"
    )
    assert parsed.tasks == ()


def test_elsewhere_a_clause_needs_a_deadline(read):
    parsed = read(
        "II. NHIỆM VỤ\n1. Đổi mới công tác quản lý.\n2. Xây dựng cổng thông tin, hoàn thành "
        "trong quý II/2027.\n3. Hằng năm tổ chức lấy ý kiến Nhân dân."
    )
    assert [task.ref for task in parsed.tasks] == ["II.2"]


def test_labelled_lines_under_a_task(read):
    text = (
        "II. NHIỆM VỤ\n1. Rà soát đội ngũ.\nCơ quan chủ trì: Phòng Văn hóa - Xã hội;\nCơ "
        "quan phối hợp: Công an xã, các thôn;\nThời gian thực hiện: Quý III/2026.\n2. Bồi "
        "dưỡng.\nĐơn vị thực hiện: Các trường học\nThời hạn hoàn thành: 30/9/2026\nSản phẩm: "
        "Chứng chỉ"
    )
    first, second = read(text).tasks
    assert (first.lead, first.coordinate, first.deadline_raw) == (
        ("Phòng Văn hóa - Xã hội",),
        ("Công an xã", "các thôn"),
        "Quý III/2026",
    )
    assert (second.lead, second.product, second.deadline.end.isoformat()) == (
        ("Các trường học",),
        "Chứng chỉ",
        "2026-09-30",
    )


def test_a_precondition_in_the_words_is_kept(read):
    text = (
        "II. NHIỆM VỤ\n1. Bố trí cán bộ sau khi có quyết định giao biên chế của cấp có thẩm "
        "quyền.\nCơ quan chủ trì: Phòng Nội vụ\nThời gian: Quý III/2026\n2. Việc khác.\nCơ "
        "quan chủ trì: UBND xã"
    )
    task = read(text).tasks[0]
    assert task.after.startswith("sau khi có quyết định giao biên chế")
    assert task.deadline.kind == "quarter"


def test_a_pure_report_is_no_task(read):
    parsed = read(
        IMPLEMENT
        + (
            "1. Sở Nội vụ\n- Đôn đốc các đơn vị.\n- Định kỳ hằng quý báo cáo Ủy ban nhân dân "
            "tỉnh kết quả thực hiện."
        )
    )
    assert [task.ref for task in parsed.tasks] == ["III.1 bullet 1"]
    [report] = parsed.reports
    assert (report.lead, report.receiver, dict(report.deadline.rule)) == (
        ("Sở Nội vụ",),
        "Ủy ban nhân dân tỉnh",
        {"every": "quarter"},
    )


def test_a_yearly_report_with_its_day_and_its_route(read):
    text = IMPLEMENT + (
        "1. Yêu cầu các cấp ủy, cơ quan, đơn vị triển khai thực hiện. Hằng năm, báo cáo "
        "kết quả về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng) trước ngày 05/12."
    )
    [report] = read(text).reports
    assert (report.receiver, report.via, dict(report.deadline.rule)) == (
        "Ban Thường vụ Đảng ủy",
        "Ban Xây dựng Đảng",
        {"every": "year", "end": "12-04"},
    )


def test_a_task_that_waits_for_another_names_it(read):
    text = IMPLEMENT + (
        "1. Ban Tổ chức Tỉnh ủy\n- Tham mưu phê duyệt quy hoạch (thực hiện sau khi hoàn thành "
        "sắp xếp cấp phó của các cơ quan cấp tỉnh).\n"
        "- Xây dựng phương án sắp xếp cấp phó của các cơ quan, đơn vị cấp tỉnh (trong quý "
        "III/2026)."
    )
    assert read(text).tasks[0].depends_on == "III.1 bullet 2"


def test_a_directive_lays_every_clause_on_the_bodies_it_opens_with(read):
    text = (
        "CHỈ THỊ\nVề kỷ luật công vụ\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các "
        "cơ quan, đơn vị thực hiện các nội dung sau:\n1. Quán triệt quy định đến toàn thể "
        "công chức.\n2. Sở Nội vụ thanh tra đột xuất."
    )
    assert [list(task.lead) for task in read(text).tasks] == [
        ["Thủ trưởng các cơ quan, đơn vị"],
        ["Sở Nội vụ"],
    ]


def test_a_page_break_inside_a_sentence_is_joined(read):
    text = IMPLEMENT + (
        "1. Sở Nội vụ\n- Chủ trì, phối hợp với Sở Tài chính và các địa phương xây dựng "
        "đội ngũ\n\n7\n\ncán bộ cơ sở đủ năng lực (hoàn thành trong tháng 6/2026)."
    )
    [task] = read(text).tasks
    assert "đội ngũ cán bộ cơ sở" in task.text
    assert task.deadline.kind == "month"
