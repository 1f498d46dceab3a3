from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "thenchot.platform.registers"
    label = "registers"
    verbose_name = "Sổ theo dõi"

    def ready(self):
        from thenchot.platform.registers.folding import teach_connections

        teach_connections()
