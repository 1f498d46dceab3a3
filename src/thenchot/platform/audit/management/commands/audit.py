"""`thenchot audit verify | export-head`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.audit import heads
from thenchot.platform.audit.verifying import verify
from thenchot.platform.clock import today


class Command(BaseCommand):
    help = "Kiểm tra chuỗi nhật ký, hoặc xuất mốc cuối của chuỗi ra ngoài."

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["verify", "export-head"])
        parser.add_argument(
            "--heads",
            dest="path",
            type=Path,
            help="tệp các mốc đã xuất (mặc định: tệp của máy này)",
        )

    def handle(self, *, action, path, **_):
        if action == "verify":
            self._verify(path)
        else:
            self._export()

    def _verify(self, path):
        verdict = verify(heads.exported(path))
        if verdict.head:
            self.stdout.write(f"Mốc cuối: số {verdict.head.seq}, mã {verdict.head.mac}")
        if not verdict.is_whole:
            raise CommandError(
                f"Chuỗi nhật ký hỏng từ sự kiện số {verdict.bad_seq}: {verdict.reason}."
            )
        self.stdout.write(f"Chuỗi nhật ký còn nguyên: {verdict.count} sự kiện.")

    def _export(self):
        head = heads.export(today())
        self.stdout.write(
            f"Mốc số {head.seq} → {heads.head_file()}" if head else "Nhật ký chưa có sự kiện nào."
        )
