from thenchot.platform.alerts import services
from thenchot.platform.clock import real_now
from thenchot.platform.runtime.schedule import every


@every("daily", hour=5)
def run_alerts(on):
    total = services.run(on).total
    return f"mở {total.opened}, nhắc {total.noticed}, hết {total.resolved}"


@every("hourly")
def tell_news(on):
    """What happened and was not told, because the program ended in between or it failed."""
    from thenchot.platform.alerts.news import tell_waiting

    told = tell_waiting()
    return f"báo bù {told} việc" if told else None


@every("hourly")
def send_digests(on):
    """Whose hour has come; what could not be sent before."""
    from thenchot.platform.alerts.mail import send_digests

    sent = send_digests(real_now())
    return f"gửi {sent} thư" if sent else None
