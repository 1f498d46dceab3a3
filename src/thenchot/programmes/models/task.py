"""The promise itself: what, by whom, by when, and to which programmes it answers."""

from datetime import date

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.labels import DESK, PART, STATE, TIMING, choices
from thenchot.programmes.models.branches import WHOLE, starts_of
from thenchot.programmes.models.programme import Clause, Programme

NO_DATE = date(9999, 12, 31)


class TaskQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Tasks of communes the actor reads as a whole, and tasks in which a unit of the actor has
        a part.

        A branch that begins at a province or a commune is an equality on the row, which an index
        serves in order; only branches below a commune go through the parts. (Bodies take part in
        tasks of their own commune, or of communes below them, so nothing is lost.)
        """
        seen = Q(pk__in=[])
        for unit_id, kind, path in starts_of(actor):
            if kind in WHOLE:
                seen |= Q(**{WHOLE[kind]: unit_id})
            else:
                units = Unit.objects.filter(
                    Q(path__startswith=path) | Q(successor__path__startswith=path)
                ).values("pk")
                seen |= Q(pk__in=Assignment.objects.filter(unit__in=units).values("task_id"))
        return self if actor.is_system else self.filter(seen)


class Task(models.Model):
    """`due_on` is the date in force, `original_due_on` the first one ever, which nothing
    overwrites.

    `home` and `province` stand on the row so that a country can be partitioned by them.
    `desk_*` repeat the open row of `DeskStay`: at whose desk, why, since when.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    province = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="tasks")
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    superior_clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ref = models.CharField(_("Số TT"), max_length=60)
    position = models.PositiveIntegerField(default=0)
    text = models.TextField(_("Nhiệm vụ"))
    folded = models.TextField()

    timing = models.CharField(max_length=12, choices=choices(TIMING))
    deadline_raw = models.CharField(_("Hạn ghi trong văn bản"), max_length=400, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    sort_on = models.GeneratedField(
        expression=Coalesce("due_on", Value(NO_DATE)),
        output_field=models.DateField(),
        db_persist=True,
    )
    due_on = models.DateField(_("Hạn"), null=True, blank=True)
    original_due_on = models.DateField(_("Hạn gốc"), null=True, blank=True)
    recurrence = models.JSONField(null=True, blank=True)
    trigger = models.CharField(_("Chờ văn bản"), max_length=400, blank=True)
    after = models.CharField(_("Điều kiện trước"), max_length=400, blank=True)
    after_met = models.BooleanField(default=False)

    responsible = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    responsibility = models.CharField(_("Trách nhiệm"), max_length=300, blank=True)
    product = models.CharField(_("Sản phẩm"), max_length=300, blank=True)
    authority = models.CharField(_("Thẩm quyền"), max_length=300, blank=True)
    approval_body = models.CharField(_("Cơ quan thông qua"), max_length=200, blank=True)
    other_leads = models.CharField(_("Chủ trì, ghi theo văn bản"), max_length=600, blank=True)
    other_bodies = models.CharField(_("Phối hợp, ghi theo văn bản"), max_length=600, blank=True)

    state = models.CharField(max_length=12, choices=choices(STATE), default=TaskState.ASSIGNED)
    percent = models.PositiveSmallIntegerField(default=0)
    done_on = models.DateField(_("Ngày hoàn thành"), null=True, blank=True)
    done_entered_at = models.DateTimeField(null=True, blank=True)
    heard_on = models.DateField(null=True, blank=True)
    given_on = models.DateField()
    handed_on = models.DateField()  # the day it was given out here, from which silence is counted

    desk_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    desk_reason = models.CharField(max_length=12, choices=choices(DESK), blank=True)
    desk_since = models.DateField(null=True, blank=True)

    programmes = models.ManyToManyField(Programme, through="TaskInProgramme", related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["programme_id", "position"]
        indexes = [
            models.Index(fields=["home", "sort_on", "id"], name="task_home_sort"),
            models.Index(fields=["province", "sort_on", "id"], name="task_province_sort"),
            models.Index(fields=["desk_unit", "state"], name="task_desk"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(TaskState)), name="task_state_known"),
            models.CheckConstraint(condition=Q(timing__in=list(Timing)), name="task_timing_known"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, original_due_on__isnull=True)
                | Q(due_on__isnull=False, original_due_on__isnull=False),
                name="task_dates_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False, done_entered_at__isnull=False)
                | (~Q(state="done") & Q(done_entered_at__isnull=True)),
                name="task_done_pair",
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="task_percent"),
            models.CheckConstraint(
                condition=Q(desk_unit__isnull=True, desk_since__isnull=True)
                | Q(desk_unit__isnull=False, desk_since__isnull=False),
                name="task_desk_pair",
            ),
        ]

    def __str__(self):
        return f"{self.ref} {self.text[:60]}"


class TaskInProgramme(models.Model):
    """One task serves several programmes without copies; each calls it by its own number."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="places")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="places")
    ref = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "programme"], name="task_once_in_programme")
        ]

    def __str__(self):
        return f"{self.programme_id}:{self.ref}"


class CurrentAssignments(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(ended_on=None)


class Assignment(models.Model):
    """A unit's part in a task. `body` is what the document calls it. A part ends, it is never
    deleted.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=choices(PART))
    body = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    accepted_on = models.DateField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    objects = CurrentAssignments()
    everything = models.Manager()  # noqa: DJ012 - the second manager stands with the first

    class Meta:
        ordering = ["part", "position"]
        indexes = [models.Index(fields=["unit", "part", "task"], name="assignment_unit_part")]
        constraints = [
            models.UniqueConstraint(fields=["task", "unit", "part"], name="assignment_once"),
            models.CheckConstraint(condition=Q(part__in=list(Part)), name="assignment_part_known"),
        ]

    def __str__(self):
        return f"{self.part}:{self.unit_id}"


class Instance(models.Model):
    """One period of a recurring task, each late or not on its own."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="instances")
    label = models.CharField(max_length=40)
    starts_on = models.DateField()
    due_on = models.DateField()
    original_due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on"]
        indexes = [models.Index(fields=["due_on", "done_on"], name="instance_due")]
        constraints = [
            models.UniqueConstraint(fields=["task", "original_due_on"], name="instance_once"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="instance_due_after_start"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, entered_at__isnull=True)
                | Q(done_on__isnull=False, entered_at__isnull=False),
                name="instance_done_pair",
            ),
        ]

    def __str__(self):
        return self.label
