"""Writes what versions before age wrote: such files lie in safes."""

import base64
import json
import os
import struct

from thenchot.platform import keys
from thenchot.platform.backup.first_format import MAGIC, _cipher, _nonce

CHUNK = 1024 * 1024


def seal(plain: bytes) -> bytes:
    key_id, salt = keys.current_id(), os.urandom(16)
    header = {"key": key_id, "salt": base64.b64encode(salt).decode(), "made": "2026-11-20"}
    head = MAGIC + json.dumps(header).encode() + b"\n"
    pieces = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    body = head
    for number, piece in enumerate(pieces):
        nonce = _nonce(number, number == len(pieces) - 1)
        sealed = _cipher(key_id, salt).encrypt(nonce, piece, head)
        body += struct.pack(">I", len(sealed)) + sealed
    return body
