"""Who stands in the head of a paper."""

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.naming import place_of
from thenchot.organisation.queries import home_of
from thenchot.platform.office.word.letters import Issuer


def issuer_of(unit: Unit) -> Issuer:
    """The unit, below its commune or province."""
    home = home_of(unit)
    superior = "" if home.pk == unit.pk else home.name
    return Issuer(unit.name, superior, place_of(home.name))


def issuer_in(unit: Unit, bloc: str) -> Issuer:
    """The seat of the Party committee or of the People's Committee of the commune or province of
    the unit: whose paper it is says the procedure or the list. Below the Party organisation of the
    level above; the unit itself where the place has no such seat.
    """
    home = home_of(unit)
    seats = Unit.objects.under([home.path]).filter(bloc=bloc, kind=UnitKind.AGENCY)
    seat = seats.filter(valid_to__isnull=True).order_by("path").first()
    if seat is None:
        return issuer_of(unit)
    above = home.parent if bloc == Bloc.PARTY else None
    superior = f"Đảng bộ {_in_sentence(above.name)}" if above else ""
    return Issuer(seat.name, superior, place_of(home.name))


def _in_sentence(name: str) -> str:
    """ "Thành phố X" -> "thành phố X"."""
    return name[:1].lower() + name[1:]


def issuer_for(actor, permission: str) -> Issuer:
    """The highest unit over which the actor holds the permission: whose list it is."""
    return issuer_of(Unit.objects.get(path=min(actor.paths_for(permission), key=len)))
