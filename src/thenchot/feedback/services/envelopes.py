"""An anonymous answer is sealed for its round before it is written. Whoever writes cannot open: the
round keeps a public key; the private one is worked out, only at closing, from three parts that
never lie together: a secret in a file that no backup holds, the key ring, and the round's row. At
closing the file goes, and with it the last way to open an envelope.

All envelopes of a group have one length, empty or filled, whatever was answered: a row never grows,
so that neither file nor page of the database shows in which order they were filled.
"""

import os
import struct
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from decimal import Decimal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thenchot.platform import keys
from thenchot.platform.keys import fleeting

POINT, NONCE, TAG, VALUE = 32, 12, 16, 4  # bytes
EMPTY, FILLED = "-", "+"  # how the text of an envelope begins


class CannotOpen(ValueError):
    """Not an answer of this group of this round."""


def begin() -> dict[str, str]:
    """Fields of a new round: `key_name`, `key_id`, `public_key`. The secret lies on disk from now
    on.
    """
    name, secret = fleeting.begin()
    private = _private(secret, name, keys.current_id())
    return {
        "key_name": name,
        "key_id": keys.current_id(),
        "public_key": private.public_key().public_bytes_raw().hex(),
    }


def blank(codes: Sequence[str]) -> str:
    """An empty envelope for as many points: noise."""
    return EMPTY + b64encode(os.urandom(POINT + NONCE + TAG + VALUE * len(codes))).decode()


def seal(public_key: str, group: str, codes: Sequence[str], points: Mapping[str, Decimal]) -> str:
    """`group`: what the envelope belongs to; it opens nowhere else. Points to the hundredth."""
    plain = struct.pack(f">{len(codes)}I", *(int(points[code] * 100) for code in codes))
    once = X25519PrivateKey.generate()
    nonce = os.urandom(NONCE)
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public_key)))
    body = AESGCM(_stretched(shared, public_key)).encrypt(nonce, plain, group.encode())
    return FILLED + b64encode(once.public_key().public_bytes_raw() + nonce + body).decode()


class Opener:
    """Opens the envelopes of one round. SecretGone when the secret of the round is gone."""

    def __init__(self, *, key_name: str, key_id: str, public_key: str) -> None:
        self._private, self._public = (
            _private(fleeting.read(key_name), key_name, key_id),
            public_key,
        )

    def open(self, group: str, codes: Sequence[str], sealed: str) -> dict[str, Decimal]:
        raw = b64decode(sealed.removeprefix(FILLED))
        point, nonce, body = raw[:POINT], raw[POINT : POINT + NONCE], raw[POINT + NONCE :]
        shared = self._private.exchange(X25519PublicKey.from_public_bytes(point))
        try:
            plain = AESGCM(_stretched(shared, self._public)).decrypt(nonce, body, group.encode())
            values = struct.unpack(f">{len(codes)}I", plain)
        except (InvalidTag, struct.error) as error:
            raise CannotOpen(group) from error
        return {code: Decimal(value) / 100 for code, value in zip(codes, values, strict=True)}


def _private(secret: bytes, name: str, key_id: str) -> X25519PrivateKey:
    derivation = HKDF(hashes.SHA256(), 32, name.encode(), b"thenchot/sides")
    return X25519PrivateKey.from_private_bytes(
        derivation.derive(secret + keys.ring().derive("sides", key_id))
    )


def _stretched(shared: bytes, public_key: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, bytes.fromhex(public_key), b"thenchot/sides-answer").derive(
        shared
    )
