"""What the doctor looks at that belongs to no single room."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from thenchot.platform import keys, policies
from thenchot.platform.clock import real_now, today
from thenchot.platform.doctor import check, fail, ok, warn
from thenchot.policy.parameters import WorkingCalendarPolicy
from thenchot.web import health


@check("Cấu trúc dữ liệu")
def migrations():
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield (
        fail(f"{len(plan)} bước chưa áp dụng: chạy “thenchot migrate”")
        if plan
        else ok("đã cập nhật")
    )


@check("Xác thực hai lớp")
def second_factor():
    if settings.SECOND_FACTOR or settings.DEMO:
        yield ok("bật" if settings.SECOND_FACTOR else "tắt: bản trình diễn")
    else:
        yield warn("đang tắt (THENCHOT_SECOND_FACTOR=0): ai biết mật khẩu là vào được")


@check("Máy chủ")
def machine():
    found = list(health.troubles())
    for _name, words in found:
        yield fail(words)
    if not found:
        yield ok("cơ sở dữ liệu, đĩa, khóa, việc nền đều chạy")


@check("Tệp khóa")
def key_file():
    path = keys.key_file()
    if not keys.is_private(path):
        yield fail(f"người khác đọc được {path}: chmod 600")
    elif path.is_relative_to(keys.home()):
        yield warn(f"{path} nằm trong thư mục dữ liệu; để riêng ra")
    else:
        yield ok(f"{path}, khóa hiện hành {keys.current_id()}")


@check("Lịch làm việc")
def calendar():
    policy = policies.in_force(WorkingCalendarPolicy, path="/", on=today())
    year = (today() + timedelta(days=45)).year
    yield (
        ok(f"có lịch nghỉ năm {year}")
        if policy.knows(year)
        else warn(f"chưa nhập lịch nghỉ năm {year}")
    )


@check("Ngày của hệ thống")
def told_day():
    """Another day than the real one is for demonstrations."""
    is_told = today() != real_now().date()
    told = f"THENCHOT_TODAY đặt ngày {today():%d/%m/%Y}: chỉ dùng cho bản trình diễn"
    yield warn(told) if is_told and not settings.DEMO else ok(f"{today():%d/%m/%Y}")


@check("Phông chữ và tệp tĩnh")
def static_files():
    built = (Path(settings.STATIC_ROOT) / "staticfiles.json").exists()
    yield ok("đã dựng") if built else warn("chưa dựng: “thenchot serve” sẽ tự dựng lần đầu")
    if finders.find("ui/fonts/be-vietnam-pro-vietnamese-400-normal.woff2") is None:
        yield fail("thiếu phông Be Vietnam Pro trong gói")


@check("Công cụ kèm theo")
def tools():
    for name, purpose in (
        ("soffice", "xuất PDF"),
        ("tesseract", "đọc bản quét"),
        ("fc-match", "phông chữ in"),
    ):
        yield (
            ok(f"{name} có")
            if shutil.which(name)
            else warn(f"không có {name}: thiếu thì không {purpose} được")
        )
    if shutil.which("tesseract"):
        yield _vietnamese()


def _vietnamese():
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True)
    return (
        ok("tesseract biết tiếng Việt")
        if "vie" in done.stdout.split()
        else warn("thiếu gói tesseract-ocr-vie")
    )
