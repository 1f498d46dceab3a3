"""Meetings of cells, their agenda and their score by a sheet in versions."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.labels import MEASURE, MEETING_KIND, MEETING_STATE, SHEET_STATE
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove, ScopedByUnit
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Programme


class Sheet(models.Model):
    """A scoring sheet of meetings, issued by a place for its cells from a day on (S1-029)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên phiếu"), max_length=200)
    basis = models.CharField(_("Văn bản ban hành"), max_length=200)
    valid_from = models.DateField(_("Áp dụng từ ngày"))
    state = models.CharField(max_length=6, choices=choices(SHEET_STATE), default="draft")
    drafted_by = by_account()
    issued_by = by_account(blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["unit__path", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "valid_from"],
                condition=Q(state="issued"),
                name="cell_sheet_one_a_day",
            ),
        ]

    def __str__(self):
        return self.name


class SheetItem(models.Model):
    """A criterion with the points it may bring at most."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField(_("Số TT"))
    text = models.CharField(_("Tiêu chí"), max_length=400)
    most = models.PositiveSmallIntegerField(_("Điểm tối đa"))
    measure = models.CharField(_("Gợi ý theo"), max_length=10, choices=choices(MEASURE), blank=True)

    class Meta:
        ordering = ["sheet", "number"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "number"], name="cell_sheet_item_once"),
        ]

    def __str__(self):
        return self.text


class Meeting(models.Model):
    """One meeting of a cell: who came, what was talked about, what was resolved, its points."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Hình thức"), max_length=13, choices=choices(MEETING_KIND))
    held_on = models.DateField(_("Ngày họp"))
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    begins_at = models.TimeField(_("Bắt đầu"))
    ends_at = models.TimeField(_("Kết thúc"))
    chair = models.CharField(_("Chủ trì"), max_length=120)
    members = models.PositiveSmallIntegerField(_("Phải dự"))
    present = models.PositiveSmallIntegerField(_("Có mặt"))
    excused = models.PositiveSmallIntegerField(_("Vắng có lý do"), default=0)
    papers_on = models.DateField(_("Gửi tài liệu ngày"), null=True, blank=True)
    themes = models.JSONField(_("Nội dung theo chủ đề"), default=list)
    subject = models.CharField(_("Chuyên đề"), max_length=300, blank=True)
    opinions = models.PositiveSmallIntegerField(_("Số ý kiến"), default=0)
    minutes = models.CharField(_("Diễn biến, ý kiến"), max_length=4000, blank=True)
    resolution = models.CharField(_("Nghị quyết, kết luận"), max_length=4000)
    tasks_due = models.PositiveSmallIntegerField(_("Việc giao kỳ trước"), default=0)
    tasks_done = models.PositiveSmallIntegerField(_("Đã xong"), default=0)
    recommendation = models.CharField(_("Kiến nghị với cấp ủy"), max_length=600, blank=True)
    answer = models.CharField(_("Trả lời của cấp ủy"), max_length=600, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    sheet = models.ForeignKey(
        Sheet, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=9, choices=choices(MEETING_STATE), default="recorded")
    own_points = models.PositiveSmallIntegerField(_("Tự chấm"), null=True, blank=True)
    points = models.PositiveSmallIntegerField(_("Cấp trên chấm"), null=True, blank=True)
    confirm_note = models.CharField(_("Nhận xét của cấp trên"), max_length=600, blank=True)
    recorded_by = by_account()
    scored_by = by_account(blank=True)
    confirmed_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["unit", "year", "month"], name="cell_meeting_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "month"],
                condition=Q(kind="regular"),
                name="cell_regular_meeting_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="cell_meeting_times"
            ),
            models.CheckConstraint(
                condition=Q(present__lte=F("members") - F("excused")),
                name="cell_meeting_attendance",
            ),
            models.CheckConstraint(
                condition=Q(tasks_done__lte=F("tasks_due")), name="cell_meeting_tasks"
            ),
            models.CheckConstraint(
                condition=Q(state="recorded", own_points__isnull=True, points__isnull=True)
                | Q(state="scored", own_points__isnull=False, points__isnull=True)
                | Q(state="confirmed", own_points__isnull=False, points__isnull=False),
                name="cell_meeting_points",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="cell_meeting_answered",
            ),
        ]

    def __str__(self):
        return f"{self.unit.name}, {self.held_on:%d/%m/%Y}"

    @property
    def minutes_long(self) -> int:
        """How long it took, in minutes."""
        begin, end = self.begins_at, self.ends_at
        return (end.hour - begin.hour) * 60 + end.minute - begin.minute

    @property
    def absent(self) -> int:
        """Without a reason."""
        return self.members - self.present - self.excused


class AgendaItem(models.Model):
    """What a meeting talked about; `programme` when it carries out one (S4-080)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    number = models.PositiveSmallIntegerField(_("Số TT"))
    text = models.CharField(_("Nội dung"), max_length=400)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="cell_agenda_once"),
        ]

    def __str__(self):
        return self.text


class MeetingScore(models.Model):
    """One criterion of one meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="scores")
    item = models.ForeignKey(SheetItem, on_delete=models.PROTECT, related_name="+")
    own_points = models.PositiveSmallIntegerField(_("Tự chấm"))
    points = models.PositiveSmallIntegerField(_("Cấp trên chấm"), null=True, blank=True)

    class Meta:
        ordering = ["meeting", "item__number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "item"], name="cell_score_once"),
        ]

    def __str__(self):
        return f"{self.item}: {self.own_points}"
