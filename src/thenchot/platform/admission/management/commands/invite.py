"""`thenchot invite`: slips from the command line, for the first days and for who has locked
everybody out.
"""

from django.core.management.base import BaseCommand, CommandError

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission import services
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


class Command(BaseCommand):
    help = "In phiếu mở tài khoản, hoặc phiếu đặt lại mật khẩu (--reset)."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="HỌ TÊN")
        parser.add_argument(
            "--role", choices=[role.value for role in Role], default=Role.STAFF.value
        )
        parser.add_argument("--path", help='nhánh đơn vị, ví dụ "/1/4/"')
        parser.add_argument("--reset", metavar="TÊN ĐĂNG NHẬP")
        parser.add_argument(
            "--factors", action="store_true", help="cùng --reset: gỡ cả xác thực hai lớp"
        )

    def handle(self, *, names, role, path, reset, factors, **_):
        try:
            printed = [self._reset(reset, factors)] if reset else self._invite(names, role, path)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        for one in printed:
            self.stdout.write(
                f"{one.slip.name}\t{one.slip.username}\t{one.code}\tđến hết "
                f"{one.slip.expires_on:%d/%m/%Y}"
            )

    def _reset(self, username, factors):
        account = Account.objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"Không có tài khoản {username}.")
        if factors:
            services.take_off_factors(SYSTEM, account_id=account.pk)
        return services.print_reset_slip(SYSTEM, account_id=account.pk)

    def _invite(self, names, role, path):
        if not names or not path:
            raise CommandError("Cần họ tên và --path.")
        people = [services.Invited(name, role, path) for name in names]
        return services.print_slips(SYSTEM, people=people)
