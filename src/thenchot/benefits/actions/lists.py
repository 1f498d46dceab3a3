"""What can be done to a list of affected people, and to a list of payments."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.benefits.access import APPROVE, COUNT, EDIT
from thenchot.benefits.enums import PaymentState
from thenchot.benefits.forms import lists as forms
from thenchot.benefits.forms.cases import ReasonForm
from thenchot.benefits.queries.cases import (
    get_affected,
    get_item,
    get_payment,
    get_rearrangement,
)
from thenchot.benefits.services import cases, payments, rearrangements
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions

REARRANGEMENTS = _("Sắp xếp, người chịu tác động")
PAYMENTS = _("Danh sách chi trả")


def rearrangement_page(one) -> str:
    return reverse("rearrangement", args=[one.pk]) if one else reverse("rearrangement_list")


def payment_page(one) -> str:
    return reverse("payment", args=[one.pk]) if one else reverse("payment_list")


def _gathered(_one, count: int) -> str:
    words = ngettext("Đã thêm %(n)s người.", "Đã thêm %(n)s người.", count)
    return words % {"n": count}


REARRANGEMENT = Actions(
    code="rearrangement",
    get=get_rearrangement,
    back=rearrangement_page,
    above=lambda one: one or REARRANGEMENTS,
    actions=(
        Action(
            name="new",
            title=_("Lập danh sách người chịu tác động của sắp xếp"),
            submit=_("Lập"),
            form=forms.RearrangementForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: rearrangements.open_rearrangement(actor, **data),
            done=_("Đã lập. Lấy người của từng đơn vị chịu tác động vào danh sách."),
            to=lambda _none, one: rearrangement_page(one),
            on_thing=False,
        ),
        Action(
            name="gather",
            title=_("Lấy người của đơn vị"),
            heading=lambda one: one,
            submit=_("Lấy"),
            form=forms.GatherForm,
            takes=("rearrangement",),
            may=over(EDIT),
            run=lambda actor, one, data: rearrangements.gather_people(
                actor, rearrangement_id=one.pk, **data
            ),
            done=_gathered,
            tone="go",
        ),
        Action(
            name="person",
            title=_("Thêm một người"),
            heading=lambda one: one,
            submit=_("Thêm"),
            form=forms.AffectedForm,
            takes=("actor",),
            may=over(EDIT),
            run=lambda actor, one, data: rearrangements.add_affected(
                actor, rearrangement_id=one.pk, **data
            ),
            done=_("Đã thêm."),
        ),
    ),
)


def _unanswered(actor, row):
    return actor.may(EDIT, row.rearrangement.unit.path) if row.case_id is None else False


def _open_case(actor, row, data):
    return cases.open_case(
        actor,
        unit_id=row.rearrangement.unit_id,
        person_id=row.person_id,
        rearrangement_id=row.rearrangement_id,
        **data,
    )


AFFECTED = Actions(
    code="affected",
    get=get_affected,
    back=lambda row: rearrangement_page(row.rearrangement if row else None),
    above=lambda row: row.rearrangement if row else REARRANGEMENTS,
    actions=(
        Action(
            name="policy",
            title=_("Chọn chế độ"),
            heading=lambda row: row.person.full_name,
            submit=_("Lập hồ sơ"),
            form=forms.AnswerForm,
            takes=("actor",),
            may=_unanswered,
            run=_open_case,
            done=_("Đã lập hồ sơ và tính mức hưởng."),
            to=lambda row, case: reverse("benefit_case", args=[case.pk]),
        ),
        Action(
            name="none",
            title=_("Không có chế độ"),
            heading=lambda row: row.person.full_name if row else _("Không có chế độ"),
            submit=_("Ghi"),
            form=ReasonForm,
            note=_("Ví dụ: đã bố trí vị trí khác, tiếp tục làm việc ở thôn mới."),
            may=_unanswered,
            run=lambda actor, row, data: rearrangements.answer_none(
                actor, affected_id=row.pk, **data
            ),
            done=_("Đã ghi."),
            tone="quiet",
            together=True,
        ),
    ),
)


def _may_pay(actor, payment):
    role = actor.may(APPROVE, payment.unit.path)
    return payments.may_approve(payment, actor) if role else role


PAYMENT = Actions(
    code="payment",
    get=get_payment,
    back=payment_page,
    above=lambda one: one or PAYMENTS,
    actions=(
        Action(
            name="new",
            title=_("Lập danh sách chi trả"),
            submit=_("Lập"),
            form=forms.PaymentForm,
            takes=("actor",),
            may=somewhere(COUNT),
            run=lambda actor, _none, data: payments.draw_up_payment(actor, **data),
            done=_("Đã lập danh sách từ các hồ sơ đã duyệt."),
            to=lambda _none, one: payment_page(one),
            on_thing=False,
        ),
        Action(
            name="approve",
            title=_("Duyệt chi"),
            heading=lambda one: one,
            submit=_("Duyệt chi"),
            form=forms.PayForm,
            may=_may_pay,
            run=lambda actor, one, data: payments.approve_payment(actor, payment_id=one.pk, **data),
            done=_("Đã duyệt chi."),
            tone="go",
        ),
    ),
)


def _may_drop(actor, item):
    if item.payment.state != PaymentState.DRAFT:
        return False
    return actor.may(COUNT, item.payment.unit.path)


ITEM = Actions(
    code="payment_item",
    get=get_item,
    back=lambda item: payment_page(item.payment),
    above=lambda item: item.payment,
    actions=(
        Action(
            name="drop",
            title=_("Bỏ khỏi danh sách"),
            may=_may_drop,
            run=lambda actor, item, data: payments.drop_item(actor, item_id=item.pk),
            done=_("Đã bỏ; danh sách khác chi được khoản này."),
            tone="quiet",
        ),
    ),
)
