"""Registers asked without a browser."""

from types import SimpleNamespace
from urllib.parse import urlencode

from django.http import QueryDict


def asked_by(register, actor, *, keys=None, **asked):
    """The register as this actor would see it with these filters in the address."""
    request = SimpleNamespace(actor=actor, GET=QueryDict(urlencode(asked)), htmx=False)
    return register(request, **(keys or {}))


def chosen(register, actor, **asked) -> list:
    """The rows that are left, all pages."""
    return list(asked_by(register, actor, **asked).chosen_rows())
