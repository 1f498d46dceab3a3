"""Cases as the actor may see them, never the own one; who may not be planned or appointed because
of one.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from thenchot.discipline.access import SEE
from thenchot.discipline.enums import CONSIDERED, CaseState
from thenchot.discipline.models import Case, CasePause, CaseStep, CouncilMember
from thenchot.kernel.decision import Reason
from thenchot.organisation.models import Unit
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Finding
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.actor import NotVisible

HERE = ("home", "unit", "person", "main__person", "former", "finding")


def list_cases(actor, permission=SEE):
    """The latest first, with how far each is."""
    done = Q(steps__done_on__isnull=False)
    rows = not_about_oneself(Case.objects.visible_to(actor, permission), actor)
    return (
        rows.select_related(*HERE)
        .annotate(
            step_count=Count("steps", distinct=True),
            steps_done=Count("steps", filter=done, distinct=True),
        )
        .order_by("-opened_on", "-pk")
    )


def get_case(actor, pk: int) -> Case:
    found = list_cases(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def steps_of(case: Case):
    rows = CaseStep.objects.filter(case=case)
    return rows.select_related("case__home", "case__person").order_by("number")


def get_step(actor, pk: int) -> CaseStep:
    visible = list_cases(actor).values("pk")
    rows = CaseStep.objects.filter(case__in=visible)
    found = rows.select_related("case__home", "case__unit", "case__person").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def council_of(case: Case):
    rows = CouncilMember.objects.filter(case=case)
    return rows.select_related("person").order_by("part", "pk")


def pauses_of(case: Case):
    return CasePause.objects.filter(case=case).select_related("case__home", "case__person")


def get_pause(actor, pk: int) -> CasePause:
    visible = list_cases(actor).values("pk")
    rows = CasePause.objects.filter(case__in=visible)
    found = rows.select_related("case__home", "case__unit", "case__person").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def findings_without_case(actor, permission: str):
    """Handed over by an inspection, and no case yet (S0-089, S4-089)."""
    taken = Case.objects.filter(finding__isnull=False).values("finding")
    rows = Finding.objects.visible_to(actor, permission).filter(state=FindingState.HANDED_OVER)
    rows = not_about_oneself(rows, actor).exclude(pk__in=taken)
    return rows.select_related("unit", "person").order_by("settled_on", "pk")


def under_consideration(people: Collection[int], path: str, on: date) -> dict[int, Reason]:
    """The gate: whoever is considered for discipline, or under its effect, is neither planned nor
    appointed nor nominated (S0-034, S1-045).
    """
    rows = Case.objects.filter(_closing(on), person__in=people).order_by("opened_on", "pk")
    return {
        person: _reason(state, ends_on)
        for person, state, ends_on in rows.values_list("person_id", "state", "ends_on")
    }


def collective_under_consideration(unit: Unit, on: date) -> Reason | None:
    """The same of a collective as a whole."""
    rows = Case.objects.filter(_closing(on), person__isnull=True, unit=unit)
    found = rows.order_by("opened_on", "pk").values_list("state", "ends_on").first()
    return _reason(*found) if found else None


def _closing(on: date) -> Q:
    """Considered here or at the level above; or under the effect, its last day included."""
    considered = Q(state__in=CONSIDERED)
    running = Q(state=CaseState.DECIDED, effective_on__lte=on, ends_on__gte=on)
    return considered | running


def _reason(state: str, ends_on: date | None) -> Reason:
    if state != CaseState.DECIDED:
        message = "Đang trong thời gian bị xem xét kỷ luật."
    else:
        message = f"Đang trong thời gian có hiệu lực kỷ luật, đến hết ngày {ends_on:%d/%m/%Y}."
    return Reason("discipline.open", message, "Luật 80/2025/QH15, Điều 38")
