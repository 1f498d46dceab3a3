"""The page without an account where a slip is answered."""

from django.contrib.auth.decorators import login_not_required
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thenchot.citizens.forms.satisfaction import RateForm
from thenchot.citizens.labels import FACE
from thenchot.citizens.services.satisfaction import answer, slip_of
from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.accounts.limits import count_failure, forget, is_locked, locked
from thenchot.platform.admission.public import page

COUNTED = "rate:"


@login_not_required
@never_cache
@sensitive_post_parameters("code", "word")
@require_http_methods(["GET", "HEAD", "POST"])
def public_rate(request):
    """Four faces, a word if they like; wrong codes count as failures."""
    form = RateForm(request.POST or None, initial={"code": request.GET.get("ma", "")[:20]})
    context = {"form": form, "faces": FACE.items()}
    if not (form.is_bound and form.is_valid()):
        return page(request, "citizens/public/rate.html", context)
    counted = f"{COUNTED}{client_address(request)}"
    if is_locked(request, counted):
        return locked(request, credentials={"username": counted})
    slip = slip_of(form.cleaned_data["code"])
    if slip is None:
        count_failure(request, counted)
        form.add_error("code", _("Không có phiếu nào mang mã này. Xem lại mã trên phiếu."))
        return page(request, "citizens/public/rate.html", context)
    face = form.cleaned_data["face"]
    if not face:
        form.add_error(None, _("Bấm một trong bốn mức."))
        return page(request, "citizens/public/rate.html", context)
    if answer(slip=slip, face=face, word=form.cleaned_data["word"]):
        forget(counted)
    return page(request, "citizens/public/thanks.html", {"unit": slip.home})
