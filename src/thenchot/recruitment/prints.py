"""The papers of a round: plan, notice, list of who may take part, results, decision."""

from dataclasses import replace

from thenchot.organisation.issuing import issuer_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.registers.columns import number_of
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.policy.codelists import code_list
from thenchot.recruitment.enums import ApplicantState
from thenchot.recruitment.labels import COUNCIL_PART, RESULT
from thenchot.recruitment.models import Applicant, Reception, ReceptionCase, Round
from thenchot.recruitment.queries.applicants import applicants_of, priority_of, second_score
from thenchot.recruitment.queries.rounds import form_of, openings_of, policy_of

LAW = (
    "Luật Cán bộ, công chức số 80/2025/QH15",
    "Nghị định số 170/2025/NĐ-CP, sửa đổi bởi Nghị định số 300/2026/NĐ-CP",
)
SIGNER = "Chủ tịch"
A = ApplicantState
LISTED = (A.ELIGIBLE, A.OUT, A.SECOND, A.WON, A.NOT_WON, A.STRUCK, A.HIRED, A.STARTED, A.LAPSED)


def _letter(of: Round | Reception, kind: str, title: str, body, **more) -> Letter:
    issuer = issuer_of(of.unit)
    given = {"signer_title": SIGNER} | more
    head = replace(issuer, name=f"Ủy ban nhân dân {_lowered(issuer.name)}")
    return letter_from(
        head,
        kind=kind,
        title=title,
        body=body,
        behalf_of="Ủy ban nhân dân",
        recipients=("Như trên", "Niêm yết, trang thông tin điện tử", "Lưu hồ sơ."),
        **given,
    )


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def _answer(letter: Letter, name: str, pk: int):
    return attachment(build(letter), f"{name}-{pk}.docx", DOCX)


def _basis(round_: Round) -> list[str]:
    return [*(f"Căn cứ {law};" for law in LAW), f"Căn cứ {round_.basis};"]


def _positions(round_: Round) -> Table:
    rows = [
        [
            str(number),
            one.name,
            str(one.number),
            str(code_list("degree").get(one.level) or "") if one.level else "",
            "; ".join(one.majors) or "mọi ngành",
        ]
        for number, one in enumerate(openings_of(round_), 1)
    ]
    heads = ("TT", "Vị trí việc làm", "Số cần tuyển", "Trình độ từ", "Ngành, chuyên ngành")
    return Table(heads, rows, (10, 56, 20, 26, 58))


@in_vietnamese
def plan_answer(round_: Round):
    return _answer(plan_letter(round_), "ke-hoach-tuyen-dung", round_.pk)


def plan_letter(round_: Round) -> Letter:
    """Number, positions, standards, method, priority."""
    council = [f"- {one.person}: {COUNCIL_PART[one.part]}" for one in _council(round_)]
    body = [
        *_basis(round_),
        ("h", "1. Vị trí, số lượng, tiêu chuẩn"),
        _positions(round_),
        *([round_.criteria] if round_.criteria else []),
        ("h", "2. Cách tuyển"),
        f"{_manner(round_)}.",
        ("h", "3. Ưu tiên"),
        _priority(round_),
        *([("h", "4. Hội đồng tuyển dụng"), *council] if council else []),
    ]
    return _letter(
        round_,
        "Kế hoạch",
        round_.name,
        body,
        number=round_.plan_no,
        issued_on=round_.approved_on,
    )


def _council(round_: Round):
    return round_.council.select_related("person").order_by("pk")


def _manner(round_: Round) -> str:
    first = "vòng 1 trắc nghiệm trên máy tính; " if round_.manner == "exam" else ""
    manner = str(round_.get_manner_display()).capitalize()
    return f"{manner}: {first}vòng 2 {form_of(round_).name.lower()}"


def _priority(round_: Round) -> str:
    policy = policy_of(round_)
    points = "; ".join(number_of(value) for _group, value in policy.priority)
    return (
        f"Điểm ưu tiên cộng vào điểm vòng 2, chỉ lấy mức cao nhất: {points} điểm theo đối tượng. "
        f"Người có tài năng, người có kinh nghiệm đáp ứng ngay công việc được xem xét trước khi "
        f"bằng điểm."
    )


@in_vietnamese
def notice_answer(round_: Round):
    return _answer(notice_letter(round_), "thong-bao-tuyen-dung", round_.pk)


def notice_letter(round_: Round) -> Letter:
    body = [
        *_basis(round_),
        f"{round_.unit.name} thông báo tuyển dụng như sau:",
        ("h", "1. Vị trí, số lượng, tiêu chuẩn"),
        _positions(round_),
        *([round_.criteria] if round_.criteria else []),
        "Không phân biệt loại hình đào tạo, văn bằng công lập hay ngoài công lập.",
        ("h", "2. Cách tuyển, ưu tiên"),
        f"{_manner(round_)}.",
        _priority(round_),
        ("h", "3. Nhận phiếu đăng ký dự tuyển"),
        f"Từ ngày {round_.opens_on:%d/%m/%Y} đến hết ngày {round_.closes_on:%d/%m/%Y}, trên trang "
        f"tuyển dụng công khai hoặc tại {round_.contact or round_.unit.name}.",
    ]
    return _letter(
        round_,
        "Thông báo",
        f"Về việc tuyển dụng: {round_.name}",
        body,
        number=round_.notice_no,
        issued_on=round_.notice_on,
    )


@in_vietnamese
def list_answer(round_: Round):
    return _answer(list_letter(round_), "danh-sach-du-dieu-kien", round_.pk)


