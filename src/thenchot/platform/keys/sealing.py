"""AES-GCM for single values, and the blind index that finds them again.

A sealed value is "k2:…": the name of its key, then nonce and ciphertext in base64. The column is
authenticated with it, so a value copied into another column does not open. It may be moved to
another row of the same column.
"""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thenchot.platform.keys.ring import ring

NONCE = 12


class CannotOpen(ValueError):
    """The value was changed, comes from another column, or its key is gone."""


def seal(column: str, text: str) -> str:
    key_id, nonce = ring().current, os.urandom(NONCE)
    body = AESGCM(ring().derive("field", key_id)).encrypt(nonce, text.encode(), column.encode())
    return f"{key_id}:{base64.b64encode(nonce + body).decode()}"


def unseal(column: str, sealed: str) -> str:
    key_id, _, body = sealed.partition(":")
    try:
        raw = base64.b64decode(body, validate=True)
        return (
            AESGCM(ring().derive("field", key_id))
            .decrypt(raw[:NONCE], raw[NONCE:], column.encode())
            .decode()
        )
    except (InvalidTag, KeyError, ValueError) as error:
        raise CannotOpen(f"{column}: value does not open with key {key_id!r}") from error


def sealed_with(sealed: str) -> str:
    """Name of the key of a sealed value."""
    return sealed.partition(":")[0]


def blind_index(column: str, text: str, key_id: str | None = None) -> str:
    """Same text, same column, same key: same index; it tells nothing else. Spaces and case do not
    count.
    """
    folded = "".join(text.split()).casefold()
    key = ring().derive(f"index/{column}", key_id)
    return hmac.new(key, folded.encode(), hashlib.sha256).hexdigest()


def blind_indexes(column: str, text: str) -> list[str]:
    """Under every key of the ring: what to search by while a rotation is under way."""
    return [blind_index(column, text, key_id) for key_id in ring().keys]
