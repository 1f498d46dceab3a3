"""Daily work on paper: the own plan, the count of a unit, people without product, hard tasks. The
State's layout.
"""

from datetime import date

from thenchot.kernel.exact import half_up
from thenchot.organisation.models import Unit
from thenchot.platform.accounts.models import Account
from thenchot.platform.language import in_vietnamese
from thenchot.worklog.exports import local_day
from thenchot.worklog.labels import CAPACITY, PLAN_STATE, PLAN_VERDICT
from thenchot.worklog.models import Assessment, PlanLine
from thenchot.worklog.prints.paper import Paper, amount, capital, day, share
from thenchot.worklog.queries.counts import Counted, UnitCount
from thenchot.worklog.queries.plans import Plan, plan_of

SIGN = "(Ký, ghi rõ họ tên)"
PLAN, PLAN_WIDTHS = (
    ("TT", "Nhiệm vụ", "Kết quả đầu ra", "Số lượng", "Hoàn thành trước hết ngày", "Tình trạng"),
    (11, 58, 42, 15, 26, 28),
)
REVIEWS, REVIEW_WIDTHS = (
    ("Ngày", "Nhận xét", "Điều cần điều chỉnh", "Người kiểm tra"),
    (24, 40, 78, 38),
)
COUNT = (
    "TT",
    "Họ và tên, chức danh",
    "{due}",
    "Xong đúng hạn",
    "Xong chậm",
    "Quá hạn chưa xong",
    "Trả lại",
    "Bổ sung",
    "Trực tiếp làm",
    "Sản phẩm quy đổi",
)
COUNT_WIDTHS = (12, 70, 22, 22, 20, 23, 20, 20, 24, 24)


@in_vietnamese
def plan(assessment: Assessment) -> bytes:
    """Key tasks first, each with its time and output (S4-049)."""
    found = plan_of(assessment)
    lines = found.lines
    paper = Paper(assessment.unit, "Kế hoạch công tác cá nhân", capital(assessment.span.label_vi()))
    paper.item("Họ và tên", assessment.person.full_name)
    paper.item(
        "Chức vụ, chức danh",
        ", ".join(part for part in (assessment.title, str(CAPACITY[assessment.kind])) if part),
    )
    paper.item("Đơn vị công tác", assessment.unit.name)
    _lines(paper, "I. Nhiệm vụ trọng tâm", [line for line in lines if line.is_key])
    _lines(paper, "II. Nhiệm vụ khác", [line for line in lines if not line.is_key])
    _reviews(paper, found)
    answered = next((str(line.decided_by) for line in reversed(lines) if line.decided_by), "")
    _sign(
        paper,
        ("Người giao việc", SIGN, answered) if answered else None,
        ("Người lập kế hoạch", SIGN, assessment.person.full_name),
    )
    return paper.bytes()


def _lines(paper: Paper, title: str, lines: list[PlanLine]) -> None:
    paper.part(title)
    if not lines:
        paper.text("Không có.")
        return
    rows = [
        [
            str(n),
            f"{line.product.code}. {line.name}" if line.product else line.name,
            line.output,
            amount(line.quantity),
            day(line.due_on),
            _answer(line),
        ]
        for n, line in enumerate(lines, 1)
    ]
    paper.table(PLAN, rows, PLAN_WIDTHS)


def _reviews(paper: Paper, found: Plan) -> None:
    """When it was looked at, the first time first; the day of the next."""
    if not found.reviews and not found.next_on:
        return
    paper.part("III. Kiểm tra định kỳ")
    rows = [
        [day(one.reviewed_on), str(PLAN_VERDICT[one.verdict]), one.remarks, str(one.reviewed_by)]
        for one in reversed(found.reviews)
    ]
    if rows:
        paper.table(REVIEWS, rows, REVIEW_WIDTHS)
    if found.next_on:
        paper.item("Kiểm tra lần sau trước hết ngày", day(found.next_on))


def _answer(line: PlanLine) -> str:
    return f"{PLAN_STATE[line.state]}{f': {line.reason}' if line.reason else ''}"


@in_vietnamese
def unit_count(actor, found: UnitCount, named: str, on: date, *, is_week: bool) -> bytes:
    """`named`: the period in words. Who counted the week, once it was confirmed; else the head of
    the unit.
    """
    paper = Paper(
        found.unit, "Biểu kiểm đếm công việc", capital(named), issued_on=on, landscape=True
    )
    heads = [head.format(due="Đến hạn trong tuần" if is_week else "Được giao") for head in COUNT]
    rows = [
        [str(n), _named(assessment, found.unit), *_figures(counted)]
        for n, (assessment, counted) in enumerate(found.rows, 1)
    ]
    paper.table(
        heads,
        [*rows, ["", "Cộng", *_figures(found.total)]] if rows else [["Chưa có phiếu nào."]],
        COUNT_WIDTHS,
    )
    paper.text(_note(found, is_week))
    head = (
        str(found.confirmed.confirmed_by)
        if found.confirmed and found.confirmed.confirmed_by
        else found.head
    )
    _sign(
        paper,
        ("Người lập biểu", SIGN, _taker(actor)),
        ("Trưởng đơn vị", SIGN, head) if head else None,
    )
    return paper.bytes()


def _named(assessment: Assessment, unit: Unit) -> str:
    where = "" if assessment.unit_id == unit.pk else assessment.unit.name
    below = ", ".join(part for part in (assessment.title, where) if part)
    return f"{assessment.person.full_name} ({below})" if below else assessment.person.full_name


def _figures(one: Counted) -> list[str]:
    counts = (one.assigned, one.on_time, one.late, one.overdue, one.returned, one.added)
    return [*map(amount, counts), share(one.share_direct) or "–", amount(half_up(one.products, 2))]


def _note(found: UnitCount, is_week: bool) -> str:
    week = (
        "Tính theo ngày hoàn thành; tuần vắt qua hai tháng thì tính đủ cả tuần. " if is_week else ""
    )
    confirmed = (
        (
            f" Đã xác nhận ngày {day(local_day(found.confirmed.confirmed_at))}: "
            f"{amount(found.confirmed.finished)} việc xong."
        )
        if found.confirmed
        else ""
    )
    return (
        f"Ghi chú: {week}Số xong gồm cả việc bổ sung; xong chậm kể cả khi nguyên nhân khách "
        f"quan; xếp theo đơn vị và tên, không xếp hạng.{confirmed}"
    )


def _sign(
    paper: Paper, left: tuple[str, str, str] | None, right: tuple[str, str, str] | None
) -> None:
    """Nobody signs twice, and who signs alone signs on the right."""
    if left and right and left[-1] == right[-1]:
        left = None
    alone = right or left
    paper.sign(left if left is not alone and left else ("", "", ""), alone)


def _taker(actor) -> str:
    return Account.objects.get(pk=actor.account_id).name if actor.account_id else ""
