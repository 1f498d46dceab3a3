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
from thenchot.recruitment.services import applicants, hiring, receptions, rounds
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
        rounds.add_opening(
            self.officer, round_id=made.pk, position_id=position.pk, number=number
        )
        return self.fresh(made)

    def submitted(self, position, number=1, **more) -> Round:
        return rounds.submit_plan(
            self.officer, round_id=self.draft(position, number, **more).pk
        )

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
            return applicants.apply_publicly(opening_id=opening, came_from="x", **form(**more))

    def accept(self, *people: Applicant, **more) -> None:
        for one in people:
            applicants.accept_form(self.officer, applicant_id=one.pk, **more)

    def seat_council(self, round_: Round, people) -> None:
        parts = ("chair", "vice", "secretary", "member", "member")
        for part, person in zip(parts, people, strict=False):
            rounds.add_member(
                self.officer, round_id=round_.pk, person_id=person.pk, part=part
            )

    def listed(self, round_: Round) -> Round:
        with self.after(round_, 5):
            return rounds.issue_list(self.officer, round_id=round_.pk, on=today())

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
            return rounds.seal_first(
                self.officer, round_id=round_.pk, first_on=today(), absent=absent
            )

    def second(self, round_: Round, points: dict[int, object], absent=0) -> Round:
        with self.after(round_, 30):
            self.mark(round_, points)
            return rounds.seal_second(
                self.officer,
                round_id=round_.pk,
                second_on=today(),
                marked_on=today(),
                absent=absent,
            )

    def ranked(self, round_: Round) -> Round:
        with self.after(round_, 40):
            return rounds.approve_results(
                self.leader, round_id=round_.pk, result_no="45/QĐ-UBND", ranked_on=today()
            )

    def shown(self, round_: Round) -> Round:
        with self.after(round_, 41):
            return rounds.show_results(self.officer, round_id=round_.pk, public_on=today())

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


def of_recruitment(world, home, people, position) -> dict:
    """Rounds that stand at each step, one of each who applied, a list of reception."""
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    give_quota(officer, home, 20, bloc=position.unit.bloc)
    made = Recruiting(officer, leader, home)
    draft = made.draft(position, name="Đợt đang soạn")
    rounds.cancel_round(officer, round_id=draft.pk, reason="Lập lại")
    with day_of(today() - timedelta(days=100)):
        give_quota(officer, home, 20, bloc=position.unit.bloc)
        done = made.published(position, name="Đợt đã có kết quả")
    won, other = made.apply(done, full_name="Lê Thị Trúng"), made.apply(done)
    with made.after(done, 1):
        made.accept(won, other)
    made.seat_council(done, list(people.values()))
    made.listed(done)
    made.first(done, {won.pk: 80, other.pk: 70})
    made.second(done, {won.pk: 90, other.pk: 60})
    made.ranked(done)
    made.shown(done)
    group = receptions.open_reception(
        officer, unit_id=home.pk, group="public_employee", name="Tiếp nhận viên chức"
    )
    return {
        "recruitment_cancelled": draft,
        "recruitment_round": done,
        "recruitment_opening": done.openings.first(),
        "recruitment_member": done.council.first(),
        "applicant_won": won,
        "applicant": other,
        "applicant_score": other.scores.first(),
        "reception": group,
    }
