"""Who receives when: rotas, and the sessions that come out of them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.reception.enums import SlotState
from thenchot.reception.labels import DUTY, SLOT_STATE
from thenchot.reception.rules import rota as rules


class Rota(models.Model):
    """One leader's regular days. `month_days` as "5, 20", or `weekday` (0 Monday) with `weeks`."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(_("Tiếp với tư cách"), max_length=10, choices=choices(DUTY))
    place = models.CharField(_("Nơi tiếp"), max_length=200)
    starts_at = models.TimeField(_("Từ"))
    ends_at = models.TimeField(_("Đến"))
    month_days = models.JSONField(_("Các ngày trong tháng"), default=list, blank=True)
    weekday = models.PositiveSmallIntegerField(_("Thứ"), null=True, blank=True)
    weeks = models.JSONField(_("Tuần thứ"), default=list, blank=True)
    subject = models.CharField(_("Nội dung dự kiến, người cùng dự"), max_length=300, blank=True)
    ended_on = models.DateField(_("Thôi từ ngày"), null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "duty", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="rota_hours")
        ]

    def __str__(self):
        return f"{self.leader.full_name}, {self.pattern.words}"

    @property
    def pattern(self) -> rules.Rota:
        return rules.Rota(tuple(self.month_days), self.weekday, tuple(self.weeks))


class Slot(models.Model):
    """One session. `first_on`: the day the rota said; `why`: why it is held on another, was put
    off or cancelled; `moved_to`: the session that took its place; `held_by`: who in fact received;
    `late_reason`: why the calendar came late. `notified_on`, `tested_on`: of an online one.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rota = models.ForeignKey(
        Rota, on_delete=models.PROTECT, null=True, blank=True, related_name="slots"
    )
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(_("Tiếp với tư cách"), max_length=10, choices=choices(DUTY))
    on = models.DateField(_("Ngày tiếp"))
    first_on = models.DateField(_("Ngày theo lịch cố định"))
    starts_at = models.TimeField(_("Từ"))
    ends_at = models.TimeField(_("Đến"))
    place = models.CharField(_("Nơi tiếp"), max_length=200)
    subject = models.CharField(_("Nội dung dự kiến, người cùng dự"), max_length=300, blank=True)
    is_unscheduled = models.BooleanField(_("Tiếp đột xuất"), default=False)
    is_online = models.BooleanField(_("Tiếp trực tuyến"), default=False)
    state = models.CharField(max_length=9, choices=choices(SLOT_STATE), default=SlotState.PLANNED)
    why = models.CharField(_("Lý do dời, hủy, bỏ buổi"), max_length=300, blank=True)
    moved_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_from"
    )
    published_on = models.DateField(_("Công bố ngày"), null=True, blank=True)
    late_reason = models.CharField(_("Lý do công bố chậm"), max_length=300, blank=True)
    notified_on = models.DateField(_("Đã báo công dân và các điểm cầu"), null=True, blank=True)
    tested_on = models.DateField(_("Đã chạy thử đường truyền"), null=True, blank=True)
    held_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    has_allowance = models.BooleanField(
        _("Người tiếp đang hưởng phụ cấp trách nhiệm theo nghề"), default=False
    )
    supporters = models.ManyToManyField(Person, related_name="+", blank=True)
    concluded_on = models.DateField(_("Kết luận ngày"), null=True, blank=True)
    conclusion_no = models.CharField(_("Số thông báo kết luận"), max_length=120, blank=True)
    conclusion = models.TextField(_("Kết luận"), max_length=6000, blank=True)
    made_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["on", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="slot_hours"),
            models.CheckConstraint(
                condition=~Q(state__in=["moved", "cancelled", "missed"]) | ~Q(why=""),
                name="slot_changed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state="held", held_by__isnull=False)
                | (~Q(state="held") & Q(held_by__isnull=True)),
                name="slot_held_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["rota", "first_on"],
                condition=Q(rota__isnull=False) & ~Q(state__in=["moved", "cancelled"]),
                name="slot_once_of_a_rota",
            ),
        ]
        indexes = [models.Index(fields=["unit", "on"], name="slot_unit_on")]

    def __str__(self):
        return f"{self.leader.full_name}, {self.on:%d/%m/%Y}"

    @property
    def hours(self) -> str:
        return f"{self.starts_at:%H:%M}–{self.ends_at:%H:%M}"

    @property
    def is_moved(self) -> bool:
        return self.on != self.first_on

    @property
    def is_in_person(self) -> bool:
        return self.held_by_id == self.leader_id
