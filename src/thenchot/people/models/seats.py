"""Who sits where: appointments in units, seats in committees."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import JobPosition, Seat, StaffKind, Title, Unit
from thenchot.people.models.person import Person
from thenchot.people.models.recorded import CurrentManager, Recorded, RecordQuerySet


class AppointmentQuerySet(RecordQuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))

    def in_force(self, on):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class Appointment(Recorded):
    """A person holds a title in a unit from a day to a day; exactly one primary appointment on any
    day.

    `title` is what the decision says; `title_ref` the title that standards and quotas mean;
    `position` the job position. `reappoint_on`: the term of the appointment ends, reappointment is
    to be decided by then.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Chức danh"), max_length=160)
    title_ref = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    staff_kind = models.CharField(_("Loại"), max_length=16, choices=StaffKind.choices, blank=True)
    decision = models.CharField(_("Quyết định"), max_length=200, blank=True)
    reappoint_on = models.DateField(_("Ngày bổ nhiệm lại"), null=True, blank=True)
    is_head = models.BooleanField(_("Đứng đầu đơn vị"), default=False)
    is_primary = models.BooleanField(_("Vị trí chính"), default=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = CurrentManager.from_queryset(AppointmentQuerySet)()
    history = models.Manager.from_queryset(AppointmentQuerySet)()

    class Meta:
        ordering = ["-valid_from", "-pk"]
        indexes = [
            models.Index(fields=["unit", "valid_to"], name="appointment_unit"),
            models.Index(fields=["person", "valid_to"], name="appointment_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="appointment_ends_after",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(is_primary=True, valid_to__isnull=True, replaced_at__isnull=True),
                name="one_open_primary",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(is_head=True, valid_to__isnull=True, replaced_at__isnull=True),
                name="one_open_head",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.title}"


class SeatingQuerySet(RecordQuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(seat__in=Seat.objects.visible_to(actor, permission).values("pk"))


class Seating(Recorded):
    """A person sits in a seat of a committee from a day to a day."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seatings")
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)

    objects = CurrentManager.from_queryset(SeatingQuerySet)()
    history = models.Manager.from_queryset(SeatingQuerySet)()

    class Meta:
        ordering = ["seat", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="seating_ends_after",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.seat}"
