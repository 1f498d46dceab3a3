"""Code lists of the tree."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UnitKind(TextChoices):
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


class StaffKind(TextChoices):
    """Whom a quota counts and a rule addresses."""

    CADRE = "cadre", _("Cán bộ")
    CIVIL_SERVANT = "civil_servant", _("Công chức")
    PUBLIC_EMPLOYEE = "public_employee", _("Viên chức")
    CONTRACT = "contract", _("Lao động hợp đồng")
    CELL_SECRETARY = "cell_secretary", _("Bí thư chi bộ thôn, tổ dân phố")
    GROUP_HEAD = "group_head", _("Trưởng thôn, tổ trưởng tổ dân phố")
    PART_TIME = "part_time", _("Người hoạt động không chuyên trách")


class PositionGroup(TextChoices):
    """The three groups of job positions of the law on cadres and civil servants 80/2025/QH15."""

    LEADERSHIP = "leadership", _("Lãnh đạo, quản lý")
    PROFESSIONAL = "professional", _("Chuyên môn, nghiệp vụ")
    SUPPORT = "support", _("Hỗ trợ, phục vụ")


class TitleRank(TextChoices):
    HEAD = "head", _("Cấp trưởng")
    DEPUTY = "deputy", _("Cấp phó")
    MEMBER = "member", _("Ủy viên, thành viên")
    STAFF = "staff", _("Không giữ chức vụ")


class SchemeState(TextChoices):
    DRAFT = "draft", _("Dự thảo")
    SUBMITTED = "submitted", _("Đã trình")
    APPROVED = "approved", _("Đã phê duyệt")
    REPLACED = "replaced", _("Đã thay thế")


class CommitteeKind(TextChoices):
    PARTY = "party", _("Ban Chấp hành Đảng bộ")
    STANDING = "standing", _("Ban Thường vụ Đảng ủy")
    INSPECTION = "inspection", _("Ủy ban Kiểm tra")
    COUNCIL = "council", _("Hội đồng nhân dân")
    PEOPLE = "people", _("Ủy ban nhân dân")
    FRONT = "front", _("Ủy ban Mặt trận Tổ quốc")
    OTHER = "other", _("Tập thể khác")


class SeatState(TextChoices):
    """Of a seat of a committee; whether it is filled or vacant is read from who sits in it."""

    OPEN = "open", _("Bố trí bình thường")
    HELD = "held", _("Để khuyết vì cơ cấu")
    CLOSED = "closed", _("Không còn")


HOMES = (UnitKind.COMMUNE, UnitKind.PROVINCE)
LEVELS = [(kind.value, kind.label) for kind in HOMES]
