"""Who applies, what the council marked, and what becomes of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.people.enums import Sex
from thenchot.people.models import Appointment, Person
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField
from thenchot.recruitment.enums import ApplicantState, CameBy
from thenchot.recruitment.labels import APPLICANT_STATE, BREACH, CAME_BY, PRIORITY
from thenchot.recruitment.models.rounds import Opening, Round


class ApplicantQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(round__in=Round.objects.visible_to(actor, permission).values("pk"))


class Applicant(models.Model):
    """One form for one position of a round. `number`: of the form in the round; `slip`: keyed
    digest of the code on the slip; `came_from`: keyed digest of the address it came from. `place`:
    the head's choice among equals. `forgotten_on`: personal data were taken away.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="applicants")
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="applicants")
    number = models.PositiveIntegerField(_("Số báo danh"))
    slip = models.CharField(max_length=64, db_index=True)
    came_by = models.CharField(max_length=6, choices=choices(CAME_BY), default=CameBy.PUBLIC)
    came_from = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField(_("Nhận lúc"))
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    folded = models.CharField(max_length=140, db_index=True)
    sort_key = models.CharField(max_length=300)
    sex = models.CharField(_("Giới tính"), max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(_("Ngày sinh"), null=True)
    ethnicity = models.CharField(_("Dân tộc"), max_length=40, blank=True)
    is_vietnamese = models.BooleanField(_("Chỉ có quốc tịch Việt Nam"), default=True)
    identity_no = EncryptedTextField(_("Số định danh cá nhân (căn cước)"), blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)
    phone = models.CharField(_("Số điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    residence = models.CharField(_("Nơi ở hiện nay"), max_length=300, blank=True)
    level = models.CharField(_("Trình độ"), max_length=20, blank=True)
    major = models.CharField(_("Ngành, chuyên ngành"), max_length=200, blank=True)
    school = models.CharField(_("Cơ sở đào tạo"), max_length=200, blank=True)
    history = models.TextField(_("Quá trình làm việc"), max_length=2000, blank=True)
    priority = models.CharField(
        _("Đối tượng ưu tiên"), max_length=20, choices=choices(PRIORITY), blank=True
    )
    talent = models.CharField(_("Tài năng: kết quả, giải thưởng"), max_length=300, blank=True)
    experience = models.CharField(_("Kinh nghiệm đáp ứng ngay"), max_length=300, blank=True)
    has_talent = models.BooleanField(_("Công nhận người có tài năng"), default=False)
    has_experience = models.BooleanField(_("Công nhận kinh nghiệm"), default=False)
    state = models.CharField(
        max_length=9, choices=choices(APPLICANT_STATE), default=ApplicantState.RECEIVED
    )
    ground = models.CharField(_("Lý do"), max_length=400, blank=True)
    judged_by = by_account(blank=True)
    judged_on = models.DateField(null=True, blank=True)
    place = models.PositiveSmallIntegerField(_("Thứ tự do người đứng đầu chọn"), default=0)
    place_reason = models.CharField(max_length=300, blank=True)
    total = models.DecimalField(
        _("Tổng điểm"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    called_on = models.DateField(_("Công khai trúng tuyển ngày"), null=True, blank=True)
    file_on = models.DateField(_("Đủ hồ sơ ngày"), null=True, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("Quyết định ngày"), null=True, blank=True)
    decided_by = by_account(blank=True)
    starts_on = models.DateField(_("Nhận việc từ"), null=True, blank=True)
    start_by = models.DateField(_("Nhận việc chậm nhất"), null=True, blank=True)
    started_on = models.DateField(_("Đã nhận việc ngày"), null=True, blank=True)
    is_fraud = models.BooleanField(_("Gian lận"), default=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seat = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    forgotten_on = models.DateField(null=True, blank=True)

    objects = ApplicantQuerySet.as_manager()

    class Meta:
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="applicant_number_once"),
            models.UniqueConstraint(
                fields=["round", "identity_index"],
                condition=~Q(identity_index="") & ~Q(state="withdrawn"),
                name="applicant_identity_once",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "struck"]) | ~Q(ground=""),
                name="applicant_refused_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["hired", "started"])
                | Q(decided_on__isnull=False, person__isnull=False, seat__isnull=False),
                name="applicant_hired_has_post",
            ),
        ]

    def __str__(self):
        return f"{self.full_name} ({self.number:03d})"


class Score(models.Model):
    """Points of one paper; none: the mark was taken back, the paper was not sat. `before`: what it
    was until the appeal was answered.
    """

    applicant = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="scores")
    paper = models.CharField(_("Bài"), max_length=10)
    points = models.DecimalField(_("Điểm"), max_digits=5, decimal_places=2, null=True, blank=True)
    breach = models.CharField(
        _("Kỷ luật phòng thi"), max_length=10, choices=choices(BREACH), blank=True
    )
    appealed_on = models.DateField(_("Đề nghị phúc khảo ngày"), null=True, blank=True)
    before = models.DecimalField(
        _("Điểm trước phúc khảo"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    reviewed_on = models.DateField(_("Phúc khảo ngày"), null=True, blank=True)
    recorded_by = by_account(blank=True)

    class Meta:
        ordering = ["applicant", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["applicant", "paper"], name="score_once"),
            models.CheckConstraint(
                condition=Q(points__gte=0) & Q(points__lte=100), name="score_within_100"
            ),
        ]

    def __str__(self):
        return f"{self.paper}: {self.points}"
