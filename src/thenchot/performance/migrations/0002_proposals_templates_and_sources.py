import django.db.models.deletion
import thenchot.performance.enums
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisation', '0005_dissolved_units_found_at_once'),
        ('performance', '0001_begin'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='catalogue',
            name='note',
            field=models.CharField(blank=True, max_length=400, verbose_name='Lý do trả lại'),
        ),
        migrations.AddField(
            model_name='catalogue',
            name='submitted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='product',
            name='sheet',
            field=models.CharField(blank=True, max_length=31, verbose_name='Trang'),
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=600, verbose_name='Công việc')),
                ('output', models.CharField(max_length=400, verbose_name='Sản phẩm đầu ra')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='Vì sao cần thêm')),
                ('state', models.CharField(choices=[('open', 'đang lấy ý kiến'), ('signed', 'đã đưa vào danh mục'), ('refused', 'không đưa vào danh mục')], default=thenchot.performance.enums.SuggestionState['OPEN'], max_length=8, verbose_name='Trạng thái')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Văn bản quyết định')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='Lý do')),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='performance.product')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('work', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='performance.work')),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='suggestion_decided_pair'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'signed'), _negated=True), ('product__isnull', False), _connector='OR'), name='suggestion_signed_has_product')],
            },
        ),
        migrations.CreateModel(
            name='Ratio',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ratio', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='Bằng bao nhiêu sản phẩm chuẩn')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='So với việc nào')),
                ('given_at', models.DateTimeField(auto_now_add=True)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratios', to='performance.suggestion')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('suggestion', 'given_by'), name='ratio_once'), models.CheckConstraint(condition=models.Q(('ratio__gt', Decimal('0'))), name='ratio_positive')],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Tên mẫu giao việc')),
                ('title', models.CharField(blank=True, max_length=160, verbose_name='Chức danh')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('position', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.jobposition')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit__path', 'name', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('unit', 'name'), name='template_name_once'), models.CheckConstraint(condition=models.Q(('position__isnull', True), ('title', ''), _connector='OR'), name='template_position_or_title')],
            },
        ),
        migrations.CreateModel(
            name='TemplateLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='Số lượng một tháng')),
                ('due_day', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Hạn vào ngày')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='performance.product')),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='performance.template')),
            ],
            options={
                'ordering': ['template', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dropped_at__isnull', True)), fields=('template', 'product'), name='template_line_once'), models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='template_quantity_positive'), models.CheckConstraint(condition=models.Q(('due_day__isnull', True), models.Q(('due_day__gte', 1), ('due_day__lte', 31)), _connector='OR'), name='template_due_day')],
            },
        ),
        migrations.CreateModel(
            name='SourceMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=60, verbose_name='Nguồn')),
                ('columns', models.JSONField(blank=True, default=dict)),
                ('products', models.JSONField(blank=True, default=dict)),
                ('origin', models.CharField(choices=[('assigned', 'giao từ đầu kỳ'), ('taken_over', 'nhận lại từ người khác'), ('sudden', 'phát sinh, đột xuất')], default=thenchot.performance.enums.Origin['ASSIGNED'], max_length=12, verbose_name='Được giao thế nào')),
                ('saved_at', models.DateTimeField(auto_now=True)),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', 'source'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'source'), name='source_mapping_once')],
            },
        ),
    ]
