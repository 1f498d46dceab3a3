"""Registers asked without a browser."""

from types import SimpleNamespace
from urllib.parse import urlencode

from django.http import QueryDict

from thenchot.platform.registers.files import written


def asked_by(register, actor, *, keys=None, **asked):
    """The register as this actor would see it with these filters in the address."""
    request = SimpleNamespace(actor=actor, GET=QueryDict(urlencode(asked)), htmx=False)
    return register(request, **(keys or {}))


def chosen(register, actor, **asked) -> list:
    """The rows that are left, all pages."""
    return list(asked_by(register, actor, **asked).chosen_rows())


def file_of(register, actor, form="xlsx", **asked) -> bytes:
    """What this actor takes along."""
    return written(asked_by(register, actor, **asked), form)
