from datetime import timedelta

from django.db import DatabaseError, connection

from thenchot.platform import backup
from thenchot.platform.backup import marks, services, working
from thenchot.platform.backup.databases import WHAT_TO_DO
from thenchot.platform.clock import real_now
from thenchot.platform.doctor import check, fail, ok, warn

TOO_OLD = timedelta(days=2)


@check("Sao lưu")
def age():
    last = backup.last_success()
    if last is None:
        yield warn("chưa có bản sao lưu nào: chạy “thenchot backup”")
    elif real_now() - last.finished_at > TOO_OLD:
        yield fail(f"bản sao lưu mới nhất đã cũ: {last.finished_at:%d/%m/%Y}")
    else:
        yield ok(
            f"bản mới nhất {last.finished_at.astimezone(real_now().tzinfo):%H:%M %d/%m/%Y}, "
            f"{last.size // 1024} KB"
        )


@check("Sao lưu dở dang")
def leftovers():
    """A killed backup leaves a copy of the database; the next backup removes it."""
    left = [] if working.is_busy() else working.leftovers(services.folder())
    if left:
        yield warn(
            f"lần sao lưu bị ngắt còn để lại {', '.join(map(str, left[:3]))}: chạy “thenchot "
            f"backup”, lần ấy sẽ dọn"
        )
    else:
        yield ok("không còn gì của lần sao lưu bị ngắt")


@check("Dấu của bộ khóa")
def key_marks():
    if words := marks.complaint():
        yield fail(words)
    elif not marks.known():
        yield warn("dữ liệu chưa ghi dấu của bộ khóa: chạy “thenchot migrate”")
    else:
        yield ok("tệp khóa đúng là của dữ liệu này")


@check("Cơ sở dữ liệu")
def integrity():
    if connection.vendor != "sqlite":
        yield ok(f"{connection.vendor}: trả lời bình thường")
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            answer = cursor.fetchone()[0]
            cursor.execute("PRAGMA foreign_key_check")
            broken = cursor.fetchall()
    except DatabaseError as error:
        answer, broken = str(error), []
    if answer != "ok":
        yield fail(f"SQLite bị hỏng ({answer[:200]}). {WHAT_TO_DO}")
    elif broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        yield fail(f"{len(broken)} dòng trỏ tới dòng không còn, trong: {tables}")
    else:
        yield ok("SQLite nguyên vẹn")
