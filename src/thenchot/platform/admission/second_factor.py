"""Who must sign in with a second factor, and is led to switch it on before anything else."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _

from thenchot.platform import policies
from thenchot.platform.accounts.adapters import SealedAuthenticators
from thenchot.platform.accounts.factors import KINDS, has_factor
from thenchot.platform.accounts.middleware import to_page
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import actor_for
from thenchot.policy.parameters import AccessPolicy

HAS = "second_factor"  # in the session, once it was seen to be there
OPEN = ("/accounts/", "/language/", "/healthz")  # what one needs to switch it on, or to leave


def ask_second_factor(get_response):
    """Holders of certain roles see no page before they have one (policy
    `access.second_factor_roles`).
    """

    def middleware(request):
        if settings.SECOND_FACTOR and _is_asked(request):
            messages.warning(
                request, _("Vai trò của ông (bà) phải bật xác thực hai lớp trước khi làm việc.")
            )
            return to_page(request, resolve_url("mfa_activate_totp"))
        return get_response(request)

    return middleware


def _is_asked(request) -> bool:
    if not request.user.is_authenticated or request.path.startswith(OPEN):
        return False
    if request.session.get(HAS) or not must_have(request.actor):
        return False
    if not has_factor(request.user):
        return True
    request.session[HAS] = True
    return False


def must_have(actor) -> bool:
    """Does one of the actor's roles ask for it where it is held?"""
    return any(
        held.role in policies.in_force(AccessPolicy, path=held.path, on=today()).second_factor_roles
        for held in actor.grants
    )


class KeptAuthenticators(SealedAuthenticators):
    """The last second factor of somebody who must have one stays."""

    def can_delete_authenticator(self, authenticator) -> bool:
        if not settings.SECOND_FACTOR or authenticator.type not in KINDS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=KINDS)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        return not must_have(actor_for(authenticator.user))
