from thenchot.platform.clock import now
from thenchot.platform.jobs import services
from thenchot.platform.schedule import every


@every("hourly")
def end_dead_jobs(on):
    count = services.fail_the_silent(now()) + services.fail_the_lost(now())
    return f"{count} việc nền bị ngắt" if count else None
