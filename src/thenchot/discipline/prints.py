"""The papers of a case: minutes of the vote, the decision."""

from thenchot.discipline import penalties
from thenchot.discipline.enums import Side, StepKind
from thenchot.discipline.models import Case
from thenchot.discipline.queries.cases import council_of
from thenchot.discipline.rules.steps import shipped
from thenchot.organisation.enums import Bloc
from thenchot.organisation.issuing import issuer_in
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment


def _letter(case: Case, kind: str, title: str, body, **more) -> Letter:
    is_party = case.side == Side.PARTY
    issuer = issuer_in(case.home, Bloc.PARTY if is_party else Bloc.GOVERNMENT)
    layout = "party" if is_party else "state"
    return letter_from(issuer, layout=layout, kind=kind, title=title, body=body, **more)


@in_vietnamese
def minutes_answer(case: Case):
    return attachment(build(minutes_letter(case)), f"bien-ban-{case.pk}.docx", DOCX)


def minutes_letter(case: Case) -> Letter:
    """Who was there, and the votes for each form; empty before the vote."""
    step = case.steps.filter(kind=StepKind.VOTE).first()
    votes = step.votes if step else {}
    rows = [[penalties.name_of(case.side, form), str(count)] for form, count in votes.items()]
    council = [
        [str(number), one.person.full_name, one.get_part_display()]
        for number, one in enumerate(council_of(case), 1)
    ]
    body = [
        f"Xem xét {case.get_side_display()} đối với {case.whom}.",
        f"Hành vi: {case.act} (ngày {case.act_on:%d/%m/%Y}).",
        *([Table(("TT", "Họ và tên", "Vai trò"), council, (12, 90, 60))] if council else []),
        f"Có mặt {step.present}/{step.official}." if step and step.official else "Có mặt: ……/……",
        ("h", "Kết quả bỏ phiếu"),
        Table(("Hình thức", "Số phiếu"), rows, (100, 40)),
        *([step.outcome] if step and step.outcome else []),
    ]
    title = "Họp xem xét, bỏ phiếu về hình thức kỷ luật"
    return _letter(
        case,
        "Biên bản",
        title,
        body,
        issued_on=step.done_on if step else None,
        number=step.document if step else "",
        signer_title="Chủ trì",
    )


@in_vietnamese
def decision_answer(case: Case):
    return attachment(build(decision_letter(case)), f"quyet-dinh-ky-luat-{case.pk}.docx", DOCX)


def decision_letter(case: Case) -> Letter:
    """Number, form and days are left to the pen until it is decided."""
    form = penalties.name_of(case.side, case.form) or "……………"
    since = f"{case.effective_on:%d/%m/%Y}" if case.effective_on else "……/……/……"
    until = f"{case.ends_on:%d/%m/%Y}" if case.ends_on else "……/……/……"
    body = [
        f"Căn cứ {shipped()[Side(case.side)].source};",
        f"Điều 1. Thi hành kỷ luật bằng hình thức {form.lower()} đối với {case.whom}, "
        f"{case.unit.name}, vì: {case.act}.",
        f"Điều 2. Quyết định có hiệu lực từ ngày {since}; hết hiệu lực sau ngày {until} nếu không "
        "có vi phạm mới, không cần văn bản.",
        "Điều 3. Người (tổ chức) có tên tại Điều 1 có quyền khiếu nại theo quy định.",
    ]
    return _letter(
        case,
        "Quyết định",
        "Về việc thi hành kỷ luật",
        body,
        issued_on=case.decided_on,
        number=case.decision,
        recipients=("Như Điều 1", "Lưu hồ sơ."),
        signer_title="T/M Ban Thường vụ" if case.side == Side.PARTY else "Chủ tịch",
    )
