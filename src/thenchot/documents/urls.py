from django.urls import path

from thenchot.documents import views

urlpatterns = [
    path("documents/", views.directive_list, name="directive_list"),
    path("documents/export.xlsx", views.directive_export, name="directive_export"),
    path("documents/new/", views.directive_new, name="directive_new"),
    path("documents/<int:pk>/", views.directive_detail, name="directive_detail"),
    path("documents/<int:pk>/link/", views.directive_link, name="directive_link"),
    path("documents/<int:pk>/original/", views.directive_original, name="directive_original"),
]
