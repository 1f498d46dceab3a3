import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisation', '0002_posts_and_committees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TitleLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='Số người được bố trí')),
                ('basis', models.CharField(max_length=300, verbose_name='Căn cứ')),
                ('term', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.term')),
                ('title', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.title')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='title_limits', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', 'title', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'title', 'term'), name='limit_once_a_term'), models.UniqueConstraint(condition=models.Q(('term__isnull', True)), fields=('unit', 'title'), name='limit_once')],
            },
        ),
        migrations.AddField(
            model_name='duty',
            name='level',
            field=models.CharField(blank=True, choices=[('commune', 'Xã, phường, đặc khu'), ('province', 'Tỉnh, thành phố')], max_length=20, verbose_name='Giao cho cấp'),
        ),
        migrations.AddField(
            model_name='positionscheme',
            name='note',
            field=models.CharField(blank=True, max_length=300, verbose_name='Lý do trả lại'),
        ),
        migrations.AddField(
            model_name='seat',
            name='excess_basis',
            field=models.CharField(blank=True, max_length=300, verbose_name='Căn cứ vượt số được duyệt'),
        ),
        migrations.AddField(
            model_name='title',
            name='basis',
            field=models.CharField(blank=True, max_length=300, verbose_name='Căn cứ'),
        ),
        migrations.AddField(
            model_name='title',
            name='staff_kind',
            field=models.CharField(blank=True, choices=[('cadre', 'Cán bộ'), ('civil_servant', 'Công chức'), ('public_employee', 'Viên chức'), ('contract', 'Lao động hợp đồng'), ('cell_secretary', 'Bí thư chi bộ thôn, tổ dân phố'), ('group_head', 'Trưởng thôn, tổ trưởng tổ dân phố'), ('part_time', 'Người hoạt động không chuyên trách')], max_length=16, verbose_name='Loại cán bộ, công chức'),
        ),
        migrations.AddConstraint(
            model_name='positionscheme',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'submitted'])), fields=('unit',), name='scheme_one_in_work'),
        ),
        migrations.AddConstraint(
            model_name='positionscheme',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('unit',), name='scheme_one_approved'),
        ),
    ]
