"""Reception of citizens in a town: sessions, turns and dialogues in each state."""

from datetime import date, time, timedelta
from itertools import count

from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.reception.models import Slot
from thenchot.reception.services import dialogues, promises, sessions, visits
from thenchot.web.demo.calendar import day_of

HOURS = {"starts_at": time(8), "ends_at": time(11, 30)}
_numbers = count(1)


def turn(**more) -> dict:
    """What a citizen writes."""
    return {
        "full_name": "Trần Thị Hỏi",
        "address": "Tổ dân phố 3",
        "phone": "0912000222",
        "summary": "Xin mở lối đi chung bị rào",
    } | more


def line(**more) -> dict:
    """What the officer writes into the book; everybody has another identity number."""
    return turn(identity_no=f"0311980{next(_numbers):05d}", matter="petition") | more


class Receiving:
    """Sessions of one place, by the office and by whoever decides."""

    def __init__(self, clerk, leader, home, person):
        self.clerk, self.leader, self.home, self.person = clerk, leader, home, person

    def rota(self, **more):
        said = (
            {"month_days": [5, 20], "duty": "chair", "place": "Trụ sở UBND phường"} | HOURS | more
        )
        return sessions.add_rota(self.clerk, unit_id=self.home.pk, leader_id=self.person.pk, **said)

    def slot(self, on: date | None = None, **more) -> Slot:
        said = {"duty": "chair", "place": "Trụ sở UBND phường"} | HOURS | more
        return sessions.add_slot(
            self.clerk,
            unit_id=self.home.pk,
            leader_id=self.person.pk,
            on=on or today(),
            **said,
        )

    def posted(self, on: date | None = None, **more) -> Slot:
        made = self.slot(on, **more)
        return sessions.publish_slot(self.clerk, slot_id=made.pk, reason="Lãnh đạo đi công tác")

    def held(self, on: date | None = None, **more) -> Slot:
        made = self.posted(on, **more)
        with day_of(made.on):
            return sessions.hold_slot(self.clerk, slot_id=made.pk, held_by_id=self.person.pk)

    def booked(self, slot: Slot, **more):
        came_from = more.pop("came_from", f"từ {next(_numbers)}")
        return visits.book_publicly(slot_id=slot.pk, came_from=came_from, **turn(**more))

    def received(self, slot: Slot | None = None, **more):
        return visits.walk_in(
            self.clerk, unit_id=self.home.pk, slot_id=slot and slot.pk, **line(**more)
        )

    def promised(self, visit, lead, **more):
        said = {"text": "Tháo rào lối đi", "due_on": today() + timedelta(days=10)} | more
        return promises.promise_for_visit(self.clerk, visit_id=visit.pk, lead_id=lead.pk, **said)

    def dialogue(self, on: date | None = None, **more):
        said = {"name": "Đối thoại năm nay", "place": "Hội trường", "subjects": "Đất đai"} | more
        return dialogues.plan_dialogue(
            self.clerk,
            unit_id=self.home.pk,
            chair_ids=[self.person.pk],
            on=on or today() + timedelta(days=20),
            starts_at=time(8),
            **said,
        )


def of_reception(world, home, units, people) -> dict:
    """Every state that an action of the room stands on."""
    clerk, leader = world.actor(Role.CLERK, home), world.actor(Role.LEADER, home)
    run = Receiving(clerk, leader, home, people["ubnd"])
    lead = units["phòng văn hóa"]
    posted = run.posted(place="Buổi hôm nay")
    open_ = run.posted(today() + timedelta(days=12))
    planned = run.slot(today() + timedelta(days=13))
    online = run.slot(today() + timedelta(days=14), is_online=True)
    held = run.held(place="Buổi đã tiếp")
    received = run.received(held, papers="Đơn; 2; bản chính")[0]
    again = run.received(held, identity_no=received.identity_no)[0]
    concluded = run.held(place="Buổi đã kết luận")
    sessions.conclude_slot(
        leader,
        slot_id=concluded.pk,
        conclusion_no="3/TB",
        concluded_on=today(),
        conclusion="Giao việc",
    )
    refused = visits.refuse_visit(
        clerk, visit_id=run.received()[0].pk, ground="answered", ground_shown="Văn bản 12"
    )
    told = run.dialogue()
    dialogues.announce_dialogue(clerk, dialogue_id=told.pk)
    question = dialogues.ask(clerk, dialogue_id=told.pk, text="Bao giờ làm đường?")
    today_ = run.dialogue(today(), name="Đối thoại hôm nay")
    dialogues.announce_dialogue(clerk, dialogue_id=today_.pk, reason="Gấp")
    dialogue_held = run.dialogue(today(), name="Đối thoại đã có biên bản")
    dialogues.announce_dialogue(clerk, dialogue_id=dialogue_held.pk, reason="Gấp")
    dialogues.hold_dialogue(clerk, dialogue_id=dialogue_held.pk, attended=80, minutes="Ý kiến")
    return {
        "citizen_rota": run.rota(),
        "citizen_slot_planned": planned,
        "citizen_slot_posted": posted,
        "citizen_slot_open": open_,
        "citizen_slot_online": online,
        "citizen_slot_held": held,
        "citizen_slot_concluded": concluded,
        "citizen_booked": run.booked(posted)[0],
        "citizen_received": received,
        "citizen_again": again,
        "citizen_refused": refused,
        "citizen_direction": run.promised(received, lead),
        "citizen_dialogue_planned": run.dialogue(name="Đối thoại đang lập"),
        "citizen_dialogue_told": told,
        "citizen_dialogue_today": today_,
        "citizen_dialogue_held": dialogue_held,
        "citizen_question": question,
        "reception_place": home,
    }
