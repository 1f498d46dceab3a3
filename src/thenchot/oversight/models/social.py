"""What the Front and the mass organisations supervise or criticise, and the duty to answer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.oversight.labels import ANSWER, SOCIAL_KIND, THEME
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Programme


class SocialSupervision(models.Model):
    """`unit`: the body of the Front that supervises or criticises; `subject`: whom it is about
    (S0-075, S1-052). `content`: what was looked at, or which draft was criticised.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Chủ trì")
    )
    kind = models.CharField(_("Loại"), max_length=11, choices=choices(SOCIAL_KIND))
    subject = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đối tượng")
    )
    theme = models.CharField(_("Nội dung"), max_length=14, choices=choices(THEME))
    content = models.CharField(_("Nội dung cụ thể"), max_length=600)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    held_on = models.DateField(_("Ngày thực hiện"))
    document = models.CharField(_("Số văn bản"), max_length=120, blank=True)
    result = models.CharField(_("Nhận xét chung"), max_length=800, blank=True)
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.content[:80]}"


class Recommendation(models.Model):
    """What is recommended to a unit, which answers by a day."""

    supervision = models.ForeignKey(
        SocialSupervision, on_delete=models.PROTECT, related_name="recommendations"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị trả lời")
    )
    text = models.CharField(_("Kiến nghị"), max_length=800)
    due_on = models.DateField(_("Trả lời trước hết ngày"))
    answer = models.CharField(_("Trả lời"), max_length=9, choices=choices(ANSWER), blank=True)
    answer_text = models.CharField(_("Nội dung trả lời"), max_length=800, blank=True)
    answered_on = models.DateField(_("Ngày trả lời"), null=True, blank=True)
    answered_by = by_account(blank=True)

    class Meta:
        ordering = ["supervision", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & Q(answered_on__isnull=False) & ~Q(answer_text="")),
                name="recommendation_answered_pair",
            )
        ]

    def __str__(self):
        return self.text[:80]
