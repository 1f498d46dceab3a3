"""Backups made before the format became age: still opened, no longer written. AES-GCM in chunks,
each numbered and the last one marked.

    line 1   THENCHOT-BACKUP 1
    line 2   JSON: key, salt, made
    then     chunks: 4 bytes length, ciphertext of up to 1 MiB of plain bytes; nonce = number (11
             bytes) + last (1)
"""

import base64
import io
import json
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thenchot.platform import keys
from thenchot.platform.backup.refused import BadBackup

MAGIC = b"THENCHOT-BACKUP 1\n"


def _cipher(key_id: str, salt: bytes) -> AESGCM:
    ring = keys.ring()
    if key_id not in ring.keys:
        raise BadBackup(
            f"Bản sao lưu khóa bằng {key_id}, tệp khóa ở đây không có; dùng phiếu phục hồi khóa."
        )
    return AESGCM(
        HKDF(hashes.SHA256(), 32, salt, b"thenchot/backup").derive(ring.derive("backup", key_id))
    )


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class OpeningReader(io.RawIOBase):
    """Read plain bytes from a sealed file. BadBackup at the first chunk that does not fit."""

    def __init__(self, source) -> None:
        self._source, self._number, self._left, self._ended = source, 0, b"", False
        magic, line = source.readline(100), source.readline(2000)
        if magic != MAGIC:
            raise BadBackup("Đây không phải bản sao lưu của Then Chốt.")
        self._header = magic + line
        try:
            self.header = json.loads(line)
            salt = base64.b64decode(self.header["salt"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadBackup("Phần đầu của bản sao lưu bị hỏng.") from error
        self._cipher = _cipher(self.header["key"], salt)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        if not self._left and not self._ended:
            self._left = self._next()
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def _next(self) -> bytes:
        length = self._source.read(4)
        sealed = self._source.read(struct.unpack(">I", length)[0]) if len(length) == 4 else b""
        for is_last in (False, True):
            try:
                plain = self._cipher.decrypt(_nonce(self._number, is_last), sealed, self._header)
            except (InvalidTag, ValueError):
                continue
            self._number, self._ended = self._number + 1, is_last
            return plain or (b"" if is_last else self._next())
        keys_hint = "" if self._number else " (hoặc khóa ở đây không phải khóa đã niêm bản này)"
        raise BadBackup(f"Bản sao lưu hỏng hoặc bị cắt ở khúc {self._number + 1}{keys_hint}.")
