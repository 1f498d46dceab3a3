"""Who serves and who sits where. The full file comes with the room's own issue; nothing here is thrown away then."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit


class PersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """People with an appointment, today or before, in a unit the actor sees."""
        seats = Appointment.objects.filter(unit__in=Unit.objects.visible_to(actor))
        return self.filter(pk__in=seats.values("person_id"))


class Person(models.Model):
    code = models.CharField(_("Mã cán bộ"), max_length=40, blank=True, db_index=True)
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    folded = models.CharField(max_length=120, db_index=True)
    sort_key = models.CharField(max_length=200, db_index=True)
    sex = models.CharField(_("Giới tính"), max_length=1, choices=[("f", _("Nữ")), ("m", _("Nam"))], blank=True)
    born_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    born_year_only = models.BooleanField(default=False)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.full_name


class Appointment(models.Model):
    """A person holds a title in a unit from a day to a day; exactly one open primary appointment a person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Chức danh"), max_length=160)
    is_head = models.BooleanField(_("Đứng đầu đơn vị"), default=False)
    is_primary = models.BooleanField(_("Vị trí chính"), default=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "valid_to"], name="appointment_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="appointment_ends_after"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_primary=True, valid_to__isnull=True), name="one_open_primary"
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.title}"
