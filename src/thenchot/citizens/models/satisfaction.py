"""What people say of a finished case: a slip with a code at the counter, one answer a slip."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.citizens.labels import FACE, RESPONDENTS
from thenchot.citizens.models.cases import Case
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account

FACES = [(int(code), label) for code, label in FACE.items()]


class RatingSlip(models.Model):
    """Whoever holds the code may say once how a case was handled. That somebody was asked is known
    by `case`; what was answered stands elsewhere. `used_in`: only the month, so that the day of an
    answer does not lead back to here.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Mã phiếu"), max_length=12, unique=True)
    person_key = models.CharField(max_length=32, blank=True)
    made_on = models.DateField(_("Ngày phát"))
    made_by = by_account(blank=True)
    given_on = models.DateField(_("Đã đưa ngày"), null=True, blank=True)
    used_in = models.DateField(_("Tháng trả lời"), null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]

    def __str__(self):
        return self.code


class Satisfaction(models.Model):
    """One answer. `word` holds no telephone or identity number: they are hidden before it is kept.
    Of the time only the month is kept, as its first day; no name but of who handled the case.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    handler = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    procedure = models.CharField(_("Thủ tục"), max_length=400)
    group = models.CharField(_("Đối tượng"), max_length=8, choices=choices(RESPONDENTS))
    face = models.PositiveSmallIntegerField(_("Mức hài lòng"), choices=FACES)
    word = models.CharField(_("Lời góp ý"), max_length=500, blank=True)
    month = models.DateField(_("Tháng"))

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-month", "-pk"]
        indexes = [models.Index(fields=["unit", "month"], name="satisfaction_unit_month")]
        constraints = [
            models.CheckConstraint(condition=Q(face__gte=1, face__lte=4), name="satisfaction_face")
        ]

    def __str__(self):
        return f"{self.get_face_display()}, {self.month:%m/%Y}"
