"""The catalogue of products (NĐ 335/2025, Đ13): what counts, and for how many standard products."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import CATALOGUE_STATE, choices
from thenchot.organisation.models import Unit
from thenchot.platform.files.models import StoredFile


def decimals(label, places=2, **more):
    return models.DecimalField(label, max_digits=9, decimal_places=places, **more)


class CatalogueQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Catalogues of the units the actor sees, and of those above, which hold there too."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        above = {
            int(part)
            for path in (actor.paths_for(permission) if permission else actor.paths)
            for part in path.split("/")
            if part
        }
        return self.filter(Q(unit__in=units) | Q(unit__in=above))


class Catalogue(models.Model):
    """One version of a unit's list. draft → submitted → approved → replaced; holds for the unit and
    all below it.

    `unit_product` names the standard product (factor 1), `unit_points` its points where the list
    counts in points.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên danh mục"), max_length=200)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField(_("Văn bản ban hành"), max_length=300, blank=True)
    unit_product = models.CharField(_("Sản phẩm chuẩn"), max_length=200, blank=True)
    unit_points = decimals(_("Điểm của sản phẩm chuẩn"), null=True, blank=True)
    original = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        _("Trạng thái"), max_length=10, choices=choices(CATALOGUE_STATE), default="draft"
    )
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    note = models.CharField(_("Lý do trả lại"), max_length=400, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        ordering = ["unit", "name", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name", "version"], name="catalogue_version_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="catalogue_ends_after",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"]) | Q(valid_from__isnull=False),
                name="catalogue_in_force_dated",
            ),
        ]

    def __str__(self):
        return f"{self.name}, lần {self.version}"


class Product(models.Model):
    """One line of a catalogue. `factor`: standard products one piece counts for (Đ13.2); `points`
    as the list gives them. A line dropped from a draft stays for the history.
    """

    catalogue = models.ForeignKey(Catalogue, on_delete=models.PROTECT, related_name="products")
    position = models.PositiveIntegerField(default=0)
    sheet = models.CharField(_("Trang"), max_length=31, blank=True)
    code = models.CharField(_("Mã"), max_length=40)
    section = models.CharField(_("Phần"), max_length=200, blank=True)
    body = models.CharField(_("Phòng, ban chuyên môn"), max_length=200, blank=True)
    task = models.CharField(_("Nhiệm vụ"), max_length=600, blank=True)
    name = models.CharField(_("Công việc chi tiết"), max_length=600)
    folded = models.TextField()
    output = models.CharField(_("Sản phẩm đầu ra"), max_length=400, blank=True)
    group = models.CharField(_("Nhóm"), max_length=20, blank=True)
    frame = models.CharField(_("Khung điểm"), max_length=40, blank=True)
    points = decimals(_("Điểm chấm"), null=True, blank=True)
    factor = decimals(_("Hệ số quy đổi"))
    hours = decimals(_("Thời gian dự kiến (giờ)"), null=True, blank=True)
    note = models.CharField(_("Ghi chú"), max_length=400, blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["catalogue", "position"]
        indexes = [models.Index(fields=["catalogue", "position"], name="product_position")]
        constraints = [
            models.UniqueConstraint(
                fields=["catalogue", "code"],
                condition=Q(is_dropped=False),
                name="product_code_once",
            ),
            models.CheckConstraint(
                condition=Q(factor__gt=Decimal(0)), name="product_factor_positive"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name[:60]}"
