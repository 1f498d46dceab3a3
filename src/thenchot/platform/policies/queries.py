from thenchot.platform.policies import remembered
from thenchot.platform.policies.models import LocalValue
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
