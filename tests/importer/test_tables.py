"""Task tables in every shape they come in."""

import pytest

HEAD = "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n|---|---|---|---|---|\n"


def _rows(parsed):
    return [
        (task.ref, task.text, list(task.lead), list(task.coordinate), task.deadline_raw)
        for task in parsed.tasks
    ]


def test_a_plain_table(read):
    parsed = read(
        HEAD
        + (
            "| 1 | Rà soát quy chế | Phòng Nội vụ | Văn phòng | Quý III/2026 |\n| 2 | Tập "
            "huấn | UBND xã | | Thường xuyên |"
        )
    )
    assert _rows(parsed) == [
        ("PL.1", "Rà soát quy chế", ["Phòng Nội vụ"], ["Văn phòng"], "Quý III/2026"),
        ("PL.2", "Tập huấn", ["UBND xã"], [], "Thường xuyên"),
    ]


def test_rows_torn_by_a_page_are_joined_and_repeated_titles_dropped(read):
    first = (
        HEAD + "| 1 | Ban hành kế hoạch về nâng | Ban Xây dựng | Phòng Văn hóa | Hoàn thành |\n\n"
    )
    second = HEAD + (
        "| | cao chất lượng chi bộ | Đảng | | trong tháng 7/2026 |\n| 2 | Việc khác | "
        "UBND xã | | Năm 2026 |"
    )
    parsed = read(first + second)
    assert _rows(parsed) == [
        (
            "PL.1",
            "Ban hành kế hoạch về nâng cao chất lượng chi bộ",
            ["Ban Xây dựng Đảng"],
            ["Phòng Văn hóa"],
            "Hoàn thành trong tháng 7/2026",
        ),
        ("PL.2", "Việc khác", ["UBND xã"], [], "Năm 2026"),
    ]
    assert parsed.tasks[0].deadline.end.isoformat() == "2026-07-31"


@pytest.mark.parametrize("mark", ["nt", "-nt-", "n/t", '"', "''", "”", "//", "Như trên"])
def test_ditto_marks_repeat_the_cell_above(read, mark):
    parsed = read(
        HEAD
        + (
            f"| 1 | Việc một | Phòng Nội vụ | Công an xã | Quý I/2027 |\n| 2 | Việc hai | "
            f"{mark} | {mark} | {mark} |"
        )
    )
    assert _rows(parsed)[1][2:] == (["Phòng Nội vụ"], ["Công an xã"], "Quý I/2027")


def test_groups_are_kept_apart_from_tasks(read):
    parsed = read(
        HEAD
        + (
            "| I | Công tác tuyên truyền | | | |\n| 1 | Mở hội nghị | Ban Tuyên giáo | | "
            "6/2026 |\n| II | Kiểm tra | | | |\n| 1 | Kiểm tra chi bộ | UBKT | | 9/2026 |"
        )
    )
    assert [(group.ref, group.title) for group in parsed.groups] == [
        ("PL.I", "Công tác tuyên truyền"),
        ("PL.II", "Kiểm tra"),
    ]
    assert [task.ref for task in parsed.tasks] == ["PL.I.1", "PL.II.1"]
    assert [task.parent for task in parsed.tasks] == ["PL.I", "PL.II"]


def test_groups_numbered_with_their_rows(read):
    parsed = read(
        HEAD
        + (
            "| 1 | Nhóm việc một | | | |\n| 1.1 | Việc nhỏ | UBND xã | | 6/2026 |\n| 2 | "
            "Nhóm hai | | | |\n| 2.1 | Việc khác | UBND xã | | 7/2026 |"
        )
    )
    assert [task.ref for task in parsed.tasks] == ["PL.1.1", "PL.2.1"]


