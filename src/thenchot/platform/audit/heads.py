"""The last link of the chain, written each day to a file outside the data. Print it, or copy it to
another machine: whoever cuts off the end of the trail cannot change what already lies elsewhere.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from thenchot.platform import keys
from thenchot.platform.audit.models import Event


@dataclass(frozen=True)
class Head:
    day: str
    seq: int
    mac: str

    def line(self) -> str:
        return f"{self.day} {self.seq} {self.mac}\n"


def head_file() -> Path:
    return Path(os.environ.get("THENCHOT_HEADS", keys.home().parent / "audit" / "heads.txt"))


def export(on) -> Head | None:
    """Append today's head, forced to disk. None while there is no event."""
    last = Event.objects.order_by("-seq").values_list("seq", "mac").first()
    if last is None:
        return None
    head, path = Head(on.isoformat(), *last), head_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as handle:
        handle.write(head.line())
        handle.flush()
        os.fsync(handle.fileno())
    return head


def exported(path: Path | None = None) -> list[Head]:
    path = path or head_file()
    if not path.exists():
        return []
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Head(day, int(seq), mac) for day, seq, mac in lines]
