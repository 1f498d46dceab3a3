"""The clearance file: what was asked about a political standard, and what was concluded."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.clearance.labels import OUTCOME, PART
from thenchot.people.models import Person
from thenchot.platform.keys.fields import EncryptedTextField


class ConclusionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        people = Person.objects.visible_to(actor, permission or "clearance.keep")
        return self.filter(person__in=people.values("pk"))


class Conclusion(models.Model):
    """One verification of one part for one person: asked for on a day, concluded on another. The
    newest conclusion of a part counts until `valid_to`, its last day.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("Phần"), max_length=8, choices=choices(PART))
    purpose = models.CharField(_("Để làm gì"), max_length=200, blank=True)
    requested_on = models.DateField(_("Ngày đề nghị thẩm tra"))
    outcome = models.CharField(_("Kết luận"), max_length=10, choices=choices(OUTCOME), blank=True)
    number = models.CharField(_("Số văn bản kết luận"), max_length=120, blank=True)
    body = models.CharField(_("Cơ quan kết luận"), max_length=200, blank=True)
    concluded_on = models.DateField(_("Ngày kết luận"), null=True, blank=True)
    valid_to = models.DateField(_("Có giá trị đến"), null=True, blank=True)
    note = EncryptedTextField(_("Nội dung cần lưu ý"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects = ConclusionQuerySet.as_manager()

    class Meta:
        ordering = ["person", "part", "requested_on", "pk"]
        indexes = [models.Index(fields=["person", "part"], name="conclusion_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "part"],
                condition=Q(outcome=""),
                name="conclusion_one_asked",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", concluded_on__isnull=True)
                | (~Q(outcome="") & Q(concluded_on__isnull=False) & ~Q(number="")),
                name="conclusion_concluded_pair",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("concluded_on")),
                name="conclusion_ends_after",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_part_display()}"
