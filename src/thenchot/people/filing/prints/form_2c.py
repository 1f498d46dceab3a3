"""2C/TCTW-98: the résumé of the Party's organisation, 31 items. Numbers and labels are those of the
form.
"""

from datetime import date

from thenchot.people.filing.prints.facts import Facts, span, titled
from thenchot.people.filing.prints.paper import Paper
from thenchot.people.filing.prints.resume import relatives
from thenchot.people.filing.showing import shown_day

STUDIES = ("degree", "theory", "state", "defence", "it", "language")


def write(facts: Facts) -> bytes:
    paper = Paper()
    _head(paper, facts)
    _who(paper, facts)
    _service(paper, facts)
    _learning(paper, facts)
    _conduct(paper, facts)
    _tables(paper, facts)
    _means(paper, facts)
    _end(paper)
    return paper.bytes()


def _head(paper: Paper, f: Facts) -> None:
    left = [
        f"Tỉnh, thành phố: {f.province}",
        f"Đơn vị trực thuộc: {f.manager}",
        f"Đơn vị cơ sở: {f.user}",
        f"Số hiệu cán bộ, công chức: {f.person.code or '…………'}",
    ]
    paper.head(left, "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC", "Mẫu 2C/TCTW-98", f.photo)


def _who(paper: Paper, f: Facts) -> None:
    committee = f.committee_posts
    paper.item(
        "1",
        ("Họ và tên khai sinh", f.person.full_name.upper()),
        ("Nam, nữ", f.person.get_sex_display()),
    )
    paper.item("2", ("Các tên gọi khác", f.item("other_names")))
    paper.item(
        "3",
        ("Cấp ủy hiện tại", committee[0] if committee else ""),
        ("Cấp ủy kiêm", "; ".join(committee[1:])),
        ("Chức vụ (Đảng, đoàn thể, chính quyền, kể cả chức vụ kiêm nhiệm)", titled(f.present)),
        ("Phụ cấp chức vụ", f.item("position_allowance")),
    )
    paper.item("4", ("Sinh ngày, tháng, năm", f.person.born))
    paper.item("5", ("Nơi sinh", f.item("birth_place")))
    paper.item("6", ("Quê quán", f.item("home_place")))
    paper.item("7", ("Nơi ở hiện nay", f.item("residence")), ("Điện thoại", f.item("phone")))
    paper.item("8", ("Dân tộc", f.item("ethnicity")))
    paper.item("9", ("Tôn giáo", f.item("religion")))
    paper.item("10", ("Thành phần gia đình xuất thân", f.item("family_origin")))


def _service(paper: Paper, f: Facts) -> None:
    paper.item("11", ("Nghề nghiệp bản thân trước khi được tuyển dụng", f.item("former_job")))
    paper.item(
        "12",
        ("Ngày được tuyển dụng", f.item("recruited_on")),
        ("Vào cơ quan nào, ở đâu", f.item("recruited_by")),
    )
    paper.item(
        "13",
        ("Ngày vào cơ quan hiện đang công tác", f.item("joined_office_on")),
        ("Ngày tham gia cách mạng", f.item("joined_revolution_on")),
    )
    paper.item(
        "14",
        ("Ngày vào Đảng Cộng sản Việt Nam", f.item("party_joined_on")),
        ("Ngày chính thức", f.item("party_official_on")),
    )
    paper.item("15", ("Ngày tham gia các tổ chức chính trị, xã hội", f.item("unions")))
    paper.item(
        "16",
        ("Ngày nhập ngũ", f.item("enlisted_on")),
        ("Ngày xuất ngũ", f.item("discharged_on")),
        ("Quân hàm, chức vụ cao nhất", f.item("military_rank")),
    )


def _learning(paper: Paper, f: Facts) -> None:
    degree, theory, step = f.highest("degree"), f.highest("theory"), f.salary
    learnt = (
        ", ".join(
            p for p in (f.cell("degree", degree, "level"), degree.field, span(degree)[1]) if p
        )
        if degree
        else ""
    )
    languages = "; ".join(
        " ".join(
            p for p in (f.cell("language", r, "language"), f.cell("language", r, "level")) if p
        )
        for r in f.rows("language")
    )
    paper.item(
        "17",
        ("Trình độ học vấn: giáo dục phổ thông", f.item("general_education")),
        ("Học hàm, học vị cao nhất", ", ".join(p for p in (f.item("academic_title"), learnt) if p)),
        ("Lý luận chính trị", f.cell("theory", theory, "level") if theory else ""),
        ("Ngoại ngữ", languages),
    )
    paper.item("18", ("Công tác chính đang làm", f.item("main_work")))
    said = (lambda name: f.cell("salary", step, name)) if step else (lambda name: "")
    paper.item(
        "19",
        ("Ngạch công chức", said("rank") or said("rank_name")),
        ("mã số", step.rank if step else ""),
        ("Bậc lương", said("step")),
        ("hệ số", said("coefficient")),
        ("từ tháng, năm", span(step)[0] if step else ""),
    )
    paper.item("20", ("Danh hiệu được phong", f.item("state_title")))
    paper.item(
        "21",
        ("Sở trường công tác", f.item("strengths")),
        ("Công việc đã làm lâu nhất", f.item("longest_work")),
    )