def test_columns_in_another_order_and_words(read):
    parsed = read(
        "| STT | Thời hạn hoàn thành | Nội dung công việc | Sản phẩm | Bộ phận phối hợp | Đơn vị "
        "thực hiện | Đồng chí phụ trách |\n|--|--|--|--|--|--|--|\n"
        "| 1 | 15/8/2026 | Khảo sát nhu cầu | Báo cáo | Công an xã | Phòng Kinh tế | Đ/c Lê An |"
    )
    [task] = parsed.tasks
    assert (task.text, task.lead, task.coordinate, task.product, task.responsible) == (
        "Khảo sát nhu cầu",
        ("Phòng Kinh tế",),
        ("Công an xã",),
        "Báo cáo",
        "Đ/c Lê An",
    )
    assert task.deadline.end.isoformat() == "2026-08-15"


def test_a_title_in_two_storeys(read):
    parsed = read(
        "| TT | Nhiệm vụ | Phân công | | Thời gian |\n|--|--|--|--|--|\n| | | Chủ trì | Phối hợp "
        "| |\n| 1 | Việc | UBND xã | Công an xã | 2027 |"
    )
    assert _rows(parsed) == [("PL.1", "Việc", ["UBND xã"], ["Công an xã"], "2027")]


def test_roles_inside_one_cell(read):
    parsed = read(
        "| TT | Nội dung | Đơn vị chủ trì, phối hợp | Tiến độ |\n|--|--|--|--|\n| 1 | Việc | Chủ "
        "trì: Phòng Nội vụ; Phối hợp: Công an xã, các thôn | 6/2027 |"
    )
    assert _rows(parsed) == [
        ("PL.1", "Việc", ["Phòng Nội vụ"], ["Công an xã", "các thôn"], "6/2027")
    ]


def test_several_leads_in_one_cell(read):
    parsed = read(
        HEAD + "| 1 | Việc | Phòng Kinh tế, Hạ tầng và Đô thị<br>Phòng Văn hóa - Xã hội | | 2027 |"
    )
    assert parsed.tasks[0].lead == ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội")


def test_a_table_without_titles_is_guessed_and_said_so(read):
    parsed = read(
        "| 1 | Xây dựng kịch bản hội thi | Đoàn Thanh niên xã | Trước ngày 20/10/2026 |\n| 2 | "
        "Trang trí sân khấu | Phòng Văn hóa | 10/11/2026 |"
    )
    assert [task.lead for task in parsed.tasks] == [("Đoàn Thanh niên xã",), ("Phòng Văn hóa",)]
    assert "table_without_header" in {warning.code for warning in parsed.warnings}
    assert all(task.confidence["lead"] < 0.7 for task in parsed.tasks)


def test_a_scrape_with_one_cell_a_line(read):
    parsed = read(
        "STT\nNhiệm vụ\nCơ quan chủ trì\nThời gian hoàn thành\n1\nRà soát hồ sơ\nPhòng Nội "
        "vụ\nQuý I/2027\n2\nTập huấn\nUBND xã\nThường xuyên\n"
    )
    assert _rows(parsed) == [
        ("PL.1", "Rà soát hồ sơ", ["Phòng Nội vụ"], [], "Quý I/2027"),
        ("PL.2", "Tập huấn", ["UBND xã"], [], "Thường xuyên"),
    ]


def test_columns_split_by_tabs(read):
    parsed = read("TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRà soát\tPhòng Nội vụ\t6/2026\n")
    assert _rows(parsed) == [("PL.1", "Rà soát", ["Phòng Nội vụ"], [], "6/2026")]


def test_html_with_cells_merged_downwards(read):
    parsed = read(
        "<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr>"
        "<tr><td>1</td><td>Việc một</td><td rowspan='2'>Phòng Nội "
        "vụ</td><td>6/2026</td></tr><tr><td>2</td><td>Việc hai</td><td>7/2026</td></tr></table>"
    )
    assert [task.lead for task in parsed.tasks] == [("Phòng Nội vụ",), ("Phòng Nội vụ",)]


