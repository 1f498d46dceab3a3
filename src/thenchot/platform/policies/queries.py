from django.db.models import Q

from thenchot.platform.policies import remembered
from thenchot.platform.policies.access import SEE
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.places import above
from thenchot.policy import merge, packs


def resolve(path, on):
    """National packs, then each branch from the root down to `path`."""
    by_path = remembered.rows(_confirmed)
    layers = [packs.shipped(), *(by_path.get(branch, ()) for branch in reversed(above(path)))]
    return merge.resolve(layers, on)


def _confirmed():
    found = {}
    rows = LocalValue.objects.in_force_ever().order_by("confirmed_at", "pk")
    for row in rows.values_list("path", "key", "value", "basis", "valid_from", "valid_to"):
        found.setdefault(row[0], []).append(_value(*row))
    return found


def _value(path, key, value, basis, start, end):
    return packs.Value(key, value, basis, packs.Certainty.LOCAL, start, end, layer=path)


def visible_to(actor):
    """Values of the branches the actor may look into, and those above that hold there too."""
    condition = Q(pk__in=[])
    for path in actor.paths_for(SEE):
        condition |= Q(path__startswith=path) | Q(path__in=above(path))
    return LocalValue.objects.filter(condition).select_related(
        "entered_by", "confirmed_by", "withdrawn_by"
    )


def list_history(actor, path):
    """Everything entered for a branch or a branch above it, latest first."""
    return visible_to(actor).filter(path__in=above(path)).order_by("-entered_at", "-pk")


def list_waiting(actor):
    return visible_to(actor).waiting().order_by("entered_at", "pk")


def get_value(actor, value_id):
    value = visible_to(actor).filter(pk=value_id).first()
    if value is None:
        raise NotVisible
    return value
