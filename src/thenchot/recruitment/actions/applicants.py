"""What can be done to an applicant, and to a paper that is appealed against."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.forms import applicants as forms
from thenchot.recruitment.queries.applicants import checks_of, get_applicant, get_score, is_own
from thenchot.recruitment.queries.rounds import form_of
from thenchot.recruitment.rules.eligibility import lacking, to_look_at
from thenchot.recruitment.services import applicants as services
from thenchot.recruitment.services import hiring

A, R = ApplicantState, RoundState


def page_of(applicant) -> str:
    if applicant is None:
        return reverse("recruitment_round_list")
    return reverse("applicant", args=[applicant.pk])


def _in(permission: str, round_state: str, *states: str):
    """The round and the applicant stand so, and it is not the own case."""

    def may(actor, one):
        if one.round.state != round_state or one.state not in states:
            return False
        allowed = actor.may(permission, one.round.unit.path)
        return not is_own(actor, one) if allowed else allowed

    return may


def _may_accept_at_once(actor, one):
    """Where nothing lacks and nothing is left to look at."""
    allowed = _in(EDIT, R.PUBLISHED, A.RECEIVED)(actor, one)
    if not allowed:
        return allowed
    found = checks_of(one)
    return not lacking(found) and not to_look_at(found)


def _may_mark(actor, one):
    if not services.may_mark(one):
        return False
    allowed = actor.may(EDIT, one.round.unit.path)
    return not is_own(actor, one) if allowed else allowed


def _may_appeal(actor, one):
    if not form_of(one.round).reviewed:
        return False
    return _in(EDIT, R.MARKED, A.SECOND)(actor, one)


def _may_lapse(actor, one):
    if one.start_by is None or one.start_by >= today():
        return False
    return _in(EDIT, R.RESULTS, A.HIRED)(actor, one)


def _ask(name: str, title, form, may, service, done, **more) -> Action:
    return Action(
        name=name,
        title=title,
        heading=lambda one: one,
        submit=more.pop("submit", _("Ghi")),
        form=form,
        may=may,
        run=lambda actor, one, data: service(actor, applicant_id=one.pk, **data),
        done=done,
        **more,
    )


APPLICANT = Actions(
    code="applicant",
    get=get_applicant,
    back=page_of,
    above=lambda one: one or _("Người dự tuyển"),
    actions=(
        _ask(
            "accept",
            _("Đủ điều kiện"),
            forms.AcceptForm,
            _in(EDIT, R.PUBLISHED, A.RECEIVED, A.REFUSED),
            services.accept_form,
            _("Đã ghi đủ điều kiện."),
            tone="go",
        ),
        Action(
            name="pass",
            title=_("Đủ điều kiện"),
            may=_may_accept_at_once,
            run=lambda actor, one, data: services.accept_form(actor, applicant_id=one.pk),
            done=_("Đã ghi đủ điều kiện."),
            together=True,
            is_offered=False,
        ),
        _ask(
            "refuse",
            _("Không đủ điều kiện"),
            forms.GroundForm,
            _in(EDIT, R.PUBLISHED, A.RECEIVED, A.ELIGIBLE),
            services.refuse_form,
            _("Đã ghi không đủ điều kiện với lý do."),
            initial=lambda actor, one: {
                "ground": "; ".join(
                    f"{check.name}: {check.detail}" for check in lacking(checks_of(one))
                )
            },
            tone="quiet",
        ),
        _ask(
            "mark",
            _("Ghi điểm"),
            forms.ScoreForm,
            _may_mark,
            services.put_scores,
            _("Đã ghi điểm."),
            takes=("applicant",),
            tone="go",
        ),
        _ask(
            "appeal",
            _("Đề nghị phúc khảo"),
            forms.AppealForm,
            _may_appeal,
            lambda actor, applicant_id, paper: services.appeal(
                actor, applicant=get_applicant(actor, applicant_id), paper=paper
            ),
            _("Đã ghi đề nghị phúc khảo."),
            takes=("applicant",),
        ),
        _ask(
            "choose",
            _("Chọn thứ tự khi bằng điểm"),
            forms.PlaceForm,
            _in(DECIDE, R.MARKED, A.SECOND),
            services.choose_equal,
            _("Đã ghi thứ tự."),
            tone="quiet",
        ),
        _ask(
            "file",
            _("Đủ hồ sơ"),
            forms.FileForm,
            _in(EDIT, R.RESULTS, A.WON),
            hiring.note_file,
            _("Đã ghi ngày đủ hồ sơ."),
        ),
        _ask(
            "hire",
            _("Ghi quyết định tuyển dụng"),
            forms.HireForm,
            _in(DECIDE, R.RESULTS, A.WON),
            hiring.hire,
            _("Đã ghi quyết định; hồ sơ cán bộ và vị trí đã có."),
            tone="go",
        ),
        _ask(
            "strike",
            _("Hủy kết quả"),
            forms.StrikeForm,
            _in(DECIDE, R.RESULTS, A.WON),
            hiring.strike,
            _("Đã hủy kết quả với lý do."),
            tone="quiet",
        ),
        _ask(
            "start",
            _("Đã nhận việc"),
            forms.StartForm,
            _in(EDIT, R.RESULTS, A.HIRED),
            hiring.note_start,
            _("Đã ghi ngày nhận việc."),
            tone="go",
        ),
        Action(
            name="lapse",
            title=_("Không nhận việc đúng hạn"),
            may=_may_lapse,
            run=lambda actor, one, data: hiring.lapse(actor, applicant_id=one.pk),
            done=_("Quyết định hết hiệu lực; vị trí bỏ khỏi hồ sơ."),
            ask=_("Quyết định tuyển dụng hết hiệu lực?"),
            together=True,
            tone="quiet",
        ),
        Action(
            name="withdraw",
            title=_("Rút phiếu"),
            may=_in(EDIT, R.PUBLISHED, A.RECEIVED, A.ELIGIBLE, A.REFUSED),
            run=lambda actor, one, data: services.withdraw_form(actor, applicant=one),
            done=_("Đã ghi rút phiếu."),
            ask=_("Người dự tuyển rút phiếu này?"),
            tone="quiet",
        ),
    ),
)


def _may_review(actor, score):
    if not score.appealed_on or score.reviewed_on:
        return False
    return _in(EDIT, R.MARKED, A.SECOND)(actor, score.applicant)


SCORE = Actions(
    code="applicant_score",
    get=get_score,
    back=lambda score: page_of(score and score.applicant),
    above=lambda score: score.applicant,
    actions=(
        Action(
            name="review",
            title=_("Ghi điểm phúc khảo"),
            heading=lambda score: _("Điểm phúc khảo"),
            submit=_("Ghi"),
            form=forms.ReviewForm,
            may=_may_review,
            run=lambda actor, score, data: services.answer_appeal(actor, score_id=score.pk, **data),
            done=_("Đã ghi điểm phúc khảo."),
            tone="go",
        ),
    ),
)
