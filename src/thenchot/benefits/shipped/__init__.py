"""The policies that ship with the system: a beginning that each place changes by new versions."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def shipped_policies() -> tuple[dict[str, Any], ...]:
    """Fields of `Policy`, with its conditions and lines, in their order."""
    text = files(__package__).joinpath("policies.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["policy"])
