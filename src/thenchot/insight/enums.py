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


class EventKind(TextChoices):
    """What is known to happen on a day."""

    RETIRES = "retires", _("nghỉ hưu theo tuổi")
    ENDS = "ends", _("hết thời hạn giữ vị trí")
    LEAVES = "leaves", _("rời đội ngũ")
    MOVES = "moves", _("chuyển vị trí")
    TERM = "term", _("hết nhiệm kỳ")
    REAPPOINT = "reappoint", _("đến hạn bổ nhiệm lại")
    ARRIVES = "arrives", _("đến nhận việc")


class ReviewState(TextChoices):
    """What a named person said of a forecast (S0-094)."""

    OPEN = "open", _("chờ xem xét")
    CONFIRMED = "confirmed", _("dùng để tham khảo")
    DISMISSED = "dismissed", _("không dùng")


class ChangeGroup(TextChoices):
    """What differs between two forecasts."""

    PEOPLE = "people", _("quân số")
    POSTS = "posts", _("vị trí lãnh đạo")
    GOALS = "goals", _("cơ cấu")
    ASSUMED = "assumed", _("giả định")
