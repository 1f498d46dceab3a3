"""`thenchot run_due`: called every few minutes (systemd timer, cron); runs what is due and nothing
twice.
"""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from thenchot.platform.jobs.due import run_due
from thenchot.platform.runtime.readiness import refuse_unready
from thenchot.platform.runtime.schedule import schedules


class Command(BaseCommand):
    help = "Chạy các việc đến lịch: cảnh báo, sao lưu, xuất mốc nhật ký, dọn dẹp."

    def add_arguments(self, parser):
        parser.add_argument("--list", action="store_true", help="chỉ liệt kê")
        parser.add_argument("--only", default="", metavar="TÊN", help="chỉ một việc")
        parser.add_argument("--force", action="store_true", help="dù chưa đến lịch")

    def handle(self, *, only, force, **options):
        apps.get_app_config("jobs").discover()
        if options["list"]:
            for schedule in schedules().values():
                self.stdout.write(f"{schedule.name}  {schedule.period}  {schedule.hour}h")
            return
        self._refuse_unknown(only)
        refuse_unready()
        failed = [self._tell(outcome) for outcome in run_due(only=only, force=force)].count(False)
        if failed:
            raise CommandError(f"{failed} việc theo lịch gặp lỗi.")

    def _refuse_unknown(self, only):
        if only and only not in schedules():
            raise CommandError(f"Không có việc {only}; xem --list.")

    def _tell(self, outcome):
        self.stdout.write(
            f"{'xong' if outcome.is_ok else 'LỖI'}  {outcome.name}  {outcome.message}".rstrip()
        )
        return outcome.is_ok
