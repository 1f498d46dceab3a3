"""Where a request comes from, seen through the proxies that are ours."""

from ipaddress import ip_address

from django.conf import settings


def client_address(request) -> str:
    """The nearest address that is none of `TRUSTED_PROXIES`. What a client says of itself in
    X-Forwarded-For counts only as far as our proxies wrote it.
    """
    address = request.META.get("REMOTE_ADDR", "")
    for hop in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        if not _is_ours(address) or not _is_address(hop.strip()):
            break
        address = hop.strip()
    return address if _is_address(address) else "0.0.0.0"


def _is_ours(address: str) -> bool:
    return _is_address(address) and any(
        ip_address(address) in network for network in settings.TRUSTED_PROXIES
    )


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
