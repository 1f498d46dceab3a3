from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.standards import actions, registers
from thenchot.standards.views import board, persons, sets

urlpatterns = [
    path("standards/", board.standard_board, name="standard_board"),
    *register_urls("standards/names/", registers.GapRegister),
    path("standards/count/", board.standard_count, name="standard_count"),
    *register_urls("standards/sets/", registers.SetRegister),
    path("standards/sets/adopt/", sets.set_adopt, name="set_adopt"),
    path("standards/sets/<int:pk>/", sets.set_detail, name="set_detail"),
    *actions.SET.urls("standards/sets/"),
    *actions.REQUIREMENT.urls("standards/requirements/"),
    path("people/<int:pk>/standards/", persons.person_gaps, name="person_gaps"),
    path(
        "people/<int:pk>/standards/print.docx", persons.person_gaps_print, name="person_gaps_print"
    ),
    *actions.EXEMPTING.urls("people/"),
    *actions.EXEMPTION.urls("exemptions/"),
]
