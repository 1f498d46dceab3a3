"""What the trail calls the indicators, and the pages on which protected data is read."""

from django.utils.translation import gettext_lazy as _

from thenchot.insight import indicators, registry  # noqa: F401  # the indicators name themselves
from thenchot.platform.audit.facts import register_codes
from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register_pages({"insight_ages": _("Cơ cấu tuổi")})
register(
    {
        "forecast_made": _("Tính dự báo"),
        "forecast_confirmed": _("Xác nhận bản dự báo để tham khảo"),
        "forecast_dismissed": _("Không dùng bản dự báo"),
    }
)
register_subjects(
    {
        "insight.figure": _("số liệu đã đếm"),
        "insight.forecast": _("bản dự báo"),
        "insight.forecastmonth": _("tháng của bản dự báo"),
        "insight.forecastevent": _("việc đã biết của bản dự báo"),
        "insight.forecastvalue": _("chỉ số của bản dự báo"),
        "insight.forecastgoal": _("mức đặt trong bản dự báo"),
    }
)
register_codes({code: one.name for code, one in registry.indicators().items()})
