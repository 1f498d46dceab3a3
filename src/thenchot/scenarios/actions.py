"""What can be done about impact reports, proposals and their lines."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.placement.access import EDIT
from thenchot.placement.services.procedures import open_procedure
from thenchot.platform import jobs
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.scenarios import forms, queries, services
from thenchot.scenarios.access import APPROVE, MAKE
from thenchot.scenarios.enums import ImpactState, ScenarioState
from thenchot.scenarios.rules import impact as rules


def page_of(scenario) -> str:
    return reverse("scenario", args=[scenario.pk]) if scenario else reverse("scenario_list")


def _may_approve(actor, report):
    role = actor.may(APPROVE, report.unit.path)
    return rules.may_approve(report.state, report.drafted_by_id, actor.account_id) if role else role


def _may_end(actor, report):
    return actor.may(APPROVE, report.unit.path) if report.state == ImpactState.APPROVED else False


IMPACT = Actions(
    code="impact_report",
    get=queries.get_report,
    back=lambda _one: reverse("impact_report_list"),
    above=lambda _one: _("Đánh giá tác động"),
    actions=(
        Action(
            name="new",
            title=_("+ Báo cáo đánh giá tác động"),
            heading=lambda _none: _("Lập báo cáo đánh giá tác động"),
            submit=_("Lập"),
            form=forms.ReportForm,
            takes=("actor",),
            may=somewhere(MAKE),
            run=lambda actor, _none, data: services.draft_report(actor, **data),
            done=_("Đã lập; chờ người có thẩm quyền phê duyệt."),
            on_thing=False,
        ),
        Action(
            name="approve",
            title=_("Phê duyệt"),
            heading=lambda report: report,
            submit=_("Phê duyệt"),
            form=forms.ApproveForm,
            may=_may_approve,
            run=lambda actor, report, data: services.approve_report(
                actor, report_id=report.pk, **data
            ),
            done=_("Đã phê duyệt; phương pháp này được dùng từ nay."),
            tone="go",
        ),
        Action(
            name="end",
            title=_("Dừng dùng"),
            may=_may_end,
            run=lambda actor, report, data: services.end_report(actor, report_id=report.pk),
            done=_("Đã dừng; không lập phương án mới đến khi có báo cáo khác."),
            tone="quiet",
        ),
    ),
)


@transaction.atomic
def _ask(actor, _none, data):
    """The answer takes long: in a job."""
    made = services.ask(actor, **data)
    return jobs.start(
        actor,
        "thenchot.scenarios.jobs.work_out",
        label=str(_("Phương án: %s") % made.name)[:200],
        unit_path=made.unit.path,
        scenario_id=made.pk,
    )


def _asking(name: str, title, form) -> Action:
    return Action(
        name=name,
        title=title,
        submit=_("Tính phương án"),
        form=form,
        takes=("actor",),
        may=somewhere(MAKE),
        run=_ask,
        done="",
        to=lambda _none, job: reverse("job_detail", args=[job.pk]),
        on_thing=False,
    )


SCENARIO = Actions(
    code="scenario",
    get=queries.get_scenario,
    back=page_of,
    above=lambda scenario: scenario or _("Phương án tham khảo"),
    actions=(
        _asking("placement", _("Bố trí với ít thay đổi nhất"), forms.PlacementForm),
        _asking("succession", _("Quy hoạch, thay đổi ít nhất"), forms.SuccessionForm),
        _asking("courses", _("Lớp học trong kinh phí"), forms.CourseForm),
        Action(
            name="cancel",
            title=_("Dừng tính"),
            may=lambda actor, one: (
                actor.may(MAKE, one.unit.path) if one.state == ScenarioState.WAITING else False
            ),
            run=lambda actor, one, data: services.cancel(actor, scenario_id=one.pk),
            done=_("Đã dừng."),
            tone="quiet",
        ),
    ),
)


def _may_open(actor, line):
    if not (line.person_id and line.position_id):
        return False
    return actor.may(EDIT, line.option.scenario.unit.path)


LINE = Actions(
    code="scenario_line",
    get=queries.get_line,
    back=lambda line: reverse("scenario_option", args=[line.option_id]),
    above=lambda line: line.option,
    actions=(
        Action(
            name="open",
            title=_("Mở quy trình"),
            heading=lambda line: line.person.full_name,
            submit=_("Mở"),
            form=forms.OpenForm,
            takes=("line",),
            may=_may_open,
            run=lambda actor, line, data: open_procedure(
                actor,
                unit_id=line.option.scenario.unit_id,
                person_id=line.person_id,
                position_id=line.position_id,
                **data,
            ),
            done=_("Đã mở quy trình; phương án chỉ là gợi ý."),
            to=lambda line, case: reverse("procedure", args=[case.pk]),
        ),
    ),
)
