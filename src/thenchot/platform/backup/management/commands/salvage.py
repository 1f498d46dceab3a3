"""`thenchot salvage --into DIR`: what is left of a damaged SQLite file, into a new folder."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from thenchot.platform.backup.refused import CannotCopy
from thenchot.platform.backup.salvaging import salvage

NEXT = """Bước tiếp theo:
1. chép thư mục files của dữ liệu hỏng vào {into};
2. THENCHOT_HOME={into} thenchot doctor: chỗ mất hiện ra ở khóa ngoại, nhật ký, tệp thiếu;
3. phục hồi bản sao lưu tốt gần nhất để làm việc tiếp (thenchot restore), mở bản cứu để xem
   (THENCHOT_HOME={into} thenchot serve --port 8001) và nhập lại phần ghi sau bản sao lưu.
Không dùng bản cứu thay dữ liệu thật khi doctor còn báo ✗."""


class Command(BaseCommand):
    help = "Cứu những gì còn đọc được của một cơ sở dữ liệu SQLite bị hỏng vào thư mục mới."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--into", type=Path, required=True, help="thư mục mới")
        parser.add_argument("--database", type=Path, help="tệp hỏng (mặc định: của máy này)")

    def handle(self, *, into, database, **_):
        if database is None and connection.vendor != "sqlite":
            raise CommandError("PostgreSQL: phục hồi bản sao lưu tốt gần nhất (thenchot restore).")
        try:
            found = salvage(database or Path(connection.settings_dict["NAME"]), into)
        except (CannotCopy, OSError) as error:
            raise CommandError(f"Không cứu được: {error}") from error
        for table in found:
            if not table.is_whole:
                self.stdout.write(f"! {table.table}: còn {table.kept} dòng, có chỗ không đọc được")
        whole = sum(table.is_whole for table in found)
        self.stdout.write(
            f"Đã cứu {sum(table.kept for table in found)} dòng vào {into}: {whole} bảng đọc được "
            f"hết, {len(found) - whole} bảng có chỗ mất."
        )
        self.stdout.write(NEXT.format(into=into))
