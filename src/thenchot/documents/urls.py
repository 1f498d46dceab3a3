from django.urls import path

from thenchot.documents import views
from thenchot.documents.actions import DIRECTIVE
from thenchot.documents.registers import DirectiveRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("documents/", DirectiveRegister),
    *DIRECTIVE.urls("documents/"),
    path("documents/<int:pk>/", views.directive_detail, name="directive_detail"),
]
