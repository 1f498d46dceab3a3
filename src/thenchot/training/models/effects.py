"""What came of a subject at work, for all who learnt it together."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.training.enums import Verdict
from thenchot.training.labels import VERDICT
from thenchot.training.models.plans import OfHome
from thenchot.training.models.topics import Topic


def of_points(label) -> models.DecimalField:
    return models.DecimalField(label, max_digits=7, decimal_places=2, null=True, blank=True)


class Effect(models.Model):
    """The last comparison of those in a place who learnt a subject with similar people (`rules.
    effects`). It names nobody and cannot be taken apart: under the least number of the policy only
    counts are kept. `policy`: the values it was reckoned with.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField(_("Tính lúc"))
    learners = models.PositiveIntegerField(_("Đã học"))
    compared = models.PositiveIntegerField(_("So sánh được"))
    others = models.PositiveIntegerField(_("Người tương tự"))
    change = of_points(_("Thay đổi của người học"))
    similar = of_points(_("Thay đổi của người tương tự"))
    difference = of_points(_("Chênh lệch"))
    low = of_points(_("Từ"))
    high = of_points(_("Đến"))
    verdict = models.CharField(_("Kết luận"), max_length=8, choices=choices(VERDICT))
    policy = models.JSONField(default=dict)

    objects = OfHome.as_manager()

    class Meta:
        ordering = ["topic__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "topic"], name="effect_once"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.THIN) | Q(difference__isnull=True),
                name="effect_thin_tells_nothing",
            ),
        ]

    def __str__(self):
        return str(self.topic)
