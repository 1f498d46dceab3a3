"""What can be done to a case, to a step of it, to a paper, to what is handed over."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.placement.access import DECIDE, EDIT
from thenchot.placement.enums import ItemState, ProcedureState
from thenchot.placement.forms import procedures as forms
from thenchot.placement.queries.procedures import (
    conditions_today,
    facts_of_steps,
    get_item,
    get_paper,
    get_procedure,
    get_step,
)
from thenchot.placement.rules import running as rules
from thenchot.placement.services import procedures as services
from thenchot.placement.services.scans import scan_step
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def page_of(procedure) -> str:
    return reverse("procedure", args=[procedure.pk]) if procedure else reverse("procedure_list")


def _open_to(permission: str):
    def may(actor, procedure):
        if procedure.state != ProcedureState.OPEN:
            return False
        role = actor.may(permission, procedure.unit.path)
        return rules.may_act(procedure.person.account_id, actor.account_id) if role else role

    return may


def _may_accept(actor, procedure):
    allowed = _open_to(DECIDE)(actor, procedure)
    if not allowed:
        return allowed
    return any(not one.holds and one.can_waive for one in conditions_today(procedure))


PROCEDURE = Actions(
    code="procedure",
    get=get_procedure,
    back=page_of,
    above=lambda procedure: procedure or _("Quy trình công tác cán bộ"),
    actions=(
        Action(
            name="new",
            title=_("Mở quy trình"),
            submit=_("Mở"),
            form=forms.ProcedureForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_procedure(actor, **data),
            done=_("Đã mở quy trình với các bước và giấy tờ."),
            to=lambda _none, procedure: page_of(procedure),
            on_thing=False,
        ),
        Action(
            name="special",
            title=_("Chấp nhận trường hợp đặc biệt"),
            heading=lambda procedure: _("Chấp nhận trường hợp đặc biệt"),
            submit=_("Chấp nhận"),
            form=forms.SpecialForm,
            takes=("procedure",),
            may=_may_accept,
            run=lambda actor, procedure, data: services.accept_special(
                actor, procedure_id=procedure.pk, **data
            ),
            done=_("Đã ghi trường hợp đặc biệt."),
            tone="quiet",
        ),
        Action(
            name="decide",
            title=_("Ghi quyết định"),
            heading=lambda procedure: _("Quyết định"),
            submit=_("Ghi quyết định"),
            form=forms.DecideForm,
            may=_open_to(DECIDE),
            run=lambda actor, procedure, data: services.decide_procedure(
                actor, procedure_id=procedure.pk, **data
            ),
            done=_("Đã ghi quyết định; vị trí trong hồ sơ đã đổi theo."),
            tone="go",
        ),
        Action(
            name="stop",
            title=_("Dừng quy trình"),
            heading=lambda procedure: _("Dừng quy trình"),
            submit=_("Dừng"),
            form=forms.StopForm,
            may=_open_to(EDIT),
            run=lambda actor, procedure, data: services.stop_procedure(
                actor, procedure_id=procedure.pk, **data
            ),
            done=_("Đã dừng quy trình."),
            tone="quiet",
        ),
    ),
)


def _may_finish(actor, step):
    allowed = _open_to(EDIT)(actor, step.procedure)
    if not allowed or step.done_on:
        return allowed if not allowed else False
    steps = facts_of_steps(step.procedure)
    return rules.may_finish(step.procedure.state, steps, step.code, today())


def _may_scan(actor, step):
    if step.done_on is None or step.file_id:
        return False
    case = step.procedure
    role = actor.may(EDIT, case.unit.path)
    return rules.may_act(case.person.account_id, actor.account_id) if role else role


STEP = Actions(
    code="procedure_step",
    get=get_step,
    back=lambda step: page_of(step.procedure),
    above=lambda step: step.procedure,
    actions=(
        Action(
            name="finish",
            title=_("Ghi bước này"),
            heading=lambda step: step.name,
            submit=_("Ghi"),
            form=forms.StepForm,
            takes=("step",),
            may=_may_finish,
            run=lambda actor, step, data: services.finish_step(actor, step_id=step.pk, **data),
            done=_("Đã ghi."),
            tone="go",
        ),
        Action(
            name="scan",
            title=_("Gắn bản quét"),
            heading=lambda step: step.name,
            submit=_("Gắn"),
            form=forms.ScanForm,
            may=_may_scan,
            run=lambda actor, step, data: scan_step(actor, step_id=step.pk, **data),
            done=_("Đã gắn bản quét."),
            tone="quiet",
        ),
    ),
)
PAPER = Actions(
    code="procedure_paper",
    get=get_paper,
    back=lambda paper: page_of(paper.procedure),
    above=lambda paper: paper.procedure,
    actions=(
        Action(
            name="note",
            title=_("Đã nhận"),
            heading=lambda paper: paper.name,
            submit=_("Ghi"),
            form=forms.PaperForm,
            may=lambda actor, paper: _open_to(EDIT)(actor, paper.procedure),
            run=lambda actor, paper, data: services.note_paper(actor, paper_id=paper.pk, **data),
            done=_("Đã ghi giấy tờ."),
        ),
    ),
)


def _may_hand_over(actor, item):
    if item.state == ItemState.DONE:
        return False
    return actor.may(EDIT, item.procedure.unit.path)


ITEM = Actions(
    code="hand_over",
    get=get_item,
    back=lambda item: page_of(item.procedure),
    above=lambda item: item.procedure,
    actions=(
        Action(
            name="finish",
            title=_("Đã bàn giao"),
            heading=lambda item: item.text,
            submit=_("Ghi"),
            form=forms.ItemForm,
            may=_may_hand_over,
            run=lambda actor, item, data: services.finish_item(actor, item_id=item.pk, **data),
            done=_("Đã ghi."),
        ),
    ),
)
