"""The papers of a class: the decision that sends people, and the sheet they sign."""

from thenchot.organisation.issuing import issuer_of
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.training.enums import EnrolmentState
from thenchot.training.models import Enrolment, TrainingClass
from thenchot.training.queries.classes import sessions_of

PEOPLE = ("TT", "Họ và tên", "Đơn vị công tác")
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
    table = Table(PEOPLE, [_line(number, row) for number, row in enumerate(rows, 1)], (12, 70, 88))
    return Letter(
        layout="state",
        issuer=issuer.name,
        superior=issuer.superior,
        place=issuer.place,
        issued_on=None,
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
    yield (
        "Điều 2. Người được cử có trách nhiệm học tập đầy đủ, báo cáo kết quả và nộp bản sao văn "
        "bằng, chứng chỉ vào hồ sơ sau khi kết thúc lớp. Chi phí và chế độ theo quy định hiện hành."
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
    return Letter(
        layout="state",
        issuer=issuer.name,
        superior=issuer.superior,
        place=issuer.place,
        issued_on=today(),
        kind="Danh sách điểm danh",
        title=held_in.name,
        body=[table],
        landscape=True,
        signer_title="Người phụ trách lớp",
    )


def _line(number: int, row: Enrolment) -> list[str]:
    return [str(number), row.person.full_name, row.unit.name]


def _going(held_in: TrainingClass) -> list[Enrolment]:
    gone = (EnrolmentState.WITHDRAWN, EnrolmentState.WAITING)
    rows = held_in.enrolments.exclude(state__in=gone).select_related("person", "unit")
    return list(rows.order_by("unit__path", "person__sort_key", "pk"))
