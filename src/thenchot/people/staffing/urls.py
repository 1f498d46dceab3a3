from django.urls import path

from thenchot.people.staffing import actions
from thenchot.people.staffing.views import committees, headcount, linking

urlpatterns = [
    path("units/committees/", committees.committee_list, name="committee_list"),
    *actions.TERM.urls("units/terms/"),
    *actions.COMMITTEE_OF_TERM.urls("units/terms/"),
    path("units/committees/<int:pk>/", committees.committee_detail, name="committee_detail"),
    path("units/committees/<int:pk>/list.docx", committees.committee_print, name="committee_print"),
    *actions.COMMITTEE.urls("units/committees/"),
    *actions.SEAT_OF_COMMITTEE.urls("units/committees/"),
    *actions.SEAT.urls("units/seats/"),
    *actions.SEATING.urls("units/seatings/"),
    path("units/headcount/", headcount.headcount, name="headcount"),
    path("units/headcount/export.xlsx", headcount.headcount_export, name="headcount_export"),
    *actions.QUOTA.urls("units/"),
    *actions.LIMIT.urls("units/"),
    *actions.STATED.urls("units/"),
    path("units/titles/link/", linking.title_link, name="title_link"),
    *actions.POSITION.urls("units/positions/"),
    path("units/<int:pk>/people/move/", linking.appointments_move, name="appointments_move"),
    *actions.APPOINTMENT.urls("appointments/"),
]
