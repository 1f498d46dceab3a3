"""What waits for somebody in many-sided feedback: the own invitations."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.feedback.queries.rounds import invitations_waiting
from thenchot.platform.ui.desk import Line, Waiting, register


def say_invitations(actor, rows, on):
    for one in rows:
        person, closes = one.reviewee.person, one.reviewee.round.closes_on
        url = reverse("feedback_answer", args=[one.reviewee_id])
        yield Line(person.full_name, url, f"{gettext('trước hết ngày')} {closes:%d/%m/%Y}")


register(
    Waiting(
        42,
        "invitation",
        _("Góp ý đánh giá"),
        invitations_waiting,
        say_invitations,
        all_of="feedback_mine",
    )
)
