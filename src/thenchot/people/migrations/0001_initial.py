import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, db_index=True, max_length=40, verbose_name='Mã cán bộ')),
                ('full_name', models.CharField(max_length=120, verbose_name='Họ và tên')),
                ('folded', models.CharField(db_index=True, max_length=140)),
                ('sort_key', models.CharField(db_index=True, max_length=300)),
                ('sex', models.CharField(blank=True, choices=[('f', 'Nữ'), ('m', 'Nam')], max_length=1, verbose_name='Giới tính')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='Ngày sinh')),
                ('born_year_only', models.BooleanField(default=False, verbose_name='Chỉ biết năm sinh')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử')),
                ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('registered_in', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['sort_key', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('born_year_only', False), models.Q(('born_on__day', 1), ('born_on__month', 1)), _connector='OR'), name='person_year_only_form'), models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('registered_in', 'code'), name='person_code_once_per_register')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160, verbose_name='Chức danh')),
                ('is_head', models.BooleanField(default=False, verbose_name='Đứng đầu đơn vị')),
                ('is_primary', models.BooleanField(default=True, verbose_name='Vị trí chính')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='people.person')),
            ],
            options={
                'ordering': ['-valid_from', '-pk'],
                'indexes': [models.Index(fields=['unit', 'valid_to'], name='appointment_unit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='appointment_ends_after'), models.UniqueConstraint(condition=models.Q(('is_primary', True), ('valid_to__isnull', True)), fields=('person',), name='one_open_primary'), models.UniqueConstraint(condition=models.Q(('is_head', True), ('valid_to__isnull', True)), fields=('unit',), name='one_open_head')],
            },
        ),
    ]
