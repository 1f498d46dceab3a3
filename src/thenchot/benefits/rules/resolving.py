"""Parameters of a policy that name a value of a pack, "@base_rate" or "@rates.0", get that value.
Pure.
"""

from collections.abc import Mapping
from typing import Any

MARK = "@"


def resolved(params: Any, values: Mapping[str, Any]) -> Any:
    """KeyError names a value that no pack has."""
    if isinstance(params, str) and params.startswith(MARK):
        return _value(params.removeprefix(MARK), values)
    if isinstance(params, Mapping):
        return {key: resolved(one, values) for key, one in params.items()}
    if isinstance(params, list | tuple):
        return [resolved(one, values) for one in params]
    return params


def _value(name: str, values: Mapping[str, Any]) -> Any:
    name, _, place = name.partition(".")
    value = values[name]
    if place:
        return value[int(place)]
    return list(value) if isinstance(value, tuple) else value


def names_in(params: Any) -> set[str]:
    """Names of the values that the parameters ask for."""
    if isinstance(params, str):
        is_name = params.startswith(MARK)
        return {params.removeprefix(MARK).partition(".")[0]} if is_name else set()
    parts = params.values() if isinstance(params, Mapping) else params
    return set().union(*map(names_in, parts)) if isinstance(params, Mapping | list) else set()
