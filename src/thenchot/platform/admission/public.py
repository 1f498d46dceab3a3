"""Pages without an account, of every room: one small frame, strict rules for the browser, no
script, no cookie unless a form asks for one; who sent a form is kept as a keyed digest of the
address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import segno
from django.shortcuts import render
from django.urls import reverse

from thenchot.platform import keys
from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.audit.trail import digest

STRICT = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True)
class Way:
    """A link at the head of every public page. `to(unit)` is its address; `unit` may be none."""

    place: int
    label: Any
    to: Callable[[Any], str]


_ways: dict[int, Way] = {}


def register(*ways: Way) -> None:
    for way in ways:
        if _ways.setdefault(way.place, way) != way:
            raise ValueError(f"two public links stand at {way.place}")


def page(request, template: str, context: dict, status: int = 200):
    """Without a script, and without a cookie unless a form asks for one."""
    ways = [(way.label, way.to(context.get("unit"))) for _place, way in sorted(_ways.items())]
    answer = render(request, template, {**context, "ways": ways}, status=status)
    answer.headers["Content-Security-Policy"] = STRICT
    return answer


def sender(address: str) -> str:
    """Of an address on the network: a keyed digest."""
    return digest(f"{address}/{keys.first_id()}")


def sender_of(request) -> str:
    return sender(client_address(request))


def qr_of(address: str) -> str:
    """A picture that opens the address, as data of the page."""
    return segno.make(address, error="m").svg_data_uri(scale=4, border=2)


def address_of_code(request, route: str, code: str) -> str:
    """The page of a code, the code typed in already."""
    return request.build_absolute_uri(f"{reverse(route)}?ma={code}")
