"""Recruitment: a round that ended in somebody at work, one with marks told, one receiving forms, a
plan that waits; a list of those received without an exam.
"""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from thenchot.kernel.decision import Refused
from thenchot.organisation.services import quotas
from thenchot.people.headcount import headcount_table
from thenchot.people.models import Appointment, Person
from thenchot.platform.clock import today
from thenchot.recruitment.models import Applicant, Opening, Round
from thenchot.recruitment.queries.needs import list_needs, needs_of
from thenchot.recruitment.queries.rounds import papers_of, window_of
from thenchot.recruitment.services import applicants, council, hiring, receptions, results, rounds
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.roster import FAMILY, MEN, WOMEN
from thenchot.web.demo.tree import FOUNDED

BASIS = "Quyết định giao bổ sung biên chế công chức của Ban Tổ chức Thành ủy"
CRITERIA = (
    "Có bằng tốt nghiệp phù hợp vị trí, không phân biệt loại hình đào tạo.\n"
    "Ưu tiên người có tài năng, có kinh nghiệm đáp ứng ngay công việc."
)
NAME = "Đợt tuyển dụng công chức"
CONTACT = "Văn phòng HĐND và UBND phường, bộ phận tiếp nhận"
LONG_AGO, MARKED, OPEN = timedelta(days=88), timedelta(days=53), timedelta(days=12)
MORE = 12  # places given beyond those who are there
FORMS = ("minority", "", "served", "", "", "martyr_child", "", "")


class Story:
    """Rounds of one place, told by whoever draws them up and whoever decides."""

    def __init__(self, officer, leader, home, rng: Random) -> None:
        self.officer, self.leader, self.home, self.rng = officer, leader, home, rng
        self.count = 0

    def plan(self, name: str, *wanted: tuple) -> Round:
        made = rounds.open_round(
            self.officer, unit_id=self.home.pk, name=name, criteria=CRITERIA, contact=CONTACT
        )
        for position, number in wanted:
            rounds.add_opening(
                self.officer,
                round_id=made.pk,
                position_id=position.pk,
                number=number,
                level="bachelor",
            )
        return rounds.submit_plan(self.officer, round_id=made.pk)

    def publish(self, round_: Round, number: int) -> Round:
        on = today()
        rounds.approve_plan(
            self.leader, round_id=round_.pk, plan_no=f"{number}/QĐ-UBND", approved_on=on
        )
        return rounds.publish_notice(
            self.officer,
            round_id=round_.pk,
            notice_no=f"{number + 3}/TB-UBND",
            notice_on=on,
            opens_on=on,
            closes_on=on + timedelta(days=29),
        )

    def apply(self, opening: Opening, count: int) -> list[Applicant]:
        return [self._form(opening) for _ in range(count)]

    def _form(self, opening: Opening) -> Applicant:
        self.count += 1
        is_female = self.rng.random() < 0.5
        given = self.rng.choice(WOMEN if is_female else MEN)
        year = self.rng.randint(1990, 2003)
        number = f"031{3 if is_female and year < 2000 else 2}{year % 100:02d}{self.count:06d}"
        told: dict[str, Any] = {
            "full_name": f"{self.rng.choice(FAMILY)} {given}",
            "born_on": date(year, self.rng.randint(1, 12), self.rng.randint(1, 28)),
            "sex": "f" if is_female else "m",
            "identity_no": number,
            "ethnicity": "Kinh",
            "residence": f"Tổ dân phố {self.rng.randint(1, 20)}",
            "phone": f"09{self.rng.randint(10_000_000, 99_999_999)}",
            "level": "college" if self.count % 7 == 0 else "bachelor",
            "major": (opening.majors or ["Luật"])[0],
            "school": "Trường Đại học Hải Phòng",
            "priority": FORMS[self.count % len(FORMS)],
            "experience": "Ba năm làm việc tại xã" if self.count % 3 == 0 else "",
        }
        made, _code = applicants.apply_publicly(
            opening_id=opening.pk, came_from=f"{opening.round_id}/{self.count // 15}", **told
        )
        return made

    def judge(self, people: list[Applicant]) -> list[Applicant]:
        kept = []
        for one in people:
            try:
                applicants.accept_form(
                    self.officer, applicant_id=one.pk, has_experience=bool(one.experience)
                )
                kept.append(one)
            except Refused as refused:
                applicants.refuse_form(self.officer, applicant_id=one.pk, ground=str(refused))
        return kept

    def seat_council(self, round_: Round) -> None:
        managers = Appointment.objects.in_force(today()).filter(
            unit__path__startswith=self.home.path, is_primary=True, title_ref__is_manager=True
        )
        found = Person.objects.filter(pk__in=managers.values("person")).order_by("pk")
        parts = iter(("chair", "vice", "secretary", "member", "member"))
        part = next(parts)
        for person in found:
            try:
                council.add_member(self.officer, round_id=round_.pk, person_id=person.pk, part=part)
            except Refused:
                continue
            part = next(parts, "")
            if not part:
                return

    def mark(self, round_: Round, people: list[Applicant], least: int) -> None:
        """The first mark is the best, so that nobody is equal at the border."""
        for at, one in enumerate(people):
            points = Decimal(max(least, 92 - at * 5)) + Decimal(self.rng.randint(0, 9)) / 10
            papers = papers_of(Round.objects.get(pk=round_.pk))
            applicants.put_scores(
                self.officer, applicant_id=one.pk, points=dict.fromkeys(papers, points)
            )

    def to_marks(self, round_: Round, people: list[Applicant]) -> None:
        _opens, closes = window_of(Round.objects.get(pk=round_.pk))
        with day_of(closes + timedelta(days=5)):
            self.seat_council(round_)
            results.issue_list(self.officer, round_id=round_.pk, on=today())
        with day_of(closes + timedelta(days=14)):
            self.mark(round_, people, 44)
            results.seal_first(self.officer, round_id=round_.pk, first_on=today(), absent=0)
        on = Applicant.objects.filter(round=round_, state="second").order_by("number")
        with day_of(closes + timedelta(days=21)):
            self.mark(round_, list(on), 40)
            results.seal_second(
                self.officer,
                round_id=round_.pk,
                second_on=today(),
                marked_on=today(),
                absent=0,
            )

    def to_results(self, round_: Round) -> None:
        _opens, closes = window_of(Round.objects.get(pk=round_.pk))
        with day_of(closes + timedelta(days=33)):
            results.approve_results(
                self.leader, round_id=round_.pk, result_no="212/QĐ-UBND", ranked_on=today()
            )
            results.show_results(self.officer, round_id=round_.pk, public_on=today())

    def hire(self, round_: Round, on: date) -> None:
        """The first winner starts; the next has a whole file and waits for the decision."""
        winners = list(Applicant.objects.filter(round=round_, state="won").order_by("pk"))
        decided = min(on, window_of(round_)[1] + timedelta(days=40))
        for at, one in enumerate(winners):
            with day_of(decided):
                hiring.note_file(self.officer, applicant_id=one.pk, file_on=today())
                if at:
                    continue
                hiring.hire(
                    self.leader,
                    applicant_id=one.pk,
                    decision="225/QĐ-UBND",
                    decided_on=today(),
                    starts_on=today() + timedelta(days=5),
                )
        if winners and decided + timedelta(days=5) <= on:
            with day_of(decided + timedelta(days=5)):
                hiring.note_start(self.officer, applicant_id=winners[0].pk, started_on=today())


