"""The person, and the scalar items of the file."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.enums import PaperState, Sex
from thenchot.platform.files.models import StoredFile
from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField


class PersonQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """People with an appointment, today or before, in a unit the actor sees; the own person
        always.

        Somebody just registered, without a seat yet, is seen where the unit that registered them is
        seen.
        """
        units = Unit.objects.visible_to(actor, permission).values("pk")
        seats = Person.appointments.rel.related_model._default_manager
        seated = Q(pk__in=seats.filter(unit__in=units).values("person_id"))
        waiting = Q(registered_in__in=units, appointments__isnull=True)
        own = Q(account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(seated | Q(pk__in=Person.objects.filter(waiting).values("pk")) | own)


class Person(models.Model):
    """`folded` holds the words of the name for search, `sort_key` the order by given name in the
    Vietnamese alphabet.

    The identity number is the name of the electronic file (Nghị định 27/2026/NĐ-CP); it is sealed,
    found by its index.
    """

    code = models.CharField(_("Mã cán bộ"), max_length=40, blank=True, db_index=True)
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    folded = models.CharField(max_length=140, db_index=True)
    sort_key = models.CharField(max_length=300, db_index=True)
    sex = models.CharField(_("Giới tính"), max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    born_year_only = models.BooleanField(_("Chỉ biết năm sinh"), default=False)
    born_month_only = models.BooleanField(_("Chỉ biết tháng, năm sinh"), default=False)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    identity_no = EncryptedTextField(_("Số định danh cá nhân (căn cước)"), blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)
    registered_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    photo = models.ForeignKey(
        StoredFile,
        verbose_name=_("Ảnh 4 × 6"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(born_year_only=False) | Q(born_on__month=1, born_on__day=1),
                name="person_year_only_form",
            ),
            models.CheckConstraint(
                condition=Q(born_month_only=False) | Q(born_year_only=False, born_on__day=1),
                name="person_month_only_form",
            ),
            models.UniqueConstraint(
                fields=["registered_in", "code"],
                condition=~Q(code=""),
                name="person_code_once_per_register",
            ),
            models.UniqueConstraint(
                fields=["identity_index"],
                condition=~Q(identity_index=""),
                name="person_identity_once",
            ),
        ]

    def __str__(self):
        return self.full_name

    @property
    def born(self) -> str:
        """12/05/1980, 05/1980 when only the month is known, 1980 when only the year."""
        if self.born_on is None:
            return ""
        form = {"y": "%Y", "m": "%m/%Y"}.get(self.born_known, "%d/%m/%Y")
        return f"{self.born_on:{form}}"

    @property
    def born_known(self) -> str:
        """How exactly the birth is known, in the words of `DatePrecision`."""
        return "y" if self.born_year_only else "m" if self.born_month_only else "d"


def text(label, length=200, **more):
    return models.CharField(label, max_length=length, blank=True, **more)


def day(label):
    return models.DateField(label, null=True, blank=True)


def sealed(label):
    return EncryptedTextField(label, blank=True)


class Particulars(models.Model):
    """The items of the résumé that are one value each (Thông tư 06/2023/TT-BNV, 38 items;
    2C/TCTW-98). Former values stay in `FormerValue`. Codes are those of `policy.codelists`.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="particulars")
    other_names = text(_("Các tên gọi khác"))
    birth_place = text(_("Nơi sinh"), 300)
    home_place = text(_("Quê quán"), 300)
    home_commune_code = text(_("Mã xã, phường quê quán"), 5)
    home_province_code = text(_("Mã tỉnh quê quán"), 2)
    ethnicity = text(_("Dân tộc"), 4)
    religion = text(_("Tôn giáo"), 20)
    identity_issued_on = day(_("Ngày cấp căn cước"))
    phone = text(_("Số điện thoại liên hệ"), 40)
    insurance_no = sealed(_("Số bảo hiểm xã hội"))
    health_card_no = sealed(_("Số thẻ bảo hiểm y tế"))
    residence = text(_("Nơi ở hiện nay"), 300)
    family_origin = text(_("Thành phần gia đình xuất thân"), 40)
    former_job = text(_("Nghề nghiệp trước khi được tuyển dụng"))
    recruited_on = day(_("Ngày được tuyển dụng lần đầu"))
    recruited_by = text(_("Cơ quan, tổ chức, đơn vị tuyển dụng"), 300)
    joined_office_on = day(_("Ngày vào cơ quan hiện đang công tác"))
    joined_revolution_on = day(_("Ngày tham gia cách mạng"))
    party_joined_on = day(_("Ngày vào Đảng Cộng sản Việt Nam"))
    party_official_on = day(_("Ngày chính thức"))
    party_card_no = text(_("Số thẻ đảng viên"), 40)
    unions = text(_("Ngày tham gia tổ chức chính trị - xã hội"), 300)
    enlisted_on = day(_("Ngày nhập ngũ"))
    discharged_on = day(_("Ngày xuất ngũ"))
    military_rank = text(_("Quân hàm cao nhất"), 120)
    policy_group = text(_("Đối tượng chính sách"))
    war_invalid = text(_("Thương binh hạng"), 40)
    martyr_family = text(_("Gia đình liệt sĩ"), 120)
    general_education = text(_("Trình độ giáo dục phổ thông"), 20)
    academic_title = text(_("Học hàm"), 120)
    state_title = text(_("Danh hiệu nhà nước phong tặng"))
    planned_titles = text(_("Được quy hoạch chức danh"), 300)
    main_work = text(_("Công việc chính được giao"), 300)
    strengths = text(_("Sở trường công tác"), 300)
    longest_work = text(_("Công việc làm lâu nhất"), 300)
    position_allowance = text(_("Phụ cấp chức vụ"), 60)
    health = sealed(_("Tình trạng sức khỏe"))
    height_cm = sealed(_("Chiều cao (cm)"))
    weight_kg = sealed(_("Cân nặng (kg)"))
    blood_group = sealed(_("Nhóm máu"))
    detention_note = sealed(_("Bị bắt, bị tù: thời gian, nơi, đã khai báo cho ai"))
    income_salary = sealed(_("Thu nhập hằng năm: tiền lương"))
    income_other = sealed(_("Thu nhập hằng năm: nguồn khác"))
    house_granted = sealed(_("Nhà ở được cấp, được thuê"))
    house_owned = sealed(_("Nhà ở tự mua, tự xây"))
    land_granted = sealed(_("Đất ở được cấp"))
    land_bought = sealed(_("Đất ở tự mua"))
    land_business = sealed(_("Đất sản xuất, kinh doanh"))
    note = text(_("Ghi chú"), 300)
    remark = models.TextField(_("Nhận xét, đánh giá của cơ quan, đơn vị sử dụng"), blank=True)
    in_science = models.BooleanField(_("Có trình độ khoa học, công nghệ"), null=True, blank=True)
    in_religious_area = models.BooleanField(_("Cán bộ vùng giáo"), null=True, blank=True)
    paper_state = models.CharField(
        _("Số hóa hồ sơ giấy"), max_length=8, choices=PaperState.choices, default=PaperState.NONE
    )

    def __str__(self):
        return f"{self.person}"


class FormerValue(models.Model):
    """What an item of the file said until it was replaced; sealed, whatever the item. Never
    changed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=60)  # "full_name", "particulars.residence"
    value = EncryptedTextField(blank=True)
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        indexes = [models.Index(fields=["person", "item", "replaced_at"], name="former_value_of")]

    def __str__(self):
        return f"{self.person_id} {self.item}"
