from django.urls import path

from thenchot.rating.organisations import views
from thenchot.rating.organisations.actions import ORGANISATION

urlpatterns = [
    path("organisations/<int:pk>/", views.organisation_rating, name="organisation_rating"),
    *ORGANISATION.urls("organisations/"),
]