def recruit(officer, leader, home, rng: Random, on: date) -> None:
    if on - LONG_AGO - timedelta(days=30) < FOUNDED:
        return
    story = Story(officer, leader, home, rng)
    _give_numbers(officer, home, on)
    needed = _needed(officer, on)
    if len(needed) < 5:
        return
    first, second, *others = needed
    with day_of(on - LONG_AGO):
        old = story.publish(story.plan(f"{NAME} lần 1", (first, 2)), 118)
    _run(story, old, 9)
    story.to_results(old)
    story.hire(Round.objects.get(pk=old.pk), on)
    with day_of(on - MARKED):
        marked = story.publish(story.plan(f"{NAME} lần 2", (second, 1)), 171)
    _run(story, marked, 7)
    with day_of(on - OPEN):
        wanted = [(position, 1) for position in others[:2]]
        open_ = story.publish(story.plan(f"{NAME} lần 3", *wanted), 204)
        people = [one for row in open_.openings.all() for one in story.apply(row, 4)]
    with day_of(on - timedelta(days=2)):
        story.judge(people[:5])
    with day_of(on - timedelta(days=1)):
        story.plan(f"{NAME} lần 4", (others[2], 1))
    _receive(officer, leader, home, second, on)


def _run(story: Story, round_: Round, count: int) -> None:
    opens, _closes = window_of(round_)
    with day_of(opens + timedelta(days=3)):
        people = [one for row in round_.openings.all() for one in story.apply(row, count)]
    with day_of(opens + timedelta(days=25)):
        kept = story.judge(people)
    story.to_marks(round_, kept)


def _give_numbers(officer, home, on: date) -> None:
    """Civil servants of the government: those who are there, and some more; of the years to come
    too (S3-039).
    """
    table = headcount_table(home, on)
    there = next((row for row in table.rows if row.bloc == "government"), None)
    number = (there.kinds.get("civil_servant", 0) if there else 0) + MORE
    for year in sorted({(on - LONG_AGO).year, on.year, *range(2027, 2032)}):
        quotas.set_quota(
            officer,
            unit_id=home.pk,
            year=year,
            bloc="government",
            staff_kind="civil_servant",
            number=number,
            basis=BASIS,
        )


def _needed(officer, on: date):
    """Approved positions of professionals that need somebody, the greatest need first."""
    rows = [one for one in list_needs(officer) if one.group == "professional"]
    found = needs_of(rows, on)
    needed = [one for one in rows if found[one.pk].number]
    return sorted(needed, key=lambda one: (-found[one.pk].number, one.pk))


RECEIVED = (
    ("Nguyễn Thị Hồng", date(1986, 4, 12), "Viên chức Trung tâm Văn hóa", date(2017, 3, 1)),
    ("Phạm Văn Lực", date(1990, 9, 3), "Viên chức Trung tâm Y tế", date(2023, 6, 1)),
)


def _receive(officer, leader, home, position, on: date) -> None:
    """Public employees: one received, one short of years."""
    with day_of(on - timedelta(days=20)):
        made = receptions.open_reception(
            officer,
            unit_id=home.pk,
            group="public_employee",
            name="Tiếp nhận viên chức vào làm công chức",
        )
        cases = [
            receptions.put_on_list(
                officer,
                reception_id=made.pk,
                position_id=position.pk,
                full_name=name,
                born_on=born,
                identity_no=f"0311{born:%y}{at:06d}",
                former_work=work,
                served_since=since,
                is_insured=True,
                is_paid_alike=True,
            )
            for at, (name, born, work, since) in enumerate(RECEIVED, 900_001)
        ]
    with day_of(on - timedelta(days=15)):
        for case in cases[:1]:
            receptions.accept_case(officer, case_id=case.pk)
            receptions.decide_case(
                leader,
                case_id=case.pk,
                decision="219/QĐ-UBND",
                decided_on=today(),
                starts_on=today() + timedelta(days=5),
            )
