"""Terms, committees and seats."""

from thenchot.organisation.access import SEE
from thenchot.organisation.models import Committee, Seat, Term
from thenchot.platform.scope.actor import NotVisible


def list_terms(actor):
    """Latest first, commune by commune."""
    return (
        Term.objects.visible_to(actor, SEE)
        .select_related("unit")
        .order_by("unit__path", "-starts_on", "-pk")
    )


def get_term(actor, pk: int) -> Term:
    term = list_terms(actor).filter(pk=pk).first()
    if term is None:
        raise NotVisible
    return term


def list_committees(actor):
    rows = Committee.objects.visible_to(actor, SEE).select_related("unit", "term", "body")
    return rows.order_by("unit__path", "-term__starts_on", "kind", "pk")


def get_committee(actor, pk: int) -> Committee:
    committee = list_committees(actor).filter(pk=pk).first()
    if committee is None:
        raise NotVisible
    return committee


def get_seat(actor, pk: int) -> Seat:
    rows = Seat.objects.visible_to(actor, SEE).select_related(
        "committee__unit", "committee__term", "title"
    )
    seat = rows.filter(pk=pk).first()
    if seat is None:
        raise NotVisible
    return seat
