"""Triggers that refuse UPDATE and DELETE of events. Reverse: the triggers go, the events stay."""

from django.db import migrations

from thenchot.platform.audit import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
