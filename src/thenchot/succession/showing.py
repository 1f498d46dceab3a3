"""Figures of a list as pages and papers say them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.platform.ui.templatetags.ui import comma
from thenchot.succession.queries.makeup import Makeup
from thenchot.succession.rules.meters import Meter

METER = {
    "women": gettext_lazy("nữ"),
    "young": gettext_lazy("cán bộ trẻ"),
    "science": gettext_lazy("có trình độ khoa học, công nghệ"),
    "religious": gettext_lazy("cán bộ vùng giáo"),
}


@dataclass(frozen=True)
class Shown:
    """One figure: what it is, its value, what is asked, whether it is short."""

    value: str
    label: Any
    tone: str = ""


def figures_of(makeup: Makeup) -> list[Shown]:
    """Empty where nobody is on the list."""
    if not makeup.people:
        return []
    first = Shown(str(makeup.people), _("người, %s lượt") % makeup.entries)
    return [first, *(_meter(one) for one in makeup.meters), *_bands(makeup)]


def _meter(meter: Meter) -> Shown:
    known = meter.whole - meter.unknown
    value = f"{meter.part} ({comma(meter.percent, 0)}%)" if known else "–"
    label = str(METER[meter.code])
    if meter.target:
        label += " · " + _("cần từ %s%%") % meter.target
    if meter.lacking:
        label += " · " + _("thiếu %s người") % meter.lacking
    if meter.unknown:
        label += " · " + _("%s người chưa rõ") % meter.unknown
    return Shown(value, label, "act" if meter.lacking else "")


def _bands(makeup: Makeup) -> list[Shown]:
    low, high = makeup.bounds
    words = {
        "youngest": _("đến %s tuổi") % low,
        "middle": _("trên %(low)s đến %(high)s tuổi") % {"low": low, "high": high},
        "oldest": _("trên %s tuổi") % high,
        "unknown": _("chưa rõ tuổi"),
    }
    shown = [
        Shown(str(count), words[band], "act" if not count else "")
        for band, count in makeup.bands.items()
        if band != "unknown"
    ]
    unknown = makeup.bands["unknown"]
    return [*shown, Shown(str(unknown), words["unknown"], "act")] if unknown else shown
