"""Recruitment in a town: an approved position with a quota, and rounds taken step by step through
the services.
"""

from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from thenchot.organisation.models import JobPosition
from thenchot.organisation.services import quotas, schemes
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.recruitment.models import Applicant, Round
from thenchot.recruitment.queries.rounds import papers_of
from thenchot.recruitment.services import applicants, council, hiring, receptions, results, rounds
from thenchot.web.demo.calendar import day_of

QUOTA = "Quyết định 12-QĐ/BTCTU giao biên chế"
_numbers = count(1)


def approved_position(officer, agency, *, number=3, code="CM-17", name="Văn hóa", unit=None):
    """Of an approved scheme, asking for a degree in law."""
    scheme = schemes.begin_scheme(officer, unit_id=agency.pk, name=f"Đề án của {agency.name}")
    position = schemes.put_position(
        officer,
        scheme_id=scheme.pk,
        unit_id=(unit or agency).pk,
        code=code,
        name=name,
        group="professional",
        approved_number=number,
        fields=["Luật", "Quản lý văn hóa"],
        description={"qualification": {"degree": "Đại học trở lên"}},
    )
    schemes.submit_scheme(officer, scheme_id=scheme.pk)
    schemes.approve_scheme(
        officer, scheme_id=scheme.pk, decision="QĐ 11", valid_from=agency.valid_from
    )
    return JobPosition.objects.select_related("scheme__unit", "unit", "title").get(pk=position.pk)


def give_quota(officer, home, number: int, bloc="government", year: int | None = None) -> None:
    quotas.set_quota(
        officer,
        unit_id=home.pk,
        year=year or today().year,
        bloc=bloc,
        number=number,
        basis=QUOTA,
    )


def form(**more) -> dict:
    """What an applicant writes; everybody has another identity number."""
    return {
        "full_name": "Nguyễn Văn Thí",
        "born_on": date(1998, 3, 5),
        "sex": "m",
        "identity_no": f"0312980{next(_numbers):05d}",
        "residence": "Phường Đông Kinh",
        "phone": "0912000111",
        "level": "bachelor",
        "major": "Luật",
    } | more


class Recruiting:
    """One round, by whoever draws it up and whoever decides."""

    def __init__(self, officer, leader, home):
        self.officer, self.leader, self.home = officer, leader, home

    @contextmanager
    def after(self, round_: Round, days: int = 0):
        """So many days after the last day of receiving forms."""
        with day_of(round_.closes_on + timedelta(days=days)):
            yield

    def draft(self, position, number=1, **more) -> Round:
        said = {"name": "Đợt 1", "contact": "Văn phòng", "criteria": "Theo bản mô tả"} | more
        made = rounds.open_round(self.officer, unit_id=self.home.pk, **said)
        rounds.add_opening(self.officer, round_id=made.pk, position_id=position.pk, number=number)
        return self.fresh(made)

    def submitted(self, position, number=1, **more) -> Round:
        return rounds.submit_plan(self.officer, round_id=self.draft(position, number, **more).pk)

    def approved(self, position, number=1, **more) -> Round:
        made = self.submitted(position, number, **more)
        return rounds.approve_plan(
            self.leader, round_id=made.pk, plan_no="12/QĐ-UBND", approved_on=today()
        )

    def published(self, position, number=1, **more) -> Round:
        made = self.approved(position, number, **more)
        on = today()
        return rounds.publish_notice(
            self.officer,
            round_id=made.pk,
            notice_no="3/TB-UBND",
            notice_on=on,
            opens_on=on,
            closes_on=on + timedelta(days=29),
        )

    def apply(self, round_: Round, **more) -> Applicant:
        return self.apply_with_code(round_, **more)[0]

    def apply_with_code(self, round_: Round, **more) -> tuple[Applicant, str]:
        opening = more.pop("opening_id", None) or round_.openings.order_by("pk").first().pk
        with day_of(round_.opens_on):
            return applicants.apply_publicly(
                opening_id=opening, came_from=str(round_.pk), **form(**more)
            )

    def accept(self, *people: Applicant, **more) -> None:
        for one in people:
            applicants.accept_form(self.officer, applicant_id=one.pk, **more)

    def seat_council(self, round_: Round, people) -> None:
        parts = ("chair", "vice", "secretary", "member", "member")
        for part, person in zip(parts, people, strict=False):
            council.add_member(self.officer, round_id=round_.pk, person_id=person.pk, part=part)

    def listed(self, round_: Round) -> Round:
        with self.after(round_, 5):
            return results.issue_list(self.officer, round_id=round_.pk, on=today())

    def mark(self, round_: Round, points: dict[int, object], **breaches) -> None:
        """Points by applicant, the same for each paper of the stage, or by paper."""
        papers = papers_of(self.fresh(round_))
        for pk, value in points.items():
            told = value if isinstance(value, dict) else dict.fromkeys(papers, value)
            applicants.put_scores(
                self.officer,
                applicant_id=pk,
                points={paper: Decimal(str(one)) for paper, one in told.items()},
                breaches=breaches.get("breaches"),
            )

    def first(self, round_: Round, points: dict[int, object], absent=0) -> Round:
        with self.after(round_, 20):
            self.mark(round_, points)
            return results.seal_first(
                self.officer, round_id=round_.pk, first_on=today(), absent=absent
            )

    def second(self, round_: Round, points: dict[int, object], absent=0) -> Round:
        with self.after(round_, 30):
            self.mark(round_, points)
            return results.seal_second(
                self.officer,
                round_id=round_.pk,
                second_on=today(),
                marked_on=today(),
                absent=absent,
            )

    def ranked(self, round_: Round) -> Round:
        with self.after(round_, 40):
            return results.approve_results(
                self.leader, round_id=round_.pk, result_no="45/QĐ-UBND", ranked_on=today()
            )

    def shown(self, round_: Round) -> Round:
        with self.after(round_, 41):
            return results.show_results(self.officer, round_id=round_.pk, public_on=today())

    def hire(self, one: Applicant, *, days=50, starts_after=5, **more) -> Applicant:
        """The file, then the decision on the same day."""
        with self.after(one.round, days):
            hiring.note_file(self.officer, applicant_id=one.pk, file_on=today())
            said = {
                "decision": "77/QĐ-UBND",
                "decided_on": today(),
                "starts_on": today() + timedelta(days=starts_after),
            }
            return hiring.hire(self.leader, applicant_id=one.pk, **said | more)

    def fresh(self, round_: Round) -> Round:
        return Round.objects.select_related("unit").get(pk=round_.pk)


