"""The dated tree of units: province -> commune -> agency -> group. Nothing is deleted; it ends."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PROVINCE = "province", _("Tỉnh, thành phố")
    COMMUNE = "commune", _("Xã, phường, đặc khu")
    AGENCY = "agency", _("Cơ quan")
    DIVISION = "division", _("Phòng, ban")
    COMMITTEE = "committee", _("Ban Chấp hành, Ban Thường vụ, Thường trực")
    MASS = "mass", _("Mặt trận, đoàn thể")
    SERVICE = "service", _("Đơn vị sự nghiệp")
    CELL = "cell", _("Chi bộ, đảng bộ trực thuộc")
    RESIDENTIAL = "residential", _("Thôn, tổ dân phố")


class Bloc(models.TextChoices):
    PARTY = "party", _("Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể")
    GOVERNMENT = "government", _("Chính quyền")
    SERVICE = "service", _("Sự nghiệp")
    RESIDENTIAL = "residential", _("Dân cư")


class UnitQuerySet(models.QuerySet):
    def under(self, paths):
        """Units inside any of the branches."""
        condition = Q(pk__in=[])
        for path in paths:
            condition |= Q(path__startswith=path)
        return self.filter(condition)

    def visible_to(self, actor):
        return self.under(actor.paths)

    def in_force(self, on):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class Unit(models.Model):
    """`path` is "/3/17/52/": the ids from the root to this unit, each stable for ever."""

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, unique=True)
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    name = models.CharField(_("Tên đơn vị"), max_length=200)
    short_name = models.CharField(_("Tên gọn"), max_length=80, blank=True)
    folded = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(_("Loại"), max_length=20, choices=Kind.choices)
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices)
    position = models.PositiveIntegerField(_("Thứ tự"), default=0)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors")

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="unit_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["parent", "folded"], condition=Q(valid_to__isnull=True), name="unit_name_once_under_parent"
            ),
        ]

    def __str__(self):
        return self.name


class Alias(models.Model):
    """How documents of one commune call a body: "Các cơ quan, đơn vị" -> several units. Remembered from mapping."""

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    units = models.ManyToManyField(Unit, related_name="+", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "folded"], name="alias_once_per_home")]

    def __str__(self):
        return self.text


class Term(models.Model):
    """A term of office of a commune or province: Party 2025-2030, People's Committee 2026-2031."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="terms")
    name = models.CharField(_("Tên nhiệm kỳ"), max_length=120)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_start"),
            models.UniqueConstraint(fields=["unit", "name"], name="term_once"),
        ]

    def __str__(self):
        return self.name
