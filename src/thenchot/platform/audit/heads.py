"""The last link of the chain, written each hour to a file outside the data. Print it, or copy it to
another machine: whoever cuts off the end of the trail cannot change what already lies elsewhere.
"""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thenchot.platform import keys
from thenchot.platform.audit.models import Event

LINE = re.compile(r"(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?) ([0-9]{1,18}) ([0-9a-f]{64})")


@dataclass(frozen=True)
class Head:
    day: str
    seq: int
    mac: str

    def line(self) -> str:
        return f"{self.day} {self.seq} {self.mac}\n"

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.day)

    def printed(self) -> str:
        """For paper: the mark in groups of four."""
        groups = [self.mac[at : at + 4] for at in range(0, len(self.mac), 4)]
        return f"{self.day}  số {self.seq}\n  {' '.join(groups[:8])}\n  {' '.join(groups[8:])}"


@dataclass(frozen=True)
class HeadFile:
    """`unread`: numbers of the lines that are no heads."""

    heads: tuple[Head, ...] = ()
    unread: tuple[int, ...] = ()


def head_file() -> Path:
    return Path(os.environ.get("THENCHOT_HEADS", keys.home().parent / "audit" / "heads.txt"))


def export(at) -> Head | None:
    """Append the head of now (a moment, or a day), forced to disk. None while there is no event."""
    last = Event.objects.order_by("-seq").values_list("seq", "mac").first()
    if last is None:
        return None
    day = f"{at:%Y-%m-%dT%H:%M}" if isinstance(at, datetime) else at.isoformat()
    head, path = Head(day, *last), head_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as handle:
        handle.write(head.line())
        handle.flush()
        os.fsync(handle.fileno())
    return head


def read(path: Path | None = None) -> HeadFile:
    """Every head that was exported, and the lines that cannot be one."""
    path = path or head_file()
    if not path.exists():
        return HeadFile()
    found, unread = [], []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        if fits := LINE.fullmatch(line.strip()):
            found.append(Head(fits[1], int(fits[2]), fits[3]))
        elif line.strip():
            unread.append(number)
    return HeadFile(tuple(found), tuple(unread))


def exported(path: Path | None = None) -> tuple[Head, ...]:
    return read(path).heads
