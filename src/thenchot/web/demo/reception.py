"""Reception of citizens: rotas, two months of sessions with what came of them, the next one posted,
promises kept, overdue and opened again; a dialogue with its commitments and one announced.
"""

from datetime import date, time, timedelta
from typing import Any

from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.reception.models import Slot, Visit
from thenchot.reception.queries.policy import calendar_of
from thenchot.reception.services import dialogues, promises, sessions, visits
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

PLACE = "Phòng tiếp công dân, trụ sở UBND phường, tầng 1"
MORNING: dict[str, Any] = {"starts_at": time(8), "ends_at": time(11, 30)}
PEOPLE = (
    ("Trần Văn Khoát", "Tổ dân phố 4", "Đề nghị sửa nắp cống vỡ trước trường mầm non", "petition"),
    ("Lê Thị Mận", "Tổ dân phố 11", "Xe tải chạy vào ngõ ban đêm gây ồn, nứt tường", "reflection"),
    ("Phạm Đức Thuận", "Tổ dân phố 7", "Khiếu nại mức hỗ trợ khi thu hồi 12 m² đất", "complaint"),
    ("Nguyễn Thị Hằng", "Tổ dân phố 2", "Đề nghị xác nhận hộ có hoàn cảnh khó khăn", "petition"),
)
PROMISES = (
    ("Thay nắp cống, rào tạm trong ba ngày đầu", "Đã thay 4 nắp cống, nghiệm thu ngày hôm trước"),
    ("Cắm biển cấm xe tải từ 22 giờ đến 5 giờ, tuần tra ban đêm", "Đã cắm biển ở hai đầu ngõ"),
)


