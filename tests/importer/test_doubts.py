"""What looks wrong in the original is said and left as it is."""


def _codes(parsed):
    return [warning.code for warning in parsed.warnings]


HEAD = (
    "UBND XÃ HÒA SƠN\nSố: 5/KH-UBND\nHòa Sơn, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\nVề việc chung\n"
)


def test_a_blank_number_and_day(read):
    parsed = read(
        "UBND XÃ HÒA SƠN\nSố:     /KH-UBND\nHòa Sơn, ngày     tháng 3 năm 2027\nKẾ HOẠCH\nVề "
        "việc chung\n"
    )
    assert {"number_missing", "date_missing"} <= set(_codes(parsed))
    assert parsed.metadata["number"].value is None
    assert parsed.metadata["date"].value is None
    assert parsed.metadata["date_raw"].value == "ngày tháng 3 năm 2027"


def test_numbers_that_jump_or_repeat(read):
    parsed = read(
        HEAD
        + (
            "II. MỤC TIÊU\n(1) Một việc.\n(2) Hai việc.\n(5) Năm việc.\nIII. VIỆC\n1. "
            "Một.\n1. Một nữa."
        )
    )
    assert ("number_jumps", "II(5)") in [(warning.code, warning.ref) for warning in parsed.warnings]
    assert "number_repeated" in _codes(parsed)


def test_a_total_that_does_not_add_up(read):
    text = HEAD + (
        "I. TÌNH HÌNH\nHiện toàn xã có 131 cán bộ, công chức, trong đó 30 cán bộ quản "
        "lý. Cụ thể: Đảng ủy có 20 đồng chí (trong đó có 11 lãnh đạo), Mặt trận có 16 "
        "đồng chí, chính quyền có 94 đồng chí."
    )
    [warning] = [warning for warning in read(text).warnings if warning.code == "total_differs"]
    assert "20 + 16 + 94 = 130" in warning.message_vi
    assert "total_differs" not in _codes(read(text.replace("131", "130")))


def test_the_title_and_the_signature_differ(read):
    text = (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BAN THƯỜNG VỤ ĐẢNG ỦY\nThực hiện nghị quyết\nBan Thường "
        "vụ Đảng ủy phường xây dựng chương trình hành động như sau:\nI. VIỆC\n1. Làm.\nT/M "
        "BAN CHẤP HÀNH\nBÍ THƯ\nLê Văn An"
    )
    assert "issuer_and_signature_differ" in _codes(read(text))
    assert "issuer_and_signature_differ" not in _codes(
        read(text.replace("BAN CHẤP HÀNH", "BAN THƯỜNG VỤ"))
    )


def test_a_deadline_before_the_document(read):
    parsed = read(
        HEAD
        + "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã lập danh sách, hoàn thành trước ngày 15/01/2027."
    )
    assert "deadline_before_document" in _codes(parsed)


def test_one_scheme_with_two_periods(read):
    parsed = read(
        HEAD
        + (
            "I. VIỆC\n- Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức giai đoạn 2026 - "
            "2030.\n- Đào tạo, bồi dưỡng đối với cán bộ, công chức giai đoạn 2026 - 2031."
        )
    )
    assert "two_periods" in _codes(parsed)


def test_an_impossible_day_gives_no_date(read):
    parsed = read(
        HEAD
        + (
            "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|--|--|--|--|\n| 1 | Việc | UBND xã | "
            "31/02/2027 |"
        )
    )
    assert parsed.tasks[0].deadline.end is None
    assert "deadline_impossible_date" in _codes(parsed)


def test_a_task_without_a_lead_is_pointed_out(read):
    parsed = read(HEAD + "II. NHIỆM VỤ\n1. Xây dựng phần mềm, hoàn thành trong quý II/2027.")
    assert ("lead_missing", "II.1") in [(warning.code, warning.ref) for warning in parsed.warnings]
    assert parsed.tasks[0].confidence["lead"] < 0.5


def test_a_text_without_tasks_says_so(read):
    assert "no_tasks" in _codes(read("Một bài văn tả cảnh."))
