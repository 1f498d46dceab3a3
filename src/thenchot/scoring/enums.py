"""Closed lists of the room: plain strings, known to the pure rules too."""

from enum import StrEnum


class Status(StrEnum):
    SCORED = "scored"
    WAITING = "waiting"
    NOT_ENOUGH_DATA = "not_enough_data"
    RATED = "rated"
    NOT_RATED = "not_rated"