def receive_citizens(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    Story(officer, leader, home, on).tell()


class Story:
    """One place, by its office and by its leader."""

    def __init__(self, officer, leader, home, on: date) -> None:
        self.officer, self.leader, self.home, self.on = officer, leader, home, on
        self.chair = self._sits("Ủy ban nhân dân")
        self.deputy = self._sits("Ủy ban nhân dân", 1)
        self.secretary = self._sits("Ban Thường vụ")
        self.count = 0

    def _unit(self, name: str) -> Unit:
        rows = Unit.objects.filter(path__startswith=self.home.path, name__startswith=name)
        return rows.order_by("path")[0]

    def _sits(self, body: str, number: int = 0):
        rows = Appointment.objects.in_force(self.on).filter(unit=self._unit(body).pk)
        return rows.select_related("person").order_by("pk")[number].person

    def tell(self) -> None:
        first = self.on.replace(day=1)
        before = (first - timedelta(days=1)).replace(day=1)
        with day_of(before - timedelta(days=20)):
            self.rotas()
            drawn = self.draw(before)
            self.post(before - timedelta(days=8))
        self.hold(drawn)
        with day_of(first - timedelta(days=14)):
            self.draw(first)
            self.post(first - timedelta(days=9))
        passed = Slot.objects.filter(unit=self.home, on__lt=self.on, state="published")
        self.hold(passed.order_by("on", "pk"))
        self.move_one()
        self.book_next()
        self.talk()

    def rotas(self) -> None:
        told: tuple[tuple[Any, str, dict[str, Any]], ...] = (
            (self.chair, "chair", {"weekday": 1, "weeks": [2, 4]}),
            (self.secretary, "secretary", {"month_days": [5, 20]}),
        )
        for leader, duty, rota in told:
            sessions.add_rota(
                self.officer,
                unit_id=self.home.pk,
                leader_id=leader.pk,
                duty=duty,
                place=PLACE,
                **MORNING,
                **rota,
            )

    def draw(self, first: date) -> list[Slot]:
        return sessions.draw_month(
            self.officer, unit_id=self.home.pk, year=first.year, month=first.month
        )

    def post(self, on: date) -> None:
        rows = Slot.objects.filter(unit=self.home, state="planned")
        with day_of(on):
            for slot in rows:
                sessions.publish_slot(self.officer, slot_id=slot.pk, reason="Đổi lịch công tác")

    def hold(self, slots) -> None:
        for number, slot in enumerate(sorted(slots, key=lambda slot: slot.on)):
            if slot.on >= self.on:
                continue
            with day_of(slot.on):
                self.receive(slot, number)

    def receive(self, slot: Slot, number: int) -> None:
        """Two people; the chair is once away. The first promise of two is kept."""
        is_away = slot.duty == "chair" and number == 2
        sessions.hold_slot(
            self.officer,
            slot_id=slot.pk,
            held_by_id=(self.deputy if is_away else slot.leader).pk,
            reason="Dự họp HĐND thành phố" if is_away else "",
        )
        for offset in range(2):
            visit, _code = self.walk_in(slot, number * 2 + offset)
            self.answer(visit, number + offset)
        self.conclude(slot, number)

    def walk_in(self, slot: Slot, number: int) -> tuple[Visit, str]:
        self.count += 1
        name, address, summary, matter = PEOPLE[number % len(PEOPLE)]
        return visits.walk_in(
            self.officer,
            unit_id=self.home.pk,
            slot_id=slot.pk,
            full_name=name,
            address=address,
            identity_no=f"03107500{1000 + number % len(PEOPLE)}",
            phone=f"0912000{100 + number % len(PEOPLE)}",
            summary=summary,
            matter=matter,
            is_ours=True,
            papers="Đơn; 2; bản chính" if number % 2 else "",
        )

    def answer(self, visit: Visit, number: int) -> None:
        if number % 3 == 2:
            return
        visits.answer_visit(
            self.officer,
            visit_id=visit.pk,
            answer_kind="accepted",
            answer="UBND phường đã giao Phòng chuyên môn giải quyết, có hạn dưới đây.",
        )

    def conclude(self, slot: Slot, number: int) -> None:
        if number % 3 == 2:
            return
        sessions.conclude_slot(
            self.leader,
            slot_id=slot.pk,
            conclusion_no=f"{20 + number}/TB-UBND",
            concluded_on=today(),
            conclusion="Các phòng làm đúng hạn, báo lại nơi tiếp công dân để trả lời dân.",
        )
        text, result = PROMISES[number % len(PROMISES)]
        visit = slot.visits.order_by("number")[0]
        one = promises.promise_in_session(
            self.leader,
            slot_id=slot.pk,
            visit_id=visit.pk,
            text=text,
            lead_id=self._unit("Phòng Kinh tế").pk,
            due_on=today() + timedelta(days=10),
            contact="Bộ phận tiếp công dân",
        )
        if number % 2 == 0:
            self.keep(visit, one, result, "solved" if number else "partly")

    def keep(self, visit: Visit, one, result: str, verdict: str) -> None:
        on = min(today() + timedelta(days=8), self.on)
        with day_of(on):
            promises.keep_promise(self.officer, direction_id=one.pk, done_on=on, result=result)
            said = "" if verdict == "solved" else "Còn một nắp ở cuối ngõ chưa thay"
            promises.judge_promise(visit=visit, direction_id=one.pk, verdict=verdict, said=said)

    def coming(self):
        rows = Slot.objects.filter(unit=self.home, on__gte=self.on, state="published")
        return rows.order_by("on", "pk")

    def move_one(self) -> None:
        slot = self.coming().filter(duty="chair").last()
        if slot is None:
            return
        to = calendar_of(self.home).next_working(slot.on + timedelta(days=1))
        sessions.move_slot(
            self.leader, slot_id=slot.pk, on=to, reason="Trùng kỳ họp HĐND phường", **MORNING
        )

    def book_next(self) -> None:
        slot = self.coming().first()
        if slot is None:
            return
        for number, (name, address, summary, _matter) in enumerate(PEOPLE[:3]):
            visits.book_publicly(
                slot_id=slot.pk,
                came_from=f"demo{number}",
                full_name=name,
                address=address,
                phone=f"0912000{100 + number}",
                summary=summary,
            )

    def talk(self) -> None:
        held = calendar_of(self.home).next_working(self.on - timedelta(days=40))
        with day_of(held - timedelta(days=20)):
            one = self.plan("Đối thoại về đất đai, trật tự đô thị", held)
            dialogues.announce_dialogue(self.officer, dialogue_id=one.pk)
        with day_of(held):
            for text, answer in (
                ("Ngõ 12 bao giờ có đèn? Gọi tôi số 0912 345 678.", "Lắp xong trong quý này."),
                ("Thu phí vỉa hè theo quyết định nào?", "Theo quyết định của UBND thành phố."),
            ):
                asked = dialogues.ask(self.officer, dialogue_id=one.pk, text=text)
                dialogues.answer_question(self.officer, question_id=asked.pk, answer=answer)
            dialogues.hold_dialogue(
                self.officer, dialogue_id=one.pk, attended=126, minutes="Có 9 lượt ý kiến."
            )
            promises.promise_in_dialogue(
                self.officer,
                dialogue_id=one.pk,
                text="Lắp 14 đèn chiếu sáng ngõ 12",
                lead_id=self._unit("Phòng Kinh tế").pk,
                due_on=held + timedelta(days=45),
            )
            dialogues.publish_dialogue(self.leader, dialogue_id=one.pk)
        next_on = calendar_of(self.home).next_working(self.on + timedelta(days=15))
        coming = self.plan("Đối thoại về dịch vụ công trực tuyến", next_on)
        dialogues.announce_dialogue(self.officer, dialogue_id=coming.pk)

    def plan(self, name: str, on: date):
        return dialogues.plan_dialogue(
            self.officer,
            unit_id=self.home.pk,
            chair_ids=[self.secretary.pk, self.chair.pk],
            name=name,
            on=on,
            starts_at=time(8),
            place="Hội trường phường",
            subjects="Nghe ý kiến, trả lời tại chỗ; việc chưa xong thì cam kết hạn.",
            plan_no="31/KH-UBND",
        )
