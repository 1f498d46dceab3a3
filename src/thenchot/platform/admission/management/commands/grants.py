"""`thenchot grants`: grants that wait for a second person, for the keeper of the server where
nobody else is there to be it.
"""

from django.core.management.base import BaseCommand, CommandError

from thenchot.kernel.decision import Refused
from thenchot.platform.admission import queries, services
from thenchot.platform.scope.actor import SYSTEM, NotVisible


class Command(BaseCommand):
    help = "Liệt kê vai trò chờ người thứ hai xác nhận; --confirm SỐ để xác nhận một vai trò."

    def add_arguments(self, parser):
        parser.add_argument("--confirm", type=int, metavar="SỐ")

    def handle(self, *, confirm, **_):
        if confirm is not None:
            self._confirm(confirm)
        for one in queries.proposals_waiting(SYSTEM):
            self.stdout.write(
                f"{one.pk}\t{one}\t{one.get_role_display()}\t{one.path}\tđề nghị: {one.proposed_by}"
            )

    def _confirm(self, number):
        try:
            services.confirm_grant(SYSTEM, proposal_id=number)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        except NotVisible as missing:
            raise CommandError(f"Không có đề nghị số {number}.") from missing
