from django.urls import path

from thenchot.platform.files import views

urlpatterns = [path("files/<int:file_id>/", views.download, name="file_download")]
