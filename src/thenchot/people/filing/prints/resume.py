"""The résumé of Thông tư 06/2023/TT-BNV: 38 items, every table of it. Numbers and labels are those
of the form.
"""

from datetime import date

from thenchot.people.filing.prints.facts import Facts, span, titled
from thenchot.people.filing.prints.paper import Paper
from thenchot.people.filing.showing import shown_day
from thenchot.policy.codelists import code_list

MONTHS = ("Từ tháng, năm", "Đến tháng, năm")


def write(facts: Facts) -> bytes:
    paper = Paper()
    _head(paper, facts)
    _origin(paper, facts)
    _service(paper, facts)
    _schooling(paper, facts)
    _posts(paper, facts)
    _pay(paper, facts)
    _studies(paper, facts)
    _career(paper, facts)
    _history(paper, facts)
    _conduct(paper, facts)
    _family(paper, facts)
    _means(paper, facts)
    _end(paper, facts)
    return paper.bytes()


def _head(paper: Paper, f: Facts) -> None:
    left = [
        f"Cơ quan quản lý cán bộ, công chức, viên chức: {f.manager}",
        f"Cơ quan, đơn vị sử dụng: {f.user}",
        f"Số hiệu: {f.person.code or '…………'}",
        f"Mã số định danh: {f.person.identity_no or '…………'}",
    ]
    paper.head(
        left,
        "SƠ YẾU LÝ LỊCH",
        "(Mẫu ban hành kèm theo Thông tư số 06/2023/TT-BNV ngày 04/5/2023)",
        f.photo,
    )


def _origin(paper: Paper, f: Facts) -> None:
    paper.item(
        "1",
        ("Họ và tên khai sinh (chữ in hoa)", f.person.full_name.upper()),
        ("Giới tính", f.person.get_sex_display()),
    )
    paper.item("2", ("Các tên gọi khác", f.item("other_names")))
    paper.item("3", ("Sinh ngày, tháng, năm", f.person.born))
    paper.item("4", ("Nơi sinh", f.item("birth_place")))
    paper.item("5", ("Quê quán (xã, phường, đặc khu; tỉnh, thành phố)", f.item("home_place")))
    paper.item("6", ("Dân tộc", f.item("ethnicity")))
    paper.item("7", ("Tôn giáo", f.item("religion")))
    paper.item(
        "8",
        ("Số căn cước", f.person.identity_no),
        ("Ngày cấp", f.item("identity_issued_on")),
        ("Số điện thoại liên hệ", f.item("phone")),
    )
    paper.item(
        "9",
        ("Số bảo hiểm xã hội", f.item("insurance_no")),
        ("Số thẻ bảo hiểm y tế", f.item("health_card_no")),
    )
    paper.item("10", ("Nơi ở hiện nay", f.item("residence")))


def _service(paper: Paper, f: Facts) -> None:
    paper.item("11", ("Thành phần gia đình xuất thân", f.item("family_origin")))
    paper.item("12", ("Nghề nghiệp trước khi được tuyển dụng", f.item("former_job")))
    paper.item(
        "13",
        ("Ngày được tuyển dụng lần đầu", f.item("recruited_on")),
        ("Cơ quan, tổ chức, đơn vị tuyển dụng", f.item("recruited_by")),
    )
    paper.item("14", ("Ngày vào cơ quan hiện đang công tác", f.item("joined_office_on")))
    paper.item(
        "15",
        ("Ngày vào Đảng Cộng sản Việt Nam", f.item("party_joined_on")),
        ("Ngày chính thức", f.item("party_official_on")),
    )
    paper.item("16", ("Ngày tham gia tổ chức chính trị - xã hội đầu tiên", f.item("unions")))
    paper.item(
        "17",
        ("Ngày nhập ngũ", f.item("enlisted_on")),
        ("Ngày xuất ngũ", f.item("discharged_on")),
        ("Quân hàm cao nhất", f.item("military_rank")),
    )
    paper.item("18", ("Đối tượng chính sách", f.item("policy_group")))


