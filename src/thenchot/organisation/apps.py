from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "thenchot.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self):
        from thenchot.organisation.access import SEE, SEE_POSTS
        from thenchot.organisation.issuing import issuer_for
        from thenchot.organisation.panels import register_tab
        from thenchot.organisation.shipping import load_titles
        from thenchot.platform.registers.official import register_issuer

        register_issuer(issuer_for)
        register_tab(_("Cây tổ chức"), "unit_list", SEE, 1)
        register_tab(_("Vị trí việc làm"), "scheme_list", SEE_POSTS, 4)
        register_tab(_("Chức năng, nhiệm vụ"), "duty_list", SEE, 5)
        register_tab(_("Chức danh"), "title_list", SEE, 6)
        register_tab(_("Xã, phường"), "place_list", SEE, 8)
        post_migrate.connect(load_titles, sender=self, dispatch_uid="organisation.titles")
