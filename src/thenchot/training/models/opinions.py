"""What participants say about a class: without a name."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.training.enums import Rated
from thenchot.training.models.classes import TrainingClass


def points(label) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label)


class Opinion(models.Model):
    """One participant's points from 1 to 5 for the six objects that the decree on training
    evaluates, and a word. It names nobody and bears no time; its key is random, so that the order
    of rows tells nothing. That somebody has answered stands on the enrolment.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    held_in = models.ForeignKey(TrainingClass, on_delete=models.PROTECT, related_name="opinions")
    programme = points(_("Chương trình"))
    learners = points(_("Học viên"))
    lecturers = points(_("Giảng viên"))
    facilities = points(_("Cơ sở vật chất"))
    course = points(_("Tổ chức khóa học"))
    effect = points(_("Thiết thực với công việc"))
    word = models.CharField(_("Góp ý thêm"), max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}__range": (1, 5) for name in Rated}),
                name="opinion_from_1_to_5",
            )
        ]

    def __str__(self):
        return str(self.pk)
