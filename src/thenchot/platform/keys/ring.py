import base64
import json
import os
import secrets
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thenchot.platform.keys.presence import data_exists


class KeysMissing(RuntimeError):
    """The key file is not where it should be; guessing new keys would make the data unreadable."""


@dataclass(frozen=True)
class KeyRing:
    keys: dict[str, bytes] = field(repr=False)
    current: str
    _derived: dict[tuple[str, str], bytes] = field(default_factory=dict, compare=False, repr=False)

    def derive(self, purpose: str, key_id: str | None = None) -> bytes:
        """32 bytes for one purpose from the named master key (the newest when none is named).
        Worked out once a ring: a list of ten thousand people asks for the same three secrets a
        hundred thousand times.
        """
        place = (purpose, key_id or self.current)
        if place not in self._derived:
            derivation = HKDF(hashes.SHA256(), 32, None, f"thenchot/{purpose}".encode())
            self._derived[place] = derivation.derive(self.keys[place[1]])
        return self._derived[place]

    def rotated(self) -> "KeyRing":
        name = f"k{len(self.keys) + 1}"
        return KeyRing({**self.keys, name: secrets.token_bytes(32)}, name)

    def write(self, path: Path) -> None:
        self._write_aside(path, path.with_suffix(".new")).replace(path)

    def write_first(self, path: Path) -> None:
        """Of several first starts at once the earliest keeps its ring; the others read that one."""
        aside = self._write_aside(path, path.with_suffix(f".{os.getpid()}"))
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        finally:
            aside.unlink()

    def _write_aside(self, path: Path, temporary: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        body = {
            "current": self.current,
            "keys": {k: base64.b64encode(v).decode() for k, v in self.keys.items()},
        }
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            json.dump(body, handle, indent=1)
            handle.flush()
            os.fsync(handle.fileno())
        return temporary

    @classmethod
    def read(cls, path: Path) -> "KeyRing":
        body = json.loads(path.read_text())
        return cls({k: base64.b64decode(v) for k, v in body["keys"].items()}, body["current"])

    @classmethod
    def new(cls) -> "KeyRing":
        return cls({"k1": secrets.token_bytes(32)}, "k1")


def home() -> Path:
    return Path(os.environ.get("THENCHOT_HOME", Path.cwd() / "var" / "data")).resolve()


def key_file() -> Path:
    return Path(os.environ.get("THENCHOT_KEYS", home().parent / "keys" / "keyring.json")).resolve()


@lru_cache
def ring() -> KeyRing:
    """The ring in the key file. A first start (no data yet) makes one; data without keys refuses to
    start.
    """
    path = key_file()
    if not path.exists():
        # Another first start may have written both in between: keys come before data.
        if data_exists(home()) and not path.exists():
            raise KeysMissing(
                f"Đã có dữ liệu nhưng không thấy tệp khóa {path}. Đặt lại tệp khóa, hoặc nhập "
                f"phiếu phục hồi: "
                "thenchot keys restore PHIẾU (xem docs/operations.md)."
            )
        KeyRing.new().write_first(path)
    return KeyRing.read(path)


def derive(purpose: str, key_id: str | None = None) -> str:
    """Hex form of `KeyRing.derive`."""
    return ring().derive(purpose, key_id).hex()


def current_id() -> str:
    return ring().current


def first_id() -> str:
    """Name of the oldest key: what must outlive a rotation (sessions) is derived from it."""
    return next(iter(ring().keys))


def is_private(path: Path | None = None) -> bool:
    """Nobody but the owner can read the key file."""
    return (path or key_file()).stat().st_mode & 0o077 == 0
