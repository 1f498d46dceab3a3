"""The file of a backup: two lines in the open, then age (age-encryption.org/v1).

    line 1   THENCHOT-BACKUP 2
    line 2   JSON: made, key, keys (fingerprint of each key that the data need)
    then     age; inside it a compressed tar whose first member is line 2 again

Without this program: `tail -n +3 FILE | age -d -i KEY | tar xz`, with KEY from `thenchot keys age`.
"""

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from threading import Thread
from typing import IO

import pyrage

from thenchot.platform import keys
from thenchot.platform.backup import first_format
from thenchot.platform.backup.refused import BadBackup
from thenchot.platform.keys import age
from thenchot.platform.keys.fingerprints import differing, fingerprints, other_keys

MAGIC = b"THENCHOT-BACKUP 2\n"
PIECE = 1024 * 1024
DAMAGED = "Bản sao lưu hỏng hoặc bị cắt: không mở được đến hết."


@dataclass(frozen=True)
class Header:
    made: str
    key: str
    keys: dict[str, str]

    def line(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode() + b"\n"

    @classmethod
    def now(cls, made: str) -> "Header":
        return cls(made, keys.current_id(), fingerprints())

    @classmethod
    def read(cls, line: bytes) -> "Header":
        try:
            body = json.loads(line)
            return cls(str(body["made"]), str(body["key"]), dict(body["keys"]))
        except (ValueError, KeyError, TypeError) as error:
            raise BadBackup("Phần đầu của bản sao lưu bị hỏng.") from error


def seal(target: IO[bytes], header: Header, fill: Callable[[IO[bytes]], None]) -> None:
    """`fill` writes the plain bytes; they are sealed as they come, and lie nowhere in the open."""
    target.write(MAGIC + header.line())
    reader, writer = _pipe()
    with _beside(fill, writer) as filling:
        try:
            with reader:
                pyrage.encrypt_io(reader, target, [age.identity(header.key).to_public()])
        except pyrage.EncryptError as error:
            raise OSError(str(error)) from error
    filling.raise_failure()


@contextmanager
def opened(handle: IO[bytes]) -> Iterator[tuple[Header | None, IO[bytes]]]:
    """The header (the first format had none like it) and the plain bytes; BadBackup at the end when
    anything did not fit.
    """
    magic = handle.readline(100)
    if magic == first_format.MAGIC:
        handle.seek(0)
        yield None, io.BufferedReader(first_format.OpeningReader(handle), PIECE)
        return
    if magic != MAGIC:
        raise BadBackup("Đây không phải bản sao lưu của Then Chốt.")
    header = Header.read(handle.readline(100_000))
    if header.key not in header.keys or differing(header.keys):
        raise BadBackup(other_keys(header.keys, "Bản sao lưu này"))
    with _decrypted(handle, header) as plain:
        yield header, plain


@contextmanager
def _decrypted(handle: IO[bytes], header: Header) -> Iterator[IO[bytes]]:
    reader, writer = _pipe()
    with _beside(lambda out: _decrypt(handle, out, header), writer) as decrypting:
        try:
            with reader:
                yield reader
                while reader.read(PIECE):  # to the mark at the end of age
                    pass
        except Exception:
            decrypting.wait()
            decrypting.raise_failure(BadBackup(DAMAGED), besides=BrokenPipeError)
            raise
    decrypting.raise_failure(BadBackup(DAMAGED))


def _decrypt(handle: IO[bytes], out: IO[bytes], header: Header) -> None:
    pyrage.decrypt_io(handle, out, [age.identity(header.key)])


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    read_end, write_end = os.pipe()
    return os.fdopen(read_end, "rb", PIECE), os.fdopen(write_end, "wb", PIECE)


class _beside:  # noqa: N801 - reads as a function
    """Something that writes into a pipe while the caller reads from it."""

    def __init__(self, work: Callable[[IO[bytes]], None], writer: IO[bytes]) -> None:
        self._work, self._writer = work, writer
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        try:
            with self._writer:
                self._work(self._writer)
        except BaseException as failure:
            self._failure = failure

    def __enter__(self) -> "_beside":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()

    def wait(self) -> None:
        self._thread.join()

    def raise_failure(
        self, instead: Exception | None = None, besides: type[BaseException] | None = None
    ) -> None:
        if self._failure is None or _is(self._failure, besides):
            return
        raise (instead or self._failure) from (self._failure if instead else None)


def _is(failure: BaseException, kind: type[BaseException] | None) -> bool:
    """Also when age hands on a failure of ours by its words."""
    return kind is not None and (isinstance(failure, kind) or kind.__name__ in str(failure))
