"""Proposals and impact reports, as the actor may see them."""

from django.db.models import Count, Min, OuterRef, Subquery

from thenchot.platform.scope.actor import get_visible
from thenchot.scenarios.access import SEE
from thenchot.scenarios.enums import ImpactState, ScenarioState
from thenchot.scenarios.models import ImpactReport, Scenario, ScenarioLine, ScenarioOption


def list_scenarios(actor, permission=SEE):
    """The newest first; how many options, and the least that any leaves open."""
    rows = Scenario.objects.visible_to(actor, permission).select_related("unit", "made_by")
    return rows.annotate(
        option_count=Count("options", distinct=True), least_open=Min("options__open")
    ).order_by("-made_at", "-pk")


def get_scenario(actor, pk: int) -> Scenario:
    return get_visible(list_scenarios(actor).select_related("succession_plan", "training_plan"), pk)


def options_of(scenario: Scenario):
    rows = ScenarioOption.objects.filter(scenario=scenario).select_related("scenario")
    return rows.order_by("number")


def get_option(actor, pk: int) -> ScenarioOption:
    rows = ScenarioOption.objects.visible_to(actor, SEE).select_related("scenario__unit")
    return get_visible(rows, pk)


def beside(scenario: Scenario):
    """The last option, the one with the most changes allowed, of this proposal and of every other
    of the same place and method: what each would bring, side by side.
    """
    last = ScenarioOption.objects.filter(scenario=OuterRef("scenario")).order_by("-number")
    rows = ScenarioOption.objects.filter(
        scenario__unit=scenario.unit_id,
        scenario__method=scenario.method,
        scenario__state=ScenarioState.READY,
        number=Subquery(last.values("number")[:1]),
    )
    return rows.select_related("scenario").order_by("-scenario__made_at", "-scenario")


def told_of(options) -> dict[int, list[ScenarioLine]]:
    """Lines of the options, by option; one query."""
    found: dict[int, list[ScenarioLine]] = {one.pk: [] for one in options}
    rows = ScenarioLine.objects.filter(option__in=list(found)).select_related("person")
    for line in rows.order_by("pk"):
        found[line.option_id].append(line)
    return found


def lines_of(option: ScenarioOption):
    rows = ScenarioLine.objects.filter(option=option)
    return rows.select_related("person", "position__unit", "option__scenario__unit").order_by("pk")


def get_line(actor, pk: int) -> ScenarioLine:
    rows = ScenarioLine.objects.visible_to(actor, SEE).select_related(
        "person", "position__title", "position__unit", "option__scenario__unit"
    )
    return get_visible(rows, pk)


def list_reports(actor, permission=SEE):
    rows = ImpactReport.objects.visible_to(actor, permission)
    return rows.select_related("unit").order_by("method", "-drafted_at", "-pk")


def get_report(actor, pk: int) -> ImpactReport:
    return get_visible(list_reports(actor), pk)


def approved_report(unit, method: str) -> ImpactReport | None:
    """Without it nothing is worked out."""
    return ImpactReport.objects.filter(unit=unit, method=method, state=ImpactState.APPROVED).first()