def list_letter(round_: Round) -> Letter:
    """Who may take part, position by position; each refusal is told to the person by code."""
    rows = [
        [f"{one.number:03d}", one.full_name, f"{one.born_on:%d/%m/%Y}", one.opening.name]
        for one in applicants_of(round_).filter(state__in=LISTED, forgotten_on=None)
    ]
    refused = round_.applicants.filter(state=A.REFUSED).count()
    body = [
        f"Theo thông báo {round_.notice_no}, {len(rows)} người đủ điều kiện dự tuyển; {refused} "
        f"người không đủ điều kiện, lý do từng người xem bằng mã trên giấy hẹn.",
        Table(("SBD", "Họ và tên", "Ngày sinh", "Vị trí dự tuyển"), rows, (16, 56, 28, 70)),
    ]
    return _letter(
        round_,
        "Danh sách",
        f"Người đủ điều kiện dự tuyển, {round_.name}",
        body,
        issued_on=round_.listed_on,
    )


@in_vietnamese
def result_answer(round_: Round):
    return _answer(result_letter(round_), "ket-qua-tuyen-dung", round_.pk)


def result_letter(round_: Round) -> Letter:
    policy = policy_of(round_)
    came = (A.WON, A.NOT_WON, A.STRUCK, A.HIRED, A.STARTED, A.LAPSED)
    rows = [
        [
            f"{one.number:03d}",
            one.full_name,
            one.opening.name,
            _points(second_score(one)),
            _points(priority_of(one, policy)),
            _points(one.total),
            str(RESULT[one.state]),
        ]
        for one in applicants_of(round_).filter(state__in=came, forgotten_on=None)
    ]
    heads = ("SBD", "Họ và tên", "Vị trí", "Vòng 2", "Ưu tiên", "Tổng", "Kết quả")
    body = [
        *_basis(round_),
        f"Phê duyệt kết quả: {round_.name}.",
        Table(heads, rows, (13, 42, 42, 16, 16, 16, 25)),
        f"Người trúng tuyển hoàn thiện hồ sơ trong {policy.file_days} ngày từ ngày công khai kết "
        f"quả. Không bảo lưu kết quả cho đợt sau.",
    ]
    return _letter(
        round_,
        "Quyết định",
        "Về việc phê duyệt kết quả tuyển dụng",
        body,
        number=round_.result_no,
        issued_on=round_.ranked_on,
    )


def _points(value) -> str:
    return number_of(value, 2) if value else ""


@in_vietnamese
def decision_answer(one: Applicant):
    return _answer(decision_letter(one), "quyet-dinh-tuyen-dung", one.pk)


def decision_letter(one: Applicant) -> Letter:
    """Number and days are left to the pen until it is decided."""
    round_, position = one.round, one.opening.position
    born = f", sinh ngày {one.born_on:%d/%m/%Y}" if one.born_on else ""
    since = f" kể từ ngày {one.starts_on:%d/%m/%Y}" if one.starts_on else ""
    by = f" chậm nhất ngày {one.start_by:%d/%m/%Y}" if one.start_by else ""
    body = [
        *_basis(round_),
        f"Căn cứ quyết định phê duyệt kết quả {round_.result_no};",
        f"Điều 1. Tuyển dụng ông (bà) {one.full_name}{born}, vào vị trí {position.name}, "
        f"{position.unit.name}{since}.",
        f"Điều 2. Ông (bà) có tên tại Điều 1 nhận việc{by}; quá hạn mà không có lý do được đồng ý "
        f"thì quyết định này hết hiệu lực.",
        "Điều 3. Các cơ quan, đơn vị liên quan và người có tên tại Điều 1 thi hành Quyết định này.",
    ]
    return _letter(
        round_,
        "Quyết định",
        "Về việc tuyển dụng công chức",
        body,
        number=one.decision,
        issued_on=one.decided_on,
    )


@in_vietnamese
def reception_answer(case: ReceptionCase):
    return _answer(reception_letter(case), "quyet-dinh-tiep-nhan", case.pk)


def reception_letter(case: ReceptionCase) -> Letter:
    """Number and days are left to the pen until it is decided. For a leader's post it is the
    decision of appointment too.
    """
    reception, position = case.reception, case.position
    born = f", sinh ngày {case.born_on:%d/%m/%Y}" if case.born_on else ""
    since = f" kể từ ngày {case.starts_on:%d/%m/%Y}" if case.starts_on else ""
    leads = bool(position.title and position.title.is_manager)
    what = "Tiếp nhận vào làm công chức và bổ nhiệm" if leads else "Tiếp nhận vào làm công chức"
    paper = [f"Căn cứ {case.paper};"] if case.paper else []
    body = [
        *(f"Căn cứ {law};" for law in LAW),
        *paper,
        f"Xét hồ sơ và đề nghị tại danh sách “{reception.name}”;",
        f"Điều 1. {what} ông (bà) {case.full_name}{born}, {case.former_work}, vào vị trí "
        f"{position.name}, {position.unit.name}{since}.",
        "Điều 2. Ông (bà) có tên tại Điều 1 được xếp lương, hưởng chế độ theo quy định hiện hành.",
        "Điều 3. Các cơ quan, đơn vị liên quan và người có tên tại Điều 1 thi hành Quyết định này.",
    ]
    return _letter(
        reception,
        "Quyết định",
        f"Về việc {what[:1].lower()}{what[1:]}",
        body,
        number=case.decision,
        issued_on=case.decided_on,
    )
