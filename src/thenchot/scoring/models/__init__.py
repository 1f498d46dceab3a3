"""What became of the score of a closed period."""

from thenchot.scoring.models.objections import Objection
from thenchot.scoring.models.reopenings import Reopening

__all__ = [
    "Objection",
    "Reopening",
]
