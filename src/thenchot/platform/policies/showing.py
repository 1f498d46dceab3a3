"""Values of policies as a page says them."""

from thenchot.platform.language import say
from thenchot.platform.policies.words import label
from thenchot.policy.parameters import GROUPS, spec_of, specs


def told(values, names: dict):
    """Local values with their words: `label`, `shown`, `unit`, `place`."""
    for value in values:
        spec = spec_of(value.key)
        value.label, value.unit = label(spec, value.key), say(spec.unit)
        value.shown, value.place = spec.kind.show(value.value), names[value.path]
    return values


def groups(resolved, names: dict) -> list[tuple[str, list[dict]]]:
    """(subject, rows) of everything in force."""
    return [
        (say(name), [_row(value, names) for key, value in resolved.items() if _is_of(key, policy)])
        for name, policy in GROUPS.values()
    ]


def _is_of(key: str, policy) -> bool:
    return any(spec.fits(key) for spec in specs(policy).values())


def _row(value, names: dict) -> dict:
    spec = spec_of(value.key)
    return {
        "label": label(spec, value.key),
        "shown": spec.kind.show(value.value),
        "unit": say(spec.unit),
        "value": value,
        "layer": names.get(value.layer, value.layer),
        "is_unchecked": not value.certainty.is_checked,
    }
