"""What waits for whoever decides: plans and results of rounds, winners whose file is whole."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.recruitment.access import DECIDE
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.labels import ROUND_STATE
from thenchot.recruitment.models import Applicant, Round


def to_approve(actor, on):
    """Plans that somebody else drew up, and marks that wait for the results."""
    rows = Round.objects.filter(
        answering(actor, DECIDE).over("unit__path"),
        state__in=[RoundState.SUBMITTED, RoundState.MARKED],
    )
    own = rows.filter(state=RoundState.SUBMITTED, submitted_by=actor.account_id)
    return rows.exclude(pk__in=own.values("pk")).order_by("begun_on", "pk")


def say_rounds(actor, rows, on):
    for one in rows[:LINES]:
        url = reverse("recruitment_round", args=[one.pk])
        yield Line(one.name, url, str(ROUND_STATE[one.state]))


def to_hire(actor, on):
    return Applicant.objects.filter(
        answering(actor, DECIDE).over("round__unit__path"),
        state=ApplicantState.WON,
        file_on__isnull=False,
    ).order_by("file_on", "pk")


def say_winners(actor, rows, on):
    for one in rows.select_related("opening")[:LINES]:
        yield Line(one.full_name, reverse("applicant", args=[one.pk]), one.opening.name)


register(Waiting(101, "recruitment_round", _("Tuyển dụng chờ phê duyệt"), to_approve, say_rounds))
register(Waiting(102, "recruitment_winner", _("Trúng tuyển chờ quyết định"), to_hire, say_winners))
