"""Narrowing a list to one of the four groups that programmes ask to be looked after (S1-035)."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.registers.filters import CodeFilter
from thenchot.training.labels import PEOPLE_GROUP
from thenchot.training.models import Enrolment
from thenchot.training.queries.members import in_group

GROUP = _("Nhóm cán bộ")


class GroupFilter(CodeFilter):
    """Rows about people of the group; the young are those of the policy where the actor works."""

    def __init__(self, **more):
        super().__init__(GROUP, PEOPLE_GROUP, **more)

    def filter(self, rows, value):
        return rows.filter(self.people(value)) if value else rows

    def people(self, group: str):
        paths = self.parent.actor.paths
        return in_group(group, paths[0] if paths else "", today())


class LearnerGroupFilter(GroupFilter):
    """Classes to which somebody of the group was sent."""

    def filter(self, rows, value):
        if not value:
            return rows
        sent = Enrolment.objects.attending().filter(self.people(value))
        return rows.filter(pk__in=sent.values("held_in"))
