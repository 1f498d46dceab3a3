"""A stream sealed in chunks: AES-GCM, each chunk numbered and the last one marked, so that nothing
can be changed, swapped, repeated or cut off unseen.

    line 1   THENCHOT-BACKUP 1
    line 2   JSON: key, salt, made
    then     chunks: 4 bytes length, ciphertext of up to 1 MiB of plain bytes; nonce = number (11
             bytes) + last (1)
"""

import base64
import io
import json
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thenchot.platform import keys

MAGIC = b"THENCHOT-BACKUP 1\n"
CHUNK = 1024 * 1024


class BadBackup(ValueError):
    """Not a backup, or damaged, or sealed with a key that this ring does not hold."""


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


class SealingWriter(io.RawIOBase):
    """Write plain bytes, get a sealed file. `close` writes the last chunk; without it the file does
    not open.
    """

    def __init__(self, target, made: str) -> None:
        key_id, salt = keys.current_id(), os.urandom(16)
        header = {"key": key_id, "salt": base64.b64encode(salt).decode(), "made": made}
        self._header = MAGIC + json.dumps(header).encode() + b"\n"
        self._target, self._cipher, self._number, self._left = (
            target,
            _cipher(key_id, salt),
            0,
            bytearray(),
        )
        target.write(self._header)

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self._left += data
        while len(self._left) > CHUNK:
            self._chunk(bytes(self._left[:CHUNK]), is_last=False)
            del self._left[:CHUNK]
        return len(data)

    def _chunk(self, plain: bytes, *, is_last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, is_last), plain, self._header)
        self._target.write(struct.pack(">I", len(sealed)) + sealed)
        self._number += 1

    def finish(self) -> None:
        self._chunk(bytes(self._left), is_last=True)
        self._left.clear()


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
        raise BadBackup(f"Bản sao lưu hỏng hoặc bị cắt ở khúc {self._number + 1}.")
