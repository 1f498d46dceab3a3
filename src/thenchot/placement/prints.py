"""The papers of a case: proposal, fit-check sheet, decision."""

from thenchot.organisation.issuing import issuer_in
from thenchot.placement.enums import Body, ProcedureState
from thenchot.placement.labels import CHECK_STATE
from thenchot.placement.models import Procedure
from thenchot.placement.queries.procedures import checks_of, steps_of
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.templatetags.ui import cited


def _letter(case: Procedure, kind: str, title: str, body, **more) -> Letter:
    issuer = issuer_in(case.unit, case.body)
    layout = "party" if case.body == Body.PARTY else "state"
    return letter_from(issuer, layout=layout, kind=kind, title=title, body=body, **more)


def _answer(letter: Letter, name: str, case: Procedure):
    return attachment(build(letter), f"{name}-{case.pk}.docx", DOCX)


@in_vietnamese
def proposal_answer(case: Procedure):
    return _answer(proposal_letter(case), "to-trinh", case)


def proposal_letter(case: Procedure) -> Letter:
    done = [step for step in steps_of(case) if step.done_on]
    rows = [
        [str(step.number), step.name, f"{step.done_on:%d/%m/%Y}", _result(step)] for step in done
    ]
    body = [
        f"Căn cứ {case.source};",
        f"{_proposer(case)} trình {_decider(case)} xem xét, quyết định {case.name.lower()} đối với "
        f"đồng chí {case.person.full_name}{f', {case.post}' if case.post else ''}.",
        *([f"Lý do: {case.ground}."] if case.ground else []),
        ("h", "Các bước đã thực hiện"),
        Table(("TT", "Bước", "Ngày", "Kết quả"), rows, (12, 70, 26, 62)),
    ]
    title = f"Về việc {case.name.lower()} cán bộ"
    return _letter(case, "Tờ trình", title, body, signer_title=_signs(case))


def _signs(case: Procedure) -> str:
    return "T/M Ban Thường vụ" if case.body == Body.PARTY else "TM. Ủy ban nhân dân"


def _proposer(case: Procedure) -> str:
    """By the delegation table."""
    return case.delegation.proposer if case.delegation else case.unit.name


def _decider(case: Procedure) -> str:
    return case.delegation.decider if case.delegation else "cấp có thẩm quyền"


def _result(step) -> str:
    votes = f"{step.agreed}/{step.summoned} phiếu đồng ý" if step.summoned else ""
    return "; ".join(part for part in (votes, step.outcome, step.document) if part)


@in_vietnamese
def fitness_answer(case: Procedure):
    return _answer(fitness_letter(case), "kiem-tra-dieu-kien", case)


def fitness_letter(case: Procedure) -> Letter:
    rows = [
        [str(number), one.name, str(CHECK_STATE[one.state]), one.detail, cited(one.article)]
        for number, one in enumerate(checks_of(case, today()), 1)
    ]
    table = Table(("TT", "Điều kiện", "Kết quả", "Chi tiết", "Căn cứ"), rows, (10, 46, 26, 50, 38))
    words = f"Đồng chí {case.person.full_name}{f', {case.post}' if case.post else ''}."
    return _letter(
        case,
        "Phiếu kiểm tra điều kiện",
        case.name,
        [words, table],
        issued_on=today(),
        signer_title="Người kiểm tra",
    )


@in_vietnamese
def decision_answer(case: Procedure):
    return _answer(decision_letter(case), "quyet-dinh", case)


def decision_letter(case: Procedure) -> Letter:
    """Number and day are left to the pen until it is decided."""
    is_decided = case.state == ProcedureState.DECIDED
    since = f" kể từ ngày {case.effective_on:%d/%m/%Y}" if case.effective_on else ""
    until = f", thời hạn đến ngày {case.until:%d/%m/%Y}" if case.until else ""
    body = [
        f"Căn cứ {case.source};",
        *([f"Xét {case.ground.lower()};"] if case.ground else []),
        f"Điều 1. {case.name} đối với đồng chí {case.person.full_name}"
        f"{f', {case.post}' if case.post else ''}{since}{until}.",
        "Điều 2. Đồng chí có tên tại Điều 1 thực hiện nhiệm vụ, bàn giao công việc, được hưởng chế "
        "độ theo quy định hiện hành.",
        "Điều 3. Các cơ quan, đơn vị liên quan và người có tên tại Điều 1 thi hành Quyết định này.",
    ]
    return _letter(
        case,
        "Quyết định",
        f"Về việc {case.name.lower()} cán bộ",
        body,
        issued_on=case.decided_on if is_decided else None,
        number=case.decision if is_decided else "",
        recipients=("Như Điều 3", "Lưu hồ sơ."),
        signer_title=_signs(case),
    )
