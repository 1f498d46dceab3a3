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
from thenchot.platform.audit import heads, looks
from thenchot.platform.clock import real_now, today
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role


class Command(BaseCommand):
    help = "Tạo dữ liệu trình diễn: người và số liệu do chương trình tạo ra."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="không làm gì khi đã có dữ liệu"
        )
        parser.add_argument("--documents", type=Path, help="thư mục chứa năm văn bản .txt khác")
        parser.add_argument("--today", type=date.fromisoformat, help="ngày trình diễn (YYYY-MM-DD)")
        parser.add_argument("--seed", type=int, default=2026)
        parser.add_argument(
            "--quiet-story", action="store_true", help="không tạo diễn biến nhiều tháng"
        )

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
        self.rng, self.seed, self.on = random.Random(seed), seed, today()
        self.homes = self.lay_out_places()
        self.ward = self.homes["Đông Kinh"]
        self.lay_out_ward()
        self.give_out(documents, quiet_story)
        self.apply_standards()
        self.score()
        self.train()
        self.oversee()
        self.count_figures()
        self.step("Nhắc việc")
        run_alerts(self.on)
        looks.seal()
        heads.export(real_now())
        self.tell_accounts()

    def lay_out_places(self):
        from thenchot.web.demo import accounts, people, tree

        self.step("Cây tổ chức: một thành phố, ba phường; một tỉnh, một xã")
        homes = tree.build()
        self.step(
            "131 cán bộ, công chức của phường Đông Kinh từ Excel của phường, và người đứng đầu "
            "các nơi khác"
        )
        for name, home in homes.items():
            people.populate(
                home, self.rng, full=name == "Đông Kinh"
            ) if name != "Bạch Hải" else None
        accounts.open_accounts(homes["Đông Kinh"], homes["Sơn Giang"])
        return homes

    def lay_out_ward(self):
        from thenchot.web.demo import files, posts

        self.step("Quá trình công tác, quan hệ gia đình, chứng chỉ có thời hạn")
        files.tell_lives(self.ward, self.rng, self.on)
        self.step("Chức danh, vị trí việc làm, biên chế, tập thể, chức năng của phường Đông Kinh")
        posts.lay_out(self.actor("canbo", Role.OFFICER, self.ward), self.ward, self.on)

    def give_out(self, documents, quiet_story):
        from thenchot.web.demo import calendar, intake, story

        signers = {
            key: Account.objects.get(username=name).pk
            for key, name in (("leader", "bithu"), ("worker", "ubnd"))
        }
        for home, file, content in intake.documents(documents, self.on):
            self.step(f"Nhập {file} cho {self.homes[home].name}")
            officer = self.actor("canbo", Role.OFFICER, self.homes[home])
            with calendar.day_of(self.on - calendar.TAKEN_IN_BEFORE):
                programme = intake.import_items(officer, self.homes[home], file, content)
            if quiet_story:
                story.give_out(programme, signers, self.rng, until=self.on)
            else:
                story.tell(programme, signers, self.rng, until=self.on)
                story.tie(officer, programme)

    def apply_standards(self):
        from thenchot.web.demo import standards

        self.step("Tiêu chuẩn chức danh: hồ sơ, hai bộ đang áp dụng, ai còn thiếu gì")
        standards.bring_files(self.ward, self.rng, self.on)
        standards.apply_standards(
            self.actor("canbo", Role.OFFICER, self.ward), self.ward, self.rng, self.on
        )

    def score(self):
        from thenchot.web.demo import feedback, months, party, proposals, worklog, year

        self.step("Danh mục sản phẩm, ba tháng theo dõi, chấm điểm của phường Đông Kinh")
        officer, leader = (
            self.actor("canbo", Role.OFFICER, self.ward),
            self.actor("bithu", Role.LEADER, self.ward),
        )
        months.work_months(officer, leader, self.ward, self.rng, self.on)
        proposals.propose(leader, self.ward)
        proposals.take_documents(officer, self.ward, random.Random(self.seed), self.on)
        self.step("Quý của khối Đảng; kế hoạch cá nhân, việc khó, xin ý kiến nhanh, đi cơ sở")
        party.keep_quarters(leader, self.ward, random.Random(self.seed), self.on)
        worklog.keep_daily_work(leader, self.ward, random.Random(self.seed), self.on)
        self.step("Xếp loại năm, đánh giá nhiều chiều")
        year.rate_year(officer, leader, self.ward, self.rng, self.on)
        feedback.look_from_many_sides(officer, leader, self.ward, random.Random(self.seed), self.on)

    def train(self):
        from thenchot.web.demo import (
            benefits,
            citizens,
            placement,
            reception,
            recruitment,
            scenarios,
            succession,
            training,
        )

        self.step("Đào tạo, bồi dưỡng: kế hoạch từ tiêu chuẩn còn thiếu, lớp học, kết quả")
        told = (
            self.actor("canbo", Role.OFFICER, self.ward),
            self.actor("bithu", Role.LEADER, self.ward),
            self.ward,
        )
        training.train(*told, random.Random(self.seed), self.on)
        self.step("Quy hoạch: tiêu chuẩn chính trị, nguồn, hội nghị, danh sách được duyệt")
        succession.plan_successors(*told, random.Random(self.seed), self.on)
        self.step("Bố trí: chỗ khuyết, quy trình bổ nhiệm, quyết định, bàn giao")
        placement.place_people(*told, self.on)
        self.step("Phương án tham khảo: bố trí, quy hoạch, lớp học")
        scenarios.propose(*told, self.on)
        self.step("Tuyển dụng: nhu cầu, đợt thi, kết quả, quyết định; tiếp nhận")
        recruitment.recruit(*told, random.Random(self.seed), self.on)
        self.step("Tiếp công dân: lịch, buổi tiếp, việc đã hứa; đối thoại")
        reception.receive_citizens(*told, self.on)
        self.step("Hồ sơ một cửa từ tệp xuất, sự cố, đúng hạn")
        clerk = self.actor("vanthu", Role.CLERK, self.ward)
        citizens.serve(clerk, told[1], self.ward, random.Random(self.seed), self.on)
        self.step("Chế độ, chính sách: người được hưởng, hồ sơ, sắp xếp, chi trả")
        benefits.grant_benefits(*told, self.on)

    def oversee(self):
        from thenchot.web.demo.cells import live
        from thenchot.web.demo.commendation import commend
        from thenchot.web.demo.discipline import keep_order
        from thenchot.web.demo.oversight import Told

        self.step("Kế hoạch kiểm tra, phát hiện và khắc phục, giám sát của Mặt trận")
        Told(
            self.actor("kiemtra", Role.INSPECTOR, self.ward),
            self.actor("bithu", Role.LEADER, self.ward),
            lambda unit: self.actor("ubnd", Role.HEAD, unit),
            self.ward,
            self.on,
        ).run()
        self.step("Kỷ luật, kỷ cương: vi phạm, vụ việc, rà soát của quý")
        keep_order(
            self.actor("canbo", Role.OFFICER, self.ward),
            self.actor("kiemtra", Role.INSPECTOR, self.ward),
            self.actor("bithu", Role.LEADER, self.ward),
            self.ward,
            self.on,
        )
        self.step("Sáng kiến, phong trào thi đua, khen thưởng")
        told = (
            self.actor("canbo", Role.OFFICER, self.ward),
            self.actor("bithu", Role.LEADER, self.ward),
            self.ward,
        )
        commend(*told, self.on)
        self.step("Chi bộ: đảng viên, người phụ trách, sinh hoạt và điểm, kiểm điểm, đại hội")
        live(*told, random.Random(self.seed), self.on)

    def count_figures(self):
        from thenchot.insight.services import record_figures
        from thenchot.web.demo import figures, forecast

        self.step("Số liệu, và chỉ tiêu đo bằng số liệu")
        for home in self.homes.values():
            figures.tie_targets(self.actor("canbo", Role.OFFICER, home), home, self.on)
        record_figures(self.on)
        self.step("Dự báo đến 2030, và một lần sau khi đổi giả định")
        officer = self.actor("canbo", Role.OFFICER, self.ward)
        leader = self.actor("bithu", Role.LEADER, self.ward)
        forecast.look_ahead(officer, leader, self.ward, self.on)

    def actor(self, username, role, home):
        account = Account.objects.get(username=username)
        return Actor(account.pk, account.name, (Held(role, home.path),))

    def tell_accounts(self):
        password, *rows = (
            (keys.home() / "demo-accounts.txt").read_text(encoding="utf8").splitlines()
        )
        self.stdout.write(f"\nTài khoản trình diễn (mật khẩu chung: {password}):")
        for row in rows:
            self.stdout.write("  {:<10} {}".format(*row.split("\t")))

    def step(self, message):
        self.stdout.write(f"  · {message}")
        self.stdout.flush()
