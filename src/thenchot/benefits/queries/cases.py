"""Cases, people touched by a rearrangement, payments: as the actor may see them."""

from django.db.models import Count, Exists, OuterRef, Q, Sum

from thenchot.benefits.access import SEE
from thenchot.benefits.enums import CaseState, Group, Part, PaymentState
from thenchot.benefits.models import Affected, Case, Payment, PaymentItem, Rearrangement
from thenchot.platform.scope.actor import NotVisible

UNANSWERED = Q(case__isnull=True, no_policy="")
UNANSWERED_PEOPLE = Q(people__case__isnull=True, people__no_policy="", people__isnull=False)


def list_cases(actor, permission=SEE):
    """The latest first."""
    rows = Case.objects.visible_to(actor, permission)
    return _told(rows)


def _told(rows):
    return rows.select_related("unit", "person", "policy__unit", "rearrangement").order_by(
        "-found_on", "person__sort_key", "-pk"
    )


def own_cases(actor, permission=None):
    """Of the one who looks."""
    return _told(Case.objects.of_account(actor)).exclude(state=CaseState.WITHDRAWN)


def talents(actor, permission=SEE):
    """Cases of the talent policies, with what was paid."""
    paid = Sum(
        "payments__amount",
        filter=Q(payments__is_dropped=False, payments__payment__state=PaymentState.APPROVED),
    )
    rows = list_cases(actor, permission).filter(group=Group.TALENT)
    return rows.exclude(state=CaseState.WITHDRAWN).annotate(paid=paid)


def get_case(actor, pk: int) -> Case:
    """Visible by permission, or the own one."""
    rows = Case.objects.visible_to(actor, SEE) | Case.objects.of_account(actor)
    found = _told(Case.objects.filter(pk__in=rows.values("pk"))).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def paid_to(case: Case) -> int:
    """Of approved payments, in đồng."""
    rows = PaymentItem.objects.filter(
        case=case, is_dropped=False, payment__state=PaymentState.APPROVED
    )
    return rows.aggregate(paid=Sum("amount"))["paid"] or 0


def list_rearrangements(actor, permission=SEE):
    """With how many people each touches, and how many wait for an answer."""
    rows = Rearrangement.objects.visible_to(actor, permission).select_related("unit")
    return rows.annotate(
        touched=Count("people", distinct=True),
        waiting=Count("people", filter=UNANSWERED_PEOPLE, distinct=True),
    ).order_by("-decided_on", "-pk")


def get_rearrangement(actor, pk: int) -> Rearrangement:
    found = list_rearrangements(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def affected_by(rearrangement: Rearrangement):
    rows = Affected.objects.filter(rearrangement=rearrangement)
    return _of_affected(rows)


def _of_affected(rows):
    return rows.select_related("rearrangement__unit", "person", "case__policy").order_by(
        "person__sort_key", "pk"
    )


def get_affected(actor, pk: int) -> Affected:
    found = _of_affected(Affected.objects.visible_to(actor, SEE)).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def list_payments(actor, permission=SEE):
    """With the number of people and the sum of each."""
    rows = Payment.objects.visible_to(actor, permission).select_related("unit")
    kept = Q(items__is_dropped=False)
    return rows.annotate(
        people=Count("items__case__person", filter=kept, distinct=True),
        total=Sum("items__amount", filter=kept),
    ).order_by("-month", "budget_line", "pk")


def get_payment(actor, pk: int) -> Payment:
    found = list_payments(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def items_of(payment: Payment):
    rows = PaymentItem.objects.filter(payment=payment, is_dropped=False)
    return rows.select_related("payment__unit", "case__person", "case__policy").order_by(
        "case__person__sort_key", "pk"
    )


def get_item(actor, pk: int) -> PaymentItem:
    payments = Payment.objects.visible_to(actor, SEE).values("pk")
    rows = PaymentItem.objects.filter(payment__in=payments, is_dropped=False)
    found = rows.select_related("payment__unit", "case__person", "case__policy").filter(pk=pk)
    if not found:
        raise NotVisible
    return found[0]


def to_pay(home, upto, groups) -> tuple[list[Case], list[Case], dict[int, set]]:
    """Approved cases with something due once that no list pays yet, those that pay monthly, and
    which months of each are paid; three queries.
    """
    kept = PaymentItem.objects.filter(is_dropped=False)
    rows = Case.objects.filter(unit=home, state=CaseState.APPROVED, left_on__isnull=True)
    if groups:
        rows = rows.filter(group__in=groups)
    rows = rows.select_related("unit", "person").order_by("person__sort_key", "pk")
    once = rows.filter(~Exists(kept.filter(case=OuterRef("pk"), part=Part.ONCE)), once__gt=0)
    begun = Q(begins_on__isnull=True) | Q(begins_on__lte=upto)
    monthly = list(rows.filter(begun, monthly__gt=0))
    paid: dict[int, set] = {}
    months = kept.filter(case__in=[case.pk for case in monthly], part=Part.MONTH)
    for case, month in months.values_list("case", "month"):
        paid.setdefault(case, set()).add(month)
    return list(once), monthly, paid
