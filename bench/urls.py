from django.contrib import admin
from django.urls import path

from thenchot.people.models import Person
from thenchot.programmes.models import Task
from thenchot.web.urls import urlpatterns as ours


class Open(admin.ModelAdmin):
    """A plain changelist of the same table: same columns, 100 rows, select_related."""

    list_per_page = 100

    def has_module_permission(self, request):
        return True

    has_view_permission = has_change_permission = has_delete_permission = (
        lambda self, request, obj=None: True
    )

    def has_add_permission(self, request):
        return True


class TaskAdmin(Open):
    list_display = (
        "ref",
        "text",
        "programme",
        "due_on",
        "original_due_on",
        "state",
        "desk_unit",
        "desk_reason",
    )
    list_select_related = ("programme__directive", "desk_unit")
    ordering = ("pk",)  # the order that costs the admin least


class PersonAdmin(Open):
    list_display = ("full_name", "code", "sex", "born_on", "registered_in")
    list_select_related = ("registered_in",)


site = admin.AdminSite("bench")
site.register(Task, TaskAdmin)
site.register(Person, PersonAdmin)
site.has_permission = lambda request: True
urlpatterns = [*ours, path("bench-admin/", site.urls)]
