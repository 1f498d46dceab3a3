from datetime import timedelta

from thenchot.platform.alerts.models import TRIES, Telling
from thenchot.platform.clock import real_now
from thenchot.platform.doctor import check, fail, ok, warn

PATIENCE = timedelta(hours=2)


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
