from thenchot.commendation.actions import AWARD, ENTRY, INITIATIVE, MOVEMENT, PRAISE
from thenchot.commendation.registers import (
    AwardRegister,
    EntryRegister,
    InitiativeRegister,
    MovementRegister,
    PraiseRegister,
)
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("commendation/initiatives/", InitiativeRegister),
    *INITIATIVE.urls("commendation/initiatives/"),
    *register_urls("commendation/movements/", MovementRegister),
    *register_urls("commendation/movements/<int:pk>/", EntryRegister),
    *MOVEMENT.urls("commendation/movements/"),
    *ENTRY.urls("commendation/entries/"),
    *register_urls("commendation/praise/", PraiseRegister),
    *PRAISE.urls("commendation/praise/"),
    *register_urls("commendation/awards/", AwardRegister),
    *AWARD.urls("commendation/awards/"),
]
