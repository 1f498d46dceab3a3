"""Code lists of the file that are not lists of the law."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sex(TextChoices):
    FEMALE = "f", _("Nữ")
    MALE = "m", _("Nam")


class DatePrecision(TextChoices):
    """How exactly a date is known: the form asks for month and year, old papers give only a
    year.
    """

    DAY = "d", _("ngày")
    MONTH = "m", _("tháng")
    YEAR = "y", _("năm")


class QualificationKind(TextChoices):
    """The tables of item 32 of the résumé of Thông tư 06/2023/TT-BNV, and proficiency in software
    (S4-030).
    """

    DEGREE = "degree", _("Chuyên môn")
    THEORY = "theory", _("Lý luận chính trị")
    STATE = "state_management", _("Quản lý nhà nước, chức danh nghề nghiệp, nghiệp vụ")
    DEFENCE = "defence", _("Quốc phòng, an ninh")
    IT = "it", _("Tin học")
    LANGUAGE = "language", _("Ngoại ngữ, tiếng dân tộc")
    SOFTWARE = "software", _("Sử dụng phần mềm")
    SKILL = "skill", _("Kỹ năng, nghiệp vụ khác")


class PaperState(TextChoices):
    """How far the paper file is digitised (S3-036)."""

    NONE = "none", _("Chưa số hóa")
    STARTED = "started", _("Đang số hóa")
    DONE = "done", _("Đã số hóa")


class BackgroundKind(TextChoices):
    """Items 34.2 and 34.3 of the résumé."""

    FORMER_REGIME = "former_regime", _("Làm việc cho chế độ cũ")
    FOREIGN = "foreign", _("Quan hệ với tổ chức nước ngoài")
    ABROAD = "abroad", _("Thân nhân ở nước ngoài")


class ProposalKind(TextChoices):
    ADD = "add", _("Thêm")
    CHANGE = "change", _("Sửa")
    END = "end", _("Bỏ khỏi hồ sơ")


class ProposalState(TextChoices):
    OPEN = "open", _("Chờ xem")
    ACCEPTED = "accepted", _("Đã nhận")
    RETURNED = "returned", _("Trả lại")
    WITHDRAWN = "withdrawn", _("Đã rút")


class RequestKind(TextChoices):
    """Rights of the person over the own data (Luật 91/2025/QH15)."""

    SEE = "see", _("Xem, sao dữ liệu của mình")
    CORRECT = "correct", _("Đính chính dữ liệu")
    RESTRICT = "restrict", _("Hạn chế, phản đối xử lý")
