"""Pages of one's own account, and the public page where a slip is used."""

from allauth.mfa.models import Authenticator
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from thenchot.kernel.decision import Refused
from thenchot.platform.admission import queries, services
from thenchot.platform.admission.forms import DelegateForm, SlipUseForm
from thenchot.platform.admission.registers import OwnGrantListing
from thenchot.platform.admission.views.administration import proposals_of
from thenchot.platform.clock import today
from thenchot.platform.scope import places


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
    context = {
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


@login_not_required
@sensitive_post_parameters("password", "again", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def use_slip(request):
    """Counted like log-in failures: five wrong codes for a username from one machine lock it for a
    while.
    """
    form = SlipUseForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return _try_slip(request, form)
    return render(request, "admission/use_slip.html", {"form": form})


def _try_slip(request, form):
    credentials = {"username": f"slip:{form.cleaned_data['username'].lower()}"}
    if not AxesProxyHandler.is_allowed(request, credentials):
        return get_lockout_response(request, credentials=credentials)
    try:
        services.use_slip(
            **{name: form.cleaned_data[name] for name in ("username", "code", "password")}
        )
    except Refused as refusal:
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
        form.add_error("code", str(refusal))
    except ValidationError as error:
        form.add_error("password", error)
    else:
        messages.success(request, _("Đã đặt mật khẩu. Xin đăng nhập."))
        return redirect("account_login")
    return render(request, "admission/use_slip.html", {"form": form})
