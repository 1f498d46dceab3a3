"""Who stands in the head of a paper."""

from thenchot.organisation.models import Unit
from thenchot.organisation.naming import place_of
from thenchot.organisation.queries import home_of
from thenchot.platform.office.word.paper import Issuer


def issuer_of(unit: Unit) -> Issuer:
    """The unit, below its commune or province."""
    home = home_of(unit)
    superior = "" if home.pk == unit.pk else home.name
    return Issuer(unit.name, superior, place_of(home.name))


def issuer_for(actor, permission: str) -> Issuer:
    """The highest unit over which the actor holds the permission: whose list it is."""
    return issuer_of(Unit.objects.get(path=min(actor.paths_for(permission), key=len)))
