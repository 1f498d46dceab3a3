"""One person's year: the receipt with its history, and everything that can be done about it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.organisation.queries import home_of
from thenchot.people.access import SEE_CONDUCT
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR, PROPOSE_YEAR, is_own
from thenchot.rating.forms import rounds as forms
from thenchot.rating.models import Complaint
from thenchot.rating.queries import rounds as queries
from thenchot.rating.queries.terms import term_bases
from thenchot.rating.services import complaints, deciding, finishing, opening, recording
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Regulation


@require_safe
def rating_detail(request, pk):
    rating = queries.get_rating(request.actor, pk)
    own = is_own(request.actor, rating)
    if not own:
        request.actor.reads.append(rating.person)
    path = rating.round.unit.path
    may_keep, may_decide = (
        bool(request.actor.may(p, path)) and not own for p in (KEEP_YEAR, DECIDE_YEAR)
    )
    may_propose = bool(request.actor.may(PROPOSE_YEAR, rating.unit.path)) and not own
    context = {
        "rating": rating,
        "file": queries.file_of(rating),
        "own": own,
        "may_keep": may_keep,
        "may_decide": may_decide,
        "may_propose": may_propose,
        "shows_acts": own or bool(request.actor.may(SEE_CONDUCT, path)),
        "is_unknown": rating.status in (Status.WAITING, Status.NOT_ENOUGH_DATA),
        "round_seen": request.actor.sees(rating.unit.path) and not own,
        "terms": term_bases(request.actor, rating),
    }
    return render(request, "rating/rating.html", context)


@form_page
def rating_self(request, pk):
    rating = queries.get_rating(request.actor, pk)
    if not is_own(request.actor, rating):
        require(request.actor, KEEP_YEAR, rating.round.unit.path)
    said = {
        "level": rating.self_level,
        "strengths": rating.self_strengths,
        "limits": rating.self_limits,
    }
    form = forms.SelfForm(sent(request), initial=said)
    if form.is_valid() and attempt(
        form, lambda: recording.rate_oneself(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã gửi bản tự đánh giá."), pk)
    note = "" if is_own(request.actor, rating) else _("Ghi theo phiếu giấy đã ký của người này.")
    return _ask(request, form, rating, _("Tự đánh giá, xếp loại năm"), _("Gửi"), note)


@form_page
def rating_settings(request, pk):
    """Whether the person belongs to the round, in which group, and what the unit was handled
    for.
    """
    rating = _over(request, pk, KEEP_YEAR)
    form = forms.LeaveForm(
        sent(request),
        initial={"reason": rating.left_out, "group": rating.group, "is_handled": rating.is_handled},
    )
    if form.is_valid() and attempt(form, lambda: _set(request.actor, rating, form.cleaned_data)):
        return _done(request, _("Đã ghi."), pk)
    return _ask(request, form, rating, _("Thuộc đợt, nhóm"), _("Ghi"))


def _set(actor, rating, said):
    if said["reason"] != rating.left_out:
        opening.leave_out(actor, rating_id=rating.pk, reason=said["reason"])
    if said["group"] != rating.group:
        opening.set_group(actor, rating_id=rating.pk, group=said["group"])
    if said["is_handled"] != rating.is_handled:
        recording.set_handled(actor, rating_id=rating.pk, is_handled=said["is_handled"])
    return True


@form_page
def absence_new(request, pk):
    rating = _of_unit(request, pk)
    form = forms.AbsenceForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: recording.note_absence(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã ghi, mức đã tính lại."), pk)
    return _ask(request, form, rating, _("Thời gian không làm việc trong năm"), _("Ghi"))


@form_page
def months_elsewhere(request, pk):
    """Months that another unit scored, or that were scored before the system was used."""
    rating = _of_unit(request, pk)
    form = forms.MonthsForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: recording.note_months(request.actor, rating_id=pk, **form.facts()) or True
    ):
        return _done(request, _("Đã ghi, mức đã tính lại."), pk)
    note = _(
        "Người chuyển đến: đơn vị cũ gửi kết quả các tháng (Điều 11). Ghi lại cùng tên đơn vị "
        "thì thay toàn bộ các tháng đã ghi của đơn vị đó."
    )
    if rating.round.rules == Regulation.QD366:
        note += " " + _("Điểm của một quý do nơi khác chấm thì ghi vào cả ba tháng của quý.")
    return _ask(request, form, rating, _("Điểm tháng do nơi khác chấm"), _("Ghi"), note)


@require_POST
def absence_withdraw(request, pk):
    found = recording.withdraw_absence(request.actor, absence_id=pk)
    return _done(request, _("Đã bỏ, mức đã tính lại."), found.rating_id)


@form_page
def violation_treatment(request, pk):
    """How a discipline of the file counts; which one stands in the address or is chosen."""
    rating = _over(request, pk, KEEP_YEAR)
    acts = [one["row"] for one in queries.violations_of(rating)]
    chosen = next((row for row in acts if str(row.pk) == request.GET.get("discipline", "")), None)
    initial = {"discipline": chosen and chosen.pk, "act": chosen.act if chosen else ""}
    form = forms.ViolationForm(
        sent(request), home=home_of(rating.round.unit), acts=acts, initial=initial
    )
    if form.is_valid() and attempt(
        form, lambda: recording.treat_violation(request.actor, rating_id=pk, **form.facts())
    ):
        return _done(request, _("Đã ghi, mức đã tính lại."), pk)
    return _ask(
        request,
        form,
        rating,
        _("Kỷ luật này tính thế nào"),
        _("Ghi"),
        _("Một hành vi chỉ làm cho một năm không hoàn thành, tại nơi xảy ra (Điều 11, Điều 20.4)."),
    )


@form_page
def rating_opinion(request, pk):
    rating = _over(request, pk, KEEP_YEAR)
    form = forms.OpinionForm(sent(request), initial={"given_on": today()})
    if form.is_valid() and attempt(
        form, lambda: recording.give_opinion(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã ghi ý kiến cấp ủy."), pk)
    return _ask(request, form, rating, _("Ý kiến bằng văn bản của cấp ủy"), _("Ghi"))


@form_page
def rating_propose(request, pk):
    rating = _of_unit(request, pk)
    form = forms.ProposeForm(
        sent(request),
        initial={"level": rating.consolidated or rating.level, "note": rating.consolidation_note},
    )
    if form.is_valid() and attempt(
        form, lambda: deciding.consolidate(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã ghi đề xuất; áp mức trần lại trước khi quyết định."), pk)
    return _ask(request, form, rating, _("Tổng hợp, đề xuất mức"), _("Đề xuất"))


@form_page
def rating_decide(request, pk):
    rating = _over(request, pk, DECIDE_YEAR)
    initial = {"level": rating.capped, "decided_on": today()}
    form = forms.DecideForm(
        sent(request), initial=initial, is_rated=rating.status != Status.NOT_RATED
    )
    if form.is_valid() and attempt(
        form, lambda: deciding.decide(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã quyết định."), pk)
    return _ask(request, form, rating, _("Quyết định mức xếp loại"), _("Quyết định"))


@form_page
def rating_reopen(request, pk):
    rating = _over(request, pk, DECIDE_YEAR)
    form = forms.ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: finishing.reopen(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(
            request, _("Đã mở lại; quyết định cũ còn hiệu lực đến khi có quyết định thay thế."), pk
        )
    return _ask(
        request,
        form,
        rating,
        _("Mở lại xếp loại"),
        _("Mở lại"),
        _(
            "Kết quả cũ được giữ cạnh lý do. Kết quả sai thì ra quyết định mới thay thế (Điều "
            "21.3)."
        ),
    )


@form_page
def complaint_new(request, pk):
    rating = queries.get_rating(request.actor, pk)
    if not is_own(request.actor, rating):
        require(request.actor, KEEP_YEAR, rating.round.unit.path)
    form = forms.ComplainForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: complaints.complain(request.actor, rating_id=pk, **form.cleaned_data)
    ):
        return _done(request, _("Đã ghi kiến nghị."), pk)
    return _ask(
        request,
        form,
        rating,
        _("Kiến nghị về kết quả xếp loại"),
        _("Gửi"),
        _("Được giải quyết trong 7 ngày làm việc từ ngày nhận (Điều 22)."),
    )


@form_page
def complaint_settle(request, pk):
    found = Complaint.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"complaint {pk}")
    rating = _over(request, found.rating_id, DECIDE_YEAR)
    form = forms.SettleForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: complaints.settle(request.actor, complaint_id=pk, **form.facts())
    ):
        return _done(request, _("Đã giải quyết kiến nghị."), rating.pk)
    return _ask(request, form, rating, _("Giải quyết kiến nghị"), _("Ghi kết quả"), found.text)


def _over(request, pk, permission):
    """A rating the actor sees, in a round over which the actor holds the permission."""
    rating = queries.get_rating(request.actor, pk)
    require(request.actor, permission, rating.round.unit.path)
    return rating


def _of_unit(request, pk):
    """A rating of a unit over which the actor proposes: of the whole round, or of the unit one
    leads.
    """
    rating = queries.get_rating(request.actor, pk)
    require(request.actor, PROPOSE_YEAR, rating.unit.path)
    return rating


def _done(request, text, pk):
    return done(request, text, "rating_detail", pk)


def _ask(request, form, rating, title, submit, note=""):
    back = reverse("rating_detail", args=[rating.pk])
    return ask(
        request,
        form,
        title=f"{title}: {rating.person.full_name}",
        submit=submit,
        back=back,
        above=f"{rating.person.full_name}, {rating.round.year}",
        note=note,
    )
