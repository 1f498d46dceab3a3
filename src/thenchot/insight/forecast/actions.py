"""What can be done about forecasts: a new one, and what a named person says of it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.insight.access import COUNT, REVIEW
from thenchot.insight.enums import ReviewState
from thenchot.insight.forecast import forms, services
from thenchot.insight.forecast.queries import get_forecast
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

TITLE = _("Dự báo đến 2030")


def page_of(forecast) -> str:
    page = reverse("forecast")
    return f"{page}?unit={forecast.home_id}&run={forecast.pk}" if forecast else page


def _may_review(actor, forecast):
    return actor.may(REVIEW, forecast.home.path) if forecast.state == ReviewState.OPEN else False


def _review(state: ReviewState):
    return lambda actor, forecast, data: services.review(
        actor, forecast_id=forecast.pk, state=state, **data
    )


FORECAST = Actions(
    code="forecast",
    get=get_forecast,
    back=page_of,
    above=lambda forecast: forecast or TITLE,
    actions=(
        Action(
            name="new",
            title=_("Tính dự báo mới"),
            submit=_("Tính"),
            form=forms.PlaceForm,
            takes=("actor",),
            may=somewhere(COUNT),
            run=lambda actor, _none, data: services.ask(actor, unit_id=data["unit"].pk),
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
        Action(
            name="confirm",
            title=_("Dùng để tham khảo"),
            heading=lambda forecast: forecast,
            submit=_("Xác nhận"),
            form=forms.ReasonForm,
            may=_may_review,
            run=_review(ReviewState.CONFIRMED),
            done=_("Đã ghi: bản dự báo này dùng để tham khảo."),
            tone="go",
        ),
        Action(
            name="dismiss",
            title=_("Không dùng"),
            heading=lambda forecast: forecast,
            submit=_("Ghi"),
            form=forms.DismissForm,
            may=_may_review,
            run=_review(ReviewState.DISMISSED),
            done=_("Đã ghi: không dùng bản dự báo này."),
            tone="quiet",
        ),
    ),
)
