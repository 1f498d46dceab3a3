"""What can be done to a cell and its members."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import EDIT, RECORD
from thenchot.cells.forms import members as forms
from thenchot.cells.forms.congresses import CongressForm
from thenchot.cells.forms.meetings import MeetingForm
from thenchot.cells.queries.members import get_cell, get_member, own_charges
from thenchot.cells.services import congresses, meetings
from thenchot.cells.services import members as services
from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions

CELLS = _("Chi bộ")
MEMBERS = _("Đảng viên của chi bộ")


def page_of(cell) -> str:
    return reverse("cell", args=[cell.pk])


def _over(permission: str):
    return lambda actor, cell: actor.may(permission, cell.path)


def _in_charge(actor, cell) -> bool:
    return own_charges(actor, today()).filter(unit=cell).exists()


def _on_cell(do):
    return lambda actor, cell, data: do(actor, cell_id=cell.pk, **data)


CELL = Actions(
    code="cell",
    get=get_cell,
    back=page_of,
    above=lambda cell: cell,
    actions=(
        Action(
            name="meet",
            title=_("+ Cuộc họp"),
            heading=lambda _cell: _("Ghi cuộc họp chi bộ"),
            submit=_("Ghi"),
            form=MeetingForm,
            takes=("actor", "cell"),
            may=_over(RECORD),
            run=_on_cell(meetings.record_meeting),
            done=_("Đã ghi cuộc họp; chi bộ tự chấm điểm."),
            to=lambda _cell, made: reverse("cell_meeting", args=[made.pk]),
            tone="go",
        ),
        Action(
            name="members",
            title=_("+ Đảng viên"),
            submit=_("Ghi"),
            form=forms.MembersForm,
            takes=("actor",),
            may=_over(EDIT),
            run=_on_cell(services.add_members),
            done=lambda _cell, made: _("Đã ghi %s đảng viên.") % len(made),
            to=lambda cell, _made: f"{reverse('cell_member_list')}?unit={cell.pk}",
        ),
        Action(
            name="charge",
            title=_("Phân công phụ trách"),
            submit=_("Phân công"),
            form=forms.ChargeForm,
            takes=("actor",),
            may=_over(EDIT),
            run=_on_cell(services.give_charge),
            done=_("Đã phân công cấp ủy viên phụ trách."),
        ),
        Action(
            name="report",
            title=_("Báo cáo tháng về chi bộ"),
            submit=_("Báo cáo"),
            form=forms.ReportForm,
            may=_in_charge,
            run=_on_cell(services.report),
            done=_("Đã ghi báo cáo của người phụ trách."),
            to=lambda _cell, _made: reverse("cell_report_list"),
        ),
        Action(
            name="congress",
            title=_("+ Đại hội"),
            submit=_("Ghi"),
            form=CongressForm,
            may=_over(EDIT),
            run=_on_cell(congresses.plan_congress),
            done=_("Đã ghi đại hội; lập danh sách bầu."),
            to=lambda _cell, made: reverse("congress", args=[made.pk]),
        ),
    ),
)


def _at(permission: str):
    return lambda actor, member: actor.may(permission, member.unit.path)


def _on_member(do):
    return lambda actor, member, data: do(actor, member_id=member.pk, **data)


MEMBER = Actions(
    code="cell_member",
    get=get_member,
    back=lambda member: f"{reverse('cell_member_list')}?unit={member.unit_id}",
    above=lambda _member: MEMBERS,
    actions=(
        Action(
            name="review",
            title=_("Kiểm điểm"),
            heading=lambda member: member,
            submit=_("Ghi"),
            form=forms.ReviewForm,
            may=_at(RECORD),
            run=_on_member(services.review_member),
            done=_("Đã ghi kiểm điểm của chi bộ."),
            tone="go",
        ),
        Action(
            name="change",
            title=_("Diện, chức vụ"),
            heading=lambda member: member,
            submit=_("Ghi"),
            form=forms.MemberForm,
            takes=("member",),
            may=_at(EDIT),
            run=_on_member(services.change_member),
            done=_("Đã ghi."),
        ),
        Action(
            name="leave",
            title=_("Thôi sinh hoạt"),
            heading=lambda member: member,
            submit=_("Ghi"),
            form=forms.LeaveForm,
            may=_at(EDIT),
            run=_on_member(services.end_member),
            done=_("Đã ghi; dòng cũ vẫn giữ trong sổ."),
            tone="quiet",
        ),
    ),
)
