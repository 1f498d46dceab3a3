from django.urls import path

from thenchot.people.staffing.views import committees, headcount, linking

urlpatterns = [
    path("units/committees/", committees.committee_list, name="committee_list"),
    path("units/terms/new/", committees.term_new, name="term_new"),
    path("units/terms/<int:pk>/committees/new/", committees.committee_new, name="committee_new"),
    path("units/committees/<int:pk>/", committees.committee_detail, name="committee_detail"),
    path("units/committees/<int:pk>/edit/", committees.committee_edit, name="committee_edit"),
    path("units/committees/<int:pk>/list.docx", committees.committee_print, name="committee_print"),
    path("units/committees/<int:pk>/seats/new/", committees.seat_new, name="seat_new"),
    path("units/seats/<int:pk>/edit/", committees.seat_edit, name="seat_edit"),
    path("units/seats/<int:pk>/fill/", committees.seat_fill, name="seat_fill"),
    path("units/seats/<int:pk>/hold/", committees.seat_hold, name="seat_hold"),
    path("units/seats/<int:pk>/release/", committees.seat_release, name="seat_release"),
    path("units/seats/<int:pk>/close/", committees.seat_close, name="seat_close"),
    path("units/seatings/<int:pk>/end/", committees.seating_end, name="seating_end"),
    path("units/headcount/", headcount.headcount, name="headcount"),
    path("units/headcount/export.xlsx", headcount.headcount_export, name="headcount_export"),
    path("units/<int:pk>/quota/", headcount.quota_new, name="quota_new"),
    path("units/<int:pk>/limit/", headcount.limit_new, name="limit_new"),
    path("units/<int:pk>/stated/", headcount.headcount_state, name="headcount_state"),
    path("units/titles/link/", linking.title_link, name="title_link"),
    path("units/positions/<int:pk>/fill/", linking.position_fill, name="position_fill"),
    path("units/<int:pk>/people/move/", linking.appointments_move, name="appointments_move"),
    path(
        "appointments/<int:pk>/position/", linking.appointment_position, name="appointment_position"
    ),
]
