"""`thenchot restore FILE --into DIR`: into a new folder; what runs is not touched."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.backup import databases, services
from thenchot.platform.backup.refused import BadBackup, CannotCopy


class Command(BaseCommand):
    help = "Phục hồi một bản sao lưu vào thư mục mới."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--into", type=Path, required=True, help="thư mục mới, sẽ thành THENCHOT_HOME"
        )
        parser.add_argument(
            "--database",
            action="store_true",
            help="PostgreSQL: nạp luôn vào cơ sở dữ liệu trống của DATABASE_URL",
        )

    def handle(self, *, file, into, database, **_):
        try:
            found = services.restore(file, into=into)
            if database:
                databases.restore_postgres(into / databases.POSTGRES)
        except (BadBackup, CannotCopy, OSError) as error:
            raise CommandError(f"Không phục hồi được: {error}") from error
        self.stdout.write(f"Đã phục hồi vào {into}: {', '.join(found)}")
        self.stdout.write(f"Kiểm tra: THENCHOT_HOME={into} thenchot doctor")
