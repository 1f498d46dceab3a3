"""Daily work on paper, as Word."""

from datetime import timedelta

from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.worklog.access import SEE, is_own
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.queries.counts import period_count, week_count
from thenchot.worklog.queries.periods import key_of, period_from


@require_safe
def plan_print(request, pk):
    from thenchot.worklog.prints import lists  # writes Word: only when it is asked for

    assessment = get_assessment(request.actor, pk)
    if not is_own(request.actor, assessment):
        request.actor.reads.append(assessment.person)
    return attachment(
        lists.plan(assessment),
        f"ke-hoach-{key_of(assessment.span)}-{assessment.person.full_name}.docx",
        DOCX,
    )


@require_safe
def unit_count_print(request, pk):
    """Of the week that begins with `monday`, else of the period."""
    from thenchot.worklog.prints import lists  # writes Word: only when it is asked for

    require_somewhere(request.actor, SEE)
    monday = _monday(request.GET.get("monday", ""))
    period = period_from(request.GET.get("period", ""), today())
    found = (
        week_count(request.actor, pk, monday, today())
        if monday
        else period_count(request.actor, pk, period, today())
    )
    request.actor.reads.extend(assessment.person for assessment, _ in found.rows)
    named = (
        f"tuần từ {found.first:%d/%m/%Y} đến {found.last:%d/%m/%Y}" if monday else period.label_vi()
    )
    content = lists.unit_count(request.actor, found, named, today(), is_week=monday is not None)
    return attachment(content, f"kiem-dem-{monday or key_of(period)}.docx", DOCX)


def _monday(text):
    """The monday of the week of a day; none for anything that is no day."""
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found and found - timedelta(days=found.weekday())
