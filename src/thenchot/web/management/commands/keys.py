"""`thenchot keys show | sheet | age | rotate | reencrypt`. `thenchot keys restore SHEET` needs no
database: see `cli`.
"""

from types import SimpleNamespace

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from thenchot.platform import keys
from thenchot.platform.audit.trail import record
from thenchot.platform.backup import marks
from thenchot.platform.keys import age, recovery
from thenchot.platform.keys.fingerprints import fingerprints, told
from thenchot.platform.scope.actor import SYSTEM


class Command(BaseCommand):
    help = "Khóa của hệ thống: in phiếu phục hồi, thay khóa. Phục hồi: thenchot keys restore PHIẾU."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["show", "sheet", "age", "rotate", "reencrypt"])

    def handle(self, *, action, **_):
        getattr(self, f"_{action}")()

    def _show(self):
        self.stdout.write(
            f"{keys.key_file()}: {told(fingerprints())}; hiện hành {keys.current_id()}"
        )

    def _sheet(self):
        self.stdout.write(recovery.sheet(keys.ring()))

    def _age(self):
        """For the `age` command, should this program not be there: opens backups of that key."""
        for name in keys.ring().keys:
            self.stdout.write(f"# {name}\n{age.secret(name)}")

    def _rotate(self):
        """The old keys stay, so everything remains readable at every moment of the change."""
        try:
            marks.remember()
        except marks.OtherKeys as refusal:
            raise CommandError(str(refusal)) from refusal
        rotated = keys.ring().rotated()
        rotated.write(keys.key_file())
        keys.ring.cache_clear()
        with transaction.atomic():
            marks.remember()
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
