"""`thenchot init`: the first start of a real system: data, the first administrator, the units, the
term.

Asks what it is not given. Passwords are asked, or read from THENCHOT_ADMIN_PASSWORD; never a
default, never on the command line, where others could read it.
"""

import getpass
import os
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from thenchot.kernel.decision import Refused
from thenchot.platform import keys
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission import services as admission
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM

TEXTS = (
    ("province", "Tên tỉnh, thành phố"),
    ("commune", "Tên xã, phường, đặc khu (bỏ trống nếu cài cho cấp tỉnh)"),
    ("name", "Họ và tên người quản trị"),
    ("username", "Tên đăng nhập của người quản trị"),
)


class Command(BaseCommand):
    help = "Khởi tạo hệ thống: đơn vị gốc, người quản trị đầu tiên, cây đơn vị, nhiệm kỳ."
    requires_system_checks = ()

    def add_arguments(self, parser):
        for name, label in TEXTS:
            parser.add_argument(f"--{name}", help=label)
        parser.add_argument("--units", type=Path, help="tệp Excel cây đơn vị")
        parser.add_argument(
            "--term", metavar="TÊN:TỪ:ĐẾN", help='nhiệm kỳ, ví dụ "2025-2030:2025-07-01:2030-06-30"'
        )
        parser.add_argument("--no-input", action="store_true", help="không hỏi; thiếu gì thì dừng")

    def handle(self, **options):
        call_command("migrate", verbosity=0)
        if Account.objects.exists():
            raise CommandError(
                "Hệ thống đã được khởi tạo; thêm người bằng phiếu trong trang Tài khoản."
            )
        if options["units"] and not options["units"].is_file():
            raise CommandError(f"Không thấy tệp {options['units']}.")
        answers = {name: self._ask(name, label, options) for name, label in TEXTS}
        password = self._password(options["no_input"])
        try:
            with transaction.atomic():
                self._create(answers, password, options)
        except (Refused, ValidationError, ValueError) as error:
            raise CommandError(_words(error)) from error
        self._farewell()

    def _ask(self, name, label, options):
        given = options[name]
        if given is None and not options["no_input"]:
            given = input(f"{label}: ")
        given = (given or "").strip()
        if not given and name != "commune":
            raise CommandError(f"Thiếu: {label} (--{name}).")
        return given

    def _password(self, no_input):
        given = os.environ.get("THENCHOT_ADMIN_PASSWORD", "")
        if given or no_input:
            return given
        first = getpass.getpass("Mật khẩu của người quản trị (ít nhất 10 ký tự): ")
        if first != getpass.getpass("Nhập lại: "):
            raise CommandError("Hai lần nhập không giống nhau.")
        return first

    def _create(self, answers, password, options):
        root = self._roots(answers)
        admission.open_first_administrator(
            username=answers["username"], name=answers["name"], password=password, path=root.path
        )
        if options["units"]:
            self._import(root, options["units"])
        if options["term"]:
            self._open_term(root, options["term"])

    def _roots(self, answers):
        """The administrator's branch: the commune where there is one, else the province."""
        from thenchot.organisation.enums import Bloc, UnitKind
        from thenchot.organisation.services import create_unit

        begins = min(today(), date(2025, 7, 1))  # two-tier local government
        fields = {"bloc": Bloc.GOVERNMENT, "valid_from": begins}
        root = create_unit(
            SYSTEM, parent_id=None, name=answers["province"], kind=UnitKind.PROVINCE, **fields
        )
        if answers["commune"]:
            root = create_unit(
                SYSTEM, parent_id=root.pk, name=answers["commune"], kind=UnitKind.COMMUNE, **fields
            )
        return root

    def _import(self, root, path):
        """All the rows or, with one mistake, nothing at all: neither units nor administrator."""
        from thenchot.organisation.imports import import_units

        report = import_units(SYSTEM, path, home_id=root.pk, dry_run=False)
        if not report.is_done:
            raise CommandError(
                "\n".join(["Chưa ghi gì. Cần sửa trong tệp Excel:", *map(_told, report.problems)])
            )
        for guess in report.guesses:
            self.stdout.write(f"Dòng {guess.row}, cột {guess.column}: {guess.meaning_vi}.")
        self.stdout.write(
            f"Đã nhập cây đơn vị: {report.created} đơn vị mới, {report.updated} cập nhật."
        )

    def _open_term(self, root, text):
        from thenchot.organisation.services import open_term

        name, first, last = _term(text)
        open_term(SYSTEM, unit_id=root.pk, name=name, starts_on=first, ends_on=last)

    def _farewell(self):
        self.stdout.write("Đã khởi tạo.")
        self.stdout.write(
            f"Khóa nằm ở {keys.key_file()}. In phiếu phục hồi và cất két: thenchot keys sheet"
        )
        self.stdout.write("Chạy: thenchot serve; thenchot worker; và thenchot run_due mỗi 5 phút.")


def _term(text):
    try:
        name, first, last = text.rsplit(":", 2)
        return name, date.fromisoformat(first), date.fromisoformat(last)
    except ValueError as error:
        raise CommandError(
            f"Nhiệm kỳ “{text}” không đúng dạng TÊN:TỪ:ĐẾN, ngày viết yyyy-mm-dd."
        ) from error


def _told(problem):
    place = f"Dòng {problem.row}, cột {problem.column}: " if problem.row else ""
    return f"{place}{problem.reason_vi}"


def _words(error):
    return "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
