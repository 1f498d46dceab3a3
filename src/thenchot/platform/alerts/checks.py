from datetime import timedelta

from django.conf import settings

from thenchot.platform.alerts.models import TRIES, Digest, DigestState, Telling
from thenchot.platform.clock import real_now
from thenchot.platform.doctor import check, fail, ok, warn

PATIENCE = timedelta(hours=2)
LATELY = timedelta(days=7)


@check("Báo việc vừa xảy ra")
def news():
    untold = Telling.objects.filter(told_at__isnull=True)
    given_up = untold.filter(failures__gte=TRIES)
    if last := given_up.order_by("failed_at").last():
        yield fail(f"{given_up.count()} việc không báo được, đã thôi thử: {last.failure}")
    late = untold.filter(failures__lt=TRIES, made_at__lt=real_now() - PATIENCE)
    if n := late.count():
        yield warn(f"{n} việc chưa báo sau 2 giờ: “thenchot run_due” có được gọi định kỳ?")
    elif not last:
        yield ok("mọi việc đã báo")


@check("Thư báo việc")
def digests():
    if not settings.EMAIL_HOST:
        yield ok("chưa cấu hình máy chủ thư: không gửi thư")
        return
    kept, at = Digest.objects.order_by("tried_at"), real_now()
    waiting = kept.filter(state=DigestState.WAITING, failures__gt=0)
    if late := waiting.last():
        when = f"{late.tried_at.astimezone(at.tzinfo):%H:%M %d/%m/%Y}"
        count = kept.filter(state=DigestState.WAITING).count()
        yield fail(f"{count} thư chưa gửi được, mỗi giờ thử lại; {when}: {late.failure}")
    lately = kept.filter(tried_at__gt=at - LATELY)
    if n := lately.filter(state=DigestState.FAILED).count():
        yield warn(f"{n} thư trong 7 ngày qua không gửi được, đã thôi thử: xem lại địa chỉ")
    lost = lately.filter(state=DigestState.HANDED, tried_at__lt=at - PATIENCE)
    if n := lost.count():
        yield warn(f"{n} thư không rõ đã tới chưa; không gửi lại để không ai nhận hai lần")
    if not late:
        yield ok(f"{lately.filter(state=DigestState.SENT).count()} thư đã gửi trong 7 ngày qua")
