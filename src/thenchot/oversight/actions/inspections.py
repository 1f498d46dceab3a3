"""What can be done about an inspection, its team, what it found."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.oversight.access import EDIT, REPORT_REMEDY
from thenchot.oversight.enums import OPEN_STAGES, FindingState, Stage
from thenchot.oversight.forms import findings as finding_forms
from thenchot.oversight.forms import inspections as forms
from thenchot.oversight.queries.findings import get_finding
from thenchot.oversight.queries.inspections import get_inspection, get_member
from thenchot.oversight.services import findings, inspections
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

CASES = _("Kiểm tra, giám sát")


def page_of(inspection) -> str:
    if inspection is None:
        return reverse("inspection_list")
    return reverse("inspection", args=[inspection.pk])


def _edits(actor, inspection):
    return actor.may(EDIT, inspection.unit.path)


def _at(*stages: str):
    def may(actor, inspection):
        return _edits(actor, inspection) if inspection.stage in stages else False

    return may


def _may_extend(actor, inspection):
    is_first = inspection.due_on == inspection.first_due_on and inspection.verified_on is None
    return _at(*OPEN_STAGES)(actor, inspection) if is_first else False


def _step(do):
    return lambda actor, inspection, data: do(actor, inspection_id=inspection.pk, **data)


INSPECTION = Actions(
    code="inspection",
    get=get_inspection,
    back=page_of,
    above=lambda inspection: inspection or CASES,
    actions=(
        Action(
            name="new",
            title=_("+ Đột xuất"),
            heading=lambda _none: _("Quyết định kiểm tra, giám sát đột xuất"),
            submit=_("Ghi"),
            form=forms.AdHocForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: inspections.begin_ad_hoc(actor, **data),
            done=_("Đã ghi quyết định kiểm tra, giám sát."),
            to=lambda _none, made: page_of(made),
            on_thing=False,
        ),
        Action(
            name="announce",
            title=_("Công bố"),
            submit=_("Ghi"),
            form=forms.AnnounceForm,
            may=_at(Stage.DECIDED),
            run=_step(inspections.announce),
            done=_("Đã ghi ngày công bố."),
            tone="go",
        ),
        Action(
            name="report",
            title=_("Nhận báo cáo tự kiểm tra"),
            submit=_("Ghi"),
            form=forms.ReportForm,
            may=_at(Stage.ANNOUNCED),
            run=_step(inspections.take_report),
            done=_("Đã ghi."),
            tone="go",
        ),
        Action(
            name="verify",
            title=_("Xác minh xong"),
            submit=_("Ghi"),
            form=forms.VerifiedForm,
            may=_at(Stage.REPORTED),
            run=_step(inspections.finish_verifying),
            done=_("Đã ghi."),
            tone="go",
        ),
        Action(
            name="conclude",
            title=_("Kết luận"),
            submit=_("Ghi kết luận"),
            form=forms.ConcludeForm,
            may=_at(Stage.VERIFIED),
            run=_step(inspections.conclude),
            done=_("Đã ghi kết luận."),
            tone="go",
        ),
        Action(
            name="notify",
            title=_("Thông báo kết luận"),
            submit=_("Ghi"),
            form=forms.NotifyForm,
            may=_at(Stage.CONCLUDED),
            run=_step(inspections.notify),
            done=_("Đã ghi thông báo kết luận."),
            tone="go",
        ),
        Action(
            name="close",
            title=_("Kết thúc"),
            submit=_("Ghi"),
            form=forms.CloseForm,
            may=_at(Stage.NOTIFIED),
            run=_step(inspections.close),
            done=_("Đã kết thúc."),
            tone="go",
        ),
        Action(
            name="finding",
            title=_("+ Phát hiện"),
            submit=_("Ghi"),
            form=finding_forms.FindingForm,
            takes=("actor", "inspection"),
            may=_at(*OPEN_STAGES, Stage.CONCLUDED, Stage.NOTIFIED),
            run=lambda actor, inspection, data: findings.add_finding(
                actor, inspection_id=inspection.pk, **data
            ),
            done=_("Đã ghi phát hiện."),
        ),
        Action(
            name="member",
            title=_("+ Người vào đoàn"),
            submit=_("Ghi"),
            form=forms.MemberForm,
            takes=("actor",),
            may=_at(*OPEN_STAGES),
            run=_step(inspections.name_member),
            done=_("Đã ghi vào đoàn."),
        ),
        Action(
            name="extend",
            title=_("Gia hạn"),
            submit=_("Ghi"),
            form=forms.ExtendForm,
            may=_may_extend,
            run=_step(inspections.extend),
            done=_("Đã gia hạn."),
            tone="quiet",
        ),
        Action(
            name="stop",
            title=_("Dừng"),
            submit=_("Dừng"),
            form=forms.StopForm,
            may=_at(*OPEN_STAGES),
            run=_step(inspections.stop),
            done=_("Đã dừng."),
            tone="quiet",
        ),
    ),
)
MEMBER = Actions(
    code="inspection_member",
    get=get_member,
    back=lambda member: page_of(member.inspection),
    above=lambda member: member.inspection,
    actions=(
        Action(
            name="release",
            title=_("Đưa ra khỏi đoàn"),
            may=lambda actor, member: _at(*OPEN_STAGES)(actor, member.inspection),
            run=lambda actor, member, data: inspections.release_member(actor, member_id=member.pk),
            done=_("Đã đưa ra khỏi đoàn."),
            to=lambda member, _made: page_of(member.inspection),
            tone="quiet",
        ),
    ),
)


def _remedies(actor, finding):
    if finding.state != FindingState.OPEN or finding.inspection.notified_on is None:
        return False
    return actor.may(REPORT_REMEDY, finding.unit.path)


def _settles(*states: str):
    def may(actor, finding):
        if finding.state not in states or finding.reported_by_id == actor.account_id:
            return False
        return actor.may(EDIT, finding.inspection.unit.path)

    return may


def _on_finding(do):
    return lambda actor, finding, data: do(actor, finding_id=finding.pk, **data)


FINDING = Actions(
    code="finding",
    get=get_finding,
    back=lambda _one: reverse("finding_list"),
    above=lambda _one: _("Phát hiện qua kiểm tra"),
    actions=(
        Action(
            name="report",
            title=_("Báo cáo khắc phục"),
            heading=lambda finding: finding.remedy,
            submit=_("Báo cáo"),
            form=finding_forms.RemedyForm,
            may=_remedies,
            run=_on_finding(findings.report_remedy),
            done=_("Đã báo cáo khắc phục."),
            tone="go",
        ),
        Action(
            name="settle",
            title=_("Xác nhận đã khắc phục"),
            heading=lambda finding: finding.remedy,
            submit=_("Xác nhận"),
            form=finding_forms.NoteForm,
            may=_settles(FindingState.REPORTED),
            run=_on_finding(findings.settle),
            done=_("Đã xác nhận."),
            tone="go",
        ),
        Action(
            name="send_back",
            title=_("Chưa đạt, trả lại"),
            heading=lambda finding: finding.remedy,
            submit=_("Trả lại"),
            form=finding_forms.NoteForm,
            may=_settles(FindingState.REPORTED),
            run=_on_finding(findings.send_back),
            done=_("Đã trả lại để khắc phục tiếp."),
        ),
        Action(
            name="hand_over",
            title=_("Chuyển xem xét kỷ luật"),
            heading=lambda finding: finding.text,
            submit=_("Chuyển"),
            form=finding_forms.NoteForm,
            may=_settles(FindingState.OPEN, FindingState.REPORTED),
            run=_on_finding(findings.hand_over),
            done=_("Đã chuyển xem xét kỷ luật."),
            tone="quiet",
        ),
    ),
)
