"""What can be done to a set of criteria, to its criteria and to a round.

Answers stand elsewhere: they are the one thing here that leaves no trace (views/answering.py).
"""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.feedback import access, forms
from thenchot.feedback.models import Criterion
from thenchot.feedback.queries import criteria as queries
from thenchot.feedback.queries.rounds import get_round
from thenchot.feedback.services import closing, drafting, opening
from thenchot.feedback.shipped import shipped_criteria
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, somewhere
from thenchot.platform.ui.actions import Action, Actions

ASKED_OF_CRITERION = ("name", "group", "weight", "most", "is_main", "sides", "clause")


def page_of(found) -> str:
    return reverse("criteria_detail", args=[found.pk])


def values_of(row: Criterion) -> dict:
    return {name: getattr(row, name) for name in ASKED_OF_CRITERION}


def criterion_form(*args, found, **more) -> forms.CriterionForm:
    return forms.CriterionForm(*args, groups=found.groups, **more)


def changed_form(*args, row, **more) -> forms.CriterionForm:
    return forms.CriterionForm(*args, groups=row.set.groups, **more)


def get_shipped(actor, code: str):
    found = shipped_criteria().get(code)
    if found is None:
        raise NotVisible(code)
    return found


SHIPPED = Actions(
    code="criteria",
    get=get_shipped,
    back=lambda shipped: reverse("criteria_list"),
    above=lambda shipped: _("Bộ tiêu chí"),
    at="<slug:code>",
    keys=lambda shipped: {"code": shipped.code},
    actions=(
        Action(
            name="adopt",
            title=_("Lấy về soạn"),
            heading=lambda shipped: shipped.name,
            note=lambda shipped: shipped.head["note"],
            address="/",
            form=forms.AdoptForm,
            takes=("actor",),
            may=somewhere(access.EDIT_CRITERIA),
            run=lambda actor, shipped, data: drafting.adopt_criteria(
                actor, unit_id=data["unit"].pk, code=shipped.code
            ),
            done=_("Đã lấy về thành dự thảo; sửa trọng số rồi ban hành."),
            to=lambda shipped, made: page_of(made),
        ),
    ),
)
SET = Actions(
    code="criteria",
    get=queries.get_set,
    back=page_of,
    above=str,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda found: _("Sửa bộ tiêu chí"),
            submit=_("Ghi"),
            template="feedback/criteria_edit.html",
            form=forms.SetForm,
            initial=lambda actor, found: forms.SetForm.values_of(found),
            may=access.may_edit_set,
            run=lambda actor, found, data: drafting.change_criteria(actor, set_id=found.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="new",
            title=_("Thêm tiêu chí"),
            submit=_("Ghi"),
            route="criterion_new",
            form=criterion_form,
            takes=("found",),
            may=access.may_edit_set,
            run=lambda actor, found, data: drafting.put_criterion(actor, set_id=found.pk, **data),
            done=_("Đã thêm tiêu chí."),
        ),
        Action(
            name="revise",
            title=_("Soạn lần mới"),
            may=access.may_revise_set,
            run=lambda actor, found, data: drafting.revise_criteria(actor, set_id=found.pk),
            done=_("Đã lập dự thảo lần mới."),
            to=lambda found, made: page_of(made),
        ),
        Action(
            name="issue",
            title=_("Ban hành"),
            heading=lambda found: _("Ban hành bộ tiêu chí"),
            submit=_("Ghi"),
            tone="go",
            form=forms.IssueForm,
            initial=lambda actor, found: {"valid_from": today()},
            may=access.may_issue_set,
            run=lambda actor, found, data: drafting.issue_criteria(actor, set_id=found.pk, **data),
            done=_("Đã ban hành."),
        ),
    ),
)
CRITERION = Actions(
    code="criterion",
    get=queries.get_criterion,
    back=lambda row: page_of(row.set),
    above=lambda row: str(row.set),
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda row: _("Sửa tiêu chí"),
            submit=_("Ghi"),
            form=changed_form,
            takes=("row",),
            initial=lambda actor, row: values_of(row),
            may=access.may_edit_criterion,
            run=lambda actor, row, data: drafting.put_criterion(
                actor, set_id=row.set_id, criterion_id=row.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            tone="quiet",
            may=access.may_edit_criterion,
            run=lambda actor, row, data: drafting.drop_criterion(actor, criterion_id=row.pk),
            done="",
        ),
    ),
)
ROUND = Actions(
    code="feedback",
    get=get_round,
    back=lambda found: reverse("feedback_round", args=[found.pk]),
    above=str,
    actions=(
        Action(
            name="prolong",
            title=_("Gia hạn"),
            heading=lambda found: _("Gia hạn nhận ý kiến"),
            submit=_("Ghi"),
            form=forms.ProlongForm,
            initial=lambda actor, found: {"closes_on": found.closes_on},
            may=access.may_keep,
            run=lambda actor, found, data: opening.prolong_feedback(
                actor, round_id=found.pk, **data
            ),
            done=_("Đã gia hạn."),
        ),
        Action(
            name="close",
            title=_("Đóng đợt, cộng kết quả"),
            tone=lambda found: "go" if found.closes_on < today() else "",
            may=access.may_keep,
            run=lambda actor, found, data: closing.close_feedback(actor, round_id=found.pk),
            done=_("Đã đóng đợt: câu trả lời đã cộng xong, phong bì đã hủy."),
        ),
    ),
)
