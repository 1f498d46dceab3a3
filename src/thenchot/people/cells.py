"""Cells about people and their seats that several lists draw alike."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import EMPTY, day_of

HEAD, CONCURRENT = _("đứng đầu"), _("kiêm nhiệm")


def head_tag(seat) -> Any:
    return format_html(' <span class="tag fine">{}</span>', HEAD) if seat.is_head else ""


def concurrent_tag(seat) -> Any:
    return "" if seat.is_primary else format_html(' <span class="tag">{}</span>', CONCURRENT)


def title_of_seat(seat) -> Any:
    """The title held, whether it leads the unit, whether it is held beside another."""
    return format_html("{}{}{}", seat.title or EMPTY, head_tag(seat), concurrent_tag(seat))


def titles_of(person) -> Any:
    if not person.seats:
        return format_html('<span class="dim">{}</span>', gettext("không giữ vị trí nào"))
    return lines_of([title_of_seat(seat) for seat in person.seats])


def units_of(person) -> Any:
    return lines_of([unit_of_seat(seat) for seat in person.seats])


def unit_of_seat(seat) -> Any:
    address = reverse("unit_detail", args=[seat.unit_id])
    return format_html('<a href="{}">{}</a>', address, seat.unit.name)


def lines_of(parts: list) -> Any:
    """One below the other; most people hold one seat."""
    if len(parts) == 1:
        return parts[0]
    return format_html_join("", "<div>{}</div>", ((part,) for part in parts))


def period_of(seat) -> str:
    last = day_of(seat.valid_to) if seat.valid_to else gettext("nay")
    return f"{day_of(seat.valid_from)} – {last}"
