"""The tables of the résumé (items 30, 32 to 37 of Thông tư 06/2023/TT-BNV). Codes are those of
`policy.codelists`.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.people.enums import BackgroundKind, QualificationKind
from thenchot.people.models.person import day, sealed, text
from thenchot.people.models.recorded import Record
from thenchot.platform.files.models import StoredFile


class Qualification(Record):
    """Item 32: a degree, certificate or course; `is_studying` while it is under way, `valid_to`
    then its planned end.

    `level` is a code of the list of its kind; `language` only with the kind language; software
    names its software in `name`. The certificate itself is `scan`.
    """

    kind = models.CharField(_("Loại"), max_length=20, choices=QualificationKind.choices)
    level = text(_("Trình độ"), 20)
    name = text(_("Văn bằng, chứng chỉ"), 300)
    field = text(_("Ngành, chuyên ngành"), 300)
    school = text(_("Cơ sở đào tạo"), 300)
    mode = text(_("Hình thức đào tạo"), 20)
    language = text(_("Ngoại ngữ, tiếng dân tộc"), 20)
    score = text(_("Điểm số"), 40)
    number = text(_("Số hiệu văn bằng"), 80)
    issued_on = day(_("Ngày cấp"))
    expires_on = day(_("Có giá trị đến"))
    is_studying = models.BooleanField(_("Đang học"), default=False)
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Record.Meta):
        indexes = [
            *Record.Meta.indexes,
            models.Index(
                fields=["expires_on"],
                name="qualification_expiry",
                condition=Q(expires_on__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name or self.get_kind_display()


class CareerEntry(Record):
    """Item 33: work before and outside of the seats this system knows."""

    organisation = text(_("Đơn vị công tác"), 300)
    title = text(_("Chức danh, chức vụ"), 300)

    def __str__(self):
        return f"{self.title}, {self.organisation}"


class SalaryStep(Record):
    """Items 30 and 37.1. `coefficient` as 2.34; `amount` in đồng where pay goes by job position."""

    rank = text(_("Ngạch, chức danh nghề nghiệp"), 20)
    rank_name = text(_("Tên ngạch"), 120)
    rank_on = day(_("Ngày bổ nhiệm ngạch"))
    step = text(_("Bậc lương"), 20)
    coefficient = models.DecimalField(
        _("Hệ số"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    percent = models.DecimalField(
        _("Phần trăm hưởng"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    beyond_percent = models.DecimalField(
        _("Phụ cấp thâm niên vượt khung (%)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    beyond_on = day(_("Ngày hưởng phụ cấp thâm niên vượt khung"))
    position = text(_("Vị trí việc làm"), 200)
    position_code = text(_("Mã vị trí việc làm"), 40)
    amount = models.DecimalField(
        _("Tiền lương theo vị trí việc làm"), max_digits=14, decimal_places=0, null=True, blank=True
    )
    next_on = day(_("Mốc xét nâng bậc"))

    def __str__(self):
        return f"{self.rank} {self.step}"


class Allowance(Record):
    """Item 37.2."""

    kind = text(_("Loại phụ cấp"), 20)
    percent = models.DecimalField(
        _("Phần trăm hưởng"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    coefficient = models.DecimalField(
        _("Hệ số"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    form = text(_("Hình thức hưởng"), 80)
    amount = models.DecimalField(
        _("Giá trị (đồng)"), max_digits=14, decimal_places=0, null=True, blank=True
    )

    def __str__(self):
        return self.kind


class Reward(Record):
    """Item 35.1: a year's rating, emulation title and reward, as facts for reading."""

    year = models.PositiveSmallIntegerField(_("Năm"))
    rating = text(_("Xếp loại chuyên môn"), 120)
    emulation = text(_("Xếp loại thi đua"), 120)
    form = text(_("Hình thức khen thưởng"), 20)
    note = text(_("Nội dung, số quyết định"), 300)

    class Meta(Record.Meta):
        ordering = ["year", "pk"]

    def __str__(self):
        return f"{self.year}"


class Discipline(Record):
    """Item 35.2: as a fact for reading; the procedure belongs to another room."""

    is_party = models.BooleanField(_("Kỷ luật Đảng"), default=False)
    form = text(_("Hình thức"), 20)
    act = text(_("Hành vi vi phạm chính"), 300)
    decided_by = text(_("Cơ quan quyết định"), 300)
    decision = text(_("Số quyết định"), 120)

    def __str__(self):
        return self.form


class Relative(Record):
    """Item 36. Who and what they do is sealed."""

    relation = text(_("Mối quan hệ"), 20)
    name = sealed(_("Họ và tên"))
    born_year = sealed(_("Năm sinh"))
    details = sealed(_("Quê quán, nghề nghiệp, chức danh, nơi công tác, nơi ở"))

    def __str__(self):
        return self.relation


class Background(Record):
    """Items 34.2 and 34.3; 2C item 29."""

    kind = models.CharField(_("Loại"), max_length=16, choices=BackgroundKind.choices)
    details = sealed(_("Nội dung"))

    def __str__(self):
        return self.get_kind_display()
