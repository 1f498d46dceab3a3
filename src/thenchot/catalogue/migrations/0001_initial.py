import django.db.models.deletion
import thenchot.catalogue.enums
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_initial'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Catalogue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Tên danh mục')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='Lần')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Văn bản ban hành')),
                ('unit_product', models.CharField(blank=True, max_length=200, verbose_name='Sản phẩm chuẩn')),
                ('unit_points', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='Điểm của sản phẩm chuẩn')),
                ('state', models.CharField(choices=[('draft', 'đang soạn'), ('submitted', 'đã trình'), ('approved', 'đang áp dụng'), ('replaced', 'đã thay thế')], default='draft', max_length=10, verbose_name='Trạng thái')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Áp dụng từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='Lý do trả lại')),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('original', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('previous', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.catalogue')),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', 'name', '-version'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'name', 'version'), name='catalogue_version_once'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='catalogue_ends_after'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'replaced']), _negated=True), ('valid_from__isnull', False), _connector='OR'), name='catalogue_in_force_dated')],
            },
        ),
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('sheet', models.CharField(blank=True, max_length=31, verbose_name='Trang')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('section', models.CharField(blank=True, max_length=200, verbose_name='Phần')),
                ('body', models.CharField(blank=True, max_length=200, verbose_name='Phòng, ban chuyên môn')),
                ('task', models.CharField(blank=True, max_length=600, verbose_name='Nhiệm vụ')),
                ('name', models.CharField(max_length=600, verbose_name='Công việc chi tiết')),
                ('folded', models.TextField()),
                ('output', models.CharField(blank=True, max_length=400, verbose_name='Sản phẩm đầu ra')),
                ('group', models.CharField(blank=True, max_length=20, verbose_name='Nhóm')),
                ('frame', models.CharField(blank=True, max_length=40, verbose_name='Khung điểm')),
                ('points', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='Điểm chấm')),
                ('factor', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='Hệ số quy đổi')),
                ('hours', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='Thời gian dự kiến (giờ)')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='Ghi chú')),
                ('is_dropped', models.BooleanField(default=False)),
                ('catalogue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='products', to='catalogue.catalogue')),
            ],
            options={
                'ordering': ['catalogue', 'position'],
                'indexes': [models.Index(fields=['catalogue', 'position'], name='product_position')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_dropped', False)), fields=('catalogue', 'code'), name='product_code_once'), models.CheckConstraint(condition=models.Q(('factor__gt', Decimal('0'))), name='product_factor_positive')],
            },
        ),
        migrations.CreateModel(
            name='ProductProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=600, verbose_name='Công việc')),
                ('output', models.CharField(max_length=400, verbose_name='Sản phẩm đầu ra')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='Vì sao cần thêm')),
                ('work_id', models.BigIntegerField(blank=True, null=True)),
                ('state', models.CharField(choices=[('open', 'đang lấy ý kiến'), ('signed', 'đã đưa vào danh mục'), ('refused', 'không đưa vào danh mục')], default=thenchot.catalogue.enums.ProposalState['OPEN'], max_length=8, verbose_name='Trạng thái')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Văn bản quyết định')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='Lý do')),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.product')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['-proposed_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='product_proposal_decided_pair'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'signed'), _negated=True), ('product__isnull', False), _connector='OR'), name='product_proposal_signed_has_product')],
            },
        ),
        migrations.CreateModel(
            name='RatioEstimate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ratio', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='Bằng bao nhiêu sản phẩm chuẩn')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='So với việc nào')),
                ('given_at', models.DateTimeField(auto_now_add=True)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratios', to='catalogue.productproposal')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('proposal', 'given_by'), name='ratio_once'), models.CheckConstraint(condition=models.Q(('ratio__gt', Decimal('0'))), name='ratio_positive')],
            },
        ),
    ]
