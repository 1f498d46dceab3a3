"""`thenchot doctor`: is everything in order? Ends with an error when something is broken."""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.doctor import Mark, examine

SIGNS = {Mark.OK: "✓", Mark.WARN: "!", Mark.FAIL: "✗"}


class Command(BaseCommand):
    help = "Kiểm tra hệ thống: cơ sở dữ liệu, khóa, nhật ký, tệp, sao lưu, việc nền, công cụ."
    requires_system_checks = ()

    def handle(self, **_):
        apps.get_app_config("jobs").discover()
        marks = [self._tell(label, finding) for label, finding in examine()]
        if Mark.FAIL in marks:
            raise CommandError(f"{marks.count(Mark.FAIL)} chỗ hỏng cần xử lý.")
        self.stdout.write(
            "Hệ thống bình thường." if Mark.WARN not in marks else "Chạy được, có chỗ cần xem."
        )

    def _tell(self, label, finding):
        self.stdout.write(f"{SIGNS[finding.mark]} {label}: {finding.message}")
        return finding.mark
