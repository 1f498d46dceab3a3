"""What somebody signs in with besides the password."""

from allauth.mfa.models import Authenticator

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes only stand in


def has_factor(account) -> bool:
    return Authenticator.objects.filter(user=account, type__in=KINDS).exists()


def remove_factors(account) -> None:
    """All of them, recovery codes too; a secret that is no longer used is not kept."""
    Authenticator.objects.filter(user=account).delete()
