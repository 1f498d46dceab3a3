"""What can be done to the year of one person, its absences and its complaints."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions
from thenchot.rating.access import is_own
from thenchot.rating.persons import access, forms
from thenchot.rating.persons.queries import get_absence, get_complaint, get_rating
from thenchot.rating.persons.services import (
    complaints,
    deciding,
    placing,
    recording,
    reopening,
)
from thenchot.scoring.queries.objections import due_on
from thenchot.worklog.forms.fields import ReasonForm


def page_of(rating) -> str:
    return reverse("rating_detail", args=[rating.pk])


def _above(rating) -> str:
    return f"{rating.person.full_name}, {rating.round.year}"


def _of_person(title):
    """The heading of a form: what it asks, and about whom."""
    return lambda rating: f"{title}: {rating.person.full_name}"


def _set(actor, rating, data) -> None:
    """Each thing that changed, by its own service."""
    if data["reason"] != rating.left_out:
        placing.leave_out(actor, rating_id=rating.pk, reason=data["reason"])
    if data["group"] != rating.group:
        placing.set_group(actor, rating_id=rating.pk, group=data["group"])
    if data["is_handled"] != rating.is_handled:
        placing.set_handled(actor, rating_id=rating.pk, is_handled=data["is_handled"])


def _from_paper(actor, rating) -> dict:
    """Whoever writes for somebody else writes down a paper."""
    own = is_own(actor, rating)
    return {"note": "" if own else gettext("Ghi theo phiếu giấy đã ký của người này.")}


def _settled_by(rating) -> str:
    """By the working days of the policy, counted from today."""
    day = due_on(rating.round.unit.path, today())
    said = gettext("Nhận hôm nay thì được giải quyết đến hết ngày %(day)s (Điều 22).")
    return said % {"day": f"{day:%d/%m/%Y}"}


def _note_of_months(rating) -> str:
    note = gettext(
        "Người chuyển đến: đơn vị cũ gửi kết quả các tháng (Điều 11). Ghi lại cùng tên đơn vị "
        "thì thay toàn bộ các tháng đã ghi của đơn vị đó."
    )
    if rating.round.is_of_party:
        note += " " + gettext("Điểm của một quý do nơi khác chấm thì ghi vào cả ba tháng của quý.")
    return note


RATING = Actions(
    code="rating",
    get=get_rating,
    back=page_of,
    above=_above,
    actions=(
        Action(
            name="self",
            title=_("Tự đánh giá"),
            heading=_of_person(_("Tự đánh giá, xếp loại năm")),
            submit=_("Gửi"),
            form=forms.SelfForm,
            initial=lambda actor, rating: {
                "level": rating.self_level,
                "strengths": rating.self_strengths,
                "limits": rating.self_limits,
            },
            may=access.may_rate_oneself,
            run=lambda actor, rating, data: recording.rate_oneself(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã gửi bản tự đánh giá."),
            more=_from_paper,
        ),
        Action(
            name="complaint",
            title=_("Kiến nghị"),
            heading=_of_person(_("Kiến nghị về kết quả xếp loại")),
            submit=_("Gửi"),
            note=_settled_by,
            form=forms.ComplainForm,
            may=access.may_complain,
            run=lambda actor, rating, data: complaints.complain(actor, rating_id=rating.pk, **data),
            done=_("Đã ghi kiến nghị."),
            route="complaint_new",
        ),
        Action(
            name="opinion",
            title=_("Ghi ý kiến cấp ủy"),
            heading=_of_person(_("Ý kiến bằng văn bản của cấp ủy")),
            submit=_("Ghi"),
            form=forms.OpinionForm,
            initial=lambda actor, rating: {"given_on": today()},
            may=access.may_give_opinion,
            run=lambda actor, rating, data: recording.give_opinion(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã ghi ý kiến cấp ủy."),
        ),
        Action(
            name="propose",
            title=_("Đề xuất mức"),
            heading=_of_person(_("Tổng hợp, đề xuất mức")),
            submit=_("Đề xuất"),
            form=forms.ProposeForm,
            initial=lambda actor, rating: {
                "level": rating.consolidated or rating.level,
                "note": rating.consolidation_note,
            },
            may=access.may_propose,
            run=lambda actor, rating, data: deciding.consolidate(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã ghi đề xuất; áp mức trần lại trước khi quyết định."),
        ),
        Action(
            name="settings",
            title=_("Thuộc đợt, nhóm"),
            heading=_of_person(_("Thuộc đợt, nhóm")),
            submit=_("Ghi"),
            form=forms.LeaveForm,
            initial=lambda actor, rating: {
                "reason": rating.left_out,
                "group": rating.group,
                "is_handled": rating.is_handled,
            },
            may=access.may_set,
            run=_set,
            done=_("Đã ghi."),
        ),
        Action(
            name="decide",
            title=_("Quyết định"),
            heading=_of_person(_("Quyết định mức xếp loại")),
            form=forms.DecideForm,
            takes=("rating",),
            initial=lambda actor, rating: {"level": rating.capped, "decided_on": today()},
            may=access.may_decide,
            run=lambda actor, rating, data: deciding.decide(actor, rating_id=rating.pk, **data),
            done=_("Đã quyết định."),
        ),
        Action(
            name="reopen",
            title=_("Mở lại"),
            heading=_of_person(_("Mở lại xếp loại")),
            note=_(
                "Kết quả cũ được giữ cạnh lý do. Kết quả sai thì ra quyết định mới thay thế (Điều "
                "21.3)."
            ),
            form=ReasonForm,
            may=access.may_reopen,
            run=lambda actor, rating, data: reopening.reopen(actor, rating_id=rating.pk, **data),
            done=_("Đã mở lại; quyết định cũ còn hiệu lực đến khi có quyết định thay thế."),
        ),
        Action(
            name="absence",
            title=_("ghi thêm"),
            heading=_of_person(_("Thời gian không làm việc trong năm")),
            submit=_("Ghi"),
            form=forms.AbsenceForm,
            may=access.may_note_absence,
            run=lambda actor, rating, data: recording.note_absence(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã ghi, mức đã tính lại."),
            route="absence_new",
        ),
        Action(
            name="months",
            title=_("Ghi điểm tháng do nơi khác chấm"),
            heading=_of_person(_("Điểm tháng do nơi khác chấm")),
            submit=_("Ghi"),
            note=_note_of_months,
            form=forms.MonthsForm,
            may=access.may_note_months,
            run=lambda actor, rating, data: recording.note_months(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã ghi, mức đã tính lại."),
            route="months_elsewhere",
        ),
        Action(
            name="violation",
            title=_("xem xét"),
            heading=_of_person(_("Kỷ luật này tính thế nào")),
            submit=_("Ghi"),
            note=_(
                "Một hành vi chỉ làm cho một năm không hoàn thành, tại nơi xảy ra (Điều 11, Điều "
                "20.4)."
            ),
            form=forms.ViolationForm,
            takes=("rating",),
            may=access.may_treat_violation,
            run=lambda actor, rating, data: recording.treat_violation(
                actor, rating_id=rating.pk, **data
            ),
            done=_("Đã ghi, mức đã tính lại."),
            route="violation_treatment",
        ),
    ),
)
ABSENCE = Actions(
    code="absence",
    get=get_absence,
    back=lambda absence: page_of(absence.rating),
    above=lambda absence: _above(absence.rating),
    actions=(
        Action(
            name="withdraw",
            title=_("Bỏ"),
            may=access.may_withdraw_absence,
            run=lambda actor, absence, data: recording.withdraw_absence(
                actor, absence_id=absence.pk
            ),
            done=_("Đã bỏ, mức đã tính lại."),
            tone="quiet",
        ),
    ),
)
COMPLAINT = Actions(
    code="complaint",
    get=get_complaint,
    back=lambda complaint: page_of(complaint.rating),
    above=lambda complaint: _above(complaint.rating),
    actions=(
        Action(
            name="settle",
            title=_("Giải quyết"),
            heading=lambda complaint: _of_person(gettext("Giải quyết kiến nghị"))(complaint.rating),
            submit=_("Ghi kết quả"),
            note=lambda complaint: complaint.text,
            form=forms.SettleForm,
            takes=("complaint",),
            may=access.may_settle,
            run=lambda actor, complaint, data: complaints.settle(
                actor, complaint_id=complaint.pk, **data
            ),
            done=_("Đã giải quyết kiến nghị."),
        ),
    ),
)
