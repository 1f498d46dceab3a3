"""What can be done to a candidate, a conference, a prospect, a step of a road."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.kernel.decision import Decision
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.succession.access import EDIT, REFER
from thenchot.succession.actions.plans import may_edit, page_of, page_of_post
from thenchot.succession.enums import LISTED, CandidateState, MilestoneState, ProspectState
from thenchot.succession.forms import candidates as forms
from thenchot.succession.forms import votes as vote_forms
from thenchot.succession.queries.plans import get_candidate
from thenchot.succession.queries.roads import get_milestone, get_prospect
from thenchot.succession.queries.votes import get_conference
from thenchot.succession.rules import planning as rules
from thenchot.succession.services import candidates as services
from thenchot.succession.services import conferences, roads

OFF_AGAIN = (CandidateState.PROPOSED, CandidateState.UNVOTED)


def _may_propose(actor, row) -> Decision:
    drafted = may_edit(actor, row.post.plan)
    return rules.may_propose(row.state, row.line, row.bars) if drafted else drafted


def _may_withdraw(actor, row) -> Decision | bool:
    return may_edit(actor, row.post.plan) if row.state in OFF_AGAIN else False


def _may_change_line(actor, row) -> Decision | bool:
    return may_edit(actor, row.post.plan) if row.state in LISTED else False


def _may_remove(actor, row) -> Decision:
    role = actor.may(EDIT, row.post.plan.unit.path)
    return rules.may_remove(row.state, row.post.plan.state) if role else role


def _may_draw(actor, row) -> Decision | bool:
    return actor.may(EDIT, row.post.plan.unit.path) if row.state in LISTED else False


def page_of_road(row) -> str:
    return reverse("succession_road", args=[row.pk])


def _drawn(row, count: int) -> str:
    words = ngettext("Đã thêm %(n)s bước.", "Đã thêm %(n)s bước.", count)
    return words % {"n": count}


CANDIDATE = Actions(
    code="succession_candidate",
    get=get_candidate,
    back=lambda row: page_of_post(row.post) if row else page_of(None),
    above=lambda row: row.post if row else _("Quy hoạch cán bộ"),
    actions=(
        Action(
            name="propose",
            title=_("Giới thiệu"),
            may=_may_propose,
            run=lambda actor, row, data: services.propose_candidate(actor, candidate_id=row.pk),
            done=_("Đã đưa vào danh sách giới thiệu."),
            together=True,
            tone="go",
        ),
        Action(
            name="withdraw",
            title=_("Rút"),
            may=_may_withdraw,
            run=lambda actor, row, data: services.withdraw_candidate(actor, candidate_id=row.pk),
            done=_("Đã rút khỏi danh sách giới thiệu."),
            tone="quiet",
        ),
        Action(
            name="line",
            title=_("Đổi đối tượng"),
            heading=lambda row: f"{_('Đổi đối tượng')}: {row.person}",
            submit=_("Ghi"),
            form=forms.LineForm,
            initial=lambda actor, row: {"line": row.line},
            may=_may_change_line,
            run=lambda actor, row, data: services.change_line(actor, candidate_id=row.pk, **data),
            done=_("Đã ghi."),
            tone="quiet",
        ),
        Action(
            name="remove",
            title=_("Đưa ra khỏi quy hoạch"),
            heading=lambda row: f"{_('Đưa ra khỏi quy hoạch')}: {row.person}",
            submit=_("Đưa ra"),
            form=forms.RemoveForm,
            may=_may_remove,
            run=lambda actor, row, data: services.remove_candidate(
                actor, candidate_id=row.pk, **data
            ),
            done=_("Đã đưa ra khỏi quy hoạch."),
            tone="quiet",
        ),
        Action(
            name="draw",
            title=_("Lập lộ trình từ tiêu chuẩn thiếu"),
            may=_may_draw,
            run=lambda actor, row, data: roads.draw_road(actor, candidate_id=row.pk),
            done=_drawn,
            to=lambda row, _count: page_of_road(row),
            is_offered=False,
        ),
        Action(
            name="milestone",
            title=_("Thêm bước"),
            heading=lambda row: f"{_('Thêm bước vào lộ trình')}: {row.person}",
            submit=_("Thêm"),
            form=forms.MilestoneForm,
            may=_may_draw,
            run=lambda actor, row, data: roads.add_milestone(actor, candidate_id=row.pk, **data),
            done=_("Đã thêm bước."),
            to=lambda row, _made: page_of_road(row),
            is_offered=False,
        ),
    ),
)


def _may_correct(actor, conference) -> Decision | bool:
    return False if conference.is_counted else may_edit(actor, conference.plan)


def _may_scan(actor, conference) -> Decision | bool:
    if not conference.is_counted or conference.file_id:
        return False
    return actor.may(EDIT, conference.plan.unit.path)


CONFERENCE = Actions(
    code="succession_conference",
    get=get_conference,
    back=lambda one: reverse("succession_conference", args=[one.pk]),
    above=lambda one: one,
    actions=(
        Action(
            name="correct",
            title=_("Sửa biên bản"),
            heading=lambda one: _("Sửa biên bản hội nghị"),
            submit=_("Ghi"),
            form=vote_forms.MinutesForm,
            initial=lambda actor, one: vote_forms.MinutesForm.values_of(one),
            may=_may_correct,
            run=lambda actor, one, data: conferences.correct_conference(
                actor, conference_id=one.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="count",
            title=_("Chốt kiểm phiếu"),
            may=_may_correct,
            run=lambda actor, one, data: conferences.count_conference(actor, conference_id=one.pk),
            done=_("Đã chốt kiểm phiếu."),
            ask=_("Chốt kiểm phiếu? Sau đó không sửa được; người không đủ phiếu rời danh sách."),
            to=lambda one, _made: page_of(one.plan),
            tone="go",
        ),
        Action(
            name="scan",
            title=_("Gắn bản quét"),
            heading=lambda one: _("Bản quét biên bản hội nghị"),
            submit=_("Gắn"),
            form=vote_forms.ScanForm,
            may=_may_scan,
            run=lambda actor, one, data: conferences.scan_minutes(
                actor, conference_id=one.pk, **data
            ),
            done=_("Đã gắn bản quét."),
            tone="quiet",
        ),
    ),
)


def _may_follow(actor, prospect):
    if prospect.state == ProspectState.CLOSED:
        return False
    return actor.may(EDIT, prospect.unit.path)


def all_prospects(_prospect=None) -> str:
    return reverse("prospect_list")


PROSPECT = Actions(
    code="prospect",
    get=get_prospect,
    back=all_prospects,
    above=lambda prospect: _("Nhân tố có triển vọng"),
    actions=(
        Action(
            name="new",
            title=_("Giới thiệu nhân tố có triển vọng"),
            submit=_("Giới thiệu"),
            form=forms.ProspectForm,
            takes=("actor",),
            may=somewhere(REFER),
            run=lambda actor, _none, data: roads.refer_prospect(actor, **data),
            done=_("Đã ghi giới thiệu."),
            on_thing=False,
        ),
        Action(
            name="follow",
            title=_("Ghi theo dõi"),
            heading=lambda one: f"{_('Ghi theo dõi')}: {one}",
            submit=_("Ghi"),
            form=forms.OutcomeForm,
            initial=lambda actor, one: {"outcome": one.outcome},
            may=_may_follow,
            run=lambda actor, one, data: roads.follow_prospect(actor, prospect_id=one.pk, **data),
            done=_("Đã ghi."),
        ),
        Action(
            name="close",
            title=_("Thôi theo dõi"),
            heading=lambda one: f"{_('Thôi theo dõi')}: {one}",
            submit=_("Ghi"),
            form=forms.OutcomeForm,
            may=_may_follow,
            run=lambda actor, one, data: roads.close_prospect(actor, prospect_id=one.pk, **data),
            done=_("Đã ghi."),
            tone="quiet",
        ),
    ),
)


def _may_end(actor, milestone):
    if milestone.state != MilestoneState.OPEN:
        return False
    return actor.may(EDIT, milestone.candidate.post.plan.unit.path)


MILESTONE = Actions(
    code="milestone",
    get=get_milestone,
    back=lambda one: page_of_road(one.candidate),
    above=lambda one: one.candidate.person.full_name,
    actions=(
        Action(
            name="finish",
            title=_("Đã xong"),
            heading=lambda one: f"{_('Đã xong')}: {one}",
            submit=_("Ghi"),
            form=forms.DoneForm,
            may=_may_end,
            run=lambda actor, one, data: roads.finish_milestone(actor, milestone_id=one.pk, **data),
            done=_("Đã ghi."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            heading=lambda one: f"{_('Bỏ')}: {one}",
            submit=_("Bỏ"),
            form=forms.DropForm,
            may=_may_end,
            run=lambda actor, one, data: roads.drop_milestone(actor, milestone_id=one.pk, **data),
            done=_("Đã bỏ."),
            tone="quiet",
        ),
    ),
)
