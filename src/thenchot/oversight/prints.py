"""The papers of an inspection: decision, notice of the conclusion; the recommendations of the
Front.
"""

from thenchot.organisation.enums import Bloc
from thenchot.organisation.issuing import issuer_in, issuer_of
from thenchot.oversight.models import Inspection, SocialSupervision
from thenchot.oversight.queries.findings import findings_of
from thenchot.oversight.queries.inspections import team_of
from thenchot.oversight.queries.social import recommendations_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment

COMMITTEE = "Ủy ban Kiểm tra"


def _letter(unit, kind: str, title: str, body, *, party: bool = True, **more) -> Letter:
    """Of the Party committee, or of the body of the Front itself."""
    issuer = issuer_in(unit, Bloc.PARTY) if party else issuer_of(unit)
    layout = "party" if party else "state"
    return letter_from(issuer, layout=layout, kind=kind, title=title, body=body, **more)


@in_vietnamese
def decision_answer(one: Inspection):
    return attachment(build(decision_letter(one)), f"quyet-dinh-{one.pk}.docx", DOCX)


def decision_letter(one: Inspection) -> Letter:
    """With the team, the period and the last day to verify."""
    team = [
        [str(number), member.person.full_name, member.get_part_display()]
        for number, member in enumerate(team_of(one), 1)
    ]
    body = [
        f"Căn cứ {one.line.plan.decision};" if one.line else f"Xét {one.reason.lower()};",
        f"Điều 1. {one.get_form_display().capitalize()} đối với {one.whom}; nội dung: "
        f"{one.get_theme_display()}, {one.content}; thời kỳ từ {one.period_from:%d/%m/%Y} đến "
        f"{one.period_to:%d/%m/%Y}.",
        "Điều 2. Thành lập đoàn gồm:",
        Table(("TT", "Họ và tên", "Vai trò"), team, (12, 90, 60)),
        f"Điều 3. Công bố trước hết ngày {one.announce_by:%d/%m/%Y}; thẩm tra, xác minh xong trước "
        f"hết ngày {one.due_on:%d/%m/%Y}.",
        *([f"Cơ quan phối hợp: {one.bodies}."] if one.bodies else []),
        "Điều 4. Đoàn kiểm tra và đối tượng tại Điều 1 thi hành Quyết định này.",
    ]
    return _letter(
        one.unit,
        "Quyết định",
        f"Về việc {one.get_form_display()}",
        body,
        number=one.decision,
        issued_on=one.decided_on,
        recipients=("Như Điều 4", "Lưu hồ sơ."),
        signer_title=f"T/M {COMMITTEE}",
    )


@in_vietnamese
def notice_answer(one: Inspection):
    return attachment(build(notice_letter(one)), f"thong-bao-ket-luan-{one.pk}.docx", DOCX)


def notice_letter(one: Inspection) -> Letter:
    """The conclusion with its vote, and what must be remedied by when."""
    rows = [
        [
            str(number),
            found.text,
            found.get_level_display(),
            found.remedy,
            f"{found.due_on:%d/%m/%Y}",
        ]
        for number, found in enumerate(findings_of(one), 1)
    ]
    table = Table(
        ("TT", "Phát hiện", "Mức", "Việc phải khắc phục", "Hạn"), rows, (10, 56, 26, 56, 24)
    )
    vote = (
        f"{one.agreed}/{one.official} thành viên chính thức đồng ý ({one.present} có mặt)."
        if one.official
        else ""
    )
    body = [
        f"{one.get_form_display().capitalize()} đối với {one.whom} theo Quyết định {one.decision} "
        f"ngày {one.decided_on:%d/%m/%Y}.",
        ("h", "Kết luận"),
        one.conclusion or "(chưa kết luận)",
        *([f"Đánh giá: {one.get_outcome_display()}. {vote}"] if one.outcome else []),
        *([("h", "Yêu cầu khắc phục"), table] if rows else []),
    ]
    return _letter(
        one.unit,
        "Thông báo",
        f"Kết luận {one.get_form_display()}",
        body,
        number=one.notice,
        issued_on=one.notified_on,
        recipients=(one.subject.name, "Lưu hồ sơ."),
        signer_title=f"T/M {COMMITTEE}",
    )


@in_vietnamese
def recommendations_answer(one: SocialSupervision):
    return attachment(build(recommendations_letter(one)), f"kien-nghi-{one.pk}.docx", DOCX)


def recommendations_letter(one: SocialSupervision) -> Letter:
    rows = [
        [str(number), row.text, row.unit.name, f"{row.due_on:%d/%m/%Y}"]
        for number, row in enumerate(recommendations_of(one), 1)
    ]
    table = Table(("TT", "Kiến nghị", "Đơn vị trả lời", "Trước hết ngày"), rows, (10, 90, 46, 26))
    body = [
        f"{one.unit.name} đã {one.get_kind_display()} đối với {one.subject.name} ngày "
        f"{one.held_on:%d/%m/%Y}; nội dung: {one.content}.",
        *([one.result] if one.result else []),
        ("h", "Kiến nghị"),
        table,
    ]
    return _letter(
        one.unit,
        "Báo cáo",
        f"Kết quả {one.get_kind_display()}",
        body,
        party=False,
        number=one.document,
        issued_on=one.held_on,
        recipients=(one.subject.name, "Lưu."),
        signer_title="T/M Ban Thường trực",
    )
