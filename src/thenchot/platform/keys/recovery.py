"""The recovery sheet: the key ring on paper. Who has the sheet and a backup has everything; who
lost the key file and has no sheet has lost the encrypted fields for ever.
"""

import base64
import hashlib
import re
import sys
from datetime import datetime
from pathlib import Path

from thenchot.platform.keys.presence import data_exists
from thenchot.platform.keys.ring import KeyRing, home, key_file

GROUP, PER_LINE = 4, 7


class BadSheet(ValueError):
    """The text is not a whole sheet; the message names the line."""


def sheet(ring: KeyRing) -> str:
    """Printable text: for each key its name, its letters in groups, and a check after each line."""
    blocks = [
        f"[{name}{' hiện hành' if name == ring.current else ''}]\n" + _lines(key)
        for name, key in ring.keys.items()
    ]
    return "THEN CHỐT - PHIẾU PHỤC HỒI KHÓA\n\n" + "\n\n".join(blocks) + "\n"


def _lines(key: bytes) -> str:
    letters = base64.b32encode(key).decode().rstrip("=")
    groups = [letters[i : i + GROUP] for i in range(0, len(letters), GROUP)]
    rows = [groups[i : i + PER_LINE] for i in range(0, len(groups), PER_LINE)]
    return "\n".join(f"{' '.join(row)}  /{_check(''.join(row))}" for row in rows)


def _check(letters: str) -> str:
    return base64.b32encode(hashlib.sha256(letters.encode()).digest()[:2]).decode()[:3]


def restore(text: str) -> KeyRing:
    """Read a sheet typed off paper: case and spaces do not count, a wrong line is named."""
    keys: dict[str, str] = {}
    current = name = ""
    for number, line in enumerate(text.splitlines(), 1):
        heading = re.fullmatch(r"\s*\[(k\d+)(.*)\]\s*", line)
        if heading:
            name = heading[1]
            keys[name], current = "", name if heading[2].strip() else current
        elif name and line.strip():
            keys[name] += _line(line, number)
    return _ring(keys, current)


def _line(line: str, number: int) -> str:
    letters, _, check = re.sub(r"\s", "", line).upper().partition("/")
    if not check or _check(letters) != check:
        raise BadSheet(f"Dòng {number} gõ chưa đúng: {line.strip()}")
    return letters


def _ring(keys: dict[str, str], current: str) -> KeyRing:
    decoded = {
        name: base64.b32decode(letters + "=" * (-len(letters) % 8))
        for name, letters in keys.items()
    }
    if not current or any(len(key) != 32 for key in decoded.values()):
        raise BadSheet("Phiếu thiếu dòng, hoặc không có khóa hiện hành.")
    return KeyRing(decoded, current)


def _set_aside(target: Path, ring: KeyRing) -> None:
    """Keys that a first start made before the right ones were there belong to nothing yet."""
    if KeyRing.read(target) == ring:
        raise BadSheet(f"Tệp khóa {target} đúng là bộ khóa của phiếu rồi; không ghi đè.")
    if data_exists(home()):
        raise BadSheet(f"Đã có tệp khóa {target} và đã có dữ liệu; không ghi đè.")
    target.rename(target.with_name(f"{target.name}.{datetime.now():%Y%m%d-%H%M%S}"))


def restore_main(argv: list[str]) -> int:
    """`thenchot keys restore SHEET`: write the key file from a sheet, never over one that anything
    was written with. Needs neither settings nor database, because both refuse to start without
    keys.
    """
    target = key_file()
    try:
        ring = restore(Path(argv[0]).read_text(encoding="utf-8") if argv else sys.stdin.read())
        if target.exists():
            _set_aside(target, ring)
    except (BadSheet, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    ring.write(target)
    sys.stdout.write(f"Đã ghi {target}: {', '.join(ring.keys)}; hiện hành {ring.current}\n")
    return 0
