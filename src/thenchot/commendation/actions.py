"""What can be done about initiatives, movements, praise and awards."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.commendation import forms, services
from thenchot.commendation.access import DECIDE, EDIT, PROPOSE, SUGGEST
from thenchot.commendation.enums import AwardState, InitiativeState, MovementState
from thenchot.commendation.queries import (
    get_award,
    get_entry,
    get_initiative,
    get_movement,
    get_praise,
)
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

INITIATIVES, MOVEMENTS = _("Sáng kiến"), _("Phong trào thi đua")
AWARDS = _("Khen thưởng")


def _may_answer(actor, found):
    if found.state != InitiativeState.PROPOSED or found.proposed_by_id == actor.account_id:
        return False
    return actor.may(DECIDE, found.unit.path)


def _may_conclude(actor, found):
    return actor.may(EDIT, found.unit.path) if found.state == InitiativeState.ALLOWED else False


INITIATIVE = Actions(
    code="initiative",
    get=get_initiative,
    back=lambda _one: reverse("initiative_list"),
    above=lambda _one: INITIATIVES,
    actions=(
        Action(
            name="new",
            title=_("+ Sáng kiến"),
            heading=lambda _none: _("Đề xuất sáng kiến"),
            submit=_("Đề xuất"),
            form=forms.InitiativeForm,
            takes=("actor",),
            may=somewhere(SUGGEST),
            run=lambda actor, _none, data: services.propose_initiative(actor, **data),
            done=_("Đã đề xuất; chờ cấp có thẩm quyền cho phép trước khi thực hiện."),
            on_thing=False,
        ),
        Action(
            name="answer",
            title=_("Trả lời đề xuất"),
            heading=lambda found: found.name,
            submit=_("Trả lời"),
            form=forms.AnswerForm,
            may=_may_answer,
            run=lambda actor, found, data: services.answer_initiative(
                actor, initiative_id=found.pk, **data
            ),
            done=_("Đã trả lời đề xuất."),
            tone="go",
        ),
        Action(
            name="conclude",
            title=_("Kết luận"),
            heading=lambda found: found.name,
            submit=_("Ghi kết luận"),
            form=forms.ConcludeForm,
            may=_may_conclude,
            run=lambda actor, found, data: services.conclude_initiative(
                actor, initiative_id=found.pk, **data
            ),
            done=_("Đã ghi kết luận."),
        ),
    ),
)


def _page_of(movement) -> str:
    return reverse("movement", args=[movement.pk]) if movement else reverse("movement_list")


def _running(permission: str):
    def may(actor, movement):
        if movement.state == MovementState.CLOSED:
            return False
        if permission == PROPOSE:
            return bool(somewhere(PROPOSE)(actor, movement))
        return actor.may(permission, movement.unit.path)

    return may


MOVEMENT = Actions(
    code="movement",
    get=get_movement,
    back=_page_of,
    above=lambda movement: movement or MOVEMENTS,
    actions=(
        Action(
            name="new",
            title=_("+ Phong trào"),
            heading=lambda _none: _("Phát động phong trào thi đua"),
            submit=_("Phát động"),
            form=forms.MovementForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.launch(actor, **data),
            done=_("Đã phát động phong trào."),
            to=lambda _none, made: _page_of(made),
            on_thing=False,
        ),
        Action(
            name="register",
            title=_("Đăng ký tham gia"),
            submit=_("Đăng ký"),
            form=forms.EntryForm,
            takes=("actor",),
            may=_running(PROPOSE),
            run=lambda actor, movement, data: services.register(
                actor, movement_id=movement.pk, **data
            ),
            done=_("Đã ghi đăng ký."),
            tone="go",
        ),
        Action(
            name="close",
            title=_("Tổng kết"),
            submit=_("Tổng kết"),
            form=forms.CloseForm,
            may=_running(EDIT),
            run=lambda actor, movement, data: services.close_movement(
                actor, movement_id=movement.pk, **data
            ),
            done=_("Đã tổng kết phong trào."),
        ),
    ),
)
ENTRY = Actions(
    code="movement_entry",
    get=get_entry,
    back=lambda entry: _page_of(entry.movement),
    above=lambda entry: entry.movement,
    actions=(
        Action(
            name="result",
            title=_("Ghi kết quả"),
            heading=lambda entry: entry.content,
            submit=_("Ghi"),
            form=forms.ResultForm,
            may=lambda actor, entry: _running(EDIT)(actor, entry.movement),
            run=lambda actor, entry, data: services.note_result(actor, entry_id=entry.pk, **data),
            done=_("Đã ghi kết quả."),
        ),
    ),
)
PRAISE = Actions(
    code="praise",
    get=lambda actor, pk: get_praise(actor, pk, today()),
    back=lambda _one: reverse("praise_list"),
    above=lambda _one: _("Gợi ý biểu dương"),
    actions=(
        Action(
            name="propose",
            title=_("Đề nghị khen"),
            heading=lambda task: task.name,
            submit=_("Đề nghị"),
            form=forms.PraiseForm,
            takes=("task",),
            may=lambda actor, task: actor.may(PROPOSE, task.unit.path),
            run=lambda actor, task, data: services.propose_praise(
                actor, hard_task_id=task.pk, **data
            ),
            done=_("Đã đề nghị khen thưởng."),
            to=lambda _task, _made: reverse("award_list"),
            tone="go",
        ),
    ),
)


def _at(permission: str, *states: str):
    def may(actor, award):
        return actor.may(permission, award.unit.path) if award.state in states else False

    return may


def _on_award(do):
    return lambda actor, award, data: do(actor, award_id=award.pk, **data)


AWARD = Actions(
    code="award",
    get=get_award,
    back=lambda _one: reverse("award_list"),
    above=lambda _one: AWARDS,
    actions=(
        Action(
            name="new",
            title=_("+ Đề nghị"),
            heading=lambda _none: _("Đề nghị khen thưởng"),
            submit=_("Đề nghị"),
            form=forms.AwardForm,
            takes=("actor",),
            may=somewhere(PROPOSE),
            run=lambda actor, _none, data: services.propose_award(actor, **data),
            done=_("Đã đề nghị khen thưởng."),
            on_thing=False,
        ),
        Action(
            name="vote",
            title=_("Hội đồng bỏ phiếu"),
            heading=lambda award: award,
            submit=_("Ghi"),
            form=forms.VoteForm,
            may=_at(EDIT, AwardState.PROPOSED),
            run=_on_award(services.vote),
            done=_("Đã ghi kết quả bỏ phiếu."),
        ),
        Action(
            name="decide",
            title=_("Ghi quyết định"),
            heading=lambda award: award,
            submit=_("Ghi quyết định"),
            form=forms.DecideForm,
            takes=("award",),
            may=_at(DECIDE, AwardState.VOTED),
            run=_on_award(services.decide),
            done=_("Đã ghi quyết định; hồ sơ cán bộ có dòng khen thưởng theo."),
            tone="go",
        ),
        Action(
            name="refuse",
            title=_("Không khen thưởng"),
            heading=lambda award: award,
            submit=_("Ghi"),
            form=forms.RefuseForm,
            may=_at(DECIDE, AwardState.PROPOSED, AwardState.VOTED),
            run=_on_award(services.refuse_award),
            done=_("Đã ghi."),
            tone="quiet",
        ),
    ),
)
