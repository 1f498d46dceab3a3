"""The papers of planning: ballots, minutes of counting, the summary of votes, the decision with its
list, the sheets of the yearly review, the table of ages.
"""

from datetime import date

from thenchot.organisation.enums import Bloc
from thenchot.organisation.issuing import issuer_in
from thenchot.people.retirement import last_day, months_between, retirement_day
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.policy.parameters import PeoplePolicy, SuccessionPolicy
from thenchot.succession.enums import CandidateState, Line
from thenchot.succession.labels import LINE
from thenchot.succession.models import Candidate, Conference, SuccessionPlan
from thenchot.succession.queries.plans import listed_in
from thenchot.succession.queries.policy import policy_of
from thenchot.succession.queries.votes import ballots_of, base_of, conferences_of, voted_on
from thenchot.succession.rules.voting import share

BORN = "%d/%m/%Y"


def planning_letter(plan: SuccessionPlan, kind: str, title: str, body, **more) -> Letter:
    issuer = issuer_in(plan.unit, Bloc.PARTY)
    told = {"layout": "party", "superior": issuer.superior, "issued_on": None} | more
    return Letter(issuer=issuer.name, place=issuer.place, kind=kind, title=title, body=body, **told)


def paper_answer(letter: Letter, name: str):
    return attachment(build(letter), f"{name}.docx", DOCX)


@in_vietnamese
def ballot_answer(actor, conference: Conference):
    """Form 3A: one sheet; it is copied as often as there are people who vote."""
    rows = voted_on(conference)
    actor.reads.extend(row.person for row in rows)
    return paper_answer(ballot_letter(conference, rows), f"phieu-quy-hoach-{conference.pk}")


def ballot_letter(conference: Conference, rows: list[Candidate]) -> Letter:
    heads = ("TT", "Họ và tên", "Chức vụ, đơn vị", "Chức danh quy hoạch", "Đồng ý", "Không đồng ý")
    table = Table(
        heads,
        [
            [str(n), row.person.full_name, row.unit.name, str(row.post), "", ""]
            for n, row in enumerate(rows, 1)
        ],
        (10, 36, 40, 44, 18, 22),
    )
    body = [
        f"{conference.get_step_display()}, ngày {conference.held_on:%d/%m/%Y}.",
        "Đánh dấu x vào ô “Đồng ý” hoặc “Không đồng ý” của từng người. Người bỏ phiếu có thể ký "
        "hoặc không ký tên.",
        table,
    ]
    return planning_letter(
        conference.plan,
        "Phiếu biểu quyết",
        f"Nhân sự {conference.plan}",
        body,
        signer_title="Người bỏ phiếu",
    )


@in_vietnamese
def minutes_answer(actor, conference: Conference):
    rows = voted_on(conference)
    actor.reads.extend(row.person for row in rows)
    return paper_answer(minutes_letter(conference, rows), f"bien-ban-kiem-phieu-{conference.pk}")


def minutes_letter(conference: Conference, rows: list[Candidate]) -> Letter:
    base = base_of(conference, policy_of(conference.plan))
    ballots = ballots_of(conference)
    table = Table(
        ("TT", "Họ và tên", "Chức danh quy hoạch", "Đồng ý", "Không đồng ý", "Tỷ lệ (%)"),
        [
            [str(n), row.person.full_name, str(row.post), *_counted(conference, row, ballots, base)]
            for n, row in enumerate(rows, 1)
        ],
        (10, 40, 56, 20, 22, 22),
    )
    one = conference
    excused = f", vắng vì lý do bất khả kháng {one.excused}" if one.excused else ""
    body = [
        f"{one.get_step_display()} họp ngày {one.held_on:%d/%m/%Y}"
        f"{f' tại {one.place}' if one.place else ''}, đồng chí {one.chair} chủ trì.",
        f"Số người được triệu tập: {one.summoned}{excused}. Có mặt: {one.present}.",
        f"Số phiếu phát ra: {one.handed_out}; thu về: {one.returned}; hợp lệ: {one.valid}; "
        f"không hợp lệ: {one.returned - one.valid}.",
        f"Tỷ lệ tính trên {base} người.",
        table,
        *([one.note] if one.note else []),
        "Biên bản được thông qua trước hội nghị và lập thành hai bản.",
    ]
    return planning_letter(
        one.plan,
        "Biên bản kiểm phiếu",
        f"Nhân sự {one.plan}",
        body,
        issued_on=one.held_on,
        signer_title="Trưởng ban kiểm phiếu",
    )


def _counted(conference: Conference, row: Candidate, ballots, base: int) -> list[str]:
    agreed = ballots[row.pk].agreed
    against = conference.valid - agreed
    return [str(agreed), str(against), comma(100 * share(agreed, base), 1)]


@in_vietnamese
def summary_answer(actor, plan: SuccessionPlan):
    """Form 2A."""
    rows = list(_voted(plan))
    actor.reads.extend(row.person for row in rows)
    return paper_answer(summary_letter(plan, rows), f"mau-2a-{plan.pk}")


def _voted(plan: SuccessionPlan):
    """Everybody who was voted on or stands on the list."""
    states = (CandidateState.PROPOSED, CandidateState.PLANNED, CandidateState.UNVOTED)
    rows = Candidate.objects.filter(
        post__plan=plan, post__is_dropped=False, state__in=states
    ).select_related("person", "unit", "post__title", "post__unit")
    return rows.order_by(
        "post__title__position", "post__unit__path", "post_id", "person__sort_key", "pk"
    )