def of_recruitment(world, home, units, people) -> dict:
    """A round at each step, somebody at each state, two lists of reception."""
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    agency = units["văn phòng đảng ủy"]
    position = approved_position(officer, agency, number=20, code="CM-77", name="Lưu trữ")
    made = Recruiting(officer, leader, home)
    long_ago = today() - timedelta(days=140)
    for year in {long_ago.year, today().year}:
        give_quota(officer, home, 40, bloc="party", year=year)
    council = list(people.values())
    found = {
        "recruitment_position": position,
        "recruitment_draft": made.draft(position, name="Đợt đang soạn"),
        "recruitment_submitted": made.submitted(position, name="Đợt chờ duyệt"),
        "recruitment_approved": made.approved(position, name="Đợt đã duyệt"),
    }
    found["recruitment_draft_opening"] = found["recruitment_draft"].openings.get()
    with day_of(today() - timedelta(days=3)):
        open_ = made.published(position, name="Đợt đang nhận phiếu")
    found["recruitment_published"] = open_
    found["applicant_received"] = made.apply(open_, full_name="Lê Thị Nhận")
    with day_of(long_ago):
        rounds_ = [made.published(position, name=f"Đợt {step}") for step in STAGES]
    for round_, step in zip(rounds_, STAGES, strict=True):
        found |= _run(made, round_, step, council)
    found |= _receptions(officer, home, position)
    return found


STAGES = ("listed", "first", "marked", "ranked", "results", "hired")


def _run(made: Recruiting, round_: Round, until: str, council) -> dict:
    """Up to a step, with two people."""
    one = made.apply(round_, full_name="Lê Thị Trúng")
    other = made.apply(round_, full_name="Bùi Văn Dự")
    with made.after(round_, 1):
        made.accept(one, other)
    made.seat_council(round_, council)
    steps = (
        ("listed", lambda: made.listed(round_)),
        ("first", lambda: made.first(round_, {one.pk: 80, other.pk: 70})),
        ("marked", lambda: made.second(round_, {one.pk: 90, other.pk: 60})),
        ("ranked", lambda: made.ranked(round_)),
        ("results", lambda: made.shown(round_)),
        ("hired", lambda: made.hire(one)),
    )
    for name, step in steps:
        step()
        if name == until:
            break
    found = {f"recruitment_{until}": round_, f"applicant_{until}": one}
    if until == "listed":
        found["recruitment_member"] = round_.council.order_by("pk").first()
    if until == "marked":
        with made.after(round_, 31):
            found["applicant_score"] = applicants.appeal(
                made.officer, applicant=other, paper="written"
            )
    if until == "results":
        found["recruitment_opening"] = _second_place(made, round_, council)
    return found


def _second_place(made: Recruiting, round_: Round, council):
    """Of another round in which the winner was struck, so that the next may be called."""
    position = round_.openings.get().position
    with day_of(round_.opens_on):
        again = made.published(position, name="Đợt gọi người kế tiếp")
    one, other = made.apply(again), made.apply(again)
    with made.after(again, 1):
        made.accept(one, other)
    made.seat_council(again, council)
    made.listed(again)
    made.first(again, {one.pk: 80, other.pk: 70})
    made.second(again, {one.pk: 90, other.pk: 60})
    made.ranked(again)
    made.shown(again)
    with made.after(again, 50):
        hiring.strike(made.leader, applicant_id=one.pk, ground="Không nộp hồ sơ")
    return again.openings.get()


def _receptions(officer, home, position) -> dict:
    group = receptions.open_reception(
        officer, unit_id=home.pk, group="public_employee", name="Tiếp nhận viên chức"
    )
    said = {
        "reception_id": group.pk,
        "position_id": position.pk,
        "former_work": "Trung tâm Văn hóa",
        "born_on": date(1985, 2, 3),
        "sex": "f",
        "served_since": date(2015, 1, 1),
        "is_insured": True,
        "is_paid_alike": True,
    }
    cases = [
        receptions.put_on_list(
            officer, full_name=name, identity_no=f"0311850{next(_numbers):05d}", **said
        )
        for name in ("Cao Thị Nhận", "Cao Thị Xét")
    ]
    receptions.accept_case(officer, case_id=cases[1].pk)
    return {
        "reception": group,
        "reception_case": cases[0],
        "reception_case_eligible": cases[1],
    }
