"""What the trail keeps of a round, or of a person or an organisation in it."""

from typing import Any

from thenchot.platform.audit.trail import record
from thenchot.rating.models import Round


def log(actor, name: str, about: Any, /, **facts) -> None:
    """One event, seen where the round is."""
    found = about if isinstance(about, Round) else about.round
    record(actor, name, subject=about, unit_path=found.unit.path, **facts)