def _conduct(paper: Paper, f: Facts) -> None:
    rewards = "; ".join(
        f"{f.cell('reward', row, 'form') or row.note} ({row.year})"
        for row in f.rows("reward")
        if row.form or row.note
    )
    paper.item("22", ("Khen thưởng", rewards))
    paper.item(
        "23",
        (
            "Kỷ luật (Đảng, chính quyền, đoàn thể: cấp quyết định, năm nào, lý do, hình thức)",
            _disciplines(f),
        ),
    )
    paper.item(
        "24",
        ("Tình trạng sức khỏe", f.item("health")),
        ("Cao", f.item("height_cm")),
        ("Cân nặng", f.item("weight_kg")),
        ("Nhóm máu", f.item("blood_group")),
    )
    paper.item(
        "25",
        ("Số căn cước (chứng minh nhân dân)", f.person.identity_no),
        ("Thương binh loại", f.item("war_invalid")),
        ("Gia đình liệt sĩ", f.item("martyr_family")),
    )


def _disciplines(f: Facts) -> str:
    rows = [
        (code, row) for code in ("discipline_party", "discipline_state") for row in f.rows(code)
    ]
    return "; ".join(
        ", ".join(p for p in (f.cell(c, r, "form"), r.act, r.decided_by, span(r)[0]) if p)
        for c, r in rows
    )


def _tables(paper: Paper, f: Facts) -> None:
    paper.part("26. Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ")
    rows = [_study(f, code, row) for code in STUDIES for row in f.rows(code)]
    paper.table(
        (
            "Tên trường",
            "Ngành học hoặc tên lớp học",
            "Thời gian học",
            "Hình thức học",
            "Văn bằng, chứng chỉ, trình độ gì",
        ),
        rows,
        (42, 42, 28, 24, 34),
    )
    paper.part("27. Tóm tắt quá trình công tác")
    past = [
        (
            row.valid_from,
            [" – ".join(span(row)), ", ".join(p for p in (row.title, row.organisation) if p)],
        )
        for row in f.rows("career")
    ]
    here = [
        (
            seat.valid_from,
            [
                f"{shown_day(seat.valid_from, 'm')} – {shown_day(seat.valid_to, 'm') or 'nay'}",
                titled([seat]),
            ],
        )
        for seat in f.seats
    ]
    rows = [row for first, row in sorted(past + here, key=lambda pair: pair[0] or date.min)]
    paper.table(
        (
            "Từ tháng, năm đến tháng, năm",
            "Chức danh, chức vụ, đơn vị công tác (Đảng, chính quyền, đoàn thể)",
        ),
        rows,
        (45, 125),
    )
    paper.item(
        "28",
        ("Đặc điểm lịch sử bản thân: a) bị bắt, bị tù", f.item("detention_note")),
        ("b) làm việc trong chế độ cũ", _told(f, "former_regime")),
    )
    paper.item(
        "29",
        ("Quan hệ với nước ngoài: tham gia tổ chức", _told(f, "foreign")),
        ("có thân nhân ở nước ngoài", _told(f, "abroad")),
    )
    paper.part("30. Quan hệ gia đình")
    for title, of_spouse in (
        ("a) Về bản thân: bố, mẹ, vợ (chồng), các con, anh chị em ruột", False),
        ("b) Bố, mẹ, anh chị em ruột bên vợ (chồng)", True),
    ):
        paper.part(title)
        rows = [
            [f.cell("family", r, "relation"), r.name, r.born_year, r.details]
            for r in relatives(f, of_spouse)
        ]
        paper.table(
            (
                "Quan hệ",
                "Họ và tên",
                "Năm sinh",
                (
                    "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở; "
                    "thành viên các tổ chức"
                ),
            ),
            rows,
            (28, 42, 18, 82),
        )


def _study(f: Facts, code: str, row) -> list[str]:
    field = (
        f.cell(code, row, "field") or f.cell(code, row, "language")
        if code in ("degree", "language")
        else ""
    )
    proof = ", ".join(p for p in (row.name, f.cell(code, row, "level")) if p)
    return [
        row.school,
        field,
        " – ".join(p for p in span(row) if p),
        f.cell(code, row, "mode"),
        proof,
    ]


def _told(f: Facts, code: str) -> str:
    return "; ".join(" ".join(p for p in (*span(row), row.details) if p) for row in f.rows(code))


def _means(paper: Paper, f: Facts) -> None:
    paper.part("31. Hoàn cảnh kinh tế gia đình: quá trình lương của bản thân")
    rows = f.rows("salary")
    table = [[span(r)[0], _rank_and_step(r), f.cell("salary", r, "coefficient")] for r in rows]
    heads = ("Tháng, năm", "Ngạch, bậc", "Hệ số lương")
    paper.table(heads, table, (56, 57, 57))
    paper.item(
        "",
        ("Nguồn thu nhập chính của gia đình hằng năm: lương", f.item("income_salary")),
        ("các nguồn khác", f.item("income_other")),
    )
    paper.item(
        "",
        ("Nhà ở: được cấp, được thuê (loại nhà, m²)", f.item("house_granted")),
        ("nhà tự mua, tự xây (loại nhà, m²)", f.item("house_owned")),
    )
    paper.item(
        "",
        ("Đất ở: đất được cấp (m²)", f.item("land_granted")),
        ("đất tự mua (m²)", f.item("land_bought")),
        ("Đất sản xuất, kinh doanh", f.item("land_business")),
    )


def _rank_and_step(row) -> str:
    return ", ".join(part for part in (row.rank, row.step and f"bậc {row.step}") if part)


def _end(paper: Paper) -> None:
    left = [
        "Người khai",
        "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
        "(Ký tên)",
        "",
        "",
        "",
    ]
    right = [
        "Xác nhận của cơ quan quản lý",
        "Ngày …… tháng …… năm ………",
        "(Ký tên, đóng dấu)",
        "",
        "",
        "",
    ]
    paper.sign(left, right)
