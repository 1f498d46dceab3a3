from thenchot.platform.clock import real_now
from thenchot.platform.jobs import services
from thenchot.platform.runtime.schedule import every


@every("hourly")
def end_dead_jobs(on):
    count = services.fail_the_silent(real_now()) + services.fail_the_lost(real_now())
    return f"{count} việc nền bị ngắt" if count else None
