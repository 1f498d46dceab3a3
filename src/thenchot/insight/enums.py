from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("tăng là tốt")
    DOWN = "down", _("giảm là tốt")
    NONE = "none", _("chỉ để biết")


class Measure(TextChoices):
    SHARE = "share", _("tỷ lệ")
    NUMBER = "number", _("số lượng")
