"""The papers of a class: the decision that sends people, the sheet they sign, the evaluation sheet
they fill in on paper.
"""

from thenchot.organisation.issuing import issuer_of
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.training.enums import EnrolmentState, Rated
from thenchot.training.labels import RATED, RATED_HELP
from thenchot.training.models import Enrolment, TrainingClass
from thenchot.training.queries.classes import sessions_of
from thenchot.training.rules.rating import POINTS

PEOPLE = ("TT", "Họ và tên", "Đơn vị công tác")
SENT = (*PEOPLE, "Chức vụ, vị trí", "Cam kết phục vụ")
DOTS = "." * 110
SIGNED = 6  # sessions that fit beside each other on a lying page


@in_vietnamese
def decision_answer(actor, held_in: TrainingClass):
    """For those who are proposed, or were sent already: number and day are left to the pen."""
    actor.reads.extend(row.person for row in _going(held_in))
    return attachment(build(decision_letter(held_in)), f"cu-di-hoc-{held_in.pk}.docx", DOCX)


@in_vietnamese
def attendance_answer(actor, held_in: TrainingClass):
    actor.reads.extend(row.person for row in _going(held_in))
    return attachment(build(attendance_letter(held_in)), f"diem-danh-{held_in.pk}.docx", DOCX)


def decision_letter(held_in: TrainingClass) -> Letter:
    rows = _going(held_in)
    issuer = issuer_of(held_in.unit)
    posts = _posts(rows)
    lines = [
        [*_line(number, row), posts.get(row.person_id, ""), _commitment(row)]
        for number, row in enumerate(rows, 1)
    ]
    table = Table(SENT, lines, (12, 46, 46, 40, 26))
    return letter_from(
        issuer,
        kind="Quyết định",
        title="Về việc cử cán bộ, công chức, viên chức tham gia đào tạo, bồi dưỡng",
        body=[*_articles(held_in, len(rows)), ("h", "Danh sách kèm theo"), table],
        recipients=("Như Điều 3", "Lưu hồ sơ, văn thư."),
        signer_title="Thủ trưởng cơ quan",
    )


def _articles(held_in: TrainingClass, count: int):
    plan = held_in.line.plan if held_in.line else None
    if plan:
        yield f"Căn cứ {plan.name}, phê duyệt tại {plan.decision};"
    yield f"Căn cứ {held_in.topic.basis};" if held_in.topic.basis else "Theo yêu cầu nhiệm vụ;"
    provider = f", do {held_in.provider} tổ chức" if held_in.provider else ""
    yield (
        f"Điều 1. Cử {count} người có tên trong danh sách kèm theo tham gia lớp “{held_in.name}”"
        f"{provider}."
    )
    yield (
        f"Thời gian: từ ngày {held_in.starts_on:%d/%m/%Y} đến ngày {held_in.ends_on:%d/%m/%Y}, "
        f"{held_in.hours} tiết. Hình thức: {held_in.get_form_display().lower()}."
        f"{f' Địa điểm: {held_in.place}.' if held_in.place else ''}"
    )
    money = f"{held_in.cost:,.0f} đồng".replace(",", ".") if held_in.cost else "theo dự toán"
    yield f"Kinh phí: {money}, từ nguồn đào tạo, bồi dưỡng của cơ quan."
    yield (
        "Điều 2. Người được cử có trách nhiệm học tập đầy đủ, báo cáo kết quả và nộp bản sao văn "
        "bằng, chứng chỉ vào hồ sơ sau khi kết thúc lớp; thực hiện cam kết phục vụ và đền bù chi "
        "phí đào tạo theo quy định. Chế độ khác theo quy định hiện hành."
    )
    yield "Điều 3. Các đơn vị có liên quan và người có tên tại Điều 1 thi hành Quyết định này."


def attendance_letter(held_in: TrainingClass) -> Letter:
    sessions = list(sessions_of(held_in)[:SIGNED])
    heads = [f"{one.get_part_display()} {one.on:%d/%m}" for one in sessions] or ["Ký tên"]
    width = 150 / len(heads)
    rows = [
        [*_line(number, row), *[""] * len(heads)] for number, row in enumerate(_going(held_in), 1)
    ]
    table = Table((*PEOPLE, *heads), rows, (10, 50, 47, *[width] * len(heads)))
    issuer = issuer_of(held_in.unit)
    return letter_from(
        issuer,
        issued_on=today(),
        kind="Danh sách điểm danh",
        title=held_in.name,
        body=[table],
        landscape=True,
        signer_title="Người phụ trách lớp",
    )


@in_vietnamese
def evaluation_answer(actor, held_in: TrainingClass):
    """Empty, for those who answer on paper; without a name."""
    return attachment(build(evaluation_letter(held_in)), f"phieu-danh-gia-{held_in.pk}.docx", DOCX)


def evaluation_letter(held_in: TrainingClass) -> Letter:
    issuer = issuer_of(held_in.unit)
    heads = ("TT", "Nội dung đánh giá", "Gợi ý", *(str(one) for one in POINTS))
    rows = [
        [str(number), str(RATED[code]), str(RATED_HELP[code]), *[""] * len(POINTS)]
        for number, code in enumerate(Rated, 1)
    ]
    teaches = f" Chương trình: {held_in.curriculum}." if held_in.curriculum else ""
    return letter_from(
        issuer,
        issued_on=today(),
        kind="Phiếu đánh giá",
        title=f"Chất lượng lớp “{held_in.name}”",
        body=[
            f"Thời gian: {held_in.starts_on:%d/%m/%Y} đến {held_in.ends_on:%d/%m/%Y}, "
            f"{held_in.hours} tiết.{teaches}",
            "Đánh dấu x vào một ô ở mỗi dòng: 1 là rất không tốt, 5 là rất tốt. Không ghi tên.",
            Table(heads, rows, (10, 40, 70, *[10] * len(POINTS))),
            "Góp ý thêm:",
            DOTS,
            DOTS,
        ],
    )


def _posts(rows: list[Enrolment]) -> dict[int, str]:
    """Person -> the title held today; one query."""
    seats = Appointment.objects.in_force(today()).filter(
        is_primary=True, person__in=[row.person_id for row in rows]
    )
    return dict(seats.order_by("pk").values_list("person_id", "title"))


def _commitment(row: Enrolment) -> str:
    return f"{row.commitment_months} tháng" if row.commitment_months else ""


def _line(number: int, row: Enrolment) -> list[str]:
    return [str(number), row.person.full_name, row.unit.name]


def _going(held_in: TrainingClass) -> list[Enrolment]:
    gone = (EnrolmentState.WITHDRAWN, EnrolmentState.WAITING)
    rows = held_in.enrolments.exclude(state__in=gone).select_related("person", "unit")
    return list(rows.order_by("unit__path", "person__sort_key", "pk"))
