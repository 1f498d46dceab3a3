"""Titles, and the job positions of an agency with their scheme."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, PositionGroup, SchemeState, StaffKind, TitleRank
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.organisation.models.tree import Unit


class Title(models.Model):
    """A title that standards, quotas and seats refer to (chức danh). What a seat is called stays
    its own text.

    `is_key`: one of the key titles of a commune (S0-028: secretary, chairs and their deputies).
    `is_manager`: counted among leaders and managers. `ladder`: the step in the ladder of titles
    (Quy định 368-QĐ/TW), a smaller number is higher; none: a post without rank. `bloc` empty: of
    any. `unit` null: of the list shipped with the system.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Chức danh"), max_length=160)
    folded = models.CharField(max_length=160, db_index=True)
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices, blank=True)
    rank = models.CharField(
        _("Cấp"), max_length=8, choices=TitleRank.choices, default=TitleRank.STAFF
    )
    is_key = models.BooleanField(_("Chức danh chủ chốt"), default=False)
    is_manager = models.BooleanField(_("Lãnh đạo, quản lý"), default=False)
    is_party_managed = models.BooleanField(_("Cấp ủy quản lý"), default=False)
    does_personnel_work = models.BooleanField(_("Làm công tác tổ chức, cán bộ"), default=False)
    does_inspection_work = models.BooleanField(_("Làm công tác kiểm tra"), default=False)
    ladder = models.PositiveSmallIntegerField(_("Bậc chức danh"), null=True, blank=True)
    staff_kind = models.CharField(
        _("Loại cán bộ, công chức"), max_length=16, choices=StaffKind.choices, blank=True
    )
    names = models.JSONField(_("Cách ghi khác"), default=list, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    position = models.PositiveIntegerField(_("Thứ tự"), default=0)
    valid_to = models.DateField(_("Dùng đến ngày"), null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="title_code_once"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(unit__isnull=True), name="national_title_once"
            ),
        ]

    def __str__(self):
        return self.name


class PositionScheme(models.Model):
    """The job-position scheme of an agency (đề án vị trí việc làm): draft, submitted, approved,
    replaced (S1-015).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="schemes")
    name = models.CharField(_("Tên đề án"), max_length=200)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    state = models.CharField(
        _("Trạng thái"), max_length=10, choices=SchemeState.choices, default=SchemeState.DRAFT
    )
    submitted_on = models.DateField(_("Trình ngày"), null=True, blank=True)
    note = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    decision = models.CharField(_("Quyết định phê duyệt"), max_length=200, blank=True)
    valid_from = models.DateField(_("Hiệu lực từ"), null=True, blank=True)
    valid_to = models.DateField(_("Hiệu lực đến"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["unit", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "version"], name="scheme_version_once"),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(state__in=["draft", "submitted"]),
                name="scheme_one_in_work",
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(state="approved"), name="scheme_one_approved"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"])
                | (Q(valid_from__isnull=False) & ~Q(decision="")),
                name="scheme_approved_with_decision",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="scheme_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.name} (lần {self.version})"


class JobPositionQuerySet(models.QuerySet):
    def kept(self):
        """Without those that were taken out of a draft."""
        return self.filter(is_dropped=False)

    def visible_to(self, actor, permission=None):
        return self.filter(
            scheme__in=PositionScheme.objects.visible_to(actor, permission).values("pk")
        )


class JobPosition(models.Model):
    """One position of a scheme with its description and competency framework as communes write
    them.

    `description`: {"place", "processes", "note", "goal", "tasks": [[area, work, criterion]],
    "inside": [[managed by, with, units]], "outside": [[body, nature]], "authority": [...],
    "qualification": {"degree", "certificates", "experience", "qualities", "other"}}.

    `competencies`: {code: [least, most]} with levels 1 to 5 ("2-3" is [2, 3]).
    """

    scheme = models.ForeignKey(PositionScheme, on_delete=models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    code = models.CharField(_("Mã vị trí"), max_length=40)
    name = models.CharField(_("Vị trí việc làm"), max_length=200)
    group = models.CharField(_("Nhóm"), max_length=14, choices=PositionGroup.choices)
    rank_code = models.CharField(_("Ngạch"), max_length=20, blank=True)
    approved_number = models.PositiveSmallIntegerField(_("Số người được duyệt"), default=1)
    fields = models.JSONField(_("Ngành, chuyên ngành"), default=list, blank=True)
    description = models.JSONField(_("Bản mô tả"), default=dict, blank=True)
    competencies = models.JSONField(_("Khung năng lực"), default=dict, blank=True)
    is_dropped = models.BooleanField(_("Đã bỏ khỏi dự thảo"), default=False)

    objects = JobPositionQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="position_code_once")
        ]

    def __str__(self):
        return self.name

    @property
    def path(self) -> str:
        """Where the permissions over it are held: at the agency of the scheme."""
        return self.scheme.unit.path
