from datetime import timedelta

from thenchot.platform.clock import real_now
from thenchot.platform.doctor import check, fail, ok, warn
from thenchot.platform.jobs.models import Job, JobState, Turn
from thenchot.platform.runtime.schedule import schedules


@check("Việc nền")
def jobs():
    waiting = Job.objects.filter(
        state=JobState.WAITING, created_at__lt=real_now() - timedelta(minutes=15)
    ).count()
    if waiting:
        yield warn(f"{waiting} việc chờ quá 15 phút: chương trình “thenchot worker” có đang chạy?")
    else:
        yield ok("không có việc nào bị kẹt")


@check("Lịch tự chạy")
def turns():
    ran = {turn.name: turn for turn in Turn.objects.all()}
    for name, schedule in schedules().items():
        yield _turn(name, schedule, ran.get(name))


def _turn(name, schedule, turn):
    late = timedelta(days=2) if schedule.period == "daily" else timedelta(hours=6)
    if turn is not None and turn.failed_at:
        return fail(f"{name} gặp lỗi lúc {turn.failed_at:%H:%M %d/%m/%Y}: {turn.message[:200]}")
    if turn is None or turn.succeeded_at is None or real_now() - turn.succeeded_at > late:
        return warn(f"{name} chưa chạy đúng lịch: “thenchot run_due” có được gọi định kỳ?")
    return ok(
        f"{name} chạy lần cuối {turn.succeeded_at.astimezone(real_now().tzinfo):%H:%M %d/%m/%Y}"
    )
