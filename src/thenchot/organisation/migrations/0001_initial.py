import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5, verbose_name='Mã')),
                ('province_code', models.CharField(max_length=2, verbose_name='Mã tỉnh')),
                ('name', models.CharField(max_length=120, verbose_name='Tên')),
                ('folded', models.CharField(db_index=True, max_length=120)),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
            ],
            options={
                'ordering': ['code', '-valid_from'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='place_code_once'), models.UniqueConstraint(fields=('code', 'valid_from'), name='place_version_once')],
            },
        ),
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
                'indexes': [models.Index(condition=models.Q(('valid_to__isnull', False)), fields=['valid_to'], name='unit_dissolved')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='unit_ends_after_start'), models.CheckConstraint(condition=models.Q(('path__endswith', '/'), ('path__startswith', '/')), name='unit_path_form'), models.CheckConstraint(condition=models.Q(('successor__isnull', True), ('valid_to__isnull', False), _connector='OR'), name='unit_successor_of_ended'), models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('parent', 'folded'), name='unit_name_once_under_parent')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='Mã')),
                ('name', models.CharField(max_length=300, verbose_name='Chức năng, nhiệm vụ')),
                ('field', models.CharField(blank=True, max_length=120, verbose_name='Lĩnh vực')),
                ('level', models.CharField(blank=True, choices=[('commune', 'Xã, phường, đặc khu'), ('province', 'Tỉnh, thành phố')], max_length=20, verbose_name='Giao cho cấp')),
                ('is_delegated', models.BooleanField(default=False, verbose_name='Được phân cấp, phân quyền')),
                ('basis', models.CharField(max_length=300, verbose_name='Căn cứ')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', 'field', 'name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='duty_ends_after_start')],
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
            name='Title',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('name', models.CharField(max_length=160, verbose_name='Chức danh')),
                ('folded', models.CharField(db_index=True, max_length=160)),
                ('bloc', models.CharField(blank=True, choices=[('party', 'Đảng'), ('front', 'Mặt trận, đoàn thể'), ('government', 'Chính quyền'), ('service', 'Sự nghiệp'), ('residential', 'Dân cư')], max_length=20, verbose_name='Khối')),
                ('rank', models.CharField(choices=[('head', 'Cấp trưởng'), ('deputy', 'Cấp phó'), ('member', 'Ủy viên, thành viên'), ('staff', 'Không giữ chức vụ')], default='staff', max_length=8, verbose_name='Cấp')),
                ('is_key', models.BooleanField(default=False, verbose_name='Chức danh chủ chốt')),
                ('is_manager', models.BooleanField(default=False, verbose_name='Lãnh đạo, quản lý')),
                ('is_party_managed', models.BooleanField(default=False, verbose_name='Cấp ủy quản lý')),
                ('does_personnel_work', models.BooleanField(default=False, verbose_name='Làm công tác tổ chức, cán bộ')),
                ('does_inspection_work', models.BooleanField(default=False, verbose_name='Làm công tác kiểm tra')),
                ('ladder', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Bậc chức danh')),
                ('staff_kind', models.CharField(blank=True, choices=[('cadre', 'Cán bộ'), ('civil_servant', 'Công chức'), ('public_employee', 'Viên chức'), ('contract', 'Lao động hợp đồng'), ('cell_secretary', 'Bí thư chi bộ thôn, tổ dân phố'), ('group_head', 'Trưởng thôn, tổ trưởng tổ dân phố'), ('part_time', 'Người hoạt động không chuyên trách')], max_length=16, verbose_name='Loại cán bộ, công chức')),
                ('names', models.JSONField(blank=True, default=list, verbose_name='Cách ghi khác')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Căn cứ')),
                ('position', models.PositiveIntegerField(default=0, verbose_name='Thứ tự')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Dùng đến ngày')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['position', 'name'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'code'), name='title_code_once'), models.UniqueConstraint(condition=models.Q(('unit__isnull', True)), fields=('code',), name='national_title_once')],
            },
        ),
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
        migrations.CreateModel(
            name='Quota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Năm')),
                ('bloc', models.CharField(choices=[('party', 'Đảng'), ('front', 'Mặt trận, đoàn thể'), ('government', 'Chính quyền'), ('service', 'Sự nghiệp'), ('residential', 'Dân cư')], max_length=20, verbose_name='Khối')),
                ('staff_kind', models.CharField(blank=True, choices=[('cadre', 'Cán bộ'), ('civil_servant', 'Công chức'), ('public_employee', 'Viên chức'), ('contract', 'Lao động hợp đồng'), ('cell_secretary', 'Bí thư chi bộ thôn, tổ dân phố'), ('group_head', 'Trưởng thôn, tổ trưởng tổ dân phố'), ('part_time', 'Người hoạt động không chuyên trách')], max_length=16, verbose_name='Loại')),
                ('number', models.PositiveIntegerField(verbose_name='Số được giao')),
                ('managers', models.PositiveIntegerField(blank=True, null=True, verbose_name='Trong đó lãnh đạo, quản lý')),
                ('basis', models.CharField(max_length=300, verbose_name='Căn cứ')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotas', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', '-year', 'bloc'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'year', 'bloc', 'staff_kind'), name='quota_once')],
            },
        ),
        migrations.CreateModel(
            name='PositionScheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Tên đề án')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='Lần')),
                ('state', models.CharField(choices=[('draft', 'Dự thảo'), ('submitted', 'Đã trình'), ('approved', 'Đã phê duyệt'), ('replaced', 'Đã thay thế')], default='draft', max_length=10, verbose_name='Trạng thái')),
                ('submitted_on', models.DateField(blank=True, null=True, verbose_name='Trình ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Lý do trả lại')),
                ('decision', models.CharField(blank=True, max_length=200, verbose_name='Quyết định phê duyệt')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Hiệu lực từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Hiệu lực đến')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schemes', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', '-version'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'version'), name='scheme_version_once'), models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'submitted'])), fields=('unit',), name='scheme_one_in_work'), models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('unit',), name='scheme_one_approved'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'replaced']), _negated=True), models.Q(('valid_from__isnull', False), models.Q(('decision', ''), _negated=True)), _connector='OR'), name='scheme_approved_with_decision'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='scheme_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='JobPosition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='Mã vị trí')),
                ('name', models.CharField(max_length=200, verbose_name='Vị trí việc làm')),
                ('group', models.CharField(choices=[('leadership', 'Lãnh đạo, quản lý'), ('professional', 'Chuyên môn, nghiệp vụ'), ('support', 'Hỗ trợ, phục vụ')], max_length=14, verbose_name='Nhóm')),
                ('rank_code', models.CharField(blank=True, max_length=20, verbose_name='Ngạch')),
                ('approved_number', models.PositiveSmallIntegerField(default=1, verbose_name='Số người được duyệt')),
                ('fields', models.JSONField(blank=True, default=list, verbose_name='Ngành, chuyên ngành')),
                ('description', models.JSONField(blank=True, default=dict, verbose_name='Bản mô tả')),
                ('competencies', models.JSONField(blank=True, default=dict, verbose_name='Khung năng lực')),
                ('is_dropped', models.BooleanField(default=False, verbose_name='Đã bỏ khỏi dự thảo')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='organisation.positionscheme')),
                ('title', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.title')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['scheme', 'code'],
                'constraints': [models.UniqueConstraint(fields=('scheme', 'code'), name='position_code_once')],
            },
        ),
        migrations.CreateModel(
            name='Headcount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='Ngày số liệu')),
                ('bloc', models.CharField(blank=True, choices=[('party', 'Đảng'), ('front', 'Mặt trận, đoàn thể'), ('government', 'Chính quyền'), ('service', 'Sự nghiệp'), ('residential', 'Dân cư')], max_length=20, verbose_name='Khối')),
                ('total', models.PositiveIntegerField(blank=True, null=True, verbose_name='Tổng số')),
                ('managers', models.PositiveIntegerField(blank=True, null=True, verbose_name='Lãnh đạo, quản lý')),
                ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='Dân số')),
                ('area_km2', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='Diện tích (km²)')),
                ('source', models.CharField(max_length=300, verbose_name='Nguồn')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', '-on', 'bloc'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'on', 'bloc'), name='headcount_once')],
            },
        ),
        migrations.CreateModel(
            name='DutyHolder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_responsible', models.BooleanField(default=True, verbose_name='Chủ trì')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holders', to='organisation.duty')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['duty', '-is_responsible', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='holder_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Committee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('party', 'Ban Chấp hành Đảng bộ'), ('standing', 'Ban Thường vụ Đảng ủy'), ('inspection', 'Ủy ban Kiểm tra'), ('council', 'Hội đồng nhân dân'), ('people', 'Ủy ban nhân dân'), ('front', 'Ủy ban Mặt trận Tổ quốc'), ('other', 'Tập thể khác')], max_length=12, verbose_name='Loại')),
                ('name', models.CharField(max_length=200, verbose_name='Tên tập thể')),
                ('approved_seats', models.PositiveSmallIntegerField(verbose_name='Số lượng được duyệt')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Căn cứ')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to='organisation.term')),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to='organisation.unit')),
            ],
            options={
                'ordering': ['unit', 'kind', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'term', 'name'), name='committee_once')],
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
            name='UnitLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='Từ ngày')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Căn cứ')),
                ('heir', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forebears', to='organisation.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heirs', to='organisation.unit')),
            ],
            options={
                'ordering': ['on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'heir'), name='unit_link_once'), models.CheckConstraint(condition=models.Q(('unit', models.F('heir')), _negated=True), name='unit_link_of_two')],
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
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='Số thứ tự')),
                ('name', models.CharField(max_length=160, verbose_name='Chức danh trong tập thể')),
                ('state', models.CharField(choices=[('open', 'Bố trí bình thường'), ('held', 'Để khuyết vì cơ cấu'), ('closed', 'Không còn')], default='open', max_length=8, verbose_name='Trạng thái')),
                ('held_for', models.CharField(blank=True, max_length=200, verbose_name='Để khuyết cho cơ cấu')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='Xem lại ngày')),
                ('excess_basis', models.CharField(blank=True, max_length=300, verbose_name='Căn cứ vượt số được duyệt')),
                ('opened_on', models.DateField(verbose_name='Có từ ngày')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='Thôi từ ngày')),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='organisation.committee')),
                ('title', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.title')),
            ],
            options={
                'ordering': ['committee', 'number'],
                'constraints': [models.UniqueConstraint(fields=('committee', 'number'), name='seat_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'held'), _negated=True), models.Q(models.Q(('held_for', ''), _negated=True), ('review_on__isnull', False)), _connector='OR'), name='seat_held_with_reason'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed')), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', True)), _connector='OR'), name='seat_closed_pair')],
            },
        ),
    ]
