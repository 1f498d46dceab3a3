"""What can be done to a meeting and to a scoring sheet."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import CONFIRM, EDIT, ISSUE, RECORD
from thenchot.cells.enums import MeetingState, SheetState
from thenchot.cells.forms import meetings as forms
from thenchot.cells.queries.meetings import get_meeting, get_sheet, sheet_for
from thenchot.cells.services import meetings as services
from thenchot.cells.services import sheets
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

MEETINGS = _("Sổ sinh hoạt chi bộ")
SHEETS = _("Phiếu chấm điểm")


def _at(permission: str, *states: str):
    def may(actor, meeting):
        return actor.may(permission, meeting.unit.path) if meeting.state in states else False

    return may


def _may_score(actor, meeting):
    """Where a sheet is in force; the page of the meeting says so when there is none."""
    open_ = _at(RECORD, MeetingState.RECORDED, MeetingState.SCORED)(actor, meeting)
    if open_ and meeting.sheet is None and sheet_for(meeting.unit, meeting.held_on) is None:
        return False
    return open_


def _may_confirm(actor, meeting):
    if meeting.scored_by_id == actor.account_id:
        return False
    return _at(CONFIRM, MeetingState.SCORED)(actor, meeting)


def _may_answer(actor, meeting):
    waits = bool(meeting.recommendation) and not meeting.answer
    return actor.may(CONFIRM, meeting.unit.path) if waits else False


def _on_meeting(do):
    return lambda actor, meeting, data: do(actor, meeting_id=meeting.pk, **data)


MEETING = Actions(
    code="cell_meeting",
    get=get_meeting,
    back=lambda meeting: reverse("cell_meeting", args=[meeting.pk]),
    above=lambda meeting: meeting,
    actions=(
        Action(
            name="score",
            title=_("Chi bộ tự chấm"),
            submit=_("Ghi điểm"),
            form=forms.ScoreForm,
            takes=("meeting",),
            may=_may_score,
            run=_on_meeting(services.score_meeting),
            done=lambda meeting, made: _("Chi bộ tự chấm %s điểm.") % made.own_points,
            tone="go",
        ),
        Action(
            name="confirm",
            title=_("Cấp trên chấm"),
            submit=_("Chấm"),
            form=forms.ConfirmForm,
            takes=("meeting",),
            may=_may_confirm,
            run=_on_meeting(services.confirm_meeting),
            done=lambda meeting, made: _("Cấp trên chấm %s điểm.") % made.points,
            tone="go",
        ),
        Action(
            name="answer",
            title=_("Trả lời kiến nghị"),
            note=_("Trả lời hiện trên trang cuộc họp cho chi bộ."),
            submit=_("Trả lời"),
            form=forms.AnswerForm,
            may=_may_answer,
            run=_on_meeting(services.answer_recommendation),
            done=_("Đã trả lời kiến nghị của chi bộ."),
        ),
    ),
)


def _page_of(sheet) -> str:
    return reverse("cell_sheet", args=[sheet.pk]) if sheet else reverse("cell_sheet_list")


def _may_issue(actor, sheet):
    if sheet.state == SheetState.ISSUED or sheet.drafted_by_id == actor.account_id:
        return False
    return actor.may(ISSUE, sheet.unit.path)


SHEET = Actions(
    code="cell_sheet",
    get=get_sheet,
    back=_page_of,
    above=lambda sheet: sheet or SHEETS,
    actions=(
        Action(
            name="new",
            title=_("+ Phiếu chấm"),
            heading=lambda _none: _("Soạn phiếu chấm điểm sinh hoạt chi bộ"),
            submit=_("Soạn"),
            form=forms.SheetForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: sheets.draft_sheet(actor, **data),
            done=_("Đã soạn phiếu; chờ người khác ban hành."),
            to=lambda _none, made: _page_of(made),
            on_thing=False,
        ),
        Action(
            name="issue",
            title=_("Ban hành"),
            may=_may_issue,
            run=lambda actor, sheet, _data: sheets.issue_sheet(actor, sheet_id=sheet.pk),
            done=_("Đã ban hành phiếu chấm."),
            tone="go",
        ),
    ),
)
