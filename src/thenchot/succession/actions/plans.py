"""What can be done to a plan of a term and to a post of it."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.kernel.decision import Decision
from thenchot.platform import jobs
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.succession.access import APPROVE, EDIT
from thenchot.succession.forms import candidates as candidate_forms
from thenchot.succession.forms import plans as forms
from thenchot.succession.forms import votes as vote_forms
from thenchot.succession.queries.plans import get_plan, get_post
from thenchot.succession.rules import planning as rules
from thenchot.succession.services import candidates, conferences
from thenchot.succession.services import plans as services


def page_of(plan) -> str:
    return reverse("succession_plan", args=[plan.pk]) if plan else reverse("succession_plan_list")


def page_of_post(post) -> str:
    return reverse("succession_post", args=[post.pk])


def may_edit(actor, plan) -> Decision:
    role = actor.may(EDIT, plan.unit.path)
    return rules.may_edit(plan.state) if role else role


def _may_edit_post(actor, post) -> Decision:
    return may_edit(actor, post.plan)


def _may_approve(actor, plan) -> Decision:
    role = actor.may(APPROVE, plan.unit.path)
    if not role:
        return role
    return rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id)


def _may_review(actor, plan) -> Decision:
    role = actor.may(EDIT, plan.unit.path)
    return rules.may_review(plan.state) if role else role


@transaction.atomic
def _review(actor, plan, data):
    """Over everybody of the place: in a job."""
    return jobs.start(
        actor,
        "thenchot.succession.jobs.review",
        label=str(_("Rà soát nguồn: %s") % plan)[:200],
        unit_path=plan.unit.path,
        plan_id=plan.pk,
    )


def _laid_out(plan, count: int) -> str:
    words = ngettext("Đã thêm %(n)s chức danh.", "Đã thêm %(n)s chức danh.", count)
    return words % {"n": count}


PLAN = Actions(
    code="succession_plan",
    get=get_plan,
    back=page_of,
    above=lambda plan: plan or _("Quy hoạch cán bộ"),
    actions=(
        Action(
            name="new",
            title=_("Lập danh sách quy hoạch"),
            submit=_("Lập"),
            form=forms.PlanForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.open_plan(actor, **data),
            done=_("Đã lập. Thêm chức danh, rồi rà soát nguồn."),
            to=lambda _none, plan: page_of(plan),
            on_thing=False,
        ),
        Action(
            name="lay",
            title=_("Lấy chức danh đang có"),
            may=may_edit,
            run=lambda actor, plan, data: services.lay_out_posts(actor, plan_id=plan.pk),
            done=_laid_out,
        ),
        Action(
            name="post",
            title=_("Thêm chức danh"),
            heading=lambda plan: _("Thêm chức danh quy hoạch"),
            submit=_("Thêm"),
            form=forms.PostForm,
            takes=("plan",),
            may=may_edit,
            run=lambda actor, plan, data: services.add_post(actor, plan_id=plan.pk, **data),
            done=_("Đã thêm chức danh."),
        ),
        Action(
            name="sources",
            title=_("Rà soát nguồn"),
            may=may_edit,
            run=_review,
            done="",
            to=lambda plan, job: reverse("job_detail", args=[job.pk]),
            tone="go",
        ),
        Action(
            name="conference",
            title=_("Ghi hội nghị"),
            heading=lambda plan: _("Biên bản hội nghị quy hoạch"),
            submit=_("Ghi"),
            form=vote_forms.ConferenceForm,
            takes=("plan",),
            may=may_edit,
            run=lambda actor, plan, data: conferences.hold_conference(
                actor, plan_id=plan.pk, **data
            ),
            done=_("Đã ghi hội nghị; nhập số phiếu đồng ý của từng người."),
            to=lambda plan, made: reverse("succession_conference", args=[made.pk]),
        ),
        Action(
            name="reckoning",
            title=_("Ngày tính tuổi"),
            heading=lambda plan: _("Ngày tính tuổi, căn cứ"),
            submit=_("Ghi"),
            form=forms.ReckoningForm,
            initial=lambda actor, plan: {"reckons_on": plan.reckons_on, "basis": plan.basis},
            may=may_edit,
            run=lambda actor, plan, data: services.set_reckoning(actor, plan_id=plan.pk, **data),
            done=_("Đã ghi; rà soát nguồn lại để tính theo ngày mới."),
            tone="quiet",
        ),
        Action(
            name="submit",
            title=_("Trình phê duyệt"),
            may=may_edit,
            run=lambda actor, plan, data: services.submit_plan(actor, plan_id=plan.pk),
            done=_("Đã trình danh sách quy hoạch."),
            ask=_("Trình danh sách? Sau khi trình thì không sửa được."),
        ),
        Action(
            name="approve",
            title=_("Ghi phê duyệt"),
            heading=lambda plan: _("Phê duyệt danh sách quy hoạch"),
            submit=_("Phê duyệt"),
            form=forms.ApproveForm,
            may=_may_approve,
            run=lambda actor, plan, data: services.approve_plan(actor, plan_id=plan.pk, **data),
            done=_("Đã phê duyệt danh sách quy hoạch."),
            tone="go",
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda plan: _("Trả lại danh sách quy hoạch"),
            submit=_("Trả lại"),
            form=forms.NoteForm,
            may=_may_approve,
            run=lambda actor, plan, data: services.return_plan(actor, plan_id=plan.pk, **data),
            done=_("Đã trả lại."),
            tone="quiet",
        ),
        Action(
            name="review",
            title=_("Mở đợt rà soát"),
            may=_may_review,
            run=lambda actor, plan, data: services.review_plan(actor, plan_id=plan.pk),
            done=_("Đã mở đợt rà soát từ danh sách đang áp dụng."),
            to=lambda former, plan: page_of(plan),
        ),
    ),
)
POST = Actions(
    code="succession_post",
    get=get_post,
    back=page_of_post,
    above=lambda post: post,
    actions=(
        Action(
            name="outsider",
            title=_("Giới thiệu người ở nơi khác"),
            heading=lambda post: _("Giới thiệu người ở nơi khác"),
            submit=_("Giới thiệu"),
            form=candidate_forms.OutsiderForm,
            takes=("actor", "post"),
            may=_may_edit_post,
            run=lambda actor, post, data: candidates.add_outsider(actor, post_id=post.pk, **data),
            done=_("Đã giới thiệu."),
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda post: _("Sửa chức danh quy hoạch"),
            submit=_("Ghi"),
            form=forms.SizeForm,
            initial=lambda actor, post: {"seats": post.seats, "level": post.level},
            may=_may_edit_post,
            run=lambda actor, post, data: services.change_post(actor, post_id=post.pk, **data),
            done=_("Đã ghi thay đổi."),
            tone="quiet",
        ),
        Action(
            name="state",
            title=_("Để khuyết, chưa cần"),
            heading=lambda post: _("Trạng thái của chức danh"),
            submit=_("Ghi"),
            form=forms.StateForm,
            initial=lambda actor, post: {
                "state": post.state,
                "reason": post.reason,
                "look_again_on": post.look_again_on,
            },
            may=_may_edit_post,
            run=lambda actor, post, data: services.set_post_state(actor, post_id=post.pk, **data),
            done=_("Đã ghi."),
            tone="quiet",
        ),
        Action(
            name="drop",
            title=_("Bỏ chức danh"),
            may=_may_edit_post,
            run=lambda actor, post, data: services.drop_post(actor, post_id=post.pk),
            done=_("Đã bỏ chức danh khỏi danh sách."),
            ask=_("Bỏ chức danh này khỏi danh sách?"),
            to=lambda post, _none: page_of(post.plan),
            tone="quiet",
        ),
    ),
)
