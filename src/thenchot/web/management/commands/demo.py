"""thenchot demo: a small invented world, filled through the same services as everybody uses."""

import os
import random
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from thenchot.organisation.models import Unit
from thenchot.platform import keys
from thenchot.platform.accounts.models import Account
from thenchot.platform.alerts.services import run as run_alerts
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role


class Command(BaseCommand):
    help = "Tạo dữ liệu trình diễn: người và số liệu do chương trình tạo ra."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="không làm gì khi đã có dữ liệu")
        parser.add_argument("--documents", type=Path, help="thư mục chứa năm văn bản .txt khác")
        parser.add_argument("--today", type=date.fromisoformat, help="ngày trình diễn (YYYY-MM-DD)")
        parser.add_argument("--seed", type=int, default=2026)
        parser.add_argument("--quiet-story", action="store_true", help="không tạo diễn biến nhiều tháng")

    def handle(self, **options):
        self.step("Chuẩn bị cơ sở dữ liệu")
        call_command("migrate", verbosity=0)
        if Unit.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("Đã có dữ liệu: bản trình diễn chỉ tạo trên cơ sở dữ liệu trống.")
        if options["today"]:
            os.environ["THENCHOT_TODAY"] = options["today"].isoformat()
        self.build(**options)

    def build(self, *, documents, seed, quiet_story, **_):
        from thenchot.web.demo import (
            accounts,
            calendar,
            files,
            intake,
            months,
            people,
            posts,
            proposals,
            sides,
            standards,
            story,
            tree,
            year,
        )

        rng, on = random.Random(seed), today()
        self.step("Cây tổ chức: một thành phố, ba phường; một tỉnh, một xã")
        homes = tree.build()
        self.step("131 cán bộ, công chức của phường Đông Kinh từ Excel của phường, và người đứng đầu các nơi khác")
        for name, home in homes.items():
            people.populate(home, rng, full=name == "Đông Kinh") if name != "Bạch Hải" else None
        accounts.open_accounts(homes["Đông Kinh"], homes["Sơn Giang"])
        self.step("Quá trình công tác, quan hệ gia đình, chứng chỉ có thời hạn")
        files.tell_lives(homes["Đông Kinh"], rng, on)
        self.step("Chức danh, vị trí việc làm, biên chế, tập thể, chức năng của phường Đông Kinh")
        posts.lay_out(self.officer_of(homes["Đông Kinh"]), homes["Đông Kinh"], on)
        signers = {key: Account.objects.get(username=name).pk for key, name in (("leader", "bithu"), ("worker", "ubnd"))}
        officer = Account.objects.get(username="canbo")
        for home, file, content in intake.documents(documents, on):
            self.step(f"Nhập {file} cho {homes[home].name}")
            actor = Actor(officer.pk, officer.name, (Held(Role.OFFICER, homes[home].path),))
            with calendar.day_of(on - calendar.TAKEN_IN_BEFORE):
                programme = intake.take_in(actor, homes[home], file, content)
            if not quiet_story:
                story.tell(programme, signers, rng, until=on)
                story.tie(actor, programme)
        self.step("Tiêu chuẩn chức danh: hồ sơ, hai bộ đang áp dụng, ai còn thiếu gì")
        standards.bring_files(homes["Đông Kinh"], rng, on)
        actor = Actor(officer.pk, officer.name, (Held(Role.OFFICER, homes["Đông Kinh"].path),))
        standards.apply_standards(actor, homes["Đông Kinh"], rng, on)
        self.step("Danh mục sản phẩm, ba tháng theo dõi, chấm điểm của phường Đông Kinh")
        chair = Account.objects.get(username="bithu")
        leader = Actor(chair.pk, chair.name, (Held(Role.LEADER, homes["Đông Kinh"].path),))
        months.work_months(actor, leader, homes["Đông Kinh"], rng, on)
        proposals.propose(leader, homes["Đông Kinh"])
        proposals.take_documents(actor, homes["Đông Kinh"], random.Random(seed), on)
        year.rate_year(actor, leader, homes["Đông Kinh"], rng, on)
        sides.look_from_many_sides(actor, leader, homes["Đông Kinh"], random.Random(seed), on)
        self.step("Nhắc việc")
        run_alerts(on)
        self.tell_accounts()

    def officer_of(self, home):
        account = Account.objects.get(username="canbo")
        return Actor(account.pk, account.name, (Held(Role.OFFICER, home.path),))

    def tell_accounts(self):
        password, *rows = (keys.home() / "demo-accounts.txt").read_text(encoding="utf8").splitlines()
        self.stdout.write(f"\nTài khoản trình diễn (mật khẩu chung: {password}):")
        for row in rows:
            self.stdout.write("  {:<10} {}".format(*row.split("\t")))

    def step(self, message):
        self.stdout.write(f"  · {message}")
        self.stdout.flush()
