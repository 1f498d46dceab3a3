"""The strips of figures on the board: each with its word, its tone and the tasks behind it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Figure:
    value: int
    label: Any
    tone: str = ""
    url: str = ""


def late(counts: dict, programme) -> Figure:
    """Every task past its day, recurring ones in their open period too."""
    number = counts["late"]
    tone = "act" if number else ""
    return Figure(number, _("quá hạn đang có hiệu lực"), tone, _tasks(programme, standing="late"))


def with_date(counts: dict, programme) -> list[Figure]:
    """Tasks with a date, by where they stand."""

    def behind(**asked):
        return _tasks(programme, timing="dated", **asked)

    return [
        late(counts, programme),
        Figure(counts["dated"], _("nhiệm vụ có hạn"), url=behind()),
        Figure(
            counts["dated_done_on_time"],
            _("xong đúng hạn"),
            "done",
            behind(standing="done_on_time"),
        ),
        Figure(counts["dated_done_late"], _("xong muộn"), "fine", behind(standing="done_late")),
        Figure(counts["dated_late"], _("có hạn: quá hạn"), "act", behind(standing="late")),
        Figure(counts["dated_due_soon"], _("sắp đến hạn"), url=behind(standing="due_soon")),
        Figure(counts["dated_running"], _("trong hạn"), url=behind(standing="running")),
        Figure(counts["dated_late_original"], _("trễ so với hạn gốc"), "act"),
    ]


def without_date(counts: dict, programme) -> list[Figure]:
    """Standing, recurring and waiting tasks, counted apart."""

    def behind(**asked):
        return _tasks(programme, **asked)

    on_time = f"{counts['periods_on_time']} {_('kỳ đúng hạn')}"
    late = f"{counts['periods_done_late']} {_('kỳ muộn')}"
    recurring = f"{_('định kỳ')}: {on_time}, {late}"
    overdue = counts["periods_late"]
    return [
        Figure(counts["silent"], _("thường xuyên: im lặng"), "act", behind(standing="silent")),
        Figure(
            counts["in_rhythm"],
            _("thường xuyên: đúng nhịp"),
            "done",
            behind(standing="in_rhythm"),
        ),
        Figure(counts["waiting"], _("chờ văn bản"), "wait", behind(standing="waiting")),
        Figure(counts["undated"], _("chưa có hạn"), "wait", behind(standing="undated")),
        Figure(counts["recurring"], recurring, url=behind(timing="recurring")),
        Figure(overdue, _("kỳ quá hạn chưa xong"), "act" if overdue else ""),
    ]


def _tasks(programme, **asked) -> str:
    if programme:
        asked["programme"] = programme.pk
    return f"{reverse('task_list')}?{urlencode(asked)}"
