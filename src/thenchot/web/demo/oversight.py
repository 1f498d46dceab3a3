"""Oversight: plans of the term and the year, inspections at several steps, remedies, the Front."""

from collections.abc import Sequence
from datetime import date, timedelta

from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.oversight.models import Inspection
from thenchot.oversight.services import findings, inspections, plans, social
from thenchot.people.models import Appointment, Person
from thenchot.programmes.models import Programme
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.tree import FOUNDED

VOTE = {"official": 5, "present": 5, "agreed": 5}
LINES = (
    ("organisation", "cadre_work", "Quy trình bổ nhiệm, điều động cán bộ", True, 2),
    ("thematic", "exemplary", "Trách nhiệm nêu gương của người đứng đầu", False, 3),
    ("organisation", "finance", "Quản lý, sử dụng ngân sách", True, 4),
    ("duty", "discipline", "Chấp hành kỷ luật, kỷ cương hành chính", False, 4),
)


class Told:
    """What happened in one ward until a day."""

    def __init__(self, inspector, leader, head_of, home: Unit, on: date):
        self.inspector, self.leader, self.head_of = inspector, leader, head_of
        self.home, self.on = home, on
        kinds = (UnitKind.DIVISION, UnitKind.SERVICE, UnitKind.AGENCY)
        self.units = list(
            Unit.objects.filter(kind__in=kinds, path__startswith=home.path).order_by("path")
        )
        self.programme = Programme.objects.filter(home=home).order_by("pk").first()

    def ago(self, days: int) -> date:
        return max(self.on - timedelta(days=days), FOUNDED)

    def run(self) -> None:
        with day_of(self.ago(200)):
            self._plan("term", self.on.year, self.on.year + 4, LINES[:2])
            year = self._plan("year", self.on.year, self.on.year, LINES)
        lines = list(year.lines.order_by("number"))
        self._finished(lines[0])
        self._under_way(lines[1])
        self._duty()
        with day_of(self.ago(20)):
            more = plans.amend(
                self.inspector,
                plan_id=year.pk,
                basis="Bổ sung kiểm tra việc thực hiện chương trình của Đảng ủy",
            )
            self._line(more, ("organisation", "programme", "Thực hiện chương trình", True, 4), 4)
        self._front()

    def _plan(self, level: str, first: int, last: int, lines: Sequence):
        years = str(first) if first == last else f"{first} - {last}"
        plan = plans.draw_up(
            self.inspector,
            unit_id=self.home.pk,
            level=level,
            year_from=first,
            year_to=last,
            name=f"Kế hoạch kiểm tra, giám sát {years}",
            basis="Chương trình công tác của Ủy ban Kiểm tra Đảng ủy",
        )
        for number, told in enumerate(lines):
            self._line(plan, told, number)
        day = self.ago(195)
        return plans.approve(
            self.leader, plan_id=plan.pk, decision=f"{len(lines)}-KH/ĐU", decided_on=day
        )

    def _line(self, plan, told, number: int) -> None:
        form, theme, content, is_sensitive, quarter = told
        plans.add_line(
            self.inspector,
            plan_id=plan.pk,
            form=form,
            direction="down",
            subject=self.units[number % len(self.units)],
            theme=theme,
            content=content,
            programme=self.programme if theme == "programme" else None,
            quarter=quarter if plan.level == "year" else 0,
            is_sensitive=is_sensitive,
            is_focus=is_sensitive,
            bodies="Ủy ban Mặt trận Tổ quốc" if theme == "exemplary" else "",
        )

    def _decision(self, number: int, day: date) -> dict:
        return {
            "decision": f"{number}-QĐ/UBKT",
            "decided_on": day,
            "period_from": day - timedelta(days=365),
            "period_to": day,
        }

    def _finished(self, line) -> None:
        """With two findings, one of them remedied and one late."""
        begun = self.ago(120)
        with day_of(begun):
            found = inspections.begin_planned(
                self.inspector, line_id=line.pk, **self._decision(11, begun)
            )
            self._team(found)
        self._steps(found, begun, 3)
        with day_of(self.ago(80)):
            done = self._finding(found, "cadre_rules", "Hồ sơ bổ nhiệm thiếu bản kê khai", 30)
            self._finding(found, "delay", "Chậm công bố quyết định đến người được bổ nhiệm", 60)
        self._conclude(found, self.ago(75))
        with day_of(self.ago(60)):
            note = "Đã bổ sung đủ hồ sơ"
            head = self.head_of(done.unit)
            findings.report_remedy(head, finding_id=done.pk, done_on=self.ago(60), done_note=note)
        with day_of(self.ago(55)):
            findings.settle(self.inspector, finding_id=done.pk, note="Đã kiểm tra lại hồ sơ")

    def _under_way(self, line) -> None:
        begun = self.ago(25)
        with day_of(begun):
            found = inspections.begin_planned(
                self.inspector, line_id=line.pk, **self._decision(19, begun)
            )
            self._team(found)
        self._steps(found, begun, 2)

    def _duty(self) -> None:
        """An unannounced look at the hours of work: minor findings that repeat in one unit."""
        unit = self.units[-1]
        for number, back in enumerate((70, 45, 12)):
            begun = self.ago(back)
            with day_of(begun):
                found = inspections.begin_ad_hoc(
                    self.inspector,
                    unit_id=self.home.pk,
                    subject=unit,
                    form="duty",
                    direction="down",
                    theme="discipline",
                    content="Giờ giấc, tác phong, thái độ phục vụ tại bộ phận một cửa",
                    reason="Phản ánh của người dân qua tiếp công dân",
                    **self._decision(20 + number, begun),
                )
                self._team(found)
                self._finding(found, "administrative", "Đến muộn giờ tiếp nhận hồ sơ", 30)

    def _front(self) -> None:
        body = Unit.objects.filter(kind=UnitKind.MASS, path__startswith=self.home.path).first()
        if body is None:
            return
        front, unit = self.head_of(body), self.units[-1]
        with day_of(self.ago(40)):
            held = social.supervise(
                front,
                unit=body,
                kind="supervision",
                subject=unit,
                theme="service",
                content="Tiếp nhận, trả kết quả thủ tục hành chính cho người dân",
                held_on=self.ago(40),
                document="08-BC/MTTQ",
                result="Đa số hồ sơ đúng hẹn; một số thủ tục niêm yết chưa đủ.",
            )
            asked = [
                social.recommend(front, supervision_id=held.pk, unit=unit, text=text)
                for text in (
                    "Niêm yết đủ thành phần hồ sơ tại nơi tiếp nhận",
                    "Bố trí người hướng dẫn người cao tuổi nộp hồ sơ trực tuyến",
                )
            ]
        with day_of(self.ago(30)):
            social.answer(
                self.head_of(unit),
                recommendation_id=asked[0].pk,
                answer="accepted",
                answer_text="Đã niêm yết lại toàn bộ thủ tục.",
            )

    # Steps

    def _team(self, found: Inspection) -> None:
        away = Appointment.objects.filter(
            valid_to__isnull=True, unit__path__startswith=self.home.path
        )
        away = away.exclude(unit__path__startswith=found.subject.path)
        people = Person.objects.filter(pk__in=away.values("person")).order_by("pk")[:2]
        for person, part in zip(people, ("head", "member"), strict=False):
            inspections.name_member(
                self.inspector, inspection_id=found.pk, person_id=person.pk, part=part
            )

    def _steps(self, found: Inspection, begun: date, steps: int) -> None:
        """The first of three: announced, reported, verified."""
        of = {"inspection_id": found.pk}
        days = [min(begun + timedelta(days=5 * number), self.on) for number in (1, 2, 3)]
        with day_of(days[0]):
            inspections.announce(self.inspector, **of, announced_on=days[0])
        with day_of(days[1]):
            inspections.take_report(self.inspector, **of, reported_on=days[1])
        if steps > 2:
            with day_of(days[2]):
                inspections.finish_verifying(
                    self.inspector, **of, verified_on=days[2], has_signs=False
                )

    def _conclude(self, found: Inspection, day: date) -> None:
        with day_of(day):
            inspections.conclude(
                self.inspector,
                inspection_id=found.pk,
                concluded_on=day,
                outcome="shortcoming",
                conclusion="Cơ bản đúng quy trình; còn thiếu hồ sơ và chậm công bố quyết định.",
                **VOTE,
            )
            inspections.notify(
                self.inspector, inspection_id=found.pk, notice="31-TB/UBKT", notified_on=day
            )

    def _finding(self, found: Inspection, kind: str, text: str, days: int):
        return findings.add_finding(
            self.inspector,
            inspection_id=found.pk,
            unit=found.subject,
            kind=kind,
            level="prevention",
            text=text,
            basis="Quy chế làm việc",
            remedy=f"Chấn chỉnh: {text[0].lower()}{text[1:]}",
            due_on=min(found.decided_on + timedelta(days=days + 40), self.on + timedelta(days=20)),
        )
