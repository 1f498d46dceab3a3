"""`thenchot keys show | sheet | rotate | reencrypt`. `thenchot keys restore SHEET` needs no
database: see `cli`.
"""

from types import SimpleNamespace

from django.core.management.base import BaseCommand
from django.db import transaction

from thenchot.platform import keys
from thenchot.platform.audit.trail import record
from thenchot.platform.keys import recovery
from thenchot.platform.scope.actor import SYSTEM


class Command(BaseCommand):
    help = "Khóa của hệ thống: in phiếu phục hồi, thay khóa. Phục hồi: thenchot keys restore PHIẾU."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["show", "sheet", "rotate", "reencrypt"])

    def handle(self, *, action, **_):
        getattr(self, f"_{action}")()

    def _show(self):
        ring = keys.ring()
        self.stdout.write(f"{keys.key_file()}: {', '.join(ring.keys)}; hiện hành {ring.current}")

    def _sheet(self):
        self.stdout.write(recovery.sheet(keys.ring()))

    def _rotate(self):
        """The old keys stay, so everything remains readable at every moment of the change."""
        rotated = keys.ring().rotated()
        rotated.write(keys.key_file())
        keys.ring.cache_clear()
        with transaction.atomic():
            record(SYSTEM, "keys_rotated", subject=_ring(rotated.current))
        self._reencrypt()
        self.stdout.write(
            f"Khóa hiện hành: {rotated.current}. In phiếu phục hồi mới: thenchot keys sheet"
        )

    def _reencrypt(self):
        from thenchot.platform.keys.reencrypting import reencrypt_all

        self.stdout.write(f"Đã mã hóa lại {reencrypt_all()} dòng.")


def _ring(name):
    """The ring as the subject of an event; it has no table."""
    return SimpleNamespace(pk=name, _meta=SimpleNamespace(label_lower="keys.ring"))
