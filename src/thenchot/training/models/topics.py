"""Subjects of training: whom each is for, how often, and which paper a finished course gives."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.kernel.text import words
from thenchot.organisation.enums import PositionGroup
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.people.enums import QualificationKind
from thenchot.training.enums import Ability, Audience, Cycle
from thenchot.training.labels import ABILITY, AUDIENCE, CYCLE, TOPIC_GROUP
from thenchot.training.rules.covering import Aim


class Topic(models.Model):
    """A subject of training (chuyên đề) of a commune or province; it also serves what lies below.

    `work_field`, `position_group`, `post_words`: of a subject for one field of work; whoever holds
    a job position of the group with one of the words in its name is in the field (S2-037).
    `counts_as_science`: a finished course may set the science-technology mark of the file (S0-138).
    `link`: of the online course.

    `paper`, `level`, `paper_name`, `field`: what a finished course leaves in the personal file, by
    which a missing standard closes; no `paper`: nothing but the record of having taken part.
    `hours`: of 45 minutes (tiết).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Chuyên đề"), max_length=200)
    group = models.CharField(_("Nhóm"), max_length=12, choices=choices(TOPIC_GROUP))
    audience = models.CharField(
        _("Dành cho"), max_length=12, choices=choices(AUDIENCE), default=Audience.LACKING
    )
    cycle = models.CharField(_("Kỳ"), max_length=8, choices=choices(CYCLE), default=Cycle.ONCE)
    ability = models.CharField(
        _("Rèn năng lực"), max_length=12, choices=choices(ABILITY), default=Ability.DUTY
    )
    hours = models.PositiveSmallIntegerField(_("Số tiết"), default=8)
    is_practical = models.BooleanField(_("Thực hành, tình huống"), default=False)
    paper = models.CharField(
        _("Học xong có"), max_length=20, choices=QualificationKind.choices, blank=True
    )
    level = models.CharField(_("Trình độ"), max_length=20, blank=True)
    paper_name = models.CharField(_("Tên chứng chỉ"), max_length=300, blank=True)
    field = models.CharField(_("Ngành, chuyên ngành"), max_length=300, blank=True)
    work_field = models.CharField(_("Lĩnh vực công tác"), max_length=80, blank=True)
    position_group = models.CharField(
        _("Nhóm vị trí việc làm"), max_length=14, choices=PositionGroup.choices, blank=True
    )
    post_words = models.CharField(_("Từ trong tên vị trí việc làm"), max_length=200, blank=True)
    counts_as_science = models.BooleanField(_("Đào tạo khoa học, công nghệ"), default=False)
    link = models.URLField(_("Khóa học trực tuyến"), max_length=500, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    valid_to = models.DateField(_("Dùng đến ngày"), null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["group", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="topic_code_once"),
            models.CheckConstraint(condition=Q(hours__gte=1), name="topic_has_hours"),
            models.CheckConstraint(
                condition=~Q(audience="field") | (~Q(work_field="") & ~Q(post_words="")),
                name="topic_of_a_field_says_which",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def aim(self) -> Aim:
        """Whom it is for, as the rules of coverage read it."""
        parts = (tuple(words(part)) for part in self.post_words.split(","))
        named = tuple(part for part in parts if part)
        return Aim(self.audience, self.position_group, named)
