"""Who is meant, and whether the actor may: locked for a change."""

from thenchot.people.access import EDIT, is_own
from thenchot.people.models import Person
from thenchot.people.queries import get_person, place_of
from thenchot.platform.scope.actor import NotVisible, require


def require_over(actor, permission: str, person: Person) -> None:
    require(actor, permission, place_of(person))


def lock_person(actor, pk: int) -> Person:
    people = (
        Person.objects.visible_to(actor)
        .select_related("registered_in")
        .select_for_update(of=("self",))
    )
    person = people.filter(pk=pk).first()
    if person is None:
        raise NotVisible
    return person


def own_or_kept(actor, pk: int) -> Person:
    """The own file, or one the actor keeps."""
    person = get_person(actor, pk)
    if not is_own(actor, person):
        require_over(actor, EDIT, person)
    return person
