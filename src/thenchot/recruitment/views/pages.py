"""The page of an applicant, papers as Word, and the Excel of forms."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.recruitment import imports, mark_imports, prints
from thenchot.recruitment.access import EDIT, EXPORT
from thenchot.recruitment.actions.applicants import APPLICANT
from thenchot.recruitment.enums import ApplicantState, CaseState
from thenchot.recruitment.labels import APPLICANT_STATE, APPLICANT_TONES, CAME_BY, PRIORITY
from thenchot.recruitment.listings import CheckListing, ScoreListing, scores_told
from thenchot.recruitment.queries.applicants import (
    checks_of,
    decide_limit,
    file_limit,
    get_applicant,
    priority_of,
)
from thenchot.recruitment.queries.receptions import get_case
from thenchot.recruitment.queries.rounds import get_round, policy_of
from thenchot.recruitment.registers.applicants import level_of

LAST_DIGITS = 3


@require_safe
def applicant(request, pk):
    """One form: what it says, the checks, the marks, what may be done."""
    one = get_applicant(request.actor, pk)
    request.actor.reads.append(one)
    if one.person_id:
        request.actor.reads.append(one.person)
    scores = list(scores_told(one))
    is_known = one.born_on is not None
    context = {
        "applicant": one,
        "state": (APPLICANT_STATE[one.state], APPLICANT_TONES.get(one.state, "")),
        "level": level_of(one),
        "identity": f"…{one.identity_no[-LAST_DIGITS:]}" if one.identity_no else "",
        "priority": PRIORITY.get(one.priority, ""),
        "priority_points": priority_of(one, policy_of(one.round)),
        "came_by": CAME_BY[one.came_by],
        "checks": CheckListing(checks_of(one), actor=request.actor) if is_known else None,
        "scores": ScoreListing(scores, actor=request.actor) if scores else None,
        "limit": _limit(one),
        "offers": APPLICANT.offers(request.actor, one),
        "has_decision": one.state
        in (ApplicantState.WON, ApplicantState.HIRED, ApplicantState.STARTED),
    }
    return render(request, "recruitment/applicant.html", context)


def _limit(one):
    if one.state != ApplicantState.WON:
        return None
    return decide_limit(one) or file_limit(one)


def _round(request, pk):
    found = get_round(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    return found


@require_safe
def recruitment_plan_paper(request, pk):
    return prints.plan_answer(_round(request, pk))


@require_safe
def recruitment_notice_paper(request, pk):
    """There once it was announced."""
    found = _round(request, pk)
    if found.notice_on is None:
        raise NotVisible
    return prints.notice_answer(found)


@require_safe
def recruitment_list_paper(request, pk):
    found = _round(request, pk)
    if found.listed_on is None:
        raise NotVisible
    return prints.list_answer(found)


@require_safe
def recruitment_result_paper(request, pk):
    found = _round(request, pk)
    if found.ranked_on is None:
        raise NotVisible
    return prints.result_answer(found)


@require_safe
def applicant_decision(request, pk):
    """Of whoever won."""
    one = get_applicant(request.actor, pk)
    require(request.actor, EXPORT, one.round.unit.path)
    if one.called_on is None:
        raise NotVisible
    return prints.decision_answer(one)


@require_safe
def reception_case_decision(request, pk):
    """Of whoever may be received, or was."""
    case = get_case(request.actor, pk)
    require(request.actor, EXPORT, case.reception.unit.path)
    if case.state not in (CaseState.ELIGIBLE, CaseState.DECIDED):
        raise NotVisible
    if case.person_id:
        request.actor.reads.append(case.person)
    return prints.reception_answer(case)


importer = Importer(
    title=_("Nhập phiếu dự tuyển từ Excel"),
    permission=EDIT,
    run=imports.import_forms,
    homes=imports.places,
    template_route="applicant_template",
    upload_route="applicant_import",
    check_route="applicant_import_check",
    done_route="recruitment_round_list",
)
mark_importer = Importer(
    title=_("Nhập điểm từ Excel"),
    permission=EDIT,
    run=mark_imports.import_marks,
    homes=mark_imports.places,
    template_route="applicant_marks",
    upload_route="applicant_mark_import",
    check_route="applicant_mark_import_check",
    done_route="recruitment_round_list",
)
form_page = require_http_methods(["GET", "HEAD", "POST"])
applicant_import = form_page(importer.upload)
applicant_import_check = form_page(importer.check)
applicant_mark_import = form_page(mark_importer.upload)
applicant_mark_import_check = form_page(mark_importer.check)


@require_safe
def applicant_template(request):
    require_somewhere(request.actor, EDIT)
    return attachment(imports.template(), "phieu-du-tuyen.xlsx")


@require_safe
def applicant_marks(request):
    """Who sits the stage being marked, to be filled in."""
    require_somewhere(request.actor, EDIT)
    return attachment(mark_imports.sheet_of(request.actor), "diem-du-tuyen.xlsx")
