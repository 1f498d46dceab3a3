from thenchot.insight.forecast.services import work_out_all
from thenchot.insight.services import record_figures
from thenchot.platform.runtime.schedule import every


@every("daily", hour=4)
def count_figures(on):
    return f"{record_figures(on)} số liệu"


@every("daily", hour=4)
def forecast(on):
    """Each place about once a month."""
    return f"{work_out_all(on)} bản dự báo"
