"""A level below what stands is decided only by whoever has seen both."""

from thenchot.platform.lowering import ask_once_more
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND


def falls(stands: str, level: str) -> bool:
    return bool(stands and level) and Band(level).rank < Band(stands).rank


def refuse_unseen_fall(level: str, *stands: str | None, seen: str) -> None:
    """`stands`: what is proposed and what was decided before; the first above the level is told."""
    above = [one for one in stands if one and falls(one, level)]
    ask_once_more([(BAND[Band(one)], BAND[Band(level)]) for one in above[:1]], seen)
