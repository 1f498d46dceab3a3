"""What waits for somebody in months and quarters: the own sheet, sheets to score, objections,
causes, sudden work.
"""

from django.db.models import Case, Count, F, Min, When
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.periods import KINDS
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.scoring.access import CONFIRM_CAUSE
from thenchot.scoring.models import Objection
from thenchot.worklog.access import SCORE
from thenchot.worklog.enums import AssessmentState, Capacity, CauseState
from thenchot.worklog.models import Cause, Work
from thenchot.worklog.queries.assessments import open_after_end, waiting_for
from thenchot.worklog.queries.periods import key_of

WORDS = 20


def own_sheets(actor, on):
    """The own sheets of periods that have ended, without the own points."""
    rows = open_after_end(on).filter(person__account=actor.account_id, submitted_at__isnull=True)
    return rows.filter(not_scored="").order_by("ends_on", "pk")


def say_own_sheets(actor, rows, on):
    for sheet in rows.select_related("unit"):
        url = f"{reverse('my_month')}?assessment={sheet.pk}"
        words = gettext("Tự chấm %(period)s") % {"period": sheet.span.label_vi()}
        yield Line(words, url, str(sheet.unit))


def sheets(actor, on):
    return open_after_end(on).filter(waiting_for(actor)).order_by("ends_on", "pk")


def say_sheets(actor, rows, on):
    """By the page on which they are scored: a unit and a period; heads stand on the page above."""
    is_head = When(kind=Capacity.HEAD, then=F("unit__parent"))
    is_head_name = When(kind=Capacity.HEAD, then=F("unit__parent__name"))
    pages = (
        sheets(actor, on)
        .order_by()
        .values(
            "period",
            "year",
            "number",
            page=Case(is_head, default=F("unit")),
            name=Case(is_head_name, default=F("unit__name")),
        )
        .annotate(n=Count("pk"), ends=Min("ends_on"))
    )
    for one in pages.order_by("ends", "page")[:LINES]:
        span = KINDS[one["period"]](one["year"], one["number"])
        url = f"{reverse('unit_month', args=[one['page']])}?period={key_of(span)}"
        words = gettext("%(n)s phiếu %(period)s") % {"n": one["n"], "period": span.label_vi()}
        yield Line(words, url, one["name"], n=one["n"])


def objections(actor, on):
    rows = Objection.objects.filter(waiting_for(actor, "assessment__"), settled_on__isnull=True)
    return rows.order_by("due_on", "pk")


def say_objections(actor, rows, on):
    for one in rows.select_related("assessment__person"):
        person, span = one.assessment.person, one.assessment.span
        url = reverse("assessment_detail", args=[one.assessment_id])
        note = f"{span.label_vi()} · {gettext('hạn giải quyết')} {one.due_on:%d/%m/%Y}"
        yield Line(f"{person.full_name}: {Truncator(one.text).words(WORDS)}", url, note)


def causes(actor, on):
    over = answering(actor, CONFIRM_CAUSE).over("unit__path")
    return Cause.objects.filter(over, state=CauseState.PROPOSED).order_by("starts_on", "pk")


def say_causes(actor, rows, on):
    for cause in rows.select_related("unit"):
        url = reverse("unit_month", args=[cause.unit_id])
        yield Line(Truncator(cause.text).words(WORDS), url, str(cause.unit))


def sudden(actor, on):
    """Work outside of what was given, entered by its person and seen by nobody yet."""
    rows = Work.objects.filter(
        waiting_for(actor, "assessment__"),
        added__gt=0,
        confirmed_at__isnull=True,
        dropped_at__isnull=True,
        assessment__is_practice=False,
        assessment__dropped_at__isnull=True,
    )
    return rows.exclude(assessment__state=AssessmentState.CLOSED).order_by("entered_at", "pk")


def say_sudden(actor, rows, on):
    for work in rows.select_related("assessment__person"):
        person, span = work.assessment.person, work.assessment.span
        url = reverse("assessment_detail", args=[work.assessment_id])
        yield Line(
            Truncator(work.name).words(WORDS), url, f"{person.full_name} · {span.label_vi()}"
        )


register(
    Waiting(
        18, "objection", _("Giải quyết kiến nghị"), objections, say_objections, SCORE, "month_board"
    ),
    Waiting(
        20, "cause", _("Nguyên nhân khách quan"), causes, say_causes, CONFIRM_CAUSE, "month_board"
    ),
    Waiting(22, "sudden", _("Xác nhận việc phát sinh"), sudden, say_sudden, SCORE, "month_board"),
    Waiting(24, "sheets", _("Chấm điểm, chốt kỳ"), sheets, say_sheets, SCORE, "month_board"),
    Waiting(40, "own_sheet", _("Tự chấm điểm"), own_sheets, say_own_sheets, all_of="my_month"),
)