def _schooling(paper: Paper, f: Facts) -> None:
    highest = f.highest("degree")
    degree = (
        ", ".join(part for part in (f.cell("degree", highest, "level"), highest.field) if part)
        if highest
        else ""
    )
    paper.item("19", ("Trình độ giáo dục phổ thông", f.item("general_education")))
    paper.item("20", ("Trình độ chuyên môn cao nhất", degree))
    paper.item("21", ("Học hàm", f.item("academic_title")))
    paper.item("22", ("Danh hiệu nhà nước phong tặng", f.item("state_title")))


def _posts(paper: Paper, f: Facts) -> None:
    state = [seat for seat in f.present if seat.unit.bloc != "party"]
    party = [seat for seat in f.present if seat.unit.bloc == "party"]
    first = next(iter(f.present), None)
    paper.item(
        "23",
        ("Chức vụ hiện tại", titled(state[:1])),
        ("Ngày bổ nhiệm, phê chuẩn", first and shown_day(first.valid_from)),
        (
            "Ngày bổ nhiệm lại, phê chuẩn nhiệm kỳ tiếp theo",
            first and shown_day(first.reappoint_on),
        ),
    )
    paper.item("24", ("Được quy hoạch chức danh", f.item("planned_titles")))
    paper.item("25", ("Chức vụ kiêm nhiệm", titled(state[1:])))
    paper.item("26", ("Chức vụ Đảng hiện tại", titled(party[:1])))
    paper.item("27", ("Chức vụ Đảng kiêm nhiệm", titled(party[1:])))
    paper.item("28", ("Công việc chính được giao", f.item("main_work")))
    paper.item(
        "29",
        ("Sở trường công tác", f.item("strengths")),
        ("Công việc làm lâu nhất", f.item("longest_work")),
    )


def _pay(paper: Paper, f: Facts) -> None:
    step = f.salary
    said = (lambda name: f.cell("salary", step, name)) if step else (lambda name: "")
    since = span(step)[0] if step else ""
    paper.part("30. Tiền lương")
    paper.item(
        "30.1",
        ("Ngạch, chức danh nghề nghiệp", said("rank") or said("rank_name")),
        ("Mã số", step.rank if step else ""),
        ("Ngày bổ nhiệm ngạch", said("rank_on")),
        ("Bậc lương", said("step")),
        ("Hệ số", said("coefficient")),
        ("Ngày hưởng", since),
        ("Phần trăm hưởng (%)", said("percent")),
        ("Phụ cấp thâm niên vượt khung (%)", said("beyond_percent")),
        ("Ngày hưởng phụ cấp", said("beyond_on")),
    )
    paper.item(
        "30.2",
        ("Phụ cấp chức vụ", f.item("position_allowance")),
        ("Phụ cấp kiêm nhiệm, khác", _allowances(f)),
    )
    paper.item(
        "30.3",
        ("Vị trí việc làm", said("position")),
        ("Mã số", said("position_code")),
        ("Lương theo mức tiền (đồng)", said("amount")),
        ("Ngày hưởng", since if step and step.amount else ""),
    )
    paper.item(
        "31",
        ("Tình trạng sức khỏe", f.item("health")),
        ("Chiều cao (cm)", f.item("height_cm")),
        ("Cân nặng (kg)", f.item("weight_kg")),
        ("Nhóm máu", f.item("blood_group")),
    )


def _allowances(f: Facts) -> str:
    running = [row for row in f.rows("allowance") if row.valid_to is None or row.valid_to >= f.on]
    return "; ".join(f.cell("allowance", row, "kind") for row in running)


