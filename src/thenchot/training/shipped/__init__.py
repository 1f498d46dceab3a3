"""The list of subjects that ships with the system: a beginning that each place changes."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def shipped_topics() -> tuple[dict[str, Any], ...]:
    """Fields of `Topic`, in their order."""
    text = files(__package__).joinpath("topics.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["topic"])
