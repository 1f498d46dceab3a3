from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.reception.actions.dialogues import DIALOGUE, QUESTION
from thenchot.reception.actions.sessions import ROTA, SLOT
from thenchot.reception.actions.visits import DIRECTION, VISIT
from thenchot.reception.registers.dialogues import DialogueRegister, QuestionRegister
from thenchot.reception.registers.sessions import (
    AllowanceRegister,
    MeasureRegister,
    RotaRegister,
    SlotRegister,
    SlotVisitRegister,
)
from thenchot.reception.registers.visits import DirectionRegister, VisitRegister
from thenchot.reception.views import pages, public

urlpatterns = [
    path("cong-dan/", public.public_reception, name="public_reception"),
    path("cong-dan/theo-doi/", public.public_follow, name="public_follow"),
    path("cong-dan/<int:pk>/", public.public_calendar, name="public_calendar"),
    path("cong-dan/<int:pk>/lich.ics", public.public_calendar_feed, name="public_calendar_feed"),
    path("cong-dan/buoi/<int:pk>/", public.public_turn, name="public_turn"),
    path("cong-dan/doi-thoai/<int:pk>/", public.public_dialogue, name="public_dialogue"),
    *register_urls("citizens/rotas/", RotaRegister),
    *ROTA.urls("citizens/rotas/"),
    *register_urls("citizens/sessions/", SlotRegister),
    *SLOT.urls("citizens/sessions/"),
    *register_urls("citizens/sessions/<int:pk>/", SlotVisitRegister),
    path(
        "citizens/sessions/<int:pk>/conclusion.docx",
        pages.citizen_conclusion,
        name="citizen_conclusion",
    ),
    *register_urls("citizens/measures/", MeasureRegister),
    *register_urls("citizens/allowance/", AllowanceRegister),
    *register_urls("citizens/visits/", VisitRegister),
    path("citizens/visits/<int:pk>/", pages.visit, name="citizen_visit"),
    path("citizens/visits/<int:pk>/receipt.docx", pages.citizen_receipt, name="citizen_receipt"),
    path("citizens/visits/<int:pk>/refusal.docx", pages.citizen_refusal, name="citizen_refusal"),
    *VISIT.urls("citizens/visits/"),
    *register_urls("citizens/promises/", DirectionRegister),
    *DIRECTION.urls("citizens/promises/"),
    *register_urls("citizens/dialogues/", DialogueRegister),
    *DIALOGUE.urls("citizens/dialogues/"),
    *register_urls("citizens/dialogues/<int:pk>/", QuestionRegister),
    *QUESTION.urls("citizens/questions/"),
    path(
        "citizens/dialogues/<int:pk>/minutes.docx",
        pages.citizen_dialogue_minutes,
        name="citizen_dialogue_minutes",
    ),
]
