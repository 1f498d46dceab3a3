from thenchot.insight.services import record_figures
from thenchot.platform.runtime.schedule import every


@every("daily", hour=4)
def count_figures(on):
    return f"{record_figures(on)} số liệu"
