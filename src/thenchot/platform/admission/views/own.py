"""Pages of one's own account, and the public page where a slip is used."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.limits import count_failure, forget, is_locked, locked
from thenchot.platform.accounts.sessions import sessions_of
from thenchot.platform.accounts.usernames import normal_username
from thenchot.platform.admission import queries, services
from thenchot.platform.admission.forms import DelegateForm, SlipUseForm
from thenchot.platform.admission.receivers import SLIP
from thenchot.platform.admission.registers import OwnGrantListing, SessionListing
from thenchot.platform.admission.views.administration import proposals_of
from thenchot.platform.clock import today
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import NotVisible


@require_http_methods(["GET", "HEAD", "POST"])
def my_account(request):
    held = queries.held_by(request.actor.account_id, today())
    grants = list(queries.grants_of(request.actor.account_id)[:50])
    lent = list(queries.lent_by(request.actor))
    names = places.names({grant.path for grant in (*grants, *lent)} | {h.path for h in held})
    form = DelegateForm(held, names, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        services.delegate(request.actor, **form.chosen())
        messages.success(request, _("Đã ủy quyền."))
        return redirect("my_account")
    sessions = list(sessions_of(request.actor.account_id)[:50])
    context = {
        "sessions": SessionListing(sessions, request=request) if sessions else None,
        "others": any(not session.is_current() for session in sessions),
        "grants": OwnGrantListing(_named(grants, names), request=request) if grants else None,
        "proposals": proposals_of(request, request.actor.account_id),
        "lent": _named(lent, names),
        "form": form,
        "totp": _has_totp(request),
    }
    return render(request, "admission/my_account.html", context)


def _named(grants, names):
    for grant in grants:
        grant.place = names[grant.path]
    return grants


def _has_totp(request):
    return Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists()


@require_POST
def end_delegation(request, grant_id):
    services.end_delegation(request.actor, grant_id=grant_id)
    messages.success(request, _("Đã thôi ủy quyền."))
    return redirect("my_account")


@require_POST
def end_session(request, session_id):
    ended = sessions_of(request.actor.account_id).filter(pk=session_id)
    if not ended.exists():
        raise NotVisible
    services.end_own_sessions(request.actor, ended)
    messages.success(request, _("Đã kết thúc phiên làm việc."))
    return redirect("my_account")


@require_POST
def end_other_sessions(request):
    others = sessions_of(request.actor.account_id)
    services.end_own_sessions(
        request.actor, others.exclude(session_key=request.session.session_key)
    )
    messages.success(request, _("Đã kết thúc mọi phiên khác."))
    return redirect("my_account")


@login_not_required
@sensitive_post_parameters("password", "again", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def use_slip(request):
    """Counted like log-in failures. A slip that was used opens a locked name."""
    form = SlipUseForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return _try_slip(request, form)
    return render(request, "admission/use_slip.html", {"form": form})


def _try_slip(request, form):
    username = normal_username(form.cleaned_data["username"])
    counted = f"{SLIP}{username}"
    if is_locked(request, counted):
        return locked(request, credentials={"username": counted})
    try:
        services.use_slip(
            **{name: form.cleaned_data[name] for name in ("username", "code", "password")}
        )
    except Refused as refusal:
        count_failure(request, counted)
        form.add_error("code", str(refusal))
    except ValidationError as error:
        form.add_error("password", error)
    else:
        forget(username)
        forget(counted)
        messages.success(request, _("Đã đặt mật khẩu. Xin đăng nhập."))
        return redirect("account_login")
    return render(request, "admission/use_slip.html", {"form": form})