STUDIES = (
    (
        "32.1. Chuyên môn (từ trung cấp trở lên)",
        "degree",
        ("Tên cơ sở đào tạo", "Chuyên ngành đào tạo", "Hình thức đào tạo", "Văn bằng, trình độ"),
        ("school", "field", "mode", "proof"),
    ),
    (
        "32.2. Lý luận chính trị",
        "theory",
        ("Tên cơ sở đào tạo", "Hình thức đào tạo", "Văn bằng được cấp"),
        ("school", "mode", "proof"),
    ),
    (
        "32.3. Bồi dưỡng quản lý nhà nước, chức danh nghề nghiệp, nghiệp vụ chuyên ngành",
        "state",
        ("Tên cơ sở đào tạo", "Chứng chỉ được cấp"),
        ("school", "proof"),
    ),
    (
        "32.4. Bồi dưỡng kiến thức an ninh, quốc phòng",
        "defence",
        ("Tên cơ sở đào tạo", "Chứng chỉ được cấp"),
        ("school", "proof"),
    ),
    ("32.5. Tin học", "it", ("Tên cơ sở đào tạo", "Chứng chỉ được cấp"), ("school", "proof")),
    (
        "32.6. Ngoại ngữ, tiếng dân tộc",
        "language",
        ("Tên cơ sở đào tạo", "Tên ngoại ngữ, tiếng dân tộc", "Chứng chỉ được cấp", "Điểm số"),
        ("school", "language", "proof", "score"),
    ),
)


def _studies(paper: Paper, f: Facts) -> None:
    paper.part("32. QUÁ TRÌNH ĐÀO TẠO, BỒI DƯỠNG")
    for title, code, heads, names in STUDIES:
        paper.part(title)
        rows = [
            [*span(row), *(_study(f, code, row, name) for name in names)] for row in f.rows(code)
        ]
        paper.table((*MONTHS, *heads), rows, (22, 22, *([126 / len(heads)] * len(heads))))


def _study(f: Facts, code: str, row, name: str) -> str:
    if name != "proof":
        return f.cell(code, row, name)
    level, certificate = f.cell(code, row, "level"), row.name
    shown = (
        certificate
        if not level or level.casefold() in certificate.casefold()
        else f"{certificate}, {level}"
        if certificate
        else level
    )
    return f"{shown} (đang học)" if row.is_studying else shown


def _career(paper: Paper, f: Facts) -> None:
    paper.part("33. TÓM TẮT QUÁ TRÌNH CÔNG TÁC")
    past = [(row.valid_from, [*span(row), row.organisation, row.title]) for row in f.rows("career")]
    here = [
        (
            seat.valid_from,
            [
                shown_day(seat.valid_from, "m"),
                shown_day(seat.valid_to, "m") or "nay",
                seat.unit.name,
                seat.title,
            ],
        )
        for seat in f.seats
    ]
    rows = [row for first, row in sorted(past + here, key=lambda pair: pair[0] or date.min)]
    heads = (
        *MONTHS,
        "Đơn vị công tác (Đảng, chính quyền, đoàn thể, tổ chức xã hội)",
        "Chức danh, chức vụ",
    )
    paper.table(heads, rows, (22, 22, 72, 54))


def _history(paper: Paper, f: Facts) -> None:
    paper.part("34. ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN")
    paper.item(
        "34.1",
        ("Khai rõ: bị bắt, bị tù, khai báo cho ai, những vấn đề gì", f.item("detention_note")),
    )
    paper.part("34.2. Bản thân có làm việc cho chế độ cũ")
    _background(paper, f, "former_regime", "Chức danh, chức vụ, đơn vị, địa điểm")
    paper.part("34.3. Tham gia hoặc có quan hệ với các tổ chức nước ngoài")
    _background(paper, f, "foreign", "Tên tổ chức, địa chỉ trụ sở, công việc đã làm")


def _background(paper: Paper, f: Facts, code: str, head: str) -> None:
    paper.table((*MONTHS, head), [[*span(row), row.details] for row in f.rows(code)], (22, 22, 126))


def _conduct(paper: Paper, f: Facts) -> None:
    paper.part("35. KHEN THƯỞNG, KỶ LUẬT")
    paper.part("35.1. Thành tích thi đua, khen thưởng")
    rows = [
        [str(row.year), row.rating, row.emulation, _joined(f.cell("reward", row, "form"), row.note)]
        for row in f.rows("reward")
    ]
    paper.table(
        ("Năm", "Xếp loại chuyên môn", "Xếp loại thi đua", "Hình thức khen thưởng"),
        rows,
        (18, 50, 50, 52),
    )
    paper.part("35.2. Kỷ luật Đảng, hành chính")
    rows = [
        [*span(row), f.cell(code, row, "form"), row.act, row.decided_by]
        for code in ("discipline_party", "discipline_state")
        for row in f.rows(code)
    ]
    paper.table(
        (*MONTHS, "Hình thức", "Hành vi vi phạm chính", "Cơ quan quyết định"),
        rows,
        (22, 22, 36, 50, 40),
    )


