"""A turn of reception, which is a line of the book 03/TCD, and what was promised."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField
from thenchot.programmes.models import Task
from thenchot.reception.enums import CameBy, DirectionState, VisitState
from thenchot.reception.labels import (
    ANSWER_KIND,
    CAME_BY,
    DIRECTION_STATE,
    GROUND,
    MATTER,
    VERDICT,
    VISIT_STATE,
)
from thenchot.reception.models.dialogues import Dialogue
from thenchot.reception.models.sessions import Slot


class Visit(models.Model):
    """One turn. `number`: in the book of the year, given when the person is received; `slip`: keyed
    digest of the code on the slip; `came_from`: keyed digest of the address it came from.
    `before`: an earlier visit on the same issue.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    slot = models.ForeignKey(
        Slot, on_delete=models.PROTECT, null=True, blank=True, related_name="visits"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(_("STT trong sổ"), null=True, blank=True)
    slip = models.CharField(max_length=64, db_index=True)
    came_by = models.CharField(max_length=6, choices=choices(CAME_BY), default=CameBy.PUBLIC)
    came_from = models.CharField(max_length=64, blank=True)
    entered_at = models.DateTimeField(_("Ghi lúc"))
    full_name = EncryptedTextField(_("Họ và tên"))
    address = EncryptedTextField(_("Địa chỉ"), blank=True)
    phone = EncryptedTextField(_("Số điện thoại"), blank=True)
    identity_no = EncryptedTextField(_("Số định danh (căn cước), hộ chiếu"), blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)
    authorisation = models.CharField(_("Giấy ủy quyền, đại diện"), max_length=300, blank=True)
    summary = models.TextField(_("Tóm tắt nội dung"), max_length=3000)
    matter = models.CharField(_("Phân loại"), max_length=12, choices=choices(MATTER), blank=True)
    people = models.PositiveSmallIntegerField(_("Số người cùng nội dung"), default=1)
    representatives = EncryptedTextField(_("Người đại diện"), blank=True)
    settled_by = models.CharField(_("Cơ quan đã giải quyết"), max_length=300, blank=True)
    is_ours = models.BooleanField(_("Thuộc thẩm quyền"), default=False)
    guided_to = models.CharField(_("Hướng dẫn đến cơ quan, số văn bản"), max_length=300, blank=True)
    handled_by = models.CharField(
        _("Cơ quan thụ lý, số văn bản chuyển"), max_length=300, blank=True
    )
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    papers = models.TextField(_("Giấy tờ đã nhận"), max_length=2000, blank=True)
    before = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="again"
    )
    state = models.CharField(max_length=9, choices=choices(VISIT_STATE), default=VisitState.BOOKED)
    received_on = models.DateField(_("Ngày tiếp"), null=True, blank=True)
    received_by = by_account(blank=True)
    answer_kind = models.CharField(
        _("Kết quả xử lý"), max_length=11, choices=choices(ANSWER_KIND), blank=True
    )
    answer = models.TextField(_("Trả lời"), max_length=4000, blank=True)
    answered_on = models.DateField(_("Trả lời ngày"), null=True, blank=True)
    ground = models.CharField(
        _("Căn cứ từ chối"), max_length=12, choices=choices(GROUND), blank=True
    )
    ground_on = models.DateField(_("Ngày có căn cứ"), null=True, blank=True)
    ground_shown = models.CharField(_("Văn bản, sự việc"), max_length=400, blank=True)
    is_written = models.BooleanField(_("Ra thông báo 01/TCD"), default=False)
    refusal_no = models.CharField(_("Số thông báo từ chối"), max_length=120, blank=True)
    refusal_on = models.DateField(_("Thông báo từ chối ngày"), null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                condition=Q(number__isnull=False),
                name="visit_number_once",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["received", "answered", "closed"])
                | Q(number__isnull=False, year__isnull=False, received_on__isnull=False),
                name="visit_received_has_number",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | (~Q(ground="") & Q(ground_on__isnull=False)),
                name="visit_refused_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered"]) | Q(answered_on__isnull=False),
                name="visit_answered_has_day",
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="visit_somebody"),
        ]
        indexes = [
            models.Index(fields=["unit", "state"], name="visit_unit_state"),
            models.Index(fields=["came_from", "entered_at"], name="visit_came_from"),
        ]

    def __str__(self):
        return f"{self.number}/{self.year}" if self.number else _("phiếu %s") % self.pk


class DirectionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of the place that promised, and of the unit that leads."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(unit__in=units) | Q(lead__in=units))


class Direction(models.Model):
    """What was promised in a session or a dialogue: what, who, by when. `task`: the task it became;
    `verdict`: what the citizen says of it. `reopened`: how many times it was opened again.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    slot = models.ForeignKey(
        Slot, on_delete=models.PROTECT, null=True, blank=True, related_name="directions"
    )
    visit = models.ForeignKey(
        Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="directions"
    )
    dialogue = models.ForeignKey(
        Dialogue, on_delete=models.PROTECT, null=True, blank=True, related_name="directions"
    )
    text = models.TextField(_("Việc phải làm"), max_length=2000)
    lead = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    contact = models.CharField(_("Người để công dân liên hệ"), max_length=200, blank=True)
    given_on = models.DateField(_("Giao ngày"))
    due_on = models.DateField(_("Hạn"))
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=9, choices=choices(DIRECTION_STATE), default=DirectionState.OPEN
    )
    done_on = models.DateField(_("Xong ngày"), null=True, blank=True)
    result = models.TextField(_("Kết quả"), max_length=3000, blank=True)
    verdict = models.CharField(
        _("Công dân đánh giá"), max_length=6, choices=choices(VERDICT), blank=True
    )
    verdict_on = models.DateField(_("Đánh giá ngày"), null=True, blank=True)
    said = models.CharField(_("Lời công dân"), max_length=500, blank=True)
    reopened = models.PositiveSmallIntegerField(_("Số lần mở lại"), default=0)
    reopened_on = models.DateField(_("Mở lại ngày"), null=True, blank=True)
    why_cancelled = models.CharField(_("Lý do hủy"), max_length=300, blank=True)

    objects = DirectionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dialogue__isnull=False)
                | Q(slot__isnull=False)
                | Q(visit__isnull=False),
                name="direction_has_origin",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "settled"]) | Q(done_on__isnull=False),
                name="direction_done_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(why_cancelled=""),
                name="direction_cancelled_says_why",
            ),
        ]

    def __str__(self):
        return self.text[:80]
