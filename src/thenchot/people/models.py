"""Who serves and who sits where. The full file comes with the room's own issue; nothing here is thrown away then."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit


class Sex(models.TextChoices):
    FEMALE = "f", _("Nữ")
    MALE = "m", _("Nam")


class PersonQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """People with an appointment, today or before, in a unit the actor sees; the own person always.

        Somebody just registered, without a seat yet, is seen where the unit that registered them is seen.
        """
        units = Unit.objects.visible_to(actor, permission).values("pk")
        seated = Q(pk__in=Appointment.objects.filter(unit__in=units).values("person_id"))
        waiting = Q(registered_in__in=units, appointments__isnull=True)
        own = Q(account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(seated | Q(pk__in=Person.objects.filter(waiting).values("pk")) | own)


class Person(models.Model):
    """`folded` holds the words of the name for search, `sort_key` the order by given name in the Vietnamese alphabet."""

    code = models.CharField(_("Mã cán bộ"), max_length=40, blank=True, db_index=True)
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    folded = models.CharField(max_length=140, db_index=True)
    sort_key = models.CharField(max_length=300, db_index=True)
    sex = models.CharField(_("Giới tính"), max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    born_year_only = models.BooleanField(_("Chỉ biết năm sinh"), default=False)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    registered_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(born_year_only=False) | Q(born_on__month=1, born_on__day=1), name="person_year_only_form"
            ),
            models.UniqueConstraint(
                fields=["registered_in", "code"], condition=~Q(code=""), name="person_code_once_per_register"
            ),
        ]

    def __str__(self):
        return self.full_name

    @property
    def born(self) -> str:
        """12/05/1980, or 1980 when only the year is known."""
        if self.born_on is None:
            return ""
        return str(self.born_on.year) if self.born_year_only else f"{self.born_on:%d/%m/%Y}"


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))

    def in_force(self, on):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class Appointment(models.Model):
    """A person holds a title in a unit from a day to a day; exactly one open primary appointment a person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Chức danh"), max_length=160)
    is_head = models.BooleanField(_("Đứng đầu đơn vị"), default=False)
    is_primary = models.BooleanField(_("Vị trí chính"), default=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-pk"]
        indexes = [models.Index(fields=["unit", "valid_to"], name="appointment_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="appointment_ends_after"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_primary=True, valid_to__isnull=True), name="one_open_primary"
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(is_head=True, valid_to__isnull=True), name="one_open_head"
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.title}"


