"""Dialogue of the heads with the people, and what was asked there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.keys.fields import EncryptedTextField
from thenchot.reception.enums import DialogueState
from thenchot.reception.labels import DIALOGUE_STATE


class Dialogue(models.Model):
    """One conference of dialogue. `with_front`: held together with the Fatherland Front."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên hội nghị"), max_length=200)
    on = models.DateField(_("Ngày đối thoại"))
    starts_at = models.TimeField(_("Giờ"))
    place = models.CharField(_("Địa điểm"), max_length=200)
    chairs = models.ManyToManyField(Person, related_name="+")
    with_front = models.BooleanField(_("Phối hợp Mặt trận Tổ quốc"), default=True)
    plan_no = models.CharField(_("Số kế hoạch"), max_length=120, blank=True)
    subjects = models.TextField(_("Chủ đề, nội dung"), max_length=3000)
    state = models.CharField(
        max_length=9, choices=choices(DIALOGUE_STATE), default=DialogueState.PLANNED
    )
    announced_on = models.DateField(_("Thông báo ngày"), null=True, blank=True)
    attended = models.PositiveIntegerField(_("Số người dự"), null=True, blank=True)
    minutes = models.TextField(_("Biên bản"), max_length=12000, blank=True)
    published_on = models.DateField(_("Công khai ngày"), null=True, blank=True)
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    made_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["held", "published"]) | ~Q(minutes=""),
                name="dialogue_held_has_minutes",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(reason=""),
                name="dialogue_cancelled_says_why",
            ),
        ]

    def __str__(self):
        return self.name


class Question(models.Model):
    """Asked before the conference or in it; `asked_by` is never published."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField(_("Câu hỏi, kiến nghị"), max_length=2000)
    asked_by = EncryptedTextField(_("Người hỏi"), blank=True)
    came_from = models.CharField(max_length=64, blank=True)
    entered_at = models.DateTimeField(_("Ghi lúc"))
    is_public = models.BooleanField(_("Gửi từ trang công khai"), default=False)
    answer = models.TextField(_("Trả lời"), max_length=3000, blank=True)
    answered_on = models.DateField(_("Trả lời ngày"), null=True, blank=True)

    class Meta:
        ordering = ["dialogue", "pk"]

    def __str__(self):
        return self.text[:80]
