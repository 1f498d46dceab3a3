"""What can be done about breaches at work and about the screening list."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.discipline.access import DECIDE, EDIT, RECORD
from thenchot.discipline.forms import breaches as forms
from thenchot.discipline.queries.breaches import get_breach
from thenchot.discipline.queries.screening import get_screening
from thenchot.discipline.services import breaches, screening
from thenchot.platform import jobs
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def _is_own(actor, breach) -> bool:
    return breach.person.account_id is not None and breach.person.account_id == actor.account_id


def _may_explain(actor, breach):
    if breach.handling:
        return False
    return True if _is_own(actor, breach) else actor.may(RECORD, breach.unit.path)


def _may_handle(actor, breach):
    if breach.handling or _is_own(actor, breach):
        return False
    return actor.may(RECORD, breach.unit.path)


def _page_of(breach) -> str:
    return reverse("discipline_breach_list")


BREACH = Actions(
    code="discipline_breach",
    get=get_breach,
    back=_page_of,
    above=lambda _one: _("Kỷ luật, kỷ cương"),
    actions=(
        Action(
            name="new",
            title=_("+ Vi phạm"),
            heading=lambda _none: _("Ghi vi phạm kỷ luật, kỷ cương"),
            submit=_("Ghi"),
            form=forms.BreachForm,
            takes=("actor",),
            may=somewhere(RECORD),
            run=lambda actor, _none, data: breaches.note_breach(actor, **data),
            done=_("Đã ghi; người có tên được giải trình."),
            on_thing=False,
        ),
        Action(
            name="explain",
            title=_("Giải trình"),
            heading=lambda breach: breach.text,
            submit=_("Ghi"),
            form=forms.ExplainForm,
            may=_may_explain,
            run=lambda actor, breach, data: breaches.explain(actor, breach_id=breach.pk, **data),
            done=_("Đã ghi giải trình."),
            to=lambda breach, _made: reverse("desk"),
        ),
        Action(
            name="handle",
            title=_("Xử lý"),
            heading=lambda breach: breach.text,
            submit=_("Ghi"),
            form=forms.HandleForm,
            may=_may_handle,
            run=lambda actor, breach, data: breaches.handle(actor, breach_id=breach.pk, **data),
            done=_("Đã ghi xử lý."),
        ),
    ),
)


@transaction.atomic
def _screen(actor, _none, data):
    """Over everybody of the place: in a job."""
    home = data["home"]
    return jobs.start(
        actor,
        "thenchot.discipline.jobs.screen",
        label=str(_("Rà soát, sàng lọc: %s") % home.name)[:200],
        unit_path=home.path,
        unit_id=home.pk,
    )


def _may_propose(actor, row):
    return False if row.way else actor.may(EDIT, row.unit.path)


def _may_decide(actor, row):
    if row.way or not row.proposal or row.proposed_by_id == actor.account_id:
        return False
    return actor.may(DECIDE, row.unit.path)


def _may_note(actor, row):
    return actor.may(EDIT, row.unit.path) if row.way else False


def _on_row(do):
    return lambda actor, row, data: do(actor, screening_id=row.pk, **data)


SCREENING = Actions(
    code="screening",
    get=get_screening,
    back=lambda _one: reverse("screening_list"),
    above=lambda _one: _("Rà soát, sàng lọc"),
    actions=(
        Action(
            name="new",
            title=_("Rà soát quý này"),
            heading=lambda _none: _("Rà soát, sàng lọc quý này"),
            submit=_("Rà soát"),
            form=forms.ScreenForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=_screen,
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
        Action(
            name="propose",
            title=_("Đề xuất"),
            heading=lambda row: row.person.full_name,
            submit=_("Ghi"),
            form=forms.ProposeForm,
            may=_may_propose,
            run=_on_row(screening.propose),
            done=_("Đã ghi đề xuất."),
        ),
        Action(
            name="decide",
            title=_("Quyết định"),
            heading=lambda row: row.person.full_name,
            submit=_("Ghi"),
            form=forms.WayForm,
            initial=lambda actor, row: {"way": row.proposal},
            may=_may_decide,
            run=_on_row(screening.decide),
            done=_("Đã ghi quyết định."),
            tone="go",
        ),
        Action(
            name="outcome",
            title=_("Kết quả thực hiện"),
            heading=lambda row: row.person.full_name,
            submit=_("Ghi"),
            form=forms.OutcomeForm,
            may=_may_note,
            run=_on_row(screening.note_outcome),
            done=_("Đã ghi."),
            tone="quiet",
        ),
    ),
)