def _family(paper: Paper, f: Facts) -> None:
    heads = (
        "Mối quan hệ",
        "Họ và tên",
        "Năm sinh",
        (
            "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, "
            "ngoài nước); thành viên các tổ chức chính trị - xã hội"
        ),
    )
    paper.part("36. QUAN HỆ GIA ĐÌNH")
    for title, of_spouse in (
        ("36.1. Về bản thân: bố, mẹ, vợ (chồng), các con, anh chị em ruột", False),
        ("36.2. Về bên vợ (chồng): bố, mẹ, anh chị em ruột", True),
    ):
        paper.part(title)
        rows = [
            [f.cell("family", row, "relation"), row.name, row.born_year, row.details]
            for row in relatives(f, of_spouse)
        ]
        paper.table(heads, rows, (30, 42, 18, 80))


def relatives(f: Facts, of_spouse: bool) -> list:
    """Those of the own side or of the side of wife or husband."""
    relations = code_list("relation")
    side = {code.code for code in relations if (code.group == "spouse") is of_spouse}
    kept = [
        row
        for row in f.rows("family")
        if row.relation in side or (not of_spouse and row.relation not in relations)
    ]
    return sorted(kept, key=lambda row: (relations.rank(row.relation), row.pk))


def _means(paper: Paper, f: Facts) -> None:
    paper.part("37. HOÀN CẢNH KINH TẾ GIA ĐÌNH")
    paper.part("37.1. Quá trình lương của bản thân")
    names = ("rank", "step", "coefficient", "amount")
    rows = [
        [*span(row), *(row.rank if n == "rank" else f.cell("salary", row, n) for n in names)]
        for row in f.rows("salary")
    ]
    paper.table(
        (*MONTHS, "Mã số", "Bậc lương", "Hệ số lương", "Tiền lương theo vị trí việc làm"),
        rows,
        (22, 22, 26, 24, 28, 48),
    )
    paper.part("37.2. Các loại phụ cấp khác")
    names = ("kind", "percent", "coefficient", "form", "amount")
    rows = [
        [*span(row), *(f.cell("allowance", row, n) for n in names)] for row in f.rows("allowance")
    ]
    paper.table(
        (*MONTHS, "Loại phụ cấp", "Phần trăm hưởng", "Hệ số", "Hình thức hưởng", "Giá trị (đồng)"),
        rows,
        (22, 22, 36, 22, 18, 26, 24),
    )
    paper.part("37.3. Nguồn thu nhập chính của gia đình hằng năm")
    paper.item(
        "", ("Tiền lương", f.item("income_salary")), ("Các nguồn khác", f.item("income_other"))
    )
    paper.item(
        "",
        ("Nhà ở được cấp, được thuê (loại nhà, diện tích)", f.item("house_granted")),
        ("tự mua, tự xây (loại nhà, diện tích, giấy chứng nhận)", f.item("house_owned")),
    )
    paper.item(
        "",
        ("Đất ở được cấp (m²)", f.item("land_granted")),
        ("tự mua (m², giấy chứng nhận)", f.item("land_bought")),
    )
    paper.item("", ("Đất sản xuất, kinh doanh", f.item("land_business")))


def _end(paper: Paper, f: Facts) -> None:
    paper.part("38. NHẬN XÉT, ĐÁNH GIÁ CỦA CƠ QUAN, TỔ CHỨC, ĐƠN VỊ SỬ DỤNG")
    paper.text(f.item("remark"))
    left = [
        "Người khai",
        "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
        "(Ký, ghi rõ họ tên)",
        "",
        "",
        "",
        f.person.full_name,
    ]
    right = [
        "Xác nhận của cơ quan, tổ chức, đơn vị quản lý",
        f"Ngày {f.on.day:02d} tháng {f.on.month:02d} năm {f.on.year}",
        "(Ký tên, đóng dấu)",
        "",
        "",
        "",
        "",
    ]
    paper.sign(left, right)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
