"""Months of work, told through the same services as everybody uses, on the days it would have
happened.
"""

import random
from datetime import timedelta

from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.models import Task
from thenchot.programmes.services import approving, extending, helping, progressing, receiving
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.people import seat

SAID = (
    "Đã họp thống nhất phân công và lập dự thảo.",
    "Đã gửi lấy ý kiến các đơn vị phối hợp.",
    "Đã tổng hợp ý kiến, đang hoàn thiện văn bản.",
    "Đã trình lãnh đạo xem xét.",
    "Đã làm việc với cơ sở, nắm tình hình.",
)


def tell(programme, accounts, rng: random.Random, *, until):
    """From the day the programme was given until the day of the demonstration, task by task."""
    for story in _stories(programme, accounts, rng, until):
        story.run()


def give_out(programme, accounts, rng: random.Random, *, until):
    """Taken by the lead bodies, one cadre named for each task, and nothing more."""
    for story in _stories(programme, accounts, rng, until):
        story.begin()


def _stories(programme, accounts, rng, until):
    return [
        Story(task, accounts, rng, until)
        for task in Task.objects.filter(programme=programme).order_by("position")
    ]


def tie(actor, programme):
    """The longest open task waits for the latest one, so that the board has something that
    blocks.
    """
    going = Task.objects.filter(programme=programme).exclude(
        state__in=[TaskState.DONE, TaskState.CANCELLED]
    )
    late, last = (
        going.filter(timing=Timing.DATED).order_by("due_on").first(),
        going.order_by("-position").first(),
    )
    if late and last and late != last:
        helping.need_task(
            actor, task_id=last.pk, needs_id=late.pk, note="Cần kết quả của nhiệm vụ trước"
        )


class Story:
    """What happened to one task. `accounts`: {"leader", "second", "worker"} ids that sign the
    steps.
    """

    def __init__(self, task, accounts, rng, until):
        self.task, self.accounts, self.rng, self.until = task, accounts, rng, until
        self.unit = task.assignments.get(part=Part.LEAD, position=0).unit
        self.head = Actor(accounts["worker"], self.unit.name, (Held(Role.HEAD, self.unit.path),))
        self.leader = Actor(accounts["leader"], "Lãnh đạo", (Held(Role.LEADER, task.home.path),))

    def run(self):
        luck, day = self.rng.random(), self.first_day()
        if luck < 0.12 or day >= self.until:
            return
        self.on(day, self.accept)
        if luck > 0.2:
            self.on(day + timedelta(days=2), self.clarify)
        self.work(day, luck)

    def begin(self):
        day = self.first_day()
        self.on(day, self.accept)
        self.on(day + timedelta(days=2), self.clarify)

    def first_day(self):
        return max(self.task.given_on, self.task.desk_since) + timedelta(
            days=self.rng.randint(1, 5)
        )

    def accept(self):
        for assignment in self.task.assignments.filter(part=Part.LEAD).select_related("unit"):
            head = Actor(
                self.accounts["worker"],
                assignment.unit.name,
                (Held(Role.HEAD, assignment.unit.path),),
            )
            receiving.accept_task(head, task_id=self.task.pk)

    def clarify(self):
        sitting = cadre_of(self.unit, self.rng)
        receiving.clarify_task(
            self.head,
            task_id=self.task.pk,
            responsible_id=sitting and sitting.pk,
            responsibility="Chịu trách nhiệm trước người đứng đầu đơn vị",
            product="Báo cáo kết quả",
            authority="Chủ động phối hợp; xin ý kiến khi vượt thẩm quyền",
        )

    def work(self, day, luck):
        end = min(self.until, self.task.due_on or self.until)
        if luck < 0.45:
            end = end - timedelta(days=self.rng.randint(25, 70))
        percent = 0
        while (day := day + timedelta(days=self.rng.randint(18, 32))) < end:
            percent = min(90, percent + self.rng.randint(10, 35))
            self.on(day, lambda: self.report(percent))  # noqa: B023 - runs at once
        self.finish_or_not(luck)

    def report(self, percent):
        share = None if self.task.timing == Timing.ONGOING else percent
        progressing.report_progress(
            self.head, task_id=self.task.pk, note=self.rng.choice(SAID), percent=share
        )

    def finish_or_not(self, luck):
        due = self.task.due_on
        if self.task.timing == Timing.DATED and due and due < self.until:
            if luck > 0.6:
                return self.on(min(self.until, due - timedelta(days=1)), self.finish)
            if luck > 0.5:
                return self.on(min(self.until, due + timedelta(days=9)), self.finish)
            if luck > 0.42:
                return self.extend(due)
        if 0.3 < luck < 0.42:
            self.on(self.until - timedelta(days=self.rng.randint(3, 20)), self.ask_for_help)
        return None

    def finish(self):
        progressing.finish_task(
            self.head,
            task_id=self.task.pk,
            done_on=None,
            note="Đã hoàn thành.",
            product_number=f"{self.rng.randint(10, 400)}-BC/{self.unit.pk}",
        )
        self.task.refresh_from_db()
        if self.task.state == TaskState.SUBMITTED and self.rng.random() < 0.5:
            approving.approve_task(self.leader, task_id=self.task.pk, note="Nhất trí.")

    def extend(self, due):
        day = due + timedelta(days=self.rng.randint(-5, 6))
        later = due + timedelta(days=90)
        if day + timedelta(days=4) >= self.until or later <= self.until:
            later = self.until + timedelta(days=20)
        self.on(
            day,
            lambda: extending.ask_extension(
                self.head,
                task_id=self.task.pk,
                proposed_on=later,
                reason="Chờ ý kiến thẩm định của cấp trên.",
            ),
        )
        asked = self.task.extensions.filter(state="asked").first()
        if asked and self.rng.random() < 0.7:
            self.on(
                day + timedelta(days=4),
                lambda: extending.grant_extension(
                    self.leader, extension_id=asked.pk, granted_on=later, note="Đồng ý một lần."
                ),
            )

    def ask_for_help(self):
        desk = self.task.programme.issuing_unit or self.task.home
        helping.raise_difficulty(
            self.head,
            task_id=self.task.pk,
            desk_id=desk.pk,
            proposal="Xin ý kiến chỉ đạo.",
            text="Chưa thống nhất được nguồn kinh phí giữa các đơn vị.",
        )

    def on(self, day, step):
        """A refused step simply did not happen: the rules hold in the demonstration too."""
        with day_of(min(day, self.until)):
            try:
                step()
            except Refused:
                return
        self.task.refresh_from_db()


def cadre_of(unit, rng):
    """Who leads the body, or one of the first after them; a body without anybody gets a head."""
    seats = (
        Appointment.objects.filter(unit=unit, valid_to=None, is_primary=True)
        .select_related("person")
        .order_by("-is_head", "pk")[:4]
    )
    sitting = [one.person for one in seats]
    return rng.choice(sitting) if sitting else seat(rng, unit, head=True)
