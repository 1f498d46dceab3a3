"""`thenchot audit verify | export-head | heads`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.audit import heads
from thenchot.platform.audit.verifying import examine
from thenchot.platform.clock import real_now

PRINTED = 12


class Command(BaseCommand):
    help = "Kiểm tra nhật ký và các dòng nó niêm; xuất mốc cuối của chuỗi ra ngoài, in các mốc."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["verify", "export-head", "heads"])
        parser.add_argument(
            "--heads",
            dest="path",
            type=Path,
            help="tệp các mốc đã xuất (mặc định: tệp của máy này)",
        )

    def handle(self, *, action, path, **_):
        if path is not None and not path.is_file():
            raise CommandError(f"Không thấy tệp mốc {path}.")
        {"verify": self._verify, "export-head": self._export, "heads": self._print}[action](path)

    def _verify(self, path):
        found = examine(path)
        verdict = found.verdict
        if verdict.head:
            self.stdout.write(f"Mốc cuối: số {verdict.head.seq}, mã {verdict.head.mac}")
        for words in found.missing:
            self.stdout.write(f"! {words}")
        wrong = [f"✗ {words}" for words in found.wrong]
        if not verdict.is_whole:
            wrong.insert(
                0, f"Chuỗi nhật ký hỏng từ sự kiện số {verdict.bad_seq}: {verdict.reason}."
            )
        if wrong:
            raise CommandError("\n".join(wrong))
        if not verdict.count:
            self.stdout.write("Nhật ký chưa có sự kiện nào, hệ thống chưa có tài khoản nào.")
            return
        self.stdout.write(f"Chuỗi nhật ký còn nguyên: {verdict.count} sự kiện.")

    def _export(self, _path):
        head = heads.export(real_now())
        self.stdout.write(
            f"Mốc số {head.seq} → {heads.head_file()}" if head else "Nhật ký chưa có sự kiện nào."
        )

    def _print(self, path):
        """For the safe, or a telephone call: the newest last."""
        found = heads.exported(path)
        if not found:
            raise CommandError("Chưa có mốc nào: chạy “thenchot audit export-head”.")
        self.stdout.write("THEN CHỐT - MỐC NHẬT KÝ\n")
        for head in found[-PRINTED:]:
            self.stdout.write(head.printed())
