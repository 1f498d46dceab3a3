"""Code lists of the tree."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    PROVINCE = "province", _("Tỉnh, thành phố")
    COMMUNE = "commune", _("Xã, phường, đặc khu")
    AGENCY = "agency", _("Cơ quan")
    DIVISION = "division", _("Phòng, ban")
    COMMITTEE = "committee", _("Ban Chấp hành, Ban Thường vụ, Thường trực")
    MASS = "mass", _("Mặt trận, đoàn thể")
    SERVICE = "service", _("Đơn vị sự nghiệp")
    CELL = "cell", _("Chi bộ, đảng bộ trực thuộc")
    RESIDENTIAL = "residential", _("Thôn, tổ dân phố")


class Bloc(TextChoices):
    PARTY = "party", _("Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể")
    GOVERNMENT = "government", _("Chính quyền")
    SERVICE = "service", _("Sự nghiệp")
    RESIDENTIAL = "residential", _("Dân cư")


HOMES = (Kind.COMMUNE, Kind.PROVINCE)
