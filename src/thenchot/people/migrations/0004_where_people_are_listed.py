"""One walk along one index gives a page of a list; whoever is there already is listed from now on."""

from collections import defaultdict

from django.db import migrations, models

from thenchot.platform.clock import today

HOMES = ("commune", "province")
CHUNK = 2_000


def list_everybody(apps, editor):
    unit, person, presence = (apps.get_model(*name) for name in (
        ("organisation", "Unit"), ("people", "Person"), ("people", "Presence")))
    homes = set(unit.objects.filter(kind__in=HOMES).values_list("pk", flat=True))
    above = {pk: [int(part) for part in path.split("/") if part.isdigit() and int(part) in homes]
             for pk, path in unit.objects.values_list("pk", "path")}
    seats = _seats(apps)
    rows = []
    for pk, registered, sort_key, folded in person.objects.values_list("pk", "registered_in", "sort_key", "folded").iterator():
        present = {}
        for unit_id, is_present in seats.get(pk) or [(registered, True)]:
            for home in above[unit_id]:
                present[home] = present.get(home, False) or is_present
        rows += [presence(person_id=pk, home_id=home, is_present=is_there, sort_key=sort_key, folded=folded)
                 for home, is_there in present.items()]
        if len(rows) > CHUNK:
            presence.objects.bulk_create(rows, batch_size=150, ignore_conflicts=True)
            rows = []
    presence.objects.bulk_create(rows, batch_size=150, ignore_conflicts=True)


def _seats(apps):
    on, seats = today(), defaultdict(list)
    rows = apps.get_model("people", "Appointment").objects.filter(replaced_at=None)
    for pk, unit_id, first, last in rows.values_list("person_id", "unit_id", "valid_from", "valid_to").iterator():
        seats[pk].append((unit_id, first <= on and (last is None or last >= on)))
    return seats


class Migration(migrations.Migration):

    dependencies = [
        ("organisation", "0003_title_limits_levels_and_schemes_in_work"),
        ("people", "0003_registered_when"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="presence", name="presence_order"),
        migrations.AddIndex(
            model_name="presence",
            index=models.Index(fields=["home", "sort_key", "person", "folded"], name="presence_order"),
        ),
        migrations.RunPython(list_everybody, migrations.RunPython.noop),
    ]
