"""`thenchot worker`: does what waits in the queue, in the same database, until it is told to
stop.
"""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from thenchot.platform.runtime.readiness import refuse_unready


class Command(BaseCommand):
    help = (
        "Làm các việc nền đang chờ. Dừng bằng Ctrl+C hoặc SIGTERM: việc đang làm được làm cho xong."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi dừng")
        parser.add_argument(
            "--interval", type=float, default=1.0, help="số giây giữa hai lần xem hàng đợi"
        )

    def handle(self, *, once, interval, **_):
        refuse_unready()
        call_command("db_worker", batch=once, interval=interval, startup_delay=False, reload=False)
