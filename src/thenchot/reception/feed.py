"""The posted calendar as .ics: lines of at most 75 bytes, a session that is off says so."""

from collections.abc import Iterable
from datetime import datetime

from thenchot.reception.enums import SlotState
from thenchot.reception.labels import DUTY
from thenchot.reception.models import Slot

ZONE = "Asia/Ho_Chi_Minh"
LONGEST = 75
HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Then Chot//Tiep cong dan//VI",
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_of(slots: Iterable[Slot], host: str, stamp: datetime) -> str:
    lines = [*HEAD]
    for slot in slots:
        lines += _event(slot, host, f"{stamp:%Y%m%dT%H%M%SZ}")
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(slot: Slot, host: str, stamp: str) -> list[str]:
    is_off = slot.state != SlotState.PUBLISHED
    told = f"{DUTY[slot.duty]}. {slot.subject} {slot.why}".strip()
    return [
        "BEGIN:VEVENT",
        f"UID:tiep-dan-{slot.pk}@{host}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;TZID={ZONE}:{slot.on:%Y%m%d}T{slot.starts_at:%H%M%S}",
        f"DTEND;TZID={ZONE}:{slot.on:%Y%m%d}T{slot.ends_at:%H%M%S}",
        f"SUMMARY:{escaped(f'Tiếp công dân: {slot.leader.full_name}')}",
        f"LOCATION:{escaped(slot.place)}",
        f"DESCRIPTION:{escaped(told)}",
        f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r", "").replace("\n", "\\n")


def folded(line: str) -> str:
    """Longer lines go on behind a line break and a space, never inside of a letter."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
