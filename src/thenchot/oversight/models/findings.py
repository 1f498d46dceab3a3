"""What was found, who remedies it by when, what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.oversight.labels import FINDING_KIND, FINDING_LEVEL, FINDING_STATE
from thenchot.oversight.models.inspections import Inspection
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Task


class FindingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of inspections the actor sees, and of units over which the actor stands."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(inspection__unit__in=units) | Q(unit__in=units))


class Finding(models.Model):
    """About a `unit`, or a `person` in it (S1-051). What must be remedied has its text and its day;
    `as_task`: the remedy is given as a task of the inspected programme when the conclusion is told;
    `task`: where it stands then (S1-040).
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="findings")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị khắc phục")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(_("Loại"), max_length=14, choices=choices(FINDING_KIND))
    level = models.CharField(_("Mức"), max_length=10, choices=choices(FINDING_LEVEL))
    text = models.CharField(_("Nội dung phát hiện"), max_length=800)
    basis = models.CharField(_("Quy định liên quan"), max_length=300, blank=True)
    found_on = models.DateField(_("Ngày phát hiện"))
    remedy = models.CharField(_("Việc phải khắc phục"), max_length=600)
    due_on = models.DateField(_("Hạn khắc phục"))
    as_task = models.BooleanField(_("Đưa vào nhiệm vụ của chương trình"), default=False)
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=11, choices=choices(FINDING_STATE), default="open")
    done_on = models.DateField(_("Ngày khắc phục xong"), null=True, blank=True)
    done_note = models.CharField(_("Kết quả khắc phục"), max_length=600, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_note = models.CharField(_("Nhận xét"), max_length=300, blank=True)
    recorded_by = by_account()
    reported_by = by_account(blank=True)
    settled_by = by_account(blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-pk"]
        indexes = [
            models.Index(fields=["unit", "state"], name="finding_of_unit"),
            models.Index(fields=["person"], name="finding_of_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(done_note=""), name="finding_done_pair"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "reported"], settled_on__isnull=True)
                | Q(state__in=["remedied", "handed_over"], settled_on__isnull=False),
                name="finding_settled_pair",
            ),
        ]

    def __str__(self):
        return self.text[:80]
