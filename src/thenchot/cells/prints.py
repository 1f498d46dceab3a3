"""The papers of a meeting: minutes, scoring sheet."""

from dataclasses import replace

from thenchot.cells.models import Meeting
from thenchot.cells.queries.meetings import agenda_of, scores_of, sheet_for
from thenchot.organisation.enums import Bloc
from thenchot.organisation.issuing import issuer_in
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment


def _letter(meeting: Meeting, kind: str, title: str, body, **more) -> Letter:
    """Of the cell, below its committee."""
    above = issuer_in(meeting.unit, Bloc.PARTY)
    issuer = replace(above, name=meeting.unit.name, superior=above.name)
    return letter_from(issuer, layout="party", kind=kind, title=title, body=body, **more)


@in_vietnamese
def minutes_answer(meeting: Meeting):
    return attachment(build(minutes_letter(meeting)), f"bien-ban-chi-bo-{meeting.pk}.docx", DOCX)


def minutes_letter(meeting: Meeting) -> Letter:
    rows = [
        [str(one.number), one.text, one.programme.title if one.programme else ""]
        for one in agenda_of(meeting)
    ]
    body = [
        f"{meeting.unit.name} họp {meeting.get_kind_display()} ngày {meeting.held_on:%d/%m/%Y}, từ "
        f"{meeting.begins_at:%H:%M} đến {meeting.ends_at:%H:%M}. Chủ trì: {meeting.chair}.",
        f"Phải dự: {meeting.members}; có mặt: {meeting.present}; vắng có lý do: "
        f"{meeting.excused}; vắng không lý do: {meeting.absent}.",
        ("h", "Nội dung"),
        Table(("TT", "Nội dung", "Theo chương trình, nghị quyết"), rows, (12, 90, 62)),
        *([f"Chuyên đề: {meeting.subject}."] if meeting.subject else []),
        f"Số ý kiến phát biểu: {meeting.opinions}.",
        *(meeting.minutes.splitlines()),
        f"Việc giao kỳ trước: {meeting.tasks_due}; đã xong: {meeting.tasks_done}.",
        ("h", "Nghị quyết, kết luận"),
        *(meeting.resolution.splitlines()),
        *([f"Kiến nghị với cấp ủy: {meeting.recommendation}"] if meeting.recommendation else []),
    ]
    return _letter(
        meeting,
        "Biên bản",
        f"Họp {meeting.unit.name}",
        body,
        issued_on=meeting.held_on,
        recipients=("Cấp ủy cấp trên", "Lưu chi bộ."),
        signer_title="Chủ trì",
    )


@in_vietnamese
def sheet_answer(meeting: Meeting):
    return attachment(build(sheet_letter(meeting)), f"phieu-cham-{meeting.pk}.docx", DOCX)


def sheet_letter(meeting: Meeting) -> Letter:
    """Criterion by criterion; empty columns where nothing was given yet."""
    sheet = meeting.sheet or sheet_for(meeting.unit, meeting.held_on)
    scores = list(scores_of(meeting))
    rows = [
        [
            str(one.item.number),
            one.item.text,
            str(one.item.most),
            str(one.own_points),
            "" if one.points is None else str(one.points),
        ]
        for one in scores
    ]
    totals = ["", "Cộng", str(sum(one.item.most for one in scores) or ""), *_totals(meeting)]
    table = Table(
        ("TT", "Tiêu chí", "Tối đa", "Tự chấm", "Cấp trên"), [*rows, totals], (12, 82, 22, 24, 24)
    )
    body = [
        f"Cuộc họp {meeting.get_kind_display()} ngày {meeting.held_on:%d/%m/%Y}.",
        *([f"Theo {sheet.name}, {sheet.basis}."] if sheet else []),
        table,
        *([f"Nhận xét của cấp trên: {meeting.confirm_note}"] if meeting.confirm_note else []),
    ]
    return _letter(
        meeting,
        "Phiếu chấm điểm",
        f"Chất lượng sinh hoạt của {meeting.unit.name}",
        body,
        issued_on=meeting.held_on,
        recipients=("Cấp ủy cấp trên", "Lưu chi bộ."),
        signer_title="T/M Chi ủy",
    )


def _totals(meeting: Meeting) -> list[str]:
    return ["" if one is None else str(one) for one in (meeting.own_points, meeting.points)]
