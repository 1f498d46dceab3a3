import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=200, unique=True)),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='Mã')),
                ('name', models.CharField(max_length=200, verbose_name='Tên đơn vị')),
                ('short_name', models.CharField(blank=True, max_length=80, verbose_name='Tên gọn')),
                ('folded', models.CharField(db_index=True, max_length=200)),
                ('kind', models.CharField(choices=[('province', 'Tỉnh, thành phố'), ('commune', 'Xã, phường, đặc khu'), ('agency', 'Cơ quan'), ('division', 'Phòng, ban'), ('committee', 'Ban Chấp hành, Ban Thường vụ, Thường trực'), ('mass', 'Mặt trận, đoàn thể'), ('service', 'Đơn vị sự nghiệp'), ('cell', 'Chi bộ, đảng bộ trực thuộc'), ('residential', 'Thôn, tổ dân phố')], max_length=20, verbose_name='Loại')),
                ('bloc', models.CharField(choices=[('party', 'Đảng'), ('front', 'Mặt trận, đoàn thể'), ('government', 'Chính quyền'), ('service', 'Sự nghiệp'), ('residential', 'Dân cư')], max_length=20, verbose_name='Khối')),
                ('position', models.PositiveIntegerField(default=0, verbose_name='Thứ tự')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisation.unit')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='organisation.unit')),
            ],
            options={
                'ordering': ['path'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='unit_ends_after_start'), models.CheckConstraint(condition=models.Q(('path__endswith', '/'), ('path__startswith', '/')), name='unit_path_form'), models.CheckConstraint(condition=models.Q(('successor__isnull', True), ('valid_to__isnull', False), _connector='OR'), name='unit_successor_of_ended'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('parent', 'folded'), name='unit_name_once_under_parent')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Tên nhiệm kỳ')),
                ('starts_on', models.DateField(verbose_name='Từ ngày')),
                ('ends_on', models.DateField(verbose_name='Đến ngày')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='organisation.unit')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='term_ends_after_start'), models.UniqueConstraint(fields=('unit', 'name'), name='term_once')],
            },
        ),
        migrations.CreateModel(
            name='Alias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('folded', models.CharField(max_length=300)),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='organisation.unit')),
                ('units', models.ManyToManyField(blank=True, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['text'],
                'constraints': [models.UniqueConstraint(fields=('home', 'folded'), name='alias_once_per_home')],
            },
        ),
        migrations.CreateModel(
            name='UnitVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Tên đơn vị')),
                ('short_name', models.CharField(blank=True, max_length=80, verbose_name='Tên gọn')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(verbose_name='Đến ngày')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='organisation.unit')),
            ],
            options={
                'ordering': ['-valid_to', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__gte', models.F('valid_from'))), name='version_ends_after_start')],
            },
        ),
    ]
