"""`thenchot backup [--to DIR] [--keep N]`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.backup import services
from thenchot.platform.backup.marks import OtherKeys
from thenchot.platform.backup.refused import BadBackup, CannotCopy


class Command(BaseCommand):
    help = (
        "Sao lưu cơ sở dữ liệu và tệp vào một tệp mã hóa. Khóa không nằm trong đó: giữ phiếu "
        "phục hồi khóa."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, help="thư mục (mặc định: THENCHOT_BACKUPS)")
        parser.add_argument(
            "--keep", type=int, default=services.KEEP, help="giữ bao nhiêu bản mới nhất"
        )

    def handle(self, *, to, keep, **_):
        try:
            made = services.make(to=to, keep=keep)
        except (CannotCopy, BadBackup, OtherKeys, OSError) as error:
            raise CommandError(f"Không sao lưu được: {error}") from error
        self.stdout.write(f"Đã sao lưu và đọc lại: {made.file} ({made.size // 1024} KB)")
