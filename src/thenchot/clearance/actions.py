"""What can be done about somebody's clearance: ask for it, record what was concluded."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.clearance import forms, services
from thenchot.clearance.access import KEEP
from thenchot.clearance.queries import get_conclusion, get_person
from thenchot.people.queries import place_of
from thenchot.platform.ui.actions import Action, Actions


def page_of(person) -> str:
    if person is None:
        return reverse("clearance_list")
    return reverse("clearance_file_list", args=[person.pk])


def _keeps(actor, person):
    return actor.may(KEEP, place_of(person))


CLEARANCE = Actions(
    code="clearance",
    get=get_person,
    back=page_of,
    above=lambda person: person.full_name if person else _("Tiêu chuẩn chính trị"),
    actions=(
        Action(
            name="request",
            title=_("Đề nghị thẩm tra"),
            heading=lambda person: _("Đề nghị thẩm tra tiêu chuẩn chính trị"),
            submit=_("Đề nghị"),
            form=forms.RequestForm,
            may=_keeps,
            run=lambda actor, person, data: services.request_verification(
                actor, person_id=person.pk, **data
            ),
            done=_("Đã ghi đề nghị thẩm tra."),
            tone="go",
        ),
    ),
)


def _may_conclude(actor, conclusion):
    return False if conclusion.outcome else _keeps(actor, conclusion.person)


CONCLUSION = Actions(
    code="conclusion",
    get=get_conclusion,
    back=lambda conclusion: page_of(conclusion.person),
    above=lambda conclusion: conclusion.person.full_name,
    actions=(
        Action(
            name="record",
            title=_("Ghi kết luận"),
            heading=lambda conclusion: _("Ghi kết luận"),
            submit=_("Ghi"),
            form=forms.ConclusionForm,
            may=_may_conclude,
            run=lambda actor, conclusion, data: services.conclude(
                actor, conclusion_id=conclusion.pk, **data
            ),
            done=_("Đã ghi kết luận."),
        ),
    ),
)
