from thenchot.platform.audit.registers import EventRegister, ReadRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("audit/", EventRegister),
    *register_urls("audit/reads/", ReadRegister),
]