def summary_letter(plan: SuccessionPlan, rows: list[Candidate]) -> Letter:
    held = conferences_of(plan)
    policy = policy_of(plan)
    counted = [(one, ballots_of(one), base_of(one, policy)) for one in held]
    heads = [f"{one.get_step_display()} {one.held_on:%d/%m/%Y}: phiếu, %" for one in held]
    widths = (10, 40, 46, *[150 / max(1, len(held))] * len(held))
    table = Table(("TT", "Họ và tên", "Đơn vị", *heads), _by_post(rows, counted), widths)
    return planning_letter(
        plan,
        "Tổng hợp kết quả phiếu",
        f"Nhân sự {plan} (mẫu 2A)",
        [table],
        landscape=True,
        signer_title="Người tổng hợp",
    )


def _by_post(rows: list[Candidate], counted) -> list[list[str]]:
    """A line for each post, then its people."""
    lines: list[list[str]] = []
    last = number = 0
    for row in rows:
        if row.post_id != last:
            lines.append([str(row.post)])
            last, number = row.post_id, 0
        number += 1
        cells = [_cell(ballots.get(row.pk), base) for _one, ballots, base in counted]
        lines.append([str(number), row.person.full_name, row.unit.name, *cells])
    return lines


def _cell(ballot, base: int) -> str:
    if ballot is None:
        return ""
    return f"{ballot.agreed}/{base} ({comma(100 * share(ballot.agreed, base), 1)}%)"


@in_vietnamese
def decision_answer(actor, plan: SuccessionPlan):
    """Form 2B with its list; number and day are left to the pen until it is approved."""
    rows = list(listed_in(plan))
    actor.reads.extend(row.person for row in rows)
    return paper_answer(decision_letter(plan, rows), f"mau-2b-{plan.pk}")


def decision_letter(plan: SuccessionPlan, rows: list[Candidate]) -> Letter:
    lines: list[list[str]] = []
    last = 0
    for number, row in enumerate(rows, 1):
        if row.post_id != last:
            lines.append([str(row.post)])
            last = row.post_id
        lines.append(
            [
                str(number),
                row.person.full_name,
                _born(row),
                row.unit.name,
                row.get_line_display(),
                "chuyển tiếp" if row.is_carried else "bổ sung",
            ]
        )
    table = Table(
        ("TT", "Họ và tên", "Ngày sinh", "Đơn vị công tác", "Đối tượng", "Ghi chú"),
        lines,
        (10, 42, 24, 46, 24, 24),
    )
    people = len({row.person_id for row in rows})
    body = [
        "Căn cứ Quy định 377-QĐ/TW của Bộ Chính trị và hướng dẫn của Ban Tổ chức Trung ương;",
        *([f"Căn cứ {plan.basis};"] if plan.basis else []),
        f"Điều 1. Phê duyệt {plan} của {plan.unit.name} gồm {people} người, {len(rows)} lượt chức "
        "danh, theo danh sách kèm theo.",
        "Điều 2. Cấp ủy, cơ quan, đơn vị có liên quan công khai, quản lý, đào tạo, bồi dưỡng và sử "
        "dụng cán bộ quy hoạch theo quy định.",
        "Điều 3. Các cơ quan, đơn vị liên quan và người có tên tại Điều 1 thi hành Quyết định này.",
        ("h", "Danh sách kèm theo"),
        table,
    ]
    return planning_letter(
        plan,
        "Quyết định",
        f"Về việc phê duyệt {str(plan)[0].lower()}{str(plan)[1:]}",
        body,
        recipients=("Như Điều 3", "Lưu hồ sơ."),
        signer_title="T/M Ban Thường vụ",
    )


def _born(row: Candidate) -> str:
    return f"{row.person.born_on:{BORN}}" if row.person.born_on else ""


@in_vietnamese
def ages_answer(actor, plan: SuccessionPlan):
    """Appendix 1: who was born when may still be planned."""
    return paper_answer(ages_letter(plan), f"bang-tuoi-{plan.pk}")


def ages_letter(plan: SuccessionPlan) -> Letter:
    policy = policies.in_force(SuccessionPolicy, path=plan.unit.path, on=today())
    table = policies.in_force(PeoplePolicy, path=plan.unit.path, on=today()).retirement_age
    rows = [
        [
            str(LINE[line]),
            f"{months} tháng",
            *(f"{earliest_birth(plan.reckons_on, sex, months, table):%m/%Y}" for sex in "mf"),
        ]
        for line, months in ((Line.NEXT, policy.next_months), (Line.LATER, policy.later_months))
    ]
    body = [
        f"Tuổi tính đến {plan.reckons_on:%d/%m/%Y}; tuổi nghỉ hưu của từng người theo Nghị định "
        "135/2020/NĐ-CP.",
        Table(
            ("Đối tượng", "Còn công tác từ", "Nam sinh từ tháng", "Nữ sinh từ tháng"),
            rows,
            (40, 40, 45, 45),
        ),
    ]
    return planning_letter(plan, "Bảng tuổi", f"{plan} (phụ lục 1)", body, signer_title="Người lập")


def earliest_birth(reckons_on: date, sex: str, months: int, table) -> date:
    """The first month of birth with so many months left on the day of reckoning."""
    year, month = reckons_on.year - 65, 1
    while True:
        born = last_day(year, month)
        last = retirement_day(born, sex, table)
        if last and months_between(reckons_on, last) >= months:
            return born
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
