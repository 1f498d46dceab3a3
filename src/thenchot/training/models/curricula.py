"""Curricula by version, with their material: cases, lessons, readings (S3-081, S3-082)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.platform.files.models import StoredFile
from thenchot.training.enums import HANDS_ON, CurriculumState
from thenchot.training.labels import CURRICULUM_STATE, MATERIAL_KIND, METHOD
from thenchot.training.models.topics import Topic


class Curriculum(models.Model):
    """What a subject teaches, how, in how many hours (chương trình), one version of it.

    `owner`: who answers for the content, as the political school. `methods`: codes of `Method`. A
    version is drafted by one person, issued by another, then never changed; the next replaces it.
    Classes point at the version they teach.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("Bản"), default=1)
    owner = models.CharField(_("Cơ quan biên soạn"), max_length=200)
    hours = models.PositiveSmallIntegerField(_("Số tiết"))
    methods = models.JSONField(_("Phương pháp"), default=list)
    aims = models.TextField(_("Mục tiêu"), max_length=2000)
    content = models.TextField(_("Nội dung"), max_length=8000)
    changes = models.CharField(_("Thay đổi so với bản trước"), max_length=400, blank=True)
    state = models.CharField(
        max_length=10, choices=choices(CURRICULUM_STATE), default=CurriculumState.DRAFT
    )
    decision = models.CharField(_("Văn bản ban hành"), max_length=200, blank=True)
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["topic__name", "-version", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "topic", "version"], name="curriculum_version_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "topic"],
                condition=Q(state="draft"),
                name="curriculum_one_in_work",
            ),
            models.UniqueConstraint(
                fields=["unit", "topic"],
                condition=Q(state="issued"),
                name="curriculum_one_issued",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(issued_on__isnull=False) & ~Q(decision="")),
                name="curriculum_issued_by_decision",
            ),
            models.CheckConstraint(condition=Q(hours__gte=1), name="curriculum_has_hours"),
        ]

    def __str__(self):
        return f"{self.topic.name} (bản {self.version})"

    @property
    def methods_words(self) -> str:
        return ", ".join(str(METHOD[code]) for code in self.methods)

    @property
    def is_practical(self) -> bool:
        """Cases or practice among its methods."""
        return any(code in HANDS_ON for code in self.methods)


class Material(models.Model):
    """A file of a curriculum: a case to study, a lesson, something to read."""

    curriculum = models.ForeignKey(Curriculum, on_delete=models.PROTECT, related_name="materials")
    kind = models.CharField(_("Loại"), max_length=8, choices=choices(MATERIAL_KIND))
    title = models.CharField(_("Tên tài liệu"), max_length=200)
    note = models.CharField(_("Tóm tắt"), max_length=400, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "title", "pk"]

    def __str__(self):
        return self.title
