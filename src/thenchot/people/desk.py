"""What waits for somebody in personnel files: corrections people propose to their own."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.people.access import EDIT
from thenchot.people.enums import ProposalState
from thenchot.people.filing.proposing import list_proposals
from thenchot.people.filing.sections import title_of
from thenchot.platform.ui.desk import Line, Waiting, register


def say_proposals(actor, rows, on):
    for one in rows:
        url = reverse("file_proposal_detail", args=[one.pk])
        yield Line(f"{one.person.full_name}: {title_of(one.section)}", url)


register(
    Waiting(
        50,
        "file_proposal",
        _("Đề nghị sửa hồ sơ"),
        lambda actor, on: list_proposals(actor, state=ProposalState.OPEN),
        say_proposals,
        EDIT,
        "file_proposal_list",
    )
)
