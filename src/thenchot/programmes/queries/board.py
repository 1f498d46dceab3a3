"""The board: what was promised, what is late, at whose desk, for how long, what it blocks."""

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from thenchot.programmes.enums import Part, Standing, Timing
from thenchot.programmes.measures import Measured, measured
from thenchot.programmes.models import (
    Assignment,
    Dependency,
    Instance,
    Programme,
    Target,
    TargetReading,
    Task,
)
from thenchot.programmes.queries.standing import ENDED, conditions, measures
from thenchot.programmes.queries.tasks import judged
from thenchot.programmes.rules.reaching import reach

STUCK_ROWS = 25
PARTS = Prefetch("assignments", Assignment.objects.select_related("unit"))


def scoped(actor, programme_id=None):
    tasks = Task.objects.visible_to(actor)
    return tasks.filter(places__programme=programme_id) if programme_id else tasks


def get_counts(actor, *, on, path, programme_id=None) -> dict[str, int]:
    """Every figure of the strip: one query over tasks, one over periods. Share of done covers dated
    tasks only.
    """
    tasks = scoped(actor, programme_id)
    stand = conditions(on=on, **measures(path, on))
    dated, recurring = Q(timing=Timing.DATED), Q(timing=Timing.RECURRING)
    figures = {f"dated_{s.value}": Count("pk", dated & q) for s, q in stand.items() if s in BY_DATE}
    figures |= {
        s.value: Count("pk", stand[s] & ~dated)
        for s in (Standing.SILENT, Standing.IN_RHYTHM, Standing.WAITING)
    }
    figures["late"] = Count("pk", stand[Standing.LATE])
    figures["undated"] = Count("pk", stand[Standing.UNDATED])
    figures["undated_done"] = Count(
        "pk", Q(state="done") & Q(timing__in=[Timing.UNDATED, Timing.OPEN])
    )
    figures["recurring"] = Count("pk", recurring & ~Q(state__in=ENDED))
    late_then = Q(original_due_on__lt=Coalesce("done_on", on)) & ~Q(state="cancelled")
    figures["dated_late_original"] = Count("pk", dated & late_then)
    counts = tasks.aggregate(**figures)
    return _with_totals(counts) | _periods(tasks, on)


BY_DATE = (
    Standing.DONE_ON_TIME,
    Standing.DONE_LATE,
    Standing.LATE,
    Standing.DUE_SOON,
    Standing.RUNNING,
)


def list_stuck(actor, *, on, path, programme_id=None):
    """Late, silent or held up, longest at one desk first; each with the number of tasks it
    blocks.
    """
    stand = conditions(on=on, **measures(path, on))
    blocked = Dependency.objects.filter(needs=OuterRef("pk"), is_over=False).exclude(
        task__state__in=ENDED
    )
    count = blocked.order_by().values("needs").annotate(n=Count("pk")).values("n")
    held_up = Q(desk_reason__in=["approve", "answer", "document", "other_task"]) & ~Q(
        state__in=ENDED
    )
    tasks = (
        scoped(actor, programme_id)
        .filter(stand[Standing.LATE] | stand[Standing.SILENT] | held_up)
        .annotate(blocked=Coalesce(Subquery(count), 0))
        .select_related("desk_unit", "programme__directive")
        .prefetch_related(PARTS)
        .order_by("desk_since", "due_on", "pk")
    )
    return judged(tasks[:STUCK_ROWS], on=on, path=path)


def list_bodies(actor, *, on, path, programme_id=None):
    """Per lead unit: promises in force, late now, done, done late, days the longest task lies at
    its desk.
    """
    stand = conditions(on=on, of="task__", **measures(path, on))
    rows = (
        Assignment.objects.filter(part=Part.LEAD, task__in=scoped(actor, programme_id).values("pk"))
        .values("unit", "unit__name")
        .annotate(
            total=Count("pk", ~Q(task__state="cancelled")),
            done=Count("pk", Q(task__state="done")),
            late=Count("pk", stand[Standing.LATE]),
            silent=Count("pk", stand[Standing.SILENT]),
        )
        .order_by("-late", "-silent", "-total", "unit__name")
    )
    return list(rows)


def list_targets(actor, *, programme_id=None, home=None):
    """Targets with their latest reading, or the figure of the indicator that measures them."""
    latest = TargetReading.objects.filter(target=OuterRef("pk")).order_by("-on", "-pk")
    targets = Target.objects.filter(
        programme__in=Programme.objects.visible_to(actor)
    ).select_related("programme__home", "programme__directive")
    if programme_id:
        targets = targets.filter(programme=programme_id)
    if home:
        targets = targets.filter(programme__home=home)
    columns = {
        name: Subquery(latest.values(name)[:1]) for name in ("on", "numerator", "denominator")
    }
    first = latest.order_by("on", "pk").values("value")[:1]
    targets = targets.annotate(
        read_value=Subquery(latest.values("value")[:1]),
        read_first=Subquery(first),
        **{f"read_{k}": v for k, v in columns.items()},
    )
    found = list(targets.order_by("programme__home__path", "programme", "position"))
    figures = measured(found)
    return [_with_figure(target, figures.get(target.pk)) for target in found]


def list_programmes(actor):
    return Programme.objects.visible_to(actor).select_related("directive", "home")


def _periods(tasks, on):
    periods = Instance.objects.filter(task__in=tasks.filter(timing=Timing.RECURRING).values("pk"))
    return periods.aggregate(
        periods_on_time=Count("pk", Q(done_on__lte=F("due_on"))),
        periods_done_late=Count("pk", Q(done_on__gt=F("due_on"))),
        periods_late=Count("pk", Q(done_on=None, due_on__lt=on)),
        periods_ahead=Count("pk", Q(done_on=None, due_on__gte=on)),
    )


def _with_totals(counts):
    done = counts["dated_done_on_time"] + counts["dated_done_late"]
    dated = sum(counts[f"dated_{s.value}"] for s in BY_DATE)
    return counts | {
        "dated": dated,
        "dated_done": done,
        "dated_done_share": 100 * done / dated if dated else None,
    }


def _with_figure(target, figure: Measured | None):
    """`reach`: how it stands. Where an indicator measures the target, its figure and no other."""
    if target.indicator:
        figure = figure or Measured(None, None)
        target.read_value, target.read_on = figure.value, figure.on
        target.read_numerator, target.read_denominator = figure.numerator, figure.denominator
        target.read_first = figure.baseline
    target.reach = reach(target.read_value, target.comparator, target.value, target.read_first)
    return target
