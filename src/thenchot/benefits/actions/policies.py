"""What can be done to a policy, and to a condition or a line of a draft."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.benefits.access import EDIT
from thenchot.benefits.enums import PolicyState
from thenchot.benefits.forms import policies as forms
from thenchot.benefits.queries.policies import get_condition, get_line, get_policy
from thenchot.benefits.services import policies as services
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

POLICIES = _("Chế độ, chính sách")


def page_of(policy) -> str:
    return reverse("benefit_policy", args=[policy.pk]) if policy else reverse("benefit_policy_list")


def in_state(state: str):
    def may(actor, policy):
        return actor.may(EDIT, policy.unit.path) if policy.state == state else False

    return may


_draft, _in_force = in_state(PolicyState.DRAFT), in_state(PolicyState.IN_FORCE)


def _adopted(_none, count: int) -> str:
    words = ngettext("Đã thêm %(n)s chính sách.", "Đã thêm %(n)s chính sách.", count)
    return words % {"n": count}


POLICY = Actions(
    code="benefit_policy",
    get=get_policy,
    back=page_of,
    above=lambda policy: policy or POLICIES,
    actions=(
        Action(
            name="adopt",
            title=_("Lấy danh mục chính sách có sẵn"),
            submit=_("Lấy về"),
            form=forms.HomeForm,
            takes=("actor",),
            note=_("Mỗi chính sách áp dụng ngay; địa phương thay bằng phiên bản mới của mình."),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.adopt_policies(actor, **data),
            done=_adopted,
            to=lambda _none, count: page_of(None),
            on_thing=False,
        ),
        Action(
            name="new",
            title=_("Thêm chính sách của địa phương"),
            submit=_("Thêm"),
            form=forms.NewPolicyForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.draft_policy(actor, **data),
            done=_("Đã thêm bản soạn. Thêm điều kiện và dòng tính, rồi áp dụng."),
            to=lambda _none, policy: page_of(policy),
            on_thing=False,
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda policy: _("Sửa chính sách"),
            submit=_("Ghi"),
            form=forms.PolicyForm,
            initial=lambda actor, policy: forms.PolicyForm.values_of(policy),
            may=_draft,
            run=lambda actor, one, data: services.change_policy(actor, policy_id=one.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="condition",
            title=_("Thêm điều kiện"),
            heading=lambda policy: _("Ai được hưởng"),
            submit=_("Thêm"),
            form=forms.ConditionForm,
            takes=("policy",),
            may=_draft,
            run=lambda actor, one, data: services.add_condition(actor, policy_id=one.pk, **data),
            done=_("Đã thêm điều kiện."),
        ),
        Action(
            name="line",
            title=_("Thêm dòng tính"),
            heading=lambda policy: _("Mức hưởng tính thế nào"),
            submit=_("Thêm"),
            form=forms.LineForm,
            takes=("policy",),
            may=_draft,
            run=lambda actor, one, data: services.add_line(actor, policy_id=one.pk, **data),
            done=_("Đã thêm dòng tính."),
        ),
        Action(
            name="force",
            title=_("Áp dụng"),
            may=_draft,
            run=lambda actor, one, data: services.put_in_force(actor, policy_id=one.pk),
            done=_("Đã áp dụng; hồ sơ cũ giữ phiên bản lúc bắt đầu."),
            ask=_("Áp dụng chính sách này? Sau đó chỉ thay bằng phiên bản mới."),
            tone="go",
        ),
        Action(
            name="version",
            title=_("Soạn phiên bản mới"),
            may=_in_force,
            run=lambda actor, one, data: services.new_version(actor, policy_id=one.pk),
            done=_("Đã soạn phiên bản mới từ chính sách đang áp dụng."),
            to=lambda former, policy: page_of(policy),
        ),
        Action(
            name="window",
            title=_("Thời gian nhận hồ sơ"),
            heading=lambda policy: _("Thời gian nhận hồ sơ mới"),
            submit=_("Ghi"),
            form=forms.WindowForm,
            initial=lambda actor, one: {"opens_on": one.opens_on, "closes_on": one.closes_on},
            may=_in_force,
            run=lambda actor, one, data: services.keep_window(actor, policy_id=one.pk, **data),
            done=_("Đã ghi thời gian nhận hồ sơ."),
            tone="quiet",
        ),
        Action(
            name="review",
            title=_("Rà soát"),
            heading=lambda policy: _("Rà soát chính sách"),
            submit=_("Ghi"),
            form=forms.ReviewForm,
            initial=lambda actor, one: {"replaced_basis": one.replaced_basis},
            may=_in_force,
            run=lambda actor, one, data: services.note_review(actor, policy_id=one.pk, **data),
            done=_("Đã ghi kết quả rà soát."),
            tone="quiet",
        ),
        Action(
            name="end",
            title=_("Thôi áp dụng"),
            may=_in_force,
            run=lambda actor, one, data: services.end_policy(actor, policy_id=one.pk),
            done=_("Đã thôi áp dụng; hồ sơ đang làm vẫn tiếp tục."),
            ask=_("Thôi áp dụng chính sách này? Không nhận hồ sơ mới nữa."),
            tone="quiet",
        ),
    ),
)


def _in_draft(actor, part):
    return _draft(actor, part.policy)


def _parts(code: str, get, drop) -> Actions:
    return Actions(
        code=code,
        get=get,
        back=lambda part: page_of(part.policy),
        above=lambda part: part.policy,
        actions=(
            Action(
                name="drop",
                title=_("Bỏ"),
                may=_in_draft,
                run=drop,
                done=_("Đã bỏ."),
                tone="quiet",
            ),
        ),
    )


CONDITION = _parts(
    "benefit_condition",
    get_condition,
    lambda actor, part, data: services.drop_condition(actor, condition_id=part.pk),
)
LINE = _parts(
    "benefit_line",
    get_line,
    lambda actor, part, data: services.drop_line(actor, line_id=part.pk),
)
