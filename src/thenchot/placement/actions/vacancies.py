"""What can be done about a vacancy."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.organisation.queries import home_of
from thenchot.placement.access import EDIT
from thenchot.placement.enums import VacancyState
from thenchot.placement.forms import vacancies as forms
from thenchot.placement.queries.vacancies import get_vacancy
from thenchot.placement.services import vacancies as services
from thenchot.placement.services.procedures import open_procedure
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

WAITING = (VacancyState.OPEN, VacancyState.HELD)


def all_vacancies(_vacancy=None) -> str:
    return reverse("vacancy_list")


def _may(actor, vacancy):
    return actor.may(EDIT, vacancy.unit.path) if vacancy.state in WAITING else False


def _may_open(actor, vacancy):
    return _may(actor, vacancy) if vacancy.title_id or vacancy.position_id else False


def _found(_none, found) -> str:
    words = ngettext("Thêm %(n)s chỗ khuyết", "Thêm %(n)s chỗ khuyết", found.opened)
    return words % {"n": found.opened} + f"; {_('đã có người')}: {found.filled}."


VACANCY = Actions(
    code="vacancy",
    get=get_vacancy,
    back=all_vacancies,
    above=lambda vacancy: _("Chỗ khuyết"),
    actions=(
        Action(
            name="find",
            title=_("Rà soát chỗ khuyết"),
            submit=_("Rà soát"),
            form=forms.HomeForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.find_vacancies(actor, **data),
            done=_found,
            on_thing=False,
        ),
        Action(
            name="open",
            title=_("Mở quy trình"),
            heading=lambda vacancy: vacancy,
            submit=_("Mở"),
            form=forms.OpenForm,
            takes=("actor", "vacancy"),
            may=_may_open,
            run=lambda actor, one, data: open_procedure(
                actor,
                unit_id=home_of(one.unit).pk,
                vacancy_id=one.pk,
                title_id=one.title_id,
                target_id=one.unit_id,
                **data,
            ),
            done=_("Đã mở quy trình với các bước và giấy tờ."),
            to=lambda _one, case: reverse("procedure", args=[case.pk]),
        ),
        Action(
            name="way",
            title=_("Hướng bố trí"),
            heading=lambda vacancy: vacancy,
            submit=_("Ghi"),
            form=forms.WayForm,
            initial=lambda actor, one: {"way": one.way, "is_complex": one.is_complex},
            may=_may,
            run=lambda actor, one, data: services.choose_way(actor, vacancy_id=one.pk, **data),
            done=_("Đã ghi hướng bố trí."),
        ),
        Action(
            name="hold",
            title=_("Để khuyết"),
            heading=lambda vacancy: vacancy,
            submit=_("Ghi"),
            form=forms.HoldForm,
            may=_may,
            run=lambda actor, one, data: services.hold_vacancy(actor, vacancy_id=one.pk, **data),
            done=_("Đã ghi; đến ngày xem lại sẽ được nhắc."),
            tone="quiet",
        ),
    ),
)
