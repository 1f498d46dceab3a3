"""Titles, job positions and their scheme, approved quotas, functions of units, and the list of communes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, PositionGroup, SchemeState, StaffKind, TitleRank
from thenchot.organisation.models.tree import Unit


class OwnOrAbove(models.QuerySet):
    """Rows of a unit that also hold below it: a province's titles serve its communes; `unit` null holds everywhere."""

    def visible_to(self, actor, permission=None):
        seen = Unit.objects.visible_to(actor, permission).values("pk")
        above = {int(part) for path in actor.paths for part in path.split("/") if part}
        return self.filter(Q(unit__isnull=True) | Q(unit__in=seen) | Q(unit__in=above))

    def serving(self, unit):
        """What holds for a unit: its own rows and those of the units in which it lies."""
        return self.filter(Q(unit__isnull=True) | Q(unit__in=unit.ancestor_ids))


class Title(models.Model):
    """A title that standards, quotas and seats refer to (chức danh). What a seat is called stays its own text.

    `is_key`: one of the key titles of a commune (S0-028: secretary, chairs and their deputies). `is_manager`: counted
    among leaders and managers. `bloc` empty: of any.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Chức danh"), max_length=160)
    folded = models.CharField(max_length=160, db_index=True)
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices, blank=True)
    rank = models.CharField(_("Cấp"), max_length=8, choices=TitleRank.choices, default=TitleRank.STAFF)
    is_key = models.BooleanField(_("Chức danh chủ chốt"), default=False)
    is_manager = models.BooleanField(_("Lãnh đạo, quản lý"), default=False)
    is_party_managed = models.BooleanField(_("Cấp ủy quản lý"), default=False)
    does_personnel_work = models.BooleanField(_("Làm công tác tổ chức, cán bộ"), default=False)
    does_inspection_work = models.BooleanField(_("Làm công tác kiểm tra"), default=False)
    names = models.JSONField(_("Cách ghi khác"), default=list, blank=True)
    position = models.PositiveIntegerField(_("Thứ tự"), default=0)
    valid_to = models.DateField(_("Dùng đến ngày"), null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="title_code_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(unit__isnull=True), name="national_title_once"),
        ]

    def __str__(self):
        return self.name


class ScopedByUnit(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class PositionScheme(models.Model):
    """The job-position scheme of an agency (đề án vị trí việc làm): draft, submitted, approved, replaced (S1-015)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="schemes")
    name = models.CharField(_("Tên đề án"), max_length=200)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    state = models.CharField(_("Trạng thái"), max_length=10, choices=SchemeState.choices, default=SchemeState.DRAFT)
    submitted_on = models.DateField(_("Trình ngày"), null=True, blank=True)
    decision = models.CharField(_("Quyết định phê duyệt"), max_length=200, blank=True)
    valid_from = models.DateField(_("Hiệu lực từ"), null=True, blank=True)
    valid_to = models.DateField(_("Hiệu lực đến"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "version"], name="scheme_version_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"]) | (Q(valid_from__isnull=False) & ~Q(decision="")),
                name="scheme_approved_with_decision",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="scheme_ends_after_start"
            ),
        ]

    def __str__(self):
        return f"{self.name} (lần {self.version})"


class JobPositionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(scheme__in=PositionScheme.objects.visible_to(actor, permission).values("pk"))


class JobPosition(models.Model):
    """One position of a scheme with its description and competency framework as communes write them.

    `description`: {"place", "processes", "goal", "tasks": [[area, work, criterion]], "inside": [[managed by, with, units]],
    "outside": [[body, nature]], "authority": [...], "qualification": {"degree", "certificates", "experience",
    "qualities", "other"}}. `competencies`: {code: [least, most]} with levels 1 to 5 ("2-3" is [2, 3]).
    """

    scheme = models.ForeignKey(PositionScheme, on_delete=models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(_("Mã vị trí"), max_length=40)
    name = models.CharField(_("Vị trí việc làm"), max_length=200)
    group = models.CharField(_("Nhóm"), max_length=14, choices=PositionGroup.choices)
    rank_code = models.CharField(_("Ngạch"), max_length=20, blank=True)
    approved_number = models.PositiveSmallIntegerField(_("Số người được duyệt"), default=1)
    fields = models.JSONField(_("Ngành, chuyên ngành"), default=list, blank=True)
    description = models.JSONField(_("Bản mô tả"), default=dict, blank=True)
    competencies = models.JSONField(_("Khung năng lực"), default=dict, blank=True)

    objects = JobPositionQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="position_code_once")]

    def __str__(self):
        return self.name


class Quota(models.Model):
    """Approved number of people of one kind in one bloc of a commune for a year (biên chế được giao)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="quotas")
    year = models.PositiveSmallIntegerField(_("Năm"))
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices)
    staff_kind = models.CharField(_("Loại"), max_length=16, choices=StaffKind.choices, blank=True)
    number = models.PositiveIntegerField(_("Số được giao"))
    managers = models.PositiveIntegerField(_("Trong đó lãnh đạo, quản lý"), null=True, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-year", "bloc"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "bloc", "staff_kind"], name="quota_once"),
        ]

    def __str__(self):
        return f"{self.unit} {self.year} {self.get_bloc_display()}"


class Headcount(models.Model):
    """What a document or statistics form states on a day, kept to compare with what the files say (S4-001 … S4-005)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Ngày số liệu"))
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices, blank=True)
    total = models.PositiveIntegerField(_("Tổng số"), null=True, blank=True)
    managers = models.PositiveIntegerField(_("Lãnh đạo, quản lý"), null=True, blank=True)
    population = models.PositiveIntegerField(_("Dân số"), null=True, blank=True)
    area_km2 = models.DecimalField(_("Diện tích (km²)"), max_digits=10, decimal_places=2, null=True, blank=True)
    source = models.CharField(_("Nguồn"), max_length=300)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-on", "bloc"]
        constraints = [models.UniqueConstraint(fields=["unit", "on", "bloc"], name="headcount_once")]

    def __str__(self):
        return f"{self.unit} {self.on:%d/%m/%Y}"


class Duty(models.Model):
    """A function or task that some unit must hold (chức năng, nhiệm vụ), with its basis; also a power delegated to a
    level (S3-055)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    name = models.CharField(_("Chức năng, nhiệm vụ"), max_length=300)
    field = models.CharField(_("Lĩnh vực"), max_length=120, blank=True)
    is_delegated = models.BooleanField(_("Được phân cấp, phân quyền"), default=False)
    basis = models.CharField(_("Căn cứ"), max_length=300)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "field", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="duty_ends_after_start"
            )
        ]

    def __str__(self):
        return self.name


class DutyHolder(models.Model):
    """The unit that holds a function, alone responsible or helping. Two responsible ones overlap; none: an orphan."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="holders")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    is_responsible = models.BooleanField(_("Chủ trì"), default=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        ordering = ["duty", "-is_responsible", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="holder_ends_after_start"
            )
        ]

    def __str__(self):
        return f"{self.unit}: {self.duty}"


class Place(models.Model):
    """A commune, ward or special zone of the official list, by its five-digit code; imported, never typed in."""

    code = models.CharField(_("Mã"), max_length=5)
    province_code = models.CharField(_("Mã tỉnh"), max_length=2)
    name = models.CharField(_("Tên"), max_length=120)
    folded = models.CharField(max_length=120, db_index=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(valid_to__isnull=True), name="place_code_once"),
            models.UniqueConstraint(fields=["code", "valid_from"], name="place_version_once"),
        ]

    def __str__(self):
        return self.name
