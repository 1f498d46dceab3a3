"""The rules of every subject of the room."""

from thenchot.rating.persons import alerts as persons
from thenchot.rating.quarters import alerts as quarters
from thenchot.rating.rounds import alerts as rounds

__all__ = ["persons", "quarters", "rounds"]
