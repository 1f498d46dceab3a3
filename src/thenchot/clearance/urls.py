from thenchot.clearance.actions import CLEARANCE, CONCLUSION
from thenchot.clearance.registers import ClearanceRegister, FileRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("clearance/", ClearanceRegister),
    *register_urls("clearance/<int:pk>/", FileRegister),
    *CLEARANCE.urls("clearance/"),
    *CONCLUSION.urls("conclusions/"),
]
