"""Communes by code or by the beginning of their words, on a day."""

from datetime import date

from django.db.models import Q

from thenchot.kernel.text import words
from thenchot.organisation.models import Place
from thenchot.platform.clock import today
from thenchot.policy.codelists import code_list

SHOWN = 20


def list_places(q: str = "", *, province: str = "", on: date | None = None):
    """Every word of `q` begins a word of the name, or `q` is the code. By province and code."""
    on = on or today()
    rows = Place.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)
    rows = rows.filter(province_code=province) if province else rows
    condition = Q()
    for word in words(q):
        condition &= Q(folded__contains=f" {word}")
    found = rows.filter(condition | Q(code=q.strip().zfill(5))) if q.strip() else rows
    return found.order_by("province_code", "code")


def place_label(place: Place) -> str:
    """ "Phường Ba Đình, Thành phố Hà Nội (00004)": what the picker shows and takes back."""
    return f"{place.name}, {code_list('province').name_of(place.province_code)} ({place.code})"


def place_of_code(code: str, on: date | None = None) -> Place | None:
    """The version of a day; the last one known when the commune is no more."""
    on = on or today()
    versions = list(Place.objects.filter(code=code.zfill(5)).order_by("-valid_from"))
    return next(
        (place for place in versions if place.valid_from <= on), versions[-1] if versions else None
    )