def test_the_body_that_must_pass_it(read):
    parsed = read(
        HEAD
        + "| 1 | Xây dựng phương án (trình Ban Thường vụ Đảng ủy thông qua) | UBND xã | | 6/2026 |"
    )
    [task] = parsed.tasks
    assert task.approval == "Ban Thường vụ Đảng ủy"
    assert [parsed.text[start:end] for start, end in task.spans["approval"]] == [
        "Ban Thường vụ Đảng ủy"
    ]


def test_beside_a_table_the_duties_of_bodies_are_assignments(read):
    parsed = read(
        "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi, đôn đốc việc thực hiện.\nPHỤ LỤC\n"
        + HEAD
        + "| 1 | Việc | UBND xã | | 2027 |"
    )
    assert [task.ref for task in parsed.tasks] == ["PL.1"]
    assert [task.ref for task in parsed.assignments] == ["II.1"]


def test_a_list_of_people_is_no_task_table(read):
    assert (
        read("| TT | Họ và tên | Chức vụ |\n|--|--|--|\n| 1 | Nguyễn An | Trưởng phòng |").tasks
        == ()
    )


def test_who_stands_before_the_work_and_is_left_blank_where_cells_were_merged(read):
    parsed = read(
        "| Người / bộ phận | Việc | Ngày |\n|---|---|---|\n"
        "| Phòng Kinh tế | Dự thảo trả lời kiến nghị | 18/8/2026 |\n"
        "| | Kiểm tra cầu treo | 25/8/2026 |\n| Công an xã | Bảo đảm trật tự | 28/8/2026 |"
    )
    assert [list(task.lead) for task in parsed.tasks] == [
        ["Phòng Kinh tế"],
        ["Phòng Kinh tế"],
        ["Công an xã"],
    ]
    assert [task.deadline.end.day for task in parsed.tasks] == [18, 25, 28]


def test_titles_in_other_words_are_told_by_what_stands_below_them(read):
    parsed = read(
        "| Hạn | Ai | Phần phải lo | Ra cái gì |\n|---|---|---|---|\n"
        "| Trước 15/5/2026 | Trạm Y tế | Sắp xếp lại kho thuốc | Sơ đồ |\n"
        "| 30/6/2026 | Đoàn xã | Mở lớp dạy bơi cho trẻ | Danh sách |"
    )
    assert [(task.text, list(task.lead)) for task in parsed.tasks] == [
        ("Sắp xếp lại kho thuốc", ["Trạm Y tế"]),
        ("Mở lớp dạy bơi cho trẻ", ["Đoàn xã"]),
    ]
    assert [task.deadline.end.isoformat() for task in parsed.tasks] == ["2026-05-14", "2026-06-30"]


def test_a_column_that_ends_in_before_excludes_its_day(read):
    parsed = read(
        "| TT | Nhiệm vụ | Chủ công | Xong trước |\n|---|---|---|---|\n"
        "| 1 | Nạo vét kênh | Phòng Kinh tế | 31/3/2026 |\n| 2 | Trồng cây | Đoàn xã | 19/5/2026 |"
    )
    assert [list(task.lead) for task in parsed.tasks] == [["Phòng Kinh tế"], ["Đoàn xã"]]
    assert [task.deadline.end.isoformat() for task in parsed.tasks] == ["2026-03-30", "2026-05-18"]


def test_figures_with_a_bound_are_aims_beside_a_day_and_a_body(read):
    parsed = read(
        "QUYẾT ĐỊNH\n\nĐiều 1. Giao chỉ tiêu.\n\n"
        "| Chỉ tiêu | Mức giao | Thời hạn đạt | Đơn vị theo dõi |\n|---|---|---|---|\n"
        "| Hồ sơ trực tuyến | ≥ 85% | 30/9/2026 | Công an xã |\n"
        "| Hồ sơ quá hạn | ≤ 0,5% | năm 2026 | Công an xã |\n"
        "| Người được tập huấn | tối thiểu 600 người | quý III/2026 | Đoàn xã |"
    )
    assert not parsed.tasks
    assert [(one.comparator, one.value) for one in parsed.targets] == [
        (">=", 85),
        ("<=", 0.5),
        (">=", 600),
    ]
